"""Quizzes: a question's variants from a seed, what a student enters to a report.

Needs neither NumPy nor a course. Authors import `grader.quiz.authoring`; `marking.marks.mark` gives
the marks and `marking.reporting.report` makes of them the same record that code is given.
"""
