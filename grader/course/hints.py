"""`grade hint FUNCTION`: a little more at each level, never the answer."""

from __future__ import annotations

import re

from grader.answers.origin import oracle_of
from grader.course.load import source_of
from grader.course.percent import statements
from grader.language.text import Text, joined, tr
from grader.model.assignment import Assignment, Course, Function


def find_function(course: Course, word: str) -> tuple[Assignment, Function] | None:
    """`bce` or `losses.bce`; None where there is no such function, or several."""
    name, dot, function = word.partition(".")
    candidates = [name] if dot else list(course.names)
    wanted = function if dot else word
    found = []
    for candidate in candidates:
        assignment = course.assignment(candidate)
        match = assignment.function(wanted) if assignment is not None else None
        if assignment is not None and match is not None:
            found.append((assignment, match))
    return found[0] if len(found) == 1 else None


def hints(course: Course, assignment: Assignment, function: Function) -> list[Text]:
    """All hints in order: what it means, the author's own, then the mistakes often made."""
    levels = [_statement(assignment, function), *function.hints]
    mistakes = oracle_of(course, assignment).mistakes(function.name)
    if mistakes:
        often = joined((Text("  · ") + m.text for m in mistakes[:6]), Text("\n"))
        levels.append(tr("Mistakes often made here:\n{often}", often=often))
    return [level for level in levels if level]


_CJK = re.compile(r"[\u4e00-\u9fff]")
_CODE = re.compile(r"`[^`]*`|\\\w+")
_WORD = re.compile(r"[A-Za-z]{3}")


def _statement(assignment: Assignment, function: Function) -> Text:
    text = statements(source_of(assignment)).get(function.name, "")
    text = re.sub(r"^#.*\n?", "", text, flags=re.MULTILINE)
    paragraphs = [_flow(p) for p in re.split(r"\n\s*\n", text)]
    zh = [p for p in paragraphs if _CJK.search(p)]
    en = [p for p in paragraphs if not _CJK.search(p) and _WORD.search(_CODE.sub("", p))]
    formula = [function.formula] if function.formula else []
    heading = f"{assignment.name}.{function.name}"
    title = Text(f"{heading} ") + function.title
    if len(title.tags) < 2:
        return joined([title, *paragraphs, *formula], Text("\n\n"))
    parts = {tag: zh if tag.startswith("zh") else en for tag in title.tags}
    return Text({t: "\n\n".join([title[t], *parts[t], *formula]) for t in title.tags})


def _flow(paragraph: str) -> str:
    """A paragraph on one line, to be broken again where the terminal ends; its formulas, which
    are said once at the end, left out. Items of a list keep their lines."""
    plain = re.sub(r"\$\$.*?\$\$", "", paragraph, flags=re.DOTALL).strip()
    joined = re.sub(r"\n(?!\s*[-*|])\s*", "\n", plain)
    out = ""
    for line in joined.split("\n"):
        if not out or re.match(r"\s*[-*|]", line):
            out += ("\n" if out else "") + line
        else:
            near = _CJK.search(out[-1]) or _CJK.search(line[:1]) or out[-1] in "，。；：、（「"
            out += ("" if near else " ") + line
    return out.replace("$", "")
