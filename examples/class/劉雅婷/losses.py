# %% [markdown]
# # 5 損失函數 Loss functions
# 損失函數把「預測值離標籤多遠」變成一個數字，訓練就是讓它變小。前四個函數計算損失，
# 後五個計算損失對預測值 (或 logits) 的梯度。每個函數都先收標籤 `y`，再收預測值 `y_hat`；
# 一個樣本是一欄，`N` 是樣本數 (最後一軸)。請不要改動傳進來的陣列。
#
# A loss turns “how far is the prediction from the label” into one number, and training makes it
# smaller. The first four functions compute losses, the last five their gradients with respect to
# the prediction (or the logits). The label `y` always comes first, then the prediction `y_hat`;
# one sample is one column and `N`, the last axis, is the number of samples. Leave the arrays you
# are given untouched.

# %%
import numpy as np

# %% [markdown]
# ## `mse(y, y_hat)`: 均方差 Mean squared error
# 每個元素的差取平方，再對**所有**元素取平均；形狀可以是 `(N,)` 或 `(k, N)`。投影片的例子：
# 標籤 30, 50, 100，輸出 29, 53, 98，MSE = (1 + 9 + 4)/3 = 14/3 ≈ 4.6667。
#
# Square the difference of every element, then take the mean over **all** elements; the shape is
# `(N,)` or `(k, N)`. The slide's example: labels 30, 50, 100 and outputs 29, 53, 98 give
# MSE = (1 + 9 + 4)/3 = 14/3 ≈ 4.6667.
#
# $$MSE = \frac{1}{N}\sum_{i=1}^{N}(y_i-\hat y_i)^2$$


# %%
def mse(y, y_hat):
    """均方差，對所有元素取平均 / Mean squared error over every element.

    Args:
        y: 標籤 / labels, array of shape (N,) or (k, N).
        y_hat: 預測值 / predictions, same shape.
    Returns: float.
    """
    d = (y_hat - y).ravel()
    return d @ d / d.size


# %% [markdown]
# ## `mae(y, y_hat)`: 平均絕對差 Mean absolute error
# 每個元素的差取絕對值，再對所有元素取平均。投影片的例子：標籤 30, 50, 100，輸出 29, 53, 98，
# MAE = (1 + 3 + 2)/3 = 2。
#
# The absolute difference of every element, then the mean over all elements. The slide's example:
# labels 30, 50, 100 and outputs 29, 53, 98 give MAE = (1 + 3 + 2)/3 = 2.
#
# $$MAE = \frac{1}{N}\sum_{i=1}^{N}|y_i-\hat y_i|$$


# %%
def mae(y, y_hat):
    """平均絕對差，對所有元素取平均 / Mean absolute error over every element.

    Args:
        y: 標籤 / labels, array of shape (N,) or (k, N).
        y_hat: 預測值 / predictions, same shape.
    Returns: float.
    """
    return np.linalg.norm((y_hat - y).ravel(), 1) / y.size


# %% [markdown]
# ## `bce(y, y_hat)`: 二元交叉熵 Binary cross-entropy
# 標籤是 1 時算 log ŷ，標籤是 0 時算 log(1 − ŷ)，取負號後對所有元素平均 (自然對數)。投影片的例子：
# 標籤 0, 1, 0，輸出 0.2, 0.9, 0.3，BCE = 0.228393。`y_hat` 剛好是 0 或 1 時 log 會變成 −∞，
# 所以先把它限制在 [ε, 1 − ε]，ε ≤ 1e-7 (但 1 − ε 不能又變回 1)：完全猜錯的代價至少 16，
# 完全猜對的至多 1e-6，結果永遠是有限的數。
#
# Where the label is 1 the cost is from log ŷ, where it is 0 from log(1 − ŷ); negate, then take
# the mean over every element (natural logarithm). The slide's example: labels 0, 1, 0 and outputs
# 0.2, 0.9, 0.3 give BCE = 0.228393. Where `y_hat` is exactly 0 or 1 a logarithm would be −∞, so
# keep it within [ε, 1 − ε] first, ε ≤ 1e-7 (but not so small that 1 − ε is 1 again): a wholly
# wrong prediction costs at least 16, a wholly right one at most 1e-6, and the result is always
# finite.
#
# $$BCE = -\frac{1}{N}\sum_{i=1}^{N}\bigl(y_i\log\hat y_i+(1-y_i)\log(1-\hat y_i)\bigr)$$


# %%
EPS = 1e-9
log = lambda p: np.log(np.clip(p, EPS, None))


def bce(y, y_hat):
    """二元交叉熵，對所有元素取平均 / Binary cross-entropy, mean over every element.

    Args:
        y: 標籤 0 或 1 / labels 0 or 1, array of shape (N,) or (k, N).
        y_hat: 預測的機率，0 與 1 也可以 / predicted probabilities, 0 and 1 included, same shape.
    Returns: float, 一定有限 / always finite.
    """
    return -np.average(y * log(y_hat) + (1 - y) * log(1 - y_hat))


# %% [markdown]
# ## `cross_entropy(y, y_hat)`: 交叉熵 Cross-entropy
# `y` 是 one-hot 標籤，`y_hat` 是每個類別的機率，兩者都是 `(k, N)`：一個樣本一欄。
# 只有標籤是 1 的那個類別會算進去，最後除以樣本數 `N` (不是 `kN`)。投影片的三個樣本：
# 正確類別的機率是 0.6, 0.8, 0.5，CE = 0.475705。機率剛好是 0 時的處理和 `bce` 一樣。
#
# `y` holds one-hot labels and `y_hat` the class probabilities, both `(k, N)`: one sample a
# column. Only the class whose label is 1 counts, and the sum is divided by the number of samples
# `N`, never by `kN`. On the slide the three right classes have probabilities 0.6, 0.8, 0.5: CE =
# 0.475705. A probability of exactly 0 is handled as in `bce`.
#
# $$CE = -\frac{1}{N}\sum_{i=1}^{N}\sum_{c=1}^{k} y_i^c\,\log\hat y_i^c$$


# %%
def cross_entropy(y, y_hat):
    """交叉熵，對樣本取平均 / Cross-entropy, mean over the N samples.

    Args:
        y: one-hot 標籤 / one-hot labels, array of shape (k, N).
        y_hat: 每欄加總為 1 的機率 / probabilities, each column sums to 1, shape (k, N).
    Returns: float, 一定有限 / always finite.
    """
    return -np.mean(np.sum(y * log(y_hat), axis=0))


# %% [markdown]
# ## `d_mse(y, y_hat)`: 均方差的梯度 Gradient of the MSE
# `mse` 對 `y_hat` 每個元素的偏微分，形狀和 `y_hat` 相同；平均的係數也要算進去，
# `M` 是元素總數 (`(k, N)` 時是 `kN`)。用投影片的數字：標籤 30, 50, 100，輸出 29, 53, 98，
# 梯度是 [−2/3, 2, −4/3]。
#
# The partial derivative of `mse` with respect to each element of `y_hat`, in the shape of
# `y_hat`; the mean's factor is part of it, `M` being the number of all elements (`kN` for `(k,
# N)`). With the slide's numbers, labels 30, 50, 100 and outputs 29, 53, 98, it is [−2/3, 2,
# −4/3].
#
# $$\frac{\partial MSE}{\partial\hat y_i} = \frac{2}{M}(\hat y_i-y_i)$$


# %%
def d_mse(y, y_hat):
    """mse 對 y_hat 的梯度 / Gradient of mse with respect to y_hat.

    Args:
        y: 標籤 / labels, array of shape (N,) or (k, N).
        y_hat: 預測值 / predictions, same shape.
    Returns: array, 形狀同 y_hat / in the shape of y_hat.
    """
    return (y_hat - y) * 2.0 / np.size(y)


# %% [markdown]
# ## `d_mae(y, y_hat)`: 平均絕對差的梯度 Gradient of the MAE
# `mae` 對 `y_hat` 的偏微分：預測太大是 +1/M，太小是 −1/M，**相等的地方是 0**；`M` 是元素總數。
# 用投影片的數字：標籤 30, 50, 100，輸出 29, 53, 98，梯度是 [−1/3, 1/3, −1/3]。
#
# The derivative of `mae` with respect to `y_hat`: +1/M where the prediction is too large, −1/M
# where it is too small, and **0 where they are equal**; `M` is the number of all elements. With
# the slide's numbers, labels 30, 50, 100 and outputs 29, 53, 98, it is [−1/3, 1/3, −1/3].
#
# $$\frac{\partial MAE}{\partial\hat y_i} = \frac{1}{M}\operatorname{sign}(\hat y_i-y_i)$$


# %%
def d_mae(y, y_hat):
    """mae 對 y_hat 的梯度，相等處為 0 / Gradient of mae with respect to y_hat, 0 where equal.

    Args:
        y: 標籤 / labels, array of shape (N,) or (k, N).
        y_hat: 預測值 / predictions, same shape.
    Returns: array, 形狀同 y_hat / in the shape of y_hat.
    """
    return ((y_hat > y) * 1.0 - (y_hat < y) * 1.0) / np.size(y)


# %% [markdown]
# ## `d_bce(y, y_hat)`: 二元交叉熵的梯度 Gradient of the BCE
# `bce` 對 `y_hat` (機率，不是 logit) 的偏微分，形狀和 `y_hat` 相同；`M` 是元素總數。
# 用投影片的數字：標籤 0, 1, 0，輸出 0.2, 0.9, 0.3，梯度約為 [0.416667, −0.370370, 0.476190]。
# 剛好 0 或 1 的預測值不列入評分。
#
# The derivative of `bce` with respect to `y_hat` (the probability, not the logit), in the shape
# of `y_hat`; `M` is the number of all elements. With the slide's numbers, labels 0, 1, 0 and
# outputs 0.2, 0.9, 0.3, it is about [0.416667, −0.370370, 0.476190]. Predictions of exactly 0 or
# 1 are not graded.
#
# $$\frac{\partial BCE}{\partial\hat y_i} =
# \frac{1}{M}\left(-\frac{y_i}{\hat y_i}+\frac{1-y_i}{1-\hat y_i}\right)$$


# %%
def d_bce(y, y_hat):
    """bce 對 y_hat 的梯度 / Gradient of bce with respect to y_hat.

    Args:
        y: 標籤 0 或 1 / labels 0 or 1, array of shape (N,) or (k, N).
        y_hat: 0 與 1 之間的機率 / probabilities strictly between 0 and 1, same shape.
    Returns: array, 形狀同 y_hat / in the shape of y_hat.
    """
    return np.where(y == 1, -1 / y_hat, 1 / (1 - y_hat)) / np.size(y)


# %% [markdown]
# ## `d_cross_entropy(y, y_hat)`: 交叉熵的梯度 Gradient of the cross-entropy
# `cross_entropy` 對 `y_hat` 的偏微分，形狀 `(k, N)`；只有正確類別不為 0，除以樣本數 `N`。
# 用投影片的數字：正確類別的機率 0.6, 0.8, 0.5，對應的梯度約為 −0.555556, −0.416667, −0.666667。
#
# The derivative of `cross_entropy` with respect to `y_hat`, of shape `(k, N)`; it is non-zero
# only at the right class, and divided by the number of samples `N`. With the slide's numbers,
# where the right classes have probabilities 0.6, 0.8, 0.5, the entries are about −0.555556,
# −0.416667, −0.666667.
#
# $$\frac{\partial CE}{\partial\hat y_i^c} = -\frac{1}{N}\,\frac{y_i^c}{\hat y_i^c}$$


# %%
def d_cross_entropy(y, y_hat):
    """cross_entropy 對 y_hat 的梯度 / Gradient of cross_entropy with respect to y_hat.

    Args:
        y: one-hot 標籤 / one-hot labels, array of shape (k, N).
        y_hat: 0 與 1 之間的機率 / probabilities strictly between 0 and 1, shape (k, N).
    Returns: array of shape (k, N).
    """
    return np.where(y == 1, -1 / y_hat, 0.0) / y.shape[1]


# %% [markdown]
# ## `d_softmax_cross_entropy(y, z)`: softmax 加交叉熵的梯度 Gradient of softmax and cross-entropy
# `cross_entropy(y, softmax(z))` 對 logits `z` 的梯度。softmax 對每一欄 (類別軸，axis 0) 做；
# 兩者合起來，梯度就只是「預測減標籤」除以 `N`。投影片的 softmax([-1, 2]) = [0.0474, 0.9526]：
# 若標籤是第二類，梯度是 [0.0474, −0.0474]。`z` 到 ±1000 也要算得對：取 exp 前先減去每欄的最大值。
#
# The gradient of `cross_entropy(y, softmax(z))` with respect to the logits `z`. Softmax works
# down each column (the class axis, axis 0); put together, the gradient is just “prediction minus
# label” over `N`. On the slide softmax([-1, 2]) = [0.0474, 0.9526]: if the label is the second
# class, the gradient is [0.0474, −0.0474]. It must be right for `z` up to ±1000: subtract each
# column's maximum before taking exp.
#
# $$\frac{\partial L}{\partial z_i^c} = \frac{1}{N}\bigl(\operatorname{softmax}(z_i)^c-y_i^c\bigr)$$


# %%
def softmax(z):
    e = np.exp(z - z.max(axis=0, keepdims=True))
    return e / e.sum(axis=0, keepdims=True)


def d_softmax_cross_entropy(y, z):
    """cross_entropy(y, softmax(z)) 對 z 的梯度 / Gradient of cross_entropy(y, softmax(z)) in z.

    Args:
        y: one-hot 標籤 / one-hot labels, array of shape (k, N).
        z: logits, 到 ±1000 / up to ±1000, shape (k, N).
    Returns: array of shape (k, N).
    """
    return (softmax(z) - y) / y.shape[1]
