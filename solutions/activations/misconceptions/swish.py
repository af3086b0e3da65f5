"""Wrong versions of `swish` that learners write."""

import numpy as np

from grader.authoring import misconception

ZH = "見投影片「激勵函數」。"
EN = " See the slide “Activation functions”."


@misconception(
    "swish.sigmoid",
    zh="這只是 sigmoid；分子是 z，還要乘上 z。" + ZH,
    en="This is just the sigmoid; the numerator is z, so multiply by z." + EN,
)
def swish(z):
    return 1 / (1 + np.exp(-z))


@misconception(
    "swish.sign",
    zh="指數的負號掉了：你算的是 z·σ(−z)；應該是 z / (1 + e^(−z))。" + ZH,
    en="The minus in the exponent is missing: this is z·σ(−z); it is z / (1 + e^(−z))." + EN,
)
def swish(z):
    return z / (1 + np.exp(z))


@misconception(
    "swish.minus-below",
    zh="分母寫成 1 − e^(−z)；應該是 1 + e^(−z)。" + ZH,
    en="Your denominator is 1 − e^(−z); it is 1 + e^(−z)." + EN,
)
def swish(z):
    return z / (1 - np.exp(-z))


@misconception(
    "swish.brackets",
    zh="少了括號：z / 1 + e^(−z) 會先算 z/1。分母是一整個 (1 + e^(−z))。" + ZH,
    en="Brackets are missing: in z / 1 + e^(−z) the division z/1 comes first. "
    "All of (1 + e^(−z)) stands below the line." + EN,
)
def swish(z):
    return z / 1 + np.exp(-z)


@misconception(
    "swish.no-one",
    zh="分母少了 1 +：z / e^(−z) 是 z·e^z。" + ZH,
    en="The 1 + is missing below: z / e^(−z) is z·e^z." + EN,
)
def swish(z):
    return z * np.exp(z)


@misconception(
    "swish.added",
    zh="你把 z 與 sigmoid(z) 相加；應該相乘。" + ZH,
    en="You add z and sigmoid(z); multiply them." + EN,
)
def swish(z):
    return z + 1 / (1 + np.exp(-z))


@misconception(
    "swish.tanh",
    zh="你乘的是 tanh(z)；Swish 乘的是 sigmoid(z)。" + ZH,
    en="You multiply by tanh(z); Swish multiplies by sigmoid(z)." + EN,
)
def swish(z):
    return z * np.tanh(z)


@misconception(
    "swish.derivative",
    zh="這是導數 σ(z) + z·σ(z)(1 − σ(z))；要的是函數值 z·σ(z)。" + ZH,
    en="This is the derivative σ(z) + z·σ(z)(1 − σ(z)); what is due is z·σ(z)." + EN,
)
def swish(z):
    s = 1 / (1 + np.exp(-z))
    return s + z * s * (1 - s)


@misconception(
    "swish.sigmoid-derivative",
    zh="你乘的是 sigmoid 的導數 σ(1 − σ)；乘 σ(z) 就好。" + ZH,
    en="You multiply by the derivative σ(1 − σ); multiply by σ(z) itself." + EN,
)
def swish(z):
    s = 1 / (1 + np.exp(-z))
    return z * s * (1 - s)


@misconception(
    "swish.hard",
    zh="這是折線近似 (hard swish)；請用公式裡的指數。" + ZH,
    en="This is the piecewise linear stand-in (hard swish); use the exponential of the formula."
    + EN,
)
def swish(z):
    return z * np.clip(z + 3, 0, 6) / 6


@misconception(
    "swish.gelu",
    zh="這是 GELU 的近似 z·σ(1.702z)；Swish 的係數是 1。" + ZH,
    en="This is the approximation of GELU, z·σ(1.702z); the factor in Swish is 1." + EN,
)
def swish(z):
    return z / (1 + np.exp(-1.702 * z))


@misconception(
    "swish.mish",
    zh="這是 Mish：z·tanh(softplus(z))；Swish 是 z·sigmoid(z)。" + ZH,
    en="This is Mish, z·tanh(softplus(z)); Swish is z·sigmoid(z)." + EN,
)
def swish(z):
    return z * np.tanh(np.logaddexp(0, z))


@misconception(
    "swish.relu",
    zh="這是 ReLU；Swish 在負側還有一點點值：z / (1 + e^(−z))。" + ZH,
    en="This is ReLU; Swish is not 0 below 0: z / (1 + e^(−z))." + EN,
)
def swish(z):
    return np.maximum(0, z)


@misconception(
    "swish.squared",
    zh="多乘了一次 z：z²·σ(z)；應該是 z·σ(z)。" + ZH,
    en="There is a z too many: z²·σ(z); it should be z·σ(z)." + EN,
)
def swish(z):
    return z * z / (1 + np.exp(-z))


@misconception(
    "swish.sigmoid-twice",
    zh="sigmoid 乘了兩次：z·σ(z)²；一次就好。" + ZH,
    en="The sigmoid is multiplied in twice: z·σ(z)²; once is enough." + EN,
)
def swish(z):
    return z / (1 + np.exp(-z)) ** 2


@misconception(
    "swish.sigmoid-of-product",
    zh="你算的是 σ(z·z)；z 要乘在 sigmoid 外面。" + ZH,
    en="This is σ(z·z); the z multiplies outside the sigmoid." + EN,
)
def swish(z):
    return 1 / (1 + np.exp(-z * z))


@misconception(
    "swish.absolute",
    zh="你取了 |z|；負的 z 要得到負的值。" + ZH,
    en="You take |z|; negative z gives a negative value." + EN,
)
def swish(z):
    return np.abs(z) / (1 + np.exp(-z))


@misconception(
    "swish.negated",
    zh="整個結果多了負號；z 為正時 Swish 為正。" + ZH,
    en="The whole result has a minus too many; Swish is positive where z is." + EN,
)
def swish(z):
    return -z / (1 + np.exp(-z))


@misconception(
    "swish.naive",
    zh="z·e^z / (1 + e^z) 在紙上正確，但 z = 1000 時是 inf/inf = nan；用 z / (1 + e^(−z))。" + ZH,
    en="z·e^z / (1 + e^z) is right on paper, but at z = 1000 it is inf/inf = nan; "
    "use z / (1 + e^(−z))." + EN,
)
def swish(z):
    return z * np.exp(z) / (1 + np.exp(z))


@misconception(
    "swish.clipped",
    zh="你把 z 限制在 ±500 之後連乘的 z 也用了它，所以 swish(1000) 是 500；"
    "限制只能用在指數裡。" + ZH,
    en="You limit z to ±500 and multiply by the limited z as well, so swish(1000) is 500; "
    "limit it in the exponent only." + EN,
)
def swish(z):
    z = np.clip(z, -500, 500)
    return z / (1 + np.exp(-z))


@misconception(
    "swish.integer-output",
    zh="輸出陣列用 zeros_like(z) 建立；z 是整數時它也是整數，小數全被截掉。加上 dtype=float。" + ZH,
    en="The result is made with zeros_like(z), which is of integers when z is, so the decimals "
    "are cut off. Give it dtype=float." + EN,
)
def swish(z):
    z = np.asarray(z)
    out = np.zeros_like(z)
    out[...] = (z / (1 + np.exp(-z))).astype(out.dtype)
    return out


@misconception(
    "swish.in-place",
    zh="z *= … 改到了呼叫者的陣列。改寫成 z * …，得到新的陣列。",
    en="z *= … changes the caller's array. Write z * … to get a new one.",
)
def swish(z):
    s = 1 / (1 + np.exp(-z))
    if isinstance(z, np.ndarray) and z.dtype == float:
        z *= s
        return z
    return z * s
