"""Wrong versions of `linear` that learners write."""

import numpy as np

from grader.authoring import misconception

ZH = "見投影片「激勵函數」。"
EN = " See the slide “Activation functions”."


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
