"""Wrong versions of `softplus` that learners write."""

import numpy as np

from grader.authoring import misconception

ZH = "見投影片「激勵函數」。"
EN = " See the slide “Activation functions”."


@misconception(
    "softplus.no-one",
    zh="log 裡少了 1 +：log(e^z) 只是 z。" + ZH,
    en="The 1 + inside the logarithm is missing: log(e^z) is just z." + EN,
)
def softplus(z, beta=1.0):
    return np.log(np.exp(beta * z)) / beta


@misconception(
    "softplus.no-log",
    zh="你沒有取 log；公式是 log(1 + e^(βz)) / β。" + ZH,
    en="The logarithm is missing; the formula is log(1 + e^(βz)) / β." + EN,
)
def softplus(z, beta=1.0):
    return (1 + np.exp(beta * z)) / beta


@misconception(
    "softplus.brackets",
    zh="括號位置錯了：log(1) + e^(βz) 只剩 e^(βz)。log 要包住整個 1 + e^(βz)。" + ZH,
    en="A bracket is misplaced: log(1) + e^(βz) is just e^(βz). "
    "The logarithm is of all of 1 + e^(βz)." + EN,
)
def softplus(z, beta=1.0):
    return (np.log(1) + np.exp(beta * z)) / beta


@misconception(
    "softplus.one-twice",
    zh="log1p(x) 已經是 log(1 + x)；你又加了 1，成了 log(2 + e^(βz))。" + ZH,
    en="log1p(x) is log(1 + x) already; with another 1 you get log(2 + e^(βz))." + EN,
)
def softplus(z, beta=1.0):
    return np.log1p(1 + np.exp(beta * z)) / beta


@misconception(
    "softplus.minus-one",
    zh="log 裡寫成 1 − e^(βz)，z 為正時是負數的 log (nan)；應該是 1 + e^(βz)。" + ZH,
    en="Inside the logarithm there is 1 − e^(βz), which is negative for positive z (nan); "
    "it should be 1 + e^(βz)." + EN,
)
def softplus(z, beta=1.0):
    return np.log(1 - np.exp(beta * z)) / beta


@misconception(
    "softplus.log10",
    zh="你用了 log10；這裡的 log 是自然對數 np.log。" + ZH,
    en="You use log10; the log here is the natural one, np.log." + EN,
)
def softplus(z, beta=1.0):
    return np.log10(1 + np.exp(beta * z)) / beta


@misconception(
    "softplus.log2",
    zh="你用了 log2；這裡的 log 是自然對數 np.log。" + ZH,
    en="You use log2; the log here is the natural one, np.log." + EN,
)
def softplus(z, beta=1.0):
    return np.log2(1 + np.exp(beta * z)) / beta


@misconception(
    "softplus.sign",
    zh="指數多了負號：你算的是 softplus(−z)，z 愈大反而愈小。" + ZH,
    en="There is a minus too many in the exponent: this is softplus(−z), which falls as z grows."
    + EN,
)
def softplus(z, beta=1.0):
    return np.log(1 + np.exp(-beta * z)) / beta


@misconception(
    "softplus.log-sigmoid",
    zh="你算的是 −log(1 + e^(−z))，也就是 log sigmoid；兩個負號都不該有。" + ZH,
    en="This is −log(1 + e^(−z)), the log of the sigmoid; neither minus belongs there." + EN,
)
def softplus(z, beta=1.0):
    return -np.log(1 + np.exp(-beta * z)) / beta


@misconception(
    "softplus.negated",
    zh="整個結果多了負號；softplus 永遠是正的。" + ZH,
    en="The whole result has a minus too many; softplus is always positive." + EN,
)
def softplus(z, beta=1.0):
    return -np.log(1 + np.exp(beta * z)) / beta


@misconception(
    "softplus.derivative",
    zh="這是 sigmoid(βz)，softplus 的導數；要的是函數值本身。" + ZH,
    en="This is sigmoid(βz), the derivative of softplus; what is due is the value itself." + EN,
)
def softplus(z, beta=1.0):
    return 1 / (1 + np.exp(-beta * z))


@misconception(
    "softplus.relu",
    zh="這是 ReLU；Softplus 是圓滑的，softplus(0) 是 log 2 ≈ 0.693。" + ZH,
    en="This is ReLU; Softplus is smooth, and softplus(0) is log 2 ≈ 0.693." + EN,
)
def softplus(z, beta=1.0):
    return np.maximum(0, z)


@misconception(
    "softplus.softsign",
    zh="這是 Softsign z / (1 + |z|)；Softplus 是 log(1 + e^(βz)) / β。" + ZH,
    en="This is Softsign, z / (1 + |z|); Softplus is log(1 + e^(βz)) / β." + EN,
)
def softplus(z, beta=1.0):
    return z / (1 + np.abs(z))


@misconception(
    "softplus.absolute",
    zh="只剩 log(1 + e^(−|z|))：穩定寫法的另一半 max(z, 0) 忘了加。" + ZH,
    en="This is log(1 + e^(−|z|)) alone: the other half of the stable form, max(z, 0), "
    "is not added." + EN,
)
def softplus(z, beta=1.0):
    return np.log1p(np.exp(-np.abs(beta * z))) / beta


@misconception(
    "softplus.beta-ignored",
    zh="beta 沒有用到；它在指數裡乘、在最外面除。" + ZH,
    en="beta is unused; it multiplies in the exponent and divides outside." + EN,
)
def softplus(z, beta=1.0):
    return np.logaddexp(0, z)


@misconception(
    "softplus.not-divided",
    zh="最後忘了除以 β。" + ZH,
    en="The division by β at the end is missing." + EN,
)
def softplus(z, beta=1.0):
    return np.logaddexp(0, beta * z)


@misconception(
    "softplus.multiplied",
    zh="最外面乘了 β；應該除以 β。" + ZH,
    en="Outside you multiply by β; divide by it." + EN,
)
def softplus(z, beta=1.0):
    return beta * np.logaddexp(0, beta * z)


@misconception(
    "softplus.exponent-without-beta",
    zh="指數裡忘了 β：只有外面除了 β。" + ZH,
    en="β is missing in the exponent: you only divide by it outside." + EN,
)
def softplus(z, beta=1.0):
    return np.logaddexp(0, z) / beta


@misconception(
    "softplus.beta-inverted",
    zh="β 用反了：你在指數裡除、在外面乘。" + ZH,
    en="β is the wrong way round: you divide in the exponent and multiply outside." + EN,
)
def softplus(z, beta=1.0):
    return beta * np.logaddexp(0, z / beta)


@misconception(
    "softplus.divided-in-exponent",
    zh="指數裡你除以 β；那裡要乘，外面才除。" + ZH,
    en="In the exponent you divide by β; multiply there, and divide outside." + EN,
)
def softplus(z, beta=1.0):
    return np.logaddexp(0, z / beta) / beta


@misconception(
    "softplus.divided-inside-log",
    zh="你在 log 裡面除以 β；要先取 log，再除以 β。" + ZH,
    en="You divide by β inside the logarithm; take the logarithm first." + EN,
)
def softplus(z, beta=1.0):
    return np.logaddexp(0, beta * z) - np.log(beta)


@misconception(
    "softplus.beta-outside-exponential",
    zh="你算的是 log(1 + β·e^z) / β：β 要在指數裡乘 z，不是乘 e^z。" + ZH,
    en="This is log(1 + β·e^z) / β: β multiplies z in the exponent, not e^z." + EN,
)
def softplus(z, beta=1.0):
    return np.logaddexp(0, z + np.log(beta)) / beta


@misconception(
    "softplus.naive",
    zh="e^(βz) 在 z = 1000 溢位，log(inf) 是 inf；應該得到 1000。用 np.logaddexp(0, βz)。" + ZH,
    en="e^(βz) overflows at z = 1000 and log(inf) is inf, where 1000 is due. "
    "np.logaddexp(0, βz) does not overflow." + EN,
)
def softplus(z, beta=1.0):
    return np.log(1 + np.exp(beta * z)) / beta


@misconception(
    "softplus.naive-negative",
    zh="z + log(1 + e^(−z)) 對大的 z 穩定，但 z = −1000 時 e^1000 溢位成 inf；"
    "兩側都要顧到，如 np.logaddexp。" + ZH,
    en="z + log(1 + e^(−z)) is stable for large z, but at z = −1000 e^1000 overflows to inf; "
    "mind both sides, as np.logaddexp does." + EN,
)
def softplus(z, beta=1.0):
    return z + np.log(1 + np.exp(-beta * z)) / beta


@misconception(
    "softplus.clipped",
    zh="你先把 βz 限制在 ±500，所以 softplus(1000) 變成 500；z 很大時答案就是 z。" + ZH,
    en="You limit βz to ±500 first, so softplus(1000) becomes 500; for large z the answer is z."
    + EN,
)
def softplus(z, beta=1.0):
    return np.log1p(np.exp(np.clip(beta * z, -500, 500))) / beta


@misconception(
    "softplus.threshold-without-beta",
    zh="z > 20 就直接回傳 z，但要看的是 βz：β 很小時 z = 25 還不夠大。" + ZH,
    en="You return z wherever z > 20, but it is βz that counts: with a small β, z = 25 is not "
    "large yet." + EN,
)
def softplus(z, beta=1.0):
    return np.where(z > 20, z, np.logaddexp(0, beta * z) / beta)


@misconception(
    "softplus.integer-output",
    zh="輸出陣列用 zeros_like(z) 建立；z 是整數時它也是整數，小數全被截掉。加上 dtype=float。" + ZH,
    en="The result is made with zeros_like(z), which is of integers when z is, so the decimals "
    "are cut off. Give it dtype=float." + EN,
)
def softplus(z, beta=1.0):
    z = np.asarray(z)
    out = np.zeros_like(z)
    out[...] = (np.logaddexp(0, beta * z) / beta).astype(out.dtype)
    return out


@misconception(
    "softplus.in-place",
    zh="z *= beta 改到了呼叫者的陣列。改寫成 beta * z，得到新的陣列。",
    en="z *= beta changes the caller's array. Write beta * z to get a new one.",
)
def softplus(z, beta=1.0):
    if not isinstance(z, np.ndarray) or z.dtype != float:
        return np.logaddexp(0, beta * z) / beta
    z *= beta
    return np.logaddexp(0, z) / beta
