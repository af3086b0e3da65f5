# %% f of np.dot
def neuron(x, w, b, f):
    return f(np.dot(w, x) + b)

# %% uses weighted_sum
def weighted_sum(x, w, b):
    return sum(p * q for p, q in zip(x, w)) + b
def neuron(x, w, b, f):
    return f(weighted_sum(x, w, b))

# %% f of a one-element array, element taken
def neuron(x, w, b, f):
    z = np.array([np.dot(x, w) + b], dtype=float)
    return f(z)[0]

# %% f of a 0-d array
def neuron(x, w, b, f):
    z = np.array(np.dot(x, w) + b)
    return f(z)

# %% float in, float out
def neuron(x, w, b, f):
    z = 0.0
    for i in range(len(x)):
        z += float(x[i]) * float(w[i])
    z += float(b)
    return float(f(z))

# %% column vectors, item()
def neuron(x, w, b, f):
    X = np.asarray(x, float)[:, None]
    W = np.asarray(w, float)[:, None]
    return f(W.T @ X + b).item()

# %% lambda, other names
neuron = lambda 輸入, 權重, 偏差, 激勵: 激勵(np.inner(輸入, 權重) + 偏差)

# %% class
class Neuron:
    def __init__(self, w, b, f):
        self.w, self.b, self.f = np.array(w), b, f
    def __call__(self, x):
        return self.f((self.w * np.array(x)).sum() + self.b)
def neuron(x, w, b, f):
    return Neuron(w, b, f)(x)

# %% composition
from functools import reduce
def compose(*fs):
    return reduce(lambda f, g: lambda *a: f(g(*a)), fs)
def neuron(x, w, b, f):
    return compose(f, lambda z: z + b, np.sum, np.multiply)(x, w)

# %% map over a list
def neuron(x, w, b, f):
    z = sum(map(lambda p, q: p * q, x, w), b)
    return list(map(f, [z]))[0]

# %% np.vectorize(f)
def neuron(x, w, b, f):
    return np.vectorize(f, otypes=[float])(np.dot(x, w) + b)

# %% bias absorbed, 2-D product squeezed
def neuron(x, w, b, f):
    xb = np.r_[x, 1.0]
    wb = np.r_[w, b]
    return np.squeeze(f(np.atleast_2d(wb) @ xb))

# %% decorator prints
import functools
def loud(g):
    @functools.wraps(g)
    def h(*a, **k):
        r = g(*a, **k)
        print(g.__name__, r)
        return r
    return h
@loud
def neuron(x, w, b, f):
    z = b
    for p, q in zip(x, w):
        z = z + p * q
    return f(z)

# %% try and match
def neuron(x, w, b, f):
    match len(x):
        case 1:
            z = x[0] * w[0] + b
        case _:
            z = np.einsum("i,i->", np.asarray(x, float), np.asarray(w, float)) + b
    try:
        return f(z)
    except TypeError:
        return f(np.asarray(z))
