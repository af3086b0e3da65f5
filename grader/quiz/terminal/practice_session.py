"""Practice on a terminal: a part is asked, read and marked; then the next.

The session neither reads nor prints by itself: `Talk` does, so that a pipe, a file and a test
take part as a person does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from grader.language.text import Text, tr
from grader.quiz.marking.marks import PartMark, mark_question
from grader.quiz.question.records import Entry, Part, PosedQuestion, Variant
from grader.quiz.question.solving import apart, predicted
from grader.quiz.terminal.screen import Screen
from grader.quiz.variants.drawing import practice_variant
from grader.quiz.variants.pool import Pool

SAID: dict[str, Text] = {
    "intro": tr("One part at a time, marked at once. Enter skips a part, ? gives a hint, q ends."),
    "again": tr("Try again, or press Enter for the solution."),
    "more": tr("Another one like this, on what went wrong? (y, or Enter to go on)"),
    "same": tr("Another one like this? (y, or Enter to go on)"),
    "total": tr("Score {points}/{most}"),
    "first": tr("Right at the first try: {n} of {all}."),
    "next": tr("The same with other numbers: grade quiz {name} --variant {number}"),
    "ended": tr("Ended early; what is blank earns nothing."),
}
_QUIT = frozenset({"q", "quit", "exit", "離開", "結束"})
_HINT = frozenset({"?", "？", "h", "hint", "提示"})
_YES = frozenset({"y", "yes", "好", "要", "是", "ｙ"})
_LONGEST = 4000


class Left(Exception):
    """The learner has had enough, or there is nothing more to read."""


@dataclass(frozen=True, slots=True)
class Talk:
    """`ask(prompt)` gives a line typed, or None at the end of the input; `say` shows lines.
    `person` says that somebody is there who can try again."""

    ask: Callable[[str], str | None]
    say: Callable[[Sequence[str]], None]
    person: bool = True


@dataclass(slots=True)
class PracticeSession:
    """One practice of a variant. `entries` are what was entered last, `first` the number of parts
    right at the first try."""

    variant: Variant
    pool: Pool
    talk: Talk
    screen: Screen
    questions: Sequence[str] = ()
    entries: dict[str, Entry] = field(default_factory=dict)
    marks: list[PartMark] = field(default_factory=list)
    first: int = 0
    left: bool = False

    def run(self) -> None:
        """Ask everything, and say what it came to."""
        quiz, lang = self.variant.quiz, self.screen.lang
        self.talk.say([quiz.title[lang], *self.screen.text(quiz.summary)])
        self.talk.say([*self.screen.text(SAID["intro"]), ""])
        wanted = self.questions
        chosen = [a for a in self.variant.asked if not wanted or a.question.id in wanted]
        rule = "━━" if self.screen.pretty else "--"
        for number, asked in enumerate(chosen, start=1):
            if not self.left:
                self.talk.say([f"{rule} {number}/{len(chosen)} {rule}"])
            self.marks += self._question(asked, self.entries)
        self._end()

    def _question(
        self, asked: PosedQuestion, entries: dict[str, Entry], counts: bool = True
    ) -> list[PartMark]:
        """Ask a question, then others like it as long as they are wanted. The marks are those of
        the first."""
        if not self.left:
            self.talk.say(["", *self.screen.statement(asked), ""])
        missed: list[str] = []
        for part in asked.question.parts:
            if self.left:
                break
            try:
                missed += self._part(asked, part, entries, counts)
            except Left:
                self.left = True
        marks = mark_question(asked, entries)
        if self.talk.person and not self.left:
            self._another(asked, missed)
        return marks

    # ------------------------------------------------------------------ one part

    def _part(
        self, asked: PosedQuestion, part: Part, entries: dict[str, Entry], counts: bool
    ) -> list[str]:
        """Ask a part until it is right or given up. Returns the names of mistakes made in it."""
        id = f"{asked.question.id}.{part.step}"
        place = [p.step for p in asked.question.parts].index(part.step)
        self.talk.say(self.screen.part(asked, part))
        missed: list[str] = []
        tries, mark, told = 0, None, None
        while True:
            line = self._line(asked)
            if not line.strip() and mark is not None:
                break
            entries[id] = line
            mark = mark_question(asked, entries)[place]
            self.talk.say(self.screen.result(mark))
            told = mark if mark.diagnosis else told
            missed += [one for d in mark.diagnosis for one in d.id.split("+")]
            tries += 1
            if mark.right and mark.credit == 1:
                self.first += counts and tries == 1
                self.talk.say([""])
                return missed
            if mark.answer.blank or not self.talk.person:
                break
            self.talk.say([SAID["again"][self.screen.lang]])
        self.talk.say(["", *self.screen.worked(told or mark), ""])
        return missed

    def _line(self, asked: PosedQuestion) -> str:
        """What is typed; hints are given on the way. Raises Left."""
        hints = 0
        while True:
            line = self.talk.ask("> ")
            if line is None or line.strip().lower() in _QUIT:
                raise Left
            if line.strip().lower() not in _HINT:
                return line[:_LONGEST]
            self.talk.say(self.screen.hint(asked, hints))
            hints += 1

    # ------------------------------------------------------------------ another one

    def _another(self, asked: PosedQuestion, missed: Sequence[str]) -> None:
        key = "more" if missed else "same"
        answer = self.talk.ask(f"{SAID[key][self.screen.lang]} ")
        if answer is None:
            self.left = True
        elif answer.strip().lower() in _YES:
            self._question(like(self.variant, asked, self.pool, missed), {}, counts=False)

    def _end(self) -> None:
        say, lang = self.screen, self.screen.lang
        lines = ["", SAID["ended"][lang]] if self.left else []
        points = round(sum(m.points for m in self.marks), 2)
        most = sum(m.part.points for m in self.marks)
        lines.append(SAID["total"].format(points=f"{points:g}", most=f"{most:g}")[lang])
        if self.talk.person:
            lines.append(SAID["first"].format(n=self.first, all=len(self.marks))[lang])
        name = ".".join([self.variant.quiz.id, *self.questions[:1]])
        following = SAID["next"].format(name=name, number=self.variant.number + 1)
        self.talk.say([*lines, *say.text(following)])


def like(
    variant: Variant, asked: PosedQuestion, pool: Pool, missed: Sequence[str]
) -> PosedQuestion:
    """The same question with other numbers, in which the mistakes `missed` can be made again and
    change the answer; simply the next one where there is no such."""
    question = asked.question
    stock = pool[question.id].practice
    here = next((i for i, p in enumerate(stock) if p == asked.params), variant.number)
    wanted = [m for m in question.mistakes if m.id in missed]
    best, most = (here + 1) % len(stock), -1
    for step in range(1, len(stock)):
        number = (here + step) % len(stock)
        shown = sum(
            any(
                (wrong := predicted(question, stock[number], part, [mistake])) is not None
                and (right := predicted(question, stock[number], part, [])) is not None
                and apart(wrong, right, part)
                for part in question.parts
            )
            for mistake in wanted
        )
        if shown > most:
            best, most = number, shown
        if shown == len(wanted):
            break
    chosen = practice_variant(variant.quiz, pool, best)
    return next(a for a in chosen.asked if a.question.id == question.id)
