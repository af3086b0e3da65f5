"""What lies there: which file of whom for which assignment, and what is not graded, and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from grader.course.load import require
from grader.intake.answer_files import AnswersFile, refuse_sheet
from grader.intake.answer_owner import answered, answers_in
from grader.intake.file_reading import FileReader, contents
from grader.intake.gathered import Found, Gathered, NotGraded, Refused
from grader.intake.identities import ClassStudent, People, similar
from grader.intake.layout import Claim, TreeLayout
from grader.intake.name_parts import named, named_folder, shown
from grader.intake.not_graded import CHOSEN, GROUP, LATE, SIMILAR, reason, unread_work
from grader.intake.platform_metadata import PlatformRecords
from grader.intake.platform_paths import Who
from grader.intake.roster import Roster
from grader.intake.scan import Entry, other_archive, scan
from grader.intake.version_choice import (
    BESIDE,
    EXACT,
    MISPLACED,
    Candidate,
    Choice,
    Chooser,
    after,
    defined,
    fit,
)
from grader.language.text import Text
from grader.model.assignment import Course
from grader.model.submission import CodeCell

if TYPE_CHECKING:
    from grader.quiz.course.settings import QuizSettings

# Bytes that may come out of zips for one student: what one does must not stop the others.
_MOST_UNPACKED = 64 << 20


def gather(
    root: Path,
    course: Course,
    *,
    assignments: Sequence[str] | None = None,
    roster: Roster | None = None,
    skip: Sequence[Path] = (),
    quizzes: Mapping[str, QuizSettings] | None = None,
    student: str | None = None,
) -> Gathered:
    """Find the submissions in a folder or a zip, in any of the shapes that `platform_paths` and
    `layout` describe. Every file is looked at once, one at a time; none is written, run or parsed.

    `assignments` are those wanted (None: all); a file whose name says nothing counts for the only
    one wanted. `skip` are paths not to look into, such as the folder for the results. Students on
    the roster who handed in nothing are `absent`, for the assignments wanted, or else for those
    that anybody handed in. `quizzes` are those of the course's assignments that are quizzes:
    their answers files are known by what they say, and whose they are is checked. `student`: the
    folder is this student's own, as submission systems name them, whatever names say in it.

    Raises:
        UsageError: `root` cannot be read, or the course has no such assignment.
    """
    require(course, *(assignments or ()))
    with FileReader() as reader:
        hidden = frozenset(str(path.resolve()) for path in skip)
        entries = list(scan(root, reader, hidden))
        platform = PlatformRecords(entries, reader)
        gathering = _Gathering(course, reader, assignments, roster, platform, quizzes or {})
        return gathering.all(entries, root, student)


class _Gathering:
    def __init__(
        self,
        course: Course,
        reader: FileReader,
        assignments: Sequence[str] | None,
        roster: Roster | None,
        platform: PlatformRecords,
        quizzes: Mapping[str, QuizSettings],
    ) -> None:
        self._course = course
        self._platform = platform
        self._quizzes = quizzes
        self._code = tuple(name for name in course.names if name not in quizzes)
        self._reader = reader
        self._asked = tuple(dict.fromkeys(assignments)) if assignments else None
        self._people = People(roster)
        self._chooser = Chooser(course, reader)
        self._not: list[NotGraded] = []
        self._warnings: list[NotGraded] = []
        self._grouped: dict[str, list[str]] = defaultdict(list)
        self._unpacked: Counter[tuple[Who, ...]] = Counter()

    def all(self, entries: list[Entry], root: Path, student: str | None) -> Gathered:
        layout = TreeLayout(self._course.names, self._people.known, self._platform.owners)
        if student is None:
            claims = layout.claims(entries, root.resolve().name)
        else:
            claims = layout.own(entries, Who(student))
        for place in layout.beside:
            line = NotGraded(shown(place), None, reason("download-beside"), "download-beside")
            self._warnings.append(line)
        self._people.meet(claims)
        rivals: dict[tuple[ClassStudent, str], list[Candidate]] = defaultdict(list)
        for claim in claims:
            candidate = self._candidate(claim)
            if candidate is None:
                continue
            owners = claim.who if candidate.owners is None else candidate.owners
            for owner in dict.fromkeys(self._people.student(claim, w) for w in owners):
                rivals[(owner, candidate.assignment)].append(candidate)
        merged = _by_id(rivals)
        found = [self._found(*key, merged[key]) for key in sorted(merged, key=_order)]
        return self._settled([one for one in found if one is not None])

    # ------------------------------------------------------------------ one file

    def _candidate(self, claim: Claim) -> Candidate | None:
        """What may be graded of a claim; else None, and the reason is noted."""
        entry = claim.entry
        name: str | None = None
        if entry.problem == "junk":
            self._grouped["junk"].append(entry.where.shown)
            return None
        try:
            if entry.problem is not None:
                raise Refused(entry.problem, **dict(entry.values))
            if self._platform.holds(entry):
                self._grouped["metadata"].append(entry.where.shown)
                return None
            if claim.mark is not None and claim.mark.typed:
                raise Refused("online-text")
            answers = self._answers(claim)
            if answers is not None:
                name = answers.quiz
                if not self._wanted(name):
                    raise Refused("not-asked", assignment=name)
                submitted = self._platform.submitted(claim)
                return answered(claim, answers, self._people, submitted, self._warnings.append)
            if not claim.candidate:
                suffix = other_archive(claim.file)
                raise Refused("archive", suffix=suffix) if suffix else Refused("other")
            name, fitting, version = self._by_name(claim)
            if not claim.who:
                raise Refused("no-student")
            if name is not None and not self._wanted(name):
                raise Refused("not-asked", assignment=name)
            cells, _ = contents(self._bytes(claim), claim.file)
            name = name or self._by_content(cells)
            if name is None:
                raise Refused("unknown")
            if not self._wanted(name):
                raise Refused("not-asked", assignment=name)
        except Refused as refused:
            self._refuse(claim, refused, name or refused.values.get("assignment"))
            return None
        return Candidate(claim, name, fitting, version, self._platform.submitted(claim))

    def _answers(self, claim: Claim) -> AnswersFile | None:
        """What a file that may be a quiz's answers says; None where it is something else."""
        refuse_sheet(claim.file, self._quizzes)
        if not self._quizzes or not claim.answers:
            return None
        return answers_in(claim, self._bytes(claim), self._quizzes)

    def _bytes(self, claim: Claim) -> bytes:
        """The file's bytes, as long as its owners have not had too many out of zips."""
        where = claim.entry.where
        if where.inside and self._unpacked[claim.who] > _MOST_UNPACKED:
            raise Refused("bomb")
        data = self._reader.bytes_of(where)
        self._unpacked[claim.who] += len(data)
        return data

    def _refuse(self, claim: Claim, refused: Refused, assignment: object) -> None:
        who = self._people.student(claim, claim.who[0]).id if len(claim.who) == 1 else None
        why = reason(refused.kind, **refused.values)
        name = str(assignment) if assignment else None
        line = NotGraded(claim.entry.where.shown, who, why, refused.kind, name)
        self._not.append(line)

    def _wanted(self, name: str) -> bool:
        return self._asked is None or name in self._asked

    def _by_name(self, claim: Claim) -> tuple[str | None, int, int]:
        names = self._code
        own: list[str] = []
        for who in claim.who:
            student = self._people.student(claim, who)
            own += [student.id, student.name or "", who.raw]
        name, fitting, version = fit(claim, names, [text for text in own if text])
        folder: str | None = None
        for part in reversed(claim.folders):
            folder = named_folder(part, names) if len(part) <= 255 else None
            if folder:
                hit = named(part, names)
                if name is not None and name != folder and hit is not None and not hit.rest:
                    return name, MISPLACED, version
                break
        return (name, fitting, version) if name is not None else (folder, BESIDE, version)

    def _by_content(self, cells: Sequence[CodeCell]) -> str | None:
        """The assignment whose functions are defined; the only one wanted, if none are at all."""
        scores = {name: defined(self._course.load(name), cells) for name in self._code}
        only = self._asked[0] if self._asked and len(self._asked) == 1 else None
        only = only if only in self._code else None
        best = max(scores.values(), default=0)
        if only is not None and (scores[only] or not best):
            return only
        winners = [name for name, score in scores.items() if score == best]
        return winners[0] if best and len(winners) == 1 else None

    # ------------------------------------------------------------------ one student

    def _found(
        self, student: ClassStudent, assignment: str, rivals: list[Candidate]
    ) -> Found | None:
        choice = self._chooser.choose(rivals)
        claim = choice.chosen.claim
        where = claim.entry.where
        unread = unread_work(self._not, student.id, assignment)
        if unread is not None and not self._chooser.worked(choice.chosen):
            # The work is probably in the file that could not be read: no zero for the other.
            why = reason("unwritten", other=unread.where)
            line = NotGraded(where.shown, student.id, why, "unwritten", assignment)
            self._not.append(line)
            return None
        notes: list[Text] = []
        if choice.why is not None:
            named_as = shown((*claim.entry.parts[len(claim.area) : -1], claim.file))
            count = len(choice.others) + 1
            notes.append(CHOSEN.format(count=count, chosen=named_as, why=choice.why))
            self._superseded(student, choice)
        if len(claim.who) > 1:
            notes.append(GROUP.format(count=len(claim.who)))
        submitted = choice.chosen.submitted
        late = claim.mark is not None and claim.mark.late
        if assignment in self._quizzes:
            late = late or after(submitted, self._quizzes[assignment].due)
        return Found(
            student=student.id,
            name=student.name,
            assignment=assignment,
            source=where,
            file=claim.file,
            late=LATE if late else None,
            submitted=submitted,
            notes=tuple(notes),
        )

    def _superseded(self, student: ClassStudent, choice: Choice) -> None:
        chosen = choice.chosen
        path = chosen.claim.entry.where.shown
        for other in choice.others:
            helper = other.fit <= BESIDE and chosen.fit >= EXACT
            kind = "helper" if helper else "superseded"
            values = {"chosen": path} if helper else {"chosen": path, "why": choice.why}
            where = other.claim.entry.where.shown
            text = reason(kind, **values)
            self._not.append(NotGraded(where, student.id, text, kind, other.assignment))
        areas = {c.claim.area for c in (chosen, *choice.others)}
        schemes = {c.claim.scheme for c in (chosen, *choice.others)}
        if len(areas) > 1 and schemes != {"inbound"}:
            text = reason("several-sources", assignment=chosen.assignment, chosen=path)
            line = NotGraded(path, student.id, text, "several-sources", chosen.assignment)
            self._warnings.append(line)

    # ------------------------------------------------------------------ the whole

    def _settled(self, found: list[Found]) -> Gathered:
        for kind, paths in self._grouped.items():
            count = len(paths)
            self._not.append(
                NotGraded(min(paths), None, reason(kind, count=count), kind, None, count)
            )
        students = [f.student for f in found]
        alike = {s: group for group in similar(students).values() for s in group}
        told = tuple(_with_similar(f, alike[f.student]) if f.student in alike else f for f in found)
        warnings = self._warnings + self._people.warnings(students)
        lines = sorted(self._not, key=_line)
        names = self._asked or self._course.names
        return Gathered(
            found=told,
            not_graded=tuple(lines),
            absent=self._people.absent(found, lines, names, everything=self._asked is not None),
            warnings=tuple(sorted(warnings, key=_line)),
        )


def _by_id(
    rivals: dict[tuple[ClassStudent, str], list[Candidate]],
) -> dict[tuple[ClassStudent, str], list[Candidate]]:
    """One group for each id, under the first name known for it."""
    names: dict[str, str] = {}
    for student, _ in rivals:
        if student.name:
            names[student.id] = min(names.get(student.id, student.name), student.name)
    merged: dict[tuple[ClassStudent, str], list[Candidate]] = defaultdict(list)
    for (student, assignment), candidates in rivals.items():
        merged[(ClassStudent(student.id, names.get(student.id)), assignment)] += candidates
    return merged


def _order(key: tuple[ClassStudent, str]) -> tuple[str, str]:
    return key[0].id, key[1]


def _line(line: NotGraded) -> tuple[str, str, str]:
    return line.student or "", line.where, line.kind


def _with_similar(found: Found, alike: list[str]) -> Found:
    others = "、".join(s for s in alike if s != found.student)
    return replace(found, notes=(*found.notes, SIMILAR.format(people=others)))
