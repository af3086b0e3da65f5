"""A pseudo-locale proves that no sentence escapes: English in which every message of ours stands
between ⟦ and ⟧. What stands outside has to be the author's, the student's, or a name."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from grading import grade_cli
from test_languages import COURSE, ROOT, WRONG, all_messages, only, written

from grader.commands.registry import COMMANDS

pytestmark = pytest.mark.slow

QUIZZES = sorted(path.parent.name for path in (ROOT / "solutions/quizzes").glob("*/quiz.py"))


@pytest.fixture(scope="module")
def pseudo(tmp_path_factory):
    """English in which every sentence of ours stands between ⟦ and ⟧."""
    folder = tmp_path_factory.mktemp("pseudo")
    made = Catalog(locale="en", charset="utf-8")
    for message in all_messages():
        ids = message.id
        marked = tuple(map(_marked, ids)) if isinstance(ids, tuple) else _marked(ids)
        made.add(ids, marked, context=message.context)
    path = folder / "en/LC_MESSAGES/dlgrade.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, made)
    return {"DLGRADE_LOCALE": str(folder), "DLGRADE_LANG": "en"}


def _marked(text: str) -> str:
    return f"⟦{text}⟧" if re.search("[A-Za-z]", re.sub(r"\{[^}]*\}", "", text)) else text


def outside(text: str) -> list[str]:
    """The words that stand in no ⟦ ⟧."""
    depth, kept = 0, []
    for char in text:
        depth += (char == "⟦") - (char == "⟧")
        kept.append(char if not depth and char != "⟧" else " ")
    assert depth == 0, text[-300:]
    return re.findall(r"[^\W\d_]{2,}", "".join(kept))


def words_of(*texts: str) -> set[str]:
    return {word.lower() for text in texts for word in re.findall(r"[^\W\d_]{2,}", text)}


NAMES = words_of(
    *(command.prog for command in COMMANDS),
    "dlgrade grade L1 L2 L3 np array float64 Traceback",  # our own name, code, NumPy's repr
    "nan inf print level none",  # values, code, arguments
)


def english(folder: Path) -> Path:
    return written(folder, only("en", "Some words"))


def check_marked(text: str, *known: str) -> None:
    left = [word for word in outside(text) if word.lower() not in NAMES | words_of(*known)]
    assert not left, left[:20]


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_report_says_nothing_untranslatable(tmp_path, pseudo, form):
    course = english(tmp_path / "course")
    work = written(tmp_path, {"scaling.py": WRONG}) / "scaling.py"
    output = tmp_path / "report"
    run = grade_cli(
        work, "--course", course, "--format", form, "--output", output, cwd=tmp_path, env=pseudo
    )
    assert run.returncode == 1, run.stderr
    text = output.read_text(encoding="utf-8")
    if form == "html":
        text = _visible(text)
    assert "⟦" in text
    check_marked(text, *COURSE, *only("en", "Some words").values(), WRONG, str(tmp_path))


def _visible(html: str) -> str:
    """What is shown of a page, and what is read out."""
    html = re.sub(r"<(style|script|math)\b.*?</\1>", " ", html, flags=re.DOTALL)
    read_out = " ".join(re.findall(r'(?:aria-label|title|alt|placeholder)="([^"]*)"', html))
    return unescape(re.sub(r"<[^>]*>", " ", html) + " " + read_out)


def test_help_and_what_goes_wrong_say_nothing_untranslatable(tmp_path, pseudo):
    usage = "usage options positional arguments show program version number and exit"
    names = [command.name.split() for command in COMMANDS]
    shown = " ".join(word for words in names for word in words)
    for words in (*names, ["nbgrader"], ["export"]):
        text = grade_cli(*words, "--help", cwd=tmp_path, env=pseudo).stdout
        assert "⟦" in text
        plain = re.sub(
            r"--?[\w-]+(?: [A-Z{][\w{},.-]*)?|\b[A-Z]{2,}(?:[/.][A-Z]+)*\b|\{[^}]*\}", " ", text
        )
        check_marked(plain, usage, shown, "losses matmul")
    for words in (
        ["nothing"],
        ["hint", "nothing"],
        ["quiz", "nothing"],
        ["--lang", "de", "--list"],
    ):
        said = grade_cli("--course", ROOT, *words, cwd=tmp_path, env=pseudo).stderr
        check_marked(said.removeprefix("grade:"), *words)


OWN = (*COURSE, *only("en", "Some words").values(), WRONG)
CLASS = {
    "wang": WRONG,
    "chen": only("en", "Some words")["solutions/scaling/scaling.py"],
    "lin": "def f(:\n",
    "zhao": "def min_max(y):\n    import os\n    print(1)\n    return y.nothing\n",
    "wu": "def min_max(x):\n    while True:\n        pass\n",
}


def test_a_class_says_nothing_untranslatable(tmp_path, pseudo):
    """`grade batch`: what is printed, the class page, and each report."""
    course = english(tmp_path / "course")
    for student, source in CLASS.items():
        written(tmp_path / "class" / student, {"scaling.py": source})
    written(tmp_path / "class/yang", {"notes.txt": "x"})
    run = grade_cli(
        *("batch", tmp_path / "class", "--course", course, "--out", tmp_path / "out"),
        cwd=tmp_path, env=pseudo,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    known = (*OWN, *CLASS, *CLASS.values(), str(tmp_path), "yang notes txt")
    assert "⟦" in run.stdout
    check_marked(run.stdout + run.stderr, *known)
    machine = (
        "cpython linux system pytest python code fd executable platform x86 aarch64 AttributeError"
    )
    pages = sorted((tmp_path / "out").rglob("*.html"))
    assert len(pages) == 1 + len(CLASS)
    for page in pages:
        html = page.read_text(encoding="utf-8")
        html = re.sub(r"(?s)<dd\b[^>]*>.*?</dd>", " ", html) if page.name == "index.html" else html
        check_marked(_visible(html), *known, machine)


def test_the_doctor_says_nothing_untranslatable(tmp_path, pseudo):
    run = grade_cli("doctor", "--course", english(tmp_path / "course"), cwd=tmp_path, env=pseudo)
    assert run.returncode in (0, 1) and "⟦" in run.stdout, run.stderr
    first, _, rest = run.stdout.partition("⟧")
    facts = r"(?m)^.*\bpytest \d.*$|/\S+|\bL[123]\b"  # of the machine: versions, paths
    check_marked(re.sub(facts, " ", f"{first}⟧{rest}{run.stderr}"), *OWN, "Landlock bwrap Python")


@pytest.mark.slow
def test_the_demo_says_nothing_untranslatable(tmp_path, pseudo):
    run = grade_cli("demo", "--course", ROOT, cwd=tmp_path, env=pseudo)
    assert run.returncode == 0 and "⟦" in run.stdout, run.stderr
    check_marked(run.stdout + run.stderr)


# --------------------------------------------------------------------------- quizzes


_FORMULA = re.compile(r"\w*[\u0370-\u03ff\u1d00-\u1dbf\u2070-\u209f\u2c7c²³¹]\w*")
"""What has Greek letters, or is raised or lowered: mathematics, not words."""

PAGES = """
import sys
from pathlib import Path
from grader.language.text import NO_TEXT
from grader.quiz.course.quiz_files import load_quiz, quiz_pool
from grader.quiz.page.key_page import key_page
from grader.quiz.page.pages import asking_page, graded_page, practice_page
from grader.quiz.variants.drawing import student_variant

root, name, kind = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
quiz = load_quiz(root, name)
pool = quiz_pool(root, quiz)
if kind == "practice":
    print(practice_page(quiz, pool, "en", variants=1))
else:
    drawn = student_variant(quiz, pool, b"a secret of sixteen bytes or more", "b1", 0)
    make = {"graded": graded_page, "key": key_page}.get(kind)
    print(make(drawn, "en") if make else asking_page([drawn], "en"))
"""


@pytest.mark.parametrize("kind", ["practice", "graded", "asking", "key"])
@pytest.mark.parametrize("name", QUIZZES)
def test_the_pages_of_a_quiz_say_nothing_untranslatable(pseudo, name, kind):
    """In the course's own English: all that is not the author's stands in ⟦ ⟧."""
    run = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", PAGES, ROOT, name, kind],
        capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
        env={**os.environ, **pseudo, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    html = re.sub(r'<(span|div) class="t" lang="zh-TW">.*?</\1>', " ", run.stdout, flags=re.DOTALL)
    html = re.sub(r'(?s)<code id="cell">.*?</code>|<dd class="mono"[^>]*>.*?</dd>', " ", html)
    body = _FORMULA.sub(" ", _visible(html[html.index("<main") :]))
    assert "⟦" in body
    check_marked(
        re.sub("[\u3000-\u303f\u4e00-\u9fff]+", " ", body), *written_quizzes(), "svg mathml"
    )


@pytest.mark.parametrize("name", QUIZZES)
def test_a_quiz_in_the_terminal_says_nothing_untranslatable(tmp_path, pseudo, name):
    """Hints, answers that cannot be read, wrong ones, blanks, and the score."""
    typed = "?\nnonsense words\n0\n1/7\n\n?\n[1 2\n3 4\n\n" * 12 + "q\n"
    run = grade_cli("quiz", name, "--course", ROOT, cwd=tmp_path, env=pseudo, input=typed)
    assert "⟦" in run.stdout, run.stderr
    check_marked(_FORMULA.sub(" ", run.stdout + run.stderr), *written_quizzes(), "nonsense words")


def written_quizzes() -> list[str]:
    """What the course's authors wrote into its quizzes."""
    return [p.read_text(encoding="utf-8") for p in (ROOT / "solutions/quizzes").rglob("*.py")]
