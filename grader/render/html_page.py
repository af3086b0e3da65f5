"""What every HTML page of ours has: the environment, both languages, formulas, a strict policy."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from grader.language.text import LANGUAGES, Text
from grader.model.report import Status, Verdict
from grader.render import report_words
from grader.render.memo import Memo
from grader.render.typeset import clean
from grader.render.views import number

HOLE = Markup("\0")
"""Stands in a fragment for what differs from report to report. `clean` lets no other NUL by."""

_CODE = re.compile(r"`([^`\n]+)`")
_SAID: Memo[Markup] = Memo(2 << 20, 1 << 14)


def page(name: str, lang: str, title: Text, **context: Any) -> str:
    """Render `<name>.html.j2` in the frame that every page has, with `partials/<name>.css`.

    `lang` is the language the page opens in; an unknown one is the first of `LANGUAGES`.
    """
    lang = lang if lang in LANGUAGES else LANGUAGES[0]
    head, to_en, to_shown, to_body, tail = _frame(name, lang)
    zh, en = (_plain(report_words.say(title, tag)) for tag in LANGUAGES)
    body = environment().get_template(f"{name}.html.j2").render(lang=lang, **context)
    shown = en if lang == "en" else zh
    return "".join((head, zh, to_en, en, to_shown, shown, to_body, body, tail))


@lru_cache(maxsize=8)
def _frame(name: str, lang: str) -> tuple[str, ...]:
    """The page around its title (three times) and body: styles, script, policy."""
    partials = templates_folder() / "partials"
    scripts = (partials / "page.js", partials / f"{name}.js")
    script = "".join(path.read_text(encoding="utf-8") for path in scripts if path.is_file())
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    html = (
        environment()
        .get_template("partials/base.html.j2")
        .render(
            lang=lang,
            hole=HOLE,
            style_sheet=f"partials/{name}.css",
            script=Markup(script),  # noqa: S704 - our own file
            script_hash=f"sha256-{digest}",
        )
    )
    return tuple((html if html.endswith("\n") else html + "\n").split(HOLE))


def templates_folder() -> Path:
    """The templates: beside the package in a wheel, at the top of the source tree."""
    packaged = Path(__file__).parents[1] / "templates"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "templates"


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Jinja's, with our filters and words. Templates are compiled once a process."""
    env = Environment(
        loader=FileSystemLoader(templates_folder()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_finalize,
    )
    env.filters.update(number=number, percent=_percent)
    env.globals.update(say=both, w=_word, formula=formula, V=Verdict, S=Status, hole=HOLE)
    env.globals.update(
        verdict=report_words.VERDICT, ended=report_words.verdict, status=report_words.STATUS
    )
    env.globals.update(isolation=report_words.isolation, SAID=report_words.SAID)
    return env


def _finalize(value: object) -> object:
    """Whatever is not HTML yet loses its control characters before it is escaped."""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _plain(text: str) -> Markup:
    return escape(clean(text))


def _percent(part: float, whole: float) -> str:
    return f"{100 * part / whole:.4g}" if whole else "0"


def both(text: Text) -> Markup:
    """A text in both languages, of which the style sheet shows one. `code` between backticks."""
    return _SAID.get(text, lambda: in_both(text))


def in_both(text: Text) -> Markup:
    """`both`, not kept: for a text that no other report will have."""
    zh, en = _prose(text["zh-TW"]), _prose(text["en"])
    if zh == en or not (zh and en):
        return zh or en
    return Markup(  # noqa: S704 - both parts are escaped
        f'<span class="t" lang="zh-TW">{zh}</span><span class="t" lang="en">{en}</span>'
    )


def _word(key: str, **values: object) -> Markup:
    return (
        in_both(report_words.SAID[key].format(**values)) if values else both(report_words.SAID[key])
    )


def _prose(text: str) -> Markup:
    # Escaping neither makes nor takes backticks, so code can be looked for afterwards.
    html = str(escape(clean(text).strip()))
    return Markup(_CODE.sub(r"<code>\1</code>", html))  # noqa: S704 - escaped above


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
