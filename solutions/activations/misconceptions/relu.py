"""Wrong versions of `relu` that learners write."""

import numpy as np

from grader.authoring import misconception

ZH = "見投影片「激勵函數」。"
EN = " See the slide “Activation functions”."


@misconception(
    "relu.minimum",
    zh="你留下的是負的那一側：min(0, z)。ReLU 是 max(0, z)。" + ZH,
    en="You keep the negative side: min(0, z). ReLU is max(0, z)." + EN,
)
def relu(z):
    return np.minimum(0, z)


@misconception(
    "relu.absolute",
    zh="負數被翻成正的了 (絕對值)；ReLU 把負數變成 0。" + ZH,
    en="Negative values are turned positive (absolute value); ReLU makes them 0." + EN,
)
def relu(z):
    return np.abs(z)


@misconception(
    "relu.linear",
    zh="負數原樣通過了；ReLU 把負數變成 0。" + ZH,
    en="Negative values come through as they are; ReLU makes them 0." + EN,
)
def relu(z):
    return z + 0


@misconception(
    "relu.leaky",
    zh="這是 Leaky ReLU (負側斜率 0.01)；ReLU 的負側是 0。" + ZH,
    en="This is Leaky ReLU (slope 0.01 below 0); ReLU is 0 there." + EN,
)
def relu(z):
    return np.maximum(0.01 * z, z)


@misconception(
    "relu.derivative",
    zh="你回傳的是 0 與 1 (導數，或只是條件 z > 0)；正側要回傳 z 本身。" + ZH,
    en="You return 0 and 1 (the derivative, or just the condition z > 0); "
    "above 0 return z itself." + EN,
)
def relu(z):
    return np.where(z > 0, 1.0, 0.0)


@misconception(
    "relu.reflected",
    zh="你算的是 max(0, −z)，反應的是負數；ReLU 是 max(0, z)。" + ZH,
    en="This is max(0, −z), which answers to negative values; ReLU is max(0, z)." + EN,
)
def relu(z):
    return np.maximum(0, -z)


@misconception(
    "relu.capped-at-one",
    zh="你把上限設成 1；ReLU 的正側沒有上限。" + ZH,
    en="You cap the result at 1; ReLU has no upper bound." + EN,
)
def relu(z):
    return np.clip(z, 0, 1)


@misconception(
    "relu.capped-at-six",
    zh="這是 ReLU6，上限是 6；ReLU 的正側沒有上限。" + ZH,
    en="This is ReLU6, capped at 6; ReLU has no upper bound." + EN,
)
def relu(z):
    return np.clip(z, 0, 6)


@misconception(
    "relu.maximum-of-one",
    zh="你和 1 比較：max(1, z)；要和 0 比較。" + ZH,
    en="You compare with 1: max(1, z); compare with 0." + EN,
)
def relu(z):
    return np.maximum(1, z)


@misconception(
    "relu.threshold-one",
    zh="門檻放在 1：0 與 1 之間的值也被變成 0 了。門檻是 0。" + ZH,
    en="Your threshold is 1, so values between 0 and 1 become 0 as well. The threshold is 0." + EN,
)
def relu(z):
    return np.where(z > 1, z, 0)


@misconception(
    "relu.softplus",
    zh="這是 Softplus (圓滑的版本)；ReLU 是折線 max(0, z)。" + ZH,
    en="This is Softplus, the smooth version; ReLU has a corner: max(0, z)." + EN,
)
def relu(z):
    return np.logaddexp(0, z)


@misconception(
    "relu.elu",
    zh="這是 ELU：負側用了 e^z − 1。ReLU 的負側是 0。" + ZH,
    en="This is ELU, with e^z − 1 below 0. ReLU is 0 there." + EN,
)
def relu(z):
    return np.maximum(z, 0) + np.expm1(np.minimum(z, 0))


@misconception(
    "relu.negative-one",
    zh="負側你回傳了 −1；應該是 0。" + ZH,
    en="Below 0 you return −1; it should be 0." + EN,
)
def relu(z):
    return np.where(z > 0, z, -1)


@misconception(
    "relu.largest-only",
    zh="np.max(z) 是整個陣列的最大值，只剩一個數；逐元素與 0 比較用 np.maximum(0, z)。" + ZH,
    en="np.max(z) is the one largest value of the whole array; to compare each element with 0 "
    "use np.maximum(0, z)." + EN,
)
def relu(z):
    return np.maximum(0, np.max(z))


@misconception(
    "relu.np-max",
    zh="np.max(z) 是整個陣列的最大值，只剩一個數；逐元素與 0 比較用 np.maximum(0, z)。" + ZH,
    en="np.max(z) is the one largest value of the whole array, and 0 is not compared with; for "
    "each element use np.maximum(0, z)." + EN,
)
def relu(z):
    return np.max(z)


@misconception(
    "relu.one-number-only",
    zh="Python 的 max(0, z) 與 if z > 0 一次只能處理一個數，對陣列不行。"
    "逐元素用 np.maximum(0, z)。" + ZH,
    en="Python's max(0, z) and if z > 0 take one number, not an array. "
    "For each element use np.maximum(0, z)." + EN,
)
def relu(z):
    return max(0, z)


@misconception(
    "relu.dropped",
    zh="z[z > 0] 把負的元素丟掉了，長度會變短；它們應該留在原位、變成 0。" + ZH,
    en="z[z > 0] drops the negative elements, so the result is shorter; "
    "they should stay in place and become 0." + EN,
)
def relu(z):
    return z[z > 0]


@misconception(
    "relu.vectorized-integer",
    zh="np.vectorize 以第一個結果決定型別：第一個元素是負的，你回傳整數 0，"
    "後面的小數就全被截掉。回傳 0.0，或用 np.maximum。" + ZH,
    en="np.vectorize takes its type from the first result: when that is your integer 0, all "
    "later decimals are cut off. Return 0.0, or use np.maximum." + EN,
)
def relu(z):
    return np.vectorize(lambda v: 0 if v <= 0 else v)(z)


@misconception(
    "relu.in-place",
    zh="z[z < 0] = 0 改到了呼叫者的陣列。先複製一份，或用 np.maximum(0, z)。",
    en="z[z < 0] = 0 changes the caller's array. Copy first, or use np.maximum(0, z).",
)
def relu(z):
    if not isinstance(z, np.ndarray):
        return np.maximum(0, z)
    z[z < 0] = 0
    return z
