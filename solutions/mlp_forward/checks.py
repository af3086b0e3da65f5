"""Public checks of mlp_forward."""

import numpy as np

from grader.authoring import Draw, case, graded


def relu(z):
    return (z + np.abs(z)) / 2


def columns(draw: Draw, k, N, low=-3.0, high=3.0, decimals=1):
    """`(k, N)` with no two equal entries in a column."""
    out = np.empty((k, N))
    for i in range(N):
        while True:
            column = draw.array(k, low, high, decimals)
            if len(set(column)) == k:
                break
        out[:, i] = column
    return out


def class_cases(draw: Draw):
    yield case(np.array([[0.3, 0.8, 0.2], [0.6, 0.1, 0.3], [0.1, 0.1, 0.5]]), slide=True)
    yield case(np.array([[0.0474], [0.9526]]), slide=True)
    yield case(columns(draw, 2, 1))
    yield case(-columns(draw, 3, 1, 0.1, 3.0))
    yield case(columns(draw, 2, 3))
    yield case(columns(draw, 3, 5))
    yield case(-columns(draw, 3, 4, 0.1, 3.0))
    yield case(columns(draw, 4, 3))
    yield case(columns(draw, 5, 4, 0.05, 0.95, 2))
    yield case(columns(draw, 3, 3))


DIMS = {
    "layer_forward": ("n N", "n m", "m .", None),
    "mlp_forward": ("n N", "n h", "h .", "h m", "m .", None, None),
    "deep_forward": (". N", None),
    "predict_class": ("k N",),
}


@graded(
    "values",
    layer_forward=12,
    mlp_forward=15,
    deep_forward=12,
    predict_class=6,
    zh="數值正確",
    en="the right values",
)
def test_values(function, student, inputs):
    student.matches(function, inputs.CASES[function], dims=DIMS[function])


@graded(
    "empty",
    deep_forward=3,
    needs="values",
    zh="沒有任何一層時回傳 X",
    en="no layers at all give back X",
)
def test_empty(function, student, inputs):
    student.matches(function, inputs.empty_cases, dims=DIMS[function])


@graded(
    "dtype",
    predict_class=2,
    needs="values",
    zh="索引是整數型別",
    en="the indices are integers",
)
def test_dtype(function, student, rng):
    cases = list(class_cases(rng))
    for asked, value in zip(cases, student.calls(function, cases), strict=True):
        dtype = np.asarray(value).dtype
        student.require(
            dtype.kind in "biu",
            zh=f"索引的型別是 {dtype}，應該是整數。",
            en=f"The indices have dtype {dtype}; integers are due.",
            case=asked,
            given=value,
            mistake=f"{function}.float-index" if dtype.kind == "f" else None,
        )


@graded(
    "ties",
    predict_class=3,
    needs="values",
    zh="同分時取索引最小的類別",
    en="ties go to the lowest index",
)
def test_ties(function, student, inputs):
    student.matches(function, inputs.tie_cases, dims=DIMS[function])


@graded(
    "integers",
    layer_forward=3,
    mlp_forward=3,
    deep_forward=2,
    predict_class=1,
    needs="values",
    zh="整數陣列得到一樣的答案",
    en="arrays of integers give the same answer",
)
def test_integers(function, student, inputs):
    student.matches(function, inputs.INTEGERS[function], dims=DIMS[function])


@graded(
    "unchanged",
    needs="values",
    layer_forward=2,
    mlp_forward=2,
    deep_forward=2,
    predict_class=1,
    zh="參數沒有被改動",
    en="the arguments are left as they were",
)
def test_unchanged(function, student, inputs):
    student.unchanged(function, inputs.UNTOUCHED[function])


# ------------------------------------------------------------------ xor_network: any right answer

CORNERS = np.array([[0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 0.0, 1.0]])
"""The inputs (0,0), (0,1), (1,0), (1,1), one a column."""

XOR = (0, 1, 1, 0)
NAMES = ("W1", "b1", "W2", "b2")
SHAPES = ((2, 2), (2, 1), (2, 1), (1, 1))

TABLES = {
    (0, 0, 0, 1): "and",
    (0, 1, 1, 1): "or",
    (1, 0, 0, 1): "xnor",
    (1, 1, 1, 0): "nand",
    (1, 0, 0, 0): "nor",
    (0, 0, 0, 0): "constant",
    (1, 1, 1, 1): "constant",
    (0, 0, 1, 1): "one-input",
    (0, 1, 0, 1): "one-input",
    (0, 0, 1, 0): "half",
    (0, 1, 0, 0): "half",
}
"""What a network computes by its truth table: always true, whatever led to it."""


def output(W1, b1, W2, b2, hidden=relu):
    """The four outputs of the 2-2-1 network at `CORNERS`, unit by unit."""
    x1, x2 = CORNERS
    one = hidden(W1[0, 0] * x1 + W1[1, 0] * x2 + b1[0])
    two = hidden(W1[0, 1] * x1 + W1[1, 1] * x2 + b1[1])
    return W2[0] * one + W2[1] * two + b2[0]


def truth(y, threshold=0.5):
    return tuple(int(v >= threshold) for v in y)


def works_with_other_activation(W1, b1, W2, b2):
    """Does it compute XOR with a step, sigmoid or tanh hidden layer, its output read as a
    value (0.5) or as a logit (0)? A step that stands on its own edge proves nothing."""
    # with tanh, and with a sigmoid
    ys = [
        output(W1, b1, W2, b2, np.tanh),
        output(W1 / 2, b1 / 2, W2 / 2, b2 + W2.sum() / 2, np.tanh),
    ]
    edges = []

    def step(z):
        edges.append(not z.all())
        return (z > 0).astype(float)

    stepped = output(W1, b1, W2, b2, step)
    if not any(edges):
        ys.append(stepped)
    return any(truth(y, t) == XOR for y in ys for t in (0.5, 0.0))


def nearly(W1, b1, W2, b2):
    """The single slips that would have made XOR of these parameters."""
    y = output(W1, b1, W2, b2)
    return {
        "w1-transposed": truth(output(W1.T, b1, W2, b2)) == XOR,
        "bias-sign": truth(output(W1, -b1, W2, -b2)) == XOR,
        "order-swapped": truth(output(W1, W2, b1, b2)) == XOR,
        "level": min(y[1], y[2]) > max(y[0], y[3]) + 1e-9,
        "other-activation": works_with_other_activation(W1, b1, W2, b2),
    }


def numbers(value):
    """Every number in nested lists and arrays, in order."""
    if isinstance(value, list | tuple):
        for part in value:
            yield from numbers(part)
    elif isinstance(value, np.ndarray):
        yield from value.ravel().tolist()
    else:
        yield value


def parameters(student):
    """The network as four arrays, or the end of the check."""
    value = student.call("xor_network")
    student.require(
        tuple(numbers(value)) != XOR,
        mistake="xor_network.returns-outputs",
        zh="回傳的是 XOR 的四個答案，不是網路的參數。",
        en="What came back is XOR's four answers, not the parameters of a network.",
        given=value,
    )
    items = student.items(value, 4, names=NAMES)
    parts = [student.array(v, name=n) for v, n in zip(items, NAMES, strict=True)]
    shapes = tuple(p.shape for p in parts)
    slips = {
        "flat-biases": ((2, 2), (2,), (2, 1), (1,)),
        "w2-as-row": ((2, 2), (2, 1), (1, 2), (1, 1)),
    }
    for slip, wrong in slips.items():
        student.require(
            shapes != wrong,
            mistake=f"xor_network.{slip}",
            zh=f"形狀應該是 {SHAPES}，你的是 {wrong}。",
            en=f"The shapes must be {SHAPES}; yours are {wrong}.",
        )
    return [student.array(p, shape=s, name=n) for p, s, n in zip(parts, SHAPES, NAMES, strict=True)]


@graded(
    "shapes",
    xor_network=2,
    zh="回傳四個陣列，形狀正確",
    en="four arrays of the right shapes",
)
def test_shapes(function, student, rng):
    parameters(student)


@graded(
    "truth_table",
    xor_network=10,
    needs="shapes",
    zh="四種輸入的分類結果是 XOR",
    en="the four inputs are classified as XOR",
)
def test_truth_table(function, student, rng):
    network = parameters(student)
    y = output(*network)
    table = truth(y)
    if table == XOR:
        return
    slips = [name for name, fits in nearly(*network).items() if fits]
    named = slips[0] if len(slips) == 1 else TABLES.get(table)
    shown = ", ".join(f"{v:.4g}" for v in y)
    student.fail(
        zh=f"輸入 (0,0), (0,1), (1,0), (1,1) 時，輸出是 {shown}，以 0.5 為閾值得到 {table},"
        f"XOR 應該是 {XOR}。",
        en=f"At (0,0), (0,1), (1,0), (1,1) the outputs are {shown}; with threshold 0.5 that is "
        f"{table}, and XOR is {XOR}.",
        given=np.array(table),
        expected=np.array(XOR),
        mistake=f"xor_network.{named}" if named else None,
    )
