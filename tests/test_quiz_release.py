"""Quizzes in a student bundle: practice as in the course, and nothing of the graded half."""

from __future__ import annotations

import ast
import base64
import inspect
import json
import os
import re
import subprocess
import sys
import textwrap
import zlib
from collections.abc import Iterator
from fractions import Fraction
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from grader.course.load import load_course
from grader.model.errors import CourseError, SubmissionError
from grader.quiz.authoring import Kind, Part, Question, Quiz, Recipe, Text
from grader.quiz.bundled.released_quiz import read_quiz
from grader.quiz.course.course_quizzes import Quizzes
from grader.quiz.course.quiz_files import is_released, load_quiz, quiz_names, quiz_pool
from grader.quiz.exact.numbers import each, flat
from grader.quiz.exact.stream import Stream
from grader.quiz.make.proving import as_entry
from grader.quiz.make.release_files import quiz_data, released_quizzes
from grader.quiz.marking.entries import attempt_to_json
from grader.quiz.marking.marks import mark
from grader.quiz.marking.reporting import report
from grader.quiz.page.pages import asking_page, graded_page, practice_page
from grader.quiz.question.records import Attempt, Mode
from grader.quiz.question.solving import predicted, solve
from grader.quiz.question.statement import fingerprint
from grader.quiz.question.wording import filled
from grader.quiz.variants.drawing import ask, practice_variant, student_variant
from grader.quiz.variants.pool import Stock
from grader.release.checks_folder import sealed

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent
NAMES = quiz_names(ROOT)
SECRET = "a secret of sixteen bytes or more"


@pytest.fixture(scope="module")
def files():
    return released_quizzes(ROOT)


@pytest.fixture(scope="module")
def bundle(files, tmp_path_factory):
    root = tmp_path_factory.mktemp("學生版 bundle")
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (root / "course.toml").write_text(
        'id = "c"\ntitle = {"zh-TW" = "課", en = "Course"}\nassignments = []\n', encoding="utf-8"
    )
    return root


@pytest.fixture(scope="module")
def both(bundle):
    """Each quiz with its pool, in the course and in the bundle."""
    course = {name: load_quiz(ROOT, name) for name in NAMES}
    copied = {name: load_quiz(bundle, name) for name in NAMES}
    return {
        name: (
            (course[name], quiz_pool(ROOT, course[name])),
            (copied[name], quiz_pool(bundle, copied[name])),
        )
        for name in NAMES
    }


def run(bundle, *words, stdin="", **environment):
    kept = {k: v for k, v in os.environ.items() if not k.startswith("DLGRADE")}
    command = [sys.executable, "-m", "grader", *words]
    return subprocess.run(
        command, input=stdin, cwd=bundle, capture_output=True, text=True, encoding="utf-8",
        env=kept | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"} | environment, timeout=120,
    )  # fmt: skip


# --------------------------------------------------------------------------- as in the course


def test_the_bundle_has_every_quiz_in_the_course_s_order(bundle, files):
    assert is_released(bundle) and not is_released(ROOT)
    assert quiz_names(bundle) == NAMES
    assert {f"quizzes/{name}.html" for name in NAMES} < files.keys()
    assert not any("solutions" in name for name in files)


def entries_of(asked, value_of):
    """What somebody enters whose value of a part is `value_of(part)`; None is left blank."""
    found = {}
    for part in asked.question.parts:
        value = value_of(part)
        if value is not None:
            found[f"{asked.question.id}.{part.step}"] = as_entry(asked, part, value)
    return found


def attempts(variant) -> Iterator[dict]:
    """Right; nothing; what cannot be read; each mistake made throughout, and made once with what
    follows from it; a first value that is simply wrong, with what follows; two mistakes."""
    right, odd, shifted = {}, {}, {}
    for asked in variant.asked:
        right |= entries_of(asked, lambda part, a=asked: a.key(part))
        first = asked.question.parts[0]
        given = {}
        if first.kind.numeric:
            wrong = (
                each(lambda x: x + 1, asked.key(first))
                if isinstance(asked.key(first), tuple)
                and not isinstance(asked.key(first)[0], tuple)
                else None
            )
            given = {first.step: wrong} if wrong else {}
        own = solve(asked.question, asked.params, given=given) or asked.values
        shifted |= entries_of(asked, lambda part, v=own: v[part.step])
        for place, part in enumerate(asked.question.parts):
            odd[f"{asked.question.id}.{part.step}"] = ("1,2;3", "x", "½", "１，２")[place % 4]
    yield from (right, {}, odd, shifted)
    most = max(len(asked.question.mistakes) for asked in variant.asked)
    for number in range(most):
        throughout, once = dict(right), dict(right)
        for asked in variant.asked:
            question = asked.question
            if number >= len(question.mistakes):
                continue
            made = [question.mistakes[number]]
            wrong = entries_of(
                asked, lambda p, a=asked, m=made: predicted(a.question, a.params, p, m)
            )
            throughout |= wrong
            first = next(
                (
                    p
                    for p in question.parts
                    if f"{question.id}.{p.step}" in wrong
                    and wrong[f"{question.id}.{p.step}"] != right[f"{question.id}.{p.step}"]
                ),
                None,
            )
            if first is not None:
                id = f"{question.id}.{first.step}"
                once[id] = wrong[id]
        yield throughout
        yield once
    pair = dict(right)
    for asked in variant.asked:
        steps = {m.step: m for m in asked.question.mistakes}
        made = list(steps.values())[:2]
        pair |= entries_of(asked, lambda p, a=asked, m=made: predicted(a.question, a.params, p, m))
    yield pair


@pytest.mark.parametrize("name", NAMES)
def test_every_practice_variant_asks_and_marks_alike(both, name):
    (quiz, pool), (copied, stock) = both[name]
    assert (copied.title, copied.summary) == (quiz.title, quiz.summary)
    names, carried = set(), 0
    for number in range(100):
        mine, theirs = practice_variant(quiz, pool, number), practice_variant(copied, stock, number)
        assert fingerprint(mine) == fingerprint(theirs)
        tried = list(attempts(mine))
        # All attempts on the slide's numbers; on the others some, in turn.
        chosen = tried if number == 0 else [tried[0], tried[3], *tried[4 + number % 7 :: 7]]
        for entries in chosen:
            attempt = Attempt(name, entries, Mode.PRACTICE, None, number)
            one, two = mark(mine, attempt), mark(theirs, attempt)
            assert report(one) == report(two)
            for a, b in zip(one.parts, two.parts, strict=True):
                assert (a.credit, a.wrong, a.answer, a.idle) == (
                    b.credit,
                    b.wrong,
                    b.answer,
                    b.idle,
                )
                assert [p.step for p in a.carried] == [p.step for p in b.carried]
                names |= {d.id for d in a.diagnosis}
                carried += bool(a.carried)
    assert len(names) >= 4, "mistakes were named"
    assert carried or name in ("concept_quiz", "activation_quiz", "metrics_quiz", "matmul_quiz")


def test_the_terminal_says_the_same_in_the_course_and_in_the_bundle(bundle):
    typed = "0.5 0.4 -1.7\n0.5 0.4 0\n0.32\nA\n"
    words = ("quiz", "mlp_quiz.forward", "--lang", "en")
    here = run(bundle, *words, stdin=typed)
    there = run(ROOT, *words, stdin=typed)
    assert (here.stdout, here.returncode, here.stderr) == (there.stdout, 1, "")
    assert "The mistake: Your answer is what comes out without b₁" in here.stdout
    assert "This step is right, given your z." in here.stdout


def test_hints_other_numbers_and_the_list(bundle):
    listed = run(bundle, "quiz")
    assert listed.returncode == 0 and listed.stdout == run(ROOT, "quiz").stdout
    words = ("quiz", "neuron_quiz", "--variant", "57")
    assert run(bundle, *words, stdin="?\n").stdout == run(ROOT, *words, stdin="?\n").stdout


@pytest.mark.parametrize("name", ["matmul_quiz", "mlp_quiz", "neuron_quiz", "loss_quiz"])
def test_the_page_is_the_course_s_to_the_last_byte(both, files, name):
    copied, stock = both[name][1]
    assert practice_page(copied, stock, "zh-TW").encode() == files[f"quizzes/{name}.html"]


def test_the_page_is_written_in_the_bundle(bundle, files, tmp_path):
    out = tmp_path / "頁.html"
    done = run(bundle, "quiz", "metrics_quiz", "--page", "--save", str(out))
    assert done.returncode == 0 and out.read_bytes() == files["quizzes/metrics_quiz.html"]


# --------------------------------------------------------------------------- what it will not do


def test_graded_quizzes_are_not_made_in_a_bundle(files, tmp_path):
    checks = {name: data for name, data in files.items() if name.startswith("checks/")}
    for name, data in sealed(load_course(ROOT), (), checks).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    for action in ("make", "key"):
        words = ("quiz", action, "mlp_quiz", "--student", "b1", "--lang", "en")
        done = run(tmp_path, *words, DLGRADE_SECRET=SECRET)
        assert done.returncode == 2 and "student bundle" in done.stderr
        assert len(done.stderr.splitlines()) == 1
    done = run(tmp_path, "export", "moodle", "mlp_quiz", "--lang", "en")
    assert done.returncode == 2 and "student bundle" in done.stderr
    assert run(tmp_path, "quiz").returncode == 0
    path = tmp_path / "checks/quizzes/mlp_quiz.json"
    path.write_bytes(path.read_bytes().replace(b"0", b"1", 1))
    done = run(tmp_path, "quiz", "mlp_quiz", "--lang", "en")
    assert done.returncode == 3 and "altered" in done.stderr and "Traceback" not in done.stderr


def test_graded_answers_are_for_the_instructor_to_mark(bundle, tmp_path):
    quiz = load_quiz(ROOT, "mlp_quiz")
    variant = student_variant(quiz, quiz_pool(ROOT, quiz), SECRET.encode(), "b1")
    attempt = Attempt("mlp_quiz", {"forward.z": "1"}, Mode.GRADED, "b1", 0, fingerprint(variant))
    path = tmp_path / "mlp_quiz.answers.json"
    path.write_text(attempt_to_json(attempt), encoding="utf-8")
    done = run(bundle, str(path), "--lang", "en", DLGRADE_SECRET=SECRET)
    assert done.returncode == 3 and "your instructor marks" in done.stderr
    with pytest.raises(SubmissionError):
        Quizzes(bundle, SECRET.encode).variant(attempt)
    # Filling it in needs no key, so that works anywhere.
    done = run(bundle, "quiz", "fill", str(path), stdin="7\n")
    assert done.returncode == 0 and '"forward.z": "7"' in path.read_text(encoding="utf-8")


def test_nothing_generates(both):
    for _, (copied, stock) in both.values():
        for question in copied.questions:
            assert question.constraint is None and stock[question.id].graded == ()
            with pytest.raises(CourseError):
                question.generate(Stream(b"x"))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text[: len(text) // 2],
        lambda text: "",
        lambda text: "[]",
        lambda text: "{}",
        lambda text: text.replace("quiz-release/1", "quiz-release/2", 1),
        lambda text: text.replace('"program":0', '"program":4711'),
        lambda text: text.replace('"source":"def', '"source":"def def', 1),
        lambda text: text.replace('"known":["builtins","', '"known":["os","'),
        lambda text: text.replace('{"/":"', '{"/":"x'),
        lambda text: "[" * 100_000,
    ],
)
def test_a_damaged_quiz_is_one_sentence(files, spoil):
    text = files["checks/quizzes/mlp_quiz.json"].decode()
    assert spoil(text) != text
    with pytest.raises(CourseError, match="Download the release again"):
        read_quiz(spoil(text))


def test_a_lost_quiz_and_a_lost_list_are_one_sentence(bundle, tmp_path):
    folder = tmp_path / "checks" / "quizzes"
    folder.mkdir(parents=True)
    index = (bundle / "checks/quizzes/index.json").read_bytes()
    (folder / "index.json").write_bytes(index)
    with pytest.raises(CourseError, match="Download the release again"):
        load_quiz(tmp_path, NAMES[0])
    (folder / "index.json").write_bytes(index[:20])
    with pytest.raises(CourseError, match="Download the release again"):
        quiz_names(tmp_path)


# --------------------------------------------------------------------------- other authors' quizzes


def made(recipe, **more):
    part = Part("y", Kind.NUMBER, Text("y", "y"), Text("y", "y"), 100)
    question = Question(
        "q", Text("q", "q"), Text("⟨a⟩", "⟨a⟩"), (part,), lambda s: {}, {"a": 3},
        recipe.steps, recipe.mistakes, **more,
    )  # fmt: skip
    quiz = Quiz("tiny", Text("t", "t"), Text("s", "s"), (question,))
    return quiz, {"q": Stock(({"a": 3}, {"a": 5}), ({"a": 7},), 2)}


TABLE: dict[str, Any] = {"rate": Fraction(1, 3), "turn": lambda x: -x}


def helper(x, times=2):
    return x * times


def test_constants_defaults_closures_and_objects_come_along():
    recipe = Recipe()
    offset = 10

    @recipe.step
    def y(v, more=Fraction(1, 2)):
        """Ten more."""

        def inner(x):
            return x + offset

        return inner(helper(v.a)) + TABLE["rate"] + more + sum(i for i in range(v.a) if i > 1)

    @recipe.mistake("t.turned", step="y", zh="反", en="turned")
    def _(v):
        return TABLE["turn"](v.a)

    quiz, pool = made(recipe)
    copied, stock = read_quiz(json.dumps(quiz_data(quiz, pool)))
    for params in pool["q"].practice:
        for n in (0, 1):
            one, two = (
                solve(q, params, q.mistakes[:n]) for q in (quiz.questions[0], copied.questions[0])
            )
            assert one["y"] == two["y"] and type(one["y"]) is type(two["y"])
    assert stock["q"].practice == pool["q"].practice and stock["q"].graded == ()
    text = json.dumps(quiz_data(quiz, pool))
    assert "Ten more" not in text and "7" not in re.findall(r'"params": (\[.*?\]\])', text)[0]


def test_a_step_that_cannot_be_written_down_is_recorded_or_refused():
    recipe = Recipe()
    recipe.step(type("Step", (), {"__name__": "y", "__call__": lambda self, v: v.a * 2})())
    quiz, pool = made(recipe)
    copied, _ = read_quiz(json.dumps(quiz_data(quiz, pool)))
    assert [solve(copied.questions[0], p)["y"] for p in pool["q"].practice] == [6, 10]

    def spy(name):
        return lambda v, path=Path(name): len(path.parts) * v.y

    recipe.step(type("Step", (), {"__name__": "w", "__call__": lambda self, v: v.y})())
    with pytest.raises(CourseError):
        quiz_data(*made(recipe))


# --------------------------------------------------------------------------- what must not be there


def opened(name, data):
    """All that a file says: its text, and what is packed or escaped in it."""
    text = data.decode("utf-8")
    yield text
    if name.endswith(".json"):
        yield from strings(json.loads(text))
    for packed in re.findall(r"[A-Za-z0-9+/=]{200,}", text):
        try:
            inner = zlib.decompress(base64.b64decode(packed)).decode("utf-8")
        except (ValueError, zlib.error):
            continue
        yield inner
        yield from strings(json.loads(inner))


def strings(data):
    if isinstance(data, dict):
        data = [*data, *data.values()]
    if isinstance(data, list):
        for one in data:
            yield from strings(one)
    elif isinstance(data, str):
        yield data


_NUMBER = re.compile(r"(?:(?<![\w.)])[-−]\s*)?(?<![\w.])\d+(?:\.\d+)?(?:/\d+)?")


def numbers(text):
    """The numbers of a text in their order, each between spaces: LaTeX, MathML and JSON alike."""
    bare = re.sub(r"\\[a-z]+|<[^>]*>|[&{}$_]", " ", unescape(text))
    found = (n.replace("−", "-").replace(" ", "") for n in _NUMBER.findall(bare))
    return " " + " ".join(_plain(n) for n in found) + " "


def _plain(number):
    try:
        return str(Fraction(number))
    except (ValueError, ZeroDivisionError):
        return number


def variants(mode, least=8):
    """For each quiz and question the numbers of each variant, where they are enough to be told."""
    for name in NAMES:
        quiz = load_quiz(ROOT, name)
        pool = quiz_pool(ROOT, quiz)
        for question in quiz.questions:
            for params in pool[question.id].of(mode):
                mine = [
                    x for n in sorted(params) for x in flat(params[n]) if not isinstance(x, str)
                ]
                shown = []
                if question.id in ("forward", "row_bias", "matrix_column"):
                    asked = ask(question, params, Stream(b"x"))
                    shown = numbers(filled(asked, question.statement)["zh-TW"]).split()
                for one in (list(map(str, mine)), shown):
                    if len(one) >= least and len(set(one)) > 4:
                        yield " " + " ".join(one) + " "


def said(files):
    """All the numbers in files."""
    return "".join(numbers(text) for n, d in files.items() for text in opened(n, d) if text)


@pytest.fixture(scope="module")
def practice():
    return set(variants(Mode.PRACTICE))


@pytest.fixture(scope="module")
def graded(practice):
    return set(variants(Mode.GRADED)) - practice


def test_no_graded_variant_is_in_the_bundle(files, practice, graded):
    there = said(files)
    assert len(graded) > 800
    assert [one for one in graded if one in there] == []
    found = [one for one in practice if one in there]
    assert len(found) > 0.9 * len(practice), "the search finds what is there"


def test_no_row_of_parameters_is_a_graded_one(files):
    """Short variants too: by structure, because their few numbers may stand side by side."""
    for name in NAMES:
        quiz = load_quiz(ROOT, name)
        pool = quiz_pool(ROOT, quiz)
        data = json.loads(files[f"checks/quizzes/{name}.json"])
        text = files[f"quizzes/{name}.html"].decode()
        packed = max(re.findall(r"[A-Za-z0-9+/=]{200,}", text), key=len)
        stock = json.loads(zlib.decompress(base64.b64decode(packed)))
        for question, copied in zip(quiz.questions, data["questions"], strict=True):
            practice = [tuple(p.values()) for p in pool[question.id].practice]
            graded = {tuple(p.values()) for p in pool[question.id].graded}
            assert len(copied["params"]) == len(practice) == 100
            _, mine = read_quiz(json.dumps(data))
            assert not {tuple(p.values()) for p in mine[question.id].practice} & graded
            assert len(stock[question.id]) == 99


@pytest.mark.parametrize("where", ["json", "pool", "page", "asking", "text"])
def test_the_search_finds_what_is_planted(graded, where):
    quiz = load_quiz(ROOT, "mlp_quiz")
    pool = quiz_pool(ROOT, quiz)
    params = pool["forward"].graded[17]
    variant = student_variant(quiz, pool, SECRET.encode(), "b1")
    name, data = "quizzes/x.html", b""
    if where == "json":
        row = {n: [[str(x) for x in flat(params[n])]] for n in sorted(params)}
        name, data = "checks/quizzes/x.json", json.dumps({"x": row}).encode()
    elif where == "pool":
        data = (ROOT / "solutions/quizzes/mlp_quiz/pool.json").read_bytes()
    elif where == "page":
        data = graded_page(variant).encode()
    elif where == "asking":
        data = asking_page([variant]).encode()
    else:
        line = ", ".join(str(float(x)) for n in sorted(params) for x in flat(params[n]))
        name, data = "checks/quizzes/x.json", json.dumps({"hint": line}).encode()
    there = said({name: data})
    found = [one for one in graded if one in there]
    assert len(found) >= (100 if where == "pool" else 1)


def test_no_generator_constraint_comment_or_secret_is_in_the_bundle(files, monkeypatch):
    monkeypatch.setenv("DLGRADE_SECRET", SECRET)
    everything = "\n".join(t for n, d in files.items() for t in opened(n, d))
    assert SECRET not in everything and "stream." not in everything
    squeezed = re.sub(r"\s+", "", everything)
    practice = set()
    secret = {}
    for name in NAMES:
        for question in load_quiz(ROOT, name).questions:
            for function in (question.generate, question.constraint):
                if function is None:
                    continue
                tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
                for node in ast.walk(tree):
                    if isinstance(node, ast.stmt) and not isinstance(node, ast.FunctionDef):
                        line = re.sub(r"\s+", "", ast.unparse(node))
                        if len(line) > 30:
                            secret[line] = question.id
            for way in [
                *(s.function for s in question.steps),
                *(m.wrong for m in question.mistakes),
            ]:
                try:
                    practice.add(
                        re.sub(
                            r"\s+",
                            "",
                            ast.unparse(ast.parse(textwrap.dedent(inspect.getsource(way)))),
                        )
                    )
                except (SyntaxError, OSError, TypeError):
                    continue
    assert len(secret) > 40
    shared = "".join(practice)
    assert [line for line in secret if line in squeezed and line not in shared] == []
    for path in (ROOT / "solutions" / "quizzes").rglob("*.py"):
        for line in path.read_text(encoding="utf-8").splitlines():
            comment = line.strip()
            if comment.startswith("# ") and len(comment) > 20:
                assert comment[2:] not in everything
