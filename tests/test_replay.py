"""Recorded answers: exact, and the same report as the course's own solutions give."""

from __future__ import annotations

import math
import struct
from dataclasses import replace

import numpy as np
import pytest
from corpus_files import read as corpus
from grading import COURSE, reference, submission
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from grader.answers import callbacks, codec, pack
from grader.answers.callbacks import Unplaced
from grader.answers.live import LiveOracle, NotRecorded, same
from grader.answers.recorded import RecordedOracle
from grader.answers.table import AnswersWriter, AnswerTable
from grader.authoring import Callback, Case, Fn, Seeded, case
from grader.course.load import load_course
from grader.engine.pytest_run import grade_all
from grader.language.text import NO_TEXT
from grader.model.assignment import Misconception
from grader.model.errors import CourseError
from grader.model.outcome import Opaque, Raised, Returned
from grader.model.report import Verdict
from grader.protocol.frames import DTYPES
from grader.release import released
from grader.sandbox.best_cage import best_cage

# ------------------------------------------------------------------------ values, to the last bit

arrays = st.sampled_from(DTYPES).flatmap(
    lambda name: npst.arrays(np.dtype(name), npst.array_shapes(min_dims=0, min_side=0, max_side=3))
)
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20).filter(lambda t: t.isprintable()),
    st.sampled_from([np.float64(0.1), np.float32("nan"), np.int64(3), np.bool_(True)]),
    st.sampled_from([Fn("tanh"), Seeded(7), Opaque("generator", "<generator>")]),
)
values = st.recursive(
    arrays | scalars,
    lambda inner: st.lists(inner, max_size=3) | st.lists(inner, max_size=3).map(tuple),
    max_leaves=6,
)


def identical(a, b) -> bool:
    """The same type, structure and bits."""
    if type(a) is not type(b):
        return False
    if isinstance(a, np.ndarray | np.generic):
        return same(np.asarray(a), np.asarray(b))
    if isinstance(a, float):
        return struct.pack("<d", a) == struct.pack("<d", b) or (math.isnan(a) and math.isnan(b))
    if isinstance(a, list | tuple):
        return len(a) == len(b) and all(map(identical, a, b))
    return a == b


def small(value) -> bool:
    if isinstance(value, list | tuple):
        return all(map(small, value))
    return not isinstance(value, int) or abs(value) < 10**300


@given(st.lists(values, max_size=3), st.dictionaries(st.sampled_from("abc"), values, max_size=2))
def test_a_case_comes_back_to_the_last_bit(args, kwargs):
    if not small([*args, *kwargs.values()]):
        return
    writer = codec.Writer()
    data = writer.case(Case(tuple(args), kwargs, True))
    again = codec.AnswerReader(writer.blob, writer.callbacks).case(data)
    assert identical(list(again.args), args)
    assert list(again.kwargs) == list(kwargs)
    assert all(identical(again.kwargs[name], kwargs[name]) for name in kwargs)
    assert again.slide
    assert codec.digest(again) == codec.digest(Case(tuple(args), kwargs))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (0.0, -0.0),
        (1, 1.0),
        (True, 1),
        ((1, 2), [1, 2]),
        (np.float64(1), 1.0),
        (np.zeros((2, 3)), np.zeros((3, 2))),
        (np.zeros(2), np.zeros(2, np.float32)),
        (np.array([0.0]), np.array([-0.0])),
        (np.array(1.0), np.array([1.0])),
        ("a", Fn("a")),
        (Fn("tanh"), Fn("sin")),
        (Seeded(1), Seeded(2)),
    ],
)
def test_cases_that_differ_have_other_digests(one, other):
    assert codec.digest(case(one)) != codec.digest(case(other))
    assert codec.digest(case(x=one)) != codec.digest(case(x=other))
    assert codec.digest(case(x=one)) != codec.digest(case(one))


def test_names_do_not_count_and_memory_layout_neither():
    square = np.arange(6.0).reshape(2, 3)
    turned = np.asfortranarray(square)
    assert codec.digest(case(square)) == codec.digest(Case((turned,), {}, True, "key"))
    assert codec.digest(case(a=1, b=2)) == codec.digest(case(b=2, a=1))


@pytest.mark.parametrize("value", ["x" * 3000, np.array(["a"]), object(), {1: 2}, lambda: 0])
def test_what_cannot_be_recorded_is_said_to_be_so(value):
    with pytest.raises((TypeError, Unplaced)):
        codec.digest(case(value))


def test_outcomes_keep_changes_and_lose_messages():
    table = AnswersWriter()
    changed = Returned((np.array([np.nan, -0.0]), [1]), {0: np.array([2.0]), "b": [3]})
    raised = Raised("ValueError", ("ValueError", "Exception"), "the solution's own words")
    table.keep("f", b"a" * codec.DIGEST_BYTES, changed)
    table.keep("f.wrong", b"a" * codec.DIGEST_BYTES, raised)
    table.keep("f", b"b" * codec.DIGEST_BYTES, changed)
    data, blob = table.section()
    assert b"own words" not in blob
    answers = AnswerTable(data, blob)
    for key in (b"a", b"b"):
        found = answers.get("f", key * codec.DIGEST_BYTES)
        assert isinstance(found, Returned)
        assert identical(list(found.value), list(changed.value))
        assert identical(found.changed[0], changed.changed[0])
        assert found.changed["b"] == [3]
    assert answers.get("f.wrong", b"a" * codec.DIGEST_BYTES) == replace(raised, message="")
    for name, key in (("f.wrong", b"b"), ("g", b"a"), ("f", b"c")):
        with pytest.raises(NotRecorded):
            answers.get(name, key * codec.DIGEST_BYTES)


# ------------------------------------------------------------------------ functions as arguments


def plain(z):
    return z + 1


def made(c, more=2):
    def outer(z, shift=c):
        return plain(z) * more + shift

    return [lambda z: z, lambda z: outer(z) - np.sum(c)][1]


def in_comprehensions(n):
    doubles = [sum(i for _ in range(2)) for i in range(n)]
    halves = [lambda z, i=i: z / 2 + i for i in doubles]
    return [lambda z, half=half: half(z) + len(doubles) for half in halves][-1]


def test_the_place_does_not_depend_on_the_version_of_python():
    """Comprehensions are functions of their own in Python 3.11 and not from 3.12 on."""
    placed = callbacks.place(in_comprehensions(3), lambda value: value)
    assert placed[:3] == ["within", "in_comprehensions", [1]]


NAMED = Callback(lambda z: 3 * z, name="named")


@pytest.mark.parametrize(
    "function",
    [
        plain,
        in_comprehensions(2),
        made(np.array([1.0, 2.0])),
        made(5.0, 7),
        NAMED.function,
        np.tanh,
        np.sum,
    ],
)
def test_a_function_is_found_again_where_it_stands(function):
    writer = codec.Writer()
    placed = callbacks.place(function, writer.value)
    reader = codec.AnswerReader(writer.blob, writer.callbacks, globals())
    again = callbacks.found(placed, globals(), reader.value)
    z = np.array([0.5, -1.0])
    assert np.array_equal(again(z), function(z))
    assert set(callbacks.roots(placed)) <= {"plain", "made", "NAMED", "in_comprehensions"}
    given_ = case(Callback(function))
    assert codec.digest(given_) == codec.digest(case(Callback(again)))


def test_functions_that_close_over_other_values_are_others():
    one, other = (case(Callback(made(np.array([c, 2.0])))) for c in (1.0, 1.5))
    assert codec.digest(one) != codec.digest(other)


def test_a_function_without_a_place_is_refused():
    with pytest.raises(Unplaced):
        callbacks.place(eval("lambda z: z"), lambda value: value)
    with pytest.raises(Unplaced):
        callbacks.place(math.sin, lambda value: value)


# ------------------------------------------------------------------------ the file


def test_a_recording_is_read_section_by_section(tmp_path):
    path = tmp_path / pack.NAME
    path.write_bytes(pack.pack({"one": ({"a": [1, "中"]}, b"\0\1"), "two": ([], b"")}))
    recording = pack.Recording(path)
    assert "one" in recording
    assert "three" not in recording
    assert recording.section("one") == ({"a": [1, "中"]}, b"\0\1")
    assert recording.section("two") == ([], b"")
    with pytest.raises(CourseError, match="cannot be read"):
        recording.section("three")


@pytest.mark.parametrize("lost", [1, 4, 9, 20, 40, 60])
def test_a_damaged_recording_is_one_sentence(tmp_path, lost):
    content = pack.pack({"one": ({"a": 1}, bytes(range(40)))})
    path = tmp_path / pack.NAME
    kept = content[:-lost]
    for damaged in (kept, kept + b"\xff" * lost):
        path.write_bytes(damaged)
        with pytest.raises(CourseError, match="cannot be read"):
            pack.Recording(path).section("one")


# ------------------------------------------------------------------------ as the live course


def bundle(folder, *names):
    for name, content in released(COURSE, names).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return load_course(folder)


def told(report):
    """What a report says of the public checks."""
    return [replace(c, seconds=0.0) for c in report.checks if not c.hidden]


def both(course, name, submissions):
    """Reports of the course's own solutions, and of the recording."""
    with best_cage() as cage:
        live = grade_all(COURSE, submissions, cage=cage, assignments=[name])
        replayed = grade_all(course, submissions, cage=cage, assignments=[name])
    return list(zip(live, replayed, strict=True))


EVERY = {"matmul": 9, "neuron": 7, "mlp_forward": 9, "losses": 14, "mlp_backward": 16}
"""Every how many of the corpus; all of it is compared now and then (it takes minutes)."""


@pytest.mark.slow
@pytest.mark.parametrize("name", EVERY)
def test_the_recording_says_what_the_solutions_say(tmp_path, name):
    course = bundle(tmp_path, name)
    answers = [answer for answer in corpus(name) if "count" not in answer.title]
    chosen = [answer.submission() for answer in answers[:: EVERY[name]]]
    mistakes = [
        m
        for f in COURSE.load(name).functions
        for m in LiveOracle(COURSE, COURSE.load(name)).mistakes(f.name)
    ]
    chosen += [
        submission(name, f"{reference(name)}\n\n{m.source}", [m.function])
        for m in mistakes[:: EVERY[name] // 2]
    ]
    compared = both(course, name, chosen)
    named = 0
    for live, replayed in compared:
        assert told(replayed) == told(live)
        assert all(not c.hidden for c in replayed.checks)
        named += any(d for c in replayed.checks for d in c.diagnosis)
    assert named > len(compared) // 4


UNNAMED = """
import numpy as np
def dot(u, v):
    return float(np.sum(np.asarray(u) * v)) + (0.5 if len(u) > 2 else 0.0)
def matmul(A, B):
    A, B = np.asarray(A), np.asarray(B)
    if A.shape[1] != B.shape[0]:
        raise ValueError
    out = np.zeros((A.shape[0], B.shape[1]))
    for i in range(A.shape[0]):
        for j in range(B.shape[1]):
            out[i, j] = sum(A[i, k] * B[k, j] for k in range(A.shape[1])) * (1 + (i == j == 1))
    return out
"""


@pytest.mark.slow
def test_a_mistake_without_a_name_is_cut_as_small_as_ever(tmp_path):
    course = bundle(tmp_path, "matmul")
    ((live, replayed),) = both(course, "matmul", [submission("matmul", UNNAMED, ["dot", "matmul"])])
    assert told(replayed) == told(live)
    shown = [c.shown.call for c in replayed.checks if c.shown]
    assert shown
    assert max(map(len, shown)) < 80


@pytest.mark.slow
def test_params_that_a_student_s_code_made_need_no_recorded_answer(tmp_path):
    """`predict.unchanged` asks with what the student's own `train` gave."""
    course = bundle(tmp_path, "training")
    source = submission("training", reference("training"), ["init_params", "sgd_step", "predict"])
    with best_cage() as cage:
        (report,) = grade_all(
            course, [replace(source, functions=())], cage=cage, assignments=["training"]
        )
    assert {c.status for c in report.checks} == {Verdict.PASS}


# ------------------------------------------------------------------------ where answers end


class Forgetful(RecordedOracle):
    """A recording of the posed cases alone."""

    def mistaken(self, mistake, case):
        raise NotRecorded

    def expected(self, function, case):
        raise NotRecorded


@pytest.mark.slow
def test_an_answer_that_is_missing_is_never_a_false_verdict(tmp_path, monkeypatch):
    """Nothing is named and nothing made smaller; what is right is right, what is wrong is wrong."""
    course = bundle(tmp_path, "matmul")
    wrong = reference("matmul") + "\n\ndef matvec(A, x):\n    return [0.0 for row in A]\n"
    work = [submission("matmul", text) for text in (reference("matmul"), wrong, UNNAMED)]
    with best_cage() as cage:
        whole = grade_all(course, work, cage=cage, assignments=["matmul"])
        monkeypatch.setattr("grader.answers.origin.RecordedOracle", Forgetful)
        without = grade_all(course, work, cage=cage, assignments=["matmul"])
    for full, bare in zip(whole, without, strict=True):
        for one, other in zip(full.checks, bare.checks, strict=True):
            if ".errors" in other.id:
                continue  # judged on cases of a list, whose answers are looked up
            assert other.status == one.status
            assert other.points == one.points
            assert not [d for d in other.diagnosis if not d.id.startswith("structure.")]


@pytest.mark.slow
def test_a_missing_answer_to_what_is_due_is_broken_not_wrong(tmp_path, monkeypatch):
    course = bundle(tmp_path, "matmul")
    monkeypatch.setattr("grader.answers.origin.RecordedOracle", Forgetful)
    with best_cage() as cage:
        (report,) = grade_all(
            course,
            [submission("matmul", reference("matmul"))],
            cage=cage,
            assignments=["matmul"],
        )
    judged = {c.status for c in report.checks if ".errors" in c.id}
    assert judged <= {Verdict.PASS, Verdict.BROKEN}


def test_a_recorded_mistake_has_no_code(tmp_path):
    course = bundle(tmp_path, "metrics")
    oracle = RecordedOracle(course.load("metrics"))
    live = LiveOracle(COURSE, COURSE.load("metrics"))
    for function in COURSE.load("metrics").functions:
        assert oracle.parameters(function.name) == live.parameters(function.name)
        pairs = zip(oracle.mistakes(function.name), live.mistakes(function.name), strict=True)
        for recorded, known in pairs:
            assert (recorded.id, recorded.text) == (known.id, known.text)
            assert recorded.source == ""
            assert oracle.by_id(known.id) == recorded
            with pytest.raises(NotRecorded):
                recorded.implementation(1)
    assert oracle.by_id("accuracy.no-such-mistake") is None
    unknown = Misconception("accuracy.none", "accuracy", NO_TEXT, plain)
    with pytest.raises(NotRecorded):
        oracle.mistaken(unknown, case(np.zeros(2), np.zeros(2)))
