"""The value of each of the eleven activation functions at an easy point."""

from fractions import Fraction

from grader.quiz.authoring import Kind, Part, Question, Text, Worked, same, table
from solutions.quizzes.activation_quiz.functions import FUNCTIONS
from solutions.quizzes.activation_quiz.steps import recipe

HALF = Fraction(1, 2)

POINTS = {
    "linear": (-3, -2, -1, 2, 3),
    "sigmoid": (-2, -1, 1, 2),
    "tanh": (-2, -1, -HALF, HALF, 1, 2),
    "softsign": (-4, -3, -2, -1, 1, 3, 4),
    "relu": (-5, -4, -3, -2, -1, 2, 3),
    "leaky_relu": (-5, -4, -3, -2, -1, 2, 3),
    "softplus": (-2, -1, 0, 1, 2),
    "elu": (-2, -1, -HALF, 1, 2),
    "selu": (-2, -1, -HALF, 1, 2),
    "swish": (-2, -1, 1, 2),
    "mish": (-2, -1, 1, 2),
}
BENT = ("relu", "leaky_relu", "elu", "selu")
"""Functions that treat the two signs differently: most of these are asked at a negative point."""

ROUNDED = {"sigmoid", "tanh", "softplus", "elu", "selu", "swish", "mish"}


def generate(stream):
    params = {}
    for id, points in POINTS.items():
        mine = stream.child(id)
        chosen = [z for z in points if z < 0] if id in BENT and mine.below(4) else points
        params[f"z_{id}"] = mine.choice(chosen)
    return params


def constraint(v):
    points = [v[f"z_{id}"] for id in POINTS]
    return len(set(points)) >= 3 and sum(v[f"z_{id}"] < 0 for id in BENT) >= 2


def confirm(p):
    import numpy as np

    z = {id: float(p[f"z_{id}"]) for id in POINTS}
    lam, alpha = 1.0507, 1.6733

    def softened(x):
        return float(np.logaddexp(0.0, x))

    return {
        "linear": z["linear"],
        "sigmoid": np.exp(z["sigmoid"]) / (1 + np.exp(z["sigmoid"])),
        "tanh": 1 - 2 / (np.exp(2 * z["tanh"]) + 1),
        "softsign": np.sign(z["softsign"]) * (1 - 1 / (1 + np.abs(z["softsign"]))),
        "relu": (z["relu"] + np.abs(z["relu"])) / 2,
        "leaky_relu": np.where(z["leaky_relu"] > 0, 1.0, 0.01) * z["leaky_relu"],
        "softplus": softened(z["softplus"]),
        "elu": np.where(z["elu"] > 0, z["elu"], np.expm1(z["elu"])),
        "selu": lam * np.where(z["selu"] > 0, z["selu"], alpha * np.expm1(z["selu"])),
        "swish": z["swish"] * (1 + np.tanh(z["swish"] / 2)) / 2,
        "mish": z["mish"] * np.tanh(softened(z["mish"])),
    }


def tables(v):
    rows = [(same(f.name), f"${f.formula}$", v[f"z_{f.id}"]) for f in FUNCTIONS]
    head = (Text("函數", "function"), Text("公式", "formula"), same("$x$"))
    return (table(head, rows),)


VALUES = Question(
    id="values",
    title=Text("函數值", "Values"),
    source=Text("激勵函數", "Activation functions"),
    statement=Text(
        "算出每個激勵函數在指定的 $x$ 的值。Leaky ReLU 用 $a = 0.01$，Softplus 用 $\\beta = 1$，"
        "ELU 用 $\\alpha = 1$，SELU 用 $\\lambda = 1.0507$、$\\alpha = 1.6733$；"
        "$\\log$ 是自然對數。可以用計算機，除不盡就四捨五入到小數第 3 位。",
        "Find the value of each activation function at the given $x$. Leaky ReLU has $a = 0.01$, "
        "Softplus $\\beta = 1$, ELU $\\alpha = 1$, SELU $\\lambda = 1.0507$ and "
        "$\\alpha = 1.6733$; $\\log$ is the natural logarithm. You may use a calculator; round to "
        "three decimals what does not end.",
    ),
    parts=tuple(
        Part(
            step=f.id,
            kind=Kind.NUMBER,
            title=same(f.name),
            prompt=Text(
                f"{f.name}：$f(⟨z_{f.id}⟩)$ 是多少？", f"{f.name}: what is $f(⟨z_{f.id}⟩)$?"
            ),
            symbol=same(f.name),
            points=5,
            decimals=3,
            tolerance=Fraction(1, 1000) if f.id in ROUNDED else None,
        )
        for f in FUNCTIONS
    ),
    generate=generate,
    slide={f"z_{id}": -1 for id in POINTS},
    steps=recipe.steps,
    mistakes=recipe.mistakes,
    constraint=lambda v: constraint(v) or all(v[f"z_{id}"] == -1 for id in POINTS),
    confirm=confirm,
    tables=tables,
    worked=tuple(
        Worked(
            f.id,
            Text(
                f"{f.name}：把 $x = ⟨z_{f.id}⟩$ 代進 ${f.formula}$，得到 $⟨{f.id}:3⟩$。",
                f"{f.name}: put $x = ⟨z_{f.id}⟩$ into ${f.formula}$ and get $⟨{f.id}:3⟩$.",
            ),
        )
        for f in FUNCTIONS
    ),
    hints=(
        Text(
            "先看 x 的正負號：分段的函數要用哪一段？",
            "Look at the sign of x first: which case of a function in pieces applies?",
        ),
    ),
)
