"""What is written where GitHub Actions reads along: nothing of a student's is a command there."""

import json
import re
import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest
from grading import ROOT

from grader.render.workflow import harmless, logged

HOSTILE = """
def mse(y, y_hat):
    said = "x\\n::set-output name=result::all\\n \\u200b::add-mask::a\\r::debug::b ##[error]c"
    raise ValueError(said)


def mae(y, y_hat):
    print("::warning::printed\\n#\\u200b#[set-output name=r;]v")
    return "::notice::returned"


def bce(y, y_hat):
    raise type("::error::", (Exception,), {})("\\n::stop-commands::t")
"""
_UNSEEN = re.compile("[\u200b\u2060\ufeff]")


def commands(log: str) -> list[str]:
    """The lines that the runner takes for commands: `::` behind blanks, `##[…]` anywhere."""
    lines = [_UNSEEN.sub("", line).strip() for line in re.split("\r\n|\r|\n", log)]
    return [s for s in lines if re.match("::.*::", s) or re.search(r"##\[.*\]", s)]


@pytest.mark.parametrize(
    "text",
    ["::a::b", "x\n  ::a::b", "x\r::a::b", "\u3000::a::", "\u200b:\u2060:a::", "x ##[a]b",
     "#\u200b#\ufeff[a]", "###[a]", ":::a::", "# ##[a]"],
)  # fmt: skip
def test_no_line_is_a_command(text):
    assert commands(text) or "\u200b" in text
    assert not commands(harmless(text))


@pytest.mark.parametrize(
    "text", ["std::vector", "a[::2]", "誤差：: 3", "# Title", "### Title", "x[1:, ::-1]", "1:2"]
)
def test_what_is_no_command_stays(text):
    assert harmless(text) == text


def test_json_and_xml_say_the_same():
    said = {"a": "x\n::b:: ##[c]d", "b": ["##[e]"]}
    text = harmless(json.dumps(said), "json")
    assert not commands(text) and json.loads(text) == said
    element = ET.Element("a", b="##[c]")
    element.text = "\n ::d::e ##[f]\n::g::"
    text = harmless(ET.tostring(element, encoding="unicode"), "xml")
    assert not commands(text)
    assert (ET.fromstring(text).text, ET.fromstring(text).get("b")) == (element.text, "##[c]")


def test_only_where_the_runner_reads(monkeypatch):
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    assert logged("::a::b") == "::a::b"
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert logged("::a::b") == ": :a::b"


@pytest.mark.parametrize("form", ["text", "markdown", "json", "junit", "ctrf", "--json"])
def test_a_student_gives_no_command(tmp_path, monkeypatch, form):
    """By an exception, a print, a returned value or the file's name."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    name = "losses.py" if sys.platform == "win32" else "::error title=a,b::\n::add-mask::z.py"
    (tmp_path / name).write_text(HOSTILE, encoding="utf-8")
    words = [form] if form == "--json" else ["--format", form]
    words = [*words, "--course", str(ROOT), "--lang", "en", "--assignment", "losses", name]
    done = grade(tmp_path, *words)
    assert done.returncode == 1, done.stderr
    assert "::error::" in done.stdout or ":error::" in done.stdout
    assert not commands(done.stdout)
    ours = commands(done.stderr)
    assert len(ours) == (9 if form in ("text", "markdown") else 0)
    assert all(re.match(r"::error file=[^:,]*(,line=\d+)?,title=losses\.\w+::", s) for s in ours)


def test_an_error_that_names_a_word_gives_no_command(tmp_path, monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    done = grade(tmp_path, "x\n::add-mask::y\x1b]0;z\x07.py", "--course", str(ROOT))
    assert done.returncode == 2
    assert not commands(done.stderr) and "add-mask" in done.stderr and "\x1b" not in done.stderr


def grade(folder, *words):
    return subprocess.run(
        [sys.executable, "-m", "grader", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
