"""The quizzes of the course: one folder each."""
