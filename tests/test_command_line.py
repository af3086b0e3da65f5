"""The command line as one thing: its registry, what is meant by a slip, JSON, dry runs, completion,
links, remarks under GitHub Actions."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import jsonschema
import pytest
from grading import ROOT, grade_cli, reference

from grader.commands.cli import main
from grader.commands.complaints import complaint
from grader.commands.parsing import leaf, locate, parse, tree
from grader.commands.registry import COMMANDS, Command, names
from grader.language.nearest import did_you_mean, nearest
from grader.model.errors import UsageError
from grader.render.json_report import schema
from grader.render.links import linked, links_allowed
from grader.render.terminal_stream import colour_allowed

WRONG = "\n\ndef mae(y, y_hat):\n    return np.sum(np.abs(y - y_hat))\n"
ENGLISH = {"PYTHONUTF8": "1"}
PAGES = [
    (ROOT / "docs" / name).read_text("utf-8")
    for name in ("command-line.md", "command-line.zh-TW.md")
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "losses.py").write_text(reference("losses") + WRONG, encoding="utf-8")
    return tmp_path


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course of two assignments that tests may write to."""
    made = tmp_path / "course"
    for name in ("matmul", "neuron", "quizzes"):
        shutil.copytree(
            ROOT / "solutions" / name,
            made / "solutions" / name,
            ignore=shutil.ignore_patterns("__pycache__"),
        )
    (made / "solutions" / "__init__.py").touch()
    text = (ROOT / "course.toml").read_text(encoding="utf-8")
    listed = re.sub(r"(?s)assignments = \[.*?\]", 'assignments = ["matmul", "neuron"]', text)
    (made / "course.toml").write_text(listed, encoding="utf-8")
    return made


def everything(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in folder.rglob("*")
        if p.is_file() and "__pycache__" not in p.parts
    }


def envelope(text: str, command: str, code: int) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(text)
    assert list(told) == ["schema", "command", "dlgrade", "exit_code", "data", "notes", "error"]
    assert (told["schema"], told["command"], told["exit_code"]) == (
        "grade-command/1",
        command,
        code,
    )
    return told


# ------------------------------------------------------------------------ one protocol


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.prog)
@pytest.mark.parametrize("lang", ["zh-TW", "en"])
def test_every_command_has_its_help_in_both_languages(command: Command, lang: str):
    said = leaf(command, lang).format_help()
    assert said.startswith(f"usage: {command.prog} ")
    for flag, has in (("--json", command.tells), ("--dry-run", command.writes)):
        assert (flag in said) == has
    undescribed = [a.dest for a in leaf(command, lang)._actions if not a.help]
    assert undescribed == []
    chinese = re.search("[\u4e00-\u9fff]", said) is not None
    assert chinese == (lang == "zh-TW")


def test_subcommands_are_argparses_own():
    """So that whatever walks a parser finds them."""

    def below(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
        return cast(Any, next(a for a in parser._actions if a.choices).choices)

    assert set(names()) <= set(below(tree("en")))
    assert {"list", "fill", "make", "key"} <= set(below(below(tree("en"))["quiz"]))


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("", ("",)),
        ("losses.py", ("",)),
        ("--format json hint", ("",)),
        ("--lang en hint bce", ("hint",)),
        ("quiz mlp_quiz", ("quiz", "")),
        ("quiz --lang en make", ("quiz", "make")),
        ("--json quiz list", ("quiz", "list")),
        ("-- quiz", ("",)),
        ("export qti21 --out x", ("export", "qti21")),
    ],
)
def test_which_command_words_name(words: str, path: tuple[str, ...]):
    assert locate(words.split())[0] == path


def test_options_and_words_stand_in_any_order():
    options = parse(["export", "moodle", "a", "--out", "x", "b", "--lang", "en"], "en")
    assert (options.quizzes, options.out, options.lang) == (["a", "b"], Path("x"), "en")
    assert parse(["a", "-q", "b"], "en").targets == ["a", "b"]
    assert parse(["--", "-odd.py"], "en").targets == ["-odd.py"]


def test_what_is_not_used_is_not_imported():
    code = (
        "import sys; from grader.commands.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print([m for m in ('numpy', 'pytest', 'jinja2', 'difflib', 'argcomplete', "
        "'grader.commands.batch', 'grader.commands.quiz') if m in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.splitlines()[-1] == "[]"


# ------------------------------------------------------------------------ did you mean


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("verfiy", "grade verify"),
        ("verfiy --mutants", "grade verify"),
        ("loses", "grade losses"),
        ("losses.bec", "losses.bce"),
        ("cross_entrpy", "grade losses.cross_entropy"),
        ("mlp_quizz", "grade quiz mlp_quiz"),
        ("mlp_quiz", "grade quiz mlp_quiz"),
        ("hint bcee", "bce"),
        ("hint losses.bcee", "losses.bce"),
        ("--assignment loses losses.py", "losses"),
        ("verify losess", "losses"),
        ("quiz mlp_qiuz", "mlp_quiz"),
        ("quiz maek mlp_quiz", "grade quiz make"),
        ("quiz mlp_quiz.forwrad", "mlp_quiz.forward"),
        ("nbgrader autograd", "grade nbgrader autograde"),
        ("export modle", "grade export moodle"),
        ("release loses", "losses"),
        ("--formt json", "--format"),
        ("--format jsn", "json"),
        ("batch class --ot out", "--out"),
    ],
)
@pytest.mark.parametrize("lang", ["en", "zh-TW"])
def test_a_slip_is_understood(words, meant, lang, folder, monkeypatch, capsys):
    monkeypatch.chdir(folder)
    monkeypatch.setenv("DLGRADE_COURSE", str(ROOT))
    monkeypatch.setenv("DLGRADE_LANG", lang)
    assert main(words.split()) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1
    asked = rf"(Did you mean|is a quiz:) {re.escape(meant)}" if lang == "en" else re.escape(meant)
    assert re.search(asked, err), err
    if lang == "zh-TW":
        assert re.search("你是不是要找|是測驗", err), err


def test_a_misspelt_command_is_told_where_there_is_no_course(tmp_path):
    done = grade_cli(
        "verfiy", cwd=tmp_path, env={"DLGRADE_COURSE": str(tmp_path / "none"), **ENGLISH}
    )
    assert done.returncode == 2 and "Did you mean grade verify?" in done.stderr


@pytest.mark.parametrize("word", ["x", "zzzzzz", "q" * 200])
def test_what_is_like_nothing_has_no_suggestion(word):
    assert nearest(word, ["losses", "matmul"]) is None
    assert not did_you_mean(word, ["losses", "matmul"])


def test_an_option_of_another_command_is_said_to_be_that(capsys):
    assert main(["--mutants", "--lang", "en"]) == 2
    assert "--mutants is an option of grade verify." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("message", "zh"),
    [
        ("the following arguments are required: NAME", "還缺 NAME。"),
        ("argument --out: expected one argument", "--out 後面要有一個值。"),
        ("argument -j/--jobs: invalid int value: 'x'", "-j 要是整數，不是 'x'。"),
        ("argument --pool: invalid choice: 'a' (choose from 'b', 'c')",
         "--pool 不能是 a；可以是 b, c。"),
        ("argument --pool: invalid choice: 'a', maybe you meant 'b'? (choose from b, c)",
         "--pool 不能是 a；可以是 b, c。"),
        ("argument -v/--verbose: not allowed with argument -q/--quiet", "-v 和 -q 不能一起用。"),
        ("argument --list: ignored explicit argument 'x'", "--list 後面不接值（'x'）。"),
    ],
)  # fmt: skip
def test_argparses_complaints_are_translated(message, zh):
    assert complaint(message, "grade").text["zh-TW"] == f"{zh} (grade --help)"


def test_argparse_says_nothing_that_is_not_translated():
    """Whatever this Python's wording is."""
    for words in (
        ["hint"], ["--format"], ["--seed", "x"], ["--format", "x"], ["-q", "-v"],
        ["--list=x"], ["new-course"], ["hint", "a", "b"],
    ):  # fmt: skip
        with pytest.raises(UsageError) as told:
            parse(words, "zh-TW")
        assert re.search("[\u4e00-\u9fff]", told.value.text["zh-TW"])
        assert not re.search("[\u4e00-\u9fff]", told.value.text["en"])


# ------------------------------------------------------------------------ JSON


@pytest.mark.slow
def test_reports_in_the_envelope_are_the_contract(folder):
    done = grade_cli("losses.mae", "--json", cwd=folder)
    told = envelope(done.stdout, "grade", 1)
    (report,) = told["data"]["reports"]
    jsonschema.validate(report, schema())
    alone = json.loads(grade_cli("losses.mae", "--format", "json", cwd=folder).stdout)
    assert {**report, "seconds": 0, "checks": 0} == {**alone, "seconds": 0, "checks": 0}
    assert done.stderr == ""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "command", "code", "keys"),
    [
        ("--version", "grade", 0, ["version"]),
        ("--list", "grade", 0, ["course", "assignments"]),
        ("hint bce", "hint", 0, ["function", "level", "levels", "text"]),
        ("quiz list", "quiz list", 0, ["quizzes"]),
        ("quiz", "quiz", 0, ["quizzes"]),
        ("quiz mlp_quiz --page", "quiz", 0, ["page"]),
        ("quiz mlp_quiz", "quiz", 1, ["quiz", "variant", "entries", "marks"]),
        ("export moodle mlp_quiz --variants 1 --dry-run", "export moodle", 0, ["files", "written"]),
        ("new-course mine --dry-run", "new-course", 0, ["root", "files", "written"]),
    ],
)
def test_every_telling_command_has_an_envelope(words, command, code, keys, folder):
    done = grade_cli(*words.split(), "--json", cwd=folder, input="")
    assert done.returncode == code, done.stderr
    told = envelope(done.stdout, command, code)
    assert list(told["data"]) == keys
    assert told["error"] is None
    for page in PAGES:
        assert [key for key in keys if f"`{key}`" not in page] == []


@pytest.mark.slow
def test_an_error_is_in_the_envelope_and_on_stderr(folder):
    for words, command, code in ((["hint", "bcee"], "hint", 2), (["--nothing"], "grade", 2)):
        done = grade_cli(*words, "--json", cwd=folder)
        told = envelope(done.stdout, command, code)
        assert told["error"]["en"] in done.stderr and told["error"]["zh-TW"]


def test_json_and_a_format_do_not_go_together(folder):
    done = grade_cli("losses", "--json", "--format", "html", cwd=folder)
    assert done.returncode == 2 and "--format json" in done.stderr


def test_the_pages_name_every_command_that_tells_and_agree():
    spans = [sorted(re.findall(r"`([^`\n]+)`", page)) for page in PAGES]
    assert spans[0] == spans[1]
    for command in COMMANDS:
        assert not command.tells or f"`{command.name or 'grade'}`" in PAGES[0]


# ------------------------------------------------------------------------ quiet, verbose


def test_quiet_and_verbose(folder):
    (folder / "losses.py").write_text(
        reference("losses") + WRONG + WRONG.replace("mae", "mse"), encoding="utf-8"
    )
    usual = grade_cli("losses", cwd=folder).stdout
    quiet = grade_cli("losses", "-q", cwd=folder).stdout
    verbose = grade_cli("losses", "--verbose", cwd=folder).stdout
    assert [len(re.findall("(?m)^✗ ", said)) for said in (quiet, usual, verbose)] == [0, 1, 2]
    assert len(quiet.splitlines()) < 8 and "80/100" in quiet
    assert "More?" not in grade_cli("hint", "bce", "--quiet", cwd=folder).stdout


# ------------------------------------------------------------------------ dry runs


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        "build",
        "release neuron --no-quizzes --wheel none --out {out}",
        "export moodle neuron_quiz --variants 1 --out {out}",
        "export gradescope matmul --out {out}",
        "new-exercise averages --function mean",
        "new-exercise --quiz small_quiz",
        "quiz make neuron_quiz --student b1 --out {out}",
        "quiz key neuron_quiz --student b1 --out {out}",
        "nbgrader init {out} --assignment matmul",
    ],
)
def test_a_dry_run_writes_nothing_and_names_what_the_run_writes(
    words, course, tmp_path, monkeypatch
):
    monkeypatch.setenv("DLGRADE_SECRET", "sixteen bytes or more, and secret")
    out = tmp_path / "out"
    command = [w.format(out=out) for w in words.split()]
    secret = {"DLGRADE_SECRET": "sixteen bytes or more, and secret", **ENGLISH}
    before = everything(tmp_path)
    dry = grade_cli(*command, "--dry-run", cwd=course, env=secret)
    assert dry.returncode == 0, dry.stderr
    assert everything(tmp_path) == before
    assert not out.exists()
    done = grade_cli(*command, cwd=course, env=secret)
    assert done.returncode == 0, done.stderr
    after = everything(tmp_path)
    fresh = {name for name, data in after.items() if before.get(name) != data}
    assert fresh
    if not words.startswith("release"):  # which names its folder and its zip
        assert [name for name in fresh if not _told(name, dry.stdout)] == []


def _told(name: str, said: str) -> bool:
    return any(part in said for part in (name, name.partition("/")[2]))


@pytest.mark.slow
def test_a_dry_batch_says_who_would_be_graded(tmp_path):
    student = tmp_path / "class" / "b1"
    student.mkdir(parents=True)
    (student / "matmul.py").write_text(reference("matmul"), encoding="utf-8")
    (student / "slides.pdf").write_bytes(b"%PDF-1.4")
    words = ("batch", "class", "--out", "out", "--dry-run")
    said = grade_cli(*words, cwd=tmp_path)
    assert said.returncode == 0, said.stderr
    assert "matmul  1" in said.stdout and "slides.pdf" in said.stdout
    told = envelope(grade_cli(*words, "--json", cwd=tmp_path).stdout, "batch", 0)
    assert told["data"]["found"] == [
        {"student": "b1", "assignment": "matmul", "file": "b1/matmul.py"}
    ]
    assert not (tmp_path / "out").exists()


# ------------------------------------------------------------------------ completion


def completed(line: str, here: Path) -> list[str]:
    """What the shell is answered, by argcomplete's own protocol, through the real command."""
    read, write = os.pipe()
    code = (
        "import os, sys; os.dup2(int(sys.argv.pop(1)), 8); os.dup2(2, 9)\n"
        "from grader.commands.cli import main; sys.argv[0] = 'grade'; main()"
    )
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith("DLGRADE")},
        "PYTHONPATH": str(ROOT),
        "_ARGCOMPLETE": "1",
        "_ARGCOMPLETE_IFS": "\n",
        "_ARGCOMPLETE_COMP_WORDBREAKS": " \t\n",
        "COMP_LINE": line,
        "COMP_POINT": str(len(line)),
        "COMP_TYPE": "9",
    }
    with contextlib.closing(os.fdopen(read)) as answers:
        subprocess.run(
            [sys.executable, "-c", code, str(write)],
            cwd=here,
            env=environment,
            pass_fds=[write],
            capture_output=True,
            timeout=60,
            check=False,
        )
        os.close(write)
        return [word.strip() for word in answers.read().split("\n") if word.strip()]


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="descriptors by number")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("grade ver", ["verify"]),
        ("grade losses.b", ["losses.bce"]),
        ("grade --lang en hint losses.b", ["losses.bce"]),
        ("grade quiz ma", ["make", "matmul_quiz"]),
        ("grade quiz make mlp", ["mlp_quiz"]),
        ("grade nbgrader ", ["init", "autograde"]),
        ("grade --format ct", ["ctrf"]),
        ("grade batch --dry", ["--dry-run"]),
        ("grade verify --mu", ["--mutants"]),
    ],
)
def test_tab_offers_what_there_is(line, offered, tmp_path):
    assert completed(line, tmp_path) == offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_the_completion_script(shell, tmp_path):
    done = grade_cli("completion", shell, cwd=tmp_path)
    assert done.returncode == 0 and "grade" in done.stdout
    if shutil.which(shell) and shell in ("bash", "zsh", "fish"):
        subprocess.run([shell, "-n"], input=done.stdout, text=True, check=True, timeout=20)


def test_without_argcomplete_one_sentence(tmp_path):
    code = (
        "import sys; sys.modules['argcomplete'] = None\n"
        "from grader.commands.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, "completion", "bash", "--lang", "en"],
        env={"PYTHONPATH": str(ROOT)}, cwd=tmp_path, capture_output=True, text=True, timeout=60,
        check=False,
    )  # fmt: skip
    assert run.returncode == 2 and 'pip install "dlgrade[completion]"' in run.stderr


# ------------------------------------------------------------------------ colours and links


class Terminal:
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environ", "terminal", "pipe"),
    [
        ({}, True, False),
        ({"TERM": "dumb"}, False, False),
        ({"NO_COLOR": "1"}, False, False),
        ({"NO_COLOR": ""}, True, False),
        ({"FORCE_COLOR": "1"}, True, True),
        ({"FORCE_COLOR": ""}, True, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, True, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
    ],
)
def test_who_decides_about_colours(environ, terminal, pipe):
    assert (colour_allowed(Terminal(), environ), colour_allowed(object(), environ)) == (
        terminal,
        pipe,
    )


@pytest.mark.parametrize(
    ("environ", "allowed"),
    [
        ({"TERM": "xterm-256color"}, False),
        ({"TERM_PROGRAM": "vscode"}, True),
        ({"TERM_PROGRAM": "vscode", "CI": "true"}, False),
        ({"TERM": "xterm-kitty"}, True),
        ({"VTE_VERSION": "7200"}, True),
        ({"VTE_VERSION": "4999"}, False),
        ({"VTE_VERSION": "7200", "TERM": "tmux-256color"}, False),
        ({"WT_SESSION": "1", "TERM": "dumb"}, False),
        ({"FORCE_HYPERLINK": "1"}, True),
        ({"FORCE_HYPERLINK": "0", "TERM_PROGRAM": "vscode"}, False),
    ],
)
def test_links_only_where_they_are_known(environ, allowed):
    assert links_allowed(Terminal(), environ) is allowed
    if not environ.get("FORCE_HYPERLINK"):
        assert not links_allowed(object(), environ)


@pytest.mark.skipif(os.name != "posix", reason="such names are files on POSIX only")
def test_a_file_name_cannot_steer_the_terminal(tmp_path):
    path = tmp_path / "a\x1b]8;;x\x07 %\n作業.py"
    path.touch()
    link = linked("text", str(path), 7)
    address = link.split("\x1b]8;;")[1].split("\x1b\\")[0]
    assert address.startswith("file:///") and address.endswith(".py#7")
    assert address.isascii() and address.isprintable()
    assert linked("text", str(tmp_path / "none.py"), 7) == "text"
    assert linked("text", "nul\0", 7) == "text"


def test_the_place_to_look_at_is_a_link(folder):
    plain = grade_cli("losses", cwd=folder).stdout
    found = grade_cli("losses", cwd=folder, env={"FORCE_HYPERLINK": "1"}).stdout
    assert "\x1b" not in plain
    line = re.search(r"losses\.py:(\d+)", plain)
    assert line is not None
    address = (folder / "losses.py").as_uri()
    assert f"\x1b]8;;{address}#{line[1]}\x1b\\{line[0]}\x1b]8;;\x1b\\" in found
    assert re.sub("\x1b]8;;.*?\x1b\\\\", "", found) == plain


# ------------------------------------------------------------------------ GitHub Actions


def remarks(text: str) -> Iterator[str]:
    return (line for line in text.splitlines() if line.startswith("::"))


@pytest.mark.slow
def test_remarks_stand_at_the_lines_that_fail(folder):
    work = folder / "a, b: 100%"
    work.mkdir()
    shutil.move(folder / "losses.py", work / "losses.py")
    actions = {"GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": str(folder)}
    done = grade_cli("losses.py", cwd=work, env=actions)
    plain = grade_cli("losses.py", cwd=work)
    assert (done.returncode, done.stdout) == (plain.returncode, plain.stdout)
    assert not list(remarks(plain.stderr))
    (remark,) = remarks(done.stderr)
    lines = (work / "losses.py").read_text("utf-8").splitlines()
    at = len(lines) - lines[::-1].index("def mae(y, y_hat):")
    head, _, message = remark[2:].partition("::")
    assert head == f"error file=a%2C b%3A 100%25/losses.py,line={at},title=losses.mae"
    assert message.startswith("You summed the absolute errors")


@pytest.mark.slow
def test_what_a_student_wrote_cannot_become_a_command(folder):
    (folder / "losses.py").write_text(
        reference("losses")
        + "\n\ndef mae(y, y_hat):\n"
        + "    raise ValueError('a\\r\\n::stop-commands::x\\n::error::100%')\n",
        encoding="utf-8",
    )
    actions = {"GITHUB_ACTIONS": "true"}
    done = grade_cli("losses.mae", "--format", "markdown", cwd=folder, env=actions)
    (remark,) = remarks(done.stderr)
    assert remark.startswith("::error file=losses.py,line=")
    assert "title=losses.mae" in remark
    for words in (["--json"], ["--format", "junit"]):
        assert not list(remarks(grade_cli("losses.mae", *words, cwd=folder, env=actions).stderr))
