from functools import reduce

import numpy as np


def layer_forward(X, W, b, f):
    """一層的前向傳播 / Forward pass of one layer: f(WᵀX + b).

    Args:
        X: 輸入，一欄一筆樣本 / input, one sample a column, shape (n_in, N).
        W: 權重 / weights, shape (n_in, n_out).
        b: 偏差 / biases, shape (n_out, 1).
        f: 激勵函數 / activation, works elementwise on arrays.

    Returns:
        輸出 / output, shape (n_out, N).
    """
    return f(np.einsum('io,in->on', W, X) + b)


def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    """兩層 MLP 的前向傳播 / Forward pass of a two-layer MLP: f2(W2ᵀ f1(W1ᵀX + b1) + b2).

    Args:
        X: 輸入 / input, shape (n_in, N).
        W1, b1: 隱藏層 / hidden layer, shapes (n_in, n_hidden) and (n_hidden, 1).
        W2, b2: 輸出層 / output layer, shapes (n_hidden, n_out) and (n_out, 1).
        f1, f2: 隱藏層與輸出層的激勵函數 / activations of the hidden and the output layer.

    Returns:
        預測值 / predictions, shape (n_out, N).
    """
    return deep_forward(X, [(W1, b1, f1), (W2, b2, f2)])


def deep_forward(X, layers):
    """任意層數的前向傳播 / Forward pass through any number of layers.

    Args:
        X: 輸入 / input, shape (n_in, N).
        layers: 由 (W, b, f) 組成的串列 / list of (W, b, f), first layer first; may be empty.

    Returns:
        最後一層的輸出，空串列則是 X / output of the last layer, shape (n_out, N); X itself if
        `layers` is empty.
    """
    return reduce(lambda A, layer: layer_forward(A, *layer), layers, X)


def predict_class(Y_hat):
    """每筆樣本的預測類別 / Predicted class of each sample: the index of the largest value.

    Args:
        Y_hat: 輸出，一欄一筆樣本 / outputs, one sample a column, shape (k, N).

    Returns:
        類別索引 (整數) / class indices (integers), shape (N,); ties go to the lowest index.
    """
    return np.array([int(np.argmax(column)) for column in Y_hat.T])


def xor_network():
    """解出 XOR 的 2-2-1 網路參數 / Parameters of a 2-2-1 network that computes XOR.

    Returns:
        (W1, b1, W2, b2)，形狀 / shapes (2, 2), (2, 1), (2, 1), (1, 1). 隱藏層 ReLU、輸出層線性、
        閾值 0.5 / ReLU hidden layer, linear output, threshold 0.5.
    """
    # OR 減掉兩倍的 AND
    W1 = np.ones((2, 2))
    b1 = np.array([[0.0], [-1.0]])
    W2 = np.array([[1.0], [-2.0]])
    b2 = np.zeros((1, 1))
    return W1, b1, W2, b2
