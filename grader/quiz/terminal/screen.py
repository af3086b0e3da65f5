"""A quiz on a terminal, as lines of text: the statement, what is asked, what came of an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from grader.language.text import Text, tr
from grader.quiz.exact.numbers import shape
from grader.quiz.marking.marks import PartMark
from grader.quiz.marking.saying import message, notes
from grader.quiz.question.records import Kind, Part, PosedQuestion, Table
from grader.quiz.question.solving import index
from grader.quiz.question.wording import answer_text, filled, items_shown, options_shown
from grader.quiz.terminal.curves import plot_lines
from grader.quiz.terminal.formulas import inline, readable
from grader.render.typeset import pad, width, wrap

SAID: dict[str, Text] = {
    "points": tr("{points} points"),
    "source": tr("Slide: {source}"),
    "right": tr("✓ Right."),
    "part": tr("◐ Partly right: {points}/{most} points."),
    "wrong": tr("✗ Not right yet."),
    "blank": tr("– Blank."),
    "mistake": tr("The mistake: {text}"),
    "mistakes": tr("One of these: {text}"),
    "key": tr("The answer: {key}"),
    "worked": tr("Step by step:"),
    "here": tr("← yours differs from here on"),
    "hint": tr("Hint: {text}"),
    "no_hint": tr("There is no further hint here."),
    "vector": tr("Give {n} numbers, such as 1, -0.5, 1/3 …"),
    "matrix": tr(
        "Give a {rows}×{columns} matrix row by row, with semicolons between rows, as in 1, 2; 3, 4"
    ),
    "shape": tr("As (rows, columns): (2, 3), for example"),
    "choice": tr("Give one letter"),
    "choices": tr("Give all the letters that are true: A, C"),
    "matching": tr("Give the letters for 1 to {n}: {example}"),
    "ordering": tr("Give the letters in order: {example}"),
}


@dataclass(frozen=True, slots=True)
class Screen:
    """How lines are made: the language, how wide, and whether the terminal has ⎡ and ●."""

    lang: str
    columns: int = 80
    pretty: bool = True

    def say(self, key: str, /, **values: object) -> str:
        return SAID[key].format(**values)[self.lang]

    # ------------------------------------------------------------------ what is asked

    def statement(self, asked: PosedQuestion) -> list[str]:
        """A question with its tables and plot."""
        question = asked.question
        lines = [question.title[self.lang], *self.text(filled(asked, question.statement))]
        for table in question.tables(asked.values) if question.tables else ():
            lines += ["", *self.table(asked, table)]
        if question.plot is not None:
            plot = question.plot(asked.values)
            lines += ["", *plot_lines(plot, pretty=self.pretty), *self.text(plot.alt)]
        return lines

    def part(self, asked: PosedQuestion, part: Part) -> list[str]:
        """What a part asks, its options, and how to answer."""
        points = self.say("points", points=f"{part.points:g}")
        title = filled(asked, part.title)[self.lang]
        head = tr("{title} ({points})", title=inline(title), points=points)[self.lang]
        lines = [head, *self.text(filled(asked, part.prompt))]
        for number, item in enumerate(items_shown(asked, part), start=1):
            lines += self._hung(f"  {number}. ", inline(filled(asked, item.text)[self.lang]))
        for letter, option in options_shown(asked, part):
            if option.plot is not None:
                lines += ["", f"  {letter}."]
                lines += [f"  {row}" for row in plot_lines(option.plot, pretty=self.pretty)]
                lines += self._hung("     ", option.plot.alt[self.lang])
            else:
                lines += self._hung(f"  {letter}. ", inline(filled(asked, option.text)[self.lang]))
        for line in self._form(asked, part):
            lines += self._hung("  ", line)
        return lines

    def _form(self, asked: PosedQuestion, part: Part) -> Iterator[str]:
        key = asked.key(part)
        if part.kind is Kind.VECTOR:
            yield self.say("vector", n=len(key))
            if part.labels:
                yield ", ".join(inline(t[self.lang]) for t in part.labels(asked.values))
        elif part.kind is Kind.MATRIX:
            rows, columns = shape(key)
            yield self.say("matrix", rows=rows, columns=columns)
        elif part.kind is Kind.SHAPE:
            yield self.say("shape")
        elif part.kind in (Kind.CHOICE, Kind.PLOT):
            yield self.say("choice")
        elif part.kind is Kind.CHOICES:
            yield self.say("choices")
        elif part.kind.chosen:
            letters = [letter for letter, _ in options_shown(asked, part)]
            count = len(items_shown(asked, part)) or len(letters)
            example = ", ".join((letters * count)[:count])
            yield self.say(str(part.kind), n=count, example=example)

    def table(self, asked: PosedQuestion, table: Table) -> list[str]:
        """A table in columns, a rule below its head."""
        rows = [
            [inline(filled(asked, cell)[self.lang]) for cell in row]
            for row in (table.head, *table.rows)
        ]
        count = max(map(len, rows), default=0)
        rows = [[*row, *[""] * (count - len(row))] for row in rows]
        widths = [max(width(row[c]) for row in rows) for c in range(count)]
        made = ["  " + "  ".join(map(pad, row, widths)).rstrip() for row in rows]
        rule = "  " + "  ".join(("─" if self.pretty else "-") * w for w in widths)
        caption = filled(asked, table.caption)[self.lang]
        return [*([f"  {inline(caption)}"] if caption else []), made[0], rule, *made[1:]]

    # ------------------------------------------------------------------ what came of it

    def result(self, mark: PartMark) -> list[str]:
        """How a part was marked, what is not right and which mistake it is."""
        if mark.answer.blank:
            return [self.say("blank")]
        if mark.right and mark.credit == 1:
            lines = [self.say("right")]
        elif mark.credit:
            points, most = f"{round(mark.points, 2):g}", f"{mark.part.points:g}"
            lines = [self.say("part", points=points, most=most)]
        else:
            lines = [self.say("wrong")]
        said = message(mark)[self.lang]
        if said and said != tr("Not right.")[self.lang]:
            lines += self._hung("  ", inline(said))
        named = [d.text[self.lang] for d in mark.diagnosis]
        if named:
            key = "mistake" if len(named) == 1 else "mistakes"
            lines += self._hung("  ", inline(self.say(key, text=" / ".join(named))))
        for note in notes(mark):
            lines += self._hung("  ", inline(note[self.lang]))
        return lines

    def worked(self, mark: PartMark) -> list[str]:
        """The worked solution of a part in the learner's numbers, with a sign at the first step
        where the answer went another way; then the key."""
        asked, part = mark.asked, mark.part
        lines: list[str] = []
        steps = steps_of(mark)
        marked = _marked_step(mark, steps)
        if steps:
            lines.append(self.say("worked"))
        for number, (_, text) in enumerate(steps):
            head = f"{number + 1}. "
            body = self.text(filled(asked, text), self.columns - 2 - len(head))
            sign = " "
            if number == marked:
                body[0] = f"{body[0]}  {self.say('here')}"
                sign = "▶" if self.pretty else ">"
            lines += [f"{sign} {head}{body[0]}".rstrip()]
            lines += [f"{' ' * (2 + len(head))}{line}".rstrip() for line in body[1:]]
        key = answer_text(asked, part, asked.key(part))
        unit = part.unit[self.lang]
        lines.append(self.say("key", key=f"{key} {unit}".rstrip()))
        return lines

    def hint(self, asked: PosedQuestion, number: int) -> list[str]:
        """Hint `number` (from 0) of a question."""
        hints = asked.question.hints
        if number >= len(hints):
            return [self.say("no_hint")]
        return self.text(SAID["hint"].format(text=filled(asked, hints[number])))

    # ------------------------------------------------------------------ text

    def text(self, text: Text, columns: int | None = None) -> list[str]:
        return readable(text[self.lang], columns or self.columns, wrap, self.pretty)

    def _hung(self, head: str, text: str) -> list[str]:
        indent = " " * width(head)
        rows = wrap(text, self.columns - len(indent))
        return [f"{head if i == 0 else indent}{row}" for i, row in enumerate(rows)]


def steps_of(mark: PartMark) -> Sequence[tuple[str, Text]]:
    """The worked steps that lead to a part: those after the part before it (or from where the
    answer went another way) up to its own; all of the question's, where it has none of its own."""
    question, part = mark.asked.question, mark.part
    last = index(question, part.step)
    places = [index(question, p.step) for p in question.parts]
    first = max((p for p in places if p < last), default=-1) + 1
    wrong = diverging(mark)
    first = min(first, index(question, wrong)) if wrong else first
    own = [(w.step, w.text) for w in question.worked if first <= index(question, w.step) <= last]
    return own or [(w.step, w.text) for w in question.worked]


def _marked_step(mark: PartMark, steps: Sequence[tuple[str, Text]]) -> int | None:
    """Which of the steps shown gets the sign; None for none. Where each entry has a line of its
    own, it is that of the first wrong entry."""
    at = [i for i, (step, _) in enumerate(steps) if step == diverging(mark)]
    if not at:
        return None
    entries = len(mark.answer.cells)
    own = len(at) == entries > 1 and steps[at[0]][0] == mark.part.step
    return at[mark.wrong[0]] if own and mark.wrong else at[0]


def diverging(mark: PartMark) -> str:
    """The first step at which an answer is known to have gone another way: that of the named
    mistake (the earlier of two made together), else the part's own. Empty where the answer is
    right, blank, of another form or cannot be read."""
    if mark.answer.blank or (mark.right and mark.credit == 1):
        return ""
    read = any(cell.number is not None for cell in mark.answer.cells) or not mark.answer.cells
    if (mark.answer.form or not read) and not mark.diagnosis:
        return ""
    question = mark.asked.question
    worked = {w.step for w in question.worked}
    firsts = set()
    for found in mark.diagnosis:
        named = {m.step for m in question.mistakes if m.id in found.id.split("+")}
        firsts.add(next((s.name for s in question.steps if s.name in named), mark.part.step))
    step = firsts.pop() if len(firsts) == 1 else mark.part.step
    return step if step in worked else mark.part.step
