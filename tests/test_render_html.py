"""The pages: well-formed, self-contained, in both languages, and safe to open."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

import pytest
import sample_reports as sample
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.language.text import Text
from grader.model.outcome import FunctionFacts
from grader.model.submission import CodeCell
from grader.render import class_page, code_lines, html
from grader.render.cards import mark_differences
from grader.render.html_page import both, formula, templates_folder

VOID = {"meta", "br", "hr", "img", "input", "link"}
PAGES: dict[str, Callable[[], str]] = {
    **{name: partial(html.render, r) for name, r in sample.varied().items()},
    "all": lambda: html.render_all(list(sample.varied().values()), "en"),
    "class": lambda: class_page.render(
        Text("班", "Class"),
        [(r, f"reports/{n} 一.html") for n, r in sample.varied().items()],
        [("<x>.py", Text("<b>", "<b>"))],
    ),
    "empty class": lambda: class_page.render(Text("班", "Class"), []),
}


class Page(HTMLParser):
    """Collects what the tests ask of a page, and that its tags nest."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def all(self, name: str) -> list[str]:
        return [a[name] for _, a in self.tags if name in a and a[name] is not None]


@pytest.mark.parametrize("name", list(PAGES))
def test_page_is_whole_and_safe(name):
    text = PAGES[name]()
    page = Page(text)
    assert page.open == []
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    for href in page.all("href"):
        assert href.startswith(("#", "./")), href
        assert href[0] != "#" or href[1:] in ids, href
    for name_ in ("aria-labelledby",):
        assert set(page.all(name_)) <= set(ids)
    assert not [a for _, attrs in page.tags for a in attrs if a.startswith("on") or a == "src"]
    scripts = [attrs.get("type") for tag, attrs in page.tags if tag == "script"]
    assert scripts.count(None) == 1
    assert set(scripts) <= {None, "application/json"}
    assert "alert(1)" not in re.sub(r"(&lt;script&gt;|\\u003cscript\\u003e)alert\(1\)", "", text)
    assert not set(text) & set("\x00\x08\x1b\x9b\u202e\u2066\ud800")
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert sum(tag == "main" for tag, _ in page.tags) == 1


def test_policy_allows_only_our_script():
    text = html.render(sample.hostile())
    script = text.split("<script>")[1].split("</script>")[0]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in text
    assert "default-src 'none'" in text
    assert "http://" not in text.replace("http://www.w3.org", "")
    assert "https://" not in text


@pytest.mark.parametrize("lang", ["zh-TW", "en"])
def test_golden(golden, lang):
    for name in ("losses", "needs_review"):
        text = html.render(sample.varied()[name], lang)
        text = re.sub(r"<style>.*?</style>|<script>.*?</script>|sha256-[^']+", "", text, flags=re.S)
        text = re.sub(r"<math.*?</math>", "<math/>", text, flags=re.S)
        golden(f"{name}.{lang}.html", re.sub(r'<span class="[ckdsn]">(.*?)</span>', r"\1", text))


def test_opens_in_the_language_asked_for_and_holds_both():
    text = html.render(sample.losses(), "en")
    assert '<html lang="en" data-lang="en">' in text
    assert "<title" in text and ">Loss functions · 27/80</title>" in text
    assert '<span class="t" lang="zh-TW">二元交叉熵</span>' in text
    assert '<html lang="zh-TW"' in html.render(sample.losses(), "fr")


def test_failing_lines_are_marked_and_linked():
    page = Page(html.render(sample.losses()))
    lines = {a["id"]: a["class"] for _, a in page.tags if (a.get("class") or "").startswith("l")
             and "id" in a}  # fmt: skip
    assert lines["c0-24"] == "l hit at"
    assert lines["c0-21"] == "l hit"
    assert lines["c0-9"] == "l"
    assert "#c0-24" in page.all("href")
    assert "#f-bce" in page.all("href")


def test_a_mistake_is_told_once_a_function():
    text = html.render(sample.losses(), "en")
    assert text.count("Samples with label 0 cost something too") == 1
    assert "The same mistake as above." in text


def test_formula():
    assert formula(r"\frac{1}{N}").startswith("<math")
    assert formula(r"\nosuchthing <b>") == r"<code>\nosuchthing &lt;b&gt;</code>"


def test_prose():
    assert both(Text("用 `a<b`", "用 `a<b`")) == "用 <code>a&lt;b</code>"
    assert both(Text("", "only")) == "only"


def test_differences_are_marked_where_only_some_entries_differ():
    assert mark_differences("[1. 2.]", "[1. 3.]") == "[1. <mark>3.</mark>]"
    assert mark_differences("[1. 2.]", "[0. 3.]") == "[0. 3.]"
    assert mark_differences("[1. 2.]", "<b> [1. 2. 3.]") == "&lt;b&gt; [1. 2. 3.]"


def test_code_lines():
    assert code_lines.lines("a = 1\r\n\rb\n") == ["a = 1", "", "b"]
    assert code_lines.lines("") == [""]
    assert "⟨U+202E⟩" in code_lines.lines("x # \u202e")[0]
    assert len(code_lines.lines('"""a\n\n<b>\n"""\n')) == 4
    assert code_lines.lines("<" * 200_001)[0].startswith("&lt;")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("def f(x):", "<k>def</k> <d>f</d>(x):"),
        ("class  A(B): pass  # end", "<k>class</k>  <d>A</d>(B): <k>pass</k>  <c># end</c>"),
        ("x = 'a # b' if y else z", "x = <s>'a # b'</s> <k>if</k> y <k>else</k> z"),
        (r'r"\"" + b', r'<s>r"\""</s> + b'),
        ('f"{x:.2f} {{y}}"', '<s>f"{</s>x<s>:.2f} {{y}}"</s>'),
        ("'open\nx = 1", "<s>'open</s>\nx = 1"),
        ('"""a\n\nb', '<s>"""a</s>\n\n<s>b</s>'),
        ("elif_ = is_ + notin", "elif_ = is_ + notin"),
        ("f(b'1', '''x''' '')", "f(<s>b'1'</s>, <s>'''x'''</s> <s>''</s>)"),
    ],
)
def test_code_is_highlighted(source, expected):
    expected = re.sub(r"<(\w)>", r'<span class="\1">', re.sub(r"</\w>", "</span>", expected))
    quoted = {"&#39;": "'", "&#34;": '"'}
    html = re.sub("&#3[49];", lambda m: quoted[m[0]], "\n".join(code_lines.lines(source)))
    assert html == expected


PIECES = [*"'\"\\#{}<&\n f", "def ", "in", '"""', "\x01", "\x05", "x1", "\u202e", "rb'"]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_no_code_breaks_a_listing(source):
    plain = code_lines.visible(source).removesuffix("\n").split("\n")
    for line, expected in zip(code_lines.lines(source), plain, strict=True):
        page = Page(line)
        assert page.open == []
        assert unescape(re.sub("<[^>]*>", "", line)) == expected


def test_hostile_code_does_not_hold_up_the_grader():
    """What drives a backtracking lexer into quadratic time: minutes, were it so."""
    for piece in (" \n", "'", '"\\', "def ", "f'{", '"""a\n x\n', "rb", "r'''"):
        source = piece * (code_lines.MAX_HIGHLIGHTED // len(piece))
        assert len(code_lines.lines(source)) >= 1


def test_long_code_is_cut():
    report = sample.perfect()
    long = replace(report, cells=(CodeCell("matmul.py", "x = 1\n" * 4_500),))
    assert "500 more lines are not shown." in html.render(long, "en")


def test_a_claimed_line_beyond_the_file_is_harmless():
    facts = {"bce": FunctionFacts(True, label="losses.py", line=1, end_line=10**12)}
    html.render(replace(sample.losses(), facts=facts))


def test_templates_are_found():
    assert (templates_folder() / "report.html.j2").is_file()
