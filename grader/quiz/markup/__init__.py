"""A quiz's texts for other programs: XHTML, XML, formulas as plain text."""
