import numpy as np


def linear(z):
    """線性激勵函數 / Linear activation, f(z) = z.

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
    Returns: 與 z 同形狀 / the same shape as z.
    """
    return z


def sigmoid(z):
    """Sigmoid 激勵函數 / Sigmoid activation, 1 / (1 + e^(-z)).

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
    Returns: 與 z 同形狀，值介於 0 與 1 / the same shape as z, values from 0 to 1.
    """
    return np.exp(-np.logaddexp(0, -z))


def tanh(z):
    """Tanh 激勵函數 / Tanh activation, (e^z - e^(-z)) / (e^z + e^(-z)).

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
    Returns: 與 z 同形狀，值介於 -1 與 1 / the same shape as z, values from -1 to 1.
    """
    return np.tanh(z)


def softsign(z):
    """Softsign 激勵函數 / Softsign activation, z / (1 + |z|).

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
    Returns: 與 z 同形狀 / the same shape as z.
    """
    return z / (1 + np.abs(z))


def relu(z):
    """ReLU 激勵函數 / ReLU activation, max(0, z).

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
    Returns: 與 z 同形狀 / the same shape as z.
    """
    return np.maximum(0, z)


def leaky_relu(z, a=0.01):
    """Leaky ReLU 激勵函數 / Leaky ReLU activation, max(a z, z).

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
        a: 負側的斜率，0 到 1 / slope of the negative side, from 0 to 1.
    Returns: 與 z 同形狀 / the same shape as z.
    """
    return np.where(z > 0, z, 0.01 * z)


def softplus(z, beta=1.0):
    """Softplus 激勵函數 / Softplus activation, log(1 + e^(beta z)) / beta.

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
        beta: 大於 0 / greater than 0.
    Returns: 與 z 同形狀 / the same shape as z.
    """
    return np.logaddexp(0, beta * z) / beta


def elu(z, alpha=1.0):
    """ELU 激勵函數 / ELU activation: z for z >= 0, alpha (e^z - 1) for z < 0.

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
        alpha: 大於 0 / greater than 0.
    Returns: 與 z 同形狀 / the same shape as z.
    """
    pos = np.maximum(z, 0)
	neg = alpha * (np.exp(np.minimum(z, 0)) - 1)
    return pos + neg


def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    """SELU 激勵函數 / SELU activation: lam z for z >= 0, lam alpha (e^z - 1) for z < 0.

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
        lam: 兩側共同的倍數 λ / the factor λ of both sides.
        alpha: 負側的 α，大於 0 / the α of the negative side, greater than 0.
    Returns: 與 z 同形狀 / the same shape as z.
    """
    pos = np.maximum(z, 0)
    neg = alpha * (np.exp(np.minimum(z, 0)) - 1)
    return lam * (pos + neg)


def swish(z):
    """Swish 激勵函數 / Swish activation, z / (1 + e^(-z)).

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
    Returns: 與 z 同形狀 / the same shape as z.
    """
    return z * sigmoid(z)


def mish(z):
    """Mish 激勵函數 / Mish activation, z tanh(softplus(z)).

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
    Returns: 與 z 同形狀 / the same shape as z.
    """
    return z * np.tanh(softplus(z))


def softmax(z):
    """Softmax：沿著類別 (軸 0) / Softmax over the classes, which are axis 0.

    Args: z: 分數，(k,) 或 (k, N) / scores (logits), shape (k,) or (k, N).
    Returns: 與 z 同形狀，每個樣本加總為 1 / the same shape as z, each sample adds up to 1.
    """
    e = np.exp(z)
    return e / e.sum(0)
