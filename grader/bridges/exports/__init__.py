"""Quizzes for learning management systems and for paper, and what a run tells of each question.

`items` says of one question with its numbers what a system must know to mark it as `grade` does;
`moodle`, `qti21` and `qti12` write that in their formats, `sheets` prints it, and `analysis` and
`analysis_page` work on marked reports.
"""
