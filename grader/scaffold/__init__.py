"""The skeletons of courses and exercises: sound from the first moment, there to be edited."""

from grader.scaffold.making import Made, make_course, make_exercise
from grader.scaffold.new_quiz import make_quiz
from grader.scaffold.open_places import MARKER, unfilled
from grader.scaffold.valid_names import Titles, course_languages

__all__ = [
    "MARKER",
    "Made",
    "Titles",
    "course_languages",
    "make_course",
    "make_exercise",
    "make_quiz",
    "unfilled",
]
