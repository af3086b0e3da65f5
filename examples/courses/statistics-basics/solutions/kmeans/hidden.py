"""The hidden checks of `kmeans`: what an answer of the whole algorithm has to satisfy."""

import numpy as np

from grader.authoring import Draw, Seeded, case, graded

from .checks import DIMS, answer
from .inputs import ORACLES, everyone, expanded


def many_points(draw: Draw):
    for n, k, d in ((12, 5, 3), (20, 4, 2)):
        yield case(draw.array((n, d), -9.0, 9.0), draw.array((k, d), -9.0, 9.0))


def many_labelled(draw: Draw):
    for n, k, d in ((12, 5, 3), (20, 4, 2)):
        yield case(
            draw.array((n, d), -9.0, 9.0), everyone(draw, n, k), draw.array((k, d), -9.0, 9.0)
        )


HIDDEN = {
    "squared_distances": many_points,
    "assign": many_points,
    "update": many_labelled,
    "inertia": many_labelled,
}


@graded(
    "hidden",
    needs="values",
    hidden=True,
    squared_distances=2,
    assign=2,
    update=2,
    inertia=2,
    zh="更多的點",
    en="more points",
)
def test_hidden(function, student):
    student.matches(function, HIDDEN[function], dims=DIMS[function], oracle=ORACLES[function])


def cloud(draw: Draw, n):
    """`n` different points, no two distances between them equal for long."""
    return draw.array((n, 2), -5.0, 5.0, decimals=3)


@graded(
    "settled",
    hidden=True,
    kmeans=8,
    zh="每個點屬於最近的中心，每個中心是平均",
    en="each point with its nearest centre, each centre a mean",
)
def test_settled(function, student, rng):
    posed = [(12, 3), (15, 4), (20, 3), (25, 5)]
    cases = [case(cloud(rng, n), k, Seeded(rng.seed())) for n, k in posed]
    failures = []
    for (n, k), shown, value in zip(posed, cases, student.calls(function, cases), strict=True):
        X = shown.args[0]
        labels, C = answer(student, value, n, k, 2, shown)
        D = expanded(X, C)
        nearest = bool(np.all(D[np.arange(n), labels] <= D.min(axis=1) + 1e-9))
        means = bool(np.allclose(ORACLES["update"](X, labels, C), C))
        rows = bool(np.all(expanded(C, X).min(axis=1) < 1e-12))
        failures.append((nearest, means, rows))
    if all(nearest and means for nearest, means, _ in failures):
        return
    named = None
    if all(nearest and rows for nearest, _, rows in failures):
        named = "kmeans.start-kept"
    elif all(means for _, means, _ in failures):
        named = "kmeans.stops-early"
    elif all(nearest for nearest, _, _ in failures):
        named = "kmeans.ends-on-assign"
    student.fail(
        zh="回傳的 labels 和 C 還不穩定：有點離別的中心更近，或有中心不是自己那群的平均。",
        en="The labels and C returned are not settled: a point is nearer to another centre, or a "
        "centre is not the mean of its group.",
        mistake=named,
    )


@graded(
    "start",
    hidden=True,
    kmeans=4,
    zh="k = N：每個點自成一群",
    en="k = N: every point a group of its own",
)
def test_start(function, student, rng):
    """From N different rows nothing moves. A group that stays empty, with its centre on a point,
    shows that the same row was drawn twice."""
    cases = [case(cloud(rng, n), n, Seeded(rng.seed())) for n in (3, 4, 5, 6)]
    shared, repeated = False, True
    for shown, value in zip(cases, student.calls(function, cases), strict=True):
        X = shown.args[0]
        n = len(X)
        labels, C = answer(student, value, n, n, 2, shown)
        empty = [j for j in range(n) if j not in labels]
        shared |= bool(empty)
        repeated &= bool(np.all(expanded(C[empty], X).min(axis=1) < 1e-12))
        repeated &= bool(np.allclose(ORACLES["update"](X, labels, C), C))
    student.require(
        not shared,
        zh="k 和點數一樣多時，每個點應該自成一群。",
        en="With as many groups as points, every point should be a group of its own.",
        mistake="kmeans.start-repeats" if repeated else None,
    )
