"""Other programs and their formats: quizzes exported, gradebooks, nbgrader, notebooks."""
