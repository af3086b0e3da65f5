# %% zip strict
def dot(u, v):
    return sum(a * b for a, b in zip(u, v, strict=True))

# %% index loop, C style
def dot(u, v):
    n = len(u)
    if len(v) != n:
        raise ValueError("length")
    s = 0.0
    i = 0
    while i < n:
        s = s + u[i] * v[i]
        i += 1
    return s

# %% np.sum of the product
def dot(u, v):
    u, v = np.asarray(u), np.asarray(v)
    if u.shape != v.shape:
        raise ValueError(f"{u.shape} {v.shape}")
    return np.sum(u * v)

# %% method sum, float()
def dot(u: np.ndarray, v: np.ndarray) -> float:
    """Like np.dot(u, v), without np.dot or u @ v."""
    a = np.array(u, dtype=np.float64)
    b = np.array(v, dtype=np.float64)
    if a.size != b.size:
        raise ValueError("sizes differ")
    return float((a * b).sum())

# %% np.add.reduce of np.multiply
def dot(u, v):
    if len(u) != len(v):
        raise ValueError
    return np.add.reduce(np.multiply(u, v))

# %% trace of the outer product
def dot(u, v):
    if len(u) != len(v):
        raise ValueError("lengths")
    return np.trace(np.outer(u, v))

# %% functools.reduce
from functools import reduce
def dot(u, v):
    if len(u) != len(v):
        raise ValueError("lengths")
    return reduce(lambda s, p: s + p[0] * p[1], zip(u, v), 0)

# %% map operator.mul with fsum
import math
import operator
def dot(u, v):
    if len(u) - len(v):
        raise ValueError("lengths")
    return math.fsum(map(operator.mul, u, v))

# %% recursion
def dot(u, v):
    if len(u) != len(v):
        raise ValueError("lengths")
    if len(u) == 0:
        return 0
    return u[0] * v[0] + dot(u[1:], v[1:])

# %% enumerate
def dot(u, v):
    if len(u) != len(v):
        raise ValueError("lengths")
    total = 0
    for i, value in enumerate(u):
        total += value * v[i]
    return total

# %% cumulative sum, last element
def dot(u, v):
    if np.shape(u) != np.shape(v):
        raise ValueError("lengths")
    return np.cumsum(np.asarray(u) * np.asarray(v))[-1]

# %% polarisation identity
def dot(u, v):
    u = np.asarray(u, float)
    v = np.asarray(v, float)
    if len(u) != len(v):
        raise ValueError("lengths")
    return (np.sum((u + v) ** 2) - np.sum((u - v) ** 2)) / 4

# %% fractions
from fractions import Fraction
def dot(u, v):
    if len(u) != len(v):
        raise ValueError("lengths")
    return float(sum((Fraction(float(a)) * Fraction(float(b)) for a, b in zip(u, v)), Fraction(0)))

# %% np.longdouble inside
def dot(u, v):
    if len(u) != len(v):
        raise ValueError("lengths")
    return float(np.sum(np.asarray(u, np.longdouble) * np.asarray(v, np.longdouble)))

# %% 0-d array back
def dot(u, v):
    if len(u) != len(v):
        raise ValueError("lengths")
    return np.array(np.sum(np.multiply(u, v)))

# %% class with __call__
class Dot:
    def __call__(self, u, v):
        if len(u) != len(v):
            raise ValueError("lengths")
        return sum(u[i] * v[i] for i in range(len(u)))
dot = Dot()

# %% lambda with a checking helper
def 檢查(甲, 乙):
    if len(甲) != len(乙):
        raise ValueError("長度不同")
    return zip(甲, 乙)
dot = lambda 甲, 乙: sum(x * y for x, y in 檢查(甲, 乙))

# %% decorator checks
import functools
def same_length(f):
    @functools.wraps(f)
    def inner(*vectors):
        if len({len(v) for v in vectors}) > 1:
            raise ValueError("lengths")
        return f(*vectors)
    return inner
@same_length
def dot(u, v):
    return sum(x * y for x, y in zip(u, v))

# %% ValueError subclass
class ShapeError(ValueError):
    pass
def dot(a, b):
    if len(a) != len(b):
        raise ShapeError(len(a), len(b))
    out = 0.0
    for x, y in zip(a, b):
        out += float(x) * float(y)
    return out

# %% IndexError turned into ValueError
def dot(u, v):
    try:
        s = 0
        for i in range(max(len(u), len(v))):
            s += u[i] * v[i]
    except IndexError as error:
        raise ValueError("lengths differ") from error
    return s

# %% np.frompyfunc
mul = np.frompyfunc(lambda a, b: a * b, 2, 1)
def dot(u, v):
    if len(u) != len(v):
        raise ValueError("lengths")
    return float(np.sum(mul(u, v).astype(float)))

# %% generator consumed by np.fromiter
def dot(u, v):
    if len(u) != len(v):
        raise ValueError("lengths")
    return np.fromiter((a * b for a, b in zip(u, v)), dtype=float).sum().item()

# %% walrus and match
def dot(u, v):
    match (n := len(u)) == len(v):
        case False:
            raise ValueError("lengths")
        case _:
            return sum(u[k] * v[k] for k in range(n))

# %% weighted mean undone
def dot(u, v):
    u = np.asarray(u, dtype=float)
    v = np.asarray(v, dtype=float)
    if u.shape != v.shape:
        raise ValueError("lengths")
    return np.mean(u * v) * u.size

# %% in-place product on a fresh array
def dot(u, v):
    p = np.array(u, dtype=float)
    if p.shape != np.shape(v):
        raise ValueError("lengths")
    p *= v
    return p.sum()

# %% divide and conquer
def dot(u, v):
    if len(u) != len(v):
        raise ValueError("lengths")
    if len(u) == 1:
        return u[0] * v[0]
    h = len(u) // 2
    return dot(u[:h], v[:h]) + dot(u[h:], v[h:])

# %% variable named dot inside
def dot(u, v):
    if len(u) != len(v):
        raise ValueError("np.dot would complain too")
    dot = 0
    for a, b in zip(u, v):
        dot += a * b
    return dot

# %% compared with np.dot in top-level test code
def dot(u, v):
    if len(u) != len(v):
        raise ValueError("lengths")
    return sum(a * b for a, b in zip(u, v))
u = np.array([5., 2, 1])
v = np.array([-1., 3, 3])
assert np.isclose(dot(u, v), np.dot(u, v))
assert np.isclose(dot(u, v), u @ v)
print(dot(u, v), u.dot(v))

# %% own test function uses np.dot
def dot(u, v):
    if len(u) != len(v):
        raise ValueError("lengths")
    return sum(a * b for a, b in zip(u, v))
def test_dot():
    u = np.arange(4)
    assert dot(u, u) == np.dot(u, u) == u @ u == np.inner(u, u)
test_dot()

# %% np.testing guard and a warning
import warnings
def dot(u, v):
    if len(u) != len(v):
        raise ValueError("lengths")
    if len(u) > 3:
        warnings.warn("long vectors")
    answer = np.sum(np.multiply(u, v))
    np.testing.assert_allclose(answer, sum(a * b for a, b in zip(u, v)), rtol=1e-6, atol=1e-6)
    return answer

# %% debugging output
def dot(u, v):
    print("u =", u, "v =", v)
    assert u is not None
    if len(u) != len(v):
        raise ValueError("lengths")
    s = 0
    for i in range(len(u)):
        s += u[i] * v[i]
        print(i, s)
    return s

# %% own Vector class with a dot method
class Vector:
    def __init__(self, data):
        self.data = list(data)
    def dot(self, other):
        if len(self.data) != len(other.data):
            raise ValueError("lengths")
        return sum(a * b for a, b in zip(self.data, other.data))
def dot(u, v):
    return Vector(u).dot(Vector(v))

# %% np.dot kept under a name nothing calls
fast_dot = np.dot
def dot(u, v):
    if len(u) != len(v):
        raise ValueError("lengths")
    return sum(a * b for a, b in zip(u, v))

# %% np.average with weights
def dot(u, v):
    u, v = np.asarray(u, float), np.asarray(v, float)
    if u.shape != v.shape:
        raise ValueError("lengths")
    return np.average(u * v, weights=np.ones(len(u))) * len(u)
