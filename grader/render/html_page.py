"""What every HTML page of ours has: the environment, its languages, formulas, a strict policy."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from grader.language.tags import name_of, primary
from grader.language.text import LANGUAGES, Text, tr
from grader.model.report import Status, Verdict
from grader.render import report_words
from grader.render.memo import BoundedCache
from grader.render.typeset import clean
from grader.render.views import number

_languages: ContextVar[tuple[str, ...]] = ContextVar("languages", default=LANGUAGES)
_LANGUAGE = tr("Language")

_ESCAPED = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}

HOLE = Markup("\0")
"""Stands in a fragment for what differs from report to report. `clean` lets no other NUL by."""

_CODE = re.compile(r"`([^`\n]+)`")
_SAID: BoundedCache[Markup] = BoundedCache(2 << 20, 1 << 14)


def page(name: str, lang: str, title: Text, **context: Any) -> str:
    """Render `<name>.html.j2` in the frame that every page has, with `partials/<name>.css`.

    The page is in the languages of `in_languages`. `lang` is the one it opens in; where it has
    not got that, it opens in the first.
    """
    tags = languages()
    lang = lang if lang in tags else tags[0]
    body = environment().get_template(f"{name}.html.j2").render(lang=lang, **context)
    return entitled(_frame(name, lang, tags), title, lang, body)


def entitled(frame: Sequence[str], title: Text, lang: str, body: str) -> str:
    """A frame with its title in each language, the title shown, and the body put in."""
    said = {tag: _plain(report_words.say(title, tag)) for tag in languages()}
    holes = (*said.values(), said[lang], body)
    return frame[0] + "".join(str(hole) + part for hole, part in zip(holes, frame[1:], strict=True))


def hiding() -> Markup:
    """The style sheet's rule that shows the language chosen, and no other."""
    pairs = [(hidden, shown) for hidden in languages() for shown in languages() if hidden != shown]
    rules = ", ".join(f'html[data-lang="{shown}"] .t[lang="{hidden}"]' for hidden, shown in pairs)
    return Markup(f"{rules} {{ display: none; }}" if rules else "")  # noqa: S704 - tags only


def alike(text: Text) -> bool:
    """Does a text read the same in every language of the page?"""
    return len({text[tag] for tag in languages()}) < 2


@contextmanager
def in_languages(tags: Sequence[str]) -> Iterator[None]:
    """What is put into words in here is put into these languages, side by side."""
    before = _languages.set(tuple(tags))
    try:
        yield
    finally:
        _languages.reset(before)


def languages() -> tuple[str, ...]:
    """The languages that a page is written in just now."""
    return _languages.get()


def in_order(text: Text) -> list[str]:
    """A text as a page's script takes it: in the page's languages, in their order."""
    return [text[tag] for tag in languages()]


def json_for_script(data: Any) -> Markup:
    """Plain data for a `<script type="application/json">`, with nothing that could end it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return Markup(text.translate(_ESCAPED))  # noqa: S704 - no character of markup is left


def attribute(tag: str) -> str:
    """The name of the data attribute that holds a title or a choice in a language."""
    same = [one for one in languages() if primary(one) == primary(tag)]
    return primary(tag) if len(same) < 2 else tag.lower()


def switched() -> list[dict[str, str]]:
    """The languages as a page's switch shows them."""
    return [
        {"tag": t, "name": name_of(t), "attribute": attribute(t), "word": _LANGUAGE[t]}
        for t in languages()
    ]


@lru_cache(maxsize=8)
def _frame(name: str, lang: str, tags: tuple[str, ...]) -> tuple[str, ...]:
    """The page around its title (once a language `tags`, and shown) and body: styles, script,
    policy."""
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
    env.globals.update(switched=switched, hiding=hiding, alike=alike)
    return env


def _finalize(value: object) -> object:
    """Whatever is not HTML yet loses its control characters before it is escaped."""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _plain(text: str) -> Markup:
    return escape(clean(text))


def _percent(part: float, whole: float) -> str:
    return f"{100 * part / whole:.4g}" if whole else "0"


def both(text: Text) -> Markup:
    """A text in every language, of which the style sheet shows one. `code` between backticks."""
    return _SAID.get((languages(), text), lambda: in_both(text))


def in_both(text: Text) -> Markup:
    """`both`, not kept: for a text that no other report will have."""
    return side_by_side({tag: _prose(text[tag]) for tag in languages()}, "span")


def side_by_side(said: Mapping[str, Markup], tag: str) -> Markup:
    """HTML by language, each in an element of its own; as it is, where all say the same."""
    there = {lang: html for lang, html in said.items() if html}
    if len(set(there.values())) < 2:
        return next(iter(there.values()), Markup(""))
    return Markup("").join(
        Markup(f'<{tag} class="t" lang="{{}}">{{}}</{tag}>').format(lang, html)  # noqa: S704 - ours
        for lang, html in there.items()
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
