"""The eleven values as steps, and the mistakes made in each."""

import math
from fractions import Fraction

from grader.quiz.authoring import Recipe
from solutions.quizzes.activation_quiz.functions import (
    ALPHA,
    BY_ID,
    FUNCTIONS,
    LAM,
    A,
    sigmoid,
    softplus,
)

recipe = Recipe()


def _enter(function):
    def step(v):
        return function.value(v[f"z_{function.id}"])

    step.__name__ = function.id
    recipe.step(step)


for _function in FUNCTIONS:
    _enter(_function)


def wrong(function, what, *, zh, en):
    """Enter a wrong version of `function`, given its point; None where it does not differ."""

    def enter(implementation):
        def mistake(v):
            z = v[f"z_{function}"]
            value = implementation(z)
            if value is None or abs(value - BY_ID[function].value(z)) < 1e-9:
                return None
            return value

        recipe.mistake(f"activation.{function}-{what}", step=function, zh=zh, en=en)(mistake)
        return implementation

    return enter


@wrong(
    "linear",
    "cut",
    zh="你的答案正好是 ReLU 的值；Linear 不改變輸入，負的也一樣。",
    en="Your answer is ReLU's; Linear leaves its input as it is, negative or not.",
)
def _(z):
    return max(0, z)


@wrong(
    "sigmoid",
    "exponent-sign",
    zh="你的答案正好是 1/(1 + eˣ)：次方是 −x，不是 x。",
    en="Your answer is 1/(1 + eˣ): the exponent is −x, not x.",
)
def _(z):
    return sigmoid(-z)


@wrong(
    "sigmoid",
    "no-one",
    zh="你的答案正好少了分母的 1：分母是 1 + e⁻ˣ。",
    en="Your answer lacks the 1 in the denominator, which is 1 + e⁻ˣ.",
)
def _(z):
    return math.exp(z)


@wrong(
    "tanh",
    "as-sigmoid",
    zh="你的答案正好是 sigmoid 的值；tanh 在 −1 和 1 之間。",
    en="Your answer is sigmoid's; tanh lies between −1 and 1.",
)
def _(z):
    return sigmoid(z)


@wrong(
    "tanh",
    "no-denominator",
    zh="你的答案正好只有分子：還要除以 eˣ + e⁻ˣ。",
    en="Your answer is the numerator alone: it is divided by eˣ + e⁻ˣ.",
)
def _(z):
    return math.exp(z) - math.exp(-z)


@wrong(
    "softsign",
    "no-absolute",
    zh="你的答案正好是分母沒有取絕對值的結果：分母是 1 + |x|。",
    en="Your answer is what comes out without the absolute value: the denominator is 1 + |x|.",
)
def _(z):
    return None if z == -1 else Fraction(z) / (1 + z)


@wrong(
    "softsign",
    "sign-lost",
    zh="你的答案正好連分子也取了絕對值：分子是 x，保留正負號。",
    en="Your answer has the absolute value in the numerator too, which is x with its sign.",
)
def _(z):
    return Fraction(abs(z)) / (1 + abs(z))


@wrong(
    "relu",
    "negative-kept",
    zh="你的答案留下了負數：ReLU 遇到負的輸入會輸出 0。",
    en="Your answer keeps the negative number: for a negative input ReLU gives 0.",
)
def _(z):
    return z


@wrong(
    "relu",
    "absolute",
    zh="你的答案正好是絕對值：ReLU 遇到負的輸入會輸出 0。",
    en="Your answer is the absolute value: for a negative input ReLU gives 0.",
)
def _(z):
    return abs(z)


@wrong(
    "relu",
    "smaller-for-larger",
    zh="你的答案正好是取 min 的結果：ReLU 取 0 和 x 之中比較大的。",
    en="Your answer is the smaller of 0 and x: ReLU takes the larger.",
)
def _(z):
    return 0 if z > 0 else None


@wrong(
    "leaky_relu",
    "as-relu",
    zh="你的答案正好是 ReLU 的值；Leaky ReLU 遇到負的輸入會輸出 ax，不是 0。",
    en="Your answer is ReLU's; for a negative input Leaky ReLU gives ax, not 0.",
)
def _(z):
    return max(0, z)


@wrong(
    "leaky_relu",
    "smaller-for-larger",
    zh="你的答案正好是取 min 的結果：Leaky ReLU 取 ax 和 x 之中比較大的。",
    en="Your answer is the smaller of ax and x: Leaky ReLU takes the larger.",
)
def _(z):
    return min(A * z, z)


@wrong(
    "leaky_relu",
    "sign-lost",
    zh="你的答案少了負號：負的 x 乘上 a 還是負的。",
    en="Your answer lacks the minus: a negative x times a is still negative.",
)
def _(z):
    return A * abs(z) if z < 0 else None


@wrong(
    "softplus",
    "no-one",
    zh="你的答案正好少了 log 裡面的 1：是 log(1 + eˣ)，不是 log(eˣ)。",
    en="Your answer lacks the 1 inside: it is log(1 + eˣ), not log(eˣ).",
)
def _(z):
    return z


@wrong(
    "softplus",
    "log10",
    zh="你的答案正好用了以 10 為底的 log：這裡的 log 是自然對數 ln。",
    en="Your answer uses the logarithm to base 10: log is the natural one here, ln.",
)
def _(z):
    return softplus(z) / math.log(10)


@wrong(
    "softplus",
    "no-log",
    zh="你的答案正好是 1 + eˣ：還要取自然對數。",
    en="Your answer is 1 + eˣ: its natural logarithm is still to be taken.",
)
def _(z):
    return 1 + math.exp(z)


@wrong(
    "elu",
    "no-minus-one",
    zh="你的答案正好是 eˣ：還要減 1。",
    en="Your answer is eˣ: 1 is still to be subtracted.",
)
def _(z):
    return math.exp(z) if z < 0 else None


@wrong(
    "elu",
    "wrong-side",
    zh="你的答案正好對正的 x 用了 eˣ − 1：x ≥ 0 時就是 x。",
    en="Your answer uses eˣ − 1 for a positive x: for x ≥ 0 it is x itself.",
)
def _(z):
    return math.exp(z) - 1 if z > 0 else None


@wrong(
    "elu",
    "negative-kept",
    zh="你的答案就是 x：x 是負的時候是 α(eˣ − 1)。",
    en="Your answer is x itself: for a negative x it is α(eˣ − 1).",
)
def _(z):
    return z


@wrong(
    "selu",
    "no-scale",
    zh="你的答案正好少乘了 λ：兩邊都要乘 λ。",
    en="Your answer lacks the factor λ, which stands on both sides.",
)
def _(z):
    return z if z >= 0 else float(ALPHA) * (math.exp(z) - 1)


@wrong(
    "selu",
    "no-alpha",
    zh="你的答案正好少乘了 α：x 是負的時候是 λα(eˣ − 1)。",
    en="Your answer lacks the factor α: for a negative x it is λα(eˣ − 1).",
)
def _(z):
    return float(LAM) * (math.exp(z) - 1) if z < 0 else None


@wrong(
    "selu",
    "no-minus-one",
    zh="你的答案正好沒有減 1：括號裡是 eˣ − 1。",
    en="Your answer lacks the −1: in the parentheses stands eˣ − 1.",
)
def _(z):
    return float(LAM * ALPHA) * math.exp(z) if z < 0 else None


@wrong(
    "swish",
    "x-forgotten",
    zh="你的答案正好是 sigmoid 的值：分子是 x，不是 1。",
    en="Your answer is sigmoid's: the numerator is x, not 1.",
)
def _(z):
    return sigmoid(z)


@wrong(
    "swish",
    "exponent-sign",
    zh="你的答案正好是 x/(1 + eˣ)：次方是 −x。",
    en="Your answer is x/(1 + eˣ): the exponent is −x.",
)
def _(z):
    return z * sigmoid(-z)


@wrong(
    "mish",
    "no-tanh",
    zh="你的答案正好少了 tanh：是 x·tanh(softplus(x))。",
    en="Your answer lacks tanh: it is x·tanh(softplus(x)).",
)
def _(z):
    return z * softplus(z)


@wrong(
    "mish",
    "x-forgotten",
    zh="你的答案正好少乘了 x：是 x·tanh(softplus(x))。",
    en="Your answer lacks the factor x: it is x·tanh(softplus(x)).",
)
def _(z):
    return math.tanh(softplus(z))


@wrong(
    "mish",
    "no-softplus",
    zh="你的答案正好是 x·tanh(x)：tanh 裡面是 softplus(x)。",
    en="Your answer is x·tanh(x): inside tanh stands softplus(x).",
)
def _(z):
    return z * math.tanh(z)
