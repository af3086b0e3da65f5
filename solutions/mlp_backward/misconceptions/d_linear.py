"""Wrong versions of `d_linear` that learners write."""

import numpy as np

from grader.authoring import misconception


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
