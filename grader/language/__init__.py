"""What is said, in every language: texts, catalogues, which language is spoken."""
