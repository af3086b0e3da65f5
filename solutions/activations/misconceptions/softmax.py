"""Wrong versions of `softmax` that learners write."""

import numpy as np

from grader.authoring import misconception

ZH_SOFTMAX = "見投影片「Softmax (分類問題)」。"
EN_SOFTMAX = " See the slide “Softmax (classification)”."


@misconception(
    "softmax.not-normalised",
    zh="你只取了指數，忘了除以總和；每個樣本的結果要加總為 1。" + ZH_SOFTMAX,
    en="You take the exponentials but do not divide by their sum; each sample must add up to 1."
    + EN_SOFTMAX,
)
def softmax(z):
    return np.exp(z)


@misconception(
    "softmax.sum-over-everything",
    zh="你除以整個陣列的總和；(k, N) 要每個樣本 (行) 各自加總：axis=0。" + ZH_SOFTMAX,
    en="You divide by the sum of the whole array; with (k, N) each sample (column) has its own "
    "sum: axis=0." + EN_SOFTMAX,
)
def softmax(z):
    e = np.exp(z - np.max(z))
    return e / np.sum(e)


@misconception(
    "softmax.sum-over-everything-after-shift",
    zh="每一行各減了最大值，卻除以整個陣列的總和；(k, N) 要每個樣本 (行) 各自加總：axis=0。"
    + ZH_SOFTMAX,
    en="Each column has its own maximum subtracted, but all are divided by the sum of the whole "
    "array; with (k, N) each sample (column) has its own sum: axis=0." + EN_SOFTMAX,
)
def softmax(z):
    e = np.exp(z - np.max(z, axis=0))
    return e / np.sum(e)


@misconception(
    "softmax.last-axis",
    zh="你沿著樣本的那一軸 (axis=1 或 axis=-1) 加總；類別在軸 0，不論是 (k,) 還是 (k, N)。"
    + ZH_SOFTMAX,
    en="You sum along the samples (axis=1, or axis=-1 with (k, N)); the classes are axis 0, with "
    "(k,) as with (k, N)." + EN_SOFTMAX,
)
def softmax(z):
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


@misconception(
    "softmax.row-sums-broadcast",
    zh="你沿著最後一軸加總又沒有 keepdims，於是除錯了方向；類別在軸 0。" + ZH_SOFTMAX,
    en="You sum along the last axis without keepdims, so the wrong sums meet the wrong entries; "
    "the classes are axis 0." + EN_SOFTMAX,
)
def softmax(z):
    e = np.exp(z)
    return e / np.sum(e, axis=-1)


@misconception(
    "softmax.no-exponential",
    zh="沒有取指數：z / Σz 遇到負數就不像機率了。先取 e^z。" + ZH_SOFTMAX,
    en="There is no exponential: z / Σz is nothing like probabilities once a value is negative. "
    "Take e^z first." + EN_SOFTMAX,
)
def softmax(z):
    return z / np.sum(z, axis=0)


@misconception(
    "softmax.sign",
    zh="指數多了負號：e^(−z) 使最大的分數得到最小的機率。" + ZH_SOFTMAX,
    en="There is a minus too many: with e^(−z) the largest score gets the smallest share."
    + EN_SOFTMAX,
)
def softmax(z):
    e = np.exp(-z)
    return e / np.sum(e, axis=0)


@misconception(
    "softmax.sigmoid",
    zh="這是 sigmoid：每個元素各算各的，加總不是 1。softmax 要除以所有類別的總和。" + ZH_SOFTMAX,
    en="This is the sigmoid: each element by itself, and the sum is not 1. "
    "Softmax divides by the sum over the classes." + EN_SOFTMAX,
)
def softmax(z):
    return 1 / (1 + np.exp(-z))


@misconception(
    "softmax.log",
    zh="你回傳的是 log softmax；不要再取對數。" + ZH_SOFTMAX,
    en="You return log softmax; leave the logarithm out." + EN_SOFTMAX,
)
def softmax(z):
    return z - np.log(np.sum(np.exp(z), axis=0))


@misconception(
    "softmax.divided-by-max",
    zh="你除以最大的指數 (或只減了最大值)；要除以總和。" + ZH_SOFTMAX,
    en="You divide by the largest exponential (or only subtract the maximum); "
    "divide by the sum." + EN_SOFTMAX,
)
def softmax(z):
    return np.exp(z - np.max(z, axis=0))


@misconception(
    "softmax.divided-by-mean",
    zh="你除以平均；要除以總和，加總才會是 1。" + ZH_SOFTMAX,
    en="You divide by the mean; divide by the sum, so that the result adds up to 1." + EN_SOFTMAX,
)
def softmax(z):
    e = np.exp(z)
    return e / np.mean(e, axis=0)


@misconception(
    "softmax.base-ten",
    zh="你以 10 為底；公式的底是 e，用 np.exp。" + ZH_SOFTMAX,
    en="Your base is 10; the formula has e, that is np.exp." + EN_SOFTMAX,
)
def softmax(z):
    e = 10.0**z
    return e / np.sum(e, axis=0)


@misconception(
    "softmax.base-two",
    zh="你以 2 為底；公式的底是 e，用 np.exp。" + ZH_SOFTMAX,
    en="Your base is 2; the formula has e, that is np.exp." + EN_SOFTMAX,
)
def softmax(z):
    e = 2.0**z
    return e / np.sum(e, axis=0)


@misconception(
    "softmax.twice",
    zh="softmax 套了兩次；只要一次。" + ZH_SOFTMAX,
    en="Softmax is applied twice; once is enough." + EN_SOFTMAX,
)
def softmax(z):
    e = np.exp(z) / np.sum(np.exp(z), axis=0)
    return np.exp(e) / np.sum(np.exp(e), axis=0)


@misconception(
    "softmax.one-hot",
    zh="你把最大的設成 1、其餘設成 0 (argmax)；softmax 回傳每一類的比例。" + ZH_SOFTMAX,
    en="You set the largest to 1 and the rest to 0 (argmax); softmax gives each class its share."
    + EN_SOFTMAX,
)
def softmax(z):
    return np.where(z == np.max(z, axis=0), 1.0, 0.0)


@misconception(
    "softmax.argmax",
    zh="你回傳了最大值的位置；softmax 回傳和 z 同形狀的比例。" + ZH_SOFTMAX,
    en="You return the index of the largest; softmax returns shares, in the shape of z."
    + EN_SOFTMAX,
)
def softmax(z):
    return np.argmax(z, axis=0)


@misconception(
    "softmax.others-only",
    zh="分母漏了自己：你除以其他類別的總和；總和要包含所有 k 類。" + ZH_SOFTMAX,
    en="The denominator leaves out the class itself; the sum is over all k classes." + EN_SOFTMAX,
)
def softmax(z):
    e = np.exp(z)
    return e / (np.sum(e, axis=0) - e)


@misconception(
    "softmax.one-added",
    zh="分母多加了 1 (和 sigmoid 混了)；分母只是指數的總和。" + ZH_SOFTMAX,
    en="The denominator has a 1 too many (as in the sigmoid); it is just the sum of the "
    "exponentials." + EN_SOFTMAX,
)
def softmax(z):
    e = np.exp(z)
    return e / (1 + np.sum(e, axis=0))


@misconception(
    "softmax.exponential-of-sum",
    zh="你除以 e^(Σz)；要先各自取指數再加總：Σ e^z。" + ZH_SOFTMAX,
    en="You divide by e^(Σz); take the exponentials first and then add: Σ e^z." + EN_SOFTMAX,
)
def softmax(z):
    return np.exp(z) / np.exp(np.sum(z, axis=0))


@misconception(
    "softmax.shift-in-numerator-only",
    zh="分子減了最大值，分母沒有；兩邊要用同一個指數 e^(z − max)。" + ZH_SOFTMAX,
    en="The maximum is subtracted above but not below the line; use the same e^(z − max) in "
    "both." + EN_SOFTMAX,
)
def softmax(z):
    return np.exp(z - np.max(z, axis=0)) / np.sum(np.exp(z), axis=0)


@misconception(
    "softmax.divided-scores",
    zh="你把 z 除以最大值，不是減去最大值；相減不改變答案，相除會。" + ZH_SOFTMAX,
    en="You divide z by its maximum instead of subtracting it; subtracting leaves the answer as "
    "it is, dividing does not." + EN_SOFTMAX,
)
def softmax(z):
    e = np.exp(z / np.max(z, axis=0))
    return e / np.sum(e, axis=0)


@misconception(
    "softmax.naive",
    zh="沒有先減最大值：e^1000 溢位成 inf，inf/inf 是 nan。每個樣本先減自己的最大值。" + ZH_SOFTMAX,
    en="Without subtracting the maximum, e^1000 overflows to inf and inf/inf is nan. "
    "Subtract each sample's own maximum first." + EN_SOFTMAX,
)
def softmax(z):
    return np.exp(z) / np.sum(np.exp(z), axis=0)


@misconception(
    "softmax.global-maximum",
    zh="你減的是整個陣列的最大值：分數都很低的樣本，指數全變成 0，0/0 是 nan。"
    "每個樣本減自己的 (axis=0)。" + ZH_SOFTMAX,
    en="You subtract the maximum of the whole array: in a sample of low scores every exponential "
    "becomes 0, and 0/0 is nan. Subtract each sample's own (axis=0)." + EN_SOFTMAX,
)
def softmax(z):
    e = np.exp(z - np.max(z))
    return e / np.sum(e, axis=0)


@misconception(
    "softmax.mean-subtracted",
    zh="你減的是平均：最高分仍可能高出平均 1000 以上而溢位。減最大值。" + ZH_SOFTMAX,
    en="You subtract the mean: the highest score may still lie 1000 above it and overflow. "
    "Subtract the maximum." + EN_SOFTMAX,
)
def softmax(z):
    e = np.exp(z - np.mean(z, axis=0))
    return e / np.sum(e, axis=0)


@misconception(
    "softmax.minimum-subtracted",
    zh="你減的是最小值：最高分與最低分差很多時 e^(z − min) 仍會溢位。減最大值。" + ZH_SOFTMAX,
    en="You subtract the minimum: where the scores lie far apart e^(z − min) still overflows. "
    "Subtract the maximum." + EN_SOFTMAX,
)
def softmax(z):
    e = np.exp(z - np.min(z, axis=0))
    return e / np.sum(e, axis=0)


@misconception(
    "softmax.maximum-added",
    zh="你加上了最大值，e^(z + max) 更容易溢位。要減：e^(z − max)。" + ZH_SOFTMAX,
    en="You add the maximum, so e^(z + max) overflows all the sooner. Subtract it: e^(z − max)."
    + EN_SOFTMAX,
)
def softmax(z):
    e = np.exp(z + np.max(z, axis=0))
    return e / np.sum(e, axis=0)


@misconception(
    "softmax.clipped",
    zh="你把 z 限制在 ±500：1000 與 999 都成了 500，分不出高低。改減最大值。" + ZH_SOFTMAX,
    en="You limit z to ±500: 1000 and 999 both become 500 and can no longer be told apart. "
    "Subtract the maximum instead." + EN_SOFTMAX,
)
def softmax(z):
    e = np.exp(np.clip(z, -500, 500))
    return e / np.sum(e, axis=0)


@misconception(
    "softmax.integer-output",
    zh="輸出陣列用 zeros_like(z) 建立；z 是整數時它也是整數，小數全被截掉。"
    "加上 dtype=float。" + ZH_SOFTMAX,
    en="The result is made with zeros_like(z), which is of integers when z is, so the decimals "
    "are cut off. Give it dtype=float." + EN_SOFTMAX,
)
def softmax(z):
    z = np.asarray(z)
    out = np.zeros_like(z)
    e = np.exp(z - np.max(z, axis=0))
    out[...] = (e / np.sum(e, axis=0)).astype(out.dtype)
    return out


@misconception(
    "softmax.in-place",
    zh="z -= max 改到了呼叫者的陣列。改寫成 z - max，得到新的陣列。",
    en="z -= max changes the caller's array. Write z - max to get a new one.",
)
def softmax(z):
    z -= np.max(z, axis=0)
    return np.exp(z) / np.sum(np.exp(z), axis=0)
