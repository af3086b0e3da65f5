"""What is said of a part's marks."""

from __future__ import annotations

from collections.abc import Sequence

from grader.language.text import LANGUAGES, Text, joined, listing, sentences, tr, tr_in, tr_many
from grader.quiz.marking.answer_forms import unread
from grader.quiz.marking.marks import PartMark
from grader.quiz.question.records import Kind, Part
from grader.quiz.question.wording import items_shown


def message(mark: PartMark) -> Text:
    """What is not right, in a sentence or two; empty where all is."""
    if mark.answer.blank:
        return tr("This part is blank.")
    if mark.answer.form:
        return mark.answer.form
    if not mark.wrong:
        return Text("")
    if mark.part.kind in (Kind.VECTOR, Kind.MATRIX):
        return _entries(mark)
    cells = mark.answer.cells
    if mark.part.kind is Kind.NUMBER and cells and cells[0].unreadable:
        return unread(cells[0].raw)
    if mark.part.kind is Kind.MATCHING:
        return _items(mark)
    if mark.part.kind is Kind.ORDERING:
        places = _listed([i + 1 for i in mark.wrong])
        return tr("Not right at place {places}.", places=places)
    if mark.part.kind is Kind.CHOICES:
        return tr("Not quite: one too many is ticked, or one is missing.")
    return tr("Not right.")


def notes(mark: PartMark) -> tuple[Text, ...]:
    """Remarks that cost nothing: marked by the student's own values, or why that could not be."""
    out = [mark.answer.note] if mark.answer.note else []
    if mark.carried and mark.credit:
        names = _named(mark.carried)
        if mark.right:
            out.append(tr("This step is right, given your {names}.", names=names))
        else:
            out.append(tr("This step is marked by your {names}.", names=names))
    elif mark.idle and mark.wrong and not mark.answer.blank:
        out.append(
            tr(
                "Your earlier answers leave nothing to check in this step, so it is marked by "
                "the right ones."
            )
        )
    return tuple(out)


def _named(parts: Sequence[Part]) -> Text:
    return joined((p.name for p in parts), tr_in("between the names of things", " and "))


def _entries(mark: PartMark) -> Text:
    """Blank entries, unread ones and wrong ones, each named by its place."""
    cells = mark.answer.cells
    blank = [i for i in mark.wrong if cells[i].blank]
    unreadable = [i for i in mark.wrong if cells[i].unreadable]
    wrong = [i for i in mark.wrong if cells[i].number is not None]
    said: list[Text] = []
    if blank:
        said.append(tr("{places} blank.", places=_places(mark, blank)))
    for i in unreadable[:2]:
        at, what = _places(mark, [i]), unread(cells[i].raw)
        said.append(tr("{places}: {what}", places=at, what=what))
    if len(unreadable) > 2:
        said.append(tr("{n} more cannot be read.", n=len(unreadable) - 2))
    if wrong:
        if len(wrong) == len(cells):
            said.append(tr("None of the numbers is right."))
        else:
            said.append(_not_right(mark, wrong, rest=not blank and not unreadable))
    return sentences(said) if said else Text("")


def _not_right(mark: PartMark, wrong: Sequence[int], rest: bool) -> Text:
    at, n = _places(mark, wrong), len(wrong)
    if not rest:
        return tr_many("{places} is not right.", "{places} are not right.", n, places=at)
    return tr_many(
        "{places} is not right; the others are.",
        "{places} are not right; the others are.",
        n,
        places=at,
    )


def _places(mark: PartMark, at: Sequence[int]) -> Text:
    labels = mark.part.labels(mark.asked.values) if mark.part.labels else ()
    if labels and all(i < len(labels) for i in at):
        shown = listing(labels[i] for i in at)
        return Text({tag: _opening(shown[tag], tag) for tag in shown.tags or LANGUAGES})
    if mark.part.kind is Kind.MATRIX:
        width = len(mark.asked.key(mark.part)[0])
        return listing(
            tr("Row {row} column {column}", row=i // width + 1, column=i % width + 1) for i in at
        )
    places = _listed([i + 1 for i in at])
    return tr_many("Entry {places}", "Entries {places}", len(at), places=places)


def _opening(said: str, tag: str) -> str:
    """An author's words at the beginning of a sentence: a capital letter; in Chinese, a blank
    between what is not Chinese and the sentence behind it."""
    if tag.startswith("zh"):
        return said + (" " if said[-1:].isascii() else "")
    return said[:1].upper() + said[1:]


def _listed(numbers: Sequence[int]) -> Text:
    head, last = numbers[:-1], numbers[-1]
    if not head:
        return Text(str(last))
    return tr("{some} and {last}", some=listing(map(str, head)), last=last)


def _items(mark: PartMark) -> Text:
    """Which items are matched wrongly or not at all, by the number they are shown under."""
    items = mark.part.items(mark.asked.values) if mark.part.items else ()
    shown = [item.id for item in items_shown(mark.asked, mark.part)]
    at = sorted(shown.index(items[i].id) + 1 for i in mark.wrong)
    return tr_many(
        "Number {places} is not matched right.",
        "Numbers {places} are not matched right.",
        len(at),
        places=_listed(at),
    )
