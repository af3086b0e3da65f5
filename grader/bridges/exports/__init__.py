"""Quizzes for learning management systems and for paper.

`items` says of one question with its numbers what a system must know to mark it as `grade` does;
`moodle`, `qti21` and `qti12` write that in their formats, and `sheets` prints it. What a run tells
of each question is `batch.item_analysis`.
"""
