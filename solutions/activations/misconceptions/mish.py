"""Wrong versions of `mish` that learners write."""

import numpy as np

from grader.authoring import misconception

ZH = "見投影片「激勵函數」。"
EN = " See the slide “Activation functions”."


@misconception(
    "mish.not-multiplied",
    zh="最後忘了乘上 z：你只算到 tanh(softplus(z))。" + ZH,
    en="The product with z is missing: this is tanh(softplus(z)) alone." + EN,
)
def mish(z):
    return np.tanh(np.log(1 + np.exp(z)))


@misconception(
    "mish.softplus",
    zh="這是 Softplus：log(1 + e^z)。mish 還要取 tanh，再乘上 z。" + ZH,
    en="This is Softplus, log(1 + e^z). Mish takes its tanh and multiplies by z." + EN,
)
def mish(z):
    return np.log(1 + np.exp(z))


@misconception(
    "mish.no-tanh",
    zh="tanh 漏掉了：你算的是 z·softplus(z)。" + ZH,
    en="The tanh is missing: this is z·softplus(z)." + EN,
)
def mish(z):
    return z * np.log(1 + np.exp(z))


@misconception(
    "mish.no-softplus",
    zh="你算的是 z·tanh(z) (softplus 漏掉了，或 log 裡少了 1 +)；tanh 裡要放 softplus(z)。" + ZH,
    en="This is z·tanh(z) (softplus is left out, or the 1 + in its logarithm); "
    "the tanh is of softplus(z)." + EN,
)
def mish(z):
    return z * np.tanh(z)


@misconception(
    "mish.swish",
    zh="這是 Swish：z·sigmoid(z)；Mish 是 z·tanh(softplus(z))。" + ZH,
    en="This is Swish, z·sigmoid(z); Mish is z·tanh(softplus(z))." + EN,
)
def mish(z):
    return z / (1 + np.exp(-z))


@misconception(
    "mish.z-inside",
    zh="z 乘到 tanh 裡面去了：tanh(z·softplus(z))；z 在外面乘。" + ZH,
    en="The z is inside the tanh: tanh(z·softplus(z)); it multiplies outside." + EN,
)
def mish(z):
    return np.tanh(z * np.log(1 + np.exp(z)))


@misconception(
    "mish.added",
    zh="你把 z 加上去；應該相乘。" + ZH,
    en="You add z; multiply by it." + EN,
)
def mish(z):
    return z + np.tanh(np.log(1 + np.exp(z)))


@misconception(
    "mish.sigmoid-for-tanh",
    zh="外層用了 sigmoid；應該是 tanh(softplus(z))。" + ZH,
    en="The outer function is the sigmoid; it should be tanh(softplus(z))." + EN,
)
def mish(z):
    return z / (1 + np.exp(-np.log(1 + np.exp(z))))


@misconception(
    "mish.order",
    zh="順序反了：你算的是 z·softplus(tanh(z))；先 softplus，再 tanh。" + ZH,
    en="The order is reversed: this is z·softplus(tanh(z)); softplus comes first, then tanh." + EN,
)
def mish(z):
    return z * np.log(1 + np.exp(np.tanh(z)))


@misconception(
    "mish.no-log",
    zh="softplus 少了 log：tanh 裡是 log(1 + e^z)，不是 1 + e^z。" + ZH,
    en="softplus lacks its logarithm: inside the tanh is log(1 + e^z), not 1 + e^z." + EN,
)
def mish(z):
    return z * np.tanh(1 + np.exp(z))


@misconception(
    "mish.exponential",
    zh="tanh 裡只放了 e^z；應該是 softplus(z) = log(1 + e^z)。" + ZH,
    en="Inside the tanh is just e^z; it should be softplus(z) = log(1 + e^z)." + EN,
)
def mish(z):
    return z * np.tanh(np.exp(z))


@misconception(
    "mish.one-twice",
    zh="log1p(x) 已經是 log(1 + x)；你又加了 1，成了 log(2 + e^z)。" + ZH,
    en="log1p(x) is log(1 + x) already; with another 1 you get log(2 + e^z)." + EN,
)
def mish(z):
    return z * np.tanh(np.log1p(1 + np.exp(z)))


@misconception(
    "mish.sign",
    zh="softplus 的指數多了負號：log(1 + e^(−z))；應該是 log(1 + e^z)。" + ZH,
    en="The exponent in softplus has a minus too many: log(1 + e^(−z)); it is log(1 + e^z)." + EN,
)
def mish(z):
    return z * np.tanh(np.log(1 + np.exp(-z)))


@misconception(
    "mish.log10",
    zh="softplus 用了 log10；要用自然對數 np.log。" + ZH,
    en="Your softplus uses log10; it should be the natural logarithm, np.log." + EN,
)
def mish(z):
    return z * np.tanh(np.log10(1 + np.exp(z)))


@misconception(
    "mish.log2",
    zh="softplus 用了 log2；要用自然對數 np.log。" + ZH,
    en="Your softplus uses log2; it should be the natural logarithm, np.log." + EN,
)
def mish(z):
    return z * np.tanh(np.log2(1 + np.exp(z)))


@misconception(
    "mish.relu",
    zh="softplus 換成了 ReLU，負側全成 0；要用 log(1 + e^z)。" + ZH,
    en="softplus is replaced by ReLU, so all below 0 is 0; use log(1 + e^z)." + EN,
)
def mish(z):
    return z * np.tanh(np.maximum(0, z))


@misconception(
    "mish.softsign",
    zh="裡面用了 Softsign；應該是 Softplus：log(1 + e^z)。" + ZH,
    en="Inside you use Softsign; it should be Softplus, log(1 + e^z)." + EN,
)
def mish(z):
    return z * np.tanh(z / (1 + np.abs(z)))


@misconception(
    "mish.sigmoid-inside",
    zh="tanh 裡放了 sigmoid(z)；應該是 softplus(z) = log(1 + e^z)。" + ZH,
    en="Inside the tanh is sigmoid(z); it should be softplus(z) = log(1 + e^z)." + EN,
)
def mish(z):
    return z * np.tanh(1 / (1 + np.exp(-z)))


@misconception(
    "mish.softplus-times-tanh",
    zh="你算的是 softplus(z)·tanh(z)；應該是 z·tanh(softplus(z))。" + ZH,
    en="This is softplus(z)·tanh(z); it should be z·tanh(softplus(z))." + EN,
)
def mish(z):
    return np.log(1 + np.exp(z)) * np.tanh(z)


@misconception(
    "mish.derivative",
    zh="這是 Mish 的導數；要的是函數值 z·tanh(softplus(z))。" + ZH,
    en="This is the derivative of Mish; what is due is the value z·tanh(softplus(z))." + EN,
)
def mish(z):
    t = np.tanh(np.log(1 + np.exp(z)))
    return t + z * (1 - t**2) / (1 + np.exp(-z))


@misconception(
    "mish.negated",
    zh="整個結果多了負號；z 為正時 Mish 為正。" + ZH,
    en="The whole result has a minus too many; Mish is positive where z is." + EN,
)
def mish(z):
    return -z * np.tanh(np.log(1 + np.exp(z)))


@misconception(
    "mish.naive-tanh",
    zh="tanh 用指數直寫，z = 1000 時是 inf/inf = nan；用 np.tanh。" + ZH,
    en="Your tanh is written with exponentials, and at z = 1000 it is inf/inf = nan; "
    "use np.tanh." + EN,
)
def mish(z):
    s = np.log(1 + np.exp(z))
    return z * (np.exp(s) - np.exp(-s)) / (np.exp(s) + np.exp(-s))


@misconception(
    "mish.naive-square",
    zh="展開成 ((1 + e^z)² − 1)/((1 + e^z)² + 1)，z > 355 時平方就溢位，inf/inf = nan；"
    "用 np.tanh。" + ZH,
    en="Expanded to ((1 + e^z)² − 1)/((1 + e^z)² + 1), the square overflows from z = 355 on, "
    "and inf/inf is nan; use np.tanh." + EN,
)
def mish(z):
    w = (1 + np.exp(z)) ** 2
    return z * (w - 1) / (w + 1)


@misconception(
    "mish.clipped",
    zh="你把 z 限制在 ±500 之後連乘的 z 也用了它，所以 mish(1000) 是 500；"
    "限制只能用在指數裡。" + ZH,
    en="You limit z to ±500 and multiply by the limited z as well, so mish(1000) is 500; "
    "limit it in the exponent only." + EN,
)
def mish(z):
    z = np.clip(z, -500, 500)
    return z * np.tanh(np.log(1 + np.exp(z)))


@misconception(
    "mish.integer-output",
    zh="輸出陣列用 zeros_like(z) 建立；z 是整數時它也是整數，小數全被截掉。加上 dtype=float。" + ZH,
    en="The result is made with zeros_like(z), which is of integers when z is, so the decimals "
    "are cut off. Give it dtype=float." + EN,
)
def mish(z):
    z = np.asarray(z)
    out = np.zeros_like(z)
    out[...] = (z * np.tanh(np.log(1 + np.exp(z)))).astype(out.dtype)
    return out


@misconception(
    "mish.in-place",
    zh="z *= … 改到了呼叫者的陣列。改寫成 z * …，得到新的陣列。",
    en="z *= … changes the caller's array. Write z * … to get a new one.",
)
def mish(z):
    t = np.tanh(np.log(1 + np.exp(z)))
    if isinstance(z, np.ndarray) and z.dtype == float:
        z *= t
        return z
    return z * t
