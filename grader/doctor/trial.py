"""One tier, tried: an honest call must come right, every attack must be held."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from grader.doctor.attacks import ATTACKS, SOURCE, Attack
from grader.doctor.outside import Outside
from grader.engine.session import StudentSession
from grader.language.text import NO_TEXT, Text, tr
from grader.model.errors import GradeError
from grader.model.outcome import Crashed, Outcome, Raised, Returned, TimedOut
from grader.model.submission import Call, CodeCell, Limits, Submission
from grader.sandbox.best_cage import cage_for
from grader.sandbox.cage import Cage

ISOLATING = ("L1", "L2")
LIMITS = Limits(call_seconds=0.5, memory_bytes=256 << 20)
_MATRIX, _VECTOR = np.array([[2.0, 1.0], [1.0, 3.0]]), np.array([3.0, 5.0])
_DUE = (np.array([0.8, 1.4]), 0.25, 3.141592653589793)
CONTROL = tr("honest code gives the right answer")
UNTOUCHED = tr("no file or socket outside was touched")
_LOST = tr("no outcome: the cage stopped before")


@dataclass(frozen=True)
class AttackResult:
    """One attack on one tier. `got` says what came of it where that was not what is due."""

    id: str
    title: Text
    held: bool
    got: Text = NO_TEXT


@dataclass(frozen=True)
class Trial:
    """One tier on this machine. `runs`: honest code works. `holds`: and every attack was held."""

    tier: str
    runs: bool
    attempts: tuple[AttackResult, ...] = ()
    why: Text = NO_TEXT

    @property
    def holds(self) -> bool:
        isolating = self.tier in ISOLATING and len(self.attempts) > 1
        return isolating and self.runs and all(a.held for a in self.attempts)


def try_tier(
    tier: str,
    cage: Callable[[str], Cage] = cage_for,
    attacks: Sequence[Attack] = ATTACKS,
) -> Trial:
    """Try a tier. Never raises for what the tier does: what is not known to hold does not hold.

    L3 holds nothing back and is not attacked; only the honest call is made there.
    """
    attempts: list[AttackResult] = []
    try:
        with Outside() as outside:
            found = cage(tier)
            try:
                honest = _control(found)
                if tier in ISOLATING and honest.held:
                    attempts += _attack(found, attacks, outside)
                    again = _control(found)
                    honest = honest if honest.held and again.held else again
                    attempts.append(AttackResult("untouched", UNTOUCHED, outside.untouched()))
            finally:
                found.close()
    except GradeError as error:
        return Trial(tier, False, _all(attempts, tier, attacks), error.text)
    except Exception as error:  # noqa: BLE001 (not known to hold: that is the answer)
        said = f"{type(error).__name__}: {error}"
        return Trial(tier, False, _all(attempts, tier, attacks), Text(said))
    return Trial(tier, honest.held, (honest, *attempts))


def _all(
    made: Sequence[AttackResult], tier: str, attacks: Sequence[Attack]
) -> tuple[AttackResult, ...]:
    """What was made, and what was not as not held. Nothing where nothing was made at all."""
    if not made:
        return ()
    known = {attempt.id for attempt in made}
    rest = [a for a in attacks if a.function not in known]
    return (*made, *(AttackResult(a.function, a.title, False, _LOST) for a in rest))


def _session(cage: Cage, functions: Sequence[str]) -> StudentSession:
    source = CodeCell(SOURCE.name, SOURCE.read_text(encoding="utf-8"))
    return StudentSession(cage, Submission("doctor", (source,), SOURCE.name), functions, LIMITS)


def _control(cage: Cage) -> AttackResult:
    with _session(cage, ["honest"]) as session:
        session.load()
        (outcome,) = session.call_many([Call("honest", (_MATRIX, _VECTOR))], LIMITS.load_seconds)
    right = isinstance(outcome, Returned) and _right(outcome.value)
    return AttackResult("honest", CONTROL, right, NO_TEXT if right else _said(outcome))


def _right(value: object) -> bool:
    if type(value) is not list or len(value) != len(_DUE):
        return False
    solved, quarter, pi = value
    return (
        isinstance(solved, np.ndarray)
        and solved.shape == (2,)
        and bool(np.allclose(solved, _DUE[0], rtol=1e-12, atol=0))
        and (quarter, pi) == _DUE[1:]
    )


def _attack(cage: Cage, attacks: Sequence[Attack], outside: Outside) -> list[AttackResult]:
    """Each attack in turn, as a student's code; a worker that one ends is followed by another."""
    attempts = []
    with _session(cage, [a.function for a in attacks]) as session:
        session.load()
        for attack in attacks:
            (outcome,) = session.call_many([Call(attack.function, attack.arguments(outside))])
            held = attack.held(outcome)
            got = NO_TEXT if held else _said(outcome)
            attempts.append(AttackResult(attack.function, attack.title, held, got))
    return attempts


def _said(outcome: Outcome) -> Text:
    match outcome:
        case Returned(value="escaped"):
            return tr("it succeeded")
        case Returned():
            return tr("it was not stopped")
        case Raised(type_name=name, message=message):
            return tr("{name}: {message}", name=name, message=message)
        case Crashed(why=why):
            return why
        case TimedOut():
            return tr("it did not end in time")
    return _LOST
