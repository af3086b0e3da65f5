"""The quizzes of a course, and what the instructor sets for them."""
