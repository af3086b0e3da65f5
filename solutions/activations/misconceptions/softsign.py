"""Wrong versions of `softsign` that learners write."""

import numpy as np

from grader.authoring import misconception

ZH = "見投影片「激勵函數」。"
EN = " See the slide “Activation functions”."


@misconception(
    "softsign.no-absolute",
    zh="分母少了絕對值：z / (1 + z) 在 z = −1 會除以 0。分母是 1 + |z|。" + ZH,
    en="The absolute value is missing: z / (1 + z) divides by 0 at z = −1. "
    "The denominator is 1 + |z|." + EN,
)
def softsign(z):
    return z / (1 + z)


@misconception(
    "softsign.minus-below",
    zh="分母寫成 1 − |z|；應該是 1 + |z|，永遠不為 0。" + ZH,
    en="Your denominator is 1 − |z|; it is 1 + |z|, which is never 0." + EN,
)
def softsign(z):
    return z / (1 - np.abs(z))


@misconception(
    "softsign.absolute-above",
    zh="分子也取了絕對值，所以負號不見了；分子是 z。" + ZH,
    en="The numerator has an absolute value too, so the sign is lost; the numerator is z." + EN,
)
def softsign(z):
    return np.abs(z) / (1 + np.abs(z))


@misconception(
    "softsign.brackets",
    zh="少了括號：z / 1 + |z| 會先算 z/1。分母是一整個 (1 + |z|)。" + ZH,
    en="Brackets are missing: in z / 1 + |z| the division z/1 comes first. "
    "All of (1 + |z|) stands below the line." + EN,
)
def softsign(z):
    return z / 1 + np.abs(z)


@misconception(
    "softsign.square",
    zh="分母用了 z²；應該是 |z|。" + ZH,
    en="The denominator has z²; it should be |z|." + EN,
)
def softsign(z):
    return z / (1 + z**2)


@misconception(
    "softsign.root",
    zh="你除以 √(1 + z²)；分母只是 1 + |z|。" + ZH,
    en="You divide by √(1 + z²); the denominator is just 1 + |z|." + EN,
)
def softsign(z):
    return z / np.sqrt(1 + z**2)


@misconception(
    "softsign.derivative",
    zh="這是 1 / (1 + |z|)²，softsign 的導數；要的是函數值本身。" + ZH,
    en="This is 1 / (1 + |z|)², the derivative; what is due is the value itself." + EN,
)
def softsign(z):
    return 1 / (1 + np.abs(z)) ** 2


@misconception(
    "softsign.one-above",
    zh="分子寫成 1；應該是 z。" + ZH,
    en="Your numerator is 1; it should be z." + EN,
)
def softsign(z):
    return 1 / (1 + np.abs(z))


@misconception(
    "softsign.no-one",
    zh="分母少了 1 +：z / |z| 只剩正負號，z = 0 時還會除以 0。" + ZH,
    en="The 1 + is missing below: z / |z| is just the sign, and divides by 0 at z = 0." + EN,
)
def softsign(z):
    return z / np.abs(z)


@misconception(
    "softsign.sign",
    zh="這是正負號函數 (sign)；Softsign 是圓滑的：z / (1 + |z|)。" + ZH,
    en="This is the sign function; Softsign is smooth: z / (1 + |z|)." + EN,
)
def softsign(z):
    return np.sign(z)


@misconception(
    "softsign.negated",
    zh="正負號反了；z 為正時 softsign 為正。" + ZH,
    en="The sign is the other way round; softsign is positive where z is." + EN,
)
def softsign(z):
    return -z / (1 + np.abs(z))


@misconception(
    "softsign.softplus",
    zh="這是 Softplus log(1 + e^z)；Softsign 是 z / (1 + |z|)，名字像而已。" + ZH,
    en="This is Softplus, log(1 + e^z); Softsign is z / (1 + |z|), only the names are alike." + EN,
)
def softsign(z):
    return np.logaddexp(0, z)


@misconception(
    "softsign.tanh",
    zh="這是 tanh；Softsign 不用指數：z / (1 + |z|)。" + ZH,
    en="This is tanh; Softsign has no exponential: z / (1 + |z|)." + EN,
)
def softsign(z):
    return np.tanh(z)


@misconception(
    "softsign.sigmoid",
    zh="這是 sigmoid；Softsign 是 z / (1 + |z|)，範圍 −1 到 1。" + ZH,
    en="This is the sigmoid; Softsign is z / (1 + |z|) and runs from −1 to 1." + EN,
)
def softsign(z):
    return np.exp(-np.logaddexp(0, -z))


@misconception(
    "softsign.sum",
    zh="你把 |z| 對所有元素加總了；分母只用該元素自己的 |z|。" + ZH,
    en="You add up |z| over all elements; the denominator has the element's own |z| only." + EN,
)
def softsign(z):
    return z / (1 + np.sum(np.abs(z)))


@misconception(
    "softsign.floor-division",
    zh="你用了 // (整數除法)，小數被捨去；用 /。" + ZH,
    en="You use // (floor division), which drops the decimals; use /." + EN,
)
def softsign(z):
    return z // (1 + np.abs(z))


@misconception(
    "softsign.integer-output",
    zh="輸出陣列用 zeros_like(z) 建立；z 是整數時它也是整數，小數全被截掉。加上 dtype=float。" + ZH,
    en="The result is made with zeros_like(z), which is of integers when z is, so the decimals "
    "are cut off. Give it dtype=float." + EN,
)
def softsign(z):
    z = np.asarray(z)
    out = np.zeros_like(z)
    out[...] = (z / (1 + np.abs(z))).astype(out.dtype)
    return out


@misconception(
    "softsign.in-place",
    zh="z /= … 會改到呼叫者的陣列。改寫成 z / …，得到新的陣列。",
    en="z /= … changes the caller's array. Write z / … to get a new one.",
)
def softsign(z):
    if isinstance(z, np.ndarray) and z.dtype == float:
        z /= 1 + np.abs(z)
        return z
    return z / (1 + np.abs(z))
