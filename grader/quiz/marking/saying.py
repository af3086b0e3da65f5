"""What is said of a part's marks, in both languages."""

from __future__ import annotations

from collections.abc import Sequence

from grader.language.text import Text
from grader.quiz.marking.answer_forms import unread
from grader.quiz.marking.marks import PartMark
from grader.quiz.question.records import Kind, Part
from grader.quiz.question.wording import filled, items_shown

_MOST = 6


def message(mark: PartMark) -> Text:
    """What is not right, in a sentence or two; empty where all is."""
    if mark.answer.blank:
        return Text("這一格沒有作答。", "This part is blank.")
    if mark.answer.form:
        return mark.answer.form
    if not mark.wrong:
        return Text("", "")
    if mark.part.kind in (Kind.VECTOR, Kind.MATRIX):
        return _entries(mark)
    cells = mark.answer.cells
    if mark.part.kind is Kind.NUMBER and cells and cells[0].unreadable:
        return unread(cells[0].raw)
    if mark.part.kind is Kind.MATCHING:
        return _items(mark)
    if mark.part.kind is Kind.ORDERING:
        places = _listed([i + 1 for i in mark.wrong])
        return Text(f"第 {places.zh} 個位置不對。", f"Not right at place {places.en}.")
    if mark.part.kind is Kind.CHOICES:
        return Text(
            "選得不完全對：多選或少選了。", "Not quite: one too many is ticked, or one is missing."
        )
    return Text("不對。", "Not right.")


def notes(mark: PartMark) -> tuple[Text, ...]:
    """Remarks that cost nothing: marked by the student's own values, or why that could not be."""
    out = [mark.answer.note] if mark.answer.note else []
    if mark.carried and mark.credit:
        names = _named(mark.carried)
        if mark.right:
            out.append(
                Text(
                    f"依你的 {names.zh}，這一步是對的。",
                    f"This step is right, given your {names.en}.",
                )
            )
        else:
            out.append(
                Text(
                    f"這一步是依你的 {names.zh} 評的。",
                    f"This step is marked by your {names.en}.",
                )
            )
    elif mark.idle and mark.wrong and not mark.answer.blank:
        out.append(
            Text(
                "依你前面的答案，這一步就沒有東西可以檢查了，所以用正確的值來評。",
                "Your earlier answers leave nothing to check in this step, so it is marked by "
                "the right ones.",
            )
        )
    return tuple(out)


def _named(parts: Sequence[Part]) -> Text:
    zh = "、".join(p.name.zh for p in parts)
    return Text(zh, " and ".join(p.name.en for p in parts))


def _entries(mark: PartMark) -> Text:
    """Blank entries, unread ones and wrong ones, each named by its place."""
    cells = mark.answer.cells
    blank = [i for i in mark.wrong if cells[i].blank]
    unreadable = [i for i in mark.wrong if cells[i].unreadable]
    wrong = [i for i in mark.wrong if cells[i].number is not None]
    said = Text("", "")
    if blank:
        at = _places(mark, blank)
        said += Text(f"{at.zh}沒有填。", f"{at.en} blank. ")
    for i in unreadable[:2]:
        at, what = _places(mark, [i]), unread(cells[i].raw)
        said += Text(f"{at.zh}：{what.zh}", f"{at.en}: {what.en} ")
    if len(unreadable) > 2:
        n = len(unreadable) - 2
        said += Text(f"還有 {n} 格讀不懂。", f"{n} more cannot be read. ")
    if wrong:
        if len(wrong) == len(cells):
            said += Text("沒有一個數是對的。", "None of the numbers is right.")
        else:
            at = _places(mark, wrong)
            verb = "is" if len(wrong) == 1 else "are"
            said += Text(f"{at.zh}不對，其他都對。", f"{at.en} {verb} not right; the others are.")
            if blank or unreadable:
                said = Text(
                    said.zh.replace("不對，其他都對。", "不對。"),
                    said.en.replace("not right; the others are.", "not right."),
                )
    return Text(said.zh, said.en.strip())


def _places(mark: PartMark, at: Sequence[int]) -> Text:
    labels = mark.part.labels(mark.asked.values) if mark.part.labels else ()
    if labels and all(i < len(labels) for i in at):
        shown = [labels[i] for i in at]
        zh, en = "、".join(t.zh for t in shown), ", ".join(t.en for t in shown)
        gap = " " if zh[-1].isascii() else ""
        return Text(zh + gap, en[:1].upper() + en[1:])
    if mark.part.kind is Kind.MATRIX:
        width = len(mark.asked.key(mark.part)[0])
        pairs = [(i // width + 1, i % width + 1) for i in at]
        zh = "、".join(f"第 {r} 列第 {c} 行" for r, c in pairs)
        return Text(zh, ", ".join(f"Row {r} column {c}" for r, c in pairs))
    places = _listed([i + 1 for i in at])
    noun = "Entry" if len(at) == 1 else "Entries"
    return Text(f"第 {places.zh} 個數", f"{noun} {places.en}")


def _listed(numbers: Sequence[int]) -> Text:
    zh = "、".join(map(str, numbers))
    head, last = numbers[:-1], numbers[-1]
    en = f"{', '.join(map(str, head))} and {last}" if head else str(last)
    return Text(zh, en)


def _items(mark: PartMark) -> Text:
    """Which items are matched wrongly or not at all, by the number they are shown under."""
    items = mark.part.items(mark.asked.values) if mark.part.items else ()
    shown = [item.id for item in items_shown(mark.asked, mark.part)]
    at = sorted(shown.index(items[i].id) + 1 for i in mark.wrong)
    places = _listed(at)
    noun = "Number" if len(at) == 1 else "Numbers"
    verb = "is" if len(at) == 1 else "are"
    return Text(f"第 {places.zh} 個配得不對。", f"{noun} {places.en} {verb} not matched right.")


def prompt_in_full(mark: PartMark) -> Text:
    """The part's prompt with the numbers of the variant."""
    return filled(mark.asked, mark.part.prompt)
