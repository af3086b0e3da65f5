"""The public checks of `losses`."""

import numpy as np

from grader.authoring import case, graded

BY_COLUMN = {"cross_entropy", "d_cross_entropy", "d_softmax_cross_entropy"}


def flat_dims(function):
    return (". N", ". N") if function in BY_COLUMN else ("N", "N")


def matrix_dims(function):
    return (". N", ". N") if function in BY_COLUMN else ("k N", "k N")


@graded(
    "values",
    mse=4,
    mae=4,
    bce=4,
    cross_entropy=4,
    d_mse=4,
    d_mae=3,
    d_bce=4,
    d_cross_entropy=4,
    d_softmax_cross_entropy=5,
    zh="數值正確",
    en="the right values",
)
def test_values(function, student, inputs):
    student.matches(
        function,
        inputs.CASES[function],
        dims=flat_dims(function),
        oracle=inputs.ORACLES.get(function),
    )


@graded(
    "equal",
    needs="values",
    d_mae=2,
    zh="預測等於標籤處為 0",
    en="0 where label and prediction are equal",
)
def test_equal(function, student, inputs):
    student.matches(function, inputs.equal_cases, dims=("N", "N"), oracle=inputs.ORACLES[function])


@graded(
    "shapes",
    needs="values",
    mse=2,
    mae=2,
    bce=2,
    cross_entropy=1,
    d_mse=2,
    d_mae=2,
    d_bce=2,
    d_cross_entropy=2,
    d_softmax_cross_entropy=1,
    zh="各種 (k, N) 形狀都正確",
    en="right for every (k, N)",
)
def test_shapes(function, student, inputs):
    student.matches(
        function,
        inputs.SHAPES[function],
        dims=matrix_dims(function),
        oracle=inputs.ORACLES.get(function),
    )


@graded(
    "integers",
    needs="values",
    mse=1,
    mae=1,
    bce=1,
    cross_entropy=1,
    d_mse=1,
    d_mae=1,
    d_bce=1,
    d_cross_entropy=1,
    d_softmax_cross_entropy=1,
    zh="整數陣列和浮點數答案相同",
    en="integer arrays give the same answer as floats",
)
def test_integers(function, student, inputs):
    student.matches(
        function,
        inputs.INTEGERS[function],
        dims=flat_dims(function),
        oracle=inputs.ORACLES.get(function),
    )


@graded(
    "stable",
    needs="values",
    d_softmax_cross_entropy=3,
    zh="logits 到 ±1000 都正確",
    en="right for logits up to ±1000",
)
def test_stable(function, student, inputs):
    student.matches(
        function, inputs.large_logit_cases, dims=(". N", ". N"), oracle=inputs.ORACLES[function]
    )


WRONG_AT_LEAST = 16.0
RIGHT_AT_MOST = 1e-6

BINARY_WRONG = [
    case(np.array([1.0]), np.array([0.0])),
    case(np.array([0.0]), np.array([1.0])),
    case(np.array([1.0, 0, 1]), np.array([0.0, 1, 0])),
]
BINARY_RIGHT = [
    case(np.array([1.0]), np.array([1.0])),
    case(np.array([0.0]), np.array([0.0])),
    case(np.array([1.0, 0, 0]), np.array([1.0, 0, 0])),
]
CLASS_WRONG = [
    case(np.array([[1.0], [0.0]]), np.array([[0.0], [1.0]])),
    case(np.array([[0.0], [1.0], [0.0]]), np.array([[0.3], [0.0], [0.7]])),
    case(
        np.array([[1.0, 0], [0, 0], [0, 1]]),
        np.array([[0.0, 1], [1, 0], [0, 0]]),
    ),
]
CLASS_RIGHT = [
    case(np.array([[1.0], [0.0]]), np.array([[1.0], [0.0]])),
    case(np.array([[0.0, 1], [1, 0], [0, 0]]), np.array([[0.0, 1], [1, 0], [0, 0]])),
]
BOUNDS = {"bce": (BINARY_WRONG, BINARY_RIGHT), "cross_entropy": (CLASS_WRONG, CLASS_RIGHT)}

COIN = 0.6931471805599453  # the cost of predicting one half
MIXED = {  # beside samples predicted exactly right, others: the mean that these alone make
    "bce": [
        (case(np.array([1.0, 1]), np.array([1.0, 0.5])), COIN / 2),
        (case(np.array([0.0, 1, 0]), np.array([0.5, 1, 0])), COIN / 3),
    ],
    "cross_entropy": [
        (case(np.array([[1.0, 1], [0, 0]]), np.array([[1.0, 0.5], [0, 0.5]])), COIN / 2),
        (case(np.array([[0.0, 0, 1], [1, 1, 0]]), np.array([[0.5, 0, 1], [0.5, 1, 0]])), COIN / 3),
    ],
}


def is_infinite(value):
    """Whether a returned number is nan or ±inf; anything that is no number is not."""
    return isinstance(value, (float, np.floating, np.ndarray)) and not np.all(np.isfinite(value))


def name_unguarded(function, cases, values):
    """Which mistake nan or inf at exactly 0 and 1 shows; None where that is not certain."""
    if function == "cross_entropy":
        return "cross_entropy.no-clipping"
    ends = {
        float(c.args[1][0])
        for c, value in zip(cases, values, strict=True)
        if c.args[0].size == 1 and is_infinite(value)
    }
    if ends == {0.0, 1.0}:
        return "bce.no-clipping"
    return "bce.one-end-guarded" if ends else None


@graded(
    "bounds",
    needs="values",
    bce=3,
    cross_entropy=3,
    zh="預測剛好是 0 或 1 時仍有限且合理",
    en="finite and sensible at predictions of exactly 0 and 1",
)
def test_bounds(function, student):
    wrong, right = BOUNDS[function]
    mixed, due = zip(*MIXED[function], strict=True)
    cases = [*wrong, *right, *mixed]
    values = student.calls(function, cases)
    for c, value in zip(cases, values, strict=True):
        if is_infinite(value):
            student.fail(
                zh="預測剛好是 0 或 1 時，損失必須是有限的數，不能是 nan 或 inf。",
                en="Where a prediction is exactly 0 or 1 the loss must be finite, not nan or inf.",
                case=c,
                given=value,
                mistake=name_unguarded(function, cases, values),
            )
    costs = [student.scalar(value, name=function) for value in values]
    too_cheap = f"{function}.epsilon-too-large"
    large_guard = all(0 < cost < WRONG_AT_LEAST for cost in costs[: len(wrong)])
    among = costs[len(wrong) + len(right) :]
    erased = all(abs(cost) <= RIGHT_AT_MOST for cost in among)
    hidden_nan = f"{function}.nan-hidden" if erased else None
    for c, cost in zip(wrong, costs[: len(wrong)], strict=True):
        if cost < WRONG_AT_LEAST:
            student.fail(
                zh="完全猜錯的預測，代價至少要有 16 (也就是 ε ≤ 1e-7)。",
                en="A wholly wrong prediction must cost at least 16 (that is, ε ≤ 1e-7).",
                case=c,
                given=cost,
                mistake=too_cheap if large_guard else hidden_nan,
            )
    for c, cost in zip(right, costs[len(wrong) :], strict=False):
        if cost > RIGHT_AT_MOST:
            student.fail(
                zh="完全猜對的預測，代價至多 1e-6。",
                en="A wholly right prediction must cost at most 1e-6.",
                case=c,
                given=cost,
            )
    for c, cost, mean in zip(mixed, among, due, strict=True):
        if abs(cost - mean) > RIGHT_AT_MOST:
            student.fail(
                zh="有些樣本完全猜對時，其他樣本的代價還是要算進平均。",
                en="Where some samples are predicted exactly, the cost of the others still counts "
                "in the mean.",
                case=c,
                given=cost,
                expected=mean,
                mistake=hidden_nan,
            )


@graded(
    "unchanged",
    needs="values",
    mse=1,
    mae=1,
    bce=1,
    cross_entropy=1,
    d_mse=1,
    d_mae=1,
    d_bce=1,
    d_cross_entropy=1,
    d_softmax_cross_entropy=1,
    zh="不改動傳入的陣列",
    en="leaves its arguments unchanged",
)
def test_unchanged(function, student, inputs):
    student.unchanged(function, inputs.UNTOUCHED[function])
