"""The variants of a question: drawn, fit to be asked, kept in pools."""
