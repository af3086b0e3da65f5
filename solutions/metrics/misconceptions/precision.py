"""Wrong versions of `precision` that learners write."""

import numpy as np

from grader.authoring import misconception


@misconception(
    "precision.is-recall",
    zh="你算的是 recall：TP / (TP + FN)，也可能是把 y 和 y_pred 對調了。precision 的分母是預測為 "
    "1的樣本，TP + FP。見投影片「機器學習(Review)」。",
    en="You computed recall, TP / (TP + FN), perhaps by swapping y and y_pred. Precision divides "
    "by the samples predicted 1, TP + FP. See the slide “Machine learning (review)”.",
)
def precision(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fn = np.sum((y == 1) & (y_pred == 0))
    return tp / max(tp + fn, 1)


@misconception(
    "precision.is-accuracy",
    zh="你算的是 accuracy：(TP + TN) / N。precision 只看預測為 1的樣本：TP / (TP + FP)。"
    "見投影片「機器學習(Review)」。",
    en="You computed accuracy, (TP + TN) / N. Precision looks only at the samples predicted 1: TP "
    "/ (TP + FP). See the slide “Machine learning (review)”.",
)
def precision(y, y_pred):
    return np.mean(y == y_pred)


@misconception(
    "precision.negative-class",
    zh="你把 0 當成正類，算成 TN / (TN + FN)。正類是 1。見投影片「機器學習(Review)」。",
    en="You took 0 for the positive class, which gives TN / (TN + FN). The positive class is 1. "
    "See the slide “Machine learning (review)”.",
)
def precision(y, y_pred):
    fn = np.sum((y == 1) & (y_pred == 0))
    tn = np.sum((y == 0) & (y_pred == 0))
    return tn / max(tn + fn, 1)


@misconception(
    "precision.counts-tn",
    zh="分子多了 TN：應該只有 TP，也就是標籤和預測都是 1 的樣本。見投影片「機器學習(Review)」。",
    en="TN is counted above the line. Only TP belongs there, label and prediction both 1. See the "
    "slide “Machine learning (review)”.",
)
def precision(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fp = np.sum((y == 0) & (y_pred == 1))
    tn = np.sum((y == 0) & (y_pred == 0))
    return (tp + tn) / max(tp + fp, 1)


@misconception(
    "precision.tn-for-tp",
    zh="你用 TN 代替了 TP：TN / (TN + FP) 是特異度 (specificity)。precision 是 TP / (TP + FP)。"
    "見投影片「機器學習(Review)」。",
    en="You have TN where TP is due: TN / (TN + FP) is the specificity. Precision is "
    "TP / (TP + FP). See the slide “Machine learning (review)”.",
)
def precision(y, y_pred):
    below = np.sum(1 - y)
    return np.sum((1 - y) * (1 - y_pred)) / below if below else 0.0


@misconception(
    "precision.over-all-samples",
    zh="你除以全部的樣本數 N，分母應該是預測為 1的樣本數，TP + FP。見投影片「機器學習(Review)」。",
    en="You divided by all N samples; divide by those predicted 1, TP + FP. See the slide "
    "“Machine learning (review)”.",
)
def precision(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    return tp / len(y)


@misconception(
    "precision.complement",
    zh="你算的是 FP / (TP + FP)，也就是 1 − precision。分子是 TP。見投影片「機器學習(Review)」。",
    en="You computed FP / (TP + FP), which is 1 − precision. TP goes above the line. See the "
    "slide “Machine learning (review)”.",
)
def precision(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fp = np.sum((y == 0) & (y_pred == 1))
    return fp / max(tp + fp, 1)


@misconception(
    "precision.both-errors",
    zh="分母同時放了 FP 和 FN。precision 的分母只有 TP + FP。見投影片「機器學習(Review)」。",
    en="Both FP and FN are in the denominator. That of precision is TP + FP only. See the slide "
    "“Machine learning (review)”.",
)
def precision(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fp = np.sum((y == 0) & (y_pred == 1))
    fn = np.sum((y == 1) & (y_pred == 0))
    return tp / max(tp + fp + fn, 1)


@misconception(
    "precision.over-correct",
    zh="你除以答對的筆數 TP + TN，分母應該是 TP + FP。見投影片「機器學習(Review)」。",
    en="You divided by the number predicted right, TP + TN; the denominator is TP + FP. See the "
    "slide “Machine learning (review)”.",
)
def precision(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    tn = np.sum((y == 0) & (y_pred == 0))
    return tp / max(tp + tn, 1)


@misconception(
    "precision.not-divided",
    zh="你回傳的是 TP 的筆數，還要除以 TP + FP。見投影片「機器學習(Review)」。",
    en="You returned the count TP; divide it by TP + FP. See the slide “Machine learning "
    "(review)”.",
)
def precision(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    return tp


@misconception(
    "precision.percent",
    zh="你乘了 100 變成百分比，這裡要的是 0 到 1 的比例。見投影片「機器學習(Review)」。",
    en="You turned it into per cent; a share between 0 and 1 is due. See the slide “Machine "
    "learning (review)”.",
)
def precision(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fp = np.sum((y == 0) & (y_pred == 1))
    return 100 * tp / max(tp + fp, 1)


@misconception(
    "precision.zero-gives-nan",
    zh="沒有任何樣本預測為 1時，你的 0 / 0 變成 nan。先檢查分母，為 0 時回傳 0.0。"
    "見投影片「機器學習(Review)」。",
    en="When no sample is predicted 1, your 0 / 0 is nan. Check the denominator first and return "
    "0.0. See the slide “Machine learning (review)”.",
)
def precision(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fp = np.sum((y == 0) & (y_pred == 1))
    return np.float64(tp) / (tp + fp)


@misconception(
    "precision.zero-gives-one",
    zh="沒有任何樣本預測為 1時，你回傳了 1。這裡約定分母為 0 時是 0.0。"
    "見投影片「機器學習(Review)」。",
    en="When no sample is predicted 1 you return 1. By the convention here a denominator of 0 "
    "gives 0.0. See the slide “Machine learning (review)”.",
)
def precision(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fp = np.sum((y == 0) & (y_pred == 1))
    return tp / (tp + fp) if tp + fp else 1.0


@misconception(
    "precision.guard-on-labels",
    zh="你檢查的是標籤裡有沒有 1，但分母數的是預測裡的 1，所以它是 0 時仍得到 nan。"
    "見投影片「機器學習(Review)」。",
    en="You check whether the labels hold a 1, but the denominator counts the 1s of the "
    "predictions: when it "
    "is 0 you still get nan. See the slide “Machine learning (review)”.",
)
def precision(y, y_pred):
    if np.sum(y) == 0:
        return 0.0
    return np.sum(y * y_pred) / np.sum(y_pred)


@misconception(
    "precision.floor-division",
    zh="// 把小數截掉了，所以結果只有 0 或 1；請用 /。見投影片「機器學習(Review)」。",
    en="// cuts the fraction off, so that only 0 or 1 is left; use /. See the slide “Machine "
    "learning (review)”.",
)
def precision(y, y_pred):
    below = np.sum(y_pred)
    return np.sum(y * y_pred) // below if below else 0.0


@misconception(
    "precision.over-fp",
    zh="你算的是 TP / FP；分母是 TP + FP。見投影片「機器學習(Review)」。",
    en="You computed TP / FP; the denominator is TP + FP. See the slide “Machine learning "
    "(review)”.",
)
def precision(y, y_pred):
    below = np.sum((1 - y) * y_pred)
    return np.sum(y * y_pred) / below if below else 0.0
