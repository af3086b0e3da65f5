"""Wrong versions of `xor_network` that learners write."""

import numpy as np

from grader.authoring import misconception


@misconception(
    "xor_network.and",
    zh="你的網路算的是 AND：兩個輸入都是 1 才給 1。XOR 在兩個都是 1 時是 0。"
    "見投影片「激勵函數」(Linear non-separability)。",
    en="Your network computes AND: 1 only when both inputs are 1. XOR is 0 there. See the slide "
    "“Activation functions (linear non-separability)”.",
)
def xor_network():
    return (
        np.array([[1.0, 1.0], [1.0, 1.0]]),
        np.array([[0.0], [-1.0]]),
        np.array([[0.0], [1.0]]),
        np.array([[0.0]]),
    )


@misconception(
    "xor_network.or",
    zh="你的網路算的是 OR：兩個輸入都是 1 時也給 1。要在那裡扣回到 0.5 以下。"
    "見投影片「激勵函數」(Linear non-separability)。",
    en="Your network computes OR: it gives 1 also when both inputs are 1. Bring the output back "
    "below 0.5 there. See the slide “Activation functions (linear non-separability)”.",
)
def xor_network():
    return (
        np.array([[1.0, 1.0], [1.0, 1.0]]),
        np.array([[0.0], [-1.0]]),
        np.array([[1.0], [-1.0]]),
        np.array([[0.0]]),
    )


@misconception(
    "xor_network.xnor",
    zh="你的網路剛好相反，算的是 XNOR：輸入相同時給 1。XOR 是輸入不同時給 1。"
    "見投影片「激勵函數」(Linear non-separability)。",
    en="Your network is the exact opposite, XNOR: 1 where the inputs agree. XOR is 1 where they "
    "differ. See the slide “Activation functions (linear non-separability)”.",
)
def xor_network():
    return (
        np.array([[1.0, 1.0], [1.0, 1.0]]),
        np.array([[0.0], [-1.0]]),
        np.array([[-1.0], [2.0]]),
        np.array([[1.0]]),
    )


@misconception(
    "xor_network.nand",
    zh="你的網路算的是 NAND：只有兩個輸入都是 1 時給 0。XOR 在 (0,0) 也要是 0。"
    "見投影片「激勵函數」(Linear non-separability)。",
    en="Your network computes NAND: 0 only when both inputs are 1. XOR is 0 at (0,0) too. See the "
    "slide “Activation functions (linear non-separability)”.",
)
def xor_network():
    return (
        np.array([[1.0, 1.0], [1.0, 1.0]]),
        np.array([[0.0], [-1.0]]),
        np.array([[0.0], [-1.0]]),
        np.array([[1.0]]),
    )


@misconception(
    "xor_network.nor",
    zh="你的網路算的是 NOR：只有兩個輸入都是 0 時給 1。XOR 是輸入不同時給 1。"
    "見投影片「激勵函數」(Linear non-separability)。",
    en="Your network computes NOR: 1 only when both inputs are 0. XOR is 1 where they differ. See "
    "the slide “Activation functions (linear non-separability)”.",
)
def xor_network():
    return (
        np.array([[1.0, 1.0], [1.0, 1.0]]),
        np.array([[0.0], [-1.0]]),
        np.array([[-1.0], [0.0]]),
        np.array([[1.0]]),
    )


@misconception(
    "xor_network.constant",
    zh="四種輸入都得到同一個類別。對照 0.5，看看四個輸出各是多少，再調整偏差和 W2。"
    "見投影片「激勵函數」(Linear non-separability)。",
    en="All four inputs get the same class. Compare the four outputs with 0.5, then adjust the "
    "biases and W2. See the slide “Activation functions (linear non-separability)”.",
)
def xor_network():
    return (
        np.array([[1.0, 1.0], [1.0, 1.0]]),
        np.array([[0.0], [0.0]]),
        np.array([[1.0], [-2.0]]),
        np.array([[0.0]]),
    )


@misconception(
    "xor_network.one-input",
    zh="你的網路只是照抄其中一個輸入，沒有看另一個。見投影片「激勵函數」(Linear "
    "non-separability)。",
    en="Your network just copies one of the inputs and ignores the other. See the slide "
    "“Activation functions (linear non-separability)”.",
)
def xor_network():
    return (
        np.array([[1.0, 0.0], [0.0, 1.0]]),
        np.array([[0.0], [0.0]]),
        np.array([[1.0], [0.0]]),
        np.array([[0.0]]),
    )


@misconception(
    "xor_network.half",
    zh="只做了一半：(0,1) 和 (1,0) 中只有一個給 1。讓另一個隱藏神經元負責另一個。"
    "見投影片「激勵函數」(Linear non-separability)。",
    en="This is half of it: only one of (0,1) and (1,0) gives 1. Let the other hidden neuron take "
    "care of the other. See the slide “Activation functions (linear non-separability)”.",
)
def xor_network():
    return (
        np.array([[1.0, -1.0], [-1.0, 1.0]]),
        np.array([[0.0], [0.0]]),
        np.array([[1.0], [0.0]]),
        np.array([[0.0]]),
    )


@misconception(
    "xor_network.w1-transposed",
    zh="W1 轉置了：把你的 W1 換成 W1ᵀ 就是 XOR。W1 的第 j 行是第 j 個隱藏神經元的權重。"
    "見投影片「多層感知器運作方式」。",
    en="W1 is transposed: with W1ᵀ in its place your network is XOR. Column j of W1 holds hidden "
    "neuron j's weights; see the slide “How an MLP works”.",
)
def xor_network():
    return (
        np.array([[1.0, 1.0], [2.0, 2.0]]),
        np.array([[0.0], [-2.0]]),
        np.array([[1.0], [-1.0]]),
        np.array([[0.0]]),
    )


@misconception(
    "xor_network.bias-sign",
    zh="偏差的正負號反了：把 b1、b2 都變號就是 XOR。偏差是加上去的，WᵀX + b。"
    "見投影片「神經元計算」。",
    en="The biases have the wrong sign: negate b1 and b2 and your network is XOR. A bias is "
    "added, WᵀX + b; see the slide “Computing a neuron”.",
)
def xor_network():
    return (
        np.array([[1.0, 1.0], [1.0, 1.0]]),
        np.array([[0.0], [1.0]]),
        np.array([[1.0], [-2.0]]),
        np.array([[0.0]]),
    )


@misconception(
    "xor_network.order-swapped",
    zh="b1 和 W2 的位置對調了：換回來就是 XOR。回傳的順序是 (W1, b1, W2, b2)。"
    "見投影片「多層感知器運作方式」。",
    en="b1 and W2 changed places: put them back and your network is XOR. The order is (W1, b1, "
    "W2, b2); see the slide “How an MLP works”.",
)
def xor_network():
    return (
        np.array([[1.0, 1.0], [1.0, 1.0]]),
        np.array([[1.0], [-2.0]]),
        np.array([[0.0], [-1.0]]),
        np.array([[0.0]]),
    )


@misconception(
    "xor_network.level",
    zh="輸出已經把 XOR 的 1 和 0 分開了，只是分界不在 0.5。調整 b2，或把 W2 和 b2 放大縮小。"
    "見投影片「多層感知器應用」。",
    en="Your outputs do part XOR's 1s from its 0s, but not at 0.5. Shift b2, or scale W2 and b2. "
    "See the slide “Using an MLP”.",
)
def xor_network():
    return (
        np.array([[1.0, 1.0], [1.0, 1.0]]),
        np.array([[0.0], [-1.0]]),
        np.array([[1.0], [-2.0]]),
        np.array([[-0.75]]),
    )


@misconception(
    "xor_network.other-activation",
    zh="這組參數配上階梯、sigmoid 或 tanh 其中一種隱藏層就是 XOR，配 ReLU 卻不是："
    "ReLU 大於 0 的部分會一直變大。見投影片「激勵函數」。",
    en="With one of step, sigmoid or tanh as the hidden activation these parameters are XOR; with "
    "ReLU, which keeps growing above 0, they are not. See the slide “Activation functions”.",
)
def xor_network():
    return (
        np.array([[1.0, -1.0], [1.0, -1.0]]),
        np.array([[-0.5], [1.5]]),
        np.array([[1.0], [1.0]]),
        np.array([[-1.5]]),
    )


@misconception(
    "xor_network.flat-biases",
    zh="偏差是一維的。b1 的形狀要是 (2, 1),b2 是 (1, 1)，這樣才能加到每一行。"
    "見投影片「多層感知器運作方式」。",
    en="The biases are one-dimensional. b1 has shape (2, 1) and b2 (1, 1), so that they add to "
    "every column; see the slide “How an MLP works”.",
)
def xor_network():
    return (
        np.array([[1.0, 1.0], [1.0, 1.0]]),
        np.array([0.0, -1.0]),
        np.array([[1.0], [-2.0]]),
        np.array([0.0]),
    )


@misconception(
    "xor_network.w2-as-row",
    zh="W2 成了一列 (1, 2)。W2 的形狀是 (n_hidden, n_out) = (2, 1)，用的時候才轉置。"
    "見投影片「多層感知器運作方式」。",
    en="W2 is a row, (1, 2). Its shape is (n_hidden, n_out) = (2, 1); it is transposed only when "
    "used. See the slide “How an MLP works”.",
)
def xor_network():
    return (
        np.array([[1.0, 1.0], [1.0, 1.0]]),
        np.array([[0.0], [-1.0]]),
        np.array([[1.0, -2.0]]),
        np.array([[0.0]]),
    )


@misconception(
    "xor_network.returns-outputs",
    zh="你回傳了 XOR 的四個答案，要的是網路的參數 (W1, b1, W2, b2)。見投影片「激勵函數」(Linear "
    "non-separability)。",
    en="You returned XOR's four answers; the network's parameters (W1, b1, W2, b2) are wanted. "
    "See the slide “Activation functions (linear non-separability)”.",
)
def xor_network():
    return np.array([0, 1, 1, 0])
