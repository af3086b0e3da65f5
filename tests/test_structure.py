"""Structural findings: each is found where it holds, and none where it does not."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.authoring.checks import Case
from grader.diagnosis.samples import Sample, Scope
from grader.diagnosis.shrink import smaller
from grader.diagnosis.structure import find


def samples(change, shapes=((2, 3), (3, 2), (4, 4), (1, 5)), slide=False):
    rng = np.random.default_rng(3)
    out = []
    for i, shape in enumerate(shapes):
        x, b, due = rng.normal(size=shape), rng.normal(size=shape), 5 * rng.normal(size=shape)
        out.append(Sample({"x": x, "b": b}, due, change(due, x, b), slide and i == 0))
    return out


@pytest.mark.parametrize(
    ("change", "id"),
    [
        (lambda d, x, b: d.T, "transposed"),
        (lambda d, x, b: d.ravel(), "shape-only"),
        (lambda d, x, b: -d, "negated"),
        (lambda d, x, b: 2 * d, "factor"),
        (lambda d, x, b: d / np.log(10), "factor"),
        (lambda d, x, b: d * d.shape[-1], "times-n"),
        (lambda d, x, b: d / d.shape[-1], "divided-by-n"),
        (lambda d, x, b: d * d.shape[0], "times-k"),
        (lambda d, x, b: d * d.size, "times-kn"),
        (lambda d, x, b: d - b, "argument-left-out"),
        (lambda d, x, b: d + b, "argument-twice"),
        (lambda d, x, b: d - 2 * b, "argument-subtracted"),
        (lambda d, x, b: x, "returns-argument"),
        (lambda d, x, b: d + 0.5, "offset"),
        (lambda d, x, b: np.trunc(d), "truncated"),
        (lambda d, x, b: np.round(d, 2), "rounded"),
        (lambda d, x, b: d.astype(np.float32) * np.float32(1.00001), "single-precision"),
        (lambda d, x, b: d[:, ::-1], "order"),
        (lambda d, x, b: np.zeros(3), "constant"),
    ],
)
def test_found(change, id):
    found = find(samples(change))
    assert found is not None
    assert found.diagnosis.id == f"structure.{id}"
    assert found.diagnosis.text["zh-TW"] and found.diagnosis.text["en"]


@pytest.mark.parametrize(
    ("change", "scope"),
    [
        (lambda d, x, b: -d, Scope.GENERAL),
        (lambda d, x, b: 2 * d, Scope.GENERAL),
        (lambda d, x, b: d * d.shape[-1], Scope.LOCAL),
        (lambda d, x, b: d / d.shape[-1], Scope.LOCAL),
        (lambda d, x, b: np.trunc(d), Scope.LOCAL),
        (lambda d, x, b: d.ravel(), Scope.LOCAL),
        (lambda d, x, b: d[:, ::-1], Scope.LOCAL),
    ],
)
def test_a_finding_says_what_it_speaks_of(change, scope):
    found = find(samples(change))
    assert found is not None and found.scope is scope


def test_only_the_last_column():
    def change(d, x, b):
        out = d.copy()
        out[:, -1] = 0
        return out

    found = find(samples(change, ((2, 3), (3, 4), (4, 5))))
    assert found is not None and found.diagnosis.id == "structure.only-last-column"


def test_slide_only():
    made = samples(lambda d, x, b: d * 0 + np.sin(d), slide=True)
    made[0] = Sample(made[0].args, made[0].due, made[0].due, True)
    found = find(made)
    assert found is not None and found.diagnosis.id == "structure.slide-only"


@given(st.integers(0, 10_000))
def test_nothing_is_found_in_noise(seed):
    rng = np.random.default_rng(seed)
    assert find(samples(lambda d, x, b: rng.normal(size=d.shape))) is None


def test_a_right_answer_has_no_finding():
    assert find(samples(lambda d, x, b: d)) is None
    assert find(samples(lambda d, x, b: d + 1e-12)) is None


@pytest.mark.parametrize("dims", [["k N", None], ["*", None]])
def test_a_smaller_case_says_that_it_is_one(dims):
    whole = Case((np.arange(6.0).reshape(2, 3), 2.0), key="1|f.values|f|cases|0|0")
    cuts = [c for group in smaller(whole, dims) for c in group]
    assert cuts and all(c.shrunk for c in cuts) and not whole.shrunk
    assert len({c.key for c in cuts} | {whole.key}) == len(cuts) + 1
    unnamed = [c for group in smaller(replace(whole, key=""), dims) for c in group]
    assert {c.key for c in unnamed} == {""} and all(c.shrunk for c in unnamed)
