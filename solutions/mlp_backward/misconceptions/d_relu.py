"""Wrong versions of `d_relu` that learners write."""

import numpy as np

from grader.authoring import misconception


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
