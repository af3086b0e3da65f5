"""The public checks of `kmeans`.

Where one answer is right it is compared; where many are (a tie, the numbering of the groups, the
start that was drawn) behaviour is judged.
"""

import numpy as np

from grader.authoring import Draw, Seeded, case, graded

DIMS = {
    "squared_distances": ("N d", "k d"),
    "assign": ("N d", "k d"),
    "update": ("N d", "N", ". d"),
    "inertia": ("N d", "N", ". d"),
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


@graded(
    "values",
    squared_distances=10,
    assign=10,
    update=10,
    inertia=10,
    zh="數值正確",
    en="the right values",
)
def test_values(function, student, inputs):
    student.matches(
        function,
        inputs.CASES[function],
        dims=DIMS[function],
        oracle=inputs.ORACLES[function],
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
def test_empty(function, student, inputs):
    student.matches(function, inputs.empty_cases, oracle=inputs.ORACLES[function])


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
def test_integers(function, student, inputs):
    student.matches(function, inputs.WHOLE[function], oracle=inputs.ORACLES[function])


@graded(
    "unchanged",
    squared_distances=2,
    assign=1,
    update=2,
    inertia=2,
    zh="不改動引數",
    en="leaves its arguments alone",
)
def test_unchanged(function, student, inputs):
    student.unchanged(function, inputs.CASES[function])


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
