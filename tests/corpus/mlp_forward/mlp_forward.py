# %% two lines
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    A1 = f1(W1.T @ X + b1)
    return f2(W2.T @ A1 + b2)

# %% nested
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return f2(np.dot(W2.T, f1(np.dot(W1.T, X) + b1)) + b2)

# %% loop over the layers
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    A = X
    for W, b, f in ((W1, b1, f1), (W2, b2, f2)):
        A = f(W.T @ A + b)
    return A

# %% recursion
def mlp_forward(X, *p):
    def go(A, Ws, bs, fs):
        if not Ws:
            return A
        return go(fs[0](Ws[0].T @ A + bs[0]), Ws[1:], bs[1:], fs[1:])
    W1, b1, W2, b2, f1, f2 = p
    return go(X, [W1, W2], [b1, b2], [f1, f2])

# %% reduce over closures
from functools import reduce
def _layer(W, b, f):
    return lambda A: f(np.tensordot(W, A, (0, 0)) + b)
mlp_forward = lambda X, W1, b1, W2, b2, f1, f2: reduce(lambda a, g: g(a), [_layer(W1, b1, f1), _layer(W2, b2, f2)], X)

# %% row form and back
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    H = f1(X.T @ W1 + b1.reshape(1, -1))
    out = f2(H @ W2 + b2.reshape(1, -1))
    return out.T

# %% sample by sample
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    N = X.shape[1]
    out = np.zeros((W2.shape[1], N))
    for i in range(N):
        x = X[:, [i]]
        h = f1(W1.T @ x + b1)
        out[:, [i]] = f2(W2.T @ h + b2)
    return out

# %% a class with forward
class MLP:
    def __init__(self, *params, acts):
        self.params, self.acts = params, acts
    def forward(self, X):
        W1, b1, W2, b2 = self.params
        self.Z1 = W1.T @ X + b1
        self.A1 = self.acts[0](self.Z1)
        self.Z2 = W2.T @ self.A1 + b2
        return self.acts[1](self.Z2)

def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    return MLP(W1, b1, W2, b2, acts=(f1, f2)).forward(X)

# %% everything by hand, lists all the way
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    def layer(cols, W, b, f):
        n, m = len(W), len(W[0])
        return [[float(f(sum(W[i][j] * c[i] for i in range(n)) + b[j][0])) for j in range(m)] for c in cols]
    cols = [list(c) for c in zip(*X)]
    hidden = layer(cols, W1, b1, f1)
    out = layer(hidden, W2, b2, f2)
    return [list(r) for r in zip(*out)]

# %% einsum
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    H = f1(np.einsum("ij,ik->jk", W1, X) + b1)
    return f2(np.einsum("ij,ik->jk", W2, H) + b2)
