"""Wrong versions of `selu` that learners write."""

import numpy as np

from grader.authoring import misconception

ZH = "見投影片「激勵函數」。"
EN = " See the slide “Activation functions”."


@misconception(
    "selu.no-lambda",
    zh="λ 忘了乘 (只算到 ELU)；兩側都要乘上 λ。" + ZH,
    en="λ is missing (this is still ELU); both sides are multiplied by it." + EN,
)
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    return np.where(z >= 0, z, alpha * (np.exp(z) - 1))


@misconception(
    "selu.lambda-above-only",
    zh="λ 只乘了正側；負側也要：λα(e^z − 1)。" + ZH,
    en="λ multiplies the positive side only; the negative one is λα(e^z − 1)." + EN,
)
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    return np.where(z >= 0, lam * z, alpha * (np.exp(z) - 1))


@misconception(
    "selu.lambda-below-only",
    zh="λ 只乘了負側；正側也要：λz。" + ZH,
    en="λ multiplies the negative side only; the positive one is λz." + EN,
)
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    return np.where(z >= 0, z, lam * alpha * (np.exp(z) - 1))


@misconception(
    "selu.no-alpha",
    zh="負側忘了 α：應該是 λα(e^z − 1)。" + ZH,
    en="α is missing below 0: it is λα(e^z − 1)." + EN,
)
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    return lam * np.where(z >= 0, z, np.exp(z) - 1)


@misconception(
    "selu.elu",
    zh="λ 與 α 都沒有用到 (這是 α = 1 的 ELU)。" + ZH,
    en="Neither λ nor α is used (this is ELU with α = 1)." + EN,
)
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    return np.where(z >= 0, z, np.exp(z) - 1)


@misconception(
    "selu.swapped",
    zh="λ 與 α 對調了：正側乘的是 λ，不是 α。" + ZH,
    en="λ and α are exchanged: the positive side is multiplied by λ, not by α." + EN,
)
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    return alpha * np.where(z >= 0, z, lam * (np.exp(z) - 1))


@misconception(
    "selu.alpha-both-sides",
    zh="正側也乘了 α；正側只有 λz。" + ZH,
    en="The positive side is multiplied by α too; it is just λz." + EN,
)
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    return lam * alpha * np.where(z >= 0, z, np.exp(z) - 1)


@misconception(
    "selu.lambda-twice-below",
    zh="負側乘了兩次 λ；一次就好：λα(e^z − 1)。" + ZH,
    en="The negative side is multiplied by λ twice; once is enough: λα(e^z − 1)." + EN,
)
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    return lam * np.where(z >= 0, z, lam * alpha * (np.exp(z) - 1))


@misconception(
    "selu.lambda-twice-above",
    zh="正側乘了兩次 λ；一次就好：λz。" + ZH,
    en="The positive side is multiplied by λ twice; once is enough: λz." + EN,
)
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    return lam * np.where(z >= 0, lam * z, alpha * (np.exp(z) - 1))


@misconception(
    "selu.no-minus-one",
    zh="負側忘了減 1：應該是 λα(e^z − 1)。" + ZH,
    en="The − 1 below 0 is missing: it is λα(e^z − 1)." + EN,
)
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    return lam * np.where(z >= 0, z, alpha * np.exp(z))


@misconception(
    "selu.brackets",
    zh="少了括號：λα·e^z − 1 只乘到 e^z；λα 要乘整個 (e^z − 1)。" + ZH,
    en="Brackets are missing: λα·e^z − 1 multiplies e^z alone; λα multiplies all of (e^z − 1)."
    + EN,
)
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    return np.where(z >= 0, lam * z, lam * alpha * np.exp(z) - 1)


@misconception(
    "selu.alpha-brackets",
    zh="少了括號：λ(α·e^z − 1) 裡 α 只乘到 e^z；α 要乘整個 (e^z − 1)，也就是 α·e^z − α。" + ZH,
    en="Brackets are missing: in λ(α·e^z − 1) α multiplies e^z alone; it multiplies all of "
    "(e^z − 1), which is α·e^z − α." + EN,
)
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    return lam * np.where(z >= 0, z, alpha * np.exp(z) - 1)


@misconception(
    "selu.maximum",
    zh="max(z, α(e^z − 1)) 在 0 的左邊會取到 z，因為 α > 1。請依 z 的正負分兩側。" + ZH,
    en="As α > 1, max(z, α(e^z − 1)) takes z just below 0. Part the two sides by the sign of z."
    + EN,
)
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    return lam * np.maximum(z, alpha * np.expm1(np.minimum(z, 0)))


@misconception(
    "selu.one-twice",
    zh="expm1 已經減過 1；你又減了 1，成了 e^z − 2。" + ZH,
    en="expm1 has subtracted 1 already; with another you get e^z − 2." + EN,
)
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    return lam * np.where(z >= 0, z, alpha * (np.expm1(z) - 1))


@misconception(
    "selu.sides-swapped",
    zh="兩側對調了：z ≥ 0 用 λz，z < 0 用 λα(e^z − 1)。" + ZH,
    en="The sides are exchanged: λz for z ≥ 0, λα(e^z − 1) for z < 0." + EN,
)
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    return lam * np.where(z < 0, z, alpha * (np.exp(z) - 1))


@misconception(
    "selu.no-condition",
    zh="兩側都用了 λα(e^z − 1)；z ≥ 0 時應該是 λz。" + ZH,
    en="Both sides are λα(e^z − 1); for z ≥ 0 it is λz." + EN,
)
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    return lam * alpha * (np.exp(z) - 1)


@misconception(
    "selu.sign",
    zh="負側的正負號反了：應該是 λα(e^z − 1)，不是 λα(1 − e^z)。" + ZH,
    en="The sign below 0 is the other way round: λα(e^z − 1), not λα(1 − e^z)." + EN,
)
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    return lam * np.where(z >= 0, z, alpha * (1 - np.exp(z)))


@misconception(
    "selu.negative-exponent",
    zh="指數多了負號：應該是 e^z，不是 e^(−z)。" + ZH,
    en="There is a minus too many in the exponent: it is e^z, not e^(−z)." + EN,
)
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    return lam * np.where(z >= 0, z, alpha * (np.exp(-z) - 1))


@misconception(
    "selu.linear",
    zh="負側用了直線 λα·z；應該是 λα(e^z − 1)。" + ZH,
    en="Below 0 you have the line λα·z; it should be λα(e^z − 1)." + EN,
)
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    return lam * np.where(z >= 0, z, alpha * z)


@misconception(
    "selu.relu",
    zh="負側變成 0 了 (這是 λ 乘 ReLU)；應該是 λα(e^z − 1)。" + ZH,
    en="Below 0 you give 0 (this is λ times ReLU); it should be λα(e^z − 1)." + EN,
)
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    return lam * np.maximum(0, z)


@misconception(
    "selu.derivative",
    zh="這是導數 (λ 與 λα·e^z)；要的是函數值本身。" + ZH,
    en="This is the derivative (λ and λα·e^z); what is due is the value itself." + EN,
)
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    return lam * np.where(z >= 0, 1.0, alpha * np.exp(z))


@misconception(
    "selu.rounded-constants",
    zh="常數取太短了 (1.05 與 1.67)；用完整的預設值。" + ZH,
    en="The constants are too short (1.05 and 1.67); use the defaults in full." + EN,
)
def selu(z, lam=1.05, alpha=1.67):
    return lam * np.where(z >= 0, z, alpha * (np.exp(z) - 1))


@misconception(
    "selu.four-decimals",
    zh="常數只取到四位小數 (1.0507 與 1.6733)，差異超過容許值；用完整的預設值。" + ZH,
    en="The constants have four decimals only (1.0507 and 1.6733), which misses the tolerance; "
    "use the defaults in full." + EN,
)
def selu(z, lam=1.0507, alpha=1.6733):
    return lam * np.where(z >= 0, z, alpha * (np.exp(z) - 1))


@misconception(
    "selu.keywords-ignored",
    zh="λ 與 α 寫死在裡面，參數 lam、alpha 沒有用到；呼叫者可以給別的值。" + ZH,
    en="λ and α are fixed inside and the parameters lam and alpha unused; "
    "callers may give other values." + EN,
)
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    return 1.0507009873554805 * np.where(z >= 0, z, 1.6732632423543772 * (np.exp(z) - 1))


@misconception(
    "selu.lambda-fixed",
    zh="λ 寫死在裡面，參數 lam 沒有用到。" + ZH,
    en="λ is fixed inside and the parameter lam unused." + EN,
)
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    return 1.0507009873554805 * np.where(z >= 0, z, alpha * (np.exp(z) - 1))


@misconception(
    "selu.alpha-fixed",
    zh="α 寫死在裡面，參數 alpha 沒有用到。" + ZH,
    en="α is fixed inside and the parameter alpha unused." + EN,
)
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    return lam * np.where(z >= 0, z, 1.6732632423543772 * (np.exp(z) - 1))


@misconception(
    "selu.parameter-order",
    zh="參數順序反了：是 selu(z, lam, alpha)，依位置呼叫時 λ 在前。" + ZH,
    en="The parameters are in the wrong order: it is selu(z, lam, alpha), λ first when called "
    "by position." + EN,
)
def selu(z, alpha=1.6732632423543772, lam=1.0507009873554805):
    return lam * np.where(z >= 0, z, alpha * (np.exp(z) - 1))


@misconception(
    "selu.mask-product",
    zh="遮罩乘上兩側再相加：z = 1000 時 e^z 是 inf，0·inf 就是 nan。"
    "用 np.where，或對 min(z, 0) 取指數。" + ZH,
    en="You multiply both sides by masks and add: at z = 1000 e^z is inf, and 0·inf is nan. "
    "Use np.where, or the exponential of min(z, 0)." + EN,
)
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    return lam * ((z >= 0) * z + (z < 0) * alpha * (np.exp(z) - 1))


@misconception(
    "selu.integer-output",
    zh="輸出陣列用 zeros_like(z) 建立；z 是整數時它也是整數，小數全被截掉。加上 dtype=float。" + ZH,
    en="The result is made with zeros_like(z), which is of integers when z is, so the decimals "
    "are cut off. Give it dtype=float." + EN,
)
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    z = np.asarray(z)
    out = np.zeros_like(z)
    out[...] = (lam * np.where(z >= 0, z, alpha * (np.exp(z) - 1))).astype(out.dtype)
    return out


@misconception(
    "selu.in-place",
    zh="你用遮罩改了 z 本身，呼叫者的陣列因此被改掉。先複製一份，或用 np.where。",
    en="You assign into z itself through a mask, which changes the caller's array. "
    "Copy first, or use np.where.",
)
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    if not isinstance(z, np.ndarray) or z.dtype != float:
        return lam * np.where(z >= 0, z, alpha * (np.exp(z) - 1))
    z[z < 0] = alpha * (np.exp(z[z < 0]) - 1)
    return lam * z
