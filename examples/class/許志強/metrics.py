import numpy as np


def accuracy(y, y_pred):
    """準確率 / Accuracy: the share of samples predicted right.

    Args:
        y: 標籤 0/1 / labels 0/1, shape (N,).
        y_pred: 預測值 0/1 / predictions 0/1, shape (N,).

    Returns:
        float, 0 到 1 / between 0 and 1.
    """
    return sum(y == y_pred) / len(y)


def precision(y, y_pred):
    """精確率 / Precision: of the samples predicted 1, the share labelled 1.

    Args:
        y: 標籤 0/1 / labels 0/1, shape (N,).
        y_pred: 預測值 0/1 / predictions 0/1, shape (N,).

    Returns:
        float；分母為 0 時是 0.0 / 0.0 where the denominator is 0.
    """
    tp = np.sum(y * y_pred)
    predicted = np.sum(y_pred)
    if predicted == 0:
        return 0.0
    return tp / predicted


def recall(y, y_pred):
    """召回率 / Recall: of the samples labelled 1, the share predicted 1.

    Args:
        y: 標籤 0/1 / labels 0/1, shape (N,).
        y_pred: 預測值 0/1 / predictions 0/1, shape (N,).

    Returns:
        float；分母為 0 時是 0.0 / 0.0 where the denominator is 0.
    """
    tp = np.sum(y * y_pred)
    actual = np.sum(y)
    if actual == 0:
        return 0.0
    return tp / actual


def f1_score(y, y_pred):
    """F1 分數 / F1-score: the harmonic mean of precision and recall.

    Args:
        y: 標籤 0/1 / labels 0/1, shape (N,).
        y_pred: 預測值 0/1 / predictions 0/1, shape (N,).

    Returns:
        float；分母為 0 時是 0.0 / 0.0 where a denominator is 0.
    """
    # 調和平均
    p = precision(y, y_pred)
    r = f1_score(y_pred, y)
    return 2 * p * r / (p + r)


def r2_score(y, y_hat):
    """決定係數 / Coefficient of determination R².

    Args:
        y: 標籤，不全相等 / labels, not all equal, shape (N,).
        y_hat: 預測值 / predictions, shape (N,).

    Returns:
        float，最大 1，可以是負數 / at most 1, may be negative.
    """
    u = ((y - y_hat) ** 2).sum()
    v = ((y - y.mean()) ** 2).sum()
    return 1 - u / v
