"""The terminal report: what it says, where it breaks lines, what it never lets through."""

from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import replace

import pytest
import sample_reports as sample

from grader.language.text import Text
from grader.model.report import Verdict
from grader.render import terminal_stream, typeset
from grader.render.terminal_report import ASCII, TextRenderer
from grader.render.views import first_sentence, function_views, number, public, reason


@pytest.mark.parametrize("lang", ["zh-TW", "en"])
@pytest.mark.parametrize("name", ["losses", "perfect", "rejected", "needs_review", "hostile"])
def test_golden(golden, name, lang):
    golden(f"{name}.{lang}.txt", TextRenderer(lang).render(sample.varied()[name]))


def test_golden_several(golden):
    reports = [sample.perfect(), sample.losses(), sample.rejected()]
    renderer = TextRenderer("zh-TW")
    golden("several.zh-TW.txt", renderer.render_all(reports))


def test_golden_narrow_and_ascii(golden):
    golden("losses.narrow.txt", TextRenderer("zh-TW", 40, encoding="cp950").render(sample.losses()))
    golden("losses.ascii.txt", TextRenderer("zh-TW", 60, encoding="ascii").render(sample.losses()))


@pytest.mark.parametrize("width", [24, 40, 60, 80, 100, 300])
@pytest.mark.parametrize("lang", ["zh-TW", "en"])
def test_no_line_overflows(width, lang):
    for report in sample.varied().values():
        renderer = TextRenderer(lang, width)
        for text in (renderer.render(report), renderer.render_all([report, report])):
            assert max(map(typeset.width, text.splitlines())) <= min(width, 100)


def test_score_line_is_last_and_alone():
    assert TextRenderer("zh-TW").render(sample.losses()).endswith("\n\n得分 27/80\n")
    assert TextRenderer("en").render_all([sample.losses()] * 2).endswith("\n\nTotal 54/160\n")


def test_hidden_checks_show_nothing_of_their_inputs():
    report = sample.losses()
    only = replace(report, checks=tuple(c for c in report.checks if c.hidden))
    text = TextRenderer("en").render(only)
    assert "SECRET" not in text
    assert "other values too" in text
    assert "Only the y·log ŷ term" in text


def test_colours_only_when_asked():
    assert "\x1b" not in TextRenderer("en").render(sample.hostile())
    assert "\x1b[31;1m✗ bce\x1b[0m" in TextRenderer("en", colour=True).render(sample.losses())


def test_nothing_of_a_terminal_gets_through():
    text = TextRenderer("en").render(sample.hostile())
    assert not set(text) & set("\x00\x07\x08\x1b\x9b\r\t\u202e\u2066\u2028\ud800")


@pytest.mark.parametrize("encoding", ["ascii", "cp950", "cp437", "latin-1", "no-such-encoding"])
def test_any_console(encoding):
    renderer = TextRenderer("zh-TW", encoding=encoding)
    text = renderer.render(sample.losses())
    text.encode("ascii" if encoding.startswith("no") else encoding)
    assert renderer.symbols == ASCII
    assert ("得分" in text) == (encoding == "cp950")
    assert "Score" in text or encoding == "cp950"


def test_a_skipped_function_points_at_what_it_needs():
    first = Text("先完成 `bce`。", "Finish `bce` first.")
    skipped = sample.check("d_bce", "values", Verdict.SKIPPED, message=first)
    wrong = sample.check("train", "values", Verdict.WRONG, message=Text("不對。", "Wrong."))
    alone = replace(sample.losses(), checks=(skipped,), functions=())
    assert "Next      Finish `bce` first." in TextRenderer("en").render(alone)
    both = replace(alone, checks=(skipped, wrong))
    assert "✗ train\n" in TextRenderer("en").render(both)


def test_values_stand_side_by_side_where_there_is_room():
    report = sample.losses()
    only = replace(report, checks=tuple(c for c in report.checks if c.function == "d_mse"))
    assert "  Expected                       Yours\n" in TextRenderer("en").render(only)
    assert "Expected  [[ 0.5" in TextRenderer("en", 50).render(only)


def test_changes():
    before, after = sample.losses(), sample.losses()
    fixed = tuple(
        sample.check("d_bce", "values", points=10) if c.function == "d_bce" else c
        for c in after.checks
    )
    after = replace(after, checks=fixed)
    renderer = TextRenderer("en")
    assert renderer.changes(before, after) == "✓ fixed  d_bce\n+10 points since last time\n"
    assert renderer.changes(after, before).startswith("✗ now failing  d_bce\n-10 points")
    assert renderer.changes(after, after) == "Nothing changed.\n"


def test_wrapping_of_chinese():
    assert typeset.wrap("一二三四，五", 8) == ["一二三", "四，五"]
    assert typeset.wrap("一二三「四五」", 8) == ["一二三", "「四五」"]
    assert typeset.wrap("see (the slide) now", 9) == ["see (the", "slide)", "now"]
    assert typeset.wrap("    indented", 40) == ["    indented"]
    assert typeset.wrap("x" * 9, 4) == ["xxxx", "xxxx", "x"]
    assert typeset.wrap("a\n\nb", 9) == ["a", "", "b"]


def test_small_things():
    assert typeset.cut("一二三四", 5) == "一二…"
    assert typeset.width("ŷ=一\u0302") == 4
    assert typeset.encodable("ŷ ≤ xᵢ²", "ascii") == "y^ <= xi2"
    assert (number(3.0), number(2.5), number(0.1 + 0.2)) == (3, 2.5, 0.3)
    assert first_sentence("Too large, e.g. 0.5 here. Then more.") == "Too large, e.g. 0.5 here."
    assert first_sentence("見「這裡。」再看。") == "見「這裡。」"
    assert reason(sample.check("f", "v", Verdict.WRONG))["en"] == "not right yet"
    assert public(sample.perfect()) == sample.perfect()
    assert [v.name for v in function_views(sample.losses())][:3] == ["mse", "mae", "bce"]


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def test_progress_erases_itself_and_is_silent_in_a_pipe():
    screen, pipe = Terminal(), io.StringIO()
    with terminal_stream.Progress(screen, width=20) as progress:
        progress.update("交叉熵 1/12 and more than fits")
        progress.update("x\x1b[2J\ny")
    assert screen.getvalue().endswith("\rx y" + " " * 16 + "\r" + " " * 3 + "\r")
    with terminal_stream.Progress(pipe) as progress:
        progress.update("unseen")
    assert pipe.getvalue() == ""


def test_colour_is_for_terminals_that_want_it():
    assert terminal_stream.colour_allowed(Terminal(), {})
    assert not terminal_stream.colour_allowed(Terminal(), {"NO_COLOR": "1"})
    assert not terminal_stream.colour_allowed(Terminal(), {"TERM": "dumb"})
    assert not terminal_stream.colour_allowed(io.StringIO(), {})
    assert not terminal_stream.colour_allowed(object(), {})
    assert TextRenderer.for_stream(Terminal(), "en").encoding == "utf-8"


def test_write_never_raises():
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    terminal_stream.write(stream, "得分 27/80 ✓ \ud800\n")
    assert raw.getvalue() == b"?? 27/80 OK ?\n"


def test_text_renderer_imports_nothing_heavy():
    code = (
        "import sys, grader.render.terminal_report, grader.render.json_report;"
        "print([m for m in ('numpy','jinja2','rich','pygments','pytest') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"
