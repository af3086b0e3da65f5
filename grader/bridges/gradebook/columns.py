"""Which column of a sheet is for which assignment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from grader.bridges.gradebook.headings import SheetLayout, bare
from grader.bridges.gradebook.sheet import GradeSheet
from grader.intake.name_parts import named, squeezed
from grader.language.text import Text, tr
from grader.model.errors import UsageError


def columns_of(
    sheet: GradeSheet,
    layout: SheetLayout,
    assignments: Sequence[str],
    given: Sequence[str],
    titles: Mapping[str, Text],
    *,
    asked: bool,
) -> dict[str, int]:
    """A column for each assignment, or, unless it was `asked` for just these, for those that have
    one. `given` are column names, as `NAME` or `ASSIGNMENT=NAME`.

    Raises:
        UsageError: a column is not there, is there twice, or cannot be told.
    """
    if layout.grade is not None:
        return {_only(assignments): layout.grade}
    chosen = _given(sheet, layout, assignments, given)
    unclear: list[str] = []
    for assignment in assignments:
        if assignment in chosen:
            continue
        fitting = _fitting(layout, assignment, titles, set(chosen.values()))
        if len(fitting) == 1:
            chosen[assignment] = fitting[0]
        elif asked or len(fitting) > 1:
            unclear.append(assignment)
    if unclear or not chosen:
        _raise(layout, unclear or assignments)
    if len(set(chosen.values())) < len(chosen):
        raise UsageError(
            tr("Two assignments lead to one column; name them with --column ASSIGNMENT=NAME.")
        )
    return chosen


def _only(assignments: Sequence[str]) -> str:
    if len(assignments) == 1:
        return assignments[0]
    known = ", ".join(assignments)
    raise UsageError(
        tr(
            "This sheet has one column of grades: name its assignment with --assignment ({known}).",
            known=known,
        )
    )


def _given(
    sheet: GradeSheet, layout: SheetLayout, assignments: Sequence[str], given: Sequence[str]
) -> dict[str, int]:
    chosen: dict[str, int] = {}
    for word in given:
        assignment, equals, name = word.partition("=")
        if not equals or assignment not in assignments:
            assignment, name = "", word
        if not assignment:
            if len(assignments) != 1:
                raise UsageError(
                    tr(
                        "--column {word}: there are several assignments; write --column "
                        "ASSIGNMENT={word}.",
                        word=word,
                    )
                )
            assignment = assignments[0]
        chosen[assignment] = _named(sheet, layout, name)
    return chosen


def _named(sheet: GradeSheet, layout: SheetLayout, name: str) -> int:
    heads = [cell.value for cell in sheet.lines[layout.header].cells]
    may, wanted = dict(layout.items), squeezed(name)
    for same in (
        [i for i in may if heads[i].strip() == name.strip()],
        [i for i in may if wanted in (squeezed(may[i]), squeezed(heads[i]))],
    ):
        if len(same) == 1:
            return same[0]
        if same:
            raise UsageError(
                tr(
                    "{count} columns are called {name}; give the whole heading as it stands.",
                    count=len(same),
                    name=name,
                )
            )
    raise UsageError(
        tr(
            "There is no column {name} for grades; there are: {layout}.",
            name=name,
            layout=_listed(layout),
        )
    )


def _fitting(
    layout: SheetLayout, assignment: str, titles: Mapping[str, Text], taken: set[int]
) -> list[int]:
    title = titles.get(assignment, Text(""))
    same = {squeezed(t) for t in (assignment, *(title[tag] for tag in title.tags)) if t}
    free = [(i, name) for i, name in layout.items if i not in taken]
    for names in (_whole, bare):
        fitting = [i for i, name in free if squeezed(names(name)) in same]
        if fitting:
            return fitting
    known = tuple(titles)
    hits = [(i, named(name, known)) for i, name in free if len(name) <= 255]
    return [i for i, hit in hits if hit is not None and hit.assignment == assignment]


def _whole(name: str) -> str:
    return name


def _raise(layout: SheetLayout, assignments: Sequence[str]) -> None:
    names, seen = ", ".join(assignments), _listed(layout)
    raise UsageError(
        tr(
            "Cannot tell which column is for {names}; name it with --column ASSIGNMENT=NAME. The "
            "sheet has: {seen}.",
            names=names,
            seen=seen,
        )
    )


def _listed(layout: SheetLayout) -> str:
    return "、".join(name for _, name in layout.items[:30]) or "—"
