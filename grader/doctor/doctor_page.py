"""The findings as a reader sees them on a terminal."""

from __future__ import annotations

from grader.doctor.findings import Findings
from grader.doctor.remedies import Remedy
from grader.doctor.trial import AttackResult, Trial
from grader.language.text import tr
from grader.render.ink import Ink
from grader.render.typeset import pad, width

_MEANS = {
    "L1": tr("isolated: namespaces, Landlock, seccomp; for anybody's code"),
    "L2": tr("confined: Landlock and seccomp, without namespaces"),
    "L3": tr("not isolated: a process of its own and a time limit; for your own code"),
}
_HOLDS = tr("all {n} attacks held")
_ESCAPED = tr("{n} of {total} attacks not held: not used")
_NOT_RIGHT = tr("honest code does not come right here")
_RUNS = tr("runs; not attacked")
_CANNOT = tr("not available")
_COURSE = tr("Course")
_ATTACK = tr("Attacks tried")
_DO = tr("What to do")
_RESULT = {
    "L1": tr("Result: L1 holds. This machine can grade anybody's code."),
    "L2": tr("Result: only L2 holds. Grades that are recorded need L1."),
    "L3": tr("Result: no isolation. Grade only your own code; grade batch will refuse."),
    None: tr("Result: nothing can be graded on this machine."),
}


class DoctorPage(Ink):
    """`DoctorPage.for_stream(sys.stdout, lang).render(findings)`."""

    def render(self, findings: Findings) -> str:
        """The whole page, with a line end."""
        lines = [*self._about(findings), ""]
        for trial in findings.trials:
            lines += self._tier(trial)
        lines += self._table([t for t in findings.trials if len(t.attempts) > 1])
        if findings.remedies:
            lines += ["", self._paint(self._say(_DO), "bold")]
            for number, remedy in enumerate(findings.remedies, start=1):
                lines += self._remedy(number, remedy)
        style = {"L1": "green", None: "red"}.get(findings.best, "yellow")
        lines += ["", *self._hung("", self._say(_RESULT[findings.best]), "")]
        lines[-1] = self._paint(lines[-1], "bold", style)
        return "\n".join(lines) + "\n"

    def _about(self, findings: Findings) -> list[str]:
        machine = findings.machine
        words = [f"{name} {version or '–'}" for name, version in machine.versions.items()]
        words.append(f"{machine.system} {machine.kernel}")
        words += [f"bwrap {b.version or '?'} ({b.path})" for b in machine.bubblewraps[:1]]
        if machine.linux:
            words.append(f"Landlock {machine.landlock or '–'}")
        course = findings.course
        where = (
            self._say(course.why) if course.why else f"{self._say(course.title)} ({course.root})"
        )
        lines = [words[0]]
        for word in words[1:]:
            if width(f"{lines[-1]} · {word}") <= self.width:
                lines[-1] += f" · {word}"
            else:
                lines.append(word)
        return [
            *(self._clean(line) for line in lines),
            *self._hung(self._say(_COURSE) + "  ", self._clean(where)),
        ]

    def _tier(self, trial: Trial) -> list[str]:
        escaped = [a for a in trial.attempts if not a.held]
        tried = sum(a.id != "honest" for a in trial.attempts)
        if trial.holds:
            mark, style, state = self.symbols.good, "green", _HOLDS.format(n=tried)
        elif trial.tier == "L3" and trial.runs:
            mark, style, state = self.symbols.skipped, "yellow", _RUNS
        elif trial.runs:
            mark, style = self.symbols.bad, "red"
            state = _ESCAPED.format(n=len(escaped), total=tried)
        else:
            mark, style = self.symbols.bad, "red"
            state = _NOT_RIGHT if trial.attempts and not trial.why else _CANNOT
        lines = [f"  {self._paint(mark, style)} {self._paint(trial.tier, 'bold')}  "]
        lines[0] += self._paint(self._say(state), style)
        lines += self._indented(6, self._say(_MEANS[trial.tier]), "dim")
        if trial.why:
            lines += self._indented(6, self._say(trial.why))
        return lines

    def _table(self, trials: list[Trial]) -> list[str]:
        """A row an attack, a column a tier; below it what came of those that were not held."""
        if not trials:
            return []
        rows: dict[str, dict[str, AttackResult]] = {}
        for trial in trials:
            for attempt in trial.attempts:
                rows.setdefault(attempt.id, {})[trial.tier] = attempt
        titles = {id: self._say(next(iter(row.values())).title) for id, row in rows.items()}
        head = self._say(_ATTACK)
        most = max(map(width, [head, *titles.values()])) + 2
        columns = "".join(pad(t.tier, 4) for t in trials).rstrip()
        lines = ["", "  " + self._paint(pad(head, most) + columns, "bold")]
        said = []
        for id, row in rows.items():
            cells = []
            for trial in trials:
                found = row.get(trial.tier)
                mark = self.symbols.skipped if found is None else self._held(found)
                style = "yellow" if found is None else "green" if found.held else "red"
                cells.append(self._paint(mark, style) + " " * (4 - width(mark)))
                if found is not None and not found.held and found.got:
                    said.append(f"{trial.tier} · {titles[id]}: {self._say(found.got)}")
            lines.append(f"  {pad(titles[id], most)}{''.join(cells)}".rstrip())
        for text in said:
            lines += self._indented(2, text, "red")
        return lines

    def _held(self, attempt: AttackResult) -> str:
        return self.symbols.good if attempt.held else self.symbols.bad

    def _remedy(self, number: int, remedy: Remedy) -> list[str]:
        lines = self._hung(f"  {number}. ", self._say(remedy.what))
        lines += self._indented(5, self._say(remedy.do))
        return lines + ["       " + self._paint(self._clean(line), "cyan") for line in remedy.lines]

    def _indented(self, columns: int, text: str, style: str = "") -> list[str]:
        return [self._paint(line, style) for line in self._hung(" " * columns, text)]
