"""Runs the quiz pages' scripts outside a browser: in Node, or in V8 from PyPI (`mini-racer`)."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import Any

import pytest

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
"""V8 alone has no TextEncoder; every browser has."""


def engine() -> str:
    """The scripts that mark, as one."""
    folder = templates_folder() / "quiz"
    return sayings() + "".join(
        (folder / f"{name}.js").read_text(encoding="utf-8") for name in ENGINE
    )


def run(script: str, given: Any) -> Any:
    """What the JavaScript function body `script` returns for `given`, after the engine's scripts.

    Skips the test where there is nothing that runs JavaScript.
    """
    source = (
        f'"use strict";\n{engine()}\n'
        f"const main = (given) => {{\n{script}\n}};\n"
        "const asText = (k, v) => typeof v === 'bigint' ? String(v) : v;\n"
        f"const answer = JSON.stringify(main({json.dumps(given)}), asText);\n"
    )
    node = shutil.which("node")
    if node:
        done = subprocess.run(
            [node, "-"], input=source + "process.stdout.write(answer);", encoding="utf-8",
            capture_output=True, timeout=120, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr[-2000:]
        return json.loads(done.stdout)
    source = ENCODER + source
    racer = pytest.importorskip("py_mini_racer", reason="neither node nor mini-racer is there")
    with racer.MiniRacer() as context:
        return json.loads(context.eval(f"(() => {{ {source} return answer; }})()"))
