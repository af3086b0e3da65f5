# %% tanh, Xavier
def init_params(n_in, n_hidden, n_out, rng):
    W1 = rng.normal(0, np.sqrt(1 / n_in), (n_in, n_hidden))
    b1 = np.zeros((n_hidden, 1))
    W2 = rng.normal(0, np.sqrt(1 / n_hidden), (n_hidden, n_out))
    b2 = np.zeros((n_out, 1))
    return W1, b1, W2, b2

def sgd_step(params, grads, lr):
    return tuple(p - lr * g for p, g in zip(params, grads))

def forward(params, X, task):
    W1, b1, W2, b2 = params
    A1 = np.tanh(W1.T @ X + b1)
    Z2 = W2.T @ A1 + b2
    if task == "regression":
        return A1, Z2
    if task == "binary":
        return A1, 1 / (1 + np.exp(-Z2))
    E = np.exp(Z2 - Z2.max(axis=0))
    return A1, E / E.sum(axis=0)

def loss_of(y, P, task):
    if task == "regression":
        return np.mean((P - y) ** 2)
    P = np.clip(P, 1e-12, 1 - 1e-12)
    if task == "binary":
        return -np.mean(y * np.log(P) + (1 - y) * np.log(1 - P))
    return -np.sum(y * np.log(P)) / y.shape[1]

def train(X, y, task, n_hidden=8, lr=0.1, epochs=1000, rng=None):
    if rng is None:
        rng = np.random.default_rng()
    params = init_params(X.shape[0], n_hidden, y.shape[0], rng)
    history = []
    for epoch in range(epochs):
        W1, b1, W2, b2 = params
        A1, P = forward(params, X, task)
        history.append(loss_of(y, P, task))
        d2 = (P - y) / y.shape[1]
        if task == "regression":
            d2 = 2 * (P - y) / y.size
        dW2 = A1 @ d2.T
        db2 = d2.sum(axis=1, keepdims=True)
        d1 = (W2 @ d2) * (1 - A1 ** 2)
        dW1 = X @ d1.T
        db1 = d1.sum(axis=1, keepdims=True)
        params = sgd_step(params, (dW1, db1, dW2, db2), lr)
    return params, history

def predict(params, X, task):
    P = forward(params, X, task)[1]
    if task == "regression":
        return P
    if task == "binary":
        return (P >= 0.5).astype(int)
    return P.argmax(axis=0)

# %% sample by sample in plain Python, ReLU
import math
def init_params(n_in, n_hidden, n_out, rng):
    s1, s2 = math.sqrt(2 / n_in), math.sqrt(2 / n_hidden)
    W1 = [[rng.normal() * s1 for _ in range(n_hidden)] for _ in range(n_in)]
    W2 = [[rng.normal() * s2 for _ in range(n_out)] for _ in range(n_hidden)]
    return W1, [[0.0] for _ in range(n_hidden)], W2, [[0.0] for _ in range(n_out)]

def sgd_step(params, grads, lr):
    return [np.asarray(p) - lr * np.asarray(g) for p, g in zip(params, grads)]

def _one(params, x, task):
    W1, b1, W2, b2 = params
    h = [max(0.0, sum(w[j] * v for w, v in zip(W1, x)) + b1[j][0]) for j in range(len(b1))]
    z = [sum(w[c] * v for w, v in zip(W2, h)) + b2[c][0] for c in range(len(b2))]
    if task == "binary":
        z = [1 / (1 + math.exp(-max(-500, min(500, t)))) for t in z]
    elif task == "multiclass":
        e = [math.exp(t - max(z)) for t in z]
        z = [t / sum(e) for t in e]
    return h, z

def train(X, y, task, n_hidden=8, lr=0.1, epochs=1000, rng=None):
    rng = np.random.default_rng() if rng is None else rng
    xs, ys = [c.tolist() for c in X.T], [c.tolist() for c in y.T]
    n, m, k = len(X), n_hidden, len(y)
    params = [np.asarray(p).tolist() for p in init_params(n, m, k, rng)]
    history = []
    for _ in range(epochs):
        W1, b1, W2, b2 = params
        g1 = [[0.0] * m for _ in range(n)]
        c1 = [[0.0] for _ in range(m)]
        g2 = [[0.0] * k for _ in range(m)]
        c2 = [[0.0] for _ in range(k)]
        total = 0.0
        for x, t in zip(xs, ys):
            h, p = _one(params, x, task)
            if task == "regression":
                total += sum((a - b) ** 2 for a, b in zip(p, t)) / k
                d = [2 * (a - b) / k / len(xs) for a, b in zip(p, t)]
            else:
                d = [(a - b) / len(xs) for a, b in zip(p, t)]
                if task == "binary":
                    total -= sum(math.log(max(a if b else 1 - a, 1e-12)) for a, b in zip(p, t))
                else:
                    total -= math.log(max(p[t.index(max(t))], 1e-12))
            for j in range(m):
                e = sum(W2[j][c] * d[c] for c in range(k)) if h[j] > 0 else 0.0
                c1[j][0] += e
                for i in range(n):
                    g1[i][j] += x[i] * e
                for c in range(k):
                    g2[j][c] += h[j] * d[c]
            for c in range(k):
                c2[c][0] += d[c]
        history.append(total / len(xs))
        params = [q.tolist() for q in sgd_step(params, (g1, c1, g2, c2), lr)]
    return tuple(np.array(p) for p in params), history

def predict(params, X, task):
    out = [_one([np.asarray(p).tolist() for p in params], x.tolist(), task)[1] for x in X.T]
    if task == "multiclass":
        return [o.index(max(o)) for o in out]
    if task == "binary":
        return [[1 if o[0] >= 0.5 else 0 for o in out]]
    return [[o[0] for o in out]]

# %% a class, sigmoid hidden layer, outer products sample by sample
class Network:
    def __init__(self, params, task):
        self.params, self.task = list(params), task

    def forward(self, X):
        W1, b1, W2, b2 = self.params
        self.X = X
        self.A = 0.5 * (1 + np.tanh(0.5 * (W1.T @ X + b1)))
        Z = W2.T @ self.A + b2
        if self.task == "binary":
            Z = 0.5 * (1 + np.tanh(0.5 * Z))
        if self.task == "multiclass":
            Z = np.exp(Z - np.logaddexp.reduce(Z, axis=0))
        self.P = Z
        return Z

    def backward(self, y):
        W2 = self.params[2]
        n = y.shape[1]
        grads = [np.zeros_like(p) for p in self.params]
        factor = 2.0 / y.shape[0] if self.task == "regression" else 1.0
        for i in range(n):
            d = factor * (self.P[:, i] - y[:, i]) / n
            e = (W2 @ d) * self.A[:, i] * (1 - self.A[:, i])
            for g, v in zip(grads, (np.outer(self.X[:, i], e), e[:, None], np.outer(self.A[:, i], d), d[:, None])):
                g += v
        return grads

    def loss(self, y):
        if self.task == "regression":
            return ((self.P - y) ** 2).mean()
        likely = (y * self.P).sum(0) if self.task == "multiclass" else np.where(y == 1, self.P, 1 - self.P)
        return -np.log(np.maximum(likely, 1e-15)).mean()

def init_params(n_in, n_hidden, n_out, rng):
    return (
        rng.normal(scale=1 / np.sqrt(n_in), size=(n_in, n_hidden)),
        np.zeros((n_hidden, 1)),
        rng.normal(scale=1 / np.sqrt(n_hidden), size=(n_hidden, n_out)),
        np.zeros((n_out, 1)),
    )

def sgd_step(params, grads, lr):
    new = []
    for i in range(4):
        new.append(params[i] - np.multiply(lr, grads[i]))
    return tuple(new)

def train(X, y, task, n_hidden=8, lr=0.1, epochs=1000, rng=None):
    net = Network(init_params(X.shape[0], n_hidden, y.shape[0], rng or np.random.default_rng()), task)
    losses = []
    while len(losses) < epochs:
        net.forward(X)
        losses.append(net.loss(y))
        net.params = list(sgd_step(net.params, net.backward(y), lr))
    return tuple(net.params), losses

def predict(params, X, task):
    P = Network(params, task).forward(X)
    return {"regression": lambda: P, "binary": lambda: np.where(P < 0.5, 0, 1), "multiclass": lambda: np.argmax(P, 0)}[task]()

# %% bias trick inside, row-major data, ReLU
def init_params(n_in, n_hidden, n_out, rng):
    V1 = np.vstack([rng.standard_normal((n_in, n_hidden)) * (2 / n_in) ** 0.5, np.zeros(n_hidden)])
    V2 = np.vstack([rng.standard_normal((n_hidden, n_out)) * (2 / n_hidden) ** 0.5, np.zeros(n_out)])
    return V1[:-1], V1[-1:].T, V2[:-1], V2[-1:].T

def sgd_step(params, grads, lr):
    return tuple(map(lambda p, g: np.subtract(p, lr * g), params, grads))

def _grow(A):
    return np.hstack([A, np.ones((len(A), 1))])

def _run(V1, V2, R, task):
    H = np.maximum(_grow(R) @ V1, 0)
    O = _grow(H) @ V2
    if task == "binary":
        O = np.exp(-np.logaddexp(0, -O))
    if task == "multiclass":
        O = np.exp(O - O.max(1, keepdims=True))
        O /= O.sum(1, keepdims=True)
    return H, O

def train(X, y, task, n_hidden=8, lr=0.1, epochs=1000, rng=None):
    R, T = X.T, y.T
    W1, b1, W2, b2 = init_params(R.shape[1], n_hidden, T.shape[1], rng if rng is not None else np.random.default_rng(1))
    V1, V2 = np.vstack([W1, b1.T]), np.vstack([W2, b2.T])
    losses = np.empty(epochs)
    for e in range(epochs):
        H, O = _run(V1, V2, R, task)
        if task == "regression":
            losses[e] = np.square(O - T).mean()
            D = 2 * (O - T) / T.size
        else:
            likely = np.where(T == 1, O, 1 - O) if task == "binary" else (T * O).sum(1)
            losses[e] = -np.log(likely + 1e-12).mean()
            D = (O - T) / len(T)
        G2 = _grow(H).T @ D
        G1 = _grow(R).T @ ((D @ V2[:-1].T) * (H > 0))
        V1, V2 = V1 - lr * G1, V2 - lr * G2
    return (V1[:-1], V1[-1:].T, V2[:-1], V2[-1:].T), losses

def predict(params, X, task):
    W1, b1, W2, b2 = params
    O = _run(np.vstack([W1, b1.T]), np.vstack([W2, b2.T]), X.T, task)[1]
    if task == "multiclass":
        return O.argmax(1)
    return (O.T >= 0.5) * 1 if task == "binary" else O.T

# %% functional: closures, reduce over epochs, tanh
from functools import partial, reduce
_OUT = {
    "regression": lambda z: z,
    "binary": lambda z: 1 / (1 + np.exp(-z)),
    "multiclass": lambda z: np.exp(z - z.max(0)) / np.exp(z - z.max(0)).sum(0),
}
_LOSS = {
    "regression": lambda y, p: np.mean((y - p) ** 2),
    "binary": lambda y, p: -np.mean(np.log(np.abs(1 - y - p) + 1e-12)),
    "multiclass": lambda y, p: -np.mean(np.log((y * p).sum(0) + 1e-12)),
}
_NORM = {"regression": lambda y: y.size / 2, "binary": np.size, "multiclass": lambda y: y.shape[1]}

def init_params(n_in, n_hidden, n_out, rng):
    make = lambda a, b: (rng.uniform(-(6 / (a + b)) ** 0.5, (6 / (a + b)) ** 0.5, (a, b)), np.zeros((b, 1)))
    return (*make(n_in, n_hidden), *make(n_hidden, n_out))

def sgd_step(params, grads, lr):
    return tuple(p - lr * g for p, g in zip(params, grads, strict=True))

def _epoch(X, y, task, lr, state, _):
    (W1, b1, W2, b2), history = state
    A = np.tanh(W1.T @ X + b1)
    P = _OUT[task](W2.T @ A + b2)
    D = (P - y) / _NORM[task](y)
    E = (W2 @ D) * (1 - A * A)
    grads = X @ E.T, E.sum(1, keepdims=True), A @ D.T, D.sum(1, keepdims=True)
    return sgd_step((W1, b1, W2, b2), grads, lr), [*history, _LOSS[task](y, P)] if len(history) < 5 else history + [_LOSS[task](y, P)]

def train(X, y, task, n_hidden=8, lr=0.1, epochs=1000, rng=None):
    start = init_params(len(X), n_hidden, len(y), np.random.default_rng() if rng is None else rng), []
    return reduce(partial(_epoch, X, y, task, lr), range(epochs), start)

def predict(params, X, task):
    W1, b1, W2, b2 = params
    Z = W2.T @ np.tanh(W1.T @ X + b1) + b2
    match task:
        case "regression":
            return Z
        case "binary":
            return (Z >= 0).astype(int)
        case _:
            return np.argmax(Z, axis=0)

# %% dictionary of parameters inside, ReLU, log-softmax, Chinese names
def init_params(輸入數, 隱藏數, 輸出數, 亂數):
    """He 初始化"""
    權重1 = 亂數.standard_normal((輸入數, 隱藏數)) * np.sqrt(2.0 / 輸入數)
    權重2 = 亂數.standard_normal((隱藏數, 輸出數)) * np.sqrt(2.0 / 隱藏數)
    return 權重1, np.zeros((隱藏數, 1)), 權重2, np.zeros((輸出數, 1))

def sgd_step(參數, 梯度, 學習率):
    新參數 = []
    for 舊, 斜率 in zip(參數, 梯度):
        新 = np.array(舊, dtype=float)
        新 -= 學習率 * 斜率
        新參數.append(新)
    return tuple(新參數)

def train(X, y, task, n_hidden=8, lr=0.1, epochs=1000, rng=None):
    if rng is None:
        rng = np.random.default_rng(0)
    p = dict(zip(("W1", "b1", "W2", "b2"), init_params(X.shape[0], n_hidden, y.shape[0], rng)))
    history = []
    N = X.shape[1]
    for epoch in range(1, epochs + 1):
        Z1 = p["W1"].T @ X + p["b1"]
        A1 = np.where(Z1 > 0, Z1, 0)
        Z2 = p["W2"].T @ A1 + p["b2"]
        if task == "regression":
            loss, dZ2 = np.mean((Z2 - y) ** 2), 2 / y.size * (Z2 - y)
        elif task == "binary":
            loss, dZ2 = np.mean(np.logaddexp(0, Z2) - y * Z2), (1 / (1 + np.exp(-np.clip(Z2, -500, 500))) - y) / N
        else:
            logp = Z2 - np.logaddexp.reduce(Z2, axis=0, keepdims=True)
            loss, dZ2 = -(y * logp).sum() / N, (np.exp(logp) - y) / N
        if epoch % 500 == 0:
            print(f"epoch {epoch}: {loss:.4f}")
        history.append(loss.item())
        dZ1 = np.where(Z1 > 0, p["W2"] @ dZ2, 0)
        grads = {"W1": X @ dZ1.T, "b1": dZ1.sum(axis=1, keepdims=True), "W2": A1 @ dZ2.T, "b2": dZ2.sum(axis=1, keepdims=True)}
        for key in p:
            p[key] = p[key] - lr * grads[key]
    return (p["W1"], p["b1"], p["W2"], p["b2"]), history

def predict(params, X, task):
    W1, b1, W2, b2 = params
    Z2 = W2.T @ np.maximum(0, W1.T @ X + b1) + b2
    if task == "multiclass":
        return Z2.argmax(axis=0)
    if task == "binary":
        return np.heaviside(Z2, 1.0)
    return Z2
