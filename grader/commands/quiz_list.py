"""`grade quiz list`: which quizzes and questions there are."""

from __future__ import annotations

import argparse
from pathlib import Path

from grader.commands.console import Console
from grader.course.load import choose_course
from grader.language.text import tr
from grader.model.errors import EXIT_PASSED
from grader.quiz.course.quiz_files import load_quiz, quiz_names


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """`grade quiz list` has none of its own."""


def run(options: argparse.Namespace, console: Console) -> int:
    """List the quizzes of the course."""
    course = choose_course(options.course, Path.cwd())
    lang = console.speak(course)
    quizzes = [load_quiz(course.root, name) for name in quiz_names(course.root)]
    console.tell(
        quizzes=[
            {
                "name": quiz.id,
                "title": quiz.title,
                "questions": [{"id": q.id, "title": q.title} for q in quiz.questions],
            }
            for quiz in quizzes
        ]
    )
    if not quizzes:
        console.say(tr("This course has no quizzes."))
        return EXIT_PASSED
    for quiz in quizzes:
        lines = [f"{quiz.id}  {quiz.title[lang]}"]
        lines += [f"    {quiz.id}.{q.id}  {q.title[lang]}" for q in quiz.questions]
        console.say("\n".join(lines))
    first = quizzes[0].id
    console.remark(
        tr("\nPractise: grade quiz {first}; as a page: grade quiz {first} --page", first=first)
    )
    return EXIT_PASSED
