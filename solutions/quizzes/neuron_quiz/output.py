"""A neuron's weighted sum and its output, for the activation that is given."""

import math
from fractions import Fraction

from grader.quiz.authoring import (
    Kind,
    Part,
    Question,
    Recipe,
    Text,
    Worked,
    dot,
    in_parentheses,
    latex,
    products,
    same,
    tenths,
)

FORMULAS = {
    "Linear": "f(z) = z",
    "ReLU": r"f(z) = \max(0, z)",
    "Leaky ReLU": r"f(z) = \max(0.1z, z)",
    "Sigmoid": r"f(z) = \frac{1}{1 + e^{-z}}",
    "Tanh": r"f(z) = \frac{e^z - e^{-z}}{e^z + e^{-z}}",
    "Softsign": r"f(z) = \frac{z}{1 + |z|}",
}


def activate(name, z):
    """The value of the activation called `name`: exact wherever it is rational."""
    if name == "Linear":
        return z
    if name == "ReLU":
        return max(0, z)
    if name == "Leaky ReLU":
        return max(Fraction(z) / 10, z)
    if name == "Softsign":
        return Fraction(z) / (1 + abs(z))
    return 1 / (1 + math.exp(-z)) if name == "Sigmoid" else math.tanh(z)


recipe = Recipe()


@recipe.step
def product(v):
    return dot(v.w, v.x)


@recipe.step
def z(v):
    return v.product + v.b


@recipe.step
def y(v):
    return activate(v.f, v.z)


@recipe.mistake(
    "neuron.sign-lost",
    step="product",
    zh="你的答案正好是相乘時不管負號的結果：負的數要帶著負號加進去。",
    en="Your answer is what comes out when minus signs are dropped in the products: a negative "
    "number goes in with its sign.",
)
def _(v):
    return sum(abs(a * b) for a, b in zip(v.w, v.x, strict=True))


@recipe.mistake(
    "neuron.reversed",
    step="product",
    zh="你的答案正好是把權重倒過來配的結果：第一個權重配第一個輸入。",
    en="Your answer is what comes out with the weights in the opposite order: the first weight "
    "goes with the first input.",
)
def _(v):
    return dot(v.w[::-1], v.x)


@recipe.mistake(
    "neuron.weights-left-out",
    step="product",
    zh="你的答案正好是沒有乘權重、直接把輸入加起來的結果：每個輸入要先乘自己的權重。",
    en="Your answer is what comes out when the inputs are added without weights: each is "
    "multiplied by its weight first.",
)
def _(v):
    return sum(v.x)


@recipe.mistake(
    "neuron.no-bias",
    step="z",
    zh="你的答案正好是沒有加偏差值 b 的結果：z = wᵀx + b。",
    en="Your answer is what comes out without the bias: z = wᵀx + b.",
)
def _(v):
    return v.product


@recipe.mistake(
    "neuron.bias-subtracted",
    step="z",
    zh="你的答案正好是減去偏差值的結果：b 要用加的，負的就連同負號一起加。",
    en="Your answer is what comes out with b subtracted: it is added, sign and all.",
)
def _(v):
    return v.product - v.b


@recipe.mistake(
    "neuron.no-activation",
    step="y",
    zh="你的答案正好就是 z：最後還要套用激勵函數 f。",
    en="Your answer is z itself: the activation function f is still to be applied.",
)
def _(v):
    return v.z if activate(v.f, v.z) != v.z else None


@recipe.mistake(
    "neuron.relu-for-another",
    step="y",
    zh="你的答案正好是用 ReLU 的結果；看清楚題目給的激勵函數。",
    en="Your answer is what ReLU gives; look at the activation function that is asked for.",
)
def _(v):
    return 0 if v.f != "ReLU" and v.z < 0 else None


@recipe.mistake(
    "neuron.exponent-sign",
    step="y",
    zh="你的答案正好是把 e 的次方正負號弄反的結果：sigmoid 的分母是 1 + e⁻ᶻ。",
    en="Your answer is what comes out with the sign of the exponent the other way round: the "
    "denominator of sigmoid is 1 + e⁻ᶻ.",
)
def _(v):
    return activate(v.f, -v.z) if v.f == "Sigmoid" else None


@recipe.mistake(
    "neuron.sigmoid-for-tanh",
    step="y",
    zh="你的答案正好是用 sigmoid 的結果；這一題是 tanh，輸出在 −1 和 1 之間。",
    en="Your answer is what sigmoid gives; this is tanh, whose output lies between −1 and 1.",
)
def _(v):
    return activate("Sigmoid", v.z) if v.f == "Tanh" else None


@recipe.mistake(
    "neuron.absolute-forgotten",
    step="y",
    zh="你的答案正好是分母沒有取絕對值的結果：softsign 的分母是 1 + |z|。",
    en="Your answer is what comes out without the absolute value: the denominator of softsign is "
    "1 + |z|.",
)
def _(v):
    return Fraction(v.z) / (1 + v.z) if v.f == "Softsign" and v.z < 0 and v.z != -1 else None


def generate(stream):
    size = stream.choice([2, 3])
    f = stream.choice(list(FORMULAS))
    x = tuple(stream.nonzero(-3, 4) for _ in range(size))
    w = tuple(stream.tenths(-9, 9) for _ in range(size))
    largest = 18 if f in ("Sigmoid", "Tanh") else 40
    side = -1 if f in ("ReLU", "Leaky ReLU", "Softsign") and stream.below(3) else 1
    wanted = side * stream.integer(2, largest)
    b = Fraction(wanted, 10) - dot(w, x)
    return {"x": x, "w": w, "b": b, "f": f}


def constraint(v):
    return (
        v.b != 0
        and abs(v.b) <= 4
        and v.z != 0
        and v.w != v.w[::-1]
        and v.x != v.x[::-1]
        and not (v.f == "Softsign" and v.z == -1)
    )


def confirm(p):
    import numpy as np

    z = float(np.array(p["w"], float) @ np.array(p["x"], float) + float(p["b"]))
    functions = {
        "Linear": lambda a: a,
        "ReLU": lambda a: np.clip(a, 0, None),
        "Leaky ReLU": lambda a: np.where(a < 0, 0.1 * a, a),
        "Sigmoid": lambda a: np.exp(a) / (np.exp(a) + 1),
        "Tanh": lambda a: 2 / (1 + np.exp(-2 * a)) - 1,
        "Softsign": lambda a: np.sign(a) * (1 - 1 / (1 + np.abs(a))),
    }
    return {"z": z, "y": float(functions[p["f"]](z))}


def extras(v):
    return {
        "formula": FORMULAS[v.f],
        "name": same(v.f),
        "sum": f"{products(v.w, v.x)} + {in_parentheses(v.b)}",
        "value": latex(v.y, 3),
        "equals": "=" if v.f not in ("Sigmoid", "Tanh", "Softsign") else r"\approx",
    }


OUTPUT = Question(
    id="output",
    title=Text("神經元的輸出", "A neuron's output"),
    source=Text("神經元計算", "What a neuron computes"),
    statement=Text(
        "一個神經元 $\\hat{y} = f(\\mathbf{w}^T\\mathbf{x} + b)$：\n\n"
        "$$\\mathbf{x} = ⟨x⟩,\\quad \\mathbf{w} = ⟨w⟩,\\quad b = ⟨b⟩$$\n\n"
        "激勵函數是 ⟨name⟩：$⟨formula⟩$。可以用計算機。",
        "A neuron $\\hat{y} = f(\\mathbf{w}^T\\mathbf{x} + b)$:\n\n"
        "$$\\mathbf{x} = ⟨x⟩,\\quad \\mathbf{w} = ⟨w⟩,\\quad b = ⟨b⟩$$\n\n"
        "The activation function is ⟨name⟩: $⟨formula⟩$. You may use a calculator.",
    ),
    parts=(
        Part(
            step="z",
            kind=Kind.NUMBER,
            title=Text("加權和 z", "The weighted sum z"),
            prompt=Text(
                "$z = \\mathbf{w}^T\\mathbf{x} + b$ 是多少？",
                "What is $z = \\mathbf{w}^T\\mathbf{x} + b$?",
            ),
            symbol=same("z"),
            points=30,
            decimals=2,
        ),
        Part(
            step="y",
            kind=Kind.NUMBER,
            title=Text("輸出 ŷ", "The output ŷ"),
            prompt=Text(
                "$\\hat{y} = f(z)$ 是多少？（除不盡就四捨五入到小數第 3 位）",
                "What is $\\hat{y} = f(z)$? (To three decimals where it does not end.)",
            ),
            symbol=same("ŷ"),
            points=30,
            decimals=3,
            tolerance=Fraction(1, 1000),
        ),
    ),
    repeats=True,
    generate=generate,
    slide={
        "x": tenths(-0.4, 4.3, -0.3),
        "w": tenths(0.2, 0.3, 0.4),
        "b": tenths(0.1)[0],
        "f": "Linear",
    },
    steps=recipe.steps,
    mistakes=recipe.mistakes,
    constraint=constraint,
    confirm=confirm,
    extras=extras,
    worked=(
        Worked(
            "z",
            Text(
                "先乘權重再相加，最後加偏差值：$z = ⟨sum⟩ = ⟨z⟩$。",
                "Multiply by the weights, add, then add the bias: $z = ⟨sum⟩ = ⟨z⟩$.",
            ),
        ),
        Worked(
            "y",
            Text(
                "套用 ⟨name⟩：$\\hat{y} = f(⟨z⟩) ⟨equals⟩ ⟨value⟩$。",
                "Apply ⟨name⟩: $\\hat{y} = f(⟨z⟩) ⟨equals⟩ ⟨value⟩$.",
            ),
        ),
    ),
    hints=(
        Text(
            "先把 z 算出來，再看激勵函數怎麼對待它：正的、負的有沒有差別？",
            "Find z first, then see what the activation does to it: does its sign matter?",
        ),
    ),
)
