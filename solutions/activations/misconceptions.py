"""What learners write instead: each entry is one wrong version, with its name and explanation.

The versions are self-contained (NumPy only): within this module the names of the functions are
the wrong versions themselves. Many divide by 0 or overflow; that is the mistake they show.
"""

import numpy as np

from grader.authoring import misconception

ZH = "見投影片「激勵函數」。"
EN = " See the slide “Activation functions”."
ZH_SOFTMAX = "見投影片「Softmax (分類問題)」。"
EN_SOFTMAX = " See the slide “Softmax (classification)”."

# --------------------------------------------------------------------------- linear


@misconception(
    "linear.negated",
    zh="你多了一個負號：f(z) = z，正的仍是正的。" + ZH,
    en="There is a minus too many: f(z) = z, so positive stays positive." + EN,
)
def linear(z):
    return -z


@misconception(
    "linear.relu",
    zh="負數被你變成 0，那是 ReLU；Linear 讓負數原樣通過。" + ZH,
    en="Negative values become 0, which is ReLU; Linear lets them through as they are." + EN,
)
def linear(z):
    return np.maximum(0, z)


@misconception(
    "linear.absolute",
    zh="你取了絕對值；Linear 不改變正負號。" + ZH,
    en="You take the absolute value; Linear keeps the sign." + EN,
)
def linear(z):
    return np.abs(z)


@misconception(
    "linear.derivative",
    zh="你回傳的是斜率 1 (導數)，不是函數值 z。" + ZH,
    en="You return the slope 1 (the derivative), not the value z itself." + EN,
)
def linear(z):
    return np.ones_like(z)


@misconception(
    "linear.zeros",
    zh="你回傳了全是 0 的陣列，沒有把 z 放進去；f(z) = z。" + ZH,
    en="You return zeros and z never gets in; f(z) = z." + EN,
)
def linear(z):
    return np.zeros_like(z)


@misconception(
    "linear.bias-added",
    zh="你多加了 1；偏差在進入激勵函數之前就加過了，這裡 f(z) = z。" + ZH,
    en="You add 1; the bias was added before the activation, and here f(z) = z." + EN,
)
def linear(z):
    return z + 1


@misconception(
    "linear.squared",
    zh="你回傳了 z²；Linear 是一次的：f(z) = z。" + ZH,
    en="You return z²; Linear is of first degree: f(z) = z." + EN,
)
def linear(z):
    return z * z


@misconception(
    "linear.clipped",
    zh="你把值限制在 −1 與 1 之間；Linear 沒有上下限。" + ZH,
    en="You limit the values to the range from −1 to 1; Linear has no bounds." + EN,
)
def linear(z):
    return np.clip(z, -1, 1)


@misconception(
    "linear.step",
    zh="你回傳 0 或 1 (階梯函數)，那是門檻分類；Linear 回傳 z 本身。" + ZH,
    en="You return 0 or 1 (a step), which is threshold classification; Linear returns z." + EN,
)
def linear(z):
    return np.where(z >= 0, 1.0, 0.0)


@misconception(
    "linear.sigmoid",
    zh="這是 Sigmoid；Linear 不做任何轉換，f(z) = z。" + ZH,
    en="This is the sigmoid; Linear transforms nothing, f(z) = z." + EN,
)
def linear(z):
    return 1 / (1 + np.exp(-z))


@misconception(
    "linear.tanh",
    zh="這是 tanh；Linear 不做任何轉換，f(z) = z。" + ZH,
    en="This is tanh; Linear transforms nothing, f(z) = z." + EN,
)
def linear(z):
    return np.tanh(z)


@misconception(
    "linear.integer",
    zh="你把 z 轉成整數，小數部分不見了；原樣回傳即可。" + ZH,
    en="You turn z into integers and lose the decimals; hand it back as it is." + EN,
)
def linear(z):
    return np.asarray(z).astype(int)


@misconception(
    "linear.log-of-exp",
    zh="log(e^z) 在紙上等於 z，但 e^1000 溢位成 inf、e^(−1000) 變成 0；直接回傳 z。" + ZH,
    en="On paper log(e^z) is z, but e^1000 overflows to inf and e^(−1000) becomes 0; "
    "return z itself." + EN,
)
def linear(z):
    return np.log(np.exp(z))


# --------------------------------------------------------------------------- sigmoid


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


# --------------------------------------------------------------------------- tanh


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


# --------------------------------------------------------------------------- softsign


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


# --------------------------------------------------------------------------- relu


@misconception(
    "relu.minimum",
    zh="你留下的是負的那一側：min(0, z)。ReLU 是 max(0, z)。" + ZH,
    en="You keep the negative side: min(0, z). ReLU is max(0, z)." + EN,
)
def relu(z):
    return np.minimum(0, z)


@misconception(
    "relu.absolute",
    zh="負數被翻成正的了 (絕對值)；ReLU 把負數變成 0。" + ZH,
    en="Negative values are turned positive (absolute value); ReLU makes them 0." + EN,
)
def relu(z):
    return np.abs(z)


@misconception(
    "relu.linear",
    zh="負數原樣通過了；ReLU 把負數變成 0。" + ZH,
    en="Negative values come through as they are; ReLU makes them 0." + EN,
)
def relu(z):
    return z + 0


@misconception(
    "relu.leaky",
    zh="這是 Leaky ReLU (負側斜率 0.01)；ReLU 的負側是 0。" + ZH,
    en="This is Leaky ReLU (slope 0.01 below 0); ReLU is 0 there." + EN,
)
def relu(z):
    return np.maximum(0.01 * z, z)


@misconception(
    "relu.derivative",
    zh="你回傳的是 0 與 1 (導數，或只是條件 z > 0)；正側要回傳 z 本身。" + ZH,
    en="You return 0 and 1 (the derivative, or just the condition z > 0); "
    "above 0 return z itself." + EN,
)
def relu(z):
    return np.where(z > 0, 1.0, 0.0)


@misconception(
    "relu.reflected",
    zh="你算的是 max(0, −z)，反應的是負數；ReLU 是 max(0, z)。" + ZH,
    en="This is max(0, −z), which answers to negative values; ReLU is max(0, z)." + EN,
)
def relu(z):
    return np.maximum(0, -z)


@misconception(
    "relu.capped-at-one",
    zh="你把上限設成 1；ReLU 的正側沒有上限。" + ZH,
    en="You cap the result at 1; ReLU has no upper bound." + EN,
)
def relu(z):
    return np.clip(z, 0, 1)


@misconception(
    "relu.capped-at-six",
    zh="這是 ReLU6，上限是 6；ReLU 的正側沒有上限。" + ZH,
    en="This is ReLU6, capped at 6; ReLU has no upper bound." + EN,
)
def relu(z):
    return np.clip(z, 0, 6)


@misconception(
    "relu.maximum-of-one",
    zh="你和 1 比較：max(1, z)；要和 0 比較。" + ZH,
    en="You compare with 1: max(1, z); compare with 0." + EN,
)
def relu(z):
    return np.maximum(1, z)


@misconception(
    "relu.threshold-one",
    zh="門檻放在 1：0 與 1 之間的值也被變成 0 了。門檻是 0。" + ZH,
    en="Your threshold is 1, so values between 0 and 1 become 0 as well. The threshold is 0." + EN,
)
def relu(z):
    return np.where(z > 1, z, 0)


@misconception(
    "relu.softplus",
    zh="這是 Softplus (圓滑的版本)；ReLU 是折線 max(0, z)。" + ZH,
    en="This is Softplus, the smooth version; ReLU has a corner: max(0, z)." + EN,
)
def relu(z):
    return np.logaddexp(0, z)


@misconception(
    "relu.elu",
    zh="這是 ELU：負側用了 e^z − 1。ReLU 的負側是 0。" + ZH,
    en="This is ELU, with e^z − 1 below 0. ReLU is 0 there." + EN,
)
def relu(z):
    return np.maximum(z, 0) + np.expm1(np.minimum(z, 0))


@misconception(
    "relu.negative-one",
    zh="負側你回傳了 −1；應該是 0。" + ZH,
    en="Below 0 you return −1; it should be 0." + EN,
)
def relu(z):
    return np.where(z > 0, z, -1)


@misconception(
    "relu.largest-only",
    zh="np.max(z) 是整個陣列的最大值，只剩一個數；逐元素與 0 比較用 np.maximum(0, z)。" + ZH,
    en="np.max(z) is the one largest value of the whole array; to compare each element with 0 "
    "use np.maximum(0, z)." + EN,
)
def relu(z):
    return np.maximum(0, np.max(z))


@misconception(
    "relu.np-max",
    zh="np.max(z) 是整個陣列的最大值，只剩一個數；逐元素與 0 比較用 np.maximum(0, z)。" + ZH,
    en="np.max(z) is the one largest value of the whole array, and 0 is not compared with; for "
    "each element use np.maximum(0, z)." + EN,
)
def relu(z):
    return np.max(z)


@misconception(
    "relu.one-number-only",
    zh="Python 的 max(0, z) 與 if z > 0 一次只能處理一個數，對陣列不行。"
    "逐元素用 np.maximum(0, z)。" + ZH,
    en="Python's max(0, z) and if z > 0 take one number, not an array. "
    "For each element use np.maximum(0, z)." + EN,
)
def relu(z):
    return max(0, z)


@misconception(
    "relu.dropped",
    zh="z[z > 0] 把負的元素丟掉了，長度會變短；它們應該留在原位、變成 0。" + ZH,
    en="z[z > 0] drops the negative elements, so the result is shorter; "
    "they should stay in place and become 0." + EN,
)
def relu(z):
    return z[z > 0]


@misconception(
    "relu.vectorized-integer",
    zh="np.vectorize 以第一個結果決定型別：第一個元素是負的，你回傳整數 0，"
    "後面的小數就全被截掉。回傳 0.0，或用 np.maximum。" + ZH,
    en="np.vectorize takes its type from the first result: when that is your integer 0, all "
    "later decimals are cut off. Return 0.0, or use np.maximum." + EN,
)
def relu(z):
    return np.vectorize(lambda v: 0 if v <= 0 else v)(z)


@misconception(
    "relu.in-place",
    zh="z[z < 0] = 0 改到了呼叫者的陣列。先複製一份，或用 np.maximum(0, z)。",
    en="z[z < 0] = 0 changes the caller's array. Copy first, or use np.maximum(0, z).",
)
def relu(z):
    if not isinstance(z, np.ndarray):
        return np.maximum(0, z)
    z[z < 0] = 0
    return z


# --------------------------------------------------------------------------- leaky_relu


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


# --------------------------------------------------------------------------- softplus


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


# --------------------------------------------------------------------------- elu


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


# --------------------------------------------------------------------------- selu


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


# --------------------------------------------------------------------------- swish


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


# --------------------------------------------------------------------------- mish


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


# --------------------------------------------------------------------------- softmax


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
