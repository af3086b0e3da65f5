"""Wrong versions of `and_gate` that learners write."""

import numpy as np

from grader.authoring import misconception


@misconception(
    "and_gate.swapped",
    zh="你回傳了 (b, w)。順序是先權重、後偏差：return w, b。見投影片「神經元計算」。",
    en="You returned (b, w). Weights first, then the bias: return w, b. See the slide “Computing "
    "a neuron”.",
)
def and_gate():
    return -1.5, np.array([1.0, 1.0])


@misconception(
    "and_gate.zero-bias",
    zh="你的偏差是 0，所以輸入 (0, 0) 的總和剛好是 0，而閾值是 0，等於閾值就算 1。"
    "AND 需要負的偏差。"
    "見投影片「神經元計算」與「多層感知器應用」。",
    en="Your bias is 0, so the sum for (0, 0) is exactly 0; the threshold is 0 here (not 0.5), and "
    "equality counts as 1. AND needs a negative bias; see the slides “Computing a neuron” and "
    "“Applications of the MLP”.",
)
def and_gate():
    return np.array([1.0, 1.0]), 0.0


@misconception(
    "and_gate.on-the-line",
    zh="有輸入的總和剛好等於 0，而你要它是 0：用 > 判斷時你的答案才對。"
    "classify 用的是 >=，等於 0 就算 1，"
    "請把偏差再調低一點。見投影片「多層感知器應用」。",
    en="Some input that should give 0 has a sum of exactly 0: your pair would be right with >. "
    "classify uses >=, which makes it 1; lower the bias a little. See the slide “Applications of "
    "the MLP”.",
)
def and_gate():
    return np.array([1.0, 1.0]), -1.0


@misconception(
    "and_gate.rounding",
    zh="紙上的總和剛好是 0，但浮點數的捨入讓它略小於 0（0.3 + 0.6 − 0.9 約是 −1e−16），所以得到 0。"
    "不要讓 (1, 1) 落在界線上，把偏差調高一點。見投影片「多層感知器應用」。",
    en="On paper the sum is exactly 0, but floating point rounds it to just below 0 "
    "(0.3 + 0.6 − 0.9 is about −1e−16), which gives 0. Keep (1, 1) off the line by raising the "
    "bias a little; see the slide “Applications of the MLP”.",
)
def and_gate():
    return np.array([0.3, 0.6]), -0.9


@misconception(
    "and_gate.bias-sign",
    zh="偏差的正負號反了：把 b 換成 −b 就是 AND。總和是 w·x + b，不是 w·x − b。"
    "見投影片「神經元計算」。",
    en="The bias has the wrong sign: with −b for b this is AND. The sum is w·x + b, not w·x − b; "
    "see the slide “Computing a neuron”.",
)
def and_gate():
    return np.array([1.0, 1.0]), 1.5


@misconception(
    "and_gate.threshold-half",
    zh="閾值是 0.5 時你的答案會是 AND，但這裡的閾值是 0。把偏差再減 0.5 就行。"
    "見投影片「多層感知器應用」。",
    en="With a threshold of 0.5 your pair would be AND, but the threshold is 0 here. Lowering the "
    "bias by 0.5 makes up for it; see the slide “Applications of the MLP”.",
)
def and_gate():
    return np.array([0.6, 0.6]), -0.5


@misconception(
    "and_gate.or",
    zh="這是 OR：只要有一個輸入是 1，總和就到 0 以上了。AND 要兩個都是 1 才行，偏差要更低。"
    "見投影片「神經元計算」。",
    en="This is OR: one input of 1 already brings the sum to 0 or above. AND needs both, so the "
    "bias must be lower; see the slide “Computing a neuron”.",
)
def and_gate():
    return np.array([1.0, 1.0]), -0.5


@misconception(
    "and_gate.reversed",
    zh="四個答案全部相反（這是 NAND）：正負號反了。AND 的兩個權重是正的，偏差是負的。"
    "見投影片「神經元計算」。",
    en="All four answers are the opposite (this is NAND): the signs are the wrong way round. AND "
    "has two positive weights and a negative bias; see the slide “Computing a neuron”.",
)
def and_gate():
    return np.array([-1.0, -1.0]), 1.5


@misconception(
    "and_gate.never",
    zh="四個總和都小於 0，連 (1, 1) 也是，所以永遠得到 0。提高偏差或加大權重，讓 w₀ + w₁ + b ≥ 0。"
    "見投影片「神經元計算」。",
    en="All four sums are below 0, that of (1, 1) too, so the answer is always 0. Raise the bias "
    "or the weights until w₀ + w₁ + b ≥ 0; see the slide “Computing a neuron”.",
)
def and_gate():
    return np.array([1.0, 1.0]), -2.5


@misconception(
    "and_gate.always",
    zh="四個總和都在 0 以上，連 (0, 0) 也是，所以永遠得到 1。"
    "(0, 0) 的總和就是 b：AND 需要負的偏差。"
    "見投影片「神經元計算」。",
    en="All four sums are 0 or above, that of (0, 0) too, so the answer is always 1. The sum for "
    "(0, 0) is b itself: AND needs a negative bias. See the slide “Computing a neuron”.",
)
def and_gate():
    return np.array([1.0, 1.0]), 1.0


@misconception(
    "and_gate.one-input",
    zh="答案只跟著其中一個輸入走，另一個輸入改變不了結果。讓兩個權重都有份，而單獨一個都不夠。"
    "見投影片「神經元計算」。",
    en="The answer follows one input alone; the other cannot change it. Both weights must count, "
    "and neither be enough by itself; see the slide “Computing a neuron”.",
)
def and_gate():
    return np.array([1.0, 0.0]), -0.5
