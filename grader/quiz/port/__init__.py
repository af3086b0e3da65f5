"""An author's steps in other languages: JavaScript for the page, NumPy to copy."""
