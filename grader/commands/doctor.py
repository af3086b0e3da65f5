"""`grade doctor`: which tier holds on this machine, what is missing, what to do."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from grader.commands.console import Console
from grader.course.load import choose_course
from grader.doctor.doctor_page import DoctorPage
from grader.doctor.findings import CourseFound, Findings
from grader.doctor.machine import look
from grader.doctor.remedies import remedies
from grader.doctor.trial import try_tier
from grader.language.text import NO_TEXT, tr
from grader.model.errors import GradeError
from grader.render.terminal_stream import Progress
from grader.sandbox.best_cage import TIERS

_TRYING = tr("trying {tier} …")


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """`grade doctor` has none of its own."""


def run(options: argparse.Namespace, console: Console) -> int:
    """Attack every tier and say what came of it. Returns 0 where L1 holds, 1 where only L2 or L3
    does, 3 where nothing can run."""
    machine = look()
    trials = []
    with Progress(sys.stderr, enabled=console.shows_progress) as progress:
        for tier in TIERS:
            progress.update(_TRYING.format(tier=tier)[console.lang])
            trials.append(try_tier(tier))
    findings = Findings(
        machine,
        _course(options.course),
        tuple(trials),
        tuple(remedies(machine, {trial.tier: trial for trial in trials})),
    )
    console.tell(**findings.to_dict())
    console.say(DoctorPage.for_stream(sys.stdout, console.lang).render(findings))
    return findings.exit_code


def _course(named: Path | None) -> CourseFound:
    try:
        course = choose_course(named, Path.cwd())
    except GradeError as error:
        return CourseFound(NO_TEXT, why=error.text)
    return CourseFound(course.title, str(course.root))
