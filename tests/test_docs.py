"""The documentation is true: its commands, options, links, code and examples."""

from __future__ import annotations

import ast
import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from grading import ROOT, grade_cli, reference

from grader.commands import registry
from grader.commands.parsing import leaf, parse
from grader.commands.registry import COMMANDS
from grader.diagnosis import structure
from grader.model.errors import UsageError
from grader.render import json_report

READMES = [ROOT / "README.md", ROOT / "README.zh-TW.md"]
AUTHORS = [ROOT / "docs" / "authors.md", ROOT / "docs" / "authors.zh-TW.md"]
STUDENTS = [ROOT / "docs" / "students.md", ROOT / "docs" / "students.zh-TW.md"]
INSTRUCTORS = [ROOT / "docs/instructors.md", ROOT / "docs/instructors.zh-TW.md"]
QUIZZES = [ROOT / "docs/quizzes.md", ROOT / "docs/quizzes.zh-TW.md"]
LMS = [ROOT / "docs/lms.md", ROOT / "docs/lms.zh-TW.md"]
OTHERS = [ROOT / f"{page}.md" for page in ("CHANGELOG", "CONTRIBUTING", "SECURITY")]
PAGES = [*READMES, *OTHERS, *sorted((ROOT / "docs").glob("*.md"))]
PAIRS = [READMES, AUTHORS, STUDENTS, INSTRUCTORS, QUIZZES, LMS]
FENCE = re.compile(r"^```(?P<lang>\w*)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A fenced block, and the last line of text before it."""

    lang: str
    code: str
    before: str


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def blocks(path: Path) -> list[Block]:
    text = read(path)
    found = []
    for m in FENCE.finditer(text):
        before = text[: m.start()].rstrip().rsplit("\n", 1)[-1]
        found.append(Block(m["lang"], m["code"], before))
    return found


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def heading_levels(path: Path) -> list[int]:
    prose = FENCE.sub("", read(path))
    return [len(m[1]) for m in re.finditer(r"^(#+) ", prose, re.MULTILINE)]


@pytest.mark.parametrize(("english", "chinese"), PAIRS, ids=[pair[0].stem for pair in PAIRS])
def test_both_languages_have_the_same_parts(english, chinese):
    assert heading_levels(english) == heading_levels(chinese)
    assert [b.lang for b in blocks(english)] == [b.lang for b in blocks(chinese)]


# ------------------------------------------------------------------------ the README's two commands


def set_up_commands(path: Path) -> dict[str, list[str]]:
    """The one-line commands that make an environment, by language of the block."""
    found: dict[str, list[str]] = {"sh": [], "powershell": []}
    for block in blocks(path):
        if "-m venv" in block.code:
            assert block.code.count("\n") == 1, f"not a single line: {block.code}"
            found[block.lang].append(block.code.strip())
    return found


def test_the_two_commands_are_single_lines_and_the_same_in_both_readmes():
    english, chinese = map(set_up_commands, READMES)
    assert english == chinese
    for lang in ("sh", "powershell"):
        demo, suite = english[lang]
        assert demo.endswith("grade demo")
        assert suite.endswith("-m pytest -n auto")
        assert '".[dev]"' in suite


def test_the_ci_takes_its_commands_from_the_readme():
    scripts = [read(path) for path in sorted((ROOT / ".ci").iterdir()) if path.is_file()]
    assert any("README.md" in script for script in scripts)
    for command in set_up_commands(READMES[0])["sh"]:
        assert not any(command in script for script in scripts), "a copy would go stale"


def test_the_readmes_name_the_pythons_that_are_tested_and_what_debian_needs():
    project = tomllib.loads(read(ROOT / "pyproject.toml"))["project"]
    classifiers = re.findall(r":: Python :: (3\.\d+)$", "\n".join(project["classifiers"]), re.M)
    assert project["requires-python"] == f">={classifiers[0]}", "no upper cap"
    english, chinese = map(read, READMES)
    assert f"Python {classifiers[0]} or newer" in english
    assert f"tested on {classifiers[0]} to {classifiers[-1]}" in english
    assert f"Python {classifiers[0]} 或更新的版本" in chinese
    assert f"在 {classifiers[0]} 到 {classifiers[-1]} 上測試過" in chinese
    needed = re.findall(r"`sudo apt install [^`]+`", english)
    assert len(needed) == 1 and needed == re.findall(r"`sudo apt install [^`]+`", chinese)


# ------------------------------------------------------------------------ commands and options

CODE = re.compile(r"`([^`\n]+)`")


def commands(path: Path) -> Iterator[list[str]]:
    """Every `grade …` a page mentions, as words."""
    text = read(path)
    lines = [line for b in blocks(path) if b.lang == "sh" for line in b.code.splitlines()]
    lines += CODE.findall(FENCE.sub("", text))
    for line in lines:
        for part in re.split(r"&&|;|\|", line):
            words = shlex.split(part, comments=True)
            if words and Path(words[0]).name == "grade":
                yield words[1:]


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_every_command_shown_is_one(path):
    named = {c.words[:n] for c in COMMANDS for n in (1, 2)}
    for words in commands(path):
        if tuple(words) in named:  # a command named, not shown in use
            continue
        try:
            parse(["2" if w == "LEVEL" else w for w in words], "en")
        except SystemExit:
            assert "--help" in words
        except UsageError as error:
            pytest.fail(f"`grade {' '.join(words)}`: {error}")


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_every_option_named_by_itself_exists(path):
    helps = " ".join(leaf(c, "en").format_help() for c in COMMANDS)
    for code in CODE.findall(FENCE.sub("", read(path))):
        if code.startswith("--"):
            option = code.split()[0].split("=")[0]
            assert re.search(rf"{option}\b", helps), f"{name(path)}: {option}"


def test_targets_shown_are_of_the_course():
    """`grade matmul.dot` in the documents for students names what there is."""
    listed = grade_cli("--list", cwd=ROOT).stdout.split()
    for path in (*READMES, *STUDENTS):
        for words in commands(path):
            for word in words[1:2] if words[:1] == ["hint"] else words[:1]:
                if re.fullmatch(r"[a-z_]+(\.[a-z_]+)?", word) and word not in registry.names():
                    if word in ("file.py", "file.ipynb"):
                        continue
                    known = {*listed, *(w.split(".")[-1] for w in listed if "." in w)}
                    assert word in known or word == "FUNCTION", f"{name(path)}: {word}"


# ------------------------------------------------------------------------ links


def slug(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_every_relative_link_leads_somewhere(path):
    for target in re.findall(r"\]\(([^)\s]+)\)", FENCE.sub("", read(path))):
        if "://" in target:
            continue
        file, _, anchor = target.partition("#")
        there = (path.parent / file).resolve() if file else path
        assert there.exists(), f"{name(path)}: {target}"
        if anchor:
            headings = re.findall(r"^#+ (.+)$", read(there), re.MULTILINE)
            assert anchor in map(slug, headings), f"{name(path)}: {target}"


# ------------------------------------------------------------------------ the excerpt in the README

HALF = "return -np.mean(y * np.log(p))"
WHOLE = "return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "lang"), list(zip(READMES, ("en", "zh-TW"), strict=True)), ids=["en", "zh-TW"]
)
def test_the_excerpt_is_what_grade_says(path, lang, tmp_path):
    excerpt = next(b for b in blocks(path) if b.before == f"<!-- excerpt: {lang} -->")
    command, expected = excerpt.code.split("\n", 1)
    source = reference("losses")
    assert WHOLE in source
    (tmp_path / "losses.py").write_text(source.replace(WHOLE, HALF), encoding="utf-8")
    words = command.removeprefix("$ grade ").split()
    run = grade_cli(
        *words, "--course", ROOT, cwd=tmp_path, env={"PYTHONUTF8": "1", "DLGRADE_TIER": "L3"}
    )
    assert run.returncode == 1, run.stderr
    assert run.stdout == expected, f"paste this into {name(path)}:\n{run.stdout}"


# ------------------------------------------------------------------------ the authors' example

FILE = re.compile(r"`((?:[\w.-]+/)*[\w-]+\.\w+)`")


def example(path: Path) -> dict[str, str]:
    """The files that a page shows whole: a block below a line that is a path."""
    files = {}
    for block in blocks(path):
        at = FILE.fullmatch(block.before)
        if at:
            files[at[1]] = block.code
    return files


def test_the_example_is_the_same_in_both_languages():
    english, chinese = map(example, AUTHORS)
    assert english == chinese
    assert len(english) == 7


@pytest.mark.parametrize("path", AUTHORS, ids=name)
def test_python_blocks_compile(path):
    for block in blocks(path):
        if block.lang == "python":
            ast.parse(block.code)


def half_an_hour(path: Path) -> Iterator[tuple[str, str, str]]:
    """What the path's reader does: commands ("sh"), files written whole ("file", where), lines put
    at the end of the manifest ("toml"), and what is to be read on the screen ("text")."""
    first = read(path).split("\n## ")[1]
    for m in FENCE.finditer(first):
        at = FILE.fullmatch(first[: m.start()].rstrip().rsplit("\n", 1)[-1])
        if at:
            yield "file", at[1], m["code"]
        elif m["lang"] == "sh":
            for line in m["code"].splitlines():
                yield "sh", "", line
        else:
            yield m["lang"], "", m["code"]


# What ends otherwise than in 0: mutants survive until they are excused; the stub earns nothing.
ENDS = {"grade verify spread --mutants": [1, 0], "grade": [1]}


def test_the_half_hour_is_the_same_in_both_languages():
    english, chinese = ([s for s in half_an_hour(p) if s[0] != "text"] for p in AUTHORS)
    assert english == chinese


@pytest.mark.slow
def test_the_half_hour_can_be_walked(tmp_path):
    """Every command and file of the page's first part, in order, as they stand there."""
    here, said, ran = tmp_path, "", []
    ends = {command: list(codes) for command, codes in ENDS.items()}
    for kind, at, text in half_an_hour(AUTHORS[0]):
        if kind == "file":
            assert (here / at).is_file(), f"{at}: nothing to replace"
            (here / at).write_text(text, encoding="utf-8")
        elif kind == "toml":
            with (here / "solutions/spread/manifest.toml").open("a", encoding="utf-8") as manifest:
                manifest.write(f"\n{text}")
        elif kind == "text":
            assert text in said
        elif text.startswith("cd "):
            here = here / text.removeprefix("cd ")
            assert here.is_dir()
        else:
            command, *words = shlex.split(text)
            assert command == "grade", text
            run = grade_cli(*words, cwd=here)
            due = ends[text].pop(0) if ends.get(text) else 0
            assert run.returncode == due, f"{text}: {run.stdout}{run.stderr}"
            said = run.stdout
            ran.append(words[0] if words else "grade")
    assert [command for command in ends if ends[command]] == []
    assert ran[:2] == ["new-course", "verify"] and ran[-3:] == ["release", "grade", "hint"]


@pytest.mark.parametrize("path", AUTHORS, ids=name)
def test_structural_findings_listed_are_given(path):
    line = next(x for x in read(path).splitlines() if "`structure.transposed`" in x)
    source = "".join(read(f) for f in Path(structure.__file__).parents[1].rglob("*.py"))
    for id in re.findall(r"`(?:structure)?\.([\w-]+?)(?:-…)?`", line):
        stem = id.split("-first")[0].split("-changes")[0]
        assert f'"{stem}' in source or f'"structure.{stem}' in source, id


# ------------------------------------------------------------------------ the report's page


def test_the_report_page_names_every_field_of_the_schema():
    page = read(ROOT / "docs" / "report-format.md")
    schema = json_report.schema()
    for field in schema["properties"]:
        assert f"`{field}`" in page, field
