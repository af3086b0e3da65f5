"""Wrong versions of `cross_entropy` that learners write."""

import numpy as np

from grader.authoring import misconception


@misconception(
    "cross_entropy.divided-by-kn",
    zh=(
        "你除以 kN (np.mean 會除以所有元素)。每個樣本只有一個類別算數，要除以樣本數 N。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You divided by kN (np.mean divides by every element). One class counts for each sample: "
        "divide by the number of samples N; see the slide “Loss functions (classification)”."
    ),
)
def cross_entropy(y, y_hat):
    p = np.maximum(y_hat, 1e-12)
    return -np.mean(y * np.log(p))


@misconception(
    "cross_entropy.divided-by-k",
    zh=(
        "你除以 k (len(y) 或 shape[0] 是類別數)。一個樣本是一行，樣本數 N 是 shape[1]。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You divided by k (len(y), or shape[0], is the number of classes). One sample is one "
        "column, and N is shape[1]; see the slide “Loss functions (classification)”."
    ),
)
def cross_entropy(y, y_hat):
    p = np.maximum(y_hat, 1e-12)
    return -np.sum(y * np.log(p)) / y.shape[0]


@misconception(
    "cross_entropy.sum-not-mean",
    zh="你把每個樣本的代價加總，但沒有除以樣本數 N。見投影片「損失函數 (分類問題)」。",
    en=(
        "You summed the costs and did not divide by the number of samples N; see the slide “Loss "
        "functions (classification)”."
    ),
)
def cross_entropy(y, y_hat):
    p = np.maximum(y_hat, 1e-12)
    return -np.sum(y * np.log(p))


@misconception(
    "cross_entropy.missing-minus",
    zh=(
        "最前面的負號不見了。機率的 log 是負的，加上負號損失才會是正的、越小越好。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "The minus sign in front is missing. Logarithms of probabilities are negative; the minus "
        "makes the loss positive, and smaller is better; see the slide “Loss functions "
        "(classification)”."
    ),
)
def cross_entropy(y, y_hat):
    p = np.maximum(y_hat, 1e-12)
    return np.sum(y * np.log(p)) / y.shape[1]


@misconception(
    "cross_entropy.swapped-arguments",
    zh=(
        "你把標籤和預測對調了：log 裡放的是 y，外面乘的是 ŷ。第一個參數是標籤，log 要取在預測值 "
        "ŷ 上。見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "Label and prediction are swapped: the logarithm is taken of y and multiplied by ŷ. The "
        "label is the first argument; take the log of the prediction ŷ; see the slide “Loss "
        "functions (classification)”."
    ),
)
def cross_entropy(y, y_hat):
    p = np.clip(y, 1e-12, 1 - 1e-12)
    return -np.sum(y_hat * np.log(p)) / y.shape[1]


@misconception(
    "cross_entropy.swapped-arguments-unclipped",
    zh=(
        "你把標籤和預測對調了，結果出現 log 0：log 裡放的是 y，外面乘的是 ŷ。第一個參數是標籤，"
        "log 要取在預測值 ŷ 上。見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "Label and prediction are swapped, which meets log 0: the logarithm is taken of y and "
        "multiplied by ŷ. The label is the first argument; take the log of the prediction ŷ; see "
        "the slide “Loss functions (classification)”."
    ),
)
def cross_entropy(y, y_hat):
    return -np.sum(y_hat * np.log(y)) / y.shape[1]


@misconception(
    "cross_entropy.swapped-arguments-1e-7",
    zh=(
        "你把標籤和預測對調了：log 裡放的是 y，外面乘的是 ŷ。第一個參數是標籤，log 要取在預測值 "
        "ŷ 上。見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "Label and prediction are swapped: the logarithm is taken of y and multiplied by ŷ. The "
        "label is the first argument; take the log of the prediction ŷ; see the slide “Loss "
        "functions (classification)”."
    ),
)
def cross_entropy(y, y_hat):
    p = np.clip(y, 1e-7, 1 - 1e-7)
    return -np.sum(y_hat * np.log(p)) / y.shape[1]


@misconception(
    "cross_entropy.swapped-arguments-1e-8",
    zh=(
        "你把標籤和預測對調了：log 裡放的是 y，外面乘的是 ŷ。第一個參數是標籤，log 要取在預測值 "
        "ŷ 上。見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "Label and prediction are swapped: the logarithm is taken of y and multiplied by ŷ. The "
        "label is the first argument; take the log of the prediction ŷ; see the slide “Loss "
        "functions (classification)”."
    ),
)
def cross_entropy(y, y_hat):
    p = np.clip(y, 1e-8, 1 - 1e-8)
    return -np.sum(y_hat * np.log(p)) / y.shape[1]


@misconception(
    "cross_entropy.swapped-arguments-1e-10",
    zh=(
        "你把標籤和預測對調了：log 裡放的是 y，外面乘的是 ŷ。第一個參數是標籤，log 要取在預測值 "
        "ŷ 上。見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "Label and prediction are swapped: the logarithm is taken of y and multiplied by ŷ. The "
        "label is the first argument; take the log of the prediction ŷ; see the slide “Loss "
        "functions (classification)”."
    ),
)
def cross_entropy(y, y_hat):
    p = np.clip(y, 1e-10, 1 - 1e-10)
    return -np.sum(y_hat * np.log(p)) / y.shape[1]


@misconception(
    "cross_entropy.swapped-arguments-1e-15",
    zh=(
        "你把標籤和預測對調了：log 裡放的是 y，外面乘的是 ŷ。第一個參數是標籤，log 要取在預測值 "
        "ŷ 上。見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "Label and prediction are swapped: the logarithm is taken of y and multiplied by ŷ. The "
        "label is the first argument; take the log of the prediction ŷ; see the slide “Loss "
        "functions (classification)”."
    ),
)
def cross_entropy(y, y_hat):
    p = np.clip(y, 1e-15, 1 - 1e-15)
    return -np.sum(y_hat * np.log(p)) / y.shape[1]


@misconception(
    "cross_entropy.log10",
    zh=(
        "你用的是以 10 為底的 log10。投影片的例子 0.475705 是自然對數：np.log。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You used log10. The slide's 0.475705 comes from the natural logarithm, np.log; see the "
        "slide “Loss functions (classification)”."
    ),
)
def cross_entropy(y, y_hat):
    p = np.maximum(y_hat, 1e-12)
    return -np.sum(y * np.log10(p)) / y.shape[1]


@misconception(
    "cross_entropy.log2",
    zh=(
        "你用的是以 2 為底的 log2。投影片的例子 0.475705 是自然對數：np.log。見投影片「損失函數 "
        "(分類問題)」。"
    ),
    en=(
        "You used log2. The slide's 0.475705 comes from the natural logarithm, np.log; see the "
        "slide “Loss functions (classification)”."
    ),
)
def cross_entropy(y, y_hat):
    p = np.maximum(y_hat, 1e-12)
    return -np.sum(y * np.log2(p)) / y.shape[1]


@misconception(
    "cross_entropy.log1p",
    zh=(
        "你用的是 np.log1p，它算的是 log(1 + x)。這裡要的是 np.log。見投影片「損失函數 "
        "(分類問題)」。"
    ),
    en=(
        "You used np.log1p, which is log(1 + x). np.log is meant here; see the slide “Loss "
        "functions (classification)”."
    ),
)
def cross_entropy(y, y_hat):
    p = np.maximum(y_hat, 1e-12)
    return -np.sum(y * np.log1p(p)) / y.shape[1]


@misconception(
    "cross_entropy.no-log",
    zh="你沒有取 log，只平均了正確類別的機率。機率要先取 log。見投影片「損失函數 (分類問題)」。",
    en=(
        "There is no log: you averaged the probabilities of the right classes. Take their log "
        "first; see the slide “Loss functions (classification)”."
    ),
)
def cross_entropy(y, y_hat):
    return -np.sum(y * y_hat) / y.shape[1]


@misconception(
    "cross_entropy.log-of-mean",
    zh=(
        "你先把正確類別的機率平均再取 log，順序反了。先對每個樣本取 log，再平均。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You took the mean of the right classes' probabilities and its log afterwards. Take the "
        "log of each sample first, then the mean; see the slide “Loss functions "
        "(classification)”."
    ),
)
def cross_entropy(y, y_hat):
    p = np.maximum(y_hat, 1e-12)
    return -np.log(np.sum(y * p) / y.shape[1])


@misconception(
    "cross_entropy.with-negative-term",
    zh=(
        "你把二元交叉熵的 (1 − y)·log(1 − ŷ) 也加進來了。多元分類只有 y·log ŷ 一項：標籤為 1 "
        "時才計算。見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You added the (1 − y)·log(1 − ŷ) term of the binary loss. With several classes there is "
        "only y·log ŷ: it counts where the label is 1; see the slide “Loss functions "
        "(classification)”."
    ),
)
def cross_entropy(y, y_hat):
    p = np.clip(y_hat, 1e-12, 1 - 1e-12)
    return -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p)) / y.shape[1]


@misconception(
    "cross_entropy.binary-mean",
    zh=(
        "你用了二元交叉熵再對所有元素平均 (也就是 bce)。多元分類只算標籤為 1 的那一項，除以 N。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You used the binary cross-entropy, mean over every element (that is bce). With several "
        "classes only the entry with label 1 counts, divided by N; see the slide “Loss functions "
        "(classification)”."
    ),
)
def cross_entropy(y, y_hat):
    p = np.clip(y_hat, 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@misconception(
    "cross_entropy.largest-probability",
    zh=(
        "你取的是每一行最大的機率 (也許 argmax 用在 ŷ 上)，沒有看標籤。"
        "要取標籤所指的那個類別的機率。見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You took the largest probability of each column (perhaps an argmax of ŷ) and never "
        "looked at the label. Take the probability of the class the label names; see the slide "
        "“Loss functions (classification)”."
    ),
)
def cross_entropy(y, y_hat):
    p = np.maximum(y_hat, 1e-12)
    return -np.mean(np.log(p.max(axis=0)))


@misconception(
    "cross_entropy.labels-ignored",
    zh=(
        "你把所有類別的 log ŷ 都加進來，沒有乘上標籤。標籤為 0 的類別不該算。見投影片「損失函數 "
        "(分類問題)」。"
    ),
    en=(
        "You added log ŷ of every class and did not multiply by the labels. Classes with label 0 "
        "do not count; see the slide “Loss functions (classification)”."
    ),
)
def cross_entropy(y, y_hat):
    p = np.maximum(y_hat, 1e-12)
    return -np.sum(np.log(p)) / y.shape[1]


@misconception(
    "cross_entropy.other-classes",
    zh=(
        "你算到標籤為 0 的那些類別了 (乘的是 1 − y)。要乘 y：只算標籤為 1 的類別。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You counted the classes with label 0 (multiplied by 1 − y). Multiply by y: only the "
        "class with label 1 counts; see the slide “Loss functions (classification)”."
    ),
)
def cross_entropy(y, y_hat):
    p = np.maximum(y_hat, 1e-12)
    return -np.sum((1 - y) * np.log(p)) / y.shape[1]


@misconception(
    "cross_entropy.one-minus-prediction",
    zh="log 裡面放的是 1 − ŷ。正確類別要看的是它自己的機率 ŷ。見投影片「損失函數 (分類問題)」。",
    en=(
        "The log is taken of 1 − ŷ. For the right class its own probability ŷ counts; see the "
        "slide “Loss functions (classification)”."
    ),
)
def cross_entropy(y, y_hat):
    p = np.clip(y_hat, 1e-12, 1 - 1e-12)
    return -np.sum(y * np.log(1 - p)) / y.shape[1]


@misconception(
    "cross_entropy.entropy-of-prediction",
    zh=(
        "你算的是 ŷ 自己的熵 −Σ ŷ·log ŷ，沒有用到標籤。log 前面乘的是 y。見投影片「損失函數 "
        "(分類問題)」。"
    ),
    en=(
        "You computed the entropy of ŷ itself, −Σ ŷ·log ŷ, without the labels. It is y that "
        "multiplies the log; see the slide “Loss functions (classification)”."
    ),
)
def cross_entropy(y, y_hat):
    p = np.maximum(y_hat, 1e-12)
    return -np.sum(p * np.log(p)) / y.shape[1]


@misconception(
    "cross_entropy.per-sample",
    zh=(
        "你回傳每個樣本的代價，還沒有對樣本平均。損失是一個數字。見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You returned the cost of each sample and took no mean over them. A loss is one number; "
        "see the slide “Loss functions (classification)”."
    ),
)
def cross_entropy(y, y_hat):
    p = np.maximum(y_hat, 1e-12)
    return -np.sum(y * np.log(p), axis=0)


@misconception(
    "cross_entropy.per-class",
    zh=(
        "你沿著樣本軸 (axis 1) 加總，得到每個類別一個數。損失是一個數字，類別與樣本都要加總。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You summed along the samples (axis 1), which leaves one number a class. A loss is one "
        "number: sum over classes and samples; see the slide “Loss functions (classification)”."
    ),
)
def cross_entropy(y, y_hat):
    p = np.maximum(y_hat, 1e-12)
    return -np.sum(y * np.log(p), axis=1) / y.shape[1]


@misconception(
    "cross_entropy.no-sum",
    zh="你回傳每個元素的代價，還沒有加總。損失是一個數字。見投影片「損失函數 (分類問題)」。",
    en=(
        "You returned the cost of each element without adding up. A loss is one number; see the "
        "slide “Loss functions (classification)”."
    ),
)
def cross_entropy(y, y_hat):
    p = np.maximum(y_hat, 1e-12)
    return -y * np.log(p)


@misconception(
    "cross_entropy.rows-as-samples",
    zh=(
        "你把一列當成一個樣本 (例如 argmax(axis=1))。這門課一個樣本是一行，類別在 axis 0。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "You took a row for a sample (for example argmax(axis=1)). In this course one sample is "
        "one column, and the classes are axis 0; see the slide “Loss functions (classification)”."
    ),
)
def cross_entropy(y, y_hat):
    p = np.maximum(y_hat, 1e-12)
    return -np.mean(np.log(p[np.arange(len(y)), y.argmax(axis=1)]))


@misconception(
    "cross_entropy.softmax-again",
    zh=(
        "你又對 ŷ 做了一次 softmax。傳進來的 ŷ 已經是機率，直接取 log。見投影片「損失函數 "
        "(分類問題)」。"
    ),
    en=(
        "You applied softmax to ŷ once more. The ŷ given holds probabilities already: take their "
        "log directly; see the slide “Loss functions (classification)”."
    ),
)
def cross_entropy(y, y_hat):
    e = np.exp(y_hat)
    return -np.sum(y * np.log(e / e.sum(axis=0))) / y.shape[1]


@misconception(
    "cross_entropy.squared-error",
    zh="你算的是平方誤差。分類問題要用 log：交叉熵。見投影片「損失函數 (分類問題)」。",
    en=(
        "You computed a squared error. Classification uses logarithms here, the cross-entropy; "
        "see the slide “Loss functions (classification)”."
    ),
)
def cross_entropy(y, y_hat):
    return np.mean((y - y_hat) ** 2)


@misconception(
    "cross_entropy.stops-after-first",
    zh=(
        "你的迴圈只算了第一個樣本就回傳 (return 縮排在迴圈裡面)。等迴圈跑完再回傳。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "Your loop returns after the first sample (the return is indented into the loop). Return "
        "when the loop is done; see the slide “Loss functions (classification)”."
    ),
)
def cross_entropy(y, y_hat):
    p = np.maximum(y_hat, 1e-12)
    return -np.sum(y[:, 0] * np.log(p[:, 0])) / y.shape[1]


@misconception(
    "cross_entropy.skips-last",
    zh=(
        "你的迴圈漏了最後一個樣本，多半是 range(N - 1)。range(N) 就已經停在 N − 1。"
        "見投影片「損失函數 (分類問題)」。"
    ),
    en=(
        "Your loop leaves out the last sample, probably with range(N - 1). range(N) already "
        "stops at N − 1; see the slide “Loss functions (classification)”."
    ),
)
def cross_entropy(y, y_hat):
    p = np.maximum(y_hat, 1e-12)
    return -np.sum(y[:, :-1] * np.log(p[:, :-1])) / y.shape[1]


@misconception(
    "cross_entropy.no-clipping",
    zh=(
        "機率剛好是 0 時，log 0 是 −∞，而 0 × −∞ 是 nan。取 log 前先給機率一個很小的下限，例如 "
        "np.maximum(y_hat, 1e-12)。"
    ),
    en=(
        "Where a probability is exactly 0, log 0 is −∞, and 0 × −∞ is nan. Give the "
        "probabilities a tiny lower limit before the log, for example np.maximum(y_hat, 1e-12)."
    ),
)
def cross_entropy(y, y_hat):
    return -np.sum(y * np.log(y_hat)) / y.shape[1]


@misconception(
    "cross_entropy.epsilon-too-large",
    zh="你的 ε 太大了：完全猜錯時代價最多只有 −log ε，不到 16。ε 取 1e-7 或更小，例如 1e-12。",
    en=(
        "Your ε is too large: a wholly wrong prediction costs at most −log ε, which is less than "
        "16. Take 1e-7 or less, such as 1e-12."
    ),
)
def cross_entropy(y, y_hat):
    p = np.clip(y_hat, 1e-3, 1)
    return -np.sum(y * np.log(p)) / y.shape[1]


@misconception(
    "cross_entropy.integer-buffer",
    zh="你用 np.zeros_like(y) 之類的方式存結果；標籤是整數時，小數會被截掉。加上 dtype=float。",
    en=(
        "You store results in np.zeros_like(y) or the like; where the labels are integers it "
        "cuts off the decimals. Add dtype=float."
    ),
)
def cross_entropy(y, y_hat):
    p = np.maximum(y_hat, 1e-12)
    cost = np.zeros_like(y)
    cost[...] = -y * np.log(p)
    return np.sum(cost) / y.shape[1]


@misconception(
    "cross_entropy.clip-in-place",
    zh=(
        "你把 clip 的結果寫回傳進來的陣列 (out= 或 y_hat[...] =)，呼叫者的資料也跟著變了。"
        "把結果放進新變數。"
    ),
    en=(
        "You wrote the clipped values back into the array you were given (out= or y_hat[...] =), "
        "and so into the caller's data. Keep them in a new variable."
    ),
)
def cross_entropy(y, y_hat):
    np.clip(y_hat, 1e-12, 1, out=y_hat)
    return -np.sum(y * np.log(y_hat)) / y.shape[1]


@misconception(
    "cross_entropy.nan-hidden",
    zh=(
        "只要有一個預測剛好是 0 或 1，整批的損失就變成 0，其他樣本的代價都不見了。若是 0·log 0 "
        "得到 nan、再用 nan_to_num 把它換成 0，請改成先 clip 預測值再取 log。"
    ),
    en=(
        "One prediction of exactly 0 or 1 makes the loss of the whole batch 0, and the cost of the "
        "other samples is gone. If 0·log 0 gave nan and nan_to_num made it 0: clip the predictions "
        "before taking the log instead."
    ),
)
def cross_entropy(y, y_hat):
    with np.errstate(all="ignore"):
        return np.nan_to_num(-np.sum(y * np.log(y_hat)) / y.shape[1])
