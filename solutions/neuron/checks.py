"""The public checks of `neuron`. The gates are open-ended: any pair that behaves is right."""

import numpy as np

from grader.authoring import Callback, Draw, Fn, case, graded

DIMS = {
    "weighted_sum": ("n", "n", None),
    "neuron": ("n", "n", None, None),
    "classify": ("*", None),
}


def classify_one_by_one(y_hat, threshold=0.5):
    flat = [1 if value >= threshold else 0 for value in np.ravel(y_hat)]
    return np.reshape(flat, np.shape(y_hat))


ORACLES = {
    "weighted_sum": lambda x, w, b: float(np.dot(w, x)) + b,
    "neuron": lambda x, w, b, f: f(float(np.dot(w, x)) + b),
    "classify": classify_one_by_one,
}

RELU = Callback(lambda z: (z + np.abs(z)) / 2, name="relu")


# The slides' own neurons: one of the hidden layer and the output of 多層感知器運作方式, Quiz 1.
def weighted_sum_cases(draw: Draw):
    yield case(np.array([7.0, 2]), np.array([0.1, 0.2]), -1.5, slide=True)
    yield case(np.array([-0.4, 4.3, -0.3]), np.array([0.2, 0.3, 0.4]), 0.1, slide=True)
    for n in (1, 2, 3, 5, 2, 4):
        yield case(draw.array(n), draw.array(n), draw.number())
    yield case(draw.array(3), draw.array(3, decimals=3), draw.number())


def neuron_cases(draw: Draw):
    yield case(np.array([7.0, 2]), np.array([0.7, -0.4]), 0.2, Fn("identity"), slide=True)
    yield case(np.array([1.0, 2]), np.array([-0.1, 0.3]), -1.1, RELU, slide=True)
    for n, f in (
        (1, "square"),
        (2, "sin"),
        (3, "square"),
        (2, "arctan"),
        (4, "cos"),
        (3, "cbrt"),
        (5, "arctan"),
    ):
        yield case(draw.array(n), draw.array(n), draw.number(), Fn(f))
    yield case(draw.array(2, -0.9, 0.9), draw.array(2, -0.9, 0.9), draw.number(-1, 1), Fn("tanh"))
    yield case(draw.array(3, -0.9, 0.9), draw.array(3, -0.9, 0.9), draw.number(-1, 1), Fn("expm1"))


def classify_cases(draw: Draw):
    yield case(np.array([0.25]), slide=True)
    yield case(np.array([0.2, 0.5, 0.9]))
    # 0.5 given by hand tells a wrong default from a wrong comparison; -0.3 and 0.1 tell apart what
    # compares with -0.5, 0 and 0.5.
    yield case(np.array([-0.8, -0.3, 0.1, 0.7]))
    yield case(np.array([-0.8, -0.3, 0.1, 0.7]), 0.5)
    yield case(np.array([0.4, 0.49, 0.5, 0.505, 0.6]))
    for n in (1, 2, 5):
        yield case(draw.probabilities(n))
    yield case(np.concatenate([draw.array(4), [0.5], draw.probabilities(3)]))
    yield case(draw.array(6))


CASES = {
    "weighted_sum": weighted_sum_cases,
    "neuron": neuron_cases,
    "classify": classify_cases,
}


def weighted_sum_integers(draw: Draw):
    yield case(draw.integers(3), draw.integers(3), draw.integer(1, 4))
    yield case(draw.integers(3), draw.array(3), draw.number())
    yield case(draw.array(3), draw.integers(3), draw.number())
    yield case([7, 2], [1, -3], 4)
    yield case(draw.array(3).tolist(), draw.array(3).tolist(), draw.number())
    yield case(draw.integers(2).tolist(), draw.array(2), draw.number())
    yield case(draw.array(4), draw.array(4).tolist(), draw.integer(-4, -1))


def neuron_integers(draw: Draw):
    yield case(draw.integers(3), draw.integers(3), draw.integer(1, 4), Fn("square"))
    yield case(draw.integers(3), draw.array(3), draw.number(), Fn("arctan"))
    yield case(draw.array(3), draw.integers(3), draw.number(), Fn("sin"))
    yield case([7, 2], [1, -3], 4, Fn("square"))
    yield case(draw.array(3).tolist(), draw.array(3).tolist(), draw.number(), Fn("cos"))
    yield case(draw.array(4), draw.array(4).tolist(), draw.integer(-4, -1), Fn("arctan"))


def classify_integers(draw: Draw):
    yield case(np.array([0, 1]))
    yield case(np.array([-1, 0, 1, 2]), threshold=1)
    yield case(draw.integers(5), threshold=0)
    yield case(draw.integers(6), threshold=-1.5)


INTEGERS = {
    "weighted_sum": weighted_sum_integers,
    "neuron": neuron_integers,
    "classify": classify_integers,
}


# Thresholds above 1 and at or below 0 too: zeros and ones written into the array that is still
# being compared change sides there. Each case holds the threshold itself.
def classify_keywords(draw: Draw):
    yield case(np.array([-0.4, 0.0, 0.3]), threshold=0.0)
    yield case(np.array([0.1, 0.3, 0.4, 0.8]), 0.3)
    for low, high in ((0.55, 0.95), (-2.5, -0.5), (1.5, 2.5), (0.05, 0.4)):
        threshold = draw.number(low, high, 2)
        values = np.concatenate([draw.array(5), [threshold], draw.probabilities(2)])
        yield case(values, threshold=threshold)
        yield case(draw.array(6), threshold)


def classify_shapes(draw: Draw):
    yield case(np.float64(0.7))
    yield case(np.float64(0.5))
    yield case(np.array(0.2))
    for shape in ((1, 1), (1, 4), (3, 1), (2, 3), (2, 3, 2)):
        yield case(draw.probabilities(shape))
    yield case(draw.array((3, 2)), 0.5)


@graded("values", weighted_sum=14, neuron=14, classify=10, zh="數值正確", en="the right values")
def test_values(function, student, rng):
    student.matches(function, CASES[function], dims=DIMS[function], oracle=ORACLES[function])


@graded("keywords", needs="values", classify=6, zh="其他的閾值也對", en="other thresholds too")
def test_keywords(function, student, rng):
    student.matches(function, classify_keywords, dims=DIMS[function], oracle=classify_one_by_one)


@graded(
    "shapes",
    needs="values",
    classify=4,
    zh="純量與任何形狀",
    en="scalars and any shape",
)
def test_shapes(function, student, rng):
    student.matches(function, classify_shapes, dims=DIMS[function], oracle=classify_one_by_one)


@graded(
    "integers",
    needs="values",
    weighted_sum=6,
    neuron=4,
    zh="整數與 list 也算對",
    en="integers and lists too",
)
def test_integers(function, student, rng):
    student.matches(function, INTEGERS[function], oracle=ORACLES[function])


@graded(
    "integers",
    needs=("values", "keywords"),
    classify=2,
    zh="整數也算對",
    en="integers too",
)
def test_integer_arrays(function, student, rng):
    student.matches(function, INTEGERS[function], oracle=ORACLES[function])


# One entry at a time: code that cannot take longer arrays has been charged for that in `values`.
def classify_entries(draw: Draw):
    for value in (0.7, 0.2, draw.number()):
        yield case(np.array([value]))


UNCHANGED = {**CASES, "classify": classify_entries}


@graded(
    "unchanged",
    needs="values",
    weighted_sum=2,
    neuron=2,
    classify=2,
    zh="不更動引數",
    en="arguments left unchanged",
)
def test_unchanged(function, student, rng):
    student.unchanged(function, UNCHANGED[function])


# ---------------------------------------------------------------------------------- the gates

INPUTS = ((0, 0), (0, 1), (1, 0), (1, 1))
TABLES = {"and_gate": (0, 0, 0, 1), "or_gate": (0, 1, 1, 1)}
BY_TABLE = {
    "and_gate": {
        (0, 1, 1, 1): "or",
        (1, 1, 1, 0): "reversed",
        (0, 0, 0, 0): "never",
        (1, 1, 1, 1): "always",
        (0, 0, 1, 1): "one-input",
        (0, 1, 0, 1): "one-input",
    },
    "or_gate": {
        (0, 0, 0, 1): "and",
        (1, 0, 0, 0): "reversed",
        (0, 0, 0, 0): "never",
        (1, 1, 1, 1): "always",
        (0, 0, 1, 1): "one-input",
        (0, 1, 0, 1): "one-input",
    },
}


def sums(w, b):
    """w·x + b for the four inputs."""
    first, second = w
    with np.errstate(over="ignore"):
        return [float(z) for z in (b, second + b, first + b, first + second + b)]


def table(w, b, threshold=0.0, strict=False):
    return tuple(int(z > threshold if strict else z >= threshold) for z in sums(w, b))


def on_paper(w, b):
    """The table when sums that are 0 up to rounding count as exactly 0."""
    slack = 1e-12 * (abs(w[0]) + abs(w[1]) + abs(b))
    return tuple(int(z >= -slack) for z in sums(w, b))


def gate_mistake(function, w, b):
    """The catalogue's name for what is wrong with the pair, as far as its behaviour tells."""
    due = TABLES[function]
    if b == 0:
        kind = "zero-bias"
    elif on_paper(w, b) == due:
        kind = "rounding"
    elif table(w, b, strict=True) == due:
        kind = "on-the-line"  # only AND: OR's is the zero bias
    elif table(w, -b) == due:
        kind = "bias-sign"
    elif table(w, b, threshold=0.5) == due:
        kind = "threshold-half"
    else:
        kind = BY_TABLE[function].get(table(w, b))
    return f"{function}.{kind}" if kind else None


def swapped(first, second):
    """`(b, w)` where `(w, b)` is due."""
    return isinstance(first, int | float) and np.shape(second) == (2,)


@graded(
    "truth_table",
    and_gate=9,
    or_gate=9,
    zh="四種輸入都對：classify(w·x + b, 0)",
    en="right on all four inputs: classify(w·x + b, 0)",
)
def test_truth_table(function, student, rng):
    first, second = student.items(student.call(function), 2, names=("w", "b"))
    if swapped(first, second):
        student.fail(
            zh="兩個回傳值的順序反了：先 w，再 b。",
            en="The two values come in the wrong order: w first, then b.",
            mistake=f"{function}.swapped",
        )
    w = student.array(first, shape=(2,), name="w")
    if not isinstance(second, list | tuple | np.ndarray):
        second = student.scalar(second, name="b")
    b = student.array(second, name="b")
    student.require(
        b.size == 1,
        zh=f"`b` 應該是一個數，得到 shape {b.shape} 的陣列。",
        en=f"`b` should be a single number; got an array of shape {b.shape}.",
    )
    b = float(b.reshape(()))
    due, given = TABLES[function], table(w, b)
    if given == due:
        return
    row = next(i for i in range(4) if given[i] != due[i])
    z = sums(w, b)[row]
    sign = "≥" if z >= 0 else "<"
    student.fail(
        zh=f"輸入 {INPUTS[row]} 時 w·x + b = {z:.6g} {sign} 0，所以得到 {given[row]}，"
        f"應該是 {due[row]}。",
        en=f"For the input {INPUTS[row]} w·x + b = {z:.6g} {sign} 0, which gives {given[row]}; "
        f"{due[row]} is due.",
        case=case(),
        given=f"(0,0) (0,1) (1,0) (1,1) → {' '.join(map(str, given))}",
        expected=f"(0,0) (0,1) (1,0) (1,1) → {' '.join(map(str, due))}",
        mistake=gate_mistake(function, w, b),
    )
