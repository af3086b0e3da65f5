"""What learners get wrong in the metrics."""

import numpy as np

from grader.authoring import misconception

# -------------------------------------------------------------------------- accuracy


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


# -------------------------------------------------------------------------- precision


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


# -------------------------------------------------------------------------- recall


@misconception(
    "recall.is-precision",
    zh="你算的是 precision：TP / (TP + FP)，也可能是把 y 和 y_pred 對調了。recall 的分母是標籤為 "
    "1的樣本，TP + FN。見投影片「機器學習(Review)」。",
    en="You computed precision, TP / (TP + FP), perhaps by swapping y and y_pred. Recall divides "
    "by the samples labelled 1, TP + FN. See the slide “Machine learning (review)”.",
)
def recall(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fp = np.sum((y == 0) & (y_pred == 1))
    return tp / max(tp + fp, 1)


@misconception(
    "recall.is-accuracy",
    zh="你算的是 accuracy：(TP + TN) / N。recall 只看標籤為 1的樣本：TP / (TP + FN)。"
    "見投影片「機器學習(Review)」。",
    en="You computed accuracy, (TP + TN) / N. Recall looks only at the samples labelled 1: TP / "
    "(TP + FN). See the slide “Machine learning (review)”.",
)
def recall(y, y_pred):
    return np.mean(y == y_pred)


@misconception(
    "recall.specificity",
    zh="你算的是 0 這一類的召回率 (specificity)：TN / (TN + FP)。正類是 1。"
    "見投影片「機器學習(Review)」。",
    en="You computed the recall of class 0 (specificity), TN / (TN + FP). The positive class is "
    "1. See the slide “Machine learning (review)”.",
)
def recall(y, y_pred):
    fp = np.sum((y == 0) & (y_pred == 1))
    tn = np.sum((y == 0) & (y_pred == 0))
    return tn / max(tn + fp, 1)


@misconception(
    "recall.counts-tn",
    zh="分子多了 TN：應該只有 TP，也就是標籤和預測都是 1 的樣本。見投影片「機器學習(Review)」。",
    en="TN is counted above the line. Only TP belongs there, label and prediction both 1. See the "
    "slide “Machine learning (review)”.",
)
def recall(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fn = np.sum((y == 1) & (y_pred == 0))
    tn = np.sum((y == 0) & (y_pred == 0))
    return (tp + tn) / max(tp + fn, 1)


@misconception(
    "recall.over-all-samples",
    zh="你除以全部的樣本數 N，分母應該是標籤為 1的樣本數，TP + FN。見投影片「機器學習(Review)」。",
    en="You divided by all N samples; divide by those labelled 1, TP + FN. See the slide “Machine "
    "learning (review)”.",
)
def recall(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    return tp / len(y)


@misconception(
    "recall.complement",
    zh="你算的是 FN / (TP + FN)，也就是 1 − recall。分子是 TP。見投影片「機器學習(Review)」。",
    en="You computed FN / (TP + FN), which is 1 − recall. TP goes above the line. See the slide "
    "“Machine learning (review)”.",
)
def recall(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fn = np.sum((y == 1) & (y_pred == 0))
    return fn / max(tp + fn, 1)


@misconception(
    "recall.both-errors",
    zh="分母同時放了 FP 和 FN。recall 的分母只有 TP + FN。見投影片「機器學習(Review)」。",
    en="Both FP and FN are in the denominator. That of recall is TP + FN only. See the slide "
    "“Machine learning (review)”.",
)
def recall(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fp = np.sum((y == 0) & (y_pred == 1))
    fn = np.sum((y == 1) & (y_pred == 0))
    return tp / max(tp + fp + fn, 1)


@misconception(
    "recall.over-correct",
    zh="你除以答對的筆數 TP + TN，分母應該是 TP + FN。見投影片「機器學習(Review)」。",
    en="You divided by the number predicted right, TP + TN; the denominator is TP + FN. See the "
    "slide “Machine learning (review)”.",
)
def recall(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    tn = np.sum((y == 0) & (y_pred == 0))
    return tp / max(tp + tn, 1)


@misconception(
    "recall.not-divided",
    zh="你回傳的是 TP 的筆數，還要除以 TP + FN。見投影片「機器學習(Review)」。",
    en="You returned the count TP; divide it by TP + FN. See the slide “Machine learning "
    "(review)”.",
)
def recall(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    return tp


@misconception(
    "recall.percent",
    zh="你乘了 100 變成百分比，這裡要的是 0 到 1 的比例。見投影片「機器學習(Review)」。",
    en="You turned it into per cent; a share between 0 and 1 is due. See the slide “Machine "
    "learning (review)”.",
)
def recall(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fn = np.sum((y == 1) & (y_pred == 0))
    return 100 * tp / max(tp + fn, 1)


@misconception(
    "recall.zero-gives-nan",
    zh="沒有任何樣本標籤為 1時，你的 0 / 0 變成 nan。先檢查分母，為 0 時回傳 0.0。"
    "見投影片「機器學習(Review)」。",
    en="When no sample is labelled 1, your 0 / 0 is nan. Check the denominator first and return "
    "0.0. See the slide “Machine learning (review)”.",
)
def recall(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fn = np.sum((y == 1) & (y_pred == 0))
    return np.float64(tp) / (tp + fn)


@misconception(
    "recall.zero-gives-one",
    zh="沒有任何樣本標籤為 1時，你回傳了 1。這裡約定分母為 0 時是 0.0。"
    "見投影片「機器學習(Review)」。",
    en="When no sample is labelled 1 you return 1. By the convention here a denominator of 0 "
    "gives 0.0. See the slide “Machine learning (review)”.",
)
def recall(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fn = np.sum((y == 1) & (y_pred == 0))
    return tp / (tp + fn) if tp + fn else 1.0


@misconception(
    "recall.guard-on-predictions",
    zh="你檢查的是預測裡有沒有 1，但分母數的是標籤裡的 1，所以它是 0 時仍得到 nan。"
    "見投影片「機器學習(Review)」。",
    en="You check whether the predictions hold a 1, but the denominator counts the 1s of the "
    "labels: when it "
    "is 0 you still get nan. See the slide “Machine learning (review)”.",
)
def recall(y, y_pred):
    if np.sum(y_pred) == 0:
        return 0.0
    return np.sum(y * y_pred) / np.sum(y)


@misconception(
    "recall.floor-division",
    zh="// 把小數截掉了，所以結果只有 0 或 1；請用 /。見投影片「機器學習(Review)」。",
    en="// cuts the fraction off, so that only 0 or 1 is left; use /. See the slide “Machine "
    "learning (review)”.",
)
def recall(y, y_pred):
    below = np.sum(y)
    return np.sum(y * y_pred) // below if below else 0.0


@misconception(
    "recall.over-fn",
    zh="你算的是 TP / FN；分母是 TP + FN。見投影片「機器學習(Review)」。",
    en="You computed TP / FN; the denominator is TP + FN. See the slide “Machine learning "
    "(review)”.",
)
def recall(y, y_pred):
    below = np.sum(y * (1 - y_pred))
    return np.sum(y * y_pred) / below if below else 0.0


# -------------------------------------------------------------------------- f1_score


@misconception(
    "f1_score.arithmetic-mean",
    zh="你用了算術平均 (P + R) / 2，F1 是調和平均 2PR / (P + R)。見投影片「機器學習(Review)」。",
    en="You took the arithmetic mean (P + R) / 2; F1 is the harmonic mean 2PR / (P + R). See the "
    "slide “Machine learning (review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    p, r = tp / max(np.sum(y_pred == 1), 1), tp / max(np.sum(y == 1), 1)
    return (p + r) / 2


@misconception(
    "f1_score.factor-two-missing",
    zh="少乘了 2：F1 是 2PR / (P + R)。見投影片「機器學習(Review)」。",
    en="The factor 2 is missing: F1 is 2PR / (P + R). See the slide “Machine learning (review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    p, r = tp / max(np.sum(y_pred == 1), 1), tp / max(np.sum(y == 1), 1)
    return p * r / (p + r) if p + r else 0.0


@misconception(
    "f1_score.geometric-mean",
    zh="你用了幾何平均 √(PR)，F1 是調和平均 2PR / (P + R)。見投影片「機器學習(Review)」。",
    en="You took the geometric mean √(PR); F1 is the harmonic mean 2PR / (P + R). See the slide "
    "“Machine learning (review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    p, r = tp / max(np.sum(y_pred == 1), 1), tp / max(np.sum(y == 1), 1)
    return np.sqrt(p * r)


@misconception(
    "f1_score.product",
    zh="你回傳了 precision 和 recall 的乘積，F1 還要乘 2 再除以 P + R。"
    "見投影片「機器學習(Review)」。",
    en="You returned the product of precision and recall; F1 is 2PR / (P + R). See the slide "
    "“Machine learning (review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    p, r = tp / max(np.sum(y_pred == 1), 1), tp / max(np.sum(y == 1), 1)
    return p * r


@misconception(
    "f1_score.twice-product",
    zh="你少除了 P + R：F1 是 2PR / (P + R)。見投影片「機器學習(Review)」。",
    en="The division by P + R is missing: F1 is 2PR / (P + R). See the slide “Machine learning "
    "(review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    p, r = tp / max(np.sum(y_pred == 1), 1), tp / max(np.sum(y == 1), 1)
    return 2 * p * r


@misconception(
    "f1_score.brackets",
    zh="分母少了括號：2PR / P + R 只除以 P；要寫成 2PR / (P + R)。見投影片「機器學習(Review)」。",
    en="Brackets are missing below: 2PR / P + R divides by P alone; write 2PR / (P + R). See the "
    "slide “Machine learning (review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum(y * y_pred)
    if tp == 0:
        return 0.0
    p, r = tp / np.sum(y_pred), tp / np.sum(y)
    return 2 * p * r / p + r


@misconception(
    "f1_score.reciprocal",
    zh="你算的是倒數的平均 (1/P + 1/R) / 2，最後還要再取一次倒數才是調和平均。"
    "見投影片「機器學習(Review)」。",
    en="You computed the mean of the reciprocals, (1/P + 1/R) / 2; its own reciprocal is the "
    "harmonic mean. See the slide “Machine learning (review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    p, r = tp / max(np.sum(y_pred == 1), 1), tp / max(np.sum(y == 1), 1)
    return (p + r) / (2 * p * r) if p * r else 0.0


@misconception(
    "f1_score.is-precision",
    zh="你只回傳了 precision，F1 是它和 recall 的調和平均。見投影片「機器學習(Review)」。",
    en="You returned precision alone; F1 is its harmonic mean with recall. See the slide “Machine "
    "learning (review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fp = np.sum((y == 0) & (y_pred == 1))
    return tp / max(tp + fp, 1)


@misconception(
    "f1_score.is-recall",
    zh="你只回傳了 recall，F1 是它和 precision 的調和平均。見投影片「機器學習(Review)」。",
    en="You returned recall alone; F1 is its harmonic mean with precision. See the slide “Machine "
    "learning (review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fn = np.sum((y == 1) & (y_pred == 0))
    return tp / max(tp + fn, 1)


@misconception(
    "f1_score.is-accuracy",
    zh="你算的是 accuracy。F1 不看 TN：2TP / (2TP + FP + FN)。見投影片「機器學習(Review)」。",
    en="You computed accuracy. F1 does not look at TN: 2TP / (2TP + FP + FN). See the slide "
    "“Machine learning (review)”.",
)
def f1_score(y, y_pred):
    return np.mean(y == y_pred)


@misconception(
    "f1_score.tp-once",
    zh="TP 在分子和分母都少乘了 2，成了 TP / (TP + FP + FN)。見投影片「機器學習(Review)」。",
    en="TP lacks its factor 2 above and below the line, which gives TP / (TP + FP + FN). See the "
    "slide “Machine learning (review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fp = np.sum((y == 0) & (y_pred == 1))
    fn = np.sum((y == 1) & (y_pred == 0))
    return tp / max(tp + fp + fn, 1)


@misconception(
    "f1_score.tp-once-below",
    zh="分母的 TP 少乘了 2：應該是 2TP + FP + FN。見投影片「機器學習(Review)」。",
    en="TP lacks its factor 2 in the denominator, which is 2TP + FP + FN. See the slide “Machine "
    "learning (review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fp = np.sum((y == 0) & (y_pred == 1))
    fn = np.sum((y == 1) & (y_pred == 0))
    return 2 * tp / max(tp + fp + fn, 1)


@misconception(
    "f1_score.fn-left-out",
    zh="分母少了 FN：應該是 2TP + FP + FN。見投影片「機器學習(Review)」。",
    en="FN is missing from the denominator 2TP + FP + FN. See the slide “Machine learning "
    "(review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fp = np.sum((y == 0) & (y_pred == 1))
    return 2 * tp / max(2 * tp + fp, 1)


@misconception(
    "f1_score.fp-left-out",
    zh="分母少了 FP：應該是 2TP + FP + FN。見投影片「機器學習(Review)」。",
    en="FP is missing from the denominator 2TP + FP + FN. See the slide “Machine learning "
    "(review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fn = np.sum((y == 1) & (y_pred == 0))
    return 2 * tp / max(2 * tp + fn, 1)


@misconception(
    "f1_score.negative-class",
    zh="你算的是 0 這一類的 F1，正類是 1。見投影片「機器學習(Review)」。",
    en="You computed the F1 of class 0; the positive class is 1. See the slide “Machine learning "
    "(review)”.",
)
def f1_score(y, y_pred):
    fp = np.sum((y == 0) & (y_pred == 1))
    fn = np.sum((y == 1) & (y_pred == 0))
    tn = np.sum((y == 0) & (y_pred == 0))
    return 2 * tn / max(2 * tn + fp + fn, 1)


@misconception(
    "f1_score.macro",
    zh="你把兩個類別的 F1 取了平均 (macro F1)，這裡只要正類 1 的 F1。"
    "見投影片「機器學習(Review)」。",
    en="You averaged the F1 of both classes (macro F1); only that of the positive class 1 is "
    "wanted. See the slide “Machine learning (review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fp = np.sum((y == 0) & (y_pred == 1))
    fn = np.sum((y == 1) & (y_pred == 0))
    tn = np.sum((y == 0) & (y_pred == 0))
    return tp / max(2 * tp + fp + fn, 1) + tn / max(2 * tn + fp + fn, 1)


@misconception(
    "f1_score.zero-gives-nan",
    zh="precision 和 recall 都是 0 時，你的 2PR / (P + R) 變成 nan。先檢查分母，為 0 時回傳 0.0。"
    "見投影片「機器學習(Review)」。",
    en="When precision and recall are both 0, your 2PR / (P + R) is nan. Check the denominator "
    "first and return 0.0. See the slide “Machine learning (review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    p, r = tp / max(np.sum(y_pred == 1), 1), tp / max(np.sum(y == 1), 1)
    return 2 * p * r / (p + r)


@misconception(
    "f1_score.no-positives-gives-nan",
    zh="標籤和預測都沒有 1 時，2TP + FP + FN 是 0，你的除法變成 nan。先檢查分母，為 0 時回傳 "
    "0.0。見投影片「機器學習(Review)」。",
    en="With no 1 among labels and predictions 2TP + FP + FN is 0 and your division gives nan. "
    "Check it first and return 0.0. See the slide “Machine learning (review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    return np.float64(2 * tp) / (np.sum(y == 1) + np.sum(y_pred == 1))


@misconception(
    "f1_score.zero-gives-one",
    zh="標籤和預測都沒有 1 時，你回傳了 1。這裡約定分母為 0 時是 0.0。"
    "見投影片「機器學習(Review)」。",
    en="With no 1 among labels and predictions you return 1. By the convention here a denominator "
    "of 0 gives 0.0. See the slide “Machine learning (review)”.",
)
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    n = np.sum(y == 1) + np.sum(y_pred == 1)
    return 2 * tp / n if n else 1.0


# -------------------------------------------------------------------------- r2_score


@misconception(
    "r2_score.means-of-y-hat",
    zh="y 和 y_hat 對調了：分母是標籤 y 對自己平均的平方和。見投影片「機器學習(Review)」。",
    en="y and y_hat changed places: the denominator is the labels' own sum of squares about their "
    "mean. See the slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    residual = np.sum((y - y_hat) ** 2)
    return 1 - residual / np.sum((y_hat - np.mean(y_hat)) ** 2)


@misconception(
    "r2_score.ratio-only",
    zh="你回傳了殘差與總變異的比值，還要用 1 去減。見投影片「機器學習(Review)」。",
    en="You returned the ratio of the two sums; R² is 1 minus it. See the slide “Machine learning "
    "(review)”.",
)
def r2_score(y, y_hat):
    residual = np.sum((y - y_hat) ** 2)
    total = np.sum((y - np.mean(y)) ** 2)
    return residual / total


@misconception(
    "r2_score.ratio-minus-one",
    zh="正負號反了：R² 是 1 − 比值，不是比值 − 1。見投影片「機器學習(Review)」。",
    en="The sign is reversed: R² is 1 − ratio, not ratio − 1. See the slide “Machine learning "
    "(review)”.",
)
def r2_score(y, y_hat):
    residual = np.sum((y - y_hat) ** 2)
    total = np.sum((y - np.mean(y)) ** 2)
    return residual / total - 1


@misconception(
    "r2_score.inverted",
    zh="分子和分母對調了：殘差平方和在上，總平方和在下。見投影片「機器學習(Review)」。",
    en="The fraction is upside down: the residual sum of squares goes above, the total below. See "
    "the slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    residual = np.sum((y - y_hat) ** 2)
    total = np.sum((y - np.mean(y)) ** 2)
    return 1 - total / residual if residual else 1.0


@misconception(
    "r2_score.clipped",
    zh="你把負數截成 0。比預測平均還差的模型，R² 就是負的。見投影片「機器學習(Review)」。",
    en="You cut negative values off at 0. A model worse than the mean has a negative R². See the "
    "slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    residual = np.sum((y - y_hat) ** 2)
    total = np.sum((y - np.mean(y)) ** 2)
    return max(0.0, 1 - residual / total)


@misconception(
    "r2_score.squared-correlation",
    zh="你用了相關係數的平方，它看不出預測值整體偏高或放大。R² 是 1 − 殘差 / 總變異。"
    "見投影片「機器學習(Review)」。",
    en="You squared the correlation, which does not see predictions that are shifted or scaled. "
    "R² is 1 − residual / total. See the slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    return np.corrcoef(y, y_hat)[0, 1] ** 2


@misconception(
    "r2_score.correlation",
    zh="你回傳了相關係數 r。R² 是 1 − 殘差平方和 / 總平方和。見投影片「機器學習(Review)」。",
    en="You returned the correlation r. R² is 1 − the residual sum of squares over the total. See "
    "the slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    return np.corrcoef(y, y_hat)[0, 1]


@misconception(
    "r2_score.explained-variance",
    zh="你用了殘差的變異數，殘差的平均被扣掉了。R² 用的是殘差本身的平方和。"
    "見投影片「機器學習(Review)」。",
    en="You used the variance of the residuals, which takes their mean away. R² uses the squares "
    "of the residuals themselves. See the slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    return 1 - np.var(y - y_hat) / np.var(y)


@misconception(
    "r2_score.mean-not-subtracted",
    zh="分母少減了平均，應該是 Σ(y − ȳ)²，不是 Σy²。見投影片「機器學習(Review)」。",
    en="The mean is not subtracted in the denominator, which is Σ(y − ȳ)² and not Σy². See the "
    "slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    residual = np.sum((y - y_hat) ** 2)
    return 1 - residual / np.sum(y**2)


@misconception(
    "r2_score.mean-of-predictions",
    zh="分母減的是預測值的平均，應該減標籤的平均 ȳ。見投影片「機器學習(Review)」。",
    en="The denominator subtracts the mean of the predictions; it is the mean ȳ of the labels "
    "that is due. See the slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    residual = np.sum((y - y_hat) ** 2)
    return 1 - residual / np.sum((y - np.mean(y_hat)) ** 2)


@misconception(
    "r2_score.explained-over-total",
    zh="你算的是 Σ(ŷ − ȳ)² / Σ(y − ȳ)²，它只在線性最小平方法時等於 R²。請用 1 − 殘差 / 總變異。"
    "見投影片「機器學習(Review)」。",
    en="You computed Σ(ŷ − ȳ)² / Σ(y − ȳ)², which equals R² for a least-squares line only. Use 1 "
    "− residual / total. See the slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    total = np.sum((y - np.mean(y)) ** 2)
    return np.sum((y_hat - np.mean(y)) ** 2) / total


@misconception(
    "r2_score.absolute",
    zh="你用了絕對值，R² 用的是平方和。見投影片「機器學習(Review)」。",
    en="You used absolute values; R² uses squares. See the slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    return 1 - np.sum(np.abs(y - y_hat)) / np.sum(np.abs(y - np.mean(y)))


@misconception(
    "r2_score.rmse-over-std",
    zh="你把比值開了根號 (RMSE / 標準差)，R² 不開根號。見投影片「機器學習(Review)」。",
    en="You took the square root of the ratio (RMSE over the standard deviation); R² takes none. "
    "See the slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    residual = np.sum((y - y_hat) ** 2)
    total = np.sum((y - np.mean(y)) ** 2)
    return 1 - np.sqrt(residual / total)


@misconception(
    "r2_score.mean-over-sum",
    zh="分子用了平均、分母用了總和，差了 N 倍。兩個都用總和，或都用平均。"
    "見投影片「機器學習(Review)」。",
    en="A mean stands above and a sum below, a factor N apart. Use sums for both, or means for "
    "both. See the slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    return 1 - np.mean((y - y_hat) ** 2) / np.sum((y - np.mean(y)) ** 2)


@misconception(
    "r2_score.sum-over-variance",
    zh="分子用了總和、分母用了變異數 (平均)，差了 N 倍。兩個都用總和，或都用平均。"
    "見投影片「機器學習(Review)」。",
    en="A sum stands above and a variance (a mean) below, a factor N apart. Use sums for both, or "
    "means for both. See the slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    residual = np.sum((y - y_hat) ** 2)
    return 1 - residual / np.var(y)


@misconception(
    "r2_score.sample-variance",
    zh="分母的變異數除以 N − 1 (ddof=1)，分子卻除以 N。兩個要一致。見投影片「機器學習(Review)」。",
    en="The variance below divides by N − 1 (ddof=1), the mean above by N. They must be the same. "
    "See the slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    return 1 - np.mean((y - y_hat) ** 2) / np.var(y, ddof=1)


@misconception(
    "r2_score.one-minus-mse",
    zh="你算的是 1 − MSE，還要先除以標籤的變異數。見投影片「機器學習(Review)」。",
    en="You computed 1 − MSE; the MSE is first divided by the variance of the labels. See the "
    "slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    return 1 - np.mean((y - y_hat) ** 2)


@misconception(
    "r2_score.is-mse",
    zh="你回傳的是 MSE。R² 是 1 − MSE / 標籤的變異數。見投影片「機器學習(Review)」。",
    en="You returned the MSE. R² is 1 − MSE over the variance of the labels. See the slide "
    "“Machine learning (review)”.",
)
def r2_score(y, y_hat):
    return np.mean((y - y_hat) ** 2)


@misconception(
    "r2_score.square-of-sum",
    zh="你先把殘差加總才平方，正負會抵消。先平方，再加總。見投影片「機器學習(Review)」。",
    en="You added the residuals up before squaring, so they cancel. Square first, then add up. "
    "See the slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    total = np.sum((y - np.mean(y)) ** 2)
    return 1 - np.sum(y - y_hat) ** 2 / total


@misconception(
    "r2_score.overwrites-y-hat",
    zh="你用 -= 改到了 y_hat 本身。請寫成新的陣列，例如 residual = y - y_hat。"
    "見投影片「機器學習(Review)」。",
    en="Your -= alters y_hat itself. Make a new array instead, such as residual = y - y_hat. See "
    "the slide “Machine learning (review)”.",
)
def r2_score(y, y_hat):
    total = np.sum((y - np.mean(y)) ** 2)
    y_hat -= y
    return 1 - np.sum(y_hat**2) / total
