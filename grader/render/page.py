"""What every HTML page of ours has: the environment, both languages, formulas, a strict policy."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from grader.model import LANGUAGES, Status, Text, Verdict
from grader.render import words
from grader.render.typeset import clean
from grader.render.views import number

_CODE = re.compile(r"`([^`\n]+)`")


def page(template: str, lang: str, **context: Any) -> str:
    """Render a template of ours with the words and the script that every page has."""
    env = _environment()
    script = (templates_folder() / "partials" / "page.js").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    html = env.get_template(template).render(
        lang=lang if lang in LANGUAGES else LANGUAGES[0],
        script=Markup(script),  # noqa: S704 - our own file
        script_hash=f"sha256-{digest}",
        **context,
    )
    return html if html.endswith("\n") else html + "\n"


def templates_folder() -> Path:
    """The templates: beside the package in a wheel, at the top of the source tree."""
    packaged = Path(__file__).parents[1] / "templates"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "templates"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    env = Environment(
        loader=FileSystemLoader(templates_folder()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    env.filters.update(number=number, percent=_percent)
    env.globals.update(say=both, w=_word, formula=formula, V=Verdict, S=Status)
    env.globals.update(verdict=words.VERDICT, ended=words.verdict, status=words.STATUS)
    return env


def _finalize(value: object) -> object:
    """Whatever is not HTML yet loses its control characters before it is escaped."""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _percent(part: float, whole: float) -> str:
    return f"{100 * part / whole:.4g}" if whole else "0"


def both(text: Text) -> Markup:
    """A text in both languages, of which the style sheet shows one. `code` between backticks."""
    zh, en = _prose(text.zh), _prose(text.en)
    if zh == en or not (zh and en):
        return zh or en
    span = Markup('<span class="t" lang="zh-TW">{}</span><span class="t" lang="en">{}</span>')
    return span.format(zh, en)


def _word(key: str, **values: object) -> Markup:
    return both(words.SAID[key].format(**values) if values else words.SAID[key])


def _prose(text: str) -> Markup:
    parts = _CODE.split(clean(text).strip())
    tags = (Markup("{}"), Markup("<code>{}</code>"))
    return Markup("").join(tags[i % 2].format(part) for i, part in enumerate(parts))


@lru_cache(maxsize=512)
def formula(latex: str) -> Markup:
    """LaTeX as MathML; the LaTeX itself where it cannot be converted."""
    latex = clean(latex)
    try:
        from math_core import LatexToMathML

        mathml = LatexToMathML().convert_with_local_state(latex, displaystyle=True)
    except Exception:  # noqa: BLE001 - an ornament must not cost the report
        return Markup("<code>{}</code>").format(latex)
    return Markup(mathml)  # noqa: S704 - MathML made by math_core, which escapes text
