"""Wrong versions of `d_cross_entropy` that learners write."""

import numpy as np

from grader.authoring import misconception


@misconception(
    "d_cross_entropy.missing-mean",
    zh=(
        "你沒有除以樣本數 N。cross_entropy 對樣本平均，它的 1/N 微分後還在。見投影片「損失函數 "
        "(分類問題)」。"
    ),
    en=(
        "You did not divide by the number of samples N. cross_entropy is a mean over samples, "
        "and its 1/N stays when you differentiate; see the slide “Loss functions "
        "(classification)”."
    ),
)
def d_cross_entropy(y, y_hat):
    return -y / y_hat


@misconception(
    "d_cross_entropy.divided-by-kn",
    zh=(
        "你除以 kN (y.size)。cross_entropy 只除以樣本數 N，梯度也是。見投影片「損失函數 "
        "(分類問題)」。"
    ),
    en=(
        "You divided by kN (y.size). cross_entropy divides by the number of samples N alone, and "
        "so does its gradient; see the slide “Loss functions (classification)”."
    ),
)
def d_cross_entropy(y, y_hat):
    return -y / y_hat / y.size


@misconception(
    "d_cross_entropy.divided-by-k",
    zh=(
        "你除以 k (len(y) 或 shape[0] 是類別數)。一個樣本是一行，樣本數 N 是 shape[1]。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You divided by k (len(y), or shape[0], is the number of classes). One sample is one "
        "column, and N is shape[1]; see the slide “Loss functions (classification)”."
    ),
)
def d_cross_entropy(y, y_hat):
    return -y / y_hat / y.shape[0]


@misconception(
    "d_cross_entropy.missing-minus",
    zh=(
        "負號不見了。正確類別的機率變大，損失會變小，所以梯度是負的：−y/ŷ/N。見投影片「損失函數 "
        "(分類問題)」。"
    ),
    en=(
        "The minus sign is missing. As the right class's probability grows the loss falls, so "
        "the gradient is negative: −y/ŷ/N; see the slide “Loss functions (classification)”."
    ),
)
def d_cross_entropy(y, y_hat):
    return y / y_hat / y.shape[1]


@misconception(
    "d_cross_entropy.labels-ignored",
    zh=(
        "你對每個類別都給了 −1/ŷ。標籤為 0 的類別不影響損失，梯度是 0：分子是 y。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You gave −1/ŷ for every class. Classes with label 0 do not affect the loss and have "
        "gradient 0: y is the numerator; see the slide “Loss functions (classification)”."
    ),
)
def d_cross_entropy(y, y_hat):
    return -1 / y_hat / y.shape[1]


@misconception(
    "d_cross_entropy.with-respect-to-logits",
    zh=(
        "你給的是 (ŷ − y)/N，那是對 softmax 之前的 z 的梯度。這裡是對機率 ŷ 微分：−y/ŷ/N。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You gave (ŷ − y)/N, the gradient with respect to z before softmax. Here it is with "
        "respect to the probability ŷ: −y/ŷ/N; see the slide “Loss functions (classification)”."
    ),
)
def d_cross_entropy(y, y_hat):
    return (y_hat - y) / y.shape[1]


@misconception(
    "d_cross_entropy.not-differentiated",
    zh="你回傳的是 −y·log ŷ/N，還沒有微分。log ŷ 的微分是 1/ŷ。見投影片「損失函數 (分類問題)」。",
    en=(
        "You returned −y·log ŷ/N, which is not differentiated yet. The derivative of log ŷ is "
        "1/ŷ; see the slide “Loss functions (classification)”."
    ),
)
def d_cross_entropy(y, y_hat):
    return -y * np.log(y_hat) / y.shape[1]


@misconception(
    "d_cross_entropy.reciprocal-of-log",
    zh="你寫成 1/log ŷ。log ŷ 的微分是 1/ŷ，不是 1/log ŷ。見投影片「損失函數 (分類問題)」。",
    en=(
        "You wrote 1/log ŷ. The derivative of log ŷ is 1/ŷ, not 1/log ŷ; see the slide “Loss "
        "functions (classification)”."
    ),
)
def d_cross_entropy(y, y_hat):
    return -y / np.log(y_hat) / y.shape[1]


@misconception(
    "d_cross_entropy.multiplied-by-prediction",
    zh="你乘了 ŷ，應該是除：log ŷ 的微分是 1/ŷ。見投影片「損失函數 (分類問題)」。",
    en=(
        "You multiplied by ŷ where you should divide: the derivative of log ŷ is 1/ŷ; see the "
        "slide “Loss functions (classification)”."
    ),
)
def d_cross_entropy(y, y_hat):
    return -y * y_hat / y.shape[1]


@misconception(
    "d_cross_entropy.prediction-squared",
    zh="分母是 ŷ²，多除了一次 ŷ。log ŷ 的微分是 1/ŷ。見投影片「損失函數 (分類問題)」。",
    en=(
        "The denominator is ŷ²: you divided by ŷ once too often. The derivative of log ŷ is 1/ŷ; "
        "see the slide “Loss functions (classification)”."
    ),
)
def d_cross_entropy(y, y_hat):
    return -y / y_hat**2 / y.shape[1]


@misconception(
    "d_cross_entropy.one-minus-prediction",
    zh=(
        "分母用了 1 − ŷ。正確類別要看的是它自己的機率 ŷ：−y/ŷ/N。見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "The denominator is 1 − ŷ. For the right class its own probability ŷ counts: −y/ŷ/N; see "
        "the slide “Loss functions (classification)”."
    ),
)
def d_cross_entropy(y, y_hat):
    return -y / (1 - y_hat) / y.shape[1]


@misconception(
    "d_cross_entropy.label-not-multiplied",
    zh=(
        "分子沒有用 y，而是 1 − y：你給了標籤為 0 的類別。要的是標籤為 1 的類別。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "The numerator is 1 − y, which picks the classes with label 0. It is the class with "
        "label 1 that counts; see the slide “Loss functions (classification)”."
    ),
)
def d_cross_entropy(y, y_hat):
    return -(1 - y) / y_hat / y.shape[1]


@misconception(
    "d_cross_entropy.with-negative-term",
    zh=(
        "你把二元交叉熵的 (1 − y)/(1 − ŷ) 也加進來了。多元分類只有 −y/ŷ 一項。見投影片「損失函數 "
        "(分類問題)」。"
    ),
    en=(
        "You added the (1 − y)/(1 − ŷ) term of the binary loss. With several classes there is "
        "only −y/ŷ; see the slide “Loss functions (classification)”."
    ),
)
def d_cross_entropy(y, y_hat):
    return (-y / y_hat + (1 - y) / (1 - y_hat)) / y.shape[1]


@misconception(
    "d_cross_entropy.binary-mean",
    zh=(
        "你用了 d_bce 的公式，還除以所有元素。多元分類只有 −y/ŷ，除以樣本數 N。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You used the formula of d_bce, divided by every element. With several classes there is "
        "only −y/ŷ, over the number of samples N; see the slide “Loss functions "
        "(classification)”."
    ),
)
def d_cross_entropy(y, y_hat):
    return (-y / y_hat + (1 - y) / (1 - y_hat)) / y.size


@misconception(
    "d_cross_entropy.swapped-arguments",
    zh=(
        "你把標籤和預測對調了：除的是 y，而 y 是 0 或 1。第一個參數是標籤，分母要用預測值 ŷ。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "Label and prediction are swapped: you divide by y, which is 0 or 1. The label is the "
        "first argument; the prediction ŷ belongs in the denominator; see the slide “Loss "
        "functions (classification)”."
    ),
)
def d_cross_entropy(y, y_hat):
    return -y_hat / y / y.shape[1]


@misconception(
    "d_cross_entropy.swapped-arguments-1e-7",
    zh=(
        "你把標籤和預測對調了：除的是 y，而 y 是 0 或 1。第一個參數是標籤，分母要用預測值 ŷ。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "Label and prediction are swapped: you divide by y, which is 0 or 1. The label is the "
        "first argument; the prediction ŷ belongs in the denominator; see the slide “Loss "
        "functions (classification)”."
    ),
)
def d_cross_entropy(y, y_hat):
    p = np.clip(y, 1e-7, 1 - 1e-7)
    return -y_hat / p / y.shape[1]


@misconception(
    "d_cross_entropy.swapped-arguments-1e-8",
    zh=(
        "你把標籤和預測對調了：除的是 y，而 y 是 0 或 1。第一個參數是標籤，分母要用預測值 ŷ。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "Label and prediction are swapped: you divide by y, which is 0 or 1. The label is the "
        "first argument; the prediction ŷ belongs in the denominator; see the slide “Loss "
        "functions (classification)”."
    ),
)
def d_cross_entropy(y, y_hat):
    p = np.clip(y, 1e-8, 1 - 1e-8)
    return -y_hat / p / y.shape[1]


@misconception(
    "d_cross_entropy.swapped-arguments-1e-12",
    zh=(
        "你把標籤和預測對調了：除的是 y，而 y 是 0 或 1。第一個參數是標籤，分母要用預測值 ŷ。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "Label and prediction are swapped: you divide by y, which is 0 or 1. The label is the "
        "first argument; the prediction ŷ belongs in the denominator; see the slide “Loss "
        "functions (classification)”."
    ),
)
def d_cross_entropy(y, y_hat):
    p = np.clip(y, 1e-12, 1 - 1e-12)
    return -y_hat / p / y.shape[1]


@misconception(
    "d_cross_entropy.swapped-arguments-1e-15",
    zh=(
        "你把標籤和預測對調了：除的是 y，而 y 是 0 或 1。第一個參數是標籤，分母要用預測值 ŷ。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "Label and prediction are swapped: you divide by y, which is 0 or 1. The label is the "
        "first argument; the prediction ŷ belongs in the denominator; see the slide “Loss "
        "functions (classification)”."
    ),
)
def d_cross_entropy(y, y_hat):
    p = np.clip(y, 1e-15, 1 - 1e-15)
    return -y_hat / p / y.shape[1]


@misconception(
    "d_cross_entropy.summed-over-classes",
    zh=(
        "你沿類別軸加總了，只剩每個樣本一個數。對每個 ŷ 各有一個偏微分，形狀是 (k, N)。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You summed over the classes, which leaves one number a sample. There is one derivative "
        "for each ŷ, in the shape (k, N); see the slide “Loss functions (classification)”."
    ),
)
def d_cross_entropy(y, y_hat):
    return -np.sum(y / y_hat, axis=0) / y.shape[1]


@misconception(
    "d_cross_entropy.collapsed",
    zh=(
        "你把梯度加總成一個數字了。對每個 ŷ 各有一個偏微分，形狀是 (k, N)。見投影片「損失函數 "
        "(分類問題)」。"
    ),
    en=(
        "You collapsed the gradient to one number. There is one derivative for each ŷ, in the "
        "shape (k, N); see the slide “Loss functions (classification)”."
    ),
)
def d_cross_entropy(y, y_hat):
    return -np.sum(y / y_hat) / y.shape[1]


@misconception(
    "d_cross_entropy.mean-twice",
    zh="你除以 N 兩次。只有一個 1/N。見投影片「損失函數 (分類問題)」。",
    en=(
        "You divided by N twice. There is one 1/N only; see the slide “Loss functions "
        "(classification)”."
    ),
)
def d_cross_entropy(y, y_hat):
    return -y / y_hat / y.shape[1] ** 2


@misconception(
    "d_cross_entropy.integer-buffer",
    zh="你用 np.zeros_like(y) 之類的方式存結果；標籤是整數時，小數會被截掉。加上 dtype=float。",
    en=(
        "You store results in np.zeros_like(y) or the like; where the labels are integers it "
        "cuts off the decimals. Add dtype=float."
    ),
)
def d_cross_entropy(y, y_hat):
    grad = np.zeros_like(y)
    grad[...] = -y / y_hat / y.shape[1]
    return grad


@misconception(
    "d_cross_entropy.in-place",
    zh=(
        "grad = y_hat 沒有複製：兩個名字是同一個陣列，改 grad 就改到呼叫者的資料。用 "
        "y_hat.copy()，或直接算出新陣列。"
    ),
    en=(
        "grad = y_hat makes no copy: both names are the same array, and changing grad changes "
        "the caller's data. Use y_hat.copy(), or compute a new array."
    ),
)
def d_cross_entropy(y, y_hat):
    grad = y_hat
    right = y == 1
    grad[right] = -1 / grad[right] / y.shape[1]
    grad[~right] = 0
    return grad
