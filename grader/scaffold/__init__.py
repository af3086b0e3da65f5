"""The skeletons of courses and exercises: sound from the first moment, there to be edited."""

from grader.scaffold.making import Made, make_course, make_exercise
from grader.scaffold.places import MARKER, unfilled
from grader.scaffold.quiz import make_quiz

__all__ = ["MARKER", "Made", "make_course", "make_exercise", "make_quiz", "unfilled"]
