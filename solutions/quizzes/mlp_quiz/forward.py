"""A forward pass through a 2-3-1 network: Quiz 1 (the hidden layer), then Quiz 2 (the output).

The numbers are built so that some units are active and some are not: the bias of each unit is
chosen on the side of zero that its pre-activation is to have.
"""

from fractions import Fraction

from grader.quiz.authoring import (
    Kind,
    Layout,
    Option,
    Part,
    Question,
    Text,
    Worked,
    exact,
    in_parentheses,
    latex,
    matvec,
    products,
    same,
    tenths,
    transpose,
)
from solutions.quizzes.mlp_quiz.forward_steps import recipe


def generate(stream):
    x = stream.sample([-2, -1, 1, 2, 3], 2)
    W1 = tuple(tuple(stream.tenths(-9, 9) for _ in range(3)) for _ in range(2))
    slope = stream.choice([0, 0, tenths(0.1)[0]])
    active = stream.choice([(1, 0, 1), (1, 1, 0), (0, 1, 1), (1, 0, 0), (0, 0, 1)])
    b1 = []
    for inner, on in zip(matvec(transpose(W1), x), active, strict=True):
        wanted = [Fraction(n if on else -n, 10) for n in range(2, 19)]
        biases = [b for z in wanted if (b := z - inner)]
        b1.append(exact(stream.choice([b for b in biases if abs(b) <= 2] or biases)))
    w2 = tuple(stream.tenths(-9, 9) for _ in range(3))
    b2 = stream.tenths(-9, 9)
    threshold = exact(Fraction(stream.integer(1, 9), 10))
    return {
        "x": x,
        "W1": W1,
        "b1": tuple(b1),
        "w2": w2,
        "b2": b2,
        "slope": slope,
        "threshold": threshold,
    }


def constraint(v):
    """Units of both kinds, no unit at zero, no three alike, and ŷ clear of the threshold."""
    on = sum(a > 0 for a in v.z)
    return (
        0 < on < 3
        and 0 not in v.z
        and len(set(v.z)) == 3
        and len(set(v.w2)) == 3
        and abs(v.y_hat - v.threshold) >= Fraction(1, 20)
        and abs(v.y_hat) >= Fraction(1, 20)
    )


def confirm(p):
    import numpy as np

    x, W1, b1, w2 = (np.array(p[n], float) for n in ("x", "W1", "b1", "w2"))
    hidden = W1.T @ x[:, None] + b1[:, None]
    out = np.where(hidden > 0, hidden, float(p["slope"]) * hidden)
    return {
        "z": hidden[:, 0],
        "h": out[:, 0],
        "y_hat": (w2[:, None].T @ out + float(p["b2"])).item(),
    }


def extras(v):
    leaky = v.slope != 0
    name = r"\mathrm{LeakyReLU}" if leaky else r"\mathrm{ReLU}"
    formula = rf"\max({latex(v.slope)}z,\, z)" if leaky else r"\max(0,\, z)"
    rows = transpose(v.W1)
    steps = {f"unit{i}": f"{products(rows[i], v.x)} + {in_parentheses(v.b1[i])}" for i in range(3)}
    relation = "<" if v.label == "0" else r"\ge"
    return {
        "f1": f"f_1(z) = {formula}",
        "f1name": same("Leaky ReLU" if leaky else "ReLU"),
        "f1math": name,
        "output": f"{products(v.w2, v.h)} + {in_parentheses(v.b2)}",
        "compare": f"{latex(v.y_hat)} {relation} {latex(v.threshold)}",
        **steps,
    }


UNITS = tuple(Text(f"第 {i} 個神經元", f"unit {i}") for i in (1, 2, 3))

CLASSES = (
    Option(
        "0",
        Text("類別 0", "class 0"),
        Text(
            "你選了類別 0；ŷ 大於或等於閾值時是類別 1。",
            "You chose class 0; where ŷ is at least the threshold it is class 1.",
        ),
    ),
    Option(
        "1",
        Text("類別 1", "class 1"),
        Text(
            "你選了類別 1；ŷ 小於閾值時是類別 0。",
            "You chose class 1; where ŷ is below the threshold it is class 0.",
        ),
    ),
)

FORWARD = Question(
    id="forward",
    title=Text("前向傳播", "A forward pass"),
    source=Text("多層感知器 - Quiz1、Quiz2", "Multilayer perceptron: Quiz 1 and Quiz 2"),
    statement=Text(
        "一個 2-3-1 的多層感知器：\n\n"
        "$$\\hat{y} = f_2\\left(W_2^T f_1(W_1^T X + b_1) + b_2\\right)$$\n\n"
        "$$X = ⟨x⟩,\\quad W_1 = ⟨W1⟩,\\quad b_1 = ⟨b1⟩,\\quad W_2 = ⟨w2⟩,\\quad b_2 = [⟨b2⟩]$$\n\n"
        "隱藏層的激勵函數是 ⟨f1name⟩：$⟨f1⟩$；輸出層是線性的：$f_2(z) = z$。",
        "A 2-3-1 multilayer perceptron:\n\n"
        "$$\\hat{y} = f_2\\left(W_2^T f_1(W_1^T X + b_1) + b_2\\right)$$\n\n"
        "$$X = ⟨x⟩,\\quad W_1 = ⟨W1⟩,\\quad b_1 = ⟨b1⟩,\\quad W_2 = ⟨w2⟩,\\quad b_2 = [⟨b2⟩]$$\n\n"
        "The hidden layer's activation is ⟨f1name⟩: $⟨f1⟩$; the output layer is linear: "
        "$f_2(z) = z$.",
    ),
    parts=(
        Part(
            step="z",
            kind=Kind.VECTOR,
            title=Text("套用激勵函數之前的 z", "Pre-activation z"),
            prompt=Text("$z = W_1^T X + b_1$ 是多少？", "What is $z = W_1^T X + b_1$?"),
            symbol=same("z"),
            points=20,
            decimals=1,
            layout=Layout.ANY,
            labels=lambda v: UNITS,
        ),
        Part(
            step="h",
            kind=Kind.VECTOR,
            title=Text("隱藏層的輸出 h", "Hidden output h"),
            prompt=Text("$h = f_1(z)$ 是多少？", "What is $h = f_1(z)$?"),
            symbol=same("h"),
            points=15,
            decimals=2,
            labels=lambda v: UNITS,
        ),
        Part(
            step="y_hat",
            kind=Kind.NUMBER,
            title=Text("預測值 ŷ", "Prediction ŷ"),
            prompt=Text(
                "$\\hat{y} = W_2^T h + b_2$ 是多少？", "What is $\\hat{y} = W_2^T h + b_2$?"
            ),
            symbol=same("ŷ"),
            points=20,
            decimals=3,
        ),
        Part(
            step="label",
            kind=Kind.CHOICE,
            title=Text("用閾值分類", "Class by a threshold"),
            prompt=Text(
                "如果這是分類問題，閾值是 $⟨threshold⟩$，預測的類別是？",
                "If this is classification with threshold $⟨threshold⟩$, which class is predicted?",
            ),
            symbol=Text("類別", "class"),
            points=5,
            options=lambda v: CLASSES,
            shuffled=False,
        ),
    ),
    generate=generate,
    slide={
        "x": (1, 2),
        "W1": (tenths(-0.1, 0.2, -0.9), tenths(0.3, 0.1, -0.4)),
        "b1": tenths(-1.1, 0.1, 0.3),
        "w2": tenths(0.2, 0.3, 0.4),
        "b2": Fraction(1, 10),
        "slope": 0,
        "threshold": Fraction(1, 2),
    },
    steps=recipe.steps,
    mistakes=recipe.mistakes,
    constraint=constraint,
    confirm=confirm,
    extras=extras,
    worked=(
        Worked(
            "product",
            Text(
                "先轉置 $W_1$，再乘 $X$：$W_1^T X = ⟨W1:T⟩\\,⟨x⟩ = ⟨product⟩$。",
                "Transpose $W_1$ and multiply by $X$: $W_1^T X = ⟨W1:T⟩\\,⟨x⟩ = ⟨product⟩$.",
            ),
        ),
        Worked(
            "z",
            Text(
                "加上偏差值：$z = ⟨product⟩ + ⟨b1⟩ = ⟨z⟩$。例如第一個神經元：$⟨unit0⟩ = ⟨z.0⟩$。",
                "Add the bias: $z = ⟨product⟩ + ⟨b1⟩ = ⟨z⟩$. The first unit, for example: "
                "$⟨unit0⟩ = ⟨z.0⟩$.",
            ),
        ),
        Worked(
            "h",
            Text(
                "每個數套用激勵函數：$h = ⟨f1math⟩\\left(⟨z⟩\\right) = ⟨h⟩$。",
                "Apply the activation to each: $h = ⟨f1math⟩\\left(⟨z⟩\\right) = ⟨h⟩$.",
            ),
        ),
        Worked(
            "y_hat",
            Text(
                "輸出層：$\\hat{y} = ⟨output⟩ = ⟨y_hat⟩$。",
                "The output layer: $\\hat{y} = ⟨output⟩ = ⟨y_hat⟩$.",
            ),
        ),
        Worked(
            "label",
            Text(
                "和閾值比：$⟨compare⟩$，所以是類別 ⟨label⟩。",
                "Compare with the threshold: $⟨compare⟩$, so it is class ⟨label⟩.",
            ),
        ),
    ),
    hints=(
        Text(
            "一層一層來：先矩陣乘法，再加偏差值，再套激勵函數。",
            "One layer at a time: the matrix product, then the bias, then the activation.",
        ),
    ),
)
