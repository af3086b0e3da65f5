"""The frame of a quiz page: one file that needs nothing else, with its scripts under a policy."""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from grader.language.text import Text
from grader.quiz.page.page_words import word
from grader.quiz.page.prose import block, line
from grader.quiz.page.script_words import sayings
from grader.render.html_page import HOLE, entitled, environment, languages, templates_folder

ENGINE = (
    "texts",
    "exact",
    "reading",
    "answers",
    "solving",
    "carrying",
    "naming",
    "marking",
    "saying",
)
"""What marks in the browser, in the order in which one builds on the other."""

READING = ("exact", "reading")
"""What reads a pasted matrix. It knows no question."""


def language(lang: str) -> str:
    """The language a page opens in: an unknown one is the first."""
    return lang if lang in languages() else languages()[0]


def framed(
    template: str, lang: str, title: Text, script: str, style: str = "quiz", **context: Any
) -> str:
    """Render `quiz/<template>.html.j2` in the frame that every page of ours has.

    `script` is all that runs on it: the policy lets nothing else run.
    """
    lang = language(lang)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    env = environment()
    html = env.get_template("partials/base.html.j2").render(
        lang=lang,
        hole=HOLE,
        style_sheet=f"quiz/{style}.css",
        script=Markup(script),  # noqa: S704 - our own, see `scripts`
        script_hash=f"sha256-{digest}",
    )
    # The language switch stands before <main>: a region of its own, so that it is not lost.
    html = html.replace('class="switch" role="group"', 'class="switch" role="region"', 1)
    body = env.get_template(f"quiz/{template}.html.j2").render(
        lang=lang, word=word, line=line, block=block, **context
    )
    return entitled(html.split(HOLE), title, lang, body) + "\n"


def scripts(names: Sequence[str], data: str = "") -> str:
    """Our scripts in one scope of their own, after the language switch; `data` comes last but
    one, where it can use the engine and the page's own script can use it."""
    folder = templates_folder()
    parts = [(folder / "quiz" / f"{name}.js").read_text(encoding="utf-8") for name in names]
    if data:
        parts.insert(len(parts) - 1, data)
    if ENGINE[0] in names:
        parts.insert(0, sayings())
    switch = (folder / "partials" / "page.js").read_text(encoding="utf-8")
    whole = switch + '(function () {\n"use strict";\n' + "".join(parts) + "})();\n"
    if "</" in whole or "<!--" in whole:
        raise ValueError("a script would end before its end")
    return whole


def packed(data: Any) -> str:
    """Plain data, deflated (RFC 1950) and in base64: a tenth of its size or less."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return base64.b64encode(zlib.compress(text.encode(), 9)).decode()


def said(*keys: str) -> dict[str, list[str]]:
    """The words that a script says itself, in the page's languages, and which these are."""
    told = {key: [word(key)[tag] for tag in languages()] for key in (*keys, "after")}
    return {"languages": list(languages()), **told}
