"""One check of one submission: the cases posed, the student's answers, the verdict."""
