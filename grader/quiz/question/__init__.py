"""What an author writes of a question, and what a student is shown of it."""
