"""`grade new-course` and `grade new-exercise`: sound at once, whole or not at all."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
import tomllib
from pathlib import Path

import pytest
from grading import ROOT, grade_cli

from grader import release
from grader.commands import new_exercise as command
from grader.commands import registry
from grader.course.load import load_course
from grader.language.text import Text
from grader.model.errors import CourseError, UsageError
from grader.scaffold import (
    MARKER,
    Titles,
    make_course,
    make_exercise,
    making,
    unfilled,
    valid_names,
)
from grader.scaffold.assignment_list import with_assignment
from grader.scaffold.filled_templates import EXAMPLE, shares

pytestmark = pytest.mark.slow

SOURCE = f"solutions/{EXAMPLE}/{EXAMPLE}.py"


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.fixture
def course(tmp_path):
    """A new course in a folder whose name is neither ASCII nor without spaces."""
    folder = tmp_path / "統計 stats"
    make_course(folder)
    return folder


# ------------------------------------------------------------------------ sound from the beginning


def test_a_new_course_and_a_new_exercise_are_sound_at_once(tmp_path):
    made = grade_cli("new-course", "my stats", cwd=tmp_path, env={"LC_ALL": "C"})
    assert made.returncode == 0, made.stderr
    folder = tmp_path / "my stats"
    assert load_course(folder).id == "my-stats"
    added = grade_cli(
        *("new-exercise", "middles", "--function", "center", "--function", "spread"),
        *("--title-zh", "中心與離散", "--title-en", "Middle and spread"),
        cwd=folder / "solutions",
    )
    assert added.returncode == 0, added.stderr
    assert MARKER in added.stdout
    for line in added.stdout.splitlines():
        path = folder / line.split()[0] if line.startswith("  solutions/") else None
        assert path is None or path.is_file()
    assert grade_cli("build", "--check", cwd=folder).stdout == ""
    verified = grade_cli("verify", "--mutants", cwd=folder)
    assert verified.returncode == 0, verified.stdout + verified.stderr
    assert f"solutions/middles/middles.py: still to fill in ({MARKER}): " in verified.stderr
    assert EXAMPLE + ".py: still" not in verified.stderr
    released = grade_cli("release", "--wheel", "none", cwd=folder)
    assert released.returncode == 0
    assert "middles.py: still to fill in" in released.stderr
    title = load_course(folder).load("middles").title
    assert title == Text("中心與離散", "Middle and spread")
    stubs = [folder / "assignments" / n / f"{n}.py" for n in (EXAMPLE, "middles")]
    graded = grade_cli(*stubs, "--format", "json", cwd=folder)
    assert graded.returncode == 1 and graded.stdout.count('"score": 0') == 2


def test_a_new_quiz_is_sound_at_once(course):
    for name in ("first_quiz", "second_quiz"):
        made = grade_cli("new-exercise", "--quiz", name, "--title-zh", "小測驗", cwd=course)
        assert made.returncode == 0, made.stderr
        assert f"solutions/quizzes/{name}/pool.json" in made.stdout
    assert grade_cli("build", "--check", cwd=course).stdout == ""
    verified = grade_cli("verify", "second_quiz", cwd=course)
    assert verified.returncode == 0, verified.stdout
    assert (
        f"solutions/quizzes/second_quiz/quiz.py: still to fill in ({MARKER}): " in verified.stderr
    )
    listed = grade_cli("quiz", cwd=course).stdout
    assert "first_quiz" in listed and "second_quiz" in listed
    answers = course / "answers.txt"
    answers.write_text("35\n35/6\n", encoding="utf-8")
    marked = grade_cli("quiz", "first_quiz", "--answers", answers, cwd=course)
    assert "Score 100/100" in marked.stdout, marked.stdout


def test_a_quiz_that_cannot_be_made_leaves_nothing(course):
    before = tree(course)
    for words, why in (
        (("first", "--function", "f"), "not both"),
        ((EXAMPLE,), "already"),
        (("quizzes",), "already"),
        (("random",), "already"),
    ):
        run = grade_cli("new-exercise", "--quiz", *words, cwd=course)
        assert run.returncode == 2 and why in run.stderr, run.stderr
    assert tree(course) == before
    (course / "solutions" / "quizzes").write_text("not a folder", encoding="utf-8")
    run = grade_cli("new-exercise", "--quiz", "first", cwd=course)
    assert run.returncode == 2 and run.stderr.count("\n") == 1, run.stderr
    assert sorted(p.name for p in course.iterdir()) == sorted({n.split("/")[0] for n in before})


def test_both_languages_make_the_same_code(tmp_path):
    """Comments for the author are in the author's language, all else is equal."""
    for lang in ("en", "zh-TW"):
        make_course(tmp_path / lang, id="same", lang=lang)
        make_exercise(load_course(tmp_path / lang), "middles", ["f", "g"], lang=lang)
    english, chinese = (tree(tmp_path / lang) for lang in ("en", "zh-TW"))
    assert set(english) == set(chinese)
    marked = {path: data.decode().count(MARKER) for path, data in english.items()}
    assert marked == {path: data.decode().count(MARKER) for path, data in chinese.items()}
    for path in english:
        if path.endswith((".py", ".toml")):
            lines = [
                [
                    x
                    for x in t[path].decode().splitlines()
                    if not x.lstrip().startswith(("#", '"""'))
                ]
                for t in (english, chinese)
            ]
            assert lines[0] == lines[1], path
    assert "`[policy]`" in chinese["solutions/middles/middles.py"].decode()


@pytest.mark.parametrize(
    ("languages", "open_places"),
    [(["en"], False), (["zh-TW"], False), (["ja"], True), (["de", "en"], True)],
    ids=str,
)
def test_a_skeleton_is_in_the_course_s_languages_and_sound(tmp_path, languages, open_places):
    """Where nobody has translated it, the English stands in, marked as a place to fill in."""
    made = grade_cli("new-course", "c", "--languages", ",".join(languages), cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    assert (MARKER in made.stdout) == open_places
    folder = tmp_path / "c"
    for words in (["middles", "--function", "center"], ["--quiz", "first"]):
        run = grade_cli("new-exercise", *words, cwd=folder)
        assert run.returncode == 0, run.stderr
    assert grade_cli("build", "--check", cwd=folder).returncode == 0
    verified = grade_cli("verify", cwd=folder)
    assert verified.returncode == 0, verified.stdout
    assert (f"{EXAMPLE}.py: still to fill in" in verified.stderr) == open_places
    course = load_course(folder)
    assert course.languages == course.load("middles").title.tags == tuple(languages)
    texts = "".join(data.decode() for data in tree(folder).values())
    if "zh-TW" not in languages:
        assert not re.search("[\u4e00-\u9fff]", texts)
    else:
        assert "Multiply each number" not in texts
    for tag in languages:
        assert (f"{MARKER} ({tag}): Multiply each" in texts) == (tag in ("ja", "de"))


def test_a_title_in_the_first_language_of_the_course(tmp_path):
    words = (
        "--languages",
        "ja",
        "--languages",
        "en",
        "--title",
        "統計の基礎",
        "--title-en",
        "Stats",
    )
    assert grade_cli("new-course", "c", *words, cwd=tmp_path).returncode == 0
    assert load_course(tmp_path / "c").title == Text({"ja": "統計の基礎", "en": "Stats"})


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--languages", "en,en"), "twice"),
        (("--languages", "zh-tw"), "is written 'zh-TW'"),
        (("--languages", ""), "no language tag"),
        (("--languages", "ja", "--language", "en"), "do not go together"),
        (("--languages", "ja", "--title-zh", "統計"), "the course is in ja"),
        (("--languages", "ja", "--title", "Statistics"), "wrong language"),
    ],
)
def test_languages_that_will_not_do(tmp_path, words, why):
    run = grade_cli("new-course", "c", *words, cwd=tmp_path)
    assert run.returncode == 2 and why in run.stderr and run.stderr.count("\n") == 1, run.stderr
    assert list(tmp_path.iterdir()) == []


def test_every_file_of_a_new_exercise_says_what_to_fill_in(course):
    made = make_exercise(load_course(course), "middles")
    files = {path.split("/")[-1] for path, count in made.places if count}
    assert files == {
        "middles.py",
        "manifest.toml",
        "checks.py",
        "inputs.py",
        "hidden.py",
        "middles.toml",
    }
    assert unfilled(course, [EXAMPLE]) == ()
    assert load_course(course).load("middles").functions[0].name == "middles"
    for path in (course / "solutions" / "middles").glob("*.py"):
        assert all(len(line) <= 100 for line in path.read_text("utf-8").splitlines()), path


@pytest.mark.parametrize("count", range(1, valid_names.MOST_FUNCTIONS + 1))
def test_points_are_whole_and_add_up(count):
    found = shares([f"f{i}" for i in range(count)])
    parts = [points for checks in found.values() for points in checks.values()]
    assert sum(parts) == 100
    assert min(parts) >= 1


def test_most_functions_are_sound_as_well(course):
    functions = [f"f{i}" for i in range(valid_names.MOST_FUNCTIONS)]
    make_exercise(load_course(course), "many", functions)
    verified = grade_cli("verify", "many", cwd=course)
    assert verified.returncode == 0, verified.stdout


def test_a_course_may_be_made_in_the_empty_folder_one_stands_in(tmp_path):
    (tmp_path / ".git").mkdir()
    made = grade_cli("new-course", ".", "--id", "here", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    assert load_course(tmp_path).id == "here"
    assert "cd " not in made.stdout


def test_titles_with_quotes_and_backslashes_survive(tmp_path):
    title = 'Means "and" \\ends'
    make_course(tmp_path / "c", titles=Titles(en=title, zh="平均「與」\\其他"))
    assert load_course(tmp_path / "c").title == Text("平均「與」\\其他", title)
    make_exercise(load_course(tmp_path / "c"), "one", titles=Titles(en=title))
    assert load_course(tmp_path / "c").load("one").title["en"] == title


# ------------------------------------------------------------------------ names

BAD_NAMES = [
    *("", "1st", "Upper", "with-hyphen", "with space", "統計", "a.b", "../up", "a/b", "_x"),
    *("class", "random", "statistics", "numpy", "solutions", "quiz", "batch", EXAMPLE),
]
BAD_FUNCTIONS = ["", "1", "a-b", "def", "sum", "print", "limit", "hidden", "zh", "np", "函式", "_f"]


@pytest.mark.parametrize("name", BAD_NAMES)
def test_a_name_that_will_not_do(course, name):
    before = tree(course)
    with pytest.raises(UsageError) as caught:
        make_exercise(load_course(course), name, ["f"])
    for said in (caught.value.text["zh-TW"], caught.value.text["en"]):
        assert said.endswith(("。", ".")) and "\n" not in said
    assert tree(course) == before


def test_a_bad_name_is_one_sentence_and_an_exit_code(course):
    run = grade_cli("new-exercise", "--", "with-hyphen", cwd=course)
    assert run.returncode == 2
    assert run.stderr.startswith("grade: ") and run.stderr.count("\n") == 1


@pytest.mark.parametrize("function", BAD_FUNCTIONS)
def test_a_function_that_will_not_do(course, function):
    before = tree(course)
    with pytest.raises(UsageError):
        make_exercise(load_course(course), "fresh", ["fine", function])
    assert tree(course) == before


def test_functions_twice_and_too_many(course):
    for functions in (["f", "f"], [f"f{i}" for i in range(valid_names.MOST_FUNCTIONS + 1)]):
        with pytest.raises(UsageError):
            make_exercise(load_course(course), "fresh", functions)


def test_the_name_of_a_quiz_is_taken(course):
    with pytest.raises(UsageError, match="already"):
        make_exercise(load_course(course), "fresh", taken=["fresh"])


def test_no_command_can_be_an_assignment():
    assert {name for name in registry.names() if name.isidentifier()} <= valid_names.COMMANDS


@pytest.mark.parametrize(
    "words",
    [
        ("--title-zh", "only English"),
        ("--title-en", "中文"),
        ("--title-en", ""),
        ("--title-en", "two\nlines"),
        ("--id", "Not An Id"),
        ("--id", ""),
    ],
)
def test_titles_and_ids_that_will_not_do(tmp_path, words):
    run = grade_cli("new-course", "c", *words, cwd=tmp_path)
    assert run.returncode == 2
    assert run.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_latin_letters_asks_for_an_id(tmp_path):
    run = grade_cli("new-course", "統計", cwd=tmp_path)
    assert run.returncode == 2 and "--id" in run.stderr
    assert grade_cli("new-course", "統計", "--id", "stats", cwd=tmp_path).returncode == 0


# ------------------------------------------------------------------------ where it goes


def test_what_is_there_is_left_alone(course):
    before = tree(course)
    for words in (("new-course", course), ("new-course", course / "within")):
        run = grade_cli(*words, "--id", "x", cwd=course.parent)
        assert run.returncode == 2 and str(course) in run.stderr
    for kind in ("solutions", "assignments"):
        (course / kind / "fresh").mkdir()
        run = grade_cli("new-exercise", "fresh", cwd=course)
        assert run.returncode == 2 and "is there already" in run.stderr
        (course / kind / "fresh").rmdir()
    assert tree(course) == before


def test_an_exercise_needs_a_course_around_it(tmp_path):
    """Never the course that the installed package happens to lie beside."""
    run = grade_cli("new-exercise", "fresh", cwd=tmp_path)
    assert run.returncode == 2
    assert "new-course" in run.stderr and run.stderr.count("\n") == 1
    assert not (ROOT / "solutions" / "fresh").exists()


def test_a_course_without_solutions_takes_no_exercise(course):
    shutil.rmtree(course / "solutions")
    run = grade_cli("new-exercise", "fresh", cwd=course)
    assert run.returncode == 2 and run.stderr.count("\n") == 1
    assert not (course / "solutions").exists()


@pytest.mark.parametrize("error", [KeyboardInterrupt(), PermissionError(13, "Permission denied")])
@pytest.mark.parametrize("step", ["generated", "replace", "stage", "settle"])
def test_nothing_is_left_half_written(course, tmp_path, monkeypatch, step, error):
    def fail(*_, **__):
        raise error

    known = load_course(course)
    before = tree(tmp_path)
    where = {
        "generated": (making, "generated"),
        "replace": (os, "replace"),
        "stage": (tempfile, "mkdtemp"),
        "settle": (Path, "rename"),
    }[step]
    monkeypatch.setattr(*where, fail)
    expected = UsageError if isinstance(error, OSError) else KeyboardInterrupt
    with pytest.raises(expected):
        make_exercise(known, "fresh")
    if step != "replace":
        with pytest.raises(expected):
            make_course(tmp_path / "new" / "deep")
    monkeypatch.undo()
    assert tree(tmp_path) == before
    assert not [p for p in tmp_path.rglob("*") if "fresh" in p.name or p.name in ("new", "deep")]


def test_an_interrupted_fill_of_an_empty_folder_leaves_it_empty(tmp_path, monkeypatch):
    rename, moved = Path.rename, []

    def third(self, target):
        moved.append(target)
        if len(moved) == 3:
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", third)
    (tmp_path / "c").mkdir()
    with pytest.raises(KeyboardInterrupt):
        make_course(tmp_path / "c")
    assert [p.name for p in tmp_path.iterdir()] == ["c"]
    assert list((tmp_path / "c").iterdir()) == []


def test_a_place_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    run = grade_cli("new-course", "file/c", cwd=tmp_path)
    assert run.returncode == 2 and "Cannot write" in run.stderr
    assert run.stderr.count("\n") == 1


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="the superuser may write anywhere"
)
def test_a_read_only_folder(course):
    (course / "solutions").chmod(0o555)
    try:
        run = grade_cli("new-exercise", "fresh", cwd=course)
    finally:
        (course / "solutions").chmod(0o755)
    assert run.returncode == 2 and "Cannot write" in run.stderr


def test_a_course_toml_changed_meanwhile_is_not_overwritten(course, monkeypatch):
    generated = release.generated

    def slow(*words):
        (course / "course.toml").write_text("changed = true\n", encoding="utf-8")
        return generated(*words)

    monkeypatch.setattr(making, "generated", slow)
    monkeypatch.setattr(making, "load_course", lambda _, known=load_course(course): known)
    with pytest.raises(UsageError, match="meanwhile"):
        make_exercise(load_course(course), "fresh")
    assert (course / "course.toml").read_text(encoding="utf-8") == "changed = true\n"
    assert not (course / "solutions" / "fresh").exists()


# ------------------------------------------------------------------------ course.toml

LISTS = {
    'assignments = ["a"]': 'assignments = ["a", "new"]',
    "assignments = ['a', 'b',]": "assignments = ['a', 'b', \"new\"]",
    "assignments = []": 'assignments = ["new"]',
    "assignments=[ ] # none": 'assignments=["new"] # none',
    'assignments = [ "a" ] # one': 'assignments = [ "a", "new"] # one',
    'assignments = [\n  "a", # first\n  "b" # last\n]': (
        'assignments = [\n  "a", # first\n  "b", # last\n  "new",\n]'
    ),
    'assignments = [\n\t"a",\n\t# "c",\n]  # all': (
        'assignments = [\n\t"a",\n\t"new",\n\t# "c",\n]  # all'
    ),
    'assignments = [\n    # soon: "x" ]\n]': 'assignments = [\n    "new",\n    # soon: "x" ]\n]',
    'assignments = ["a",\n               "b"]': (
        'assignments = ["a",\n               "b",\n               "new",]'
    ),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("before", LISTS)
def test_one_name_more_and_nothing_else(before, newline):
    frame = (
        '# 課程 "assignments = []"\nid = "c"  # id\n{}\n\n[title]\nzh-TW = "課"\nassignments = []\n'
    )
    text = frame.format(before).replace("\n", newline)
    expected = frame.format(LISTS[before]).replace("\n", newline)
    made = with_assignment(text, "new")
    assert made == expected
    assert tomllib.loads(made)["assignments"][-1] == "new"


@pytest.mark.parametrize(
    "text",
    [
        'id = "c"\n',
        "[title]\nassignments = []\n",
        "assignments = [1]\n",
        'assignments = ["""\na"""]\n',
        'course.assignments = ["a"]\n',
        'assignments = ["a"\n',
    ],
)
def test_a_list_that_is_not_understood_is_left_alone(text):
    assert with_assignment(text, "new") is None


def test_a_list_that_is_not_understood_is_said_so(course):
    path = course / "course.toml"
    odd = path.read_text(encoding="utf-8").replace(f'"{EXAMPLE}"', f'"""\n{EXAMPLE}"""')
    path.write_text(odd, encoding="utf-8")
    with pytest.raises(CourseError, match="nothing was changed"):
        make_exercise(load_course(course), "fresh")
    assert path.read_text(encoding="utf-8") == odd
    assert not (course / "solutions" / "fresh").exists()


def test_line_ends_and_comments_of_the_file_stay(course):
    path = course / "course.toml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    make_exercise(load_course(course), "fresh")
    assert path.read_bytes() == before.replace(
        f'"{EXAMPLE}",\r\n'.encode(), f'"{EXAMPLE}",\r\n    "fresh",\r\n'.encode()
    )


# ------------------------------------------------------------------------ words


def test_every_word_is_there_in_both_languages():
    for text in command.HELP.values():
        assert text["zh-TW"] and text["en"] and text["zh-TW"] != text["en"]
