"""The slides' eleven activation functions: value, formula, what the curve looks like.

The constants are those that are shown, rounded as shown, so that the key is what the numbers on
the page give.
"""

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from grader.quiz.authoring import Plot, Text, curve

A = Fraction(1, 100)
LAM, ALPHA = Fraction("1.0507"), Fraction("1.6733")


def sigmoid(z):
    return 1 / (1 + math.exp(-z))


def softplus(z):
    return math.log(1 + math.exp(z))


@dataclass(frozen=True)
class Function:
    """One activation. `drawn` is the function as plotted, where that differs."""

    id: str
    name: str
    formula: str
    value: Any
    look: Text
    drawn: Any = None


FUNCTIONS = (
    Function(
        "linear",
        "Linear",
        "f(x) = x",
        lambda z: z,
        Text(
            "Linear 是一條通過原點的直線，輸出就是輸入。",
            "Linear is a straight line through the origin: the output is the input.",
        ),
    ),
    Function(
        "sigmoid",
        "Sigmoid",
        r"f(x) = \frac{1}{1 + e^{-x}}",
        sigmoid,
        Text(
            "Sigmoid 的輸出在 0 和 1 之間，x = 0 時是 0.5。",
            "Sigmoid stays between 0 and 1, and is 0.5 at x = 0.",
        ),
    ),
    Function(
        "tanh",
        "Tanh",
        r"f(x) = \frac{e^x - e^{-x}}{e^x + e^{-x}}",
        math.tanh,
        Text(
            "Tanh 的輸出在 −1 和 1 之間，通過原點，很快就接近 ±1。",
            "Tanh stays between −1 and 1, passes through the origin, and is soon close to ±1.",
        ),
    ),
    Function(
        "softsign",
        "Softsign",
        r"f(x) = \frac{x}{1 + |x|}",
        lambda z: Fraction(z) / (1 + abs(z)),
        Text(
            "Softsign 的輸出在 −1 和 1 之間，通過原點，慢慢地接近 ±1：x = 1 時才 0.5。",
            "Softsign stays between −1 and 1, passes through the origin, and approaches ±1 "
            "slowly: it is 0.5 at x = 1.",
        ),
        lambda x: x / (1 + abs(x)),
    ),
    Function(
        "relu",
        "ReLU",
        r"f(x) = \max(0, x)",
        lambda z: max(0, z),
        Text(
            "ReLU 在 x 是負的時候是 0，正的時候就是 x，在原點有一個折角。",
            "ReLU is 0 for negative x and x for positive x, with a corner at the origin.",
        ),
    ),
    Function(
        "leaky_relu",
        "Leaky ReLU",
        r"f(x) = \max(ax, x)",
        lambda z: max(A * z, z),
        Text(
            "Leaky ReLU 在 x 是負的時候是一條微微傾斜的直線，不是 0。",
            "Leaky ReLU is a slightly sloping line for negative x, not 0.",
        ),
        lambda x: max(0.1 * x, x),
    ),
    Function(
        "softplus",
        "Softplus",
        r"f(x) = \frac{1}{\beta} \log(1 + e^{\beta x})",
        softplus,
        Text(
            "Softplus 永遠是正的，像把折角磨圓的 ReLU，x = 0 時約 0.69。",
            "Softplus is always positive, like ReLU with its corner rounded; about 0.69 at x = 0.",
        ),
    ),
    Function(
        "elu",
        "ELU",
        r"f(x) = \begin{cases} x & x \geq 0 \\ \alpha(e^x - 1) & x < 0 \end{cases}",
        lambda z: z if z >= 0 else math.exp(z) - 1,
        Text(
            "ELU 在 x 是正的時候就是 x，負的時候平滑地接近 −1。",
            "ELU is x for positive x, and approaches −1 smoothly for negative x.",
        ),
    ),
    Function(
        "selu",
        "SELU",
        r"f(x) = \begin{cases} \lambda x & x \geq 0 \\ \lambda \alpha(e^x - 1) & x < 0 \end{cases}",
        lambda z: LAM * z if z >= 0 else float(LAM * ALPHA) * (math.exp(z) - 1),
        Text(
            "SELU 比 ELU 多乘一個 λ，負的那邊接近 −1.76。",
            "SELU is ELU with a factor λ: on the negative side it approaches −1.76.",
        ),
        lambda x: float(LAM) * x if x >= 0 else float(LAM * ALPHA) * (math.exp(x) - 1),
    ),
    Function(
        "swish",
        "Swish",
        r"f(x) = \frac{x}{1 + e^{-x}}",
        lambda z: z * sigmoid(z),
        Text(
            "Swish 在負的那邊先往下凹（最低約 −0.28），再慢慢回到 0。",
            "Swish dips on the negative side (to about −0.28) and comes back to 0.",
        ),
    ),
    Function(
        "mish",
        "Mish",
        r"f(x) = x \cdot \tanh(\mathrm{softplus}(x))",
        lambda z: z * math.tanh(softplus(z)),
        Text(
            "Mish 在負的那邊先往下凹（最低約 −0.31），再慢慢回到 0。",
            "Mish dips on the negative side (to about −0.31) and comes back to 0.",
        ),
    ),
)

BY_ID = {f.id: f for f in FUNCTIONS}

WINDOW = (-4.0, 4.0, -2.0, 4.0)


def plot(id):
    """The curve of a function, with a text that says its heights and not its name."""
    function = BY_ID[id]
    drawn = function.drawn or function.value
    heights = ", ".join(f"({x}, {drawn(float(x)):.1f})" for x in (-4, -2, -1, 0, 1, 2, 4))
    heights = heights.replace("-0.0", "0.0").replace("-", "−")
    return Plot(
        curves=(curve(lambda x: float(drawn(x)), -4, 4),),
        window=WINDOW,
        alt=Text(f"一條曲線，經過 {heights}。", f"A curve through {heights}."),
    )


def fair(ids):
    """Can these be told apart by eye? Swish and Mish cannot."""
    return not {"swish", "mish"} <= set(ids)
