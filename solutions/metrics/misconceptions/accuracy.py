"""Wrong versions of `accuracy` that learners write."""

import numpy as np

from grader.authoring import misconception


@misconception(
    "accuracy.error-rate",
    zh="你算的是錯誤率 (預測錯的比例)，accuracy 是預測對的比例。見投影片「機器學習(Review)」。",
    en="You computed the error rate, the share predicted wrong; accuracy is the share predicted "
    "right. See the slide “Machine learning (review)”.",
)
def accuracy(y, y_pred):
    return np.mean(y != y_pred)


@misconception(
    "accuracy.not-divided",
    zh="你回傳的是答對的筆數，還要除以樣本數 N。見投影片「機器學習(Review)」。",
    en="You returned the number predicted right; divide it by the number of samples N. See the "
    "slide “Machine learning (review)”.",
)
def accuracy(y, y_pred):
    return np.sum(y == y_pred)


@misconception(
    "accuracy.n-minus-one",
    zh="你除以 N − 1；accuracy 是答對的筆數除以全部的樣本數 N。見投影片「機器學習(Review)」。",
    en="You divided by N − 1; accuracy is the number predicted right over all N samples. See the "
    "slide “Machine learning (review)”.",
)
def accuracy(y, y_pred):
    return np.sum(y == y_pred) / np.float64(len(y) - 1)


@misconception(
    "accuracy.last-sample-missing",
    zh="迴圈少了最後一筆樣本：range(len(y)) 已經停在 N − 1，不必再減 1。"
    "見投影片「機器學習(Review)」。",
    en="The loop leaves the last sample out: range(len(y)) stops at N − 1 by itself. See the slide "
    "“Machine learning (review)”.",
)
def accuracy(y, y_pred):
    return np.sum(y[:-1] == y_pred[:-1]) / len(y)


@misconception(
    "accuracy.percent",
    zh="你乘了 100 變成百分比，這裡要的是 0 到 1 的比例。見投影片「機器學習(Review)」。",
    en="You turned it into per cent; a share between 0 and 1 is due. See the slide “Machine "
    "learning (review)”.",
)
def accuracy(y, y_pred):
    return 100 * np.mean(y == y_pred)


@misconception(
    "accuracy.all-or-nothing",
    zh="你的結果只有 0 或 1：全對才算對 (np.all、array_equal)，或用了整數除法 //。accuracy "
    "是答對的比例。見投影片「機器學習(Review)」。",
    en="Your result is only ever 0 or 1: all must be right (np.all, array_equal), or // cut the "
    "share off. Accuracy is the share predicted right. See the slide “Machine learning (review)”.",
)
def accuracy(y, y_pred):
    return float(np.all(y == y_pred))


@misconception(
    "accuracy.elementwise",
    zh="你回傳了每一筆對或錯的陣列，還要取平均成為一個數字。見投影片「機器學習(Review)」。",
    en="You returned right or wrong for every sample; take the mean to get one number. See the "
    "slide “Machine learning (review)”.",
)
def accuracy(y, y_pred):
    return y == y_pred


@misconception(
    "accuracy.positives-only",
    zh="你只算了 TP。標籤和預測都是 0 (TN) 也是答對：(TP + TN) / N。見投影片「機器學習(Review)」。",
    en="Only TP is counted. Label 0 predicted 0 (TN) is right too: (TP + TN) / N. See the slide "
    "“Machine learning (review)”.",
)
def accuracy(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    return tp / len(y)


@misconception(
    "accuracy.negatives-only",
    zh="你只算了 TN。標籤和預測都是 1 (TP) 也是答對：(TP + TN) / N。見投影片「機器學習(Review)」。",
    en="Only TN is counted. Label 1 predicted 1 (TP) is right too: (TP + TN) / N. See the slide "
    "“Machine learning (review)”.",
)
def accuracy(y, y_pred):
    tn = np.sum((y == 0) & (y_pred == 0))
    return tn / len(y)


@misconception(
    "accuracy.is-precision",
    zh="你算的是 precision：TP / (TP + FP)。accuracy 是 (TP + TN) / N。"
    "見投影片「機器學習(Review)」。",
    en="You computed precision, TP / (TP + FP). Accuracy is (TP + TN) / N. See the slide “Machine "
    "learning (review)”.",
)
def accuracy(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fp = np.sum((y == 0) & (y_pred == 1))
    return tp / max(tp + fp, 1)


@misconception(
    "accuracy.is-recall",
    zh="你算的是 recall：TP / (TP + FN)。accuracy 是 (TP + TN) / N。見投影片「機器學習(Review)」。",
    en="You computed recall, TP / (TP + FN). Accuracy is (TP + TN) / N. See the slide “Machine "
    "learning (review)”.",
)
def accuracy(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fn = np.sum((y == 1) & (y_pred == 0))
    return tp / max(tp + fn, 1)


@misconception(
    "accuracy.tn-left-out",
    zh="TN 整個沒算進去，成了 TP / (TP + FP + FN)。分子和分母都要有 TN。"
    "見投影片「機器學習(Review)」。",
    en="TN is left out altogether, which gives TP / (TP + FP + FN). It belongs above and below "
    "the line. See the slide “Machine learning (review)”.",
)
def accuracy(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fp = np.sum((y == 0) & (y_pred == 1))
    fn = np.sum((y == 1) & (y_pred == 0))
    return tp / max(tp + fp + fn, 1)


@misconception(
    "accuracy.balanced",
    zh="你對兩個類別的 recall 取了平均 (balanced accuracy)。accuracy 是全部樣本一起算：(TP + TN) "
    "/ N。見投影片「機器學習(Review)」。",
    en="You averaged the recall of the two classes (balanced accuracy). Accuracy takes all "
    "samples together, (TP + TN) / N. See the slide “Machine learning (review)”.",
)
def accuracy(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fp = np.sum((y == 0) & (y_pred == 1))
    fn = np.sum((y == 1) & (y_pred == 0))
    tn = np.sum((y == 0) & (y_pred == 0))
    return (tp / max(tp + fn, 1) + tn / max(tn + fp, 1)) / 2


@misconception(
    "accuracy.signed-errors",
    zh="你用 1 減去差的平均，FP 和 FN 一正一負互相抵消了。請數「不相等」的筆數。"
    "見投影片「機器學習(Review)」。",
    en="You took 1 minus the mean difference, where FP and FN cancel each other. Count where the "
    "two differ. See the slide “Machine learning (review)”.",
)
def accuracy(y, y_pred):
    return 1 - np.mean(y - y_pred)
