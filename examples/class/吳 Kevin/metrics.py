# %% [markdown]
# # 8 評估指標 Metrics
# 模型訓練好之後，用沒看過的資料評估它。分類看 accuracy、precision、recall、F1-score，
# 迴歸看 MSE、MAE 和 R²。標籤 `y` 在前，預測值在後，都是形狀 `(N,)` 的陣列；
# 分類的標籤和預測值是 0 或 1，1 是「正類」。
#
# | | 預測 1 | 預測 0 |
# |---|---|---|
# | 標籤 1 | TP | FN |
# | 標籤 0 | FP | TN |
#
# Once a model is trained, it is evaluated on data it has not seen: accuracy, precision, recall
# and F1-score for classification, MSE, MAE and R² for regression. The label `y` comes first, the
# prediction second, both of shape `(N,)`; in classification both are 0 or 1, and 1 is “positive”.
#
# 以下四個分類指標都用同一個例子 / The four classification metrics below share one example:
# `y = [1, 1, 1, 1, 1, 0, 0, 0, 0, 0]`, `y_pred = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]`
# (TP = 3, FP = 1, FN = 2, TN = 4).

# %%
import numpy as np

# %% [markdown]
# ## `accuracy(y, y_pred)`: 準確率 Accuracy
# $$\text{accuracy} = \frac{TP + TN}{N}$$
# 預測和標籤相同的樣本占全部的比例，介於 0 和 1。例子：`(3 + 4) / 10 = 0.7`。
#
# The share of samples whose prediction equals the label, between 0 and 1. The example gives
# `(3 + 4) / 10 = 0.7`.


# %%
def accuracy(y, y_pred):
    """準確率 / Accuracy: the share of samples predicted right.

    Args:
        y: 標籤 0/1 / labels 0/1, shape (N,).
        y_pred: 預測值 0/1 / predictions 0/1, shape (N,).

    Returns:
        float, 0 到 1 / between 0 and 1.
    """
    correct = 0
    for i in range(len(y)):
        if y[i] == y_pred[i]:
            correct = correct + 1
    print("accuracy =", correct / len(y))


# %% [markdown]
# ## `precision(y, y_pred)`: 精確率 Precision
# $$\text{precision} = \frac{TP}{TP + FP}$$
# 預測為 1 的樣本中，標籤真的是 1 的比例。沒有任何樣本預測為 1 (分母為 0) 時回傳 `0.0`。
# 例子：`3 / (3 + 1) = 0.75`。
#
# Of the samples predicted 1, the share whose label is 1. Return `0.0` when nothing is predicted
# 1 (the denominator is 0). The example gives `3 / (3 + 1) = 0.75`.


# %%
def precision(y, y_pred):
    """精確率 / Precision: of the samples predicted 1, the share labelled 1.

    Args:
        y: 標籤 0/1 / labels 0/1, shape (N,).
        y_pred: 預測值 0/1 / predictions 0/1, shape (N,).

    Returns:
        float；分母為 0 時是 0.0 / 0.0 where the denominator is 0.
    """
    tp = sum((y == 1) & (y_pred == 1))
    fp = sum((y == 0) & (y_pred == 1))
    if tp + fp == 0:
        return 0.0
    return tp / (tp + fp)


# %% [markdown]
# ## `recall(y, y_pred)`: 召回率 Recall
# $$\text{recall} = \frac{TP}{TP + FN}$$
# 標籤為 1 的樣本中，被預測為 1 的比例。沒有任何標籤是 1 (分母為 0) 時回傳 `0.0`。
# 例子：`3 / (3 + 2) = 0.6`。
#
# Of the samples labelled 1, the share predicted 1. Return `0.0` when no label is 1 (the
# denominator is 0). The example gives `3 / (3 + 2) = 0.6`.


# %%
def recall(y, y_pred):
    """召回率 / Recall: of the samples labelled 1, the share predicted 1.

    Args:
        y: 標籤 0/1 / labels 0/1, shape (N,).
        y_pred: 預測值 0/1 / predictions 0/1, shape (N,).

    Returns:
        float；分母為 0 時是 0.0 / 0.0 where the denominator is 0.
    """
    tp = sum((y == 1) & (y_pred == 1))
    fn = sum((y == 1) & (y_pred == 0))
    if tp + fn == 0:
        return 0.0
    return tp / (tp + fn)


# %% [markdown]
# ## `f1_score(y, y_pred)`: F1 分數 F1-score
# $$F_1 = \frac{2 \cdot \text{precision} \cdot \text{recall}}{\text{precision} + \text{recall}}
# = \frac{2\,TP}{2\,TP + FP + FN}$$
# precision 和 recall 的調和平均。分母為 0 時回傳 `0.0`。例子：`6 / 9 = 0.6667`。
#
# The harmonic mean of precision and recall. Return `0.0` where a denominator is 0. The example
# gives `6 / 9 = 0.6667`.


# %%
def f1_score(y, y_pred):
    """F1 分數 / F1-score: the harmonic mean of precision and recall.

    Args:
        y: 標籤 0/1 / labels 0/1, shape (N,).
        y_pred: 預測值 0/1 / predictions 0/1, shape (N,).

    Returns:
        float；分母為 0 時是 0.0 / 0.0 where a denominator is 0.
    """
    p = precision(y, y_pred)
    r = recall(y, y_pred)
    if p + r == 0:
        print("F1 = 0")
    else:
        print("F1 =", 2 * p * r / (p + r))


# %% [markdown]
# ## `r2_score(y, y_hat)`: 決定係數 Coefficient of determination R²
# $$R^2 = 1 - \frac{\sum_i (y_i - \hat{y}_i)^2}{\sum_i (y_i - \bar{y})^2}$$
# 和「永遠預測平均」相比，誤差少了多少：完全正確是 1，和預測平均一樣是 0，更差則是負數。
# 用投影片損失函數的例子，標籤 30, 50, 100、輸出 29, 53, 98：`1 - 14 / 2600 = 0.994615`。
#
# How much smaller the error is than that of always predicting the mean: 1 when all is right, 0
# when no better than the mean, negative when worse. With the slides' labels 30, 50, 100 and
# outputs 29, 53, 98: `1 - 14 / 2600 = 0.994615`.


# %%
def r2_score(y, y_hat):
    """決定係數 / Coefficient of determination R².

    Args:
        y: 標籤，不全相等 / labels, not all equal, shape (N,).
        y_hat: 預測值 / predictions, shape (N,).

    Returns:
        float，最大 1，可以是負數 / at most 1, may be negative.
    """
    return 1 - sum((y - y_hat) ** 2) / sum((y - np.mean(y_hat)) ** 2)


print("=== 測試 ===")
y = np.array([1, 1, 1, 1, 1, 0, 0, 0, 0, 0])
y_pred = np.array([1, 1, 1, 0, 0, 1, 0, 0, 0, 0])
accuracy(y, y_pred)
f1_score(y, y_pred)
