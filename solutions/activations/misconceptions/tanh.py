"""Wrong versions of `tanh` that learners write."""

import numpy as np

from grader.authoring import misconception

ZH = "見投影片「激勵函數」。"
EN = " See the slide “Activation functions”."


@misconception(
    "tanh.negated",
    zh="正負號反了：分子是 e^z − e^(−z)，不是 e^(−z) − e^z。" + ZH,
    en="The sign is the other way round: the numerator is e^z − e^(−z), not e^(−z) − e^z." + EN,
)
def tanh(z):
    return -np.tanh(z)


@misconception(
    "tanh.upside-down",
    zh="分子與分母對調了：差 (e^z − e^(−z)) 在上，和在下。" + ZH,
    en="Numerator and denominator are exchanged: the difference e^z − e^(−z) belongs on top." + EN,
)
def tanh(z):
    return (np.exp(z) + np.exp(-z)) / (np.exp(z) - np.exp(-z))


@misconception(
    "tanh.no-denominator",
    zh="你只算了分子 e^z − e^(−z)，忘了除以 e^z + e^(−z)。" + ZH,
    en="This is the numerator e^z − e^(−z) alone; divide it by e^z + e^(−z)." + EN,
)
def tanh(z):
    return np.exp(z) - np.exp(-z)


@misconception(
    "tanh.sinh",
    zh="這是 sinh = (e^z − e^(−z)) / 2；tanh 的分母是 e^z + e^(−z)。" + ZH,
    en="This is sinh = (e^z − e^(−z)) / 2; the denominator of tanh is e^z + e^(−z)." + EN,
)
def tanh(z):
    return np.sinh(z)


@misconception(
    "tanh.cosh",
    zh="這是 cosh = (e^z + e^(−z)) / 2；tanh 是 sinh / cosh。" + ZH,
    en="This is cosh = (e^z + e^(−z)) / 2; tanh is sinh / cosh." + EN,
)
def tanh(z):
    return np.cosh(z)


@misconception(
    "tanh.brackets",
    zh="少了括號：只有 e^(−z) / e^z 被除到。分子與分母都要用括號包起來。" + ZH,
    en="Brackets are missing: only e^(−z) / e^z is divided. "
    "Put the numerator and the denominator in brackets." + EN,
)
def tanh(z):
    return np.exp(z) - np.exp(-z) / np.exp(z) + np.exp(-z)


@misconception(
    "tanh.brackets-below",
    zh="分母少了括號：除完 e^z 之後才加 e^(−z)。分母是一整個 (e^z + e^(−z))。" + ZH,
    en="The denominator lacks its brackets: e^(−z) is added after the division by e^z. "
    "All of (e^z + e^(−z)) stands below the line." + EN,
)
def tanh(z):
    return (np.exp(z) - np.exp(-z)) / np.exp(z) + np.exp(-z)


@misconception(
    "tanh.same-above-and-below",
    zh="分子與分母寫成一樣的了，結果全是 1；分子是 e^z − e^(−z)，分母是 e^z + e^(−z)。" + ZH,
    en="Numerator and denominator are the same, so everything is 1; it is e^z − e^(−z) over "
    "e^z + e^(−z)." + EN,
)
def tanh(z):
    return (np.exp(z) + np.exp(-z)) / (np.exp(z) + np.exp(-z))


@misconception(
    "tanh.sigmoid",
    zh="這是 sigmoid，範圍是 0 到 1；tanh 的範圍是 −1 到 1。" + ZH,
    en="This is the sigmoid, which runs from 0 to 1; tanh runs from −1 to 1." + EN,
)
def tanh(z):
    return 1 / (1 + np.exp(-z))


@misconception(
    "tanh.half-argument",
    zh="你算的是 tanh(z/2)，也就是 2σ(z) − 1 或 (e^z − 1)/(e^z + 1)；"
    "用這種寫法時指數要是 2z。" + ZH,
    en="This is tanh(z/2), that is 2σ(z) − 1 or (e^z − 1)/(e^z + 1); in that form the exponent "
    "must be 2z." + EN,
)
def tanh(z):
    return np.tanh(z / 2)


@misconception(
    "tanh.double-argument",
    zh="你算的是 tanh(2z)；z 不必乘 2。" + ZH,
    en="This is tanh(2z); z need not be doubled." + EN,
)
def tanh(z):
    return np.tanh(2 * z)


@misconception(
    "tanh.not-shifted",
    zh="2σ(2z) 之後還要減 1，tanh(0) 才會是 0。" + ZH,
    en="2σ(2z) still needs its − 1, so that tanh(0) is 0." + EN,
)
def tanh(z):
    return 2 / (1 + np.exp(-2 * z))


@misconception(
    "tanh.derivative",
    zh="這是 1 − tanh²(z)，tanh 的導數；前向傳播要的是 tanh(z) 本身。" + ZH,
    en="This is 1 − tanh²(z), the derivative; the forward pass wants tanh(z) itself." + EN,
)
def tanh(z):
    return 1 - np.tanh(z) ** 2


@misconception(
    "tanh.arctan",
    zh="這是 arctan (反正切)；要的是雙曲正切 np.tanh。" + ZH,
    en="This is arctan, the inverse tangent; what is due is the hyperbolic tangent." + EN,
)
def tanh(z):
    return np.arctan(z)


@misconception(
    "tanh.tan",
    zh="這是三角函數 tan；要的是雙曲正切 tanh。" + ZH,
    en="This is tan of trigonometry; what is due is the hyperbolic tangent." + EN,
)
def tanh(z):
    return np.tan(z)


@misconception(
    "tanh.hard",
    zh="這是折線近似 (hard tanh)：把 z 限制在 ±1；請用公式裡的指數。" + ZH,
    en="This is the piecewise linear stand-in (hard tanh): z limited to ±1; "
    "use the exponentials of the formula." + EN,
)
def tanh(z):
    return np.clip(z, -1, 1)


@misconception(
    "tanh.softsign",
    zh="這是 Softsign z / (1 + |z|)；形狀像，但 tanh 用指數。" + ZH,
    en="This is Softsign, z / (1 + |z|); the shape is similar, but tanh has exponentials." + EN,
)
def tanh(z):
    return z / (1 + np.abs(z))


@misconception(
    "tanh.absolute",
    zh="你取了絕對值；tanh 在 z 為負時是負的。" + ZH,
    en="You take an absolute value; tanh is negative where z is." + EN,
)
def tanh(z):
    return np.tanh(np.abs(z))


@misconception(
    "tanh.naive",
    zh="照公式直寫，z = ±1000 時是 inf/inf = nan；用 np.tanh，它不會溢位。" + ZH,
    en="Written as the formula stands, z = ±1000 gives inf/inf = nan; "
    "np.tanh does not overflow." + EN,
)
def tanh(z):
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))


@misconception(
    "tanh.naive-positive",
    zh="(e^(2z) − 1)/(e^(2z) + 1) 在紙上正確，但 z 很大時是 inf/inf = nan；用 np.tanh。" + ZH,
    en="(e^(2z) − 1)/(e^(2z) + 1) is right on paper, but for large z it is inf/inf = nan; "
    "use np.tanh." + EN,
)
def tanh(z):
    return (np.exp(2 * z) - 1) / (np.exp(2 * z) + 1)


@misconception(
    "tanh.naive-negative",
    zh="(1 − e^(−2z))/(1 + e^(−2z)) 在紙上正確，但 z 很負時是 −inf/inf = nan；用 np.tanh。" + ZH,
    en="(1 − e^(−2z))/(1 + e^(−2z)) is right on paper, but for very negative z it is "
    "−inf/inf = nan; use np.tanh." + EN,
)
def tanh(z):
    return (1 - np.exp(-2 * z)) / (1 + np.exp(-2 * z))


@misconception(
    "tanh.integer-output",
    zh="輸出陣列用 zeros_like(z) 建立；z 是整數時它也是整數，小數全被截掉。加上 dtype=float。" + ZH,
    en="The result is made with zeros_like(z), which is of integers when z is, so the decimals "
    "are cut off. Give it dtype=float." + EN,
)
def tanh(z):
    z = np.asarray(z)
    out = np.zeros_like(z)
    out[...] = np.tanh(z).astype(out.dtype)
    return out


@misconception(
    "tanh.in-place",
    zh="你把結果寫回 z，呼叫者的陣列因此被改掉。用新的陣列裝結果。",
    en="You write the result back into z, which changes the caller's array. Use a new one.",
)
def tanh(z):
    if isinstance(z, np.ndarray) and z.dtype == float:
        return np.tanh(z, out=z)
    return np.tanh(z)
