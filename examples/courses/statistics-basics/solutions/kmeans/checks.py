"""The public checks of `kmeans`.

Where one answer is right it is compared; where many are (a tie, the numbering of the groups, the
start that was drawn) behaviour is judged. The points of the two far groups lie in pairs around a
known middle, so that nothing has to be computed to know where their centres belong.
"""

import numpy as np

from grader.authoring import Draw, Seeded, case, graded

# --------------------------------------------------------------------------- inputs

POINTS = np.array([[0.0, 0], [3, 4]])
CENTRES = np.array([[0.0, 0], [3, 0]])
SIZES = ((2, 2, 2), (3, 2, 2), (4, 3, 2), (3, 3, 3), (5, 2, 3), (6, 4, 2), (4, 2, 1))


def pair_cases(draw: Draw):
    """X and C. The second tells Manhattan from Euclidean, the third one coordinate from both."""
    yield case(POINTS, CENTRES, slide=True)
    yield case(np.array([[0.0, 0]]), np.array([[3.0, 3], [0, 5]]))
    yield case(np.array([[1.0, 0], [-2, 1]]), np.array([[1.5, 4], [-1, 0.5], [0.5, -3]]))
    for n, k, d in SIZES:
        yield case(draw.array((n, d)), draw.array((k, d)))


def everyone(draw: Draw, n, k):
    """`n` labels, none of the `k` groups empty, in no order; n >= k."""
    labels = np.array([i % k for i in range(n)])
    for i in range(n - 1, 0, -1):
        j = draw.integer(0, i)
        labels[[i, j]] = labels[[j, i]]
    return labels


def update_cases(draw: Draw):
    yield case(np.array([[1.0, 2], [4, -2], [3, 6]]), np.array([1, 0, 1]), CENTRES)
    for n, k, d in ((3, 2, 2), (5, 2, 2), (7, 3, 2), (6, 2, 3), (8, 3, 1)):
        yield case(draw.array((n, d)), everyone(draw, n, k), draw.array((k, d)))


def empty_cases(draw: Draw):
    yield case(np.array([[0.0, 0], [2, 4]]), np.array([0, 0]), np.array([[5.0, 5], [7, 7]]))
    yield case(np.array([[1.0, 2]]), np.array([1]), np.array([[3.0, -1], [0, 4], [-2, 2]]))
    for n, k in ((3, 3), (5, 4)):
        labels = everyone(draw, n, k - 1) + 1
        yield case(draw.array((n, 2)), labels, draw.array((k, 2)))


def whole_centre_cases(draw: Draw):
    """Whole numbers for centres and points: a buffer made like either cuts the means off."""
    yield case(np.array([[1, 2], [2, 5]]), np.array([0, 0]), np.array([[4, 4]]))
    for n, k in ((5, 2), (7, 3)):
        yield case(draw.integers((n, 2)), everyone(draw, n, k), draw.integers((k, 2)))
    yield case(draw.array((5, 2)), everyone(draw, 5, 2), draw.integers((2, 2)))


def inertia_cases(draw: Draw):
    """The first point of the slide's case belongs to the farther centre."""
    yield case(POINTS, np.array([0, 0]), CENTRES, slide=True)
    yield case(np.array([[1.0, 2]]), np.array([1]), np.array([[1.0, 1], [3, 0]]))
    for n, k, d in SIZES[1:]:
        yield case(draw.array((n, d)), everyone(draw, max(n, k), k)[:n], draw.array((k, d)))


CASES = {
    "squared_distances": pair_cases,
    "assign": pair_cases,
    "update": update_cases,
    "inertia": inertia_cases,
}
DIMS = {
    "squared_distances": ("N d", "k d"),
    "assign": ("N d", "k d"),
    "update": ("N d", "N", ". d"),
    "inertia": ("N d", "N", ". d"),
}


def whole_cases(draw: Draw):
    yield case(np.array([[0, 0], [3, 4]]), np.array([[0, 1], [3, 0]]))
    yield case(draw.integers((4, 2)), draw.array((3, 2)))
    yield case(draw.array((3, 2)), draw.integers((2, 2)))


def whole_inertia_cases(draw: Draw):
    yield case(np.array([[0, 0], [3, 4]]), np.array([0, 1]), np.array([[0, 1], [3, 0]]))
    yield case(draw.integers((4, 2)), everyone(draw, 4, 2), draw.array((2, 2)))


WHOLE = {
    "squared_distances": whole_cases,
    "assign": whole_cases,
    "update": whole_centre_cases,
    "inertia": whole_inertia_cases,
}

# Points as near to one centre as to another, and for each point the centres that are right.
TIES = [
    (case(np.array([[0.0, 0]]), np.array([[1.0, 0], [-1, 0]])), [{0, 1}]),
    (
        case(np.array([[0.0, 0], [5, 5], [1, 0]]), np.array([[3.0, 4], [5, 0], [0, -5]])),
        [{0, 1, 2}, {0}, {0, 1}],
    ),
    (case(np.array([[2.0, 1], [0, 0]]), np.array([[1.0, 1], [1, 1], [0, 0]])), [{0, 1}, {2}]),
]

# --------------------------------------------------------------------------- oracles


def expanded(X, C):
    """|x|² − 2 x·c + |c|²."""
    X, C = np.asarray(X, float), np.asarray(C, float)
    return (X**2).sum(1)[:, None] - 2 * X @ C.T + (C**2).sum(1)


def one_by_one(X, C):
    """The nearest centre of each point by `np.linalg.norm`, in loops."""
    return np.array([min(range(len(C)), key=lambda j: np.linalg.norm(x - C[j])) for x in X])


def by_membership(X, labels, C):
    """The means as one product with the (k, N) matrix of who belongs where."""
    member = np.equal.outer(np.arange(len(C)), labels)
    count = member.sum(1, keepdims=True)
    return np.where(count > 0, member @ np.asarray(X, float) / np.maximum(count, 1), C)


def by_trace(X, labels, C):
    """The sum of the entries of the distance table that belong to the labels."""
    return float(expanded(X, C)[np.arange(len(X)), labels].sum())


ORACLES = {
    "squared_distances": expanded,
    "assign": one_by_one,
    "update": by_membership,
    "inertia": by_trace,
}

# --------------------------------------------------------------------------- checks


@graded(
    "values",
    squared_distances=10,
    assign=10,
    update=10,
    inertia=10,
    zh="數值正確",
    en="the right values",
)
def test_values(function, student):
    student.matches(
        function,
        CASES[function],
        dims=DIMS[function],
        oracle=ORACLES[function],
        dtype="integer" if function == "assign" else None,
    )


@graded("ties", needs="values", assign=3, zh="一樣近時選其中一個", en="one of several equally near")
def test_ties(function, student):
    cases = [c for c, _ in TIES]
    for (c, right), value in zip(TIES, student.calls(function, cases), strict=True):
        if isinstance(value, np.ndarray) and value.ndim == 1 and value.size > len(right):
            student.fail(
                zh="有些點得到不只一個答案。一樣近時，選其中一個就好。",
                en="Some points get more than one answer. Of centres equally near, choose one.",
                case=c,
                given=value,
                mistake="assign.every-nearest",
            )
        labels = student.array(value, (len(right),), "labels")
        for label, allowed in zip(labels, right, strict=True):
            student.require(
                float(label) in allowed,
                zh="一樣近的中心選哪一個都可以，但這裡選了別的。",
                en="Any of the centres equally near would do; another one was chosen.",
                case=c,
                given=value,
            )


@graded("empty", needs="values", update=6, zh="沒有點的群留在原位", en="an empty group stays")
def test_empty(function, student):
    student.matches(function, empty_cases, oracle=ORACLES[function])


@graded(
    "integers",
    needs="values",
    squared_distances=2,
    assign=1,
    update=2,
    inertia=2,
    zh="整數也算對",
    en="right for whole numbers too",
)
def test_integers(function, student):
    student.matches(function, WHOLE[function], oracle=ORACLES[function])


@graded(
    "unchanged",
    squared_distances=2,
    assign=1,
    update=2,
    inertia=2,
    zh="不改動引數",
    en="leaves its arguments alone",
)
def test_unchanged(function, student):
    student.unchanged(function, CASES[function])


# --------------------------------------------------------------------------- k-means itself


def answer(student, value, n, k, d, shown):
    """`value` as (labels, C) of the right shapes; else the check ends."""
    labels, centres = student.items(value, 2, ("labels", "C"))
    shapes = [v.shape if isinstance(v, np.ndarray) else None for v in (labels, centres)]
    if shapes == [(k, d), (n,)]:
        student.fail(
            zh="順序反了：先 labels，再 C。",
            en="The order is the other way round: labels first, then C.",
            case=shown,
            mistake="kmeans.order-exchanged",
        )
    labels = student.array(labels, (n,), "labels")
    centres = student.array(centres, (k, d), "C")
    whole = labels.astype(int)
    student.require(
        bool(np.all(whole == labels) and np.all(whole >= 0) and np.all(whole < k)),
        zh=f"labels 應該是 0 到 {k - 1} 的整數。",
        en=f"The labels should be integers from 0 to {k - 1}.",
        case=shown,
        given=labels,
    )
    return whole, centres


def far_groups(draw: Draw, pairs):
    """Two groups of `2 * pairs` points each in mixed order, their middles, and who is where."""
    middles = np.array([[-20.0, 5], [30.0, -10]]) + draw.array((2, 2))
    points, group = [], []
    for g, middle in enumerate(middles):
        for _ in range(pairs):
            offset = draw.array(2, -2.0, 2.0)
            points += [middle + offset, middle - offset]
            group += [g, g]
    order = np.argsort([draw.number(0.0, 1.0, decimals=6) for _ in group])
    return np.round(np.array(points), 1)[order], np.array(group)[order], np.round(middles, 1)


@graded("one", kmeans=4, zh="k = 1：中心是全部的平均", en="k = 1: the centre is the overall mean")
def test_one(function, student):
    shown = case(np.array([[1.0, 2], [3, 4], [8, 0]]), 1, Seeded(1))
    labels, centres = answer(student, student.call(function, *shown.args), 3, 1, 2, shown)
    student.require(
        bool(np.all(labels == 0) and np.allclose(centres, [[4.0, 2.0]])),
        zh="只有一群時，中心應該是所有點的平均 (4, 2)。",
        en="With one group the centre should be the mean of all points, (4, 2).",
        case=shown,
        given=centres,
    )


@graded("groups", kmeans=10, zh="分得出兩個離得很遠的群", en="tells two far groups apart")
def test_groups(function, student, rng):
    posed = [(far_groups(rng, pairs), Seeded(rng.seed())) for pairs in (1, 2, 3, 5)]
    cases = [case(X, 2, seed) for (X, _, _), seed in posed]
    values = student.calls(function, cases)
    for ((X, group, middles), _), shown, value in zip(posed, cases, values, strict=True):
        labels, centres = answer(student, value, len(X), 2, 2, shown)
        for swap in (0, 1):  # either group may be number 0
            if np.array_equal(labels, group ^ swap):
                student.require(
                    bool(np.allclose(centres, middles[::-1] if swap else middles)),
                    zh="分群對了，但中心不是群裡各點的平均。",
                    en="The groups are right, but the centres are not the means of their points.",
                    case=shown,
                    given=centres,
                    expected=middles[::-1] if swap else middles,
                )
                break
        else:
            student.fail(
                zh="這些點明顯分成兩群，你的分法不是那兩群（編號可以相反）。",
                en="The points lie in two groups far apart; yours are others (numbers may swap).",
                case=shown,
                given=labels,
                expected=group,
            )


@graded("unmoved", kmeans=3, zh="不改動引數", en="leaves its arguments alone")
def test_unmoved(function, student):
    student.unchanged(function, [case(np.array([[1.0, 2], [3, 4], [8, 0]]), 2, Seeded(3))])
