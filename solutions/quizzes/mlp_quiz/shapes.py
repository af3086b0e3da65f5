"""What shapes the parameters of an n-m-k network come in."""

from grader.quiz.authoring import Kind, Part, Question, Recipe, Text, Worked, same
from solutions.quizzes.mlp_quiz.network import NETWORK, SLIDE, distinct, generate

shaping = Recipe()


@shaping.step
def W1(v):
    return (v.n, v.m)


@shaping.step
def b1(v):
    return (v.m, 1)


@shaping.step
def W2(v):
    return (v.m, v.k)


@shaping.step
def b2(v):
    return (v.k, 1)


TRANSPOSED = {
    "zh": "這正好是轉置之後的 shape：W 本身是（輸入個數, 神經元個數），用的時候才轉置成 Wᵀ。",
    "en": "This is the shape of the transpose: W itself is (inputs, units), and becomes Wᵀ "
    "where it is used.",
}
LYING = {
    "zh": "這是一列；偏差值和 WᵀX 相加，是一行：（神經元個數, 1）。",
    "en": "This is a row; a bias is added to WᵀX and is a column: (units, 1).",
}
FLAT = {
    "zh": "這只有一個軸；偏差值是一行，shape 有兩個數：（神經元個數, 1）。",
    "en": "This has one axis; a bias is a column, and its shape has two numbers: (units, 1).",
}
OTHER = {
    "zh": "偏差值是這一層的神經元各一個，不是輸入各一個。",
    "en": "There is a bias for each unit of the layer, not for each of its inputs.",
}

for name, size, inputs in (("W1", "m", "n"), ("W2", "k", "m")):

    def _turned(v, a=inputs, b=size):
        return (v[b], v[a])

    shaping.mistake("mlp.shape-transposed", step=name, **TRANSPOSED)(_turned)

for name, size, inputs in (("b1", "m", "n"), ("b2", "k", "m")):

    def _lying(v, size=size):
        return (1, v[size]) if v[size] > 1 else None

    def _flat(v, size=size):
        return (v[size],) if v[size] > 1 else None

    def _inputs(v, inputs=inputs):
        return (v[inputs], 1)

    shaping.mistake("mlp.shape-bias-lying", step=name, **LYING)(_lying)
    shaping.mistake("mlp.shape-bias-flat", step=name, **FLAT)(_flat)
    shaping.mistake("mlp.shape-bias-of-inputs", step=name, **OTHER)(_inputs)


def confirm_shapes(p):
    """The shapes with which a forward pass of one sample goes through."""
    import numpy as np

    n, m, k = p["n"], p["m"], p["k"]
    found = {"W1": (n, m), "b1": (m, 1), "W2": (m, k), "b2": (k, 1)}
    arrays = {name: np.ones(shape) for name, shape in found.items()}
    hidden = arrays["W1"].T @ np.ones((n, 1)) + arrays["b1"]
    out = arrays["W2"].T @ hidden + arrays["b2"]
    return found if hidden.shape == (m, 1) and out.shape == (k, 1) else {}


def _part(step, symbol, also=None):
    return Part(
        step=step,
        kind=Kind.SHAPE,
        title=Text(f"{symbol} 的 shape", f"The shape of {symbol}"),
        prompt=Text(f"${step[0]}_{step[1]}$ 的 shape？", f"The shape of ${step[0]}_{step[1]}$?"),
        symbol=same(symbol),
        points=7,
        also=also,
    )


SHAPES = Question(
    id="shapes",
    title=Text("參數的 shape", "The shapes of the parameters"),
    source=SLIDE,
    statement=NETWORK
    + Text(
        "\n\n一筆資料是一行，$h = f_1(W_1^T X + b_1)$，$\\hat{y} = f_2(W_2^T h + b_2)$。"
        "請寫成 (列數, 行數)。",
        "\n\nOne sample is one column, $h = f_1(W_1^T X + b_1)$, $\\hat{y} = f_2(W_2^T h + b_2)$. "
        "Give (rows, columns).",
    ),
    parts=(
        _part("W1", "W₁"),
        _part("b1", "b₁"),
        _part("W2", "W₂"),
        # The slide itself writes b₂ ∈ R¹ for a single output.
        _part("b2", "b₂", also=lambda v: ((1,),) if v.k == 1 else ()),
    ),
    generate=generate,
    slide={"n": 2, "m": 3, "k": 1},
    steps=shaping.steps,
    mistakes=shaping.mistakes,
    constraint=distinct,
    confirm=confirm_shapes,
    worked=(
        Worked(
            "W1",
            Text(
                "$W_1$ 從 $⟨n⟩$ 個輸入到 $⟨m⟩$ 個神經元：$⟨n⟩ \\times ⟨m⟩$。",
                "$W_1$ leads from $⟨n⟩$ inputs to $⟨m⟩$ units: $⟨n⟩ \\times ⟨m⟩$.",
            ),
        ),
        Worked(
            "b1",
            Text(
                "$W_1^T X$ 是 $⟨m⟩ \\times 1$，所以 $b_1$ 也是。",
                "$W_1^T X$ is $⟨m⟩ \\times 1$, and so is $b_1$.",
            ),
        ),
        Worked(
            "W2",
            Text(
                "$W_2$ 從 $⟨m⟩$ 個神經元到 $⟨k⟩$ 個輸出：$⟨m⟩ \\times ⟨k⟩$。",
                "$W_2$ leads from $⟨m⟩$ units to the outputs: $⟨m⟩ \\times ⟨k⟩$.",
            ),
        ),
        Worked(
            "b2",
            Text(
                "$W_2^T h$ 是 $⟨k⟩ \\times 1$，所以 $b_2$ 也是。",
                "$W_2^T h$ is $⟨k⟩ \\times 1$, and so is $b_2$.",
            ),
        ),
    ),
    hints=(
        Text(
            "矩陣相乘時，中間的兩個數要一樣：從 $X$ 的 shape 推起。",
            "In a matrix product the inner two numbers agree: start from the shape of $X$.",
        ),
    ),
)
