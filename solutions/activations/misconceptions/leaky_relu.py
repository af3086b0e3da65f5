"""Wrong versions of `leaky_relu` that learners write."""

import numpy as np

from grader.authoring import misconception

ZH = "見投影片「激勵函數」。"
EN = " See the slide “Activation functions”."


@misconception(
    "leaky_relu.minimum",
    zh="斜率放錯邊 (或 max 寫成 min)：正側變成 a·z，負側沒變。應該是負側乘 a。" + ZH,
    en="The slope is on the wrong side (or min for max): above 0 you give a·z and below 0 z. "
    "It is the negative side that is multiplied by a." + EN,
)
def leaky_relu(z, a=0.01):
    return np.minimum(a * z, z)


@misconception(
    "leaky_relu.relu",
    zh="這是 ReLU：負側變成 0 了。Leaky ReLU 的負側是 a·z。" + ZH,
    en="This is ReLU: below 0 you give 0. Leaky ReLU gives a·z there." + EN,
)
def leaky_relu(z, a=0.01):
    return np.maximum(0, z)


@misconception(
    "leaky_relu.sign",
    zh="負側成了 −a·z (變成正的)；a·z 在 z 為負時仍是負的。" + ZH,
    en="Below 0 you give −a·z, which is positive; a·z stays negative there." + EN,
)
def leaky_relu(z, a=0.01):
    return np.where(z > 0, z, -a * z)


@misconception(
    "leaky_relu.everywhere",
    zh="兩側都乘了 a；正側應該原樣。" + ZH,
    en="Both sides are multiplied by a; the positive side stays as it is." + EN,
)
def leaky_relu(z, a=0.01):
    return a * z


@misconception(
    "leaky_relu.added-to-both",
    zh="你把 a·z 加到 max(0, z) 上，所以正側是 (1 + a)z；a·z 只用在負側。" + ZH,
    en="You add a·z to max(0, z), so the positive side is (1 + a)z; "
    "a·z belongs to the negative side only." + EN,
)
def leaky_relu(z, a=0.01):
    return np.maximum(0, z) + a * z


@misconception(
    "leaky_relu.max-of-a",
    zh="你比較的是 a 與 z：max(a, z)。a 要先乘上 z：max(az, z)。" + ZH,
    en="You compare a with z: max(a, z). Multiply a by z first: max(az, z)." + EN,
)
def leaky_relu(z, a=0.01):
    return np.maximum(a, z)


@misconception(
    "leaky_relu.constant",
    zh="負側你回傳常數 a；應該是 a 乘上 z。" + ZH,
    en="Below 0 you return the constant a; it should be a times z." + EN,
)
def leaky_relu(z, a=0.01):
    return np.where(z >= 0, z, a)


@misconception(
    "leaky_relu.added",
    zh="負側你算 z + a；斜率是用乘的：a·z。" + ZH,
    en="Below 0 you compute z + a; a slope multiplies: a·z." + EN,
)
def leaky_relu(z, a=0.01):
    return np.where(z >= 0, z, z + a)


@misconception(
    "leaky_relu.divided",
    zh="負側你除以 a；應該乘上 a。" + ZH,
    en="Below 0 you divide by a; multiply by it." + EN,
)
def leaky_relu(z, a=0.01):
    return np.where(z >= 0, z, z / a)


@misconception(
    "leaky_relu.linear",
    zh="負側原樣通過了 (斜率 1)；應該是 a·z。" + ZH,
    en="Below 0 z comes through as it is (slope 1); it should be a·z." + EN,
)
def leaky_relu(z, a=0.01):
    return z + 0


@misconception(
    "leaky_relu.derivative",
    zh="你回傳的是斜率 1 與 a (導數)，不是函數值。" + ZH,
    en="You return the slopes 1 and a (the derivative), not the values." + EN,
)
def leaky_relu(z, a=0.01):
    return np.where(z > 0, 1.0, a)


@misconception(
    "leaky_relu.elu",
    zh="負側你用了 a(e^z − 1)，那是 ELU；Leaky ReLU 是直線 a·z。" + ZH,
    en="Below 0 you use a(e^z − 1), which is ELU; Leaky ReLU is the line a·z." + EN,
)
def leaky_relu(z, a=0.01):
    return np.maximum(z, 0) + a * np.expm1(np.minimum(z, 0))


@misconception(
    "leaky_relu.slope-squared",
    zh="負側乘了兩次 a；一次就好。" + ZH,
    en="The negative side is multiplied by a twice; once is enough." + EN,
)
def leaky_relu(z, a=0.01):
    return np.where(z >= 0, z, a * a * z)


@misconception(
    "leaky_relu.one-minus-slope",
    zh="負側的斜率成了 1 − a；應該是 a。" + ZH,
    en="The slope below 0 is 1 − a; it should be a." + EN,
)
def leaky_relu(z, a=0.01):
    return np.where(z >= 0, z, (1 - a) * z)


@misconception(
    "leaky_relu.default-tenth",
    zh="預設斜率用了 0.1；應該是 a=0.01。" + ZH,
    en="Your default slope is 0.1; it should be a=0.01." + EN,
)
def leaky_relu(z, a=0.1):
    return np.maximum(a * z, z)


@misconception(
    "leaky_relu.default-fifth",
    zh="預設斜率用了 0.2；應該是 a=0.01。" + ZH,
    en="Your default slope is 0.2; it should be a=0.01." + EN,
)
def leaky_relu(z, a=0.2):
    return np.maximum(a * z, z)


@misconception(
    "leaky_relu.a-ignored",
    zh="斜率寫死成 0.01，參數 a 沒有用到；呼叫者可以給別的 a。" + ZH,
    en="The slope is fixed at 0.01 and the parameter a unused; callers may give another a." + EN,
)
def leaky_relu(z, a=0.01):
    return np.maximum(0.01 * z, z)


@misconception(
    "leaky_relu.threshold-a",
    zh="你拿 z 和 a 比較來分兩側；分界是 0，a 只是斜率。" + ZH,
    en="You compare z with a to tell the sides apart; they part at 0, a is only the slope." + EN,
)
def leaky_relu(z, a=0.01):
    return np.where(z > a, z, a * z)


@misconception(
    "leaky_relu.zero-is-default",
    zh="a = 0 被當成「沒給」而換成 0.01 (如 a or 0.01)；0 是有效的斜率。" + ZH,
    en="a = 0 is taken for “not given” and replaced by 0.01 (as in a or 0.01); "
    "0 is a valid slope." + EN,
)
def leaky_relu(z, a=0.01):
    a = a or 0.01
    return np.maximum(a * z, z)


@misconception(
    "leaky_relu.integer-output",
    zh="輸出陣列的型別跟著 z (zeros_like 或 copy)；z 是整數時 a·z 的小數被截掉。"
    "用浮點數陣列。" + ZH,
    en="The result takes its type from z (zeros_like or copy), so with integers the decimals of "
    "a·z are cut off. Use an array of floats." + EN,
)
def leaky_relu(z, a=0.01):
    z = np.asarray(z)
    out = z.copy()
    out[z < 0] = (a * z[z < 0]).astype(out.dtype)
    return out


@misconception(
    "leaky_relu.vectorized-integer",
    zh="np.vectorize 以第一個結果決定型別：第一個是整數時，後面 a·z 的小數全被截掉。"
    "加上 otypes=[float]。" + ZH,
    en="np.vectorize takes its type from the first result: when that is an integer, the decimals "
    "of a·z are cut off. Give it otypes=[float]." + EN,
)
def leaky_relu(z, a=0.01):
    return np.vectorize(lambda v: v if v >= 0 else a * v)(z)


@misconception(
    "leaky_relu.vectorized-integer-above-0",
    zh="np.vectorize 以第一個結果決定型別：第一個是正整數時，後面 a·z 的小數全被截掉。"
    "加上 otypes=[float]。" + ZH,
    en="np.vectorize takes its type from the first result: when that is a positive integer, the "
    "decimals of a·z are cut off. Give it otypes=[float]." + EN,
)
def leaky_relu(z, a=0.01):
    return np.vectorize(lambda v: v if v > 0 else a * v)(z)


@misconception(
    "leaky_relu.in-place",
    zh="z[z < 0] *= a 改到了呼叫者的陣列。先複製一份，或用 np.maximum(a * z, z)。",
    en="z[z < 0] *= a changes the caller's array. Copy first, or use np.maximum(a * z, z).",
)
def leaky_relu(z, a=0.01):
    if not isinstance(z, np.ndarray) or z.dtype != float:
        return np.maximum(a * z, z)
    z[z < 0] *= a
    return z
