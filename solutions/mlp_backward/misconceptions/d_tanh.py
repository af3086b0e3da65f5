"""Wrong versions of `d_tanh` that learners write."""

import numpy as np

from grader.authoring import misconception


@misconception(
    "d_tanh.value",
    zh="你回傳了 tanh(z) 本身。要的是它的導數 1 − tanh²(z)。見投影片「激勵函數」的 Tanh。",
    en=(
        "You return tanh(z) itself. Its derivative is due: 1 − tanh²(z). See Tanh on the "
        "slide “Activation functions”."
    ),
)
def d_tanh(z):
    return np.tanh(z)


@misconception(
    "d_tanh.z-as-output",
    zh=(
        "你算了 1 − z²，把 z 當成 tanh 的輸出。z 是激勵前的值，要先算 t = tanh(z)，再算 1 − "
        "t²。見投影片「激勵函數」的 Tanh。"
    ),
    en=(
        "You compute 1 − z², as if z were the output of tanh. z is the pre-activation: "
        "first t = tanh(z), then 1 − t². See Tanh on the slide “Activation functions”."
    ),
)
def d_tanh(z):
    return 1 - z**2.0


@misconception(
    "d_tanh.at-activation",
    zh=(
        "你把 tanh 套了兩次：在 tanh(z) 而不是 z 的地方求導數。只要算一次 t = tanh(z)，再算 1"
        " − t²。見投影片「激勵函數」的 Tanh。"
    ),
    en=(
        "tanh is applied twice: you take the derivative at tanh(z) and not at z. Compute t = "
        "tanh(z) once, then 1 − t². See Tanh on the slide “Activation functions”."
    ),
)
def d_tanh(z):
    return 1 - np.tanh(np.tanh(z)) ** 2


@misconception(
    "d_tanh.plus",
    zh=(
        "你算了 1 + tanh²(z)。應該是減號：斜率在 0 最大 (等於 1)，兩端趨近 0。見投影片「激勵"
        "函數」的 Tanh。"
    ),
    en=(
        "You compute 1 + tanh²(z). It is a minus: the slope is largest at 0, where it is 1, "
        "and near 0 at both ends. See Tanh on the slide “Activation functions”."
    ),
)
def d_tanh(z):
    return 1 + np.tanh(z) ** 2


@misconception(
    "d_tanh.not-squared",
    zh="你算了 1 − tanh(z)，忘了平方。應該是 1 − tanh²(z)。見投影片「激勵函數」的 Tanh。",
    en=(
        "You compute 1 − tanh(z); the square is missing. It is 1 − tanh²(z). See Tanh on "
        "the slide “Activation functions”."
    ),
)
def d_tanh(z):
    return 1 - np.tanh(z)


@misconception(
    "d_tanh.negative",
    zh=(
        "你的結果差一個負號。tanh 一路遞增，斜率 1 − tanh²(z) 一定不是負的。見投影片「激勵函"
        "數」的 Tanh。"
    ),
    en=(
        "The sign is wrong. tanh rises everywhere, so its slope 1 − tanh²(z) is never "
        "negative. See Tanh on the slide “Activation functions”."
    ),
)
def d_tanh(z):
    return np.tanh(z) ** 2 - 1


@misconception(
    "d_tanh.sigmoid-formula",
    zh=(
        "你算了 t(1 − t)，那是 sigmoid 的導數形式。tanh 的是 1 − t²。見投影片「激勵函數」的 Tanh。"
    ),
    en=(
        "You compute t(1 − t), the form of the derivative of the sigmoid. For tanh it is 1 − "
        "t². See Tanh on the slide “Activation functions”."
    ),
)
def d_tanh(z):
    t = np.tanh(z)
    return t * (1 - t)


@misconception(
    "d_tanh.sech-not-squared",
    zh=(
        "你算了 1/cosh(z)，忘了平方。tanh′ = 1/cosh²(z) = 1 − tanh²(z)。見投影片「激勵函數」"
        "的 Tanh。"
    ),
    en=(
        "You compute 1/cosh(z); the square is missing. tanh′ = 1/cosh²(z) = 1 − tanh²(z). "
        "See Tanh on the slide “Activation functions”."
    ),
)
def d_tanh(z):
    return 2 / (np.exp(z) + np.exp(-z))


@misconception(
    "d_tanh.cosh-squared",
    zh="你算了 cosh²(z)，忘了取倒數。tanh′ = 1/cosh²(z)。見投影片「激勵函數」的 Tanh。",
    en=(
        "You compute cosh²(z); the reciprocal is missing. tanh′ = 1/cosh²(z). See Tanh on "
        "the slide “Activation functions”."
    ),
)
def d_tanh(z):
    return np.cosh(z) ** 2


@misconception(
    "d_tanh.ordinary-tangent",
    zh=(
        "你用了三角函數 tan 的導數 1 + tan²(z) = 1/cos²(z)。這裡是雙曲正切 tanh：1 − tanh²"
        "(z)。見投影片「激勵函數」的 Tanh。"
    ),
    en=(
        "You use the derivative of the ordinary tangent, 1 + tan²(z) = 1/cos²(z). This is "
        "the hyperbolic one: 1 − tanh²(z). See Tanh on the slide “Activation functions”."
    ),
)
def d_tanh(z):
    return 1 / np.cos(z) ** 2


@misconception(
    "d_tanh.arctan",
    zh=(
        "你算了 1/(1 + z²)，那是 arctan 的導數。tanh 的是 1 − tanh²(z)。見投影片「激勵函數」"
        "的 Tanh。"
    ),
    en=(
        "You compute 1/(1 + z²), the derivative of arctan. For tanh it is 1 − tanh²(z). "
        "See Tanh on the slide “Activation functions”."
    ),
)
def d_tanh(z):
    return 1 / (1 + z**2.0)


@misconception(
    "d_tanh.square-inside",
    zh=(
        "你算了 1 − tanh(z²)。平方的是 tanh 的結果，不是 z：1 − (tanh z)²。見投影片「激勵函"
        "數」的 Tanh。"
    ),
    en=(
        "You compute 1 − tanh(z²). What is squared is the tanh, not z: 1 − (tanh z)². See "
        "Tanh on the slide “Activation functions”."
    ),
)
def d_tanh(z):
    return 1 - np.tanh(z**2.0)


@misconception(
    "d_tanh.only-squared",
    zh="你算了 tanh²(z)，忘了用 1 去減。應該是 1 − tanh²(z)。見投影片「激勵函數」的 Tanh。",
    en=(
        "You compute tanh²(z) and forgot to take it from 1. It is 1 − tanh²(z). See Tanh "
        "on the slide “Activation functions”."
    ),
)
def d_tanh(z):
    return np.tanh(z) ** 2


@misconception(
    "d_tanh.sigmoid-derivative",
    zh=(
        "你算了 σ(z)(1 − σ(z))，那是 sigmoid 的導數。tanh 的是 1 − tanh²(z)。見投影片「激"
        "勵函數」的 Tanh。"
    ),
    en=(
        "You compute σ(z)(1 − σ(z)), the derivative of the sigmoid. For tanh it is 1 − "
        "tanh²(z). See Tanh on the slide “Activation functions”."
    ),
)
def d_tanh(z):
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)


@misconception(
    "d_tanh.times-two-t",
    zh=(
        "你把 1 − t² 又微分了一次，得到 −2t 那一項。答案就是 1 − t² 本身，t = tanh(z)。見投"
        "影片「激勵函數」的 Tanh。"
    ),
    en=(
        "You differentiated 1 − t² once more and got a −2t. The answer is 1 − t² itself, t "
        "= tanh(z). See Tanh on the slide “Activation functions”."
    ),
)
def d_tanh(z):
    return -2 * np.tanh(z)


@misconception(
    "d_tanh.overflow",
    zh="公式對，但 |z| 很大時 e^{z} 或 e^{−z} 溢位，inf/inf 變成 nan。用 np.tanh 就不會。",
    en=(
        "The formula is right, but for large |z| e^{z} or e^{−z} overflows and inf/inf is "
        "nan. np.tanh does not."
    ),
)
def d_tanh(z):
    with np.errstate(all="ignore"):
        t = (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))
        return 1 - t**2


@misconception(
    "d_tanh.integers-truncated",
    zh="z 是整數時，你的結果也存進整數陣列 (例如 zeros_like(z))，小數全被截掉。請用 float 陣列。",
    en=(
        "When z holds integers, so does the array your result goes into (zeros_like(z), "
        "say), and the fractions are cut off. Use a float array."
    ),
)
def d_tanh(z):
    out = np.zeros_like(z)
    out[...] = 1 - np.tanh(z) ** 2
    return out


@misconception(
    "d_tanh.in-place",
    zh="答案對，但你把中間結果寫進了傳入的 z。呼叫的人之後還要用 z，請建立新的陣列。",
    en=(
        "The values are right, but you wrote into the z you were given. The caller still "
        "needs z: make a new array."
    ),
)
def d_tanh(z):
    result = 1 - np.tanh(z) ** 2
    if z.dtype.kind == "f":
        z[...] = result
    return result
