"""The public checks of `neuron`. The gates are open-ended: any pair that behaves is right."""

import numpy as np

from grader.authoring import Callback, case, graded

DIMS = {
    "weighted_sum": ("n", "n", None),
    "neuron": ("n", "n", None, None),
    "classify": ("*", None),
}

RELU = Callback(lambda z: (z + np.abs(z)) / 2, name="relu")


@graded("values", weighted_sum=14, neuron=14, classify=10, zh="數值正確", en="the right values")
def test_values(function, student, inputs):
    student.matches(
        function, inputs.CASES[function], dims=DIMS[function], oracle=inputs.ORACLES[function]
    )


@graded("keywords", needs="values", classify=6, zh="其他的閾值也對", en="other thresholds too")
def test_keywords(function, student, inputs):
    student.matches(
        function, inputs.classify_keywords, dims=DIMS[function], oracle=inputs.classify_one_by_one
    )


@graded(
    "shapes",
    needs="values",
    classify=4,
    zh="純量與任何形狀",
    en="scalars and any shape",
)
def test_shapes(function, student, inputs):
    student.matches(
        function, inputs.classify_shapes, dims=DIMS[function], oracle=inputs.classify_one_by_one
    )


@graded(
    "integers",
    needs="values",
    weighted_sum=6,
    neuron=4,
    zh="整數與 list 也算對",
    en="integers and lists too",
)
def test_integers(function, student, inputs):
    student.matches(function, inputs.INTEGERS[function], oracle=inputs.ORACLES[function])


@graded(
    "integers",
    needs=("values", "keywords"),
    classify=2,
    zh="整數也算對",
    en="integers too",
)
def test_integer_arrays(function, student, inputs):
    student.matches(function, inputs.INTEGERS[function], oracle=inputs.ORACLES[function])


@graded(
    "unchanged",
    needs="values",
    weighted_sum=2,
    neuron=2,
    classify=2,
    zh="不更動引數",
    en="arguments left unchanged",
)
def test_unchanged(function, student, inputs):
    student.unchanged(function, inputs.UNCHANGED[function])


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
