"""Wrong versions of `d_sigmoid` that learners write."""

import numpy as np

from grader.authoring import misconception


@misconception(
    "d_sigmoid.value",
    zh="你回傳了 σ(z) 本身。要的是它的導數 σ(z)(1 − σ(z))。見投影片「激勵函數」的 Sigmoid。",
    en=(
        "You return σ(z) itself. Its derivative is due: σ(z)(1 − σ(z)). See Sigmoid on "
        "the slide “Activation functions”."
    ),
)
def d_sigmoid(z):
    return 1 / (1 + np.exp(-z))


@misconception(
    "d_sigmoid.z-as-output",
    zh=(
        "你算了 z(1 − z)，把 z 當成 sigmoid 的輸出。z 是激勵前的值，要先算 s = σ(z)，再算 "
        "s(1 − s)。見投影片「激勵函數」的 Sigmoid。"
    ),
    en=(
        "You compute z(1 − z), as if z were the output of the sigmoid. z is the "
        "pre-activation: first s = σ(z), then s(1 − s). See Sigmoid on the slide "
        "“Activation functions”."
    ),
)
def d_sigmoid(z):
    return z * (1 - z)


@misconception(
    "d_sigmoid.at-activation",
    zh=(
        "你把 σ 套了兩次：在 σ(z) 而不是 z 的地方求導數。只要算一次 s = σ(z)，再算 s(1 − s)。"
        "見投影片「激勵函數」的 Sigmoid。"
    ),
    en=(
        "σ is applied twice: you take the derivative at σ(z) and not at z. Compute s = "
        "σ(z) once, then s(1 − s). See Sigmoid on the slide “Activation functions”."
    ),
)
def d_sigmoid(z):
    s = 1 / (1 + np.exp(-1 / (1 + np.exp(-z))))
    return s * (1 - s)


@misconception(
    "d_sigmoid.plus",
    zh=(
        "你算了 s(1 + s)。括號裡是減號：σ′ = s(1 − s)，在 0 最大，兩端趨近 0。見投影片「激"
        "勵函數」的 Sigmoid。"
    ),
    en=(
        "You compute s(1 + s). The bracket has a minus: σ′ = s(1 − s), largest at 0 and "
        "near 0 at both ends. See Sigmoid on the slide “Activation functions”."
    ),
)
def d_sigmoid(z):
    s = 1 / (1 + np.exp(-z))
    return s * (1 + s)


@misconception(
    "d_sigmoid.one-minus-only",
    zh=(
        "你的結果是 1 − σ(z) (也就是 e^{−z}/(1+e^{−z}))，少乘了 σ(z)；用商法則時，分母要平"
        "方。見投影片「激勵函數」的 Sigmoid。"
    ),
    en=(
        "You get 1 − σ(z), that is e^{−z}/(1+e^{−z}): the factor σ(z) is missing. In the "
        "quotient rule the denominator is squared. See Sigmoid on the slide “Activation "
        "functions”."
    ),
)
def d_sigmoid(z):
    return 1 - 1 / (1 + np.exp(-z))


@misconception(
    "d_sigmoid.squared",
    zh=(
        "你的結果是 σ(z)² (也就是 1/(1+e^{−z})²)，少了內層 e^{−z} 的導數。σ′ = s(1 − s)，"
        "不是 s·s。見投影片「激勵函數」的 Sigmoid。"
    ),
    en=(
        "You get σ(z)², that is 1/(1+e^{−z})²: the inner derivative e^{−z} is missing. "
        "σ′ = s(1 − s), not s·s. See Sigmoid on the slide “Activation functions”."
    ),
)
def d_sigmoid(z):
    return (1 / (1 + np.exp(-z))) ** 2


@misconception(
    "d_sigmoid.negative",
    zh=(
        "你的結果差一個負號。Sigmoid 一路遞增，斜率一定是正的；微分 e^{−z} 的負號會和商法則的"
        "負號抵消。見投影片「激勵函數」的 Sigmoid。"
    ),
    en=(
        "The sign is wrong. The sigmoid rises everywhere, so its slope is positive; the "
        "minus from e^{−z} cancels that of the quotient rule. See Sigmoid on the slide "
        "“Activation functions”."
    ),
)
def d_sigmoid(z):
    s = 1 / (1 + np.exp(-z))
    return s * (s - 1)


@misconception(
    "d_sigmoid.tanh-formula",
    zh=(
        "你算了 1 − σ(z)²，那是 tanh 的導數形式。Sigmoid 的是 s(1 − s)。見投影片「激勵函數」"
        "的 Sigmoid。"
    ),
    en=(
        "You compute 1 − σ(z)², the form of the derivative of tanh. For the sigmoid it is "
        "s(1 − s). See Sigmoid on the slide “Activation functions”."
    ),
)
def d_sigmoid(z):
    return 1 - (1 / (1 + np.exp(-z))) ** 2


@misconception(
    "d_sigmoid.sigma-times-one-minus-z",
    zh=("你算了 σ(z)(1 − z)。兩個因子都要用 s = σ(z)：s(1 − s)。見投影片「激勵函數」的 Sigmoid。"),
    en=(
        "You compute σ(z)(1 − z). Both factors use s = σ(z): s(1 − s). See Sigmoid on the "
        "slide “Activation functions”."
    ),
)
def d_sigmoid(z):
    return (1 - z) / (1 + np.exp(-z))


@misconception(
    "d_sigmoid.z-times-one-minus-sigma",
    zh=("你算了 z(1 − σ(z))。兩個因子都要用 s = σ(z)：s(1 − s)。見投影片「激勵函數」的 Sigmoid。"),
    en=(
        "You compute z(1 − σ(z)). Both factors use s = σ(z): s(1 − s). See Sigmoid on the "
        "slide “Activation functions”."
    ),
)
def d_sigmoid(z):
    return z * (1 - 1 / (1 + np.exp(-z)))


@misconception(
    "d_sigmoid.swish-derivative",
    zh=(
        "你算的是 swish 的導數 s + z·s(1 − s)。Sigmoid 前面沒有 z，導數只有 s(1 − s)。見投影"
        "片「激勵函數」的 Sigmoid。"
    ),
    en=(
        "This is the derivative of swish, s + z·s(1 − s). The sigmoid has no z in front: "
        "its derivative is s(1 − s). See Sigmoid on the slide “Activation functions”."
    ),
)
def d_sigmoid(z):
    s = 1 / (1 + np.exp(-z))
    return s + z * s * (1 - s)


@misconception(
    "d_sigmoid.tanh-derivative",
    zh=(
        "你算了 1 − tanh²(z)，那是 tanh 的導數。Sigmoid 的是 s(1 − s)，s = σ(z)。見投影片「"
        "激勵函數」的 Sigmoid。"
    ),
    en=(
        "You compute 1 − tanh²(z), the derivative of tanh. For the sigmoid it is s(1 − s) "
        "with s = σ(z). See Sigmoid on the slide “Activation functions”."
    ),
)
def d_sigmoid(z):
    return 1 - np.tanh(z) ** 2


@misconception(
    "d_sigmoid.times-z",
    zh="你多乘了一個 z。σ′(z) = s(1 − s)，已經是對 z 的導數。見投影片「激勵函數」的 Sigmoid。",
    en=(
        "There is an extra factor z. σ′(z) = s(1 − s) is already the derivative with "
        "respect to z. See Sigmoid on the slide “Activation functions”."
    ),
)
def d_sigmoid(z):
    s = 1 / (1 + np.exp(-z))
    return z * s * (1 - s)


@misconception(
    "d_sigmoid.overflow-negative",
    zh="公式對，但 z 很負時 e^{−z} 溢位，變成 inf/inf = nan。改用 s(1 − s)，s = σ(z) 就不會。",
    en=(
        "The formula is right, but for very negative z e^{−z} overflows and inf/inf is nan. "
        "Use s(1 − s) with s = σ(z)."
    ),
)
def d_sigmoid(z):
    with np.errstate(all="ignore"):
        return np.exp(-z) / (1 + np.exp(-z)) ** 2


@misconception(
    "d_sigmoid.overflow-positive",
    zh=(
        "公式對，但 z 很大時 e^{z} 溢位，變成 inf/inf = nan。改用 1/(1+e^{−z}) 算 s，再算 s(1"
        " − s)。"
    ),
    en=(
        "The formula is right, but for large z e^{z} overflows and inf/inf is nan. Compute s "
        "as 1/(1+e^{−z}), then s(1 − s)."
    ),
)
def d_sigmoid(z):
    with np.errstate(all="ignore"):
        s = np.exp(z) / (1 + np.exp(z))
        return s * (1 - s)


@misconception(
    "d_sigmoid.integers-truncated",
    zh="z 是整數時，你的結果也存進整數陣列 (例如 zeros_like(z))，小數全被截掉。請用 float 陣列。",
    en=(
        "When z holds integers, so does the array your result goes into (zeros_like(z), "
        "say), and the fractions are cut off. Use a float array."
    ),
)
def d_sigmoid(z):
    s = 1 / (1 + np.exp(-z))
    out = np.zeros_like(z)
    out[...] = s * (1 - s)
    return out


@misconception(
    "d_sigmoid.in-place",
    zh="答案對，但你把中間結果寫進了傳入的 z。呼叫的人之後還要用 z，請建立新的陣列。",
    en=(
        "The values are right, but you wrote into the z you were given. The caller still "
        "needs z: make a new array."
    ),
)
def d_sigmoid(z):
    s = 1 / (1 + np.exp(-z))
    result = s * (1 - s)
    if z.dtype.kind == "f":
        z[...] = result
    return result
