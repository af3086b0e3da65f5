"""Wrong versions of `d_softplus` that learners write."""

import numpy as np

from grader.authoring import misconception


@misconception(
    "d_softplus.value",
    zh=(
        "你回傳了 softplus(z) 本身。要的是它的導數 1/(1+e^{−βz})。見投影片「激勵函數」的 Softplus。"
    ),
    en=(
        "You return softplus(z) itself. Its derivative is due: 1/(1+e^{−βz}). See Softplus "
        "on the slide “Activation functions”."
    ),
)
def d_softplus(z, beta=1.0):
    return np.logaddexp(0, beta * z) / beta


@misconception(
    "d_softplus.sign-of-exponent",
    zh=(
        "你的結果是 1/(1+e^{βz})。指數要是 −βz；或者，微分 log 之後忘了再乘內層的 e^{βz}。"
        "見投影片「激勵函數」的 Softplus。"
    ),
    en=(
        "You get 1/(1+e^{βz}). The exponent is −βz; or, after differentiating the log, the "
        "inner factor e^{βz} was left out. See Softplus on the slide “Activation "
        "functions”."
    ),
)
def d_softplus(z, beta=1.0):
    return np.exp(-np.logaddexp(0, beta * z))


@misconception(
    "d_softplus.second-derivative",
    zh=(
        "你算了 s(1 − s)，那是 sigmoid 的導數，也就是 softplus 的二次導數。softplus 的導數是 "
        "sigmoid 本身。見投影片「激勵函數」的 Softplus。"
    ),
    en=(
        "You compute s(1 − s), the derivative of the sigmoid, hence the second one of "
        "softplus. The derivative of softplus is the sigmoid itself. See Softplus on the "
        "slide “Activation functions”."
    ),
)
def d_softplus(z, beta=1.0):
    s = np.exp(-np.logaddexp(0, -beta * z))
    return s * (1 - s)


@misconception(
    "d_softplus.step",
    zh=(
        "你給了 0 或 1，那是 ReLU 的導數。Softplus 是平滑的，斜率是 1/(1+e^{−βz})。見投影片"
        "「激勵函數」的 Softplus。"
    ),
    en=(
        "You give 0 or 1, the derivative of ReLU. Softplus is smooth: its slope is "
        "1/(1+e^{−βz}). See Softplus on the slide “Activation functions”."
    ),
)
def d_softplus(z, beta=1.0):
    return np.where(z > 0, 1.0, 0.0)


@misconception(
    "d_softplus.tanh",
    zh=(
        "你用了 tanh(βz)。斜率介於 0 與 1 之間，是 sigmoid：1/(1+e^{−βz})。見投影片「激勵函"
        "數」的 Softplus。"
    ),
    en=(
        "You use tanh(βz). The slope lies between 0 and 1; it is the sigmoid, "
        "1/(1+e^{−βz}). See Softplus on the slide “Activation functions”."
    ),
)
def d_softplus(z, beta=1.0):
    return np.tanh(beta * z)


@misconception(
    "d_softplus.exponential",
    zh="你的結果是 e^{βz}，忘了除以 1+e^{βz} (log 的導數)。見投影片「激勵函數」的 Softplus。",
    en=(
        "You get e^{βz}: the division by 1+e^{βz}, from the derivative of the log, is "
        "missing. See Softplus on the slide “Activation functions”."
    ),
)
def d_softplus(z, beta=1.0):
    return np.exp(beta * z)


@misconception(
    "d_softplus.minus-in-denominator",
    zh=(
        "你的分母是 1 − e^{−βz}，加號寫成了減號。應該是 1/(1+e^{−βz})。見投影片「激勵函數」"
        "的 Softplus。"
    ),
    en=(
        "Your denominator is 1 − e^{−βz}; the sign must be a plus: 1/(1+e^{−βz}). See "
        "Softplus on the slide “Activation functions”."
    ),
)
def d_softplus(z, beta=1.0):
    with np.errstate(all="ignore"):
        return 1 / (1 - np.exp(-beta * z))


@misconception(
    "d_softplus.times-z",
    zh=(
        "你多乘了一個 z (那是 swish)。softplus 的導數只有 1/(1+e^{−βz})。見投影片「激勵函數」"
        "的 Softplus。"
    ),
    en=(
        "There is an extra factor z (that is swish). The derivative of softplus is just "
        "1/(1+e^{−βz}). See Softplus on the slide “Activation functions”."
    ),
)
def d_softplus(z, beta=1.0):
    return z * np.exp(-np.logaddexp(0, -beta * z))


@misconception(
    "d_softplus.log-kept",
    zh=(
        "你回傳了 log(1/(1+e^{−βz}))，多了一個 log。微分之後 log 已經不在了。見投影片「激勵"
        "函數」的 Softplus。"
    ),
    en=(
        "You return log(1/(1+e^{−βz})): one log too many. After differentiating there is no "
        "log left. See Softplus on the slide “Activation functions”."
    ),
)
def d_softplus(z, beta=1.0):
    return -np.logaddexp(0, -beta * z)


@misconception(
    "d_softplus.beta-ignored",
    zh="你沒有用 β，算的是 1/(1+e^{−z})。指數裡是 −βz。見投影片「激勵函數」的 Softplus。",
    en=(
        "You do not use β: you compute 1/(1+e^{−z}). The exponent is −βz. See Softplus on "
        "the slide “Activation functions”."
    ),
)
def d_softplus(z, beta=1.0):
    return np.exp(-np.logaddexp(0, -z))


@misconception(
    "d_softplus.times-beta",
    zh="你多乘了 β。內層微分出來的 β 會和最前面的 1/β 抵消。見投影片「激勵函數」的 Softplus。",
    en=(
        "There is an extra factor β. The β from the inner derivative cancels the 1/β in "
        "front. See Softplus on the slide “Activation functions”."
    ),
)
def d_softplus(z, beta=1.0):
    return beta * np.exp(-np.logaddexp(0, -beta * z))


@misconception(
    "d_softplus.over-beta",
    zh="你還除以 β。最前面的 1/β 會和內層微分出來的 β 抵消。見投影片「激勵函數」的 Softplus。",
    en=(
        "You still divide by β. The 1/β in front cancels the β from the inner derivative. "
        "See Softplus on the slide “Activation functions”."
    ),
)
def d_softplus(z, beta=1.0):
    return np.exp(-np.logaddexp(0, -beta * z)) / beta


@misconception(
    "d_softplus.beta-divides-z",
    zh="你把 z 除以 β，應該是乘：1/(1+e^{−βz})。見投影片「激勵函數」的 Softplus。",
    en=(
        "You divide z by β where it is multiplied: 1/(1+e^{−βz}). See Softplus on the "
        "slide “Activation functions”."
    ),
)
def d_softplus(z, beta=1.0):
    return np.exp(-np.logaddexp(0, -z / beta))


@misconception(
    "d_softplus.over-beta-no-beta-inside",
    zh=(
        "你算了 (1/β)·1/(1+e^{−z})：指數裡少了 β，外面的 1/β 也該消掉。應該是 1/(1+e^{−β"
        "z})。見投影片「激勵函數」的 Softplus。"
    ),
    en=(
        "You compute (1/β)·1/(1+e^{−z}): β is missing in the exponent, and the 1/β in "
        "front should have cancelled. It is 1/(1+e^{−βz}). See Softplus on the slide "
        "“Activation functions”."
    ),
)
def d_softplus(z, beta=1.0):
    return np.exp(-np.logaddexp(0, -z)) / beta


@misconception(
    "d_softplus.overflow",
    zh="公式對，但 z 很大時 e^{βz} 溢位，變成 inf/inf = nan。改寫成 1/(1+e^{−βz}) 就不會。",
    en=(
        "The formula is right, but for large z e^{βz} overflows and inf/inf is nan. Write "
        "it as 1/(1+e^{−βz})."
    ),
)
def d_softplus(z, beta=1.0):
    with np.errstate(all="ignore"):
        return np.exp(beta * z) / (1 + np.exp(beta * z))


@misconception(
    "d_softplus.integers-truncated",
    zh="z 是整數時，你的結果也存進整數陣列 (例如 zeros_like(z))，小數全被截掉。請用 float 陣列。",
    en=(
        "When z holds integers, so does the array your result goes into (zeros_like(z), "
        "say), and the fractions are cut off. Use a float array."
    ),
)
def d_softplus(z, beta=1.0):
    out = np.zeros_like(z)
    out[...] = np.exp(-np.logaddexp(0, -beta * z))
    return out


@misconception(
    "d_softplus.in-place",
    zh=(
        "答案對，但你把中間結果寫進了傳入的 z (例如 z *= beta)。呼叫的人之後還要用 z，請建立"
        "新的陣列。"
    ),
    en=(
        "The values are right, but you wrote into the z you were given (z *= beta, say). The "
        "caller still needs z: make a new array."
    ),
)
def d_softplus(z, beta=1.0):
    result = np.exp(-np.logaddexp(0, -beta * z))
    if z.dtype.kind == "f":
        z[...] = result
    return result
