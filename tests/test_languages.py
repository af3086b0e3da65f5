"""Courses in one language, in another, and a third language by files alone; no sentence escapes."""

from __future__ import annotations

import ast
import gettext
import json
import re
import subprocess
import sys
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from grading import grade_cli

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "grader/locale"

COURSE = {
    "course.toml": """\
id = "mini"
languages = ["ja"]
seed = 1
assignments = ["scaling"]
title = "小さなコース"
""",
    "solutions/__init__.py": "",
    "solutions/scaling/__init__.py": "",
    "solutions/scaling/manifest.toml": """\
title = "スケーリング"
summary = { ja = "データを同じ範囲にします。" }
[functions.min_max]
title = "最小最大スケーリング"
formula = '\\frac{x-\\min x}{\\max x-\\min x}'
slide = "前処理"
hints = ["まず最小値を探しましょう。"]
""",
    "solutions/scaling/scaling.py": '''\
# %%
import numpy as np

# %% [markdown]
# ## `min_max(x)`: 最小最大スケーリング
#
# x を 0 から 1 の範囲にします。


# %%
def min_max(x):
    """Scale x, shape (N,), to [0, 1]."""
    ### BEGIN SOLUTION
    return (x - np.min(x)) / (np.max(x) - np.min(x))
    ### END SOLUTION
''',
    "solutions/scaling/checks.py": """\
import numpy as np
from grader.authoring import case, graded

def cases(draw):
    yield case(draw.array(2))
    for n in (3, 4, 6):
        yield case(draw.array(n))

@graded("values", title="値が正しい", min_max=100)
def test_values(function, student, rng):
    student.matches(function, cases, dims=("N",))
""",
    "solutions/scaling/mistakes/min_max.toml": """\
[no-shift]
ja = "最小値を引いていません。"
edit = [["(x - np.min(x)) /", "x /"]]

[by-max]
ja = "最大値で割っています。"
edit = [["(np.max(x) - np.min(x))", "np.max(x)"]]
""",
}
JAPANESE = {
    "Yours": "あなたの値",
    "Expected": "正しい値",
    "not right yet": "まだ正しくありません",
    "Score": "得点",
    "There is no function {target}; there are {known}.": "{target} はありません。",
    "“{title}”: {ended}": "「{title}」：{ended}",
}
WRONG = "import numpy as np\n\n\ndef min_max(x):\n    return x / (np.max(x) - np.min(x))\n"


def catalogue(folder: Path, tag: str, messages: dict[str, str]) -> None:
    """A catalogue of these messages alone, where the engine looks for one of `tag`."""
    made = Catalog(locale=tag, charset="utf-8")
    for id, text in messages.items():
        contexts = {
            m.context
            for m in all_messages()
            if m.id == id or (isinstance(m.id, tuple) and id in m.id)
        }
        for context in contexts or {None}:
            made.add(id, text, context=context)
    path = folder / tag / "LC_MESSAGES" / "dlgrade.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, made)


def all_messages():
    """Every message: the Chinese catalogue has them all."""
    with (LOCALE / "zh_TW/LC_MESSAGES/dlgrade.po").open("rb") as file:
        return [message for message in read_po(file, locale="zh_TW") if message.id]


def written(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def japanese(tmp_path):
    course = written(tmp_path / "course", COURSE)
    catalogue(course / "locale", "ja", JAPANESE)
    run = grade_cli("build", cwd=course)
    assert run.returncode == 0, run.stderr
    return course


def test_a_course_in_japanese_is_sound_and_is_graded_in_japanese(japanese, tmp_path):
    run = grade_cli("verify", cwd=japanese)
    assert (run.returncode, run.stdout) == (0, "The course is sound.\n"), run.stdout
    work = written(tmp_path / "work", {"scaling.py": WRONG}) / "scaling.py"
    told = grade_cli(work, "--course", japanese, cwd=tmp_path, env={"DLGRADE_LANG": ""}).stdout
    for said in ("スケーリング", "最小値を引いていません。", "あなたの値", "得点 0/100"):
        assert said in told
    assert "Look at" in told  # not translated: said in English
    assert not re.search("你|還不|函式", told)
    report = json.loads(
        grade_cli(work, "--course", japanese, "--format", "json", cwd=tmp_path).stdout
    )
    assert report["title"] == {"ja": "スケーリング"}
    (check,) = report["checks"]
    assert check["diagnosis"] == [{"id": "min_max.no-shift", "ja": "最小値を引いていません。"}]
    assert grade_cli(work, "--course", japanese, "--format", "html", cwd=tmp_path).returncode == 1
    page = (tmp_path / "scaling-report.html").read_text(encoding="utf-8")
    assert (
        '<html lang="ja"' in page and 'lang="zh-TW">' not in page and 'class="switch"' not in page
    )


def test_a_release_of_it_is_japanese_too(japanese, tmp_path):
    out = tmp_path / "out"
    run = grade_cli("release", "--out", out, "--wheel", "none", cwd=japanese)
    assert run.returncode == 0, run.stderr
    bundle = next(path.parent for path in out.rglob("course.toml"))
    assert not (bundle / "README.zh-TW.md").exists()
    assert (bundle / "README.md").read_text(encoding="utf-8").startswith("# 小さなコース\n")
    written(bundle, {"scaling/scaling.py": WRONG})
    told = grade_cli("scaling", cwd=bundle, env={"DLGRADE_LANG": ""}).stdout
    assert "最小値を引いていません。" in told and "あなたの値" in told


def only(tag: str, text: str) -> dict[str, str]:
    """The course with every text of it in another language."""
    files = {name: old.replace('["ja"]', f'["{tag}"]') for name, old in COURSE.items()}
    files = {
        name: old.replace("ja =", f"{tag} =").replace('"ja":', f'"{tag}":')
        for name, old in files.items()
    }
    return {
        name: re.sub("[\u3040-\u30ff\u4e00-\u9fff]+[。、]?", text, old)
        for name, old in files.items()
    }


@pytest.mark.parametrize(("tag", "text"), [("en", "Some words"), ("de", "Einige Worte")])
def test_a_course_in_one_language_lacks_no_other(tmp_path, tag, text):
    course = written(tmp_path / "course", only(tag, text))
    assert grade_cli("build", cwd=course).returncode == 0
    run = grade_cli("verify", cwd=course)
    assert (run.returncode, run.stdout) == (0, "The course is sound.\n"), run.stdout
    work = written(tmp_path / "work", {"scaling.py": WRONG}) / "scaling.py"
    told = grade_cli(work, "--course", course, cwd=tmp_path, env={"DLGRADE_LANG": ""}).stdout
    assert text in told and "Score 0/100" in told and not re.search("[\u4e00-\u9fff]", told)


def test_the_interface_falls_back_to_what_the_course_names(tmp_path):
    files = only("de", "Einige Worte")
    files["course.toml"] = f'interface = "zh-TW"\n{files["course.toml"]}'
    course = written(tmp_path / "course", files)
    work = written(tmp_path / "work", {"scaling.py": WRONG}) / "scaling.py"
    told = grade_cli(work, "--course", course, cwd=tmp_path, env={"DLGRADE_LANG": ""}).stdout
    assert "Einige Worte" in told and "得分 0/100" in told


def test_verify_wants_every_language_that_the_course_names(tmp_path):
    files = {**COURSE, "course.toml": COURSE["course.toml"].replace('["ja"]', '["ja", "en"]')}
    run = grade_cli("verify", cwd=written(tmp_path / "course", files))
    assert run.returncode == 3 and "title has no 'ja'" in run.stderr


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('languages = ["xx"]', "'xx' is no known language"),
        ('languages = ["zh-tw"]', "'zh-tw' is written 'zh-TW'"),
        ('languages = ["german"]', "'german' is no language tag"),
        ('languages = ["en", "en"]', "'en' is there twice"),
        ('languages = "en"', "not a list of language tags"),
        ("languages = []", "not a list of language tags"),
        ('language = "de"', 'languages = ["de"]'),
        ('languages = ["en"]\ninterface = "fr"', "interface is 'fr'"),
        ('languages = ["en"]\nlanguage = "ja"', "not one of languages"),
    ],
)
def test_a_language_that_cannot_be_is_told(tmp_path, line, said):
    text = COURSE["course.toml"].replace('languages = ["ja"]', line)
    run = grade_cli("--list", cwd=written(tmp_path, {"course.toml": text}))
    assert run.returncode == 3 and said in run.stderr and run.stderr.count("\n") == 1


def test_what_is_wrong_with_a_course_s_file_is_said_in_one_language(tmp_path):
    """Not an English detail in a Chinese sentence."""
    text = COURSE["course.toml"].replace('["ja"]', '["ja", "xx"]')
    course = written(tmp_path, {"course.toml": text})
    said = grade_cli("--list", cwd=course, env={"DLGRADE_LANG": "zh-TW"}).stderr
    assert "languages：'xx' 不是已知的語言" in said and "known" not in said


def test_lang_has_to_be_spoken_by_the_course_or_the_interface(japanese):
    assert "小さな" in grade_cli("--list", "--lang", "ja", cwd=japanese).stdout
    refused = grade_cli("--list", "--lang", "de", cwd=japanese)
    assert refused.returncode == 2 and "ja, en, zh-TW" in refused.stderr


# --------------------------------------------------------------------------- the catalogues


def test_the_catalogues_are_current_and_whole():
    run = subprocess.run(
        [sys.executable, ROOT / "tools/catalogues.py", "--check"],
        capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip
    assert (run.returncode, run.stdout) == (0, ""), run.stdout + run.stderr


def test_what_is_not_translated_or_in_doubt_is_said_in_english(tmp_path):
    messages = "grader/locale/ja/LC_MESSAGES/dlgrade"
    written(tmp_path, {
        "tools/catalogues.py": (ROOT / "tools/catalogues.py").read_text(encoding="utf-8"),
        "templates/empty.j2": "",
        "grader/said.py": 'tr("late"), tr("early"), tr_many("{n} file", "{n} files", n)',
        f"{messages}.po": 'msgid "early"\nmsgstr "早い"\n\n#, fuzzy\nmsgid "late"\nmsgstr "早い"\n',
    })  # fmt: skip
    run = subprocess.run(
        [sys.executable, tmp_path / "tools/catalogues.py"],
        capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip
    assert (run.returncode, run.stderr) == (0, ""), run.stderr
    assert run.stdout.startswith("ja: 2 sentences without a translation")
    with (tmp_path / f"{messages}.mo").open("rb") as file:
        japanese = gettext.GNUTranslations(file)
    assert [japanese.gettext("early"), japanese.gettext("late")] == ["早い", "late"]
    assert [japanese.ngettext("{n} file", "{n} files", n) for n in (1, 3)] == [
        "{n} file",
        "{n} files",
    ]
    kept = (tmp_path / f"{messages}.po").read_text(encoding="utf-8")
    assert '#, fuzzy\nmsgid "late"\nmsgstr "早い"' in kept


def holes(text: str) -> set[str]:
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name}
    except ValueError:
        return set()  # a text with a brace of its own is filled with nothing


@pytest.mark.parametrize("language", sorted(p.name for p in LOCALE.iterdir() if p.is_dir()))
def test_a_translation_has_no_place_that_nothing_fills(language):
    with (LOCALE / language / "LC_MESSAGES/dlgrade.po").open("rb") as file:
        for message in read_po(file, locale=language):
            ids = message.id if isinstance(message.id, tuple) else (message.id,)
            strings = message.string if isinstance(message.string, tuple) else (message.string,)
            known = set().union(*map(holes, map(str, ids))) | ({"n"} if len(ids) > 1 else set())
            for string in strings:
                assert holes(str(string)) <= known, message.id


# --------------------------------------------------------------------------- no sentence escapes

INPUT = {
    "bridges/gradebook/headings.py", "intake/layout.py", "intake/name_parts.py", "intake/roster.py",
    "language/tags.py", "quiz/marking/typed_numbers.py", "quiz/terminal/practice_session.py",
    "release/student_bundle.py", "render/ink.py",
}  # fmt: skip
"""Chinese that is read, not said: headings of tables, file names, what is typed; and names of
languages."""


def test_no_sentence_of_another_language_stands_in_the_source():
    for path in sorted((ROOT / "grader").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
        said = [
            n.value
            for n in ast.walk(tree)
            if isinstance(n, ast.Constant) and isinstance(n.value, str) and id(n) not in docs
            and re.search("[\u4e00-\u9fff]", n.value)
        ]  # fmt: skip
        assert not said or path.relative_to(ROOT / "grader").as_posix() in INPUT, (path, said)


def test_scripts_say_nothing_of_their_own():
    for path in sorted((ROOT / "templates").rglob("*.js")):
        text = re.sub(r"(?m)^\s*//.*$|/\*.*?\*/", "", path.read_text(encoding="utf-8"))
        text = re.sub(r"(?:Error|Arithmetic)\([^)]*\)", " ", text)  # a fault of ours, for us
        for literal in re.findall(r'"([^"\n]*)"|`([^`]*)`', text):
            said = re.sub(r"\$\{[^}]*\}|\\.", "", "".join(literal))
            assert not re.search(r"[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}", said), (path, said)
