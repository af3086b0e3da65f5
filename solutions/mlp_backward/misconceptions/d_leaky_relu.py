"""Wrong versions of `d_leaky_relu` that learners write."""

import numpy as np

from grader.authoring import misconception


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
