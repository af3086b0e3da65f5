"""The catalogue of known mistakes: the form of `mistakes/<function>.toml`, and what is refused."""

import importlib

import numpy as np
import pytest
from grading import COURSE

from grader.authoring.mistakes import followed, read_mistakes
from grader.language.text import LANGUAGES, NO_TEXT, Text
from grader.model.assignment import Assignment
from grader.model.errors import CourseError

REFERENCE = '''
# %%
import numpy as np

def scaled(x, by=2.0):
    """x times by.

    Returns: an array.
    """
    ### BEGIN SOLUTION
    # by is a number
    y = np.asarray(x)  # never changed
    return helper(y) * by
    ### END SOLUTION

def helper(y):
    return y
'''
LOOPS = """
import numpy as np

from somewhere import helper

def scaled(x, by=2.0):
    out = []
    for v in x:
        out.append(v * by)
    return np.array(out)
"""
TEXTS = 'zh-TW = "錯。"\nen = "Wrong."\n'
SEE = {
    "here": Text("見第 1 頁。", "See page 1."),
    "there": Text("見投影片「B」。", "See the slide “B”."),
}


@pytest.fixture
def read(tmp_path):
    """The mistakes in `scaled` that a file of this content holds."""
    folder = tmp_path / "solutions" / "scaling"
    (folder / "mistakes").mkdir(parents=True)
    (folder / "scaling.py").write_text(REFERENCE, encoding="utf-8")
    (folder / "mistakes" / "scaled.loops.py").write_text(LOOPS, encoding="utf-8")
    (folder / "mistakes" / "scaled.bytes.py").write_bytes(b"# \xe9")
    (folder / "mistakes" / "scaled.broken.py").write_text("def scaled(x:\n", encoding="utf-8")
    (folder / "mistakes" / "scaled.other.py").write_text("def scale(x):\n    pass\n", "utf-8")
    assignment = Assignment("scaling", NO_TEXT, NO_TEXT, (), folder, see=SEE)

    def read(content, function="scaled", languages=LANGUAGES):
        path = folder / "mistakes" / "scaled.toml"
        path.write_text(content, encoding="utf-8")
        names = {"np": np, "helper": lambda y: y, "scaled": None}
        return read_mistakes(assignment, function, names, languages)

    return read


def test_an_entry_is_an_edit_of_the_reference_or_a_body(read):
    less, more = read(
        f"[less]\n{TEXTS}edit = [['helper(y) * by', 'helper(y) / by'], ['2.0', '4.0']]\n"
        f"[more]\n{TEXTS}body = '''\nif by:\n    return x\nreturn by'''\n"
    )
    assert (less.id, more.id) == ("scaled.less", "scaled.more")
    assert {less.function, more.function} == {"scaled"}
    assert less.source == (
        "def scaled(x, by=4.0):\n    y = np.asarray(x)\n    return helper(y) / by\n"
    )
    assert more.source == ("def scaled(x, by=2.0):\n    if by:\n        return x\n    return by\n")
    assert less.implementation(8.0) == 2.0
    assert more.implementation(7, 0) == 0


def test_a_base_is_for_the_file_or_for_an_entry(read):
    first, second = read(
        f'base = "loops"\n[first]\n{TEXTS}edit = [["v * by", "v"]]\n'
        f'[second]\n{TEXTS}base = ""\nedit = [["helper(y) * by", "y"]]\n'
    )
    assert "for v in x" in first.source and "import" not in first.source
    assert first.implementation([1, 2]).tolist() == [1, 2]
    assert second.implementation(3) == 3


def test_entries_keep_their_order(read):
    names = ["zeta", "alpha", "beta-2", "10"]
    found = read("".join(f"[{n}]\n{TEXTS}body = 'return {i}'\n" for i, n in enumerate(names)))
    assert [m.id for m in found] == [f"scaled.{n}" for n in names]
    assert [m.implementation(1) for m in found] == [0, 1, 2, 3]


def test_where_to_look_comes_from_the_manifest(read):
    body = "body = 'return 1'\n"
    texts = [
        m.text
        for m in read(
            f'see = "here"\n[a]\n{TEXTS}{body}[b]\nzh-TW = "錯。"\nen = "Wrong;"\n{body}'
            f'[c]\n{TEXTS}see = "there"\n{body}[d]\n{TEXTS}see = ""\n{body}'
        )
    ]
    assert texts == [
        Text("錯。見第 1 頁。", "Wrong. See page 1."),
        Text("錯。見第 1 頁。", "Wrong; see page 1."),
        Text("錯。見投影片「B」。", "Wrong. See the slide “B”."),
        Text("錯。", "Wrong."),
    ]
    assert followed("Falsch;", "Siehe Seite 1.") == "Falsch; siehe Seite 1."


def test_a_course_in_one_language_needs_one_text(read):
    (found,) = read("[a]\nja = '違う。'\nbody = 'return 1'", languages=["ja"])
    assert found.text["ja"] == "違う。"
    with pytest.raises(CourseError, match="unknown key 'en'"):
        read("[a]\nja = '違う。'\nen = 'W.'\nbody = 'return 1'", languages=["ja"])


def test_a_function_without_a_file_has_no_mistakes(read):
    assert read("", "other") == []
    assert read("") == []


A, X = f"[a]\n{TEXTS}", "body = 'x'"
WRONG = {
    "edit that applies nowhere": (A + "edit = [['gone', 'x']]", "[a]: 'gone' does not stand"),
    "edit that applies twice": (A + "edit = [['y', 'x']]", "[a]: 'y' stands 5 times"),
    "edit that changes nothing": (A + "edit = [['2.0', '2.0']]", "[a]: '2.0' is put for itself"),
    "edit that is no pair": (A + "edit = ['by', 'x']", "[a]: edit is not [["),
    "edit of three": (A + "edit = [['by', 'x', 'y']]", "[a]: edit is not [["),
    "edit of numbers": (A + "edit = [['2.0', 3]]", "[a]: edit is not [["),
    "no edits": (A + "edit = []", "[a]: edit is not [["),
    "comment of the reference": (A + "edit = [['by is a', 'x']]", "does not stand in the base"),
    "neither": (A, "[a] needs one of edit and body"),
    "both": (A + "edit = [['2.0', '3']]\nbody = 'return 1'", "[a] needs one of edit and body"),
    "body that is no text": (A + "body = 3", "[a]: body is no text"),
    "no Chinese": ("[a]\nen = 'W.'\nbody = 'return 1'", "[a] has no text in zh-TW"),
    "no English": ("[a]\nzh-TW = '錯。'\nbody = 'return 1'", "[a] has no text in en"),
    "unknown key": (A + "edits = []", "[a]: unknown key 'edits'; did you mean edit?"),
    "unknown key of the file": ("bse = 'loops'", ".toml: unknown key 'bse'; did you mean base?"),
    "key like none": (A + "zz = 1", "[a]: unknown key 'zz'; known are: base, body, edit, en,"),
    "unknown base": ("base = 'loop'\n" + A + X, "unknown base 'loop'; did you mean loops?"),
    "unknown see": (A + "see = 'hre'\nbody = 'x'", "[a]: unknown see 'hre'; did you mean here?"),
    "syntax": (A + "body = 'return ('", "[a] is no Python: "),
    "syntax of the base": ("base = 'broken'\n" + A + X, "scaled.broken.py: "),
    "bytes of the base": ("base = 'bytes'\n" + A + X, "scaled.bytes.py: 'utf-8' codec can't"),
    "base without it": ("base = 'other'\n" + A + X, "scaled.other.py does not define scaled"),
    "another function": (A + "edit = [['def scaled', 'def scale']]", "[a] does not define scaled"),
    "base elsewhere": ("base = '../loops'\n" + A + X, "unknown base '../loops'"),
    "base that is too long": (f"base = '{'x' * 300}'\n" + A + X, "unknown base 'xxx"),
    "empty text": ("[a]\nzh-TW = '錯。'\nen = ' '\n" + X, "[a] has no text in en"),
    "name in capitals": (f"[Abc]\n{TEXTS}{X}", "cannot be called 'Abc'"),
    "name with a dot": (f"['a.b']\n{TEXTS}{X}", "cannot be called 'a.b'"),
    "name with a space": (f"['a b']\n{TEXTS}{X}", "cannot be called 'a b'"),
    "name with a line end": (f'["a\\nb"]\n{TEXTS}{X}', "cannot be called 'a\\nb'"),
    "name of nothing": (f"['']\n{TEXTS}{X}", "cannot be called ''"),
    "fails at its def": (A + "edit = [['by=2.0', 'by=gone']]", "executed: NameError: name 'gone'"),
    "ends at its def": (A + "edit = [['2.0', 'exit()']]", "executed: SystemExit"),
    "for ever at its def": (
        A + "edit = [['def ', 'def f(): return f()\\nf()\\ndef ']]".replace("'", '"'),
        "executed: RecursionError",
    ),
    "nested too deeply": (A + f"body = 'return {'-' * 20_000}1'", "[a] is no Python: "),
    "a number of 5000 digits": (A + f"x = {'9' * 5000}", "Cannot read course file"),
    "lists in lists": (A + f"x = {'[' * 5000}{']' * 5000}", "Cannot read course file"),
    "twice": (A + "body = 'x'\n" + A + "body = 'y'", "Cannot read course file"),
}  # fmt: skip


@pytest.mark.parametrize("change", [lambda t: "\ufeff" + t, lambda t: t.replace("\n", "\r\n")])
def test_an_editor_on_windows_may_have_saved_it(read, change):
    body = f"[a]\n{TEXTS}body = '''\nif by:\n    return x\nreturn by'''\n"
    (found,) = read(change(body))
    assert found.source == "def scaled(x, by=2.0):\n    if by:\n        return x\n    return by\n"


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_told_with_its_file_and_entry(read, name):
    content, said = WRONG[name]
    with pytest.raises(CourseError) as error:
        read(content)
    english, chinese = error.value.text["en"], error.value.text["zh-TW"]
    assert said in english
    for text in (english, chinese):
        assert "solutions/scaling/mistakes/scaled." in text
        assert text.endswith((".", "?", "。", "？")) and not text.endswith(("..", "??"))
    assert english != chinese


@pytest.mark.parametrize("name", COURSE.names)
def test_every_mistake_of_the_course_can_be_made(name):
    """A change of a reference that leaves an edit without its place shows here at once."""
    assignment = COURSE.load(name)
    module = importlib.import_module(f"solutions.{name}.{name}")
    graded = {function.name for function in assignment.functions}
    beside = {path.name.split(".")[0] for path in (assignment.folder / "mistakes").iterdir()}
    assert beside == graded
    for function in graded:
        found = read_mistakes(assignment, function, vars(module))
        assert len(found) >= 2, function
        assert len({m.source for m in found}) == len(found), function
        assert len({m.id for m in found}) == len(found), function
