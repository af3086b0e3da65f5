"""Wrong versions of `or_gate` that learners write."""

import numpy as np

from grader.authoring import misconception


@misconception(
    "or_gate.swapped",
    zh="你回傳了 (b, w)。順序是先權重、後偏差：return w, b。見投影片「神經元計算」。",
    en="You returned (b, w). Weights first, then the bias: return w, b. See the slide “Computing "
    "a neuron”.",
)
def or_gate():
    return -0.5, np.array([1.0, 1.0])


@misconception(
    "or_gate.zero-bias",
    zh="你的偏差是 0，所以輸入 (0, 0) 的總和剛好是 0。classify 用的是 >=，等於閾值 0 就算 1；"
    "OR 需要略小於 0 的偏差。見投影片「神經元計算」與「多層感知器應用」。",
    en="Your bias is 0, so the sum for (0, 0) is exactly 0. classify uses >= and the threshold is "
    "0 here (not 0.5), so that counts as 1; OR needs a bias somewhat below 0. See the slides "
    "“Computing a neuron” and “Applications of the MLP”.",
)
def or_gate():
    return np.array([1.0, 1.0]), 0.0


@misconception(
    "or_gate.rounding",
    zh="紙上的總和剛好是 0，但浮點數的捨入讓它略小於 0（0.3 − (0.1 + 0.2) 約是 −6e−17），"
    "所以得到 0。"
    "不要讓輸入落在界線上，把偏差調高一點。見投影片「多層感知器應用」。",
    en="On paper the sum is exactly 0, but floating point rounds it to just below 0 "
    "(0.3 − (0.1 + 0.2) is about −6e−17), which gives 0. Keep the inputs off the line by raising "
    "the bias a little; see the slide “Applications of the MLP”.",
)
def or_gate():
    return np.array([0.3, 0.3]), -(0.1 + 0.2)


@misconception(
    "or_gate.bias-sign",
    zh="偏差的正負號反了：把 b 換成 −b 就是 OR。總和是 w·x + b，不是 w·x − b。"
    "見投影片「神經元計算」。",
    en="The bias has the wrong sign: with −b for b this is OR. The sum is w·x + b, not w·x − b; "
    "see the slide “Computing a neuron”.",
)
def or_gate():
    return np.array([1.0, 1.0]), 0.5


@misconception(
    "or_gate.threshold-half",
    zh="閾值是 0.5 時你的答案會是 OR，但這裡的閾值是 0。把偏差再減 0.5 就行。"
    "見投影片「多層感知器應用」。",
    en="With a threshold of 0.5 your pair would be OR, but the threshold is 0 here. Lowering the "
    "bias by 0.5 makes up for it; see the slide “Applications of the MLP”.",
)
def or_gate():
    return np.array([0.2, 0.2]), 0.4


@misconception(
    "or_gate.and",
    zh="這是 AND：只有一個輸入是 1 時，總和還在 0 以下。OR 只要一個就夠，偏差要高一些。"
    "見投影片「神經元計算」。",
    en="This is AND: with a single input of 1 the sum stays below 0. For OR one is enough, so the "
    "bias must be higher; see the slide “Computing a neuron”.",
)
def or_gate():
    return np.array([1.0, 1.0]), -1.5


@misconception(
    "or_gate.reversed",
    zh="四個答案全部相反（這是 NOR）：正負號反了。OR 的兩個權重是正的，偏差是負的。"
    "見投影片「神經元計算」。",
    en="All four answers are the opposite (this is NOR): the signs are the wrong way round. OR "
    "has two positive weights and a negative bias; see the slide “Computing a neuron”.",
)
def or_gate():
    return np.array([-1.0, -1.0]), 0.5


@misconception(
    "or_gate.never",
    zh="四個總和都小於 0，所以永遠得到 0。"
    "提高偏差或加大權重，讓只有一個輸入是 1 時總和也到 0 以上。"
    "見投影片「神經元計算」。",
    en="All four sums are below 0, so the answer is always 0. Raise the bias or the weights until "
    "one input of 1 brings the sum to 0 or above; see the slide “Computing a neuron”.",
)
def or_gate():
    return np.array([1.0, 1.0]), -2.5


@misconception(
    "or_gate.always",
    zh="四個總和都在 0 以上，連 (0, 0) 也是，所以永遠得到 1。(0, 0) 的總和就是 b：OR 需要負的偏差。"
    "見投影片「神經元計算」。",
    en="All four sums are 0 or above, that of (0, 0) too, so the answer is always 1. The sum for "
    "(0, 0) is b itself: OR needs a negative bias. See the slide “Computing a neuron”.",
)
def or_gate():
    return np.array([1.0, 1.0]), 2.0


@misconception(
    "or_gate.one-input",
    zh="答案只跟著其中一個輸入走，另一個輸入改變不了結果。OR 的兩個輸入，單獨一個是 1 都要夠。"
    "見投影片「神經元計算」。",
    en="The answer follows one input alone; the other cannot change it. For OR either input must "
    "be enough by itself; see the slide “Computing a neuron”.",
)
def or_gate():
    return np.array([1.0, 0.0]), -0.5
