# %% dictionaries of activations and slopes
ACT = {"relu": lambda z: np.maximum(z, 0), "tanh": np.tanh, "sigmoid": lambda z: 0.5 * (1 + np.tanh(z / 2))}
SLOPE = {
    "relu": lambda z, a: (z > 0) * 1.0,
    "tanh": lambda z, a: 1 - a ** 2,
    "sigmoid": lambda z, a: a * (1 - a),
}
def softmax(z):
    e = np.exp(z - z.max(0, keepdims=True))
    return e / e.sum(0, keepdims=True)
def mlp_backward(X, y, W1, b1, W2, b2, hidden, task):
    if hidden not in ACT or task not in ("regression", "binary", "multiclass"):
        raise ValueError(hidden, task)
    Z1 = W1.T @ X + b1
    A1 = ACT[hidden](Z1)
    Z2 = W2.T @ A1 + b2
    N = X.shape[1]
    if task == "regression":
        d2 = 2 * (Z2 - y) / y.size
    elif task == "binary":
        d2 = (0.5 * (1 + np.tanh(Z2 / 2)) - y) / y.size
    else:
        d2 = (softmax(Z2) - y) / N
    d1 = (W2 @ d2) * SLOPE[hidden](Z1, A1)
    return X @ d1.T, d1.sum(1, keepdims=True), A1 @ d2.T, d2.sum(1, keepdims=True)

# %% match and if chains, list returned
def mlp_backward(X, y, W1, b1, W2, b2, hidden, task):
    Z1 = np.dot(W1.T, X) + b1
    match hidden:
        case "relu":
            A1, S = np.where(Z1 > 0, Z1, 0.0), np.where(Z1 > 0, 1.0, 0.0)
        case "tanh":
            A1 = np.tanh(Z1)
            S = 1 - np.square(A1)
        case "sigmoid":
            A1 = 1 / (1 + np.exp(-Z1))
            S = A1 - A1 * A1
        case _:
            raise ValueError(f"unknown hidden {hidden!r}")
    out = np.dot(W2.T, A1) + b2
    match task:
        case "regression":
            dout = (out - y) * 2.0 / np.size(y)
        case "binary":
            dout = (1 / (1 + np.exp(-out)) - y) / np.size(y)
        case "multiclass":
            e = np.exp(out - np.max(out, axis=0))
            dout = (e / np.sum(e, axis=0) - y) / np.shape(y)[1]
        case _:
            raise ValueError(f"unknown task {task!r}")
    back = S * np.dot(W2, dout)
    return [np.dot(X, back.T), back.sum(axis=1).reshape(-1, 1), np.dot(A1, dout.T), dout.sum(axis=1).reshape(-1, 1)]

# %% a network class with a cache
class Net:
    def __init__(self, W1, b1, W2, b2, hidden, task):
        self.p = W1, b1, W2, b2
        self.hidden = getattr(self, "h_" + hidden, None)
        self.task = getattr(self, "t_" + task, None)
        if self.hidden is None or self.task is None:
            raise ValueError("hidden or task")
    @staticmethod
    def h_relu(z): return np.maximum(z, 0), (z > 0).astype(float)
    @staticmethod
    def h_tanh(z): return np.tanh(z), np.cosh(z) ** -2
    @staticmethod
    def h_sigmoid(z):
        s = np.exp(-np.logaddexp(0, -z))
        return s, s * (1 - s)
    @staticmethod
    def t_regression(z, y): return (z - y) / (y.size / 2)
    @staticmethod
    def t_binary(z, y): return (np.exp(-np.logaddexp(0, -z)) - y) / y.size
    @staticmethod
    def t_multiclass(z, y): return (np.exp(z - np.logaddexp.reduce(z, axis=0)) - y) / y.shape[1]
    def gradients(self, X, y):
        W1, b1, W2, b2 = self.p
        a, s = self.hidden(W1.T @ X + b1)
        d2 = self.task(W2.T @ a + b2, y)
        d1 = W2 @ d2 * s
        return X @ d1.T, d1 @ np.ones((X.shape[1], 1)), a @ d2.T, d2 @ np.ones((X.shape[1], 1))

def mlp_backward(X, y, W1, b1, W2, b2, hidden, task):
    return Net(W1, b1, W2, b2, hidden, task).gradients(X, y)

# %% one sample at a time, summed
import math
def mlp_backward(X, y, W1, b1, W2, b2, hidden, task):
    acts = {
        "relu": (lambda v: max(v, 0.0), lambda v: 1.0 if v > 0 else 0.0),
        "tanh": (math.tanh, lambda v: 1 - math.tanh(v) ** 2),
        "sigmoid": (lambda v: 1 / (1 + math.exp(-v)), lambda v: math.exp(-abs(v)) / (1 + math.exp(-abs(v))) ** 2),
    }
    try:
        f, df = (np.vectorize(g, otypes=[float]) for g in acts[hidden])
    except KeyError:
        raise ValueError("hidden") from None
    if task not in {"regression", "binary", "multiclass"}:
        raise ValueError("task")
    n = X.shape[1]
    k = y.shape[0]
    gW1, gb1, gW2, gb2 = (np.zeros_like(p, dtype=float) for p in (W1, b1, W2, b2))
    for i in range(n):
        x, t = X[:, i : i + 1], y[:, i : i + 1]
        z1 = W1.T @ x + b1
        a1 = f(z1)
        z2 = W2.T @ a1 + b2
        if task == "regression":
            d2 = 2 * (z2 - t) / k
        elif task == "binary":
            d2 = (1 / (1 + np.exp(-z2)) - t) / k
        else:
            e = np.exp(z2 - z2.max())
            d2 = e / e.sum() - t
        d1 = (W2 @ d2) * df(z1)
        gW1 += x @ d1.T / n
        gb1 += d1 / n
        gW2 += a1 @ d2.T / n
        gb2 += d2 / n
    return gW1, gb1, gW2, gb2

# %% loss gradient times output slope, spelled out by layer_backward
def _layer_back(dA, dfZ, X, W):
    dZ = dA * dfZ
    return W @ dZ, X @ dZ.T, dZ.sum(axis=1, keepdims=True)
def mlp_backward(X, y, W1, b1, W2, b2, hidden, task):
    if hidden == "relu":
        f, d_f = (lambda z: np.maximum(0, z)), (lambda z: np.heaviside(z, 0))
    elif hidden == "tanh":
        f, d_f = np.tanh, (lambda z: 1 - np.tanh(z) ** 2)
    elif hidden == "sigmoid":
        f = lambda z: 1 / (1 + np.exp(-z))
        d_f = lambda z: f(z) * (1 - f(z))
    else:
        raise ValueError("no such hidden activation")
    Z1 = W1.T @ X + b1
    A1 = f(Z1)
    Z2 = W2.T @ A1 + b2
    if task == "regression":
        dA2, slope = 2 * (Z2 - y) / y.size, np.ones_like(Z2)
    elif task == "binary":
        A2 = 1 / (1 + np.exp(-Z2))
        dA2, slope = (A2 - y) / (A2 * (1 - A2)) / y.size, A2 * (1 - A2)
    elif task == "multiclass":
        E = np.exp(Z2 - Z2.max(axis=0))
        dA2, slope = (E / E.sum(axis=0) - y) / y.shape[1], 1.0
    else:
        raise ValueError("no such task")
    dA1, dW2, db2 = _layer_back(dA2, slope, A1, W2)
    _, dW1, db1 = _layer_back(dA1, d_f(Z1), X, W1)
    return dW1, db1, dW2, db2

# %% bias rows in both weight matrices
def mlp_backward(X, y, W1, b1, W2, b2, hidden, task):
    one = np.ones((1, X.shape[1]))
    V1, V2 = np.vstack([W1, b1.T]), np.vstack([W2, b2.T])
    X1 = np.vstack([X, one])
    Z = V1.T @ X1
    if hidden == "relu":
        A = Z * (Z > 0); S = (Z > 0) + 0.0
    elif hidden == "tanh":
        A = np.tanh(Z); S = 1 - A * A
    elif hidden == "sigmoid":
        A = 1 / (1 + np.exp(-Z)); S = A * (1 - A)
    else:
        raise ValueError
    A1 = np.vstack([A, one])
    O = V2.T @ A1
    if task == "regression":
        D = 2 * (O - y) / y.size
    elif task == "binary":
        D = (1 / (1 + np.exp(-O)) - y) / y.size
    elif task == "multiclass":
        P = np.exp(O - O.max(0)); P /= P.sum(0)
        D = (P - y) / len(y.T)
    else:
        raise ValueError
    G2 = A1 @ D.T
    G1 = X1 @ ((V2[:-1] @ D) * S).T
    return G1[:-1], G1[-1:].T, G2[:-1], G2[-1:].T

# %% complex step on the loss
def mlp_backward(X, y, W1, b1, W2, b2, hidden, task):
    if hidden not in ("relu", "tanh", "sigmoid") or task not in ("regression", "binary", "multiclass"):
        raise ValueError("?")
    def loss(p):
        Z = p[0].T @ X + p[1]
        A = {"relu": lambda z: z * (z.real > 0), "tanh": np.tanh, "sigmoid": lambda z: 1 / (1 + np.exp(-z))}[hidden](Z)
        O = p[2].T @ A + p[3]
        if task == "regression":
            return ((O - y) ** 2).sum() / y.size
        if task == "binary":
            q = 1 / (1 + np.exp(-O))
            return -(y * np.log(q) + (1 - y) * np.log(1 - q)).sum() / y.size
        E = np.exp(O - O.real.max(axis=0))
        return -(y * np.log(E / E.sum(axis=0))).sum() / y.shape[1]
    params = [np.array(p, dtype=complex) for p in (W1, b1, W2, b2)]
    grads = []
    for p in params:
        g = np.zeros(p.shape)
        for i in np.ndindex(p.shape):
            p[i] += 1e-30j
            g[i] = loss(params).imag / 1e-30
            p[i] = p[i].real
        grads.append(g)
    return tuple(grads)

# %% slopes by np.where
def mlp_backward(X, y, W1, b1, W2, b2, hidden, task):
    Z1 = W1.T @ X + b1
    if hidden == "relu":
        A1 = np.maximum(Z1, 0)
        slope = np.where(Z1 > 0, 1.0, 0.0)
    elif hidden == "tanh":
        A1 = np.tanh(Z1)
        slope = 1 - A1 ** 2
    elif hidden == "sigmoid":
        A1 = 1 / (1 + np.exp(-Z1))
        slope = A1 * (1 - A1)
    else:
        raise ValueError("hidden")
    Z2 = W2.T @ A1 + b2
    N = X.shape[1]
    if task == "regression":
        dZ2 = 2 * (Z2 - y) / y.size
    elif task == "binary":
        A2 = 1 / (1 + np.exp(-Z2))
        dZ2 = (A2 - y) / y.size
    elif task == "multiclass":
        E = np.exp(Z2 - Z2.max(axis=0))
        A2 = E / E.sum(axis=0)
        dZ2 = (A2 - y) / N
    else:
        raise ValueError("task")
    dW2 = A1 @ dZ2.T
    db2 = dZ2.sum(axis=1, keepdims=True)
    dA1 = W2 @ dZ2
    dZ1 = dA1 * slope
    dW1 = X @ dZ1.T
    db1 = dZ1.sum(axis=1, keepdims=True)
    return dW1, db1, dW2, db2
