# 作業五 損失函數


def mse(y, y_hat):
    """均方差，對所有元素取平均 / Mean squared error over every element.

    Args:
        y: 標籤 / labels, array of shape (N,) or (k, N).
        y_hat: 預測值 / predictions, same shape.
    Returns: float.
    """
    y, y_hat = y.flatten(), y_hat.flatten()
    return sum((a - b) ** 2 for a, b in zip(y, y_hat)) / len(y)


def mae(y, y_hat):
    """平均絕對差，對所有元素取平均 / Mean absolute error over every element.

    Args:
        y: 標籤 / labels, array of shape (N,) or (k, N).
        y_hat: 預測值 / predictions, same shape.
    Returns: float.
    """
    y, y_hat = y.flatten(), y_hat.flatten()
    return sum(abs(a - b) for a, b in zip(y, y_hat)) / len(y)


def bce(y, y_hat):
    """二元交叉熵，對所有元素取平均 / Binary cross-entropy, mean over every element.

    Args:
        y: 標籤 0 或 1 / labels 0 or 1, array of shape (N,) or (k, N).
        y_hat: 預測的機率，0 與 1 也可以 / predicted probabilities, 0 and 1 included, same shape.
    Returns: float, 一定有限 / always finite.
    """
    y_hat = np.clip(y_hat, 1e-9, 1 - 1e-9)
    return -np.mean(y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat))


def cross_entropy(y, y_hat):
    """交叉熵，對樣本取平均 / Cross-entropy, mean over the N samples.

    Args:
        y: one-hot 標籤 / one-hot labels, array of shape (k, N).
        y_hat: 每欄加總為 1 的機率 / probabilities, each column sums to 1, shape (k, N).
    Returns: float, 一定有限 / always finite.
    """
    y_hat = np.clip(y_hat, 1e-9, 1)
    return -np.sum(y * np.log(y_hat)) / y.shape[1]


def d_mse(y, y_hat):
    """mse 對 y_hat 的梯度 / Gradient of mse with respect to y_hat.

    Args:
        y: 標籤 / labels, array of shape (N,) or (k, N).
        y_hat: 預測值 / predictions, same shape.
    Returns: array, 形狀同 y_hat / in the shape of y_hat.
    """
    return 2 / y.size * (y_hat - y)


def d_mae(y, y_hat):
    """mae 對 y_hat 的梯度，相等處為 0 / Gradient of mae with respect to y_hat, 0 where equal.

    Args:
        y: 標籤 / labels, array of shape (N,) or (k, N).
        y_hat: 預測值 / predictions, same shape.
    Returns: array, 形狀同 y_hat / in the shape of y_hat.
    """
    return np.sign(y_hat - y) / y.size


def d_bce(y, y_hat):
    """bce 對 y_hat 的梯度 / Gradient of bce with respect to y_hat.

    Args:
        y: 標籤 0 或 1 / labels 0 or 1, array of shape (N,) or (k, N).
        y_hat: 0 與 1 之間的機率 / probabilities strictly between 0 and 1, same shape.
    Returns: array, 形狀同 y_hat / in the shape of y_hat.
    """
    return ((1 - y) / (1 - y_hat) - y / y_hat) / y.size


def d_cross_entropy(y, y_hat):
    """cross_entropy 對 y_hat 的梯度 / Gradient of cross_entropy with respect to y_hat.

    Args:
        y: one-hot 標籤 / one-hot labels, array of shape (k, N).
        y_hat: 0 與 1 之間的機率 / probabilities strictly between 0 and 1, shape (k, N).
    Returns: array of shape (k, N).
    """
    return -(y / y_hat) / y.shape[1]


def d_softmax_cross_entropy(y, z):
    """cross_entropy(y, softmax(z)) 對 z 的梯度 / Gradient of cross_entropy(y, softmax(z)) in z.

    Args:
        y: one-hot 標籤 / one-hot labels, array of shape (k, N).
        z: logits, 到 ±1000 / up to ±1000, shape (k, N).
    Returns: array of shape (k, N).
    """
    e = np.exp(z - np.max(z, axis=0))
    return (e / e.sum(axis=0) - y) / y.shape[1]
