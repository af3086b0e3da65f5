"""A report for the terminal: one line a function, the first failure in full, the score last."""

from __future__ import annotations

from collections.abc import Sequence

from grader.language.text import tr
from grader.model.report import CheckResult, Report, Verdict
from grader.render import report_words
from grader.render.ink import ASCII, BLOCK_LINES, UNICODE, Ink, Symbols
from grader.render.links import linked
from grader.render.report_words import say
from grader.render.typeset import cut, pad, slices, width, wrap
from grader.render.views import (
    FunctionView,
    first_failing,
    function_views,
    is_quiz,
    next_step,
    notices,
    number,
    place,
    public,
    reason,
)

__all__ = ["ASCII", "UNICODE", "Symbols", "TextRenderer"]


class TextRenderer(Ink):
    """Renders reports. Make one with `TextRenderer.for_stream(sys.stdout, lang)`."""

    # ------------------------------------------------------------------ whole texts

    def render(self, report: Report, *, every: bool = False) -> str:
        """The whole report, `every` function that fails in full. Ends with the score line."""
        report = public(report)
        views = function_views(report)
        lines = [*self._header(report), ""]
        for note in notices(report):
            lines += [*self._hung("  ! ", self._say(note), "yellow"), ""]
        if views:
            lines += [*self._table(views), ""]
        lines += self._explained(report, views, every=every)
        if views and all(v.first is None for v in views):
            praise = wrap(self._word("all_passed"), self.width - 2)
            lines += [*("  " + self._paint(part, "green") for part in praise), ""]
        lines.append(self._score("score", [report]))
        return "\n".join(lines) + "\n"

    def render_all(self, reports: Sequence[Report], *, every: bool = False) -> str:
        """Several reports: the table, the first failure of the first that has one (or `every`
        failure), the total."""
        if len(reports) == 1:
            return self.render(reports[0], every=every)
        lines = [*self._summary(reports), ""]
        for report in map(public, reports):
            views = function_views(report)
            if explained := self._explained(report, views, several=True, every=every):
                lines += explained
                if not every:
                    break
        lines.append(self._score("total", reports))
        return "\n".join(lines) + "\n"

    def scores(self, reports: Sequence[Report]) -> str:
        """A line an assignment, the total last."""
        return "\n".join([*self._summary(reports), "", self._score("total", reports)]) + "\n"

    def changes(self, before: Report, after: Report) -> str:
        """What a regrading changed: functions fixed, functions broken, points won or lost."""
        was = {v.name: v.first is None for v in function_views(public(before))}
        now = {v.name: v.first is None for v in function_views(public(after))}
        lines = []
        for key, good in (("fixed", True), ("broke", False)):
            names = [n for n, passes in now.items() if passes is good and was.get(n) is not good]
            if names:
                symbol = self.symbols.good if good else self.symbols.bad
                label = f"{symbol} {self._word(key)}  "
                text = ", ".join(self._line(n) for n in names)
                lines += self._hung(label, text, "green" if good else "red")
        delta = number(after.score - before.score)
        if delta:
            lines += wrap(self._word("gained", delta=f"{delta:+}"), self.width)
        return "\n".join(lines or [self._word("no_change")]) + "\n"

    # ------------------------------------------------------------------ its parts

    def _header(self, report: Report) -> list[str]:
        title = self._line(say(report.title, self.lang)) or self._line(report.assignment)
        seed = f"{self._word('seed')} {report.seed}"
        if is_quiz(report):
            seed = self._word("quiz_attempt", n=report.seed + 1)
        seed += f" · {self._say(report_words.isolation(report.isolation))}"
        seed = self._line(seed)
        name = self._line(report.assignment)
        head = cut(title if title == name else f"{title}  {name}", self.width, self._mark)
        lines = [self._paint(head, "bold")]
        who = [self._line(report.student)] if report.student else []
        about = "  ".join([*who, self._line(report.path)])
        room = self.width - width(seed) - 2
        if width(about) <= room:
            lines.append(self._paint(f"{pad(about, room)}  {seed}", "dim"))
        else:
            lines += [self._paint(part, "dim") for part in slices(about, self.width)]
            lines += [self._paint(part, "dim") for part in wrap(seed, self.width)[:2]]
        return lines

    def _table(self, views: Sequence[FunctionView]) -> list[str]:
        rows = []
        for view in views:
            check, note = view.first, ""
            title = self._line(say(view.title, self.lang))
            if check is not None and check.unwritten:
                title = self._fit(" · ").join((title, self._say(report_words.verdict(check))))
            elif check is not None:
                note = self._line(say(reason(check), self.lang))
            points = f"{number(view.points)}/{number(view.max_points)}"
            rows.append((view.sign, self._line(view.name), title, points, note))
        return self._rows(rows)

    def _summary(self, reports: Sequence[Report]) -> list[str]:
        rows = []
        for report in map(public, reports):
            view = first_failing(function_views(report))
            note, status = "", Verdict.PASS if report.checks else Verdict.BROKEN
            status = view.sign if view else status
            if view is not None and view.first is not None:
                why = say(reason(view.first), self.lang)
                note = self._line(tr("{name}: {why}", name=view.name, why=why)[self.lang])
            elif said := notices(report):
                note, status = self._line(say(said[-1], self.lang)), Verdict.BROKEN
            title = self._line(say(report.title, self.lang))
            points = f"{number(report.score)}/{number(report.max_score)}"
            rows.append((status, self._line(report.assignment), title, points, note))
        return self._rows(rows)

    def _rows(self, rows: Sequence[tuple[Verdict, str, str, str, str]]) -> list[str]:
        """Symbol, name, title and points in columns; below, dimly, what is to be said."""
        if not rows:
            return []
        mark = max(width(s) for s in self.symbols[:3])
        score = max(width(r[3]) for r in rows)
        names = min(max(width(r[1]) for r in rows), self.width - mark - score - 6)
        room = self.width - 2 - mark - 1 - names - 2 - 2 - score
        titles = min(max(width(r[2]) for r in rows), room) if room >= 6 else 0
        lines, said = [], ""
        for status, name, title, points, note in rows:
            symbol, style = self._symbol(status)
            line = "  " + self._paint(pad(symbol, mark), style) + " "
            line += pad(cut(name, names, self._mark), names) + "  "
            if titles:
                line += self._paint(pad(cut(title, titles, self._mark), titles), "dim") + "  "
            lines.append(line + self._paint(pad(points, score, right=True), style))
            if note and note != said:
                indent = " " * (mark + 5)
                for part in wrap(note, self.width - len(indent))[:2]:
                    lines.append(indent + self._paint(part, "dim"))
            said = note
        return lines

    def _explained(
        self,
        report: Report,
        views: Sequence[FunctionView],
        *,
        several: bool = False,
        every: bool = False,
    ) -> list[str]:
        """The first failing function in full (or `every` one), and what to do next."""
        first = first_failing(views)
        if first is None:
            return []
        shown = [v for v in views if v.first is not None] if every else [first]
        others = sum(v.first is not None for v in views) - len(shown)
        return [
            line
            for view in shown
            for line in self._failure(report, view, several, 0 if several else others)
        ]

    def _failure(self, report: Report, view: FunctionView, several: bool, others: int) -> list[str]:
        """One failing function in full; `others` are left to be looked at after it."""
        check = view.first
        assert check is not None
        name = f"{report.assignment}.{view.name}" if several else view.name
        rule = self.symbols.rule * (self.width if self.width < 80 else 72)
        symbol, style = self._symbol(view.sign)
        head = cut(f"{symbol} {self._line(name)}", self.width, self._mark)
        ended = self._say(report_words.verdict(check))
        about = [self._word("check", title=self._line(say(check.title, self.lang)), ended=ended)]
        if check.hidden:
            about.append(self._word("hidden"))
        lines = [self._paint(rule, "dim"), self._paint(head, style, "bold")]
        said = self._fit(" · ").join(filter(None, about))
        lines += [self._paint(part, "bold") for part in wrap(said, self.width)]
        lines += ["", *self._facts(report, view, check)]
        quiz = is_quiz(report)
        step = next_step(view, report.assignment if quiz else "")
        steps = [self._hung(self._label("next"), self._say(step), "cyan")]
        if others > 0:
            key = ("quiz_" if quiz else "") + ("more_one" if others == 1 else "more")
            more = self._word(key, n=others)
            steps.append(self._hung(" " * width(self._label("next")), more))
        return [*lines, *(line for step in steps for line in step), ""]

    def _facts(self, report: Report, view: FunctionView, check: CheckResult) -> list[str]:
        lines: list[str] = []
        shown = check.shown
        said = say(check.message, self.lang)
        if said and check.status is not Verdict.SKIPPED:
            lines += [*self._hung("  ", self._clean(said)), ""]
        if shown is not None:
            lines += self._value("call", shown.call)
            lines += self._pair(shown.expected, shown.given)
            lines += self._value("where", shown.where)
            lines += [""] if lines and lines[-1] else []
        if check.diagnosis:
            key = "mistake" if len(check.diagnosis) == 1 else "mistakes"
            lines.append("  " + self._paint(self._word(key), "yellow", "bold"))
            for found in check.diagnosis:
                bullet = "  " if len(check.diagnosis) == 1 else "  · "
                lines += self._hung(self._fit(bullet), self._say(found.text))
            lines.append("")
        for note in check.notes:
            lines += [*self._hung("  ", self._say(note), "dim"), ""]
        if where := self._line(place(report, check, view.facts)):
            lines += self._place(report, where)
        return lines

    def _place(self, report: Report, where: str) -> list[str]:
        """Where to look; on one line it may be a link to the file, for a notebook without the
        line, which counts in its cell."""
        lines = self._value("line", where)
        if self.links and len(lines) == 1 and lines[0].endswith(where):
            _, _, line = where.rpartition(":")
            number = int(line) if where == f"{self._line(report.path)}:{line}" else None
            lines = [lines[0].removesuffix(where) + linked(where, report.path, number)]
        return lines

    def _pair(self, expected: str, given: str) -> list[str]:
        """Expected and given: tall values side by side where there is room, else stacked."""
        left = self._clean(expected).rstrip("\n").split("\n")
        right = self._clean(given).rstrip("\n").split("\n")
        column = max(map(width, [*left, self._word("expected")]))
        total = 2 + column + 4 + max(map(width, [*right, self._word("given")]))
        if not (expected and given) or len(left) + len(right) < 4 or total > self.width:
            return self._value("expected", expected, "green") + self._value("given", given, "red")
        rows = max(len(left), len(right))
        head = f"  {pad(self._word('expected'), column)}    {self._word('given')}"
        lines = ["", self._paint(head, "dim")]
        for index in range(min(rows, BLOCK_LINES)):
            one = left[index] if index < len(left) else ""
            two = right[index] if index < len(right) else ""
            row = f"  {self._paint(pad(one, column), 'green')}    {self._paint(two, 'red')}"
            lines.append(row.rstrip())
        return [*lines, *(["  " + self._mark] if rows > BLOCK_LINES else []), ""]

    def _score(self, key: str, reports: Sequence[Report]) -> str:
        score, most = sum(r.score for r in reports), sum(r.max_score for r in reports)
        line = f"{self._word(key)} {number(score)}/{number(most)}"
        return self._paint(line, "bold", "green" if score >= most > 0 else "")
