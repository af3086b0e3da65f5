"""Comments for a sheet's feedback column: ours between two marks, whatever else is there kept."""

from __future__ import annotations

import re
from html import escape

from grader.bridges.gradebook.scores import StudentResult
from grader.model.report import Verdict
from grader.render.report_words import say, word
from grader.render.typeset import one_line
from grader.render.views import first_sentence, number

BEGIN, END = "[dlgrade]", "[/dlgrade]"
_OURS = re.compile(rf"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)


def comment(result: StudentResult, lang: str) -> str:
    """What there is to say of a result, as the HTML that Moodle keeps comments in: the score, a
    line for each function, and the mistakes that were named."""
    row = result.row
    mistakes = {m.function: m.text for m in reversed(row.mistakes)}
    head = f"{number(row.score)} / {number(row.max_score)} {word('points', lang)}"
    lines = [f"{say(row.title, lang)} {head}"]
    for function in row.functions:
        mark = "○" if function.status is Verdict.PASS else "×"
        line = f"{mark} {function.name} {number(function.points)} / {number(function.max_points)}"
        if function.name in mistakes:
            line += f" {first_sentence(say(mistakes[function.name], lang))}"
        lines.append(line)
    return f"{BEGIN} {'<br>'.join(map(_html, lines))} {END}"


def merged(before: str, ours: str) -> str:
    """A feedback cell with our comment in it: alone where it was empty, in place of our earlier
    one, else after what was there. Nobody else's words are changed."""
    if not before.strip():
        return ours
    if _OURS.search(before):
        return _OURS.sub(lambda _: ours, before, count=1)
    return f"{before}<br>{ours}"


def _html(text: str) -> str:
    """Text as HTML on one line; nothing in it can be taken for one of our marks."""
    plain = one_line(text).replace(BEGIN, "dlgrade").replace(END, "dlgrade")
    return escape(plain, quote=False)
