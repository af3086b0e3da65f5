"""Wrong versions of `sigmoid` that learners write."""

import numpy as np

from grader.authoring import misconception

ZH = "見投影片「激勵函數」。"
EN = " See the slide “Activation functions”."


@misconception(
    "sigmoid.sign",
    zh="指數的負號掉了 (或分子寫成 e^(−z))：你算的是 σ(−z)，z 愈大反而愈小。" + ZH,
    en="The minus in the exponent is missing (or the numerator is e^(−z)): this is σ(−z), "
    "which falls as z grows." + EN,
)
def sigmoid(z):
    return 1 / (1 + np.exp(z))


@misconception(
    "sigmoid.minus-below",
    zh="分母寫成 1 − e^(−z)；應該是 1 + e^(−z)，這樣結果才在 0 與 1 之間。" + ZH,
    en="Your denominator is 1 − e^(−z); it is 1 + e^(−z) that keeps the result between 0 and 1."
    + EN,
)
def sigmoid(z):
    return 1 / (1 - np.exp(-z))


@misconception(
    "sigmoid.brackets",
    zh="你算的是 1 + e^(−z)：少了括號 (1 / 1 + e^(−z) 會先算 1/1)，或忘了取倒數。"
    "應該是 1 / (1 + e^(−z))。" + ZH,
    en="This is 1 + e^(−z): brackets are missing (in 1 / 1 + e^(−z) the division 1/1 comes "
    "first) or the reciprocal is. It is 1 / (1 + e^(−z))." + EN,
)
def sigmoid(z):
    return 1 / 1 + np.exp(-z)


@misconception(
    "sigmoid.no-one",
    zh="你只算了 1 / e^(−z) = e^z，分母少了 1 +。" + ZH,
    en="You compute 1 / e^(−z) = e^z; the 1 + in the denominator is missing." + EN,
)
def sigmoid(z):
    return np.exp(z)


@misconception(
    "sigmoid.z-above",
    zh="分子寫成了 z，那是 swish；sigmoid 的分子是 1。" + ZH,
    en="You have z in the numerator, which is swish; for the sigmoid it is 1." + EN,
)
def sigmoid(z):
    return z / (1 + np.exp(-z))


@misconception(
    "sigmoid.derivative",
    zh="這是 σ(z)(1 − σ(z))，sigmoid 的導數；前向傳播要的是 σ(z) 本身。" + ZH,
    en="This is σ(z)(1 − σ(z)), the derivative; the forward pass wants σ(z) itself." + EN,
)
def sigmoid(z):
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)


@misconception(
    "sigmoid.tanh",
    zh="這是 tanh，範圍是 −1 到 1；sigmoid 的範圍是 0 到 1。" + ZH,
    en="This is tanh, which runs from −1 to 1; the sigmoid runs from 0 to 1." + EN,
)
def sigmoid(z):
    return np.tanh(z)


@misconception(
    "sigmoid.centred",
    zh="你算的是 2σ(z) − 1 = (1 − e^(−z)) / (1 + e^(−z))；分子只要 1，sigmoid(0) 是 0.5。" + ZH,
    en="This is 2σ(z) − 1 = (1 − e^(−z)) / (1 + e^(−z)); the numerator is just 1, and "
    "sigmoid(0) is 0.5." + EN,
)
def sigmoid(z):
    return np.tanh(z / 2)


@misconception(
    "sigmoid.shifted-tanh",
    zh="(1 + tanh z) / 2 是 σ(2z)；要得到 σ(z)，tanh 裡要放 z/2。" + ZH,
    en="(1 + tanh z) / 2 is σ(2z), that is 1 / (1 + e^(−2z)); for σ(z) take tanh of z/2." + EN,
)
def sigmoid(z):
    return (1 + np.tanh(z)) / 2


@misconception(
    "sigmoid.base-ten",
    zh="你以 10 為底 (10^(−z))；公式的底是 e，用 np.exp。" + ZH,
    en="Your base is 10 (10^(−z)); the formula has e, that is np.exp." + EN,
)
def sigmoid(z):
    return 1 / (1 + 10.0**-z)


@misconception(
    "sigmoid.base-two",
    zh="你以 2 為底 (2^(−z))；公式的底是 e，用 np.exp。" + ZH,
    en="Your base is 2 (2^(−z)); the formula has e, that is np.exp." + EN,
)
def sigmoid(z):
    return 1 / (1 + 2.0**-z)


@misconception(
    "sigmoid.twice",
    zh="sigmoid 套了兩次；只要一次。" + ZH,
    en="The sigmoid is applied twice; once is enough." + EN,
)
def sigmoid(z):
    return 1 / (1 + np.exp(-1 / (1 + np.exp(-z))))


@misconception(
    "sigmoid.hard",
    zh="這是折線近似 (hard sigmoid)：clip(0.2z + 0.5, 0, 1)；請用公式裡的指數。" + ZH,
    en="This is the piecewise linear stand-in (hard sigmoid), clip(0.2z + 0.5, 0, 1); "
    "use the exponential of the formula." + EN,
)
def sigmoid(z):
    return np.clip(0.2 * z + 0.5, 0, 1)


@misconception(
    "sigmoid.classified",
    zh="你回傳了 0 或 1：門檻分類是之後的事，sigmoid 回傳機率般的小數。" + ZH,
    en="You return 0 or 1: the threshold comes later, the sigmoid itself returns the number "
    "in between." + EN,
)
def sigmoid(z):
    return np.where(z >= 0, 1.0, 0.0)


@misconception(
    "sigmoid.softmax",
    zh="這是 softmax：你除以全部元素的總和。sigmoid 對每個元素各自計算。" + ZH,
    en="This is softmax: you divide by a sum over all elements. "
    "The sigmoid treats each element by itself." + EN,
)
def sigmoid(z):
    e = np.exp(z - np.max(z))
    return e / np.sum(e)


@misconception(
    "sigmoid.absolute",
    zh="指數用了 |z|，所以負的 z 也得到大於 0.5 的值；指數是 −z。" + ZH,
    en="The exponent has |z|, so negative z too gives more than 0.5; the exponent is −z." + EN,
)
def sigmoid(z):
    return 1 / (1 + np.exp(-np.abs(z)))


@misconception(
    "sigmoid.log",
    zh="你回傳的是 log σ(z)；不要再取對數。" + ZH,
    en="You return log σ(z); leave the logarithm out." + EN,
)
def sigmoid(z):
    return -np.log(1 + np.exp(-z))


@misconception(
    "sigmoid.naive",
    zh="e^z / (1 + e^z) 在紙上正確，但 z = 1000 時是 inf/inf = nan (乘上遮罩 0 也還是 nan)。"
    "z 為正時改用 1 / (1 + e^(−z))。" + ZH,
    en="e^z / (1 + e^z) is right on paper, but at z = 1000 it is inf/inf = nan, and still nan "
    "times a mask of 0. Where z is positive use 1 / (1 + e^(−z))." + EN,
)
def sigmoid(z):
    return np.exp(z) / (1 + np.exp(z))


@misconception(
    "sigmoid.clipped",
    zh="你把 z 限制在 ±10：σ(−10) 還有 0.000045，離 0 不夠近。若要限制，用 ±500。" + ZH,
    en="You limit z to ±10, but σ(−10) is still 0.000045, not close enough to 0. "
    "If you limit, do it at ±500." + EN,
)
def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -10, 10)))


@misconception(
    "sigmoid.integer-output",
    zh="輸出陣列用 zeros_like(z) 建立；z 是整數時它也是整數，小數全被截掉。加上 dtype=float。" + ZH,
    en="The result is made with zeros_like(z), which is of integers when z is, so the decimals "
    "are cut off. Give it dtype=float." + EN,
)
def sigmoid(z):
    z = np.asarray(z)
    out = np.zeros_like(z)
    out[...] = (1 / (1 + np.exp(-z))).astype(out.dtype)
    return out


@misconception(
    "sigmoid.in-place",
    zh="你直接把 z 的值截短 (寫回原陣列)；呼叫者的陣列因此被改掉。用新的陣列裝結果。",
    en="You cut off z in place, which changes the caller's array. Put the result into a new one.",
)
def sigmoid(z):
    if isinstance(z, np.ndarray):
        np.clip(z, -500, 500, out=z)
    return 1 / (1 + np.exp(-z))
