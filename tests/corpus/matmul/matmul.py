# %% three loops, C style
def matmul(A, B):
    m, n = len(A), len(A[0])
    n2, p = len(B), len(B[0])
    if n != n2:
        raise ValueError("shapes")
    C = [[0.0 for _ in range(p)] for _ in range(m)]
    for i in range(m):
        for j in range(p):
            for k in range(n):
                C[i][j] += A[i][k] * B[k][j]
    return np.array(C)

# %% ikj order into zeros
def matmul(A, B):
    A = np.asarray(A, dtype=float)
    B = np.asarray(B, dtype=float)
    if A.shape[1] != B.shape[0]:
        raise ValueError(f"{A.shape} x {B.shape}")
    C = np.zeros((A.shape[0], B.shape[1]))
    for i in range(A.shape[0]):
        for k in range(A.shape[1]):
            C[i] += A[i, k] * B[k]
    return C

# %% sum of outer products
def matmul(A, B):
    A, B = np.asarray(A), np.asarray(B)
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes")
    return sum(np.outer(A[:, k], B[k]) for k in range(A.shape[1]))

# %% broadcasting to three axes
def matmul(A, B):
    A, B = np.asarray(A), np.asarray(B)
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes")
    return (A[:, :, None] * B[None, :, :]).sum(axis=1)

# %% zip star comprehension, nested list back
def matmul(A, B):
    if len(A[0]) != len(B):
        raise ValueError("shapes")
    return [[sum(a * b for a, b in zip(row, col)) for col in zip(*B)] for row in A]

# %% zip strict
def matmul(A, B):
    return np.array([[sum(a * b for a, b in zip(r, c, strict=True)) for c in zip(*B)] for r in A], float)

# %% own matvec over columns
def matvec(A, x):
    A, x = np.asarray(A), np.asarray(x)
    if A.shape[1] != x.shape[0]:
        raise ValueError("shapes")
    return (A * x).sum(axis=1)
def matmul(A, B):
    B = np.asarray(B)
    return np.stack([matvec(A, B[:, j]) for j in range(B.shape[1])], axis=1)

# %% own function named dot
def dot(u, v):
    return sum(u[i] * v[i] for i in range(len(u)))
def matmul(A, B):
    A = np.asarray(A); B = np.asarray(B)
    if A.shape[1] != B.shape[0]: raise ValueError("shapes")
    return np.array([[dot(A[i, :], B[:, j]) for j in range(B.shape[1])] for i in range(A.shape[0])])

# %% helpers named inner, einsum and kron
def inner(u, v):
    total = 0
    for a, b in zip(u, v):
        total += a * b
    return total
def einsum(rows, columns):
    return [[inner(r, c) for c in columns] for r in rows]
def kron(rows):
    return list(zip(*rows))
def matmul(A, B):
    if len(A[0]) != len(B):
        raise ValueError("shapes")
    return np.array(einsum(A, kron(B)))

# %% own class with dot and matmul methods
class M:
    def __init__(self, rows):
        self.rows = np.array(rows, dtype=float)
    def dot(self, other):
        if self.rows.shape[1] != other.rows.shape[0]:
            raise ValueError("shapes")
        return M([[np.sum(r * c) for c in other.rows.T] for r in self.rows])
    def matmul(self, other):
        return self.dot(other)
def matmul(A, B):
    return M(A).matmul(M(B)).rows

# %% numpy fromfunction over indices
def matmul(A, B):
    A, B = np.asarray(A, float), np.asarray(B, float)
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes")
    cell = np.vectorize(lambda i, j: np.sum(A[int(i)] * B[:, int(j)]), otypes=[float])
    return np.fromfunction(cell, (A.shape[0], B.shape[1]))

# %% np.ndindex
def matmul(A, B):
    A, B = np.asarray(A, float), np.asarray(B, float)
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes")
    C = np.empty((A.shape[0], B.shape[1]))
    for i, j in np.ndindex(*C.shape):
        C[i, j] = np.multiply(A[i], B[:, j]).sum()
    return C

# %% np.multiply.outer and diagonal
def matmul(A, B):
    A, B = np.asarray(A, float), np.asarray(B, float)
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes")
    big = np.multiply.outer(A, B)
    return np.diagonal(big, axis1=1, axis2=2).sum(axis=-1)

# %% np.trace of the outer product
def matmul(A, B):
    A, B = np.asarray(A, float), np.asarray(B, float)
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes")
    return np.trace(np.multiply.outer(A, B), axis1=1, axis2=2)

# %% np.add.at
def matmul(A, B):
    A, B = np.asarray(A, float), np.asarray(B, float)
    m, n = A.shape
    q, p = B.shape
    if n != q:
        raise ValueError("shapes")
    C = np.zeros((m, p))
    i, k, j = np.meshgrid(range(m), range(n), range(p), indexing="ij")
    np.add.at(C, (i.ravel(), j.ravel()), (A[i, k] * B[k, j]).ravel())
    return C

# %% tile and reshape
def matmul(A, B):
    A, B = np.asarray(A, float), np.asarray(B, float)
    m, n = A.shape
    if n != B.shape[0]:
        raise ValueError("shapes")
    p = B.shape[1]
    left = np.repeat(A, p, axis=0)
    right = np.tile(B.T, (m, 1))
    return (left * right).sum(1).reshape(m, p)

# %% functools.reduce over rank-one terms
from functools import reduce
def matmul(A, B):
    if np.shape(A)[1] != np.shape(B)[0]:
        raise ValueError("shapes")
    return reduce(np.add, map(np.multiply.outer, zip(*A), B))

# %% block recursion
def matmul(A, B):
    A, B = np.asarray(A, float), np.asarray(B, float)
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes")
    if A.shape[1] == 1:
        return A * B
    h = A.shape[1] // 2
    return matmul(A[:, :h], B[:h]) + matmul(A[:, h:], B[h:])

# %% np.nditer
def matmul(A, B):
    A, B = np.asarray(A, float), np.asarray(B, float)
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes")
    C = np.zeros((A.shape[0], B.shape[1]))
    it = np.nditer(C, flags=["multi_index"], op_flags=["readwrite"])
    with it:
        for cell in it:
            i, j = it.multi_index
            cell[...] = sum(A[i, k] * B[k, j] for k in range(A.shape[1]))
    return C

# %% itertools.product into a dict
from itertools import product
def matmul(A, B):
    m, n, p = len(A), len(B), len(B[0])
    if any(len(r) != n for r in A):
        raise ValueError("shapes")
    C = {(i, j): 0 for i, j in product(range(m), range(p))}
    for i, j, k in product(range(m), range(p), range(n)):
        C[i, j] += A[i][k] * B[k][j]
    return np.array([[C[i, j] for j in range(p)] for i in range(m)])

# %% top-level comparison with every forbidden way
import operator
def matmul(A, B):
    A, B = np.asarray(A), np.asarray(B)
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes")
    return np.array([[np.sum(r * c) for c in B.T] for r in A])
P = np.arange(6.).reshape(2, 3)
Q = np.arange(12.).reshape(3, 4)
for way in (np.matmul, np.dot, operator.matmul, lambda a, b: a @ b, np.ndarray.dot):
    assert np.allclose(matmul(P, Q), way(P, Q))
assert np.allclose(matmul(P, Q), np.einsum("ij,jk->ik", P, Q))
if __name__ == "__main__":
    print(np.linalg.norm(matmul(P, Q) - P @ Q))

# %% timing comparison helper beside it
import time
def matmul(A, B):
    A, B = np.asarray(A), np.asarray(B)
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes")
    C = np.zeros((A.shape[0], B.shape[1]))
    for k in range(A.shape[1]):
        C = C + A[:, k, None] * B[k]
    return C
def benchmark(n=10):
    A = np.random.rand(n, n)
    t = time.perf_counter()
    matmul(A, A)
    t1 = time.perf_counter()
    A @ A
    A.dot(A)
    return t1 - t
benchmark()

# %% a solver with np.linalg elsewhere in the file
from numpy import linalg
def solve(A, b):
    return linalg.solve(A, b)
def matmul(A, B):
    A, B = np.asarray(A), np.asarray(B)
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes")
    return np.sum(A[:, None, :] * B.T[None, :, :], axis=2)

# %% Chinese names
def matmul(甲, 乙):
    """矩陣乘法,不用 np.dot,也不用 @。"""
    列數, 內 = len(甲), len(甲[0])
    if 內 != len(乙):
        raise ValueError("兩個矩陣不能相乘")
    行數 = len(乙[0])
    結果 = np.zeros((列數, 行數))
    for 列 in range(列數):
        for 行 in range(行數):
            和 = 0
            for 格 in range(內):
                和 += 甲[列][格] * 乙[格][行]
            結果[列, 行] = 和
    return 結果

# %% np.apply_along_axis twice
def matmul(A, B):
    A, B = np.asarray(A, float), np.asarray(B, float)
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes")
    return np.apply_along_axis(
        lambda c: np.apply_along_axis(lambda r: (r * c).sum(), 1, A), 0, B
    )

# %% broadcast ValueError caught and renewed, strict on shapes
def matmul(A, B):
    a, b = np.shape(A), np.shape(B)
    if a[-1] != b[0]:
        raise ValueError(f"cannot multiply {a} by {b}")
    out = np.zeros(a[:1] + b[1:])
    for j in range(b[1]):
        out[:, j] = np.sum(np.asarray(A) * np.asarray(B)[:, j], axis=1)
    return out

# %% polyval and polynomials are not products of vectors
def matmul(A, B):
    A, B = np.asarray(A, float), np.asarray(B, float)
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes")
    return np.array([[sum((np.prod([a, b]) for a, b in zip(r, c)), 0.0) for c in B.T] for r in A])

# %% own module-like namespace with a dot
from types import SimpleNamespace
ops = SimpleNamespace(dot=lambda u, v: sum(a * b for a, b in zip(u, v)))
def matmul(A, B):
    A, B = np.asarray(A), np.asarray(B)
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes")
    return np.array([[ops.dot(r, c) for c in B.T] for r in A])

# %% namedtuple with a field dot
from collections import namedtuple
Rule = namedtuple("Rule", "dot name")
rule = Rule(lambda u, v: float(np.sum(u * v)), "row by column")
def matmul(A, B):
    A, B = np.asarray(A), np.asarray(B)
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes")
    return np.array([[rule.dot(r, c) for c in B.T] for r in A])

# %% dataclass with a dot method, inherited
from dataclasses import dataclass
@dataclass
class Base:
    data: list
    def dot(self, other):
        return sum(a * b for a, b in zip(self.data, other.data))
class Row(Base):
    pass
def matmul(A, B):
    A, B = np.asarray(A).tolist(), np.asarray(B).T.tolist()
    if len(A[0]) != len(B[0]):
        raise ValueError("shapes")
    return np.array([[Row(r).dot(Row(c)) for c in B] for r in A])

# %% getattr of an honest name
def matmul(A, B):
    A, B = getattr(np, "asarray")(A), getattr(np, "asarray")(B)
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes")
    return getattr(A[:, :, None] * B, "sum")(axis=1)

# %% random matrices and np.linalg.norm in a test below
def matmul(A, B):
    A, B = np.asarray(A), np.asarray(B)
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes")
    return np.array([np.multiply(r[:, None], B).sum(0) for r in A])
def check():
    rng = np.random.default_rng(0)
    for _ in range(3):
        A, B = rng.normal(size=(3, 4)), rng.normal(size=(4, 2))
        assert np.linalg.norm(matmul(A, B) - np.dot(A, B)) < 1e-9
        assert np.allclose(matmul(A, B), np.linalg.multi_dot([A, B]))
check()

# %% np.sum of each row times each column
def matmul(A, B):
    A, B = np.asarray(A, float), np.asarray(B, float)
    if A.shape[1] != B.shape[0]:
        raise ValueError("shapes")
    return np.array([[np.sum(r * c) for c in B.T] for r in A])
