"""Wrong versions of `elu` that learners write."""

import numpy as np

from grader.authoring import misconception

ZH = "見投影片「激勵函數」。"
EN = " See the slide “Activation functions”."


@misconception(
    "elu.no-minus-one",
    zh="負側忘了減 1：應該是 α(e^z − 1)，在 0 才接得起來。" + ZH,
    en="The − 1 below 0 is missing: α(e^z − 1) is what meets the line at 0." + EN,
)
def elu(z, alpha=1.0):
    return np.where(z >= 0, z, alpha * np.exp(z))


@misconception(
    "elu.one-twice",
    zh="expm1 已經減過 1；你又減了 1，成了 e^z − 2。" + ZH,
    en="expm1 has subtracted 1 already; with another you get e^z − 2." + EN,
)
def elu(z, alpha=1.0):
    return np.where(z >= 0, z, alpha * (np.expm1(z) - 1))


@misconception(
    "elu.plus-one",
    zh="負側寫成 e^z + 1；應該是 e^z − 1。" + ZH,
    en="Below 0 there is e^z + 1; it should be e^z − 1." + EN,
)
def elu(z, alpha=1.0):
    return np.where(z >= 0, z, alpha * (np.exp(z) + 1))


@misconception(
    "elu.minus-in-exponent",
    zh="括號位置錯了：你算的是 e^(z−1)；要先取 e^z，再減 1。" + ZH,
    en="A bracket is misplaced: this is e^(z−1); take e^z first, then subtract 1." + EN,
)
def elu(z, alpha=1.0):
    return np.where(z >= 0, z, alpha * np.exp(z - 1))


@misconception(
    "elu.sign",
    zh="負側的正負號反了：α(1 − e^z) 是正的；應該是 α(e^z − 1)。" + ZH,
    en="The sign below 0 is the other way round: α(1 − e^z) is positive; it is α(e^z − 1)." + EN,
)
def elu(z, alpha=1.0):
    return np.where(z >= 0, z, alpha * (1 - np.exp(z)))


@misconception(
    "elu.negative-exponent",
    zh="指數多了負號：e^(−z) 在負側會爆大；應該是 e^z。" + ZH,
    en="There is a minus too many in the exponent: e^(−z) grows huge below 0; it is e^z." + EN,
)
def elu(z, alpha=1.0):
    return np.where(z >= 0, z, alpha * (np.exp(-z) - 1))


@misconception(
    "elu.sides-swapped",
    zh="兩側對調了：z ≥ 0 用 z，z < 0 用 α(e^z − 1)。" + ZH,
    en="The sides are exchanged: z for z ≥ 0, α(e^z − 1) for z < 0." + EN,
)
def elu(z, alpha=1.0):
    return np.where(z < 0, z, alpha * (np.exp(z) - 1))


@misconception(
    "elu.no-condition",
    zh="兩側都用了 α(e^z − 1) (或取了 max)；z ≥ 0 時應該直接是 z。" + ZH,
    en="Both sides are α(e^z − 1) (or you take the max of the two); for z ≥ 0 it is just z." + EN,
)
def elu(z, alpha=1.0):
    return alpha * (np.exp(z) - 1)


@misconception(
    "elu.linear",
    zh="負側還是直線 (z 或 α·z)；那裡要用 α(e^z − 1)。" + ZH,
    en="Below 0 you still have a straight line (z or α·z); α(e^z − 1) is due there." + EN,
)
def elu(z, alpha=1.0):
    return np.where(z >= 0, z, alpha * z)


@misconception(
    "elu.relu",
    zh="這是 ReLU：負側變成 0 了；ELU 的負側是 α(e^z − 1)。" + ZH,
    en="This is ReLU: below 0 you give 0; ELU gives α(e^z − 1) there." + EN,
)
def elu(z, alpha=1.0):
    return np.maximum(0, z)


@misconception(
    "elu.leaky",
    zh="這是 Leaky ReLU (斜率 0.01)；ELU 的負側是 α(e^z − 1)。" + ZH,
    en="This is Leaky ReLU (slope 0.01); below 0 ELU is α(e^z − 1)." + EN,
)
def elu(z, alpha=1.0):
    return np.maximum(0.01 * z, z)


@misconception(
    "elu.derivative",
    zh="這是導數 (1 與 α·e^z)；要的是函數值本身。" + ZH,
    en="This is the derivative (1 and α·e^z); what is due is the value itself." + EN,
)
def elu(z, alpha=1.0):
    return np.where(z >= 0, 1.0, alpha * np.exp(z))


@misconception(
    "elu.selu",
    zh="這是 SELU (多乘了 λ ≈ 1.0507，α ≈ 1.6733)；ELU 沒有 λ，α 預設為 1。" + ZH,
    en="This is SELU (times λ ≈ 1.0507, with α ≈ 1.6733); ELU has no λ, and its α is 1 by "
    "default." + EN,
)
def elu(z, alpha=1.6732632423543772):
    return 1.0507009873554805 * np.where(z >= 0, z, alpha * (np.exp(z) - 1))


@misconception(
    "elu.default-of-selu",
    zh="α 的預設值用了 SELU 的 1.6733；ELU 的預設值是 1。" + ZH,
    en="The default of α is that of SELU, 1.6733; for ELU it is 1." + EN,
)
def elu(z, alpha=1.6732632423543772):
    return np.where(z >= 0, z, alpha * (np.exp(z) - 1))


@misconception(
    "elu.default-of-leaky",
    zh="α 的預設值用了 0.01；ELU 的預設值是 1。" + ZH,
    en="The default of α is 0.01; for ELU it is 1." + EN,
)
def elu(z, alpha=0.01):
    return np.where(z >= 0, z, alpha * (np.exp(z) - 1))


@misconception(
    "elu.base-ten",
    zh="你以 10 為底 (10^z)；公式的底是 e，用 np.exp。" + ZH,
    en="Your base is 10 (10^z); the formula has e, that is np.exp." + EN,
)
def elu(z, alpha=1.0):
    return np.where(z >= 0, z, alpha * (10.0**z - 1))


@misconception(
    "elu.alpha-ignored",
    zh="alpha 沒有用到；負側要乘上 α。" + ZH,
    en="alpha is unused; it multiplies the negative side." + EN,
)
def elu(z, alpha=1.0):
    return np.where(z >= 0, z, np.exp(z) - 1)


@misconception(
    "elu.alpha-both-sides",
    zh="正側也乘了 α；α 只乘負側。" + ZH,
    en="The positive side is multiplied by α too; α belongs to the negative side only." + EN,
)
def elu(z, alpha=1.0):
    return alpha * np.where(z >= 0, z, np.exp(z) - 1)


@misconception(
    "elu.alpha-positive-only",
    zh="α 乘到正側去了；它屬於負側。" + ZH,
    en="α multiplies the positive side; it belongs to the negative one." + EN,
)
def elu(z, alpha=1.0):
    return np.where(z >= 0, alpha * z, np.exp(z) - 1)


@misconception(
    "elu.brackets",
    zh="少了括號：α·e^z − 1 只乘到 e^z；α 要乘整個 (e^z − 1)。" + ZH,
    en="Brackets are missing: α·e^z − 1 multiplies e^z alone; α multiplies all of (e^z − 1)." + EN,
)
def elu(z, alpha=1.0):
    return np.where(z >= 0, z, alpha * np.exp(z) - 1)


@misconception(
    "elu.maximum",
    zh="max(z, α(e^z − 1)) 只有 α ≤ 1 時才對；α 較大時負側的 z 反而比較大。請依 z 的正負分兩側。"
    + ZH,
    en="max(z, α(e^z − 1)) is right only while α ≤ 1; with a larger α the line z is above the "
    "curve below 0. Part the two sides by the sign of z." + EN,
)
def elu(z, alpha=1.0):
    return np.maximum(z, alpha * np.expm1(np.minimum(z, 0)))


@misconception(
    "elu.alpha-in-exponent",
    zh="α 放進指數了 (e^(αz))；它在外面乘。" + ZH,
    en="α is in the exponent (e^(αz)); it multiplies from outside." + EN,
)
def elu(z, alpha=1.0):
    return np.where(z >= 0, z, np.exp(alpha * z) - 1)


@misconception(
    "elu.alpha-divided",
    zh="你除以 α；應該乘上 α。" + ZH,
    en="You divide by α; multiply by it." + EN,
)
def elu(z, alpha=1.0):
    return np.where(z >= 0, z, (np.exp(z) - 1) / alpha)


@misconception(
    "elu.mask-product",
    zh="遮罩乘上兩側再相加：z = 1000 時 e^z 是 inf，0·inf 就是 nan。"
    "用 np.where，或對 min(z, 0) 取指數。" + ZH,
    en="You multiply both sides by masks and add: at z = 1000 e^z is inf, and 0·inf is nan. "
    "Use np.where, or the exponential of min(z, 0)." + EN,
)
def elu(z, alpha=1.0):
    return (z >= 0) * z + (z < 0) * alpha * (np.exp(z) - 1)


@misconception(
    "elu.integer-output",
    zh="輸出陣列的型別跟著 z (zeros_like 或 copy)；z 是整數時負側的小數被截掉。用浮點數陣列。" + ZH,
    en="The result takes its type from z (zeros_like or copy), so with integers the decimals "
    "below 0 are cut off. Use an array of floats." + EN,
)
def elu(z, alpha=1.0):
    z = np.asarray(z)
    out = z.copy()
    out[z < 0] = (alpha * (np.exp(z[z < 0]) - 1)).astype(out.dtype)
    return out


@misconception(
    "elu.vectorized-integer",
    zh="np.vectorize 以第一個結果決定型別：第一個是整數時，後面的小數全被截掉。"
    "加上 otypes=[float]。" + ZH,
    en="np.vectorize takes its type from the first result: when that is an integer, all later "
    "decimals are cut off. Give it otypes=[float]." + EN,
)
def elu(z, alpha=1.0):
    return np.vectorize(lambda v: v if v >= 0 else alpha * (np.exp(v) - 1))(z)


@misconception(
    "elu.in-place",
    zh="你用遮罩改了 z 本身，呼叫者的陣列因此被改掉。先複製一份，或用 np.where。",
    en="You assign into z itself through a mask, which changes the caller's array. "
    "Copy first, or use np.where.",
)
def elu(z, alpha=1.0):
    if not isinstance(z, np.ndarray) or z.dtype != float:
        return np.where(z >= 0, z, alpha * (np.exp(z) - 1))
    z[z < 0] = alpha * (np.exp(z[z < 0]) - 1)
    return z
