"""The pages of a quiz: for practice, for marks, and one that asks who is there.

Each is one self-contained HTML file in every language of the course, which works offline and from `file://`.
"""

from __future__ import annotations

from grader.quiz.page.graded_page import answers_cell, answers_name, asking_page, graded_page
from grader.quiz.page.practice_page import practice_page

__all__ = ["answers_cell", "answers_name", "asking_page", "graded_page", "practice_page"]
