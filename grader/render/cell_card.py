"""One function of a report as the output of a notebook's cell: HTML, and plain text.

The HTML takes its colours from whatever stands around it, so that it suits every front end, light
or dark; and it is in one language only, because a front end that does not trust a notebook leaves
out style sheets, which otherwise hide the other one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from markupsafe import Markup

from grader.language.text import Text
from grader.model.report import CheckResult, Report
from grader.render.cards import sheet
from grader.render.html_page import in_both, in_languages, templates_folder
from grader.render.terminal_report import TextRenderer
from grader.render.views import notices

_FORMULA = re.compile(r'<div class="formula[^>]*>.*?</div>\s*', re.DOTALL)


def cell_html(report: Report, function: str, lang: str, remarks: Sequence[Text] = ()) -> str:
    """The card of `function`, self-contained, in the language `lang`. `remarks` stand below it.

    What is to be said of the whole file is said where the function has not passed.
    """
    lang = lang if lang in report.languages else report.languages[0]
    with in_languages([lang]):
        return _card(report, function, lang, remarks)


def _card(report: Report, function: str, lang: str, remarks: Sequence[Text]) -> str:
    one = of_function(report, function)
    drawn = sheet(replace(one, cells=()), f"dlgrade-{report.assignment}-")
    said = [] if drawn.perfect else list(notices(report))
    parts = [str(section.html) for section in drawn.sections]
    parts += [f'<p class="note said">{in_both(note)}</p>' for note in (*said, *remarks)]
    # The formula stands in the notebook already, and MathML without its tags is no formula.
    body = _FORMULA.sub("", "".join(parts))
    return f'<div class="dlgrade" lang="{lang}"><style>{_style()}</style>{Markup(body)}</div>'  # noqa: S704 - escaped parts


def cell_text(report: Report, function: str, lang: str, remarks: Sequence[Text] = ()) -> str:
    """The same in plain text."""
    text = TextRenderer(lang).render(of_function(report, function))
    return text + "".join(f"\n{remark[lang]}\n" for remark in remarks)


def of_function(report: Report, function: str) -> Report:
    """The report with the checks of one function only."""
    only = report.cells[0].label if len(report.cells) == 1 else None
    return replace(
        report,
        checks=tuple(_labelled(c, only) for c in report.checks if c.function == function),
        functions=tuple(f for f in report.functions if f.name == function),
    )


def _labelled(check: CheckResult, label: str | None) -> CheckResult:
    return replace(check, label=check.label or label) if check.line else check


@lru_cache(maxsize=1)
def _style() -> str:
    text = (templates_folder() / "partials" / "cell.css").read_text(encoding="utf-8")
    return " ".join(text.split())
