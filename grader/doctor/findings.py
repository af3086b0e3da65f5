"""All that `grade doctor` found, and what it means for the exit code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from grader.doctor.machine import Machine
from grader.doctor.remedies import Remedy
from grader.doctor.trial import AttackResult, Trial
from grader.language.text import Text
from grader.model.errors import EXIT_COULD_NOT_GRADE, EXIT_PASSED, EXIT_POINTS_MISSING

SCHEMA = "grade-doctor/1"


@dataclass(frozen=True)
class CourseFound:
    """The course that would be graded; `why` says why there is none."""

    title: Text
    root: str = ""
    why: Text | None = None


@dataclass(frozen=True)
class Findings:
    """`trials` go from the best tier to the worst."""

    machine: Machine
    course: CourseFound
    trials: tuple[Trial, ...]
    remedies: tuple[Remedy, ...]

    @property
    def best(self) -> str | None:
        """The tier that `grade` uses here; None where nothing can run."""
        for trial in self.trials:
            if trial.holds or (trial.tier == "L3" and trial.runs):
                return trial.tier
        return None

    @property
    def exit_code(self) -> int:
        """0 where L1 holds, 1 where only less does, 3 where nothing can run."""
        if self.best == "L1":
            return EXIT_PASSED
        return EXIT_COULD_NOT_GRADE if self.best is None else EXIT_POINTS_MISSING

    def to_dict(self) -> dict[str, Any]:
        """As plain data, for `--json`."""
        machine = self.machine
        return {
            "schema": SCHEMA,
            "best": self.best,
            "exit_code": self.exit_code,
            "versions": machine.versions,
            "machine": {
                "system": machine.system,
                "kernel": machine.kernel,
                "root": machine.root,
                "container": machine.container,
                "bubblewrap": [{"path": b.path, "version": b.version} for b in machine.bubblewraps],
                "landlock": machine.landlock,
                "lsm": list(filter(None, machine.lsm)),
                "seccomp": machine.seccomp,
                "sysctls": machine.sysctls,
            },
            "course": {
                "found": self.course.why is None,
                "title": self.course.title.to_json(),
                "root": self.course.root,
                "why": None if self.course.why is None else self.course.why.to_json(),
            },
            "tiers": [_tier(trial) for trial in self.trials],
            "remedies": [
                {"id": r.id, "what": r.what.to_json(), "do": r.do.to_json(), "lines": list(r.lines)}
                for r in self.remedies
            ],
        }


def _tier(trial: Trial) -> dict[str, Any]:
    return {
        "tier": trial.tier,
        "holds": trial.holds,
        "runs": trial.runs,
        "why": trial.why.to_json() if trial.why else None,
        "attempts": [_attempt(attempt) for attempt in trial.attempts],
    }


def _attempt(attempt: AttackResult) -> dict[str, Any]:
    return {
        "id": attempt.id,
        "title": attempt.title.to_json(),
        "held": attempt.held,
        "got": attempt.got.to_json() if attempt.got else None,
    }
