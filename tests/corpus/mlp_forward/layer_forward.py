# %% one line
def layer_forward(X, W, b, f):
    return f(W.T @ X + b)

# %% rows first, transposed back
def layer_forward(X, W, b, f):
    return f((X.T @ W + b.T).T)

# %% np.dot and np.transpose
def layer_forward(X, W, b, f):
    Z = np.dot(np.transpose(W), X)
    Z = np.add(Z, b)
    A = f(Z)
    return A

# %% einsum
def layer_forward(X, W, b, f):
    return f(np.einsum("ij,in->jn", W, X) + b)

# %% tensordot
def layer_forward(X, W, b, f):
    return f(np.tensordot(W, X, axes=(0, 0)) + b)

# %% triple loop, f on floats
def layer_forward(X, W, b, f):
    n, m = W.shape
    N = X.shape[1]
    A = np.zeros((m, N))
    for j in range(m):
        for s in range(N):
            z = b[j, 0]
            for i in range(n):
                z = z + W[i, j] * X[i, s]
            A[j, s] = f(z)
    return A

# %% sample by sample, stacked
def layer_forward(X, W, b, f):
    columns = []
    for x in X.T:
        columns.append(f(W.T @ x.reshape(-1, 1) + b))
    return np.hstack(columns)

# %% neuron by neuron, list of rows
def layer_forward(X, W, b, f):
    return [f(w @ X + bias[0]) for w, bias in zip(W.T, b)]

# %% bias absorbed in the weights
def layer_forward(X, W, b, f):
    X1 = np.vstack([X, np.ones((1, X.shape[1]))])
    W1 = np.vstack([W, b.T])
    return f(W1.T @ X1)

# %% broadcasting with None and a sum
def layer_forward(X, W, b, f):
    return f((W[:, :, None] * X[:, None, :]).sum(axis=0) + b)

# %% sum of outer products
from functools import reduce
def layer_forward(X, W, b, f):
    terms = (np.outer(w, x) for w, x in zip(W, X))
    return f(reduce(np.add, terms) + b)

# %% class
class Layer:
    def __init__(self, W, b, f):
        self.W, self.b, self.f = W, b, f

    def __call__(self, X):
        self.Z = np.matmul(self.W.T, X) + self.b
        return self.f(self.Z)

def layer_forward(X, W, b, f):
    return Layer(W, b, f)(X)

# %% np.vectorize around f
def layer_forward(X, W, b, f):
    Z = W.T.dot(X) + b
    return np.vectorize(f, otypes=[float])(Z)

# %% np.matrix
def layer_forward(輸入, 權重, 偏差, 激勵函數):
    """一層的前向傳播"""
    Z = np.asmatrix(權重).T * np.asmatrix(輸入) + np.asmatrix(偏差)
    return np.asarray(激勵函數(np.asarray(Z)))

# %% in place on a fresh array
def layer_forward(X, W, b, f):
    Z = np.empty((W.shape[1], X.shape[1]))
    np.matmul(W.T, X, out=Z)
    Z += b
    return f(Z)

# %% math.sumprod in a comprehension, f elementwise
def layer_forward(X, W, b, f):
    return np.array([[float(f(sum(p * q for p, q in zip(w, x)) + c)) for x in X.T] for w, c in zip(W.T, b[:, 0])])
