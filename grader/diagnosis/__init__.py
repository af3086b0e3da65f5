"""Which mistake explains a wrong answer: the catalogue, and findings that need no author."""
