"""反向傳播的常見錯誤 / Known mistakes in `mlp_backward`, in the order of the functions."""

import numpy as np

from grader.authoring import Text, misconception
from grader.model import Misconception

CATALOGUE: list[Misconception] = []

# Right answers, of which the wrong ones of the two long functions are small changes.

LAYER = """\
def layer_backward(dA, Z, X, W, d_f):
    dZ = dA * d_f(Z)
    dX = W @ dZ
    dW = X @ dZ.T
    db = dZ.sum(axis=1, keepdims=True)
    return dX, dW, db
"""

NETWORK = """\
def mlp_backward(X, y, W1, b1, W2, b2, hidden, task):
    if hidden not in ("relu", "tanh", "sigmoid"):
        raise ValueError(hidden)
    if task not in ("regression", "binary", "multiclass"):
        raise ValueError(task)
    Z1 = W1.T @ X + b1
    A1 = {"relu": np.maximum(0, Z1), "tanh": np.tanh(Z1), "sigmoid": 1 / (1 + np.exp(-Z1))}[hidden]
    slope = {"relu": Z1 > 0, "tanh": 1 - A1**2, "sigmoid": A1 * (1 - A1)}[hidden]
    Z2 = W2.T @ A1 + b2
    S, E = 1 / (1 + np.exp(-Z2)), np.exp(Z2 - Z2.max(axis=0))
    Y_hat = {"regression": Z2, "binary": S, "multiclass": E / E.sum(axis=0)}[task]
    scale = {"regression": 2 / y.size, "binary": 1 / y.size, "multiclass": 1 / y.shape[1]}[task]
    dZ2 = scale * (Y_hat - y)
    dZ1 = W2 @ dZ2 * slope
    dW1, db1 = X @ dZ1.T, dZ1.sum(axis=1, keepdims=True)
    dW2, db2 = A1 @ dZ2.T, dZ2.sum(axis=1, keepdims=True)
    return dW1, db1, dW2, db2
"""


def changed(id, right, *edits, zh, en):
    """Enter into the catalogue, as `id`, the source `right` with each (old, new) put in."""
    source, name = right, id.split(".")[0]
    for old, new in edits:
        if source.count(old) != 1:
            raise ValueError(f"{id}: {old!r} is not there once")
        source = source.replace(old, new)
    made = {}
    exec(source, globals(), made)
    CATALOGUE.append(Misconception(id, name, Text(zh, en), made[name], source))


# --------------------------------------------------------------------------- d_linear


@misconception(
    "d_linear.identity",
    zh=(
        "你回傳了 z 本身，那是線性函數的值。要的是它的導數：f(z) = z 的斜率處處是 1。見投影片"
        "「激勵函數」。"
    ),
    en=(
        "You return z itself, the value of the linear function. Its derivative is due: the "
        "slope of f(z) = z is 1 everywhere. See the slide “Activation functions”."
    ),
)
def d_linear(z):
    return z * 1.0


@misconception(
    "d_linear.zero",
    zh=(
        "你回傳了 0，那是常數的導數。f(z) = z 的斜率是 1，回傳 0 會讓誤差傳不回去。見投影片「"
        "激勵函數」。"
    ),
    en=(
        "You return 0, the derivative of a constant. The slope of f(z) = z is 1; with 0 no "
        "error gets through. See the slide “Activation functions”."
    ),
)
def d_linear(z):
    return np.zeros(np.shape(z))


@misconception(
    "d_linear.single-number",
    zh=(
        "你只回傳了一個 1。導數是逐元素的，每個 z 都要有一個 1，形狀和 z 相同。見投影片「激勵"
        "函數」。"
    ),
    en=(
        "You return a single 1. The derivative is elementwise: one 1 for each z, in the "
        "shape of z. See the slide “Activation functions”."
    ),
)
def d_linear(z):
    return 1.0


@misconception(
    "d_linear.column-count",
    zh="你只看了 z 的第一個軸 (len(z))，二維的 z 就得到一維的答案。請用 z 的整個形狀。",
    en=(
        "You look at the first axis of z only (len(z)), so a 2-D z gives a 1-D answer. Use "
        "the whole shape of z."
    ),
)
def d_linear(z):
    return np.ones(len(z))


@misconception(
    "d_linear.z-over-z",
    zh="你用 z / z 得到 1，但 z 為 0 時是 0/0 = nan。斜率 1 和 z 的值無關。",
    en="You get 1 as z / z, which is 0/0 = nan where z is 0. The slope is 1 whatever z is.",
)
def d_linear(z):
    with np.errstate(all="ignore"):
        return z / z


@misconception(
    "d_linear.sign",
    zh=(
        "你在負的地方給了 −1 (或在 0 給了 0)。f(z) = z 是一條斜率 1 的直線，正負兩側都是 1。"
        "見投影片「激勵函數」。"
    ),
    en=(
        "You give −1 where z is negative (0 at 0). f(z) = z is a straight line of slope 1 on "
        "both sides. See the slide “Activation functions”."
    ),
)
def d_linear(z):
    return np.sign(z) * 1.0


@misconception(
    "d_linear.relu",
    zh=(
        "你在 z ≤ 0 的地方給了 0，那是 ReLU 的導數。線性函數沒有截斷，到處都是 1。見投影片「"
        "激勵函數」。"
    ),
    en=(
        "You give 0 where z ≤ 0, the derivative of ReLU. The linear function has no cut: 1 "
        "everywhere. See the slide “Activation functions”."
    ),
)
def d_linear(z):
    return np.where(z > 0, 1.0, 0.0)


@misconception(
    "d_linear.in-place",
    zh="答案對，但你把 1 寫進了傳入的 z 裡。呼叫的人之後還要用 z，請建立新的陣列。",
    en=(
        "The values are right, but you wrote the 1s into the z you were given. The caller "
        "still needs z: make a new array."
    ),
)
def d_linear(z):
    z[...] = 1
    return z


# --------------------------------------------------------------------------- d_sigmoid


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


# --------------------------------------------------------------------------- d_tanh


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


# --------------------------------------------------------------------------- d_relu


@misconception(
    "d_relu.value",
    zh=(
        "你回傳了 max(0, z) 本身 (正的地方還是 z)。要的是斜率：z > 0 是 1，其他是 0。見投影片"
        "「激勵函數」的 ReLU。"
    ),
    en=(
        "You return max(0, z) itself (still z where it is positive). The slope is due: 1 "
        "where z > 0, else 0. See ReLU on the slide “Activation functions”."
    ),
)
def d_relu(z):
    return np.maximum(0.0, z)


@misconception(
    "d_relu.one-at-zero",
    zh=(
        "你在 z = 0 給了 1 (用了 >=)。這裡約定 ReLU 在 0 的導數是 0，條件要用 z > 0。見投影片"
        "「激勵函數」的 ReLU。"
    ),
    en=(
        "You give 1 at z = 0 (>= in place of >). We agree that the derivative of ReLU at 0 "
        "is 0: the condition is z > 0. See ReLU on the slide “Activation functions”."
    ),
)
def d_relu(z):
    return np.where(z >= 0, 1.0, 0.0)


@misconception(
    "d_relu.half-at-zero",
    zh="你在 z = 0 給了 0.5。這裡約定 ReLU 在 0 的導數是 0。見投影片「激勵函數」的 ReLU。",
    en=(
        "You give 0.5 at z = 0. We agree that the derivative of ReLU at 0 is 0. See ReLU on "
        "the slide “Activation functions”."
    ),
)
def d_relu(z):
    return np.heaviside(z, 0.5)


@misconception(
    "d_relu.sign",
    zh="你在負的地方給了 −1。ReLU 在負的一側是平的，斜率是 0。見投影片「激勵函數」的 ReLU。",
    en=(
        "You give −1 where z is negative. ReLU is flat on that side: its slope there is 0. "
        "See ReLU on the slide “Activation functions”."
    ),
)
def d_relu(z):
    return np.sign(z) * 1.0


@misconception(
    "d_relu.minus-one-below",
    zh=(
        "你在 z ≤ 0 的地方給了 −1。ReLU 在負的一側是平的，斜率是 0，在 0 也約定是 0。"
        "見投影片「激勵函數」的 ReLU。"
    ),
    en=(
        "You give −1 where z ≤ 0. ReLU is flat on that side: its slope there is 0, and 0 at "
        "z = 0 too. See ReLU on the slide “Activation functions”."
    ),
)
def d_relu(z):
    return np.where(np.asarray(z) > 0, 1.0, -1.0)


@misconception(
    "d_relu.linear",
    zh=(
        "你到處都給 1，那是線性函數的導數。ReLU 在 z ≤ 0 的斜率是 0。見投影片「激勵函數」的 ReLU。"
    ),
    en=(
        "You give 1 everywhere, the derivative of the linear function. The slope of ReLU is "
        "0 where z ≤ 0. See ReLU on the slide “Activation functions”."
    ),
)
def d_relu(z):
    return np.ones(np.shape(z))


@misconception(
    "d_relu.reversed",
    zh="你把兩側弄反了：1 應該在 z > 0 那一側。見投影片「激勵函數」的 ReLU。",
    en=(
        "The two sides are swapped: the 1 belongs where z > 0. See ReLU on the slide "
        "“Activation functions”."
    ),
)
def d_relu(z):
    return np.where(z < 0, 1.0, 0.0)


@misconception(
    "d_relu.reversed-with-zero",
    zh="你把兩側弄反了，0 的地方也給了 1：1 只在 z > 0。見投影片「激勵函數」的 ReLU。",
    en=(
        "The two sides are swapped, and 0 gives 1 as well: the 1 is for z > 0 only. See ReLU "
        "on the slide “Activation functions”."
    ),
)
def d_relu(z):
    return np.where(z > 0, 0.0, 1.0)


@misconception(
    "d_relu.leaky",
    zh=(
        "你在負的地方給了 0.01，那是 Leaky ReLU。ReLU 在負側的斜率是 0。見投影片「激勵函數」"
        "的 ReLU。"
    ),
    en=(
        "You give 0.01 where z is negative: that is leaky ReLU. The slope of ReLU is 0 "
        "there. See ReLU on the slide “Activation functions”."
    ),
)
def d_relu(z):
    return np.where(z > 0, 1.0, 0.01)


@misconception(
    "d_relu.negative-passes",
    zh="你在 z ≤ 0 的地方回傳了 z 本身。那一側的斜率是 0。見投影片「激勵函數」的 ReLU。",
    en=(
        "You return z itself where z ≤ 0. The slope on that side is 0. See ReLU on the "
        "slide “Activation functions”."
    ),
)
def d_relu(z):
    return np.where(z > 0, 1.0, z)


@misconception(
    "d_relu.nonzero",
    zh="你只檢查 z 是不是 0，所以負的也得到 1。條件是 z > 0。見投影片「激勵函數」的 ReLU。",
    en=(
        "You only ask whether z is 0, so negative values get 1 too. The condition is z > 0. "
        "See ReLU on the slide “Activation functions”."
    ),
)
def d_relu(z):
    return np.where(z != 0, 1.0, 0.0)


@misconception(
    "d_relu.divided-by-z",
    zh=(
        "你用 max(0, z) / z 求斜率，z = 0 時變成 0/0 = nan。直接比較 z > 0 就好。見投影片「激"
        "勵函數」的 ReLU。"
    ),
    en=(
        "You get the slope as max(0, z) / z, which is 0/0 = nan at z = 0. Just compare z > "
        "0. See ReLU on the slide “Activation functions”."
    ),
)
def d_relu(z):
    with np.errstate(all="ignore"):
        return np.maximum(0, z) / z


@misconception(
    "d_relu.above-one",
    zh="你的門檻是 1，不是 0。ReLU 在 0 轉彎：z > 0 的斜率就是 1。見投影片「激勵函數」的 ReLU。",
    en=(
        "Your threshold is 1, not 0. ReLU bends at 0: the slope is 1 as soon as z > 0. See "
        "ReLU on the slide “Activation functions”."
    ),
)
def d_relu(z):
    return np.where(z > 1, 1.0, 0.0)


@misconception(
    "d_relu.zero",
    zh="你到處都給 0。z > 0 的地方斜率是 1，不然誤差完全傳不回去。見投影片「激勵函數」的 ReLU。",
    en=(
        "You give 0 everywhere. The slope is 1 where z > 0, or no error gets through at all. "
        "See ReLU on the slide “Activation functions”."
    ),
)
def d_relu(z):
    return np.zeros(np.shape(z))


@misconception(
    "d_relu.negative",
    zh="你的結果差一個負號。ReLU 在 z > 0 往上走，斜率是 +1。見投影片「激勵函數」的 ReLU。",
    en=(
        "The sign is wrong. ReLU rises where z > 0: its slope is +1. See ReLU on the slide "
        "“Activation functions”."
    ),
)
def d_relu(z):
    return np.where(z > 0, -1.0, 0.0)


@misconception(
    "d_relu.sigmoid",
    zh=(
        "你用了 sigmoid 這種平滑的近似。ReLU 的斜率只有 0 與 1 兩種。見投影片「激勵函數」的 ReLU。"
    ),
    en=(
        "You use the sigmoid, a smooth stand-in. The slope of ReLU is either 0 or 1. See "
        "ReLU on the slide “Activation functions”."
    ),
)
def d_relu(z):
    return 0.5 * (1 + np.tanh(z / 2))


@misconception(
    "d_relu.in-place",
    zh="答案對，但你把 0 與 1 寫進了傳入的 z。呼叫的人之後還要用 z，請先複製或用 np.where。",
    en=(
        "The values are right, but you wrote the 0s and 1s into the z you were given. The "
        "caller still needs z: copy it, or use np.where."
    ),
)
def d_relu(z):
    z[z <= 0] = 0
    z[z > 0] = 1
    return z


# --------------------------------------------------------------------------- d_leaky_relu


@misconception(
    "d_leaky_relu.value",
    zh=(
        "你回傳了 max(az, z) 本身。要的是斜率：z > 0 是 1，其他是 a。見投影片「激勵函數」的 "
        "Leaky ReLU。"
    ),
    en=(
        "You return max(az, z) itself. The slope is due: 1 where z > 0, else a. See Leaky "
        "ReLU on the slide “Activation functions”."
    ),
)
def d_leaky_relu(z, a=0.01):
    return np.maximum(a * z, z)


@misconception(
    "d_leaky_relu.one-at-zero",
    zh=(
        "你在 z = 0 給了 1 (用了 >=)。這裡約定在 0 的導數是 a，條件要用 z > 0。見投影片「激勵"
        "函數」的 Leaky ReLU。"
    ),
    en=(
        "You give 1 at z = 0 (>= in place of >). We agree on a at 0: the condition for 1 is "
        "z > 0. See Leaky ReLU on the slide “Activation functions”."
    ),
)
def d_leaky_relu(z, a=0.01):
    return np.where(z >= 0, 1.0, a)


@misconception(
    "d_leaky_relu.zero-at-zero",
    zh="你在 z = 0 給了 0。這裡約定在 0 的導數是 a。見投影片「激勵函數」的 Leaky ReLU。",
    en=(
        "You give 0 at z = 0. We agree that the derivative there is a. See Leaky ReLU on the "
        "slide “Activation functions”."
    ),
)
def d_leaky_relu(z, a=0.01):
    return np.where(z > 0, 1.0, np.where(z < 0, a, 0.0))


@misconception(
    "d_leaky_relu.mean-at-zero",
    zh=(
        "你在 z = 0 給了兩側斜率的平均。這裡約定在 0 的導數是 a。見投影片「激勵函數」的 Leaky"
        " ReLU。"
    ),
    en=(
        "You give the mean of the two slopes at z = 0. We agree that the derivative there is "
        "a. See Leaky ReLU on the slide “Activation functions”."
    ),
)
def d_leaky_relu(z, a=0.01):
    return np.where(z > 0, 1.0, np.where(z < 0, a, (1 + a) / 2))


@misconception(
    "d_leaky_relu.relu",
    zh=(
        "你在負的一側給了 0，那是 ReLU。Leaky ReLU 在那一側的斜率是 a，所以負的也還能學。見投"
        "影片「激勵函數」的 Leaky ReLU。"
    ),
    en=(
        "You give 0 on the negative side: that is ReLU. Leaky ReLU has slope a there, so "
        "that it goes on learning. See Leaky ReLU on the slide “Activation functions”."
    ),
)
def d_leaky_relu(z, a=0.01):
    return np.where(z > 0, 1.0, 0.0)


@misconception(
    "d_leaky_relu.relu-but-at-zero",
    zh=(
        "你在負的一側給了 0，只在 z = 0 給了 a。整個 z ≤ 0 的斜率都是 a。見投影片「激勵函數」"
        "的 Leaky ReLU。"
    ),
    en=(
        "You give 0 on the negative side and a only at z = 0. The slope is a for all z ≤ 0. "
        "See Leaky ReLU on the slide “Activation functions”."
    ),
)
def d_leaky_relu(z, a=0.01):
    return np.where(z > 0, 1.0, np.where(z < 0, 0.0, a))


@misconception(
    "d_leaky_relu.negative-slope",
    zh=(
        "你在負的一側給了 −a。函數在那裡是 az，仍然往上走，斜率是 +a。見投影片「激勵函數」的 "
        "Leaky ReLU。"
    ),
    en=(
        "You give −a on the negative side. The function is az there and still rises: its "
        "slope is +a. See Leaky ReLU on the slide “Activation functions”."
    ),
)
def d_leaky_relu(z, a=0.01):
    return np.where(z > 0, 1.0, -a)


@misconception(
    "d_leaky_relu.sides-swapped",
    zh="你把兩側的斜率弄反了：a 用在 z ≤ 0，1 用在 z > 0。見投影片「激勵函數」的 Leaky ReLU。",
    en=(
        "The two slopes are on the wrong sides: a is for z ≤ 0 and 1 for z > 0. See Leaky "
        "ReLU on the slide “Activation functions”."
    ),
)
def d_leaky_relu(z, a=0.01):
    return np.where(z > 0, a, 1.0)


@misconception(
    "d_leaky_relu.a-times-z",
    zh="你在負的一側給了 az，那是函數值。它的斜率是 a。見投影片「激勵函數」的 Leaky ReLU。",
    en=(
        "You give az on the negative side: that is the value. Its slope is a. See Leaky ReLU "
        "on the slide “Activation functions”."
    ),
)
def d_leaky_relu(z, a=0.01):
    return np.where(z > 0, 1.0, a * z)


@misconception(
    "d_leaky_relu.positive-is-z",
    zh="你在正的一側給了 z，那是函數值。它的斜率是 1。見投影片「激勵函數」的 Leaky ReLU。",
    en=(
        "You give z on the positive side: that is the value. Its slope is 1. See Leaky ReLU "
        "on the slide “Activation functions”."
    ),
)
def d_leaky_relu(z, a=0.01):
    return np.where(z > 0, z, a)


@misconception(
    "d_leaky_relu.added",
    zh=(
        "你把兩側加在一起，正的一側變成 1 + a。兩側是二選一：1 或 a。見投影片「激勵函數」的 "
        "Leaky ReLU。"
    ),
    en=(
        "You add the two slopes, so the positive side gets 1 + a. It is either 1 or a. See "
        "Leaky ReLU on the slide “Activation functions”."
    ),
)
def d_leaky_relu(z, a=0.01):
    return (z > 0) + a * np.ones(np.shape(z))


@misconception(
    "d_leaky_relu.one-minus-a",
    zh="你在負的一側給了 1 − a。斜率就是 a。見投影片「激勵函數」的 Leaky ReLU。",
    en=(
        "You give 1 − a on the negative side. The slope is a itself. See Leaky ReLU on the "
        "slide “Activation functions”."
    ),
)
def d_leaky_relu(z, a=0.01):
    return np.where(z > 0, 1.0, 1 - a)


@misconception(
    "d_leaky_relu.default-tenth",
    zh="a 的預設值應該是 0.01，你的是 0.1。",
    en="The default of a is 0.01; yours is 0.1.",
)
def d_leaky_relu(z, a=0.1):
    return np.where(z > 0, 1.0, a)


@misconception(
    "d_leaky_relu.default-two-tenths",
    zh="a 的預設值應該是 0.01，你的是 0.2。",
    en="The default of a is 0.01; yours is 0.2.",
)
def d_leaky_relu(z, a=0.2):
    return np.where(z > 0, 1.0, a)


@misconception(
    "d_leaky_relu.default-thousandth",
    zh="a 的預設值應該是 0.01，你的是 0.001。",
    en="The default of a is 0.01; yours is 0.001.",
)
def d_leaky_relu(z, a=0.001):
    return np.where(z > 0, 1.0, a)


@misconception(
    "d_leaky_relu.a-ignored",
    zh=(
        "你寫死了 0.01，沒有用參數 a。別人傳 a=0.2 時，負側的斜率就要是 0.2。見投影片「激勵函"
        "數」的 Leaky ReLU。"
    ),
    en=(
        "You wrote 0.01 into the code and do not use a. With a=0.2 the slope on the negative "
        "side must be 0.2. See Leaky ReLU on the slide “Activation functions”."
    ),
)
def d_leaky_relu(z, a=0.01):
    return np.where(z > 0, 1.0, 0.01)


@misconception(
    "d_leaky_relu.linear",
    zh="你到處都給 1。負的一側 (與 0) 的斜率是 a。見投影片「激勵函數」的 Leaky ReLU。",
    en=(
        "You give 1 everywhere. On the negative side, and at 0, the slope is a. See Leaky "
        "ReLU on the slide “Activation functions”."
    ),
)
def d_leaky_relu(z, a=0.01):
    return np.ones(np.shape(z))


@misconception(
    "d_leaky_relu.integers-truncated",
    zh="z 是整數時，你的結果存在整數陣列裡 (例如 ones_like(z))，a 就被截成 0。請用 float 陣列。",
    en=(
        "When z holds integers, so does your result (ones_like(z), say), and a is cut to 0. "
        "Use a float array."
    ),
)
def d_leaky_relu(z, a=0.01):
    out = np.ones_like(z)
    out[z <= 0] = a
    return out


@misconception(
    "d_leaky_relu.in-place",
    zh="答案對，但你把斜率寫進了傳入的 z。呼叫的人之後還要用 z，請先複製或用 np.where。",
    en=(
        "The values are right, but you wrote the slopes into the z you were given. The "
        "caller still needs z: copy it, or use np.where."
    ),
)
def d_leaky_relu(z, a=0.01):
    result = np.where(z > 0, 1.0, a)
    if z.dtype.kind == "f":
        z[...] = result
    return result


# --------------------------------------------------------------------------- d_softplus


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


# --------------------------------------------------------------------------- layer_backward


changed(
    "layer_backward.derivative-missing",
    LAYER,
    (" * d_f(Z)", ""),
    zh=(
        "你沒有乘上 f′(Z)，直接把 dA 當成 dZ。連鎖律：dZ = dA ⊙ f′(Z)。見投影片「深度學習"
        "訓練流程」的反向傳播。"
    ),
    en=(
        "f′(Z) is missing: you use dA as dZ. By the chain rule dZ = dA ⊙ f′(Z). See "
        "backward propagation on the slide “Deep learning training process”."
    ),
)


changed(
    "layer_backward.times-z",
    LAYER,
    ("d_f(Z)", "Z"),
    zh="你乘的是 Z，不是 f′(Z)。dZ = dA ⊙ d_f(Z)。見投影片「深度學習訓練流程」的反向傳播。",
    en=(
        "You multiply by Z, not by f′(Z). dZ = dA ⊙ d_f(Z). See backward propagation on "
        "the slide “Deep learning training process”."
    ),
)


changed(
    "layer_backward.derivative-at-upstream",
    LAYER,
    ("d_f(Z", "d_f(dA"),
    zh=(
        "你把 dA 代入 d_f。導數要在激勵前的 Z 求值：dZ = dA ⊙ d_f(Z)。見投影片「深度學習訓練"
        "流程」的反向傳播。"
    ),
    en=(
        "You put dA into d_f. The derivative is taken at the pre-activation Z: dZ = dA ⊙ "
        "d_f(Z). See backward propagation on the slide “Deep learning training process”."
    ),
)


changed(
    "layer_backward.derivative-of-product",
    LAYER,
    ("dA * d_f(", "d_f(dA * "),
    zh=(
        "你算了 d_f(dA ⊙ Z)。先求 d_f(Z)，再和 dA 逐元素相乘。見投影片「深度學習訓練流程」的"
        "反向傳播。"
    ),
    en=(
        "You compute d_f(dA ⊙ Z). First d_f(Z), then multiply it by dA elementwise. See "
        "backward propagation on the slide “Deep learning training process”."
    ),
)


changed(
    "layer_backward.derivative-only",
    LAYER,
    ("dA * d_f", "d_f"),
    zh=(
        "你的 dZ 只有 d_f(Z)，沒有乘上後面傳回來的 dA。dZ = dA ⊙ d_f(Z)。見投影片「深度學習"
        "訓練流程」的反向傳播。"
    ),
    en=(
        "Your dZ is d_f(Z) alone, without the dA that comes from behind. dZ = dA ⊙ d_f(Z). "
        "See backward propagation on the slide “Deep learning training process”."
    ),
)


changed(
    "layer_backward.derivative-twice",
    LAYER,
    ("d_f(Z", "d_f(d_f(Z)"),
    zh=(
        "你把 d_f 套了兩次：d_f(d_f(Z))。只在 Z 求一次：dZ = dA ⊙ d_f(Z)。見投影片「深度學習"
        "訓練流程」的反向傳播。"
    ),
    en=(
        "d_f is applied to its own result, d_f(d_f(Z)). Apply it once, at Z: dZ = dA ⊙ "
        "d_f(Z). See backward propagation on the slide “Deep learning training process”."
    ),
)


changed(
    "layer_backward.derivative-squared",
    LAYER,
    ("d_f(Z)", "d_f(Z) ** 2"),
    zh=(
        "你把 d_f(Z) 乘了兩次。連鎖律只乘一次：dZ = dA ⊙ d_f(Z)。見投影片「深度學習訓練流程」"
        "的反向傳播。"
    ),
    en=(
        "You multiply by d_f(Z) twice. The chain rule does so once: dZ = dA ⊙ d_f(Z). See "
        "backward propagation on the slide “Deep learning training process”."
    ),
)


changed(
    "layer_backward.at-activation-tanh",
    LAYER,
    ("d_f(Z", "d_f(np.tanh(Z)"),
    zh=(
        "你先把 Z 套上 tanh 才代入 d_f。d_f 要的是激勵前的 Z，不是激勵後的 A。見投影片「深度"
        "學習訓練流程」的反向傳播。"
    ),
    en=(
        "You put Z through tanh before giving it to d_f. d_f wants the pre-activation Z, not "
        "A = f(Z). See backward propagation on the slide “Deep learning training process”."
    ),
)


changed(
    "layer_backward.at-activation-sigmoid",
    LAYER,
    ("d_f(Z", "d_f(1 / (1 + np.exp(-Z))"),
    zh=(
        "你先把 Z 套上 sigmoid 才代入 d_f。d_f 要的是激勵前的 Z，不是激勵後的 A。見投影片「深"
        "度學習訓練流程」的反向傳播。"
    ),
    en=(
        "You put Z through the sigmoid before giving it to d_f. d_f wants the pre-activation "
        "Z, not A = f(Z). See backward propagation on the slide “Deep learning training "
        "process”."
    ),
)


changed(
    "layer_backward.at-activation-relu",
    LAYER,
    ("d_f(Z", "d_f(np.maximum(0, Z)"),
    zh=(
        "你先把 Z 套上 ReLU 才代入 d_f。d_f 要的是激勵前的 Z，不是激勵後的 A。見投影片「深度"
        "學習訓練流程」的反向傳播。"
    ),
    en=(
        "You put Z through ReLU before giving it to d_f. d_f wants the pre-activation Z, not "
        "A = f(Z). See backward propagation on the slide “Deep learning training process”."
    ),
)


changed(
    "layer_backward.without-bias",
    LAYER,
    ("d_f(Z", "d_f(W.T @ X"),
    zh=(
        "你自己重算了 WᵀX 代入 d_f，少了偏差。傳進來的 Z 已經含有 b，直接用 d_f(Z)。前向是 Z "
        "= WᵀX + b，見投影片「神經元計算」。"
    ),
    en=(
        "You give d_f a WᵀX of your own, without the bias. The Z you are given includes b: "
        "use d_f(Z). Forward was Z = WᵀX + b; see the slide “Computing a neuron”."
    ),
)


changed(
    "layer_backward.matrix-product",
    LAYER,
    ("dA *", "dA @"),
    zh=(
        "你用矩陣乘法算 dA 與 d_f(Z)。激勵函數是逐元素的，所以這裡是逐元素相乘 (*)。見投影片"
        "「深度學習訓練流程」的反向傳播。"
    ),
    en=(
        "You take the matrix product of dA and d_f(Z). The activation is elementwise, so "
        "this product is elementwise (*). See backward propagation on the slide “Deep "
        "learning training process”."
    ),
)


@misconception(
    "layer_backward.divided-by-derivative",
    zh=("你除以了 f′(Z)。連鎖律是相乘：dZ = dA ⊙ f′(Z)。見投影片「深度學習訓練流程」的反向傳播。"),
    en=(
        "You divide by f′(Z). The chain rule multiplies: dZ = dA ⊙ f′(Z). See backward "
        "propagation on the slide “Deep learning training process”."
    ),
)
def layer_backward(dA, Z, X, W, d_f):
    with np.errstate(all="ignore"):
        dZ = dA / d_f(Z)
        return W @ dZ, X @ dZ.T, dZ.sum(axis=1, keepdims=True)


changed(
    "layer_backward.added",
    LAYER,
    ("dA *", "dA +"),
    zh=(
        "你把 dA 與 f′(Z) 相加。連鎖律是相乘：dZ = dA ⊙ f′(Z)。見投影片「深度學習訓練流程」"
        "的反向傳播。"
    ),
    en=(
        "You add dA and f′(Z). The chain rule multiplies: dZ = dA ⊙ f′(Z). See backward "
        "propagation on the slide “Deep learning training process”."
    ),
)


changed(
    "layer_backward.negative",
    LAYER,
    ("dA *", "-dA *"),
    zh=(
        "三個梯度都差一個負號。這裡求的是梯度本身；減號是更新參數時才用的。見投影片「深度學習"
        "訓練流程」的反向傳播。"
    ),
    en=(
        "All three gradients have the wrong sign. The gradient itself is due; the minus "
        "belongs to the update. See backward propagation on the slide “Deep learning "
        "training process”."
    ),
)


changed(
    "layer_backward.dx-w-transposed",
    LAYER,
    ("W @ dZ", "W.T @ dZ"),
    zh=(
        "dX 用了 Wᵀ。前向乘的是 Wᵀ，往回傳要乘 W：dX = W dZ。前向是 Z = WᵀX + b，見投影片「神"
        "經元計算」。"
    ),
    en=(
        "You use Wᵀ in dX. Forward multiplied by Wᵀ, so going back multiplies by W: dX = W "
        "dZ. Forward was Z = WᵀX + b; see the slide “Computing a neuron”."
    ),
)


changed(
    "layer_backward.dx-transposed",
    LAYER,
    ("W @ dZ", "dZ.T @ W.T"),
    zh=(
        "你的 dX 是轉置的 (N, n_in)。X 的一個樣本是一行 (column)，dX = W dZ 的形狀是 (n_in, N)。"
        "前向是 Z = WᵀX + b，見投影片「神經元計算」。"
    ),
    en=(
        "Your dX is transposed, (N, n_in). A sample is a column of X; dX = W dZ has shape "
        "(n_in, N). Forward was Z = WᵀX + b; see the slide “Computing a neuron”."
    ),
)


changed(
    "layer_backward.dx-from-da",
    LAYER,
    ("W @ dZ", "W @ dA"),
    zh=(
        "dX 用了 dA，沒有乘 f′(Z)。三個梯度都要從 dZ = dA ⊙ f′(Z) 出發。見投影片「深度學習"
        "訓練流程」的反向傳播。"
    ),
    en=(
        "dX uses dA, without f′(Z). All three gradients start from dZ = dA ⊙ f′(Z). See "
        "backward propagation on the slide “Deep learning training process”."
    ),
)


changed(
    "layer_backward.dx-derivative-twice",
    LAYER,
    ("W @ dZ", "W @ (dZ * d_f(Z))"),
    zh=(
        "dX 裡 f′(Z) 乘了兩次：dZ = dA ⊙ f′(Z) 已經含了它，dX = W dZ 就好。見投影片「深度學習"
        "訓練流程」的反向傳播。"
    ),
    en=(
        "dX has f′(Z) twice: dZ = dA ⊙ f′(Z) holds it already, and dX = W dZ. See backward "
        "propagation on the slide “Deep learning training process”."
    ),
)


changed(
    "layer_backward.dw-from-da",
    LAYER,
    ("dZ.T", "dA.T"),
    zh=(
        "dW 用了 dA，沒有乘 f′(Z)。三個梯度都要從 dZ = dA ⊙ f′(Z) 出發。見投影片「深度學習"
        "訓練流程」的反向傳播。"
    ),
    en=(
        "dW uses dA, without f′(Z). All three gradients start from dZ = dA ⊙ f′(Z). See "
        "backward propagation on the slide “Deep learning training process”."
    ),
)


changed(
    "layer_backward.db-from-da",
    LAYER,
    ("dZ.sum", "dA.sum"),
    zh=(
        "db 加總的是 dA，沒有乘 f′(Z)。三個梯度都要從 dZ = dA ⊙ f′(Z) 出發。見投影片「深度"
        "學習訓練流程」的反向傳播。"
    ),
    en=(
        "db sums dA, without f′(Z). All three gradients start from dZ = dA ⊙ f′(Z). See "
        "backward propagation on the slide “Deep learning training process”."
    ),
)


changed(
    "layer_backward.dw-transposed",
    LAYER,
    ("X @ dZ.T", "dZ @ X.T"),
    zh=(
        "你的 dW 是轉置的 (n_out, n_in)。W 的形狀是 (n_in, n_out)，所以 dW = X dZᵀ。前向是 Z "
        "= WᵀX + b，見投影片「神經元計算」。"
    ),
    en=(
        "Your dW is transposed, (n_out, n_in). W is (n_in, n_out), so dW = X dZᵀ. Forward "
        "was Z = WᵀX + b; see the slide “Computing a neuron”."
    ),
)


changed(
    "layer_backward.dw-elementwise",
    LAYER,
    ("@ dZ.T", "* dZ"),
    zh=(
        "dW 用了逐元素相乘。每個權重要把所有樣本的貢獻加起來，所以是矩陣乘法 X dZᵀ。前向是 Z "
        "= WᵀX + b，見投影片「神經元計算」。"
    ),
    en=(
        "dW is an elementwise product. Each weight adds up the contributions of all samples: "
        "the matrix product X dZᵀ. Forward was Z = WᵀX + b; see the slide “Computing a "
        "neuron”."
    ),
)


changed(
    "layer_backward.dw-not-transposed",
    LAYER,
    ("dZ.T", "dZ"),
    zh=(
        "dW 算成 X dZ，少了轉置。X 是 (n_in, N)、dZ 是 (n_out, N)，所以是 X dZᵀ。前向是 Z = W"
        "ᵀX + b，見投影片「神經元計算」。"
    ),
    en=(
        "dW is X dZ; the transpose is missing. X is (n_in, N) and dZ (n_out, N), so it is X "
        "dZᵀ. Forward was Z = WᵀX + b; see the slide “Computing a neuron”."
    ),
)


changed(
    "layer_backward.dx-elementwise",
    LAYER,
    ("W @ dZ", "W * dZ"),
    zh=(
        "dX 用了逐元素相乘 W * dZ。每個輸入接到所有輸出神經元，所以是矩陣乘法 W dZ。前向是 Z "
        "= WᵀX + b，見投影片「神經元計算」。"
    ),
    en=(
        "dX is the elementwise product W * dZ. Each input feeds all the outputs: the matrix "
        "product W dZ. Forward was Z = WᵀX + b; see the slide “Computing a neuron”."
    ),
)


changed(
    "layer_backward.averaged-again",
    LAYER,
    ("d_f(Z)", "d_f(Z) / X.shape[1]"),
    zh="三個梯度都又除以 N。平均的 1/N 已經在 dA 裡，不要再除一次。見投影片「損失函數」。",
    en=(
        "All three gradients are divided by N once more. The 1/N of the mean is already in "
        "dA. See the slide “Loss functions”."
    ),
)


changed(
    "layer_backward.parameters-averaged-again",
    LAYER,
    ("dZ.T", "dZ.T / X.shape[1]"),
    ("dZ.sum", "dZ.mean"),
    zh="dW 與 db 又除以 N。平均的 1/N 已經在 dA 裡，不要再除一次。見投影片「損失函數」。",
    en=(
        "dW and db are divided by N once more. The 1/N of the mean is already in dA. See the "
        "slide “Loss functions”."
    ),
)


changed(
    "layer_backward.dw-averaged-again",
    LAYER,
    ("dZ.T", "dZ.T / X.shape[1]"),
    zh="dW 又除以 N。平均的 1/N 已經在 dA 裡，不要再除一次。見投影片「損失函數」。",
    en=(
        "dW is divided by N once more. The 1/N of the mean is already in dA. See the slide "
        "“Loss functions”."
    ),
)


changed(
    "layer_backward.db-mean",
    LAYER,
    ("dZ.sum", "dZ.mean"),
    zh=(
        "db 取了平均。所有樣本共用 b，要把 dZ 對樣本加總；1/N 已經在 dA 裡。見投影片「深度學"
        "習訓練流程」的反向傳播。"
    ),
    en=(
        "db is a mean. All samples share b, so sum dZ over the samples; the 1/N is already "
        "in dA. See backward propagation on the slide “Deep learning training process”."
    ),
)


changed(
    "layer_backward.db-not-summed",
    LAYER,
    ("dZ.sum(axis=1, keepdims=True)", "dZ"),
    zh=(
        "db 沒有對樣本加總，直接回傳了 dZ。b 被每個樣本共用：沿 axis=1 加總，形狀 (n_out, 1)。"
        "見投影片「深度學習訓練流程」的反向傳播。"
    ),
    en=(
        "db is dZ itself, not summed over the samples. All samples share b: sum along axis "
        "1, shape (n_out, 1). See backward propagation on the slide “Deep learning training "
        "process”."
    ),
)


changed(
    "layer_backward.db-one-axis",
    LAYER,
    (", keepdims=True", ""),
    zh=(
        "db 的形狀是 (n_out，)。b 是 (n_out, 1)，請用 keepdims=True，不然之後 b − lr·db 會廣"
        "播成方陣。"
    ),
    en=(
        "db has shape (n_out,). b is (n_out, 1): use keepdims=True, or b − lr·db will "
        "broadcast to a square."
    ),
)


changed(
    "layer_backward.db-over-neurons",
    LAYER,
    ("axis=1", "axis=0"),
    zh=(
        "db 沿 axis=0 加總，把神經元加在一起了。要對樣本加總：axis=1。見投影片「深度學習訓練"
        "流程」的反向傳播。"
    ),
    en=(
        "db sums along axis 0, over the neurons. Sum over the samples: axis 1. See backward "
        "propagation on the slide “Deep learning training process”."
    ),
)


changed(
    "layer_backward.db-total",
    LAYER,
    ("axis=1, keepdims=True", ""),
    zh=(
        "db 把整個 dZ 加成一個數。每個神經元有自己的 b：只沿 axis=1 加總。見投影片「深度學習"
        "訓練流程」的反向傳播。"
    ),
    en=(
        "db adds all of dZ into one number. Each neuron has a b of its own: sum along axis 1 "
        "only. See backward propagation on the slide “Deep learning training process”."
    ),
)


changed(
    "layer_backward.last-sample-only",
    LAYER,
    (" @ dZ.T", "[:, -1:] @ dZ[:, -1:].T"),
    ("dZ.sum(axis=1, keepdims=True)", "dZ[:, -1:]"),
    zh=(
        "dW 與 db 只剩最後一個樣本的貢獻。迴圈裡要用 += 累加每個樣本。見投影片「深度學習訓練"
        "流程」的反向傳播。"
    ),
    en=(
        "Only the last sample is left in dW and db. In the loop over samples use += to add "
        "them up. See backward propagation on the slide “Deep learning training process”."
    ),
)


changed(
    "layer_backward.order-dw-db-dx",
    LAYER,
    ("dX, dW, db", "dW, db, dX"),
    zh="數值對，但順序是 (dW, db, dX)。要回傳 (dX, dW, db)。",
    en="The gradients are right but come as (dW, db, dX). Return (dX, dW, db).",
)


changed(
    "layer_backward.order-dw-dx-db",
    LAYER,
    ("dX, dW", "dW, dX"),
    zh="數值對，但 dX 與 dW 的順序反了。要回傳 (dX, dW, db)。",
    en="The gradients are right but dX and dW are swapped. Return (dX, dW, db).",
)


@misconception(
    "layer_backward.integers-truncated",
    zh="參數是整數時，你的 dW 存進整數陣列 (例如 zeros_like(W))，小數被截掉。請用 float 陣列。",
    en=(
        "When W holds integers, so does your dW (zeros_like(W), say), and the fractions are "
        "cut off. Use a float array."
    ),
)
def layer_backward(dA, Z, X, W, d_f):
    dZ = dA * d_f(Z)
    dW = np.zeros_like(W)
    dW[...] = X @ dZ.T
    return W @ dZ, dW, dZ.sum(axis=1, keepdims=True)


@misconception(
    "layer_backward.in-place",
    zh="答案對，但 dA *= d_f(Z) 改掉了傳入的 dA。請寫成 dZ = dA * d_f(Z)，用新的陣列。",
    en=(
        "The values are right, but dA *= d_f(Z) changes the dA you were given. Write dZ = dA "
        "* d_f(Z), a new array."
    ),
)
def layer_backward(dA, Z, X, W, d_f):
    dZ = dA * d_f(Z)
    if dA.dtype.kind == "f":
        dA[...] = dZ
    return W @ dZ, X @ dZ.T, dZ.sum(axis=1, keepdims=True)


# --------------------------------------------------------------------------- mlp_backward


changed(
    "mlp_backward.negative",
    NETWORK,
    ("Y_hat - y", "y - Y_hat"),
    zh=(
        "四個梯度都差一個負號：誤差要是 Ŷ − y，不是 y − Ŷ。更新時的減號不屬於梯度。見投影片「"
        "深度學習訓練流程」的反向傳播。"
    ),
    en=(
        "All four gradients have the wrong sign: the error is Ŷ − y, not y − Ŷ. The minus of "
        "the update is not part of the gradient. See backward propagation on the slide "
        "“Deep learning training process”."
    ),
)


changed(
    "mlp_backward.not-averaged",
    NETWORK,
    (
        '{"regression": 2 / y.size, "binary": 1 / y.size, "multiclass": 1 / y.shape[1]}[task]',
        '2 if task == "regression" else 1',
    ),
    zh=(
        "你沒有除以樣本數。三種損失都是平均，梯度也要帶著 1/N (MSE、BCE 是每個元素)。見投影片"
        "「損失函數 (迴歸問題)」。"
    ),
    en=(
        "You do not divide by the number of samples. All three losses are means, so the "
        "gradients carry 1/N (every element for MSE and BCE). See the slide “Loss functions "
        "(regression)”."
    ),
)


changed(
    "mlp_backward.averaged-twice",
    NETWORK,
    ("return dW1, db1, dW2, db2", "n = X.shape[1]\n    return dW1 / n, db1 / n, dW2 / n, db2 / n"),
    zh=(
        "你除以 N 兩次：dZ2 已經除過，dW 與 db 又除了一次。整條路只除一次。見投影片「損失函數"
        " (迴歸問題)」。"
    ),
    en=(
        "You divide by N twice: dZ2 has it already, and dW and db have it again. Divide once "
        "on the whole way. See the slide “Loss functions (regression)”."
    ),
)


changed(
    "mlp_backward.biases-not-averaged",
    NETWORK,
    ("return dW1, db1, dW2,", "n = X.shape[1]\n    return dW1, n * db1, dW2, n *"),
    zh=(
        "dW 有除以 N，db 卻沒有。損失是平均，偏差的梯度也要帶 1/N。見投影片「深度學習訓練流程」"
        "的反向傳播。"
    ),
    en=(
        "dW is divided by N but db is not. The loss is a mean, so the gradients of the "
        "biases carry 1/N too. See backward propagation on the slide “Deep learning "
        "training process”."
    ),
)


changed(
    "mlp_backward.biases-averaged-again",
    NETWORK,
    ("return dW1, db1, dW2, db2", "n = X.shape[1]\n    return dW1, db1 / n, dW2, db2 / n"),
    zh=(
        "db 又取了一次平均。1/N 已經在 dZ2 裡，db 對樣本加總就好。見投影片「深度學習訓練流程」"
        "的反向傳播。"
    ),
    en=(
        "db is averaged once more. The 1/N is already in dZ2: just sum db over the samples. "
        "See backward propagation on the slide “Deep learning training process”."
    ),
)


changed(
    "mlp_backward.weights-averaged-again",
    NETWORK,
    ("return dW1, db1, dW2", "n = X.shape[1]\n    return dW1 / n, db1, dW2 / n"),
    zh="dW 又除了一次 N。1/N 已經在 dZ2 裡，不要再除。見投影片「深度學習訓練流程」的反向傳播。",
    en=(
        "dW is divided by N once more. The 1/N is already in dZ2. See backward propagation "
        "on the slide “Deep learning training process”."
    ),
)


changed(
    "mlp_backward.mse-two-missing",
    NETWORK,
    ('": 2', '": 1'),
    zh=(
        "迴歸少了係數 2：(ŷ − y)² 的導數是 2(ŷ − y)。這裡的 MSE 前面沒有 1/2。見投影片「損失"
        "函數 (迴歸問題)」。"
    ),
    en=(
        "The factor 2 is missing for regression: the derivative of (ŷ − y)² is 2(ŷ − y). "
        "This MSE has no 1/2 in front. See the slide “Loss functions (regression)”."
    ),
)


changed(
    "mlp_backward.mse-n-for-kn",
    NETWORK,
    ('2 / y.size, "', '2 / y.shape[1], "'),
    zh="迴歸只除以 N。MSE 對每個元素平均，k 個輸出時要除以 kN。見投影片「損失函數 (迴歸問題)」。",
    en=(
        "Regression is divided by N only. The MSE is a mean over every element: with k "
        "outputs divide by kN. See the slide “Loss functions (regression)”."
    ),
)


changed(
    "mlp_backward.ce-kn-for-n",
    NETWORK,
    ("y.shape[1]", "y.size"),
    zh="多元分類除以了 kN。Cross entropy 只除以樣本數 N。見投影片「損失函數 (分類問題)」。",
    en=(
        "Multi-class is divided by kN. The cross-entropy is divided by the number of samples "
        "N only. See the slide “Loss functions (classification)”."
    ),
)


changed(
    "mlp_backward.two-everywhere",
    NETWORK,
    ('1 / y.size, "multiclass": 1', '2 / y.size, "multiclass": 2'),
    zh="分類也乘了 2。2 來自 MSE 的平方，BCE 與 CE 沒有。見投影片「損失函數 (分類問題)」。",
    en=(
        "The classification tasks have a factor 2 as well. It comes from the square in the "
        "MSE; BCE and CE have none. See the slide “Loss functions (classification)”."
    ),
)


changed(
    "mlp_backward.binary-sigmoid-slope-again",
    NETWORK,
    ("- y)", '- y)\n    if task == "binary":\n        dZ2 = dZ2 * S * (1 - S)'),
    zh=(
        "二元分類又多乘了 σ′ = ŷ(1 − ŷ)。BCE 與 sigmoid 合起來就是 (ŷ − y)，σ′ 已經消掉了。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "For binary you multiply by σ′ = ŷ(1 − ŷ) once more. BCE and sigmoid together give "
        "ŷ − y: σ′ has cancelled. See the slide “Loss functions (classification)”."
    ),
)


changed(
    "mlp_backward.multiclass-softmax-slope-again",
    NETWORK,
    ("- y)", '- y)\n    if task == "multiclass":\n        dZ2 = dZ2 * Y_hat * (1 - Y_hat)'),
    zh=(
        "多元分類又多乘了 p(1 − p)。CE 與 softmax 合起來就是 (p − y)，不用再乘。見投影片「損"
        "失函數 (分類問題)」。"
    ),
    en=(
        "For multi-class you multiply by p(1 − p) once more. CE and softmax together give p "
        "− y already. See the slide “Loss functions (classification)”."
    ),
)


changed(
    "mlp_backward.output-slope-again",
    NETWORK,
    ("- y)", '- y)\n    if task != "regression":\n        dZ2 = dZ2 * Y_hat * (1 - Y_hat)'),
    zh=(
        "兩種分類都又多乘了 ŷ(1 − ŷ)。BCE + sigmoid、CE + softmax 合起來就是 (ŷ − y)。見投影"
        "片「損失函數 (分類問題)」。"
    ),
    en=(
        "Both classification tasks have an extra ŷ(1 − ŷ). BCE with sigmoid and CE with "
        "softmax give ŷ − y already. See the slide “Loss functions (classification)”."
    ),
)


changed(
    "mlp_backward.binary-chain-forgotten",
    NETWORK,
    ("- y)", '- y)\n    if task == "binary":\n        dZ2 = dZ2 / (S * (1 - S))'),
    zh=(
        "二元分類停在對 ŷ 的導數 (ŷ − y)/(ŷ(1 − ŷ))，忘了再乘 sigmoid 的導數。見投影片「損失"
        "函數 (分類問題)」。"
    ),
    en=(
        "For binary you stop at the derivative with respect to ŷ, (ŷ − y)/(ŷ(1 − ŷ)), and "
        "leave out the derivative of the sigmoid. See the slide “Loss functions "
        "(classification)”."
    ),
)


changed(
    "mlp_backward.multiclass-chain-forgotten",
    NETWORK,
    ("- y)", '- y)\n    if task == "multiclass":\n        dZ2 = -scale * y / Y_hat'),
    zh=(
        "多元分類停在對 p 的導數 −y/p，忘了再乘 softmax 的導數。合起來是 (p − y)/N。見投影片"
        "「損失函數 (分類問題)」。"
    ),
    en=(
        "For multi-class you stop at the derivative with respect to p, −y/p, and leave out "
        "that of softmax. Together they give (p − y)/N. See the slide “Loss functions "
        "(classification)”."
    ),
)


changed(
    "mlp_backward.multiclass-diagonal-only",
    NETWORK,
    ("- y)", '- y)\n    if task == "multiclass":\n        dZ2 = -scale * y * (1 - Y_hat)'),
    zh=(
        "softmax 的導數你只用了對角線 p(1 − p)。每個 logit 影響所有類別，合起來是 (p − y)/N。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You use only the diagonal p(1 − p) of the derivative of softmax. Each logit moves "
        "every class; together it is (p − y)/N. See the slide “Loss functions "
        "(classification)”."
    ),
)


changed(
    "mlp_backward.softmax-over-samples",
    NETWORK,
    ("E / E.sum(axis=0", "np.exp(Z2) / np.exp(Z2).sum(axis=1, keepdims=True"),
    zh=(
        "softmax 沿樣本 (axis=1) 做了。類別在 axis=0：每一行 (一個樣本) 加總為 1。見投影片「"
        "Softmax (分類問題)」。"
    ),
    en=(
        "softmax runs along the samples (axis 1). Classes are axis 0: each column, one "
        "sample, sums to 1. See the slide “Softmax (classification)”."
    ),
)


changed(
    "mlp_backward.softmax-over-everything",
    NETWORK,
    ("E / E.sum(axis=0", "np.exp(Z2) / np.exp(Z2).sum("),
    zh=(
        "softmax 的分母把整個矩陣都加進去了。要一個樣本一個樣本做：E.sum(axis=0)。見投影片「"
        "Softmax (分類問題)」。"
    ),
    en=(
        "The denominator of softmax adds up the whole matrix. Do it sample by sample: sum "
        "along axis 0. See the slide “Softmax (classification)”."
    ),
)


changed(
    "mlp_backward.multiclass-sigmoid",
    NETWORK,
    ("E / E.sum(axis=0)", "S"),
    zh=(
        "多元分類的輸出用了 sigmoid。要用 softmax，各類別的機率加總才會是 1。見投影片「分類問"
        "題(多元分類)」。"
    ),
    en=(
        "The multi-class output goes through the sigmoid. Use softmax, so that the classes "
        "sum to 1. See the slide “Classification (multi-class)”."
    ),
)


changed(
    "mlp_backward.multiclass-no-softmax",
    NETWORK,
    ("E / E.sum(axis=0)", "Z2"),
    zh="多元分類直接用 Z2 減 y，沒有經過 softmax。見投影片「分類問題(多元分類)」。",
    en=(
        "Multi-class subtracts y from Z2 itself, without softmax. See the slide "
        "“Classification (multi-class)”."
    ),
)


changed(
    "mlp_backward.binary-mse",
    NETWORK,
    ("- y)", '- y)\n    if task == "binary":\n        dZ2 = 2 * dZ2 * Y_hat * (1 - Y_hat)'),
    zh=(
        "二元分類用了 MSE 的導數 2(ŷ − y)ŷ(1 − ŷ)。損失是二元交叉熵，∂L/∂z 化簡之後只剩 ŷ − y。"
        "見投影片「分類問題(二元分類)」。"
    ),
    en=(
        "Binary uses the derivative of MSE, 2(ŷ − y)ŷ(1 − ŷ). The loss is binary "
        "cross-entropy, whose ∂L/∂z comes down to ŷ − y. See the slide “Classification (binary)”."
    ),
)


changed(
    "mlp_backward.softmax-not-normalised",
    NETWORK,
    ("E / E.sum(axis=0)", "E"),
    zh="softmax 少了分母：取完 exp 還要除以每一欄的總和。見投影片「Softmax (分類問題)」。",
    en=(
        "The softmax lacks its denominator: after exp, divide by each column's sum. See the "
        "slide “Softmax (classification)”."
    ),
)


changed(
    "mlp_backward.binary-no-sigmoid",
    NETWORK,
    (": S,", ": Z2,"),
    zh="二元分類直接用 Z2 減 y，沒有經過 sigmoid。見投影片「分類問題(二元分類)」。",
    en=(
        "Binary subtracts y from Z2 itself, without the sigmoid. See the slide "
        "“Classification (binary)”."
    ),
)


changed(
    "mlp_backward.regression-sigmoid",
    NETWORK,
    (": Z2,", ": S,"),
    zh="迴歸的輸出經過了 sigmoid。迴歸的輸出層是 linear：Ŷ 就是 Z2。見投影片「迴歸問題」。",
    en=(
        "The regression output goes through the sigmoid. Its output layer is linear: Ŷ is "
        "Z2. See the slide “Regression”."
    ),
)


changed(
    "mlp_backward.regression-hidden-activation",
    NETWORK,
    (
        'Y_hat = {"regression": Z2',
        (
            'F2 = {"relu": np.maximum(0, Z2), "tanh": np.tanh(Z2), "sigmoid": S}[hidden]\n'
            '    Y_hat = {"regression": F2'
        ),
    ),
    zh=(
        "迴歸的輸出也套了隱藏層的激勵函數。迴歸的輸出層是 linear：Ŷ 就是 Z2。見投影片「迴歸問題」。"
    ),
    en=(
        "The regression output goes through the hidden activation as well. Its output layer "
        "is linear: Ŷ is Z2. See the slide “Regression”."
    ),
)


changed(
    "mlp_backward.mae-for-mse",
    NETWORK,
    ("- y)", '- y)\n    if task == "regression":\n        dZ2 = np.sign(Y_hat - y) / y.size'),
    zh=(
        "迴歸用了 MAE 的導數 (正負號)。損失是 MSE，導數是 2(ŷ − y)/(kN)。見投影片「損失函數 ("
        "迴歸問題)」。"
    ),
    en=(
        "Regression uses the derivative of the MAE, a sign. The loss is the MSE: 2(ŷ − "
        "y)/(kN). See the slide “Loss functions (regression)”."
    ),
)


changed(
    "mlp_backward.hidden-slope-missing",
    NETWORK,
    (" * slope", ""),
    zh=(
        "往回傳過隱藏層時少乘了 f′(Z1)：dZ1 = (W2 dZ2) ⊙ f′(Z1)。見投影片「深度學習訓練流"
        "程」的反向傳播。"
    ),
    en=(
        "f′(Z1) is missing on the way back through the hidden layer: dZ1 = (W2 dZ2) ⊙ "
        "f′(Z1). See backward propagation on the slide “Deep learning training process”."
    ),
)


changed(
    "mlp_backward.slope-at-activation",
    NETWORK,
    (
        'slope = {"relu": Z1 > 0, "tanh": 1 - A1**2, "sigmoid": A1 * (1 - A1',
        (
            "S1 = 1 / (1 + np.exp(-A1))\n"
            '    slope = {"relu": A1 > 0, "tanh": 1 - np.tanh(A1) ** 2, "sigmoid": S1 * (1 - S1'
        ),
    ),
    zh=(
        "隱藏層的導數在 A1 求值，等於把激勵函數套了兩次。要在激勵前的 Z1 求值。見投影片「深度"
        "學習訓練流程」的反向傳播。"
    ),
    en=(
        "The hidden derivative is taken at A1, which applies the activation twice. Take it "
        "at the pre-activation Z1. See backward propagation on the slide “Deep learning "
        "training process”."
    ),
)


changed(
    "mlp_backward.slope-always-relu",
    NETWORK,
    ('"tanh": 1 - A1**2, "sigmoid": A1 * (1 - A1)', '"tanh": Z1 > 0, "sigmoid": Z1 > 0'),
    zh=(
        "不論 hidden 是什麼，反向時都用了 ReLU 的導數。tanh 是 1 − A1²，sigmoid 是 A1(1 − A1)。"
        "見投影片「深度學習訓練流程」的反向傳播。"
    ),
    en=(
        "The backward pass uses ReLU's derivative whatever `hidden` is. It is 1 − A1² for tanh "
        "and A1(1 − A1) for sigmoid. See backward propagation on the slide “Deep learning "
        "training process”."
    ),
)


changed(
    "mlp_backward.slope-of-z",
    NETWORK,
    ('A1**2, "sigmoid": A1 * (1 - A1', 'Z1**2, "sigmoid": Z1 * (1 - Z1'),
    zh=(
        "你用了 1 − Z1² 與 Z1(1 − Z1)。這兩個式子裡要放的是激勵後的 A1，或先對 Z1 套激勵函數。"
        "見投影片「深度學習訓練流程」的反向傳播。"
    ),
    en=(
        "You use 1 − Z1² and Z1(1 − Z1). What goes into these formulas is the activation A1 "
        "= f(Z1). See backward propagation on the slide “Deep learning training process”."
    ),
)


changed(
    "mlp_backward.tanh-slope-of-z",
    NETWORK,
    ("- A1*", "- Z1*"),
    zh=(
        "tanh 的導數你用了 1 − Z1²。應該是 1 − A1²，A1 = tanh(Z1)。見投影片「深度學習訓練流"
        "程」的反向傳播。"
    ),
    en=(
        "For tanh you use 1 − Z1². It is 1 − A1² with A1 = tanh(Z1). See backward "
        "propagation on the slide “Deep learning training process”."
    ),
)


changed(
    "mlp_backward.sigmoid-slope-of-z",
    NETWORK,
    ("A1 * (1 - A1", "Z1 * (1 - Z1"),
    zh=(
        "sigmoid 的導數你用了 Z1(1 − Z1)。應該是 A1(1 − A1)，A1 = σ(Z1)。見投影片「深度學習"
        "訓練流程」的反向傳播。"
    ),
    en=(
        "For the sigmoid you use Z1(1 − Z1). It is A1(1 − A1) with A1 = σ(Z1). See backward "
        "propagation on the slide “Deep learning training process”."
    ),
)


changed(
    "mlp_backward.tanh-slope-not-squared",
    NETWORK,
    ("A1**2", "A1"),
    zh="tanh 的導數你用了 1 − A1，忘了平方：1 − A1²。見投影片「深度學習訓練流程」的反向傳播。",
    en=(
        "For tanh you use 1 − A1; the square is missing: 1 − A1². See backward propagation "
        "on the slide “Deep learning training process”."
    ),
)


changed(
    "mlp_backward.tanh-sigmoid-formula",
    NETWORK,
    ("1 - A1**2", "A1 * (1 - A1)"),
    zh=(
        "tanh 的導數你用了 sigmoid 的 A1(1 − A1)。tanh 的是 1 − A1²。見投影片「深度學習訓練"
        "流程」的反向傳播。"
    ),
    en=(
        "For tanh you use the formula of the sigmoid, A1(1 − A1). That of tanh is 1 − A1². "
        "See backward propagation on the slide “Deep learning training process”."
    ),
)


changed(
    "mlp_backward.sigmoid-tanh-formula",
    NETWORK,
    ("A1 * (1 - A1)", "1 - A1**2"),
    zh=(
        "sigmoid 的導數你用了 tanh 的 1 − A1²。sigmoid 的是 A1(1 − A1)。見投影片「深度學習訓"
        "練流程」的反向傳播。"
    ),
    en=(
        "For the sigmoid you use the formula of tanh, 1 − A1². That of the sigmoid is A1(1 "
        "− A1). See backward propagation on the slide “Deep learning training process”."
    ),
)


changed(
    "mlp_backward.sigmoid-slope-not-multiplied",
    NETWORK,
    ("A1 * (1 - A1)", "1 - A1"),
    zh=(
        "sigmoid 的導數你用了 1 − A1，少乘了 A1：A1(1 − A1)。見投影片「深度學習訓練流程」的反"
        "向傳播。"
    ),
    en=(
        "For the sigmoid you use 1 − A1; the factor A1 is missing: A1(1 − A1). See backward "
        "propagation on the slide “Deep learning training process”."
    ),
)


changed(
    "mlp_backward.relu-slope-is-value",
    NETWORK,
    ("Z1 > 0", "A1"),
    zh=(
        "ReLU 的導數你用了 max(0, Z1) 本身。斜率只有 0 與 1：Z1 > 0。見投影片「深度學習訓練流"
        "程」的反向傳播。"
    ),
    en=(
        "For ReLU you use max(0, Z1) itself. The slope is 0 or 1: Z1 > 0. See backward "
        "propagation on the slide “Deep learning training process”."
    ),
)


changed(
    "mlp_backward.relu-slope-one",
    NETWORK,
    ("Z1 > ", "1."),
    zh=(
        "ReLU 的導數你到處用 1。Z1 ≤ 0 的神經元沒有作用，斜率是 0。見投影片「深度學習訓練流"
        "程」的反向傳播。"
    ),
    en=(
        "For ReLU you use 1 everywhere. Neurons with Z1 ≤ 0 are off: their slope is 0. See "
        "backward propagation on the slide “Deep learning training process”."
    ),
)


changed(
    "mlp_backward.relu-slope-of-error",
    NETWORK,
    ("Z1 > ", "1."),
    ("dZ1 = W2 @ dZ2", 'dA1 = W2 @ dZ2\n    dZ1 = dA1 * (dA1 > 0) if hidden == "relu" else dA1'),
    zh=(
        "你用傳回來的誤差 (W2 dZ2) 的正負決定 ReLU 的導數。要看的是前向的 Z1 > 0。見投影片「"
        "深度學習訓練流程」的反向傳播。"
    ),
    en=(
        "You decide the slope of ReLU by the sign of the error W2 dZ2. What counts is the "
        "forward Z1 > 0. See backward propagation on the slide “Deep learning training "
        "process”."
    ),
)


changed(
    "mlp_backward.w2-transposed",
    NETWORK,
    ("= W2 ", "= W2.T "),
    zh=(
        "往回傳誤差時用了 W2ᵀ。前向乘的是 W2ᵀ，往回要乘 W2：dA1 = W2 dZ2。見投影片「深度學習"
        "訓練流程」的反向傳播。"
    ),
    en=(
        "You send the error back with W2ᵀ. Forward multiplied by W2ᵀ, so going back "
        "multiplies by W2: dA1 = W2 dZ2. See backward propagation on the slide “Deep "
        "learning training process”."
    ),
)


changed(
    "mlp_backward.weights-transposed",
    NETWORK,
    (", db1, dW2", ".T, db1, dW2.T"),
    zh=(
        "dW1 與 dW2 是轉置的。W1 是 (n_in, n_hidden)，所以 dW1 = X dZ1ᵀ，dW2 = A1 dZ2ᵀ。見投"
        "影片「深度學習訓練流程」的反向傳播。"
    ),
    en=(
        "dW1 and dW2 are transposed. W1 is (n_in, n_hidden), so dW1 = X dZ1ᵀ and dW2 = A1 "
        "dZ2ᵀ. See backward propagation on the slide “Deep learning training process”."
    ),
)


changed(
    "mlp_backward.dw2-from-z1",
    NETWORK,
    ("= A1 ", "= Z1 "),
    zh=(
        "dW2 用了激勵前的 Z1。輸出層的輸入是激勵後的 A1：dW2 = A1 dZ2ᵀ。見投影片「深度學習訓"
        "練流程」的反向傳播。"
    ),
    en=(
        "dW2 uses the pre-activation Z1. The input of the output layer is A1: dW2 = A1 dZ2ᵀ. "
        "See backward propagation on the slide “Deep learning training process”."
    ),
)


changed(
    "mlp_backward.biases-not-summed",
    NETWORK,
    ("db1, dW2, db2", "dZ1, dW2, dZ2"),
    zh=(
        "db 沒有對樣本加總。所有樣本共用 b：沿 axis=1 加總，形狀 (n, 1)。見投影片「深度學習訓"
        "練流程」的反向傳播。"
    ),
    en=(
        "The db are not summed over the samples. All samples share b: sum along axis 1, "
        "shape (n, 1). See backward propagation on the slide “Deep learning training "
        "process”."
    ),
)


changed(
    "mlp_backward.biases-one-axis",
    NETWORK,
    (", dW2, db2", "[:, 0], dW2, db2[:, 0]"),
    zh="db 的形狀少了一個軸 (n，)。b 是 (n, 1)，加總時請用 keepdims=True。",
    en="The db have lost an axis: (n,). b is (n, 1): sum with keepdims=True.",
)


changed(
    "mlp_backward.biases-over-neurons",
    NETWORK,
    ("db1, dW2, db2", "dZ1.sum(axis=0, keepdims=True), dW2, dZ2.sum(axis=0, keepdims=True)"),
    zh=(
        "db 沿 axis=0 加總，把神經元加在一起了。要對樣本加總：axis=1。見投影片「深度學習訓練"
        "流程」的反向傳播。"
    ),
    en=(
        "The db sum along axis 0, over the neurons. Sum over the samples: axis 1. See "
        "backward propagation on the slide “Deep learning training process”."
    ),
)


changed(
    "mlp_backward.biases-total",
    NETWORK,
    ("db1, dW2, db2", "dZ1.sum(), dW2, dZ2.sum()"),
    zh=(
        "db 把整個 dZ 加成一個數。每個神經元有自己的 b：只沿 axis=1 加總。見投影片「深度學習"
        "訓練流程」的反向傳播。"
    ),
    en=(
        "The db add all of dZ into one number. Each neuron has a b of its own: sum along "
        "axis 1 only. See backward propagation on the slide “Deep learning training "
        "process”."
    ),
)


changed(
    "mlp_backward.last-sample-only",
    NETWORK,
    (" @ dZ1.T, dZ1.sum(axis=1, keepdims=True)", "[:, -1:] @ dZ1[:, -1:].T, dZ1[:, -1:]"),
    (" @ dZ2.T, dZ2.sum(axis=1, keepdims=True)", "[:, -1:] @ dZ2[:, -1:].T, dZ2[:, -1:]"),
    zh=(
        "只剩最後一個樣本的梯度。迴圈裡要用 += 把每個樣本加起來。見投影片「深度學習訓練流程」"
        "的反向傳播。"
    ),
    en=(
        "Only the gradient of the last sample is left. In the loop use += to add up the "
        "samples. See backward propagation on the slide “Deep learning training process”."
    ),
)


changed(
    "mlp_backward.b1-forgotten",
    NETWORK,
    (" + b1", ""),
    zh="前向傳播時忘了加 b1：Z1 = W1ᵀX + b1。見投影片「多層感知器運作方式」。",
    en=(
        "The forward pass leaves out b1: Z1 = W1ᵀX + b1. See the slide “How a multilayer "
        "perceptron works”."
    ),
)


changed(
    "mlp_backward.b2-forgotten",
    NETWORK,
    (" + b2", ""),
    zh="前向傳播時忘了加 b2：Z2 = W2ᵀA1 + b2。見投影片「多層感知器運作方式」。",
    en=(
        "The forward pass leaves out b2: Z2 = W2ᵀA1 + b2. See the slide “How a multilayer "
        "perceptron works”."
    ),
)


changed(
    "mlp_backward.biases-forgotten",
    NETWORK,
    (" + b1", ""),
    (" + b2", ""),
    zh="前向傳播時忘了加 b1 與 b2：每一層都是 WᵀX + b。見投影片「多層感知器運作方式」。",
    en=(
        "The forward pass leaves out b1 and b2: each layer is WᵀX + b. See the slide “How a "
        "multilayer perceptron works”."
    ),
)


changed(
    "mlp_backward.activation-skipped",
    NETWORK,
    ("@ A1 ", "@ Z1 "),
    zh=(
        "前向傳播時輸出層用了 Z1，沒有經過隱藏層的激勵函數 A1 = f1(Z1)。見投影片「多層感知器"
        "運作方式」。"
    ),
    en=(
        "In the forward pass the output layer takes Z1, without the hidden activation A1 = "
        "f1(Z1). See the slide “How a multilayer perceptron works”."
    ),
)


changed(
    "mlp_backward.hidden-always-relu",
    NETWORK,
    ("[hidden]\n    slope", '["relu"]\n    slope'),
    ("[hidden", '["relu"'),
    zh=(
        "不論 hidden 是什麼都用了 ReLU。請依 hidden 選擇激勵函數與它的導數。見投影片「多層感"
        "知器運作方式」。"
    ),
    en=(
        "ReLU is used whatever hidden says. Choose the activation and its derivative by "
        "hidden. See the slide “How a multilayer perceptron works”."
    ),
)


changed(
    "mlp_backward.hidden-always-sigmoid",
    NETWORK,
    ("[hidden]\n    slope", '["sigmoid"]\n    slope'),
    ("[hidden", '["sigmoid"'),
    zh=(
        "不論 hidden 是什麼都用了 sigmoid。請依 hidden 選擇激勵函數與它的導數。見投影片「多層"
        "感知器運作方式」。"
    ),
    en=(
        "The sigmoid is used whatever hidden says. Choose the activation and its derivative "
        "by hidden. See the slide “How a multilayer perceptron works”."
    ),
)


changed(
    "mlp_backward.hidden-always-tanh",
    NETWORK,
    ("[hidden]\n    slope", '["tanh"]\n    slope'),
    ("[hidden", '["tanh"'),
    zh=(
        "不論 hidden 是什麼都用了 tanh。請依 hidden 選擇激勵函數與它的導數。見投影片「多層感"
        "知器運作方式」。"
    ),
    en=(
        "tanh is used whatever hidden says. Choose the activation and its derivative by "
        "hidden. See the slide “How a multilayer perceptron works”."
    ),
)


changed(
    "mlp_backward.always-mse",
    NETWORK,
    (
        '{"regression": 2 / y.size, "binary": 1 / y.size, "multiclass": 1 / y.shape[1]}[task]',
        "2 / y.size",
    ),
    zh=(
        "三種任務都用了 MSE 的係數 2/(kN)。分類用 BCE 與 CE：(ŷ − y)/N。見投影片「損失函數 ("
        "分類問題)」。"
    ),
    en=(
        "All tasks use the factor 2/(kN) of the MSE. Classification uses BCE and CE: (ŷ − "
        "y)/N. See the slide “Loss functions (classification)”."
    ),
)


changed(
    "mlp_backward.order-output-first",
    NETWORK,
    ("dW1, db1, dW2, db2", "dW2, db2, dW1, db1"),
    zh="數值對，但順序是 (dW2, db2, dW1, db1)。要回傳 (dW1, db1, dW2, db2)。",
    en="The gradients are right but come as (dW2, db2, dW1, db1). Return (dW1, db1, dW2, db2).",
)


changed(
    "mlp_backward.order-weights-first",
    NETWORK,
    ("db1, dW2", "dW2, db1"),
    zh="數值對，但順序是 (dW1, dW2, db1, db2)。要回傳 (dW1, db1, dW2, db2)。",
    en="The gradients are right but come as (dW1, dW2, db1, db2). Return (dW1, db1, dW2, db2).",
)


changed(
    "mlp_backward.updated-parameters",
    NETWORK,
    ("dW1, db1, dW2,", "W1 - dW1, b1 - db1, W2 - dW2, b2 -"),
    zh=(
        "你回傳了更新後的參數，不是梯度。更新是 sgd_step 的工作，這裡只要梯度。見投影片「深度"
        "學習訓練流程」的反向傳播。"
    ),
    en=(
        "You return parameters minus gradients. The update is for sgd_step; here the "
        "gradients themselves are due. See backward propagation on the slide “Deep learning "
        "training process”."
    ),
)


changed(
    "mlp_backward.hidden-not-checked-sigmoid",
    NETWORK,
    (('    if hidden not in ("relu", "tanh", "sigmoid"):\n        raise ValueError(hidden)\n'), ""),
    (', "sigmoid": 1 / (1 + np.exp(-Z1))}[hidden]', "}.get(hidden, 1 / (1 + np.exp(-Z1)))"),
    (', "sigmoid": A1 * (1 - A1)}[hidden]', "}.get(hidden, A1 * (1 - A1))"),
    zh="不認得的 hidden 被當成 sigmoid (最後的 else)。只接受三個名稱，其他要 raise ValueError。",
    en=(
        "An unknown hidden is taken for sigmoid (the last else). Only three names are "
        "allowed; raise ValueError for any other."
    ),
)


changed(
    "mlp_backward.hidden-not-checked-tanh",
    NETWORK,
    (('    if hidden not in ("relu", "tanh", "sigmoid"):\n        raise ValueError(hidden)\n'), ""),
    ("))}[hidden]", "))}.get(hidden, np.tanh(Z1))"),
    ("[hidden]", ".get(hidden, 1 - A1**2)"),
    zh="不認得的 hidden 被當成 tanh。只接受三個名稱，其他要 raise ValueError。",
    en=(
        "An unknown hidden is taken for tanh. Only three names are allowed; raise ValueError "
        "for any other."
    ),
)


changed(
    "mlp_backward.hidden-not-checked-relu",
    NETWORK,
    (('    if hidden not in ("relu", "tanh", "sigmoid"):\n        raise ValueError(hidden)\n'), ""),
    ("))}[hidden]", "))}.get(hidden, np.maximum(0, Z1))"),
    ("[hidden]", ".get(hidden, Z1 > 0)"),
    zh="不認得的 hidden 被當成 ReLU。只接受三個名稱，其他要 raise ValueError。",
    en=(
        "An unknown hidden is taken for ReLU. Only three names are allowed; raise ValueError "
        "for any other."
    ),
)


changed(
    "mlp_backward.hidden-not-checked-linear",
    NETWORK,
    (('    if hidden not in ("relu", "tanh", "sigmoid"):\n        raise ValueError(hidden)\n'), ""),
    ("))}[hidden]", "))}.get(hidden, Z1)"),
    ("[hidden]", ".get(hidden, 1.0)"),
    zh="不認得的 hidden 被當成沒有激勵函數。只接受三個名稱，其他要 raise ValueError。",
    en=(
        "An unknown hidden is taken for no activation at all. Only three names are allowed; "
        "raise ValueError for any other."
    ),
)


changed(
    "mlp_backward.task-not-checked-multiclass",
    NETWORK,
    (
        (
            '    if task not in ("regression", "binary", "multiclass"):\n'
            "        raise ValueError(task)\n"
        ),
        "",
    ),
    (', "multiclass": E / E.sum(axis=0)}[task]', "}.get(task, E / E.sum(axis=0))"),
    (', "multiclass": 1 / y.shape[1]}[task]', "}.get(task, 1 / y.shape[1])"),
    zh="不認得的 task 被當成多元分類 (最後的 else)。只接受三個名稱，其他要 raise ValueError。",
    en=(
        "An unknown task is taken for multi-class (the last else). Only three names are "
        "allowed; raise ValueError for any other."
    ),
)


changed(
    "mlp_backward.task-not-checked-regression",
    NETWORK,
    (
        (
            '    if task not in ("regression", "binary", "multiclass"):\n'
            "        raise ValueError(task)\n"
        ),
        "",
    ),
    (
        'regression": Z2, "binary": S, "multiclass": E / E.sum(axis=0)}[task]',
        'binary": S, "multiclass": E / E.sum(axis=0)}.get(task, Z2)',
    ),
    (
        'regression": 2 / y.size, "binary": 1 / y.size, "multiclass": 1 / y.shape[1]}[task]',
        'binary": 1 / y.size, "multiclass": 1 / y.shape[1]}.get(task, 2 / y.size)',
    ),
    zh="不認得的 task 被當成迴歸。只接受三個名稱，其他要 raise ValueError。",
    en=(
        "An unknown task is taken for regression. Only three names are allowed; raise "
        "ValueError for any other."
    ),
)


changed(
    "mlp_backward.names-not-checked",
    NETWORK,
    (('    if hidden not in ("relu", "tanh", "sigmoid"):\n        raise ValueError(hidden)\n'), ""),
    (
        (
            '    if task not in ("regression", "binary", "multiclass"):\n'
            "        raise ValueError(task)\n"
        ),
        "",
    ),
    (', "sigmoid": 1 / (1 + np.exp(-Z1))}[hidden]', "}.get(hidden, 1 / (1 + np.exp(-Z1)))"),
    (', "sigmoid": A1 * (1 - A1)}[hidden]', "}.get(hidden, A1 * (1 - A1))"),
    (', "multiclass": E / E.sum(axis=0)}[task]', "}.get(task, E / E.sum(axis=0))"),
    (', "multiclass": 1 / y.shape[1]}[task]', "}.get(task, 1 / y.shape[1])"),
    zh=(
        "不認得的 hidden 與 task 都落到最後的 else (sigmoid、多元分類)。其他名稱要 raise "
        "ValueError。"
    ),
    en=(
        "An unknown hidden or task falls to the last else (sigmoid, multi-class). Raise "
        "ValueError for any other name."
    ),
)


changed(
    "mlp_backward.integers-truncated",
    NETWORK,
    (
        "return dW1, db1, dW2, db2",
        (
            "grads = [np.zeros_like(p) for p in (W1, b1, W2, b2)]\n"
            "    for grad, value in zip(grads, (dW1, db1, dW2, db2), strict=True):\n"
            "        grad[...] = value\n"
            "    return tuple(grads)"
        ),
    ),
    zh="參數是整數時，你的梯度存進整數陣列 (例如 zeros_like(W1))，小數被截掉。請用 float 陣列。",
    en=(
        "When the parameters hold integers, so do your gradients (zeros_like(W1), say), and "
        "the fractions are cut off. Use float arrays."
    ),
)


changed(
    "mlp_backward.in-place-y",
    NETWORK,
    ("return", 'if y.dtype.kind == "f":\n        y -= Y_hat\n    return'),
    zh="梯度對，但你改掉了傳入的 y (例如 y -= Ŷ)。請用新的陣列存誤差。",
    en=(
        "The gradients are right, but you changed the y you were given (y -= Ŷ, say). Keep "
        "the error in a new array."
    ),
)


changed(
    "mlp_backward.in-place-parameters",
    NETWORK,
    (
        "return",
        (
            "for p, grad in ((W1, dW1), (b1, db1), (W2, dW2), (b2, db2)):\n"
            '        if p.dtype.kind == "f":\n'
            "            p -= grad\n"
            "    return"
        ),
    ),
    zh=(
        "梯度對，但你順手更新了傳入的參數。這裡只要算梯度，更新是 sgd_step 的工作。見投影片「"
        "深度學習訓練流程」的反向傳播。"
    ),
    en=(
        "The gradients are right, but you updated the parameters you were given. Only the "
        "gradients are due here; sgd_step updates. See backward propagation on the slide "
        "“Deep learning training process”."
    ),
)


# --------------------------------------------------------------------------- numerical_gradient


@misconception(
    "numerical_gradient.forward-difference",
    zh=("你用了單邊差分 (L(θ+ε) − L(θ))/ε，誤差和 ε 成正比。中央差分往兩側各走一步，再除以 2ε。"),
    en=(
        "You use the one-sided difference (L(θ+ε) − L(θ))/ε, whose error grows with ε. "
        "The central difference steps to both sides and divides by 2ε."
    ),
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step = np.zeros(theta.shape)
        step[index] = eps
        gradient[index] = (loss(theta + step) - loss(theta)) / eps
    return gradient


@misconception(
    "numerical_gradient.backward-difference",
    zh=(
        "你用了往後的單邊差分 (L(θ) − L(θ−ε))/ε，誤差和 ε 成正比。中央差分往兩側各走一步，"
        "再除以 2ε。"
    ),
    en=(
        "You use the backward difference (L(θ) − L(θ−ε))/ε, whose error grows with ε. "
        "The central difference steps to both sides and divides by 2ε."
    ),
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step = np.zeros(theta.shape)
        step[index] = eps
        gradient[index] = (loss(theta) - loss(theta - step)) / eps
    return gradient


@misconception(
    "numerical_gradient.divided-by-eps",
    zh="你除以 ε，答案是正確的 2 倍。兩側相距 2ε，要除以 2ε。",
    en=(
        "You divide by ε, so you get twice the gradient. The two points are 2ε apart: divide by 2ε."
    ),
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step = np.zeros(theta.shape)
        step[index] = eps
        gradient[index] = (loss(theta + step) - loss(theta - step)) / eps
    return gradient


@misconception(
    "numerical_gradient.half-steps-over-two-eps",
    zh="你的答案是正確的一半：例如每側只走 ε/2，卻除以 2ε。分母要是兩點的距離。",
    en=(
        "You get half the gradient: steps of ε/2 to each side, say, but divided by 2ε. The "
        "denominator is the distance of the two points."
    ),
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step = np.zeros(theta.shape)
        step[index] = eps
        gradient[index] = (loss(theta + step / 2) - loss(theta - step / 2)) / (2 * eps)
    return gradient


@misconception(
    "numerical_gradient.precedence",
    zh="/ 2 * eps 會先除以 2 再乘 eps。分母要加括號：/ (2 * eps)。",
    en=(
        "/ 2 * eps divides by 2 and then multiplies by eps. Put the denominator in brackets: "
        "/ (2 * eps)."
    ),
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step = np.zeros(theta.shape)
        step[index] = eps
        gradient[index] = (loss(theta + step) - loss(theta - step)) / 2 * eps
    return gradient


@misconception(
    "numerical_gradient.not-divided",
    zh="你只相減，沒有除以 2ε。斜率是差除以兩點的距離。",
    en=(
        "You only subtract and never divide by 2ε. A slope is the difference over the "
        "distance of the points."
    ),
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step = np.zeros(theta.shape)
        step[index] = eps
        gradient[index] = loss(theta + step) - loss(theta - step)
    return gradient


@misconception(
    "numerical_gradient.divided-by-eps-squared",
    zh="你除以了 ε²，那是二次導數的分母。這裡要除以 2ε。",
    en="You divide by ε², which belongs to the second derivative. Divide by 2ε here.",
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step = np.zeros(theta.shape)
        step[index] = eps
        gradient[index] = (loss(theta + step) - loss(theta - step)) / eps**2
    return gradient


@misconception(
    "numerical_gradient.second-derivative",
    zh=("你用了二次導數的公式 (L(θ+ε) − 2L(θ) + L(θ−ε))/ε²。梯度是 (L(θ+ε) − L(θ−ε))/2ε。"),
    en=(
        "You use the formula of the second derivative, (L(θ+ε) − 2L(θ) + L(θ−ε))/ε². "
        "The gradient is (L(θ+ε) − L(θ−ε))/2ε."
    ),
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step = np.zeros(theta.shape)
        step[index] = eps
        gradient[index] = (loss(theta + step) - 2 * loss(theta) + loss(theta - step)) / eps**2
    return gradient


@misconception(
    "numerical_gradient.plus-for-minus",
    zh="你把兩側的損失相加了。要相減：L(θ+ε) − L(θ−ε)。",
    en="You add the two losses. Subtract them: L(θ+ε) − L(θ−ε).",
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step = np.zeros(theta.shape)
        step[index] = eps
        gradient[index] = (loss(theta + step) + loss(theta - step)) / (2 * eps)
    return gradient


@misconception(
    "numerical_gradient.negative",
    zh="你的梯度差一個負號：要用 L(θ+ε) 減 L(θ−ε)。",
    en="The sign is wrong: it is L(θ+ε) minus L(θ−ε).",
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step = np.zeros(theta.shape)
        step[index] = eps
        gradient[index] = (loss(theta - step) - loss(theta + step)) / (2 * eps)
    return gradient


@misconception(
    "numerical_gradient.all-at-once",
    zh="你一次把所有參數都加上 ε，得到的是各個偏導數的總和。一次只能動一個。",
    en=(
        "You move all the parameters at once, which gives the sum of the partial "
        "derivatives. Move one at a time."
    ),
)
def numerical_gradient(loss, theta, eps=1e-6):
    slope = (loss(theta + eps) - loss(theta - eps)) / (2 * eps)
    return np.full(theta.shape, slope)


@misconception(
    "numerical_gradient.single-number",
    zh="你一次動了所有參數，而且只回傳一個數。每個參數要各自動一次，結果和 theta 同形狀。",
    en=(
        "You move all the parameters at once and return one number. Move each on its own; "
        "the result has the shape of theta."
    ),
)
def numerical_gradient(loss, theta, eps=1e-6):
    return (loss(theta + eps) - loss(theta - eps)) / (2 * eps)


@misconception(
    "numerical_gradient.same-array",
    zh=(
        "plus = theta 並沒有複製：plus 與 minus 是同一個陣列，兩次損失相同，梯度都是 0。請用 "
        "theta.copy()。"
    ),
    en=(
        "plus = theta does not copy: plus and minus are the same array, both losses agree, "
        "and every slope is 0. Use theta.copy()."
    ),
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        plus = minus = theta
        plus[index] += eps
        minus[index] -= eps
        gradient[index] = (loss(plus) - loss(minus)) / (2 * eps)
    return gradient


@misconception(
    "numerical_gradient.relative-step",
    zh=(
        "你把參數乘上 (1 ± ε)，步長成了 ε·θ，分母卻還是 2ε，所以每個梯度多了一個 θ。要"
        "用加的：θ ± ε。"
    ),
    en=(
        "You multiply the parameter by (1 ± ε): the step is ε·θ while the denominator "
        "is still 2ε, so each slope has an extra θ. Add: θ ± ε."
    ),
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        up, down = theta.copy(), theta.copy()
        up[index] *= 1 + eps
        down[index] *= 1 - eps
        gradient[index] = (loss(up) - loss(down)) / (2 * eps)
    return gradient


@misconception(
    "numerical_gradient.last-missing",
    zh="最後一個參數沒有算到 (迴圈少一次)，梯度停在 0。",
    en="The last parameter is never moved (the loop is one short), and its slope stays 0.",
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in list(np.ndindex(theta.shape))[:-1]:
        step = np.zeros(theta.shape)
        step[index] = eps
        gradient[index] = (loss(theta + step) - loss(theta - step)) / (2 * eps)
    return gradient


@misconception(
    "numerical_gradient.steps-kept",
    zh="上一個參數的步伐沒有清掉：step 要在迴圈裡每次重新歸零，一次只動一個。",
    en=(
        "The step of the parameters before is still there: set step to zero anew for each "
        "one, so that only one moves."
    ),
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient, step = np.zeros(theta.shape), np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step[index] = eps
        gradient[index] = (loss(theta + step) - loss(theta - step)) / (2 * eps)
    return gradient


@misconception(
    "numerical_gradient.default-eps-too-large",
    zh="eps 的預設值太大 (0.01)，誤差跟著 ε² 變大。預設是 1e-6。",
    en=(
        "The default of eps is too large (0.01), and the error grows with ε². The default is 1e-6."
    ),
)
def numerical_gradient(loss, theta, eps=1e-2):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step = np.zeros(theta.shape)
        step[index] = eps
        gradient[index] = (loss(theta + step) - loss(theta - step)) / (2 * eps)
    return gradient


@misconception(
    "numerical_gradient.eps-ignored",
    zh="你寫死了步長，沒有用參數 eps。呼叫的人傳 eps=0.01 時，兩側就各走 0.01。",
    en=(
        "You wrote the step into the code and do not use eps. Called with eps=0.01, step "
        "0.01 to either side."
    ),
)
def numerical_gradient(loss, theta, eps=1e-6):
    h = 1e-6
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step = np.zeros(theta.shape)
        step[index] = h
        gradient[index] = (loss(theta + step) - loss(theta - step)) / (2 * h)
    return gradient


@misconception(
    "numerical_gradient.eps-only-in-step",
    zh="你用 eps 走步，分母卻寫死了 2e-6。兩個地方要用同一個 eps。",
    en="You step by eps but divide by a fixed 2e-6. Use the same eps in both places.",
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step = np.zeros(theta.shape)
        step[index] = eps
        gradient[index] = (loss(theta + step) - loss(theta - step)) / 2e-6
    return gradient


@misconception(
    "numerical_gradient.row-at-once",
    zh=(
        "你只用一個索引 theta[i]，二維時一次動了一整列。要用 np.ndindex(theta.shape) 走過每個元素。"
    ),
    en=(
        "You index with theta[i] alone, which moves a whole row of a 2-D theta at once. Go "
        "over every entry with np.ndindex(theta.shape)."
    ),
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    if theta.ndim == 0:
        return (loss(theta + eps) - loss(theta - eps)) / (2 * eps)
    for i in range(len(theta)):
        up, down = theta.copy(), theta.copy()
        up[i] += eps
        down[i] -= eps
        gradient[i] = (loss(up) - loss(down)) / (2 * eps)
    return gradient


@misconception(
    "numerical_gradient.flat-result",
    zh="數值對，但你回傳的是攤平的一維陣列。請 reshape 回 theta 的形狀。",
    en="The numbers are right but come back as a flat array. Reshape them to the shape of theta.",
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step = np.zeros(theta.shape)
        step[index] = eps
        gradient[index] = (loss(theta + step) - loss(theta - step)) / (2 * eps)
    return gradient.ravel()


@misconception(
    "numerical_gradient.not-restored",
    zh="你把 theta 減了 2ε 之後沒有加回來：每個參數都停在 θ − ε，後面的梯度就在別的地方算了。",
    en=(
        "After subtracting 2ε you do not add it back: each parameter stays at θ − ε, and "
        "the later slopes are taken elsewhere."
    ),
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        theta[index] += eps
        up = loss(theta)
        theta[index] -= 2 * eps
        down = loss(theta)
        gradient[index] = (up - down) / (2 * eps)
    return gradient


@misconception(
    "numerical_gradient.restored-the-wrong-way",
    zh="你在走到 θ − ε 之後又減了一次 ε。要加回 ε，theta 才會和原來一樣。",
    en="From θ − ε you subtract ε once more. Add it back, so that theta is what it was.",
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        theta[index] += eps
        up = loss(theta)
        theta[index] -= 2 * eps
        down = loss(theta)
        theta[index] -= eps
        gradient[index] = (up - down) / (2 * eps)
    return gradient


@misconception(
    "numerical_gradient.step-down-too-short",
    zh="從 θ + ε 只減了 ε，回到 θ 而不是 θ − ε，再除以 2ε 就只剩一半。要減 2ε。",
    en="From θ + ε you subtract only ε: that is θ, not θ − ε. Subtract 2ε.",
)
def numerical_gradient(loss, theta, eps=1e-6):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        up, down = theta.copy(), theta.copy()
        up[index] += eps
        gradient[index] = (loss(up) - loss(down)) / (2 * eps)
    return gradient
