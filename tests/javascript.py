"""Runs the quiz pages' scripts outside a browser, in QuickJS (`quickjs-ng`, of the `dev` extra)."""

from __future__ import annotations

import json
from typing import Any

import quickjs

from grader.quiz.page.page_frame import ENGINE
from grader.quiz.page.script_words import sayings
from grader.render.html_page import templates_folder

ENCODER = """
globalThis.TextEncoder = class {
  encode(text) {
    return Uint8Array.from(unescape(encodeURIComponent(text)), (c) => c.charCodeAt(0));
  }
};
"""
"""The engine alone has no TextEncoder; every browser has."""


def engine() -> str:
    """The scripts that mark, as one."""
    folder = templates_folder() / "quiz"
    return sayings() + "".join(
        (folder / f"{name}.js").read_text(encoding="utf-8") for name in ENGINE
    )


def run(script: str, given: Any) -> Any:
    """What the JavaScript function body `script` returns for `given`, after the engine's scripts.

    `given` goes in as JSON, the result comes out as JSON, with a BigInt as its digits.
    """
    source = (
        f'"use strict";\n{ENCODER}\n{engine()}\n'
        f"const main = (given) => {{\n{script}\n}};\n"
        "const asText = (k, v) => typeof v === 'bigint' ? String(v) : v;\n"
        f"const answer = JSON.stringify(main({json.dumps(given)}), asText);\n"
    )
    return json.loads(quickjs.Context().eval(f"(() => {{ {source} return answer; }})()"))
