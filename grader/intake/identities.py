"""Who is who: from what paths say to one id for each student."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from grader.intake.gathered import Absent, Found, NotGraded
from grader.intake.layout import Claim
from grader.intake.name_parts import folded, tidy, tokens
from grader.intake.not_graded import reason
from grader.intake.platform_paths import Who
from grader.intake.roster import Directory, Roster


@dataclass(frozen=True, slots=True)
class ClassStudent:
    """One student: the id that grading uses, and a name where one is known."""

    id: str
    name: str | None


class People:
    """The students of a class as claims name them; remembers what there is to warn about."""

    def __init__(self, roster: Roster | None) -> None:
        self.roster = roster
        self._directory = Directory(roster) if roster is not None else None
        self._doubles: set[str] = set()
        self._students: dict[tuple[str, Who], ClassStudent] = {}
        self._warnings: dict[tuple[str, str], NotGraded] = {}

    def known(self, text: str) -> bool:
        """Whether the roster has exactly one student by this id, name or address."""
        if self._directory is None or not text:
            return False
        clean = tidy(text)
        return len(self._directory.find(ids=[clean], names=[clean])) == 1

    def meet(self, claims: Iterable[Claim]) -> None:
        """Note the names that several students of a platform share: to be called first."""
        numbers: dict[tuple[object, ...], set[str]] = defaultdict(set)
        for claim in claims:
            for who in claim.who:
                if who.number is None or claim.scheme not in {"moodle", "canvas"}:
                    continue
                # Moodle's number is good in one assignment, so within one download only.
                area = claim.area[:-1] if claim.file == claim.entry.file else claim.area
                place = area if claim.scheme == "moodle" else ()
                numbers[(claim.scheme, place, who.raw)].add(who.number)
        self._doubles = {str(key[2]) for key, found in numbers.items() if len(found) > 1}

    def student(self, claim: Claim, who: Who) -> ClassStudent:
        """The student that `who` is; always the same for the same words."""
        key = (claim.scheme, who)
        if key not in self._students:
            self._students[key] = self._identify(claim, who)
        return self._students[key]

    def is_called(self, claim: Claim, who: Who, name: str) -> bool:
        """Is `name`, an id that a file gives, that of the student who handed it in?"""
        student = self.student(claim, who)
        wanted = folded(tidy(name))
        own = [student.id, student.name, who.raw, who.name, who.sid, who.email, who.number]
        own += [who.email.partition("@")[0]] if who.email else []
        if any(text and folded(text) == wanted for text in own):
            return True
        if self._directory is not None:
            people = self._directory.find(ids=[tidy(name)])
            if len(people) == 1:
                return people[0].id == student.id
        # `B10901001_王小明`: the id stands beside the name.
        return len(wanted) > 3 and wanted in tokens(who.raw)

    def may_be(self, claim: Claim, name: str) -> bool:
        """Can it not be told whether `name` is the student's who handed it in? So it is where a
        platform gives names or numbers of its own and no roster leads from them to ids."""
        if claim.scheme not in {"moodle", "canvas", "gradescope"} or len(claim.who) != 1:
            return False
        if self._directory is None:
            return claim.who[0].sid is None
        there = self._directory.find(ids=[tidy(name)])
        return not there and not self.known(self.student(claim, claim.who[0]).id)

    def _identify(self, claim: Claim, who: Who) -> ClassStudent:
        double = who.number is not None and who.raw in self._doubles
        raw = f"{who.raw}_{who.number}" if double else who.raw
        where = claim.entry.where.shown
        if double:
            self._warn("same-name", raw, where)
        if self._directory is None:
            return ClassStudent(raw, who.name)
        people = self._directory.find(
            ids=[] if double else [i for i in (who.sid, who.raw) if i],
            names=[who.name] if who.name and not double else [],
            emails=[who.email] if who.email else [],
            numbers=[who.number] if who.number and claim.scheme == "canvas" else [],
        )
        if len(people) == 1:
            return ClassStudent(people[0].id, people[0].name or who.name)
        if people:
            names = "、".join(f"{p.id} {p.name or ''}".strip() for p in people[:5])
            self._warn("ambiguous", raw, where, people=names)
        elif not double:
            self._warn("not-on-roster", raw, where)
        return ClassStudent(raw, who.name)

    def _warn(self, kind: str, student: str, where: str, **values: object) -> None:
        line = NotGraded(where, student, reason(kind, **values), kind)
        self._warnings.setdefault((student, kind), line)

    def warnings(self, graded: Sequence[str]) -> list[NotGraded]:
        """What there is to warn about the students who are `graded`, similar ids included."""
        there = set(graded)
        lines = [w for w in self._warnings.values() if w.student in there]
        for alike in similar(there).values():
            text = reason("similar-ids", people="、".join(alike))
            lines += [NotGraded(student, student, text, "similar-ids") for student in alike]
        return lines

    def absent(
        self,
        found: Iterable[Found],
        lines: Sequence[NotGraded],
        names: Sequence[str],
        *,
        everything: bool,
    ) -> tuple[Absent, ...]:
        """Who on the roster has nothing in `found` for an assignment of `names`: for each of them
        if `everything`, else for those that anybody handed in, readable or not."""
        if self.roster is None:
            return ()
        there = {(f.student, f.assignment) for f in found}
        handed = {name for _, name in there} | {line.assignment for line in lines}
        instead: dict[str, list[NotGraded]] = defaultdict(list)
        for line in lines:
            if line.student is not None and line.kind not in {"superseded", "helper", "not-asked"}:
                instead[line.student].append(line)
        return tuple(
            Absent(
                person.id,
                person.name,
                name,
                tuple(x.where for x in instead[person.id] if x.assignment in {None, name}),
            )
            for person in sorted(self.roster.people, key=lambda p: p.id)
            for name in names
            if (everything or name in handed) and (person.id, name) not in there
        )


def similar(students: Iterable[str]) -> dict[str, list[str]]:
    """Ids that are the same but for case, by what they have in common."""
    groups: dict[str, list[str]] = defaultdict(list)
    for student in sorted(set(students)):
        groups[folded(student)].append(student)
    return {key: alike for key, alike in groups.items() if len(alike) > 1}
