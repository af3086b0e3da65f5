# %% rows times x, own dot
def dot(u, v):
    if len(u) != len(v):
        raise ValueError("lengths")
    return sum(a * b for a, b in zip(u, v))
def matvec(A, x):
    return np.array([dot(row, x) for row in A])

# %% double loop
def matvec(A, x):
    A = np.asarray(A, dtype=float)
    x = np.asarray(x, dtype=float)
    m, n = A.shape
    if n != x.shape[0]:
        raise ValueError("shapes")
    y = np.zeros(m)
    for i in range(m):
        for j in range(n):
            y[i] += A[i, j] * x[j]
    return y

# %% broadcasting and sum over axis 1
def matvec(A, x):
    A, x = np.asarray(A), np.asarray(x)
    if A.shape[1] != len(x):
        raise ValueError("shapes")
    return (A * x).sum(axis=1)

# %% returns a list
def matvec(A, x):
    if any(len(row) != len(x) for row in A):
        raise ValueError("shapes")
    return [sum(a * b for a, b in zip(row, x)) for row in A]

# %% combination of columns
def matvec(A, x):
    cols = list(zip(*A))
    if len(cols) != len(x):
        raise ValueError("shapes")
    out = np.zeros(len(A))
    for c, t in zip(cols, x):
        out = out + np.asarray(c) * t
    return out

# %% np.apply_along_axis
def matvec(A, x):
    A = np.asarray(A)
    if A.shape[-1] != np.size(x):
        raise ValueError("shapes")
    return np.apply_along_axis(lambda row: np.sum(row * x), 1, A)

# %% np.vectorize with a signature
row_by_x = np.vectorize(lambda r, x: np.multiply(r, x).sum(), signature="(n),(n)->()", otypes=[float])
def matvec(A, x):
    if np.shape(A)[1] != np.shape(x)[0]:
        raise ValueError("shapes")
    return row_by_x(A, x)

# %% np.add.reduce over the last axis with None
def matvec(A, x):
    A = np.array(A, float)
    x = np.array(x, float)
    if A.shape[1] != x.size:
        raise ValueError("shapes")
    return np.add.reduce(np.multiply(A, x[None, :]), axis=-1)

# %% transposed, summed over axis 0
def matvec(A, x):
    A = np.asarray(A, float)
    x = np.asarray(x, float).reshape(-1, 1)
    if A.T.shape[0] != x.shape[0]:
        raise ValueError("shapes")
    return np.sum(A.T * x, axis=0)

# %% np.fromiter of a generator
def matvec(A, x):
    def rows():
        for row in A:
            if len(row) != len(x):
                raise ValueError("shapes")
            yield sum(map(lambda a, b: a * b, row, x))
    return np.fromiter(rows(), dtype=np.float64)

# %% recursion over rows
def matvec(A, x):
    if len(A) == 0:
        return []
    if len(A[0]) != len(x):
        raise ValueError("shapes")
    return [sum(a * b for a, b in zip(A[0], x))] + list(matvec(A[1:], x))

# %% keepdims then ravel
def matvec(A, x):
    A = np.asarray(A)
    x = np.asarray(x)
    if A.shape[1] != x.shape[0]:
        raise ValueError("shapes")
    return np.sum(A * np.broadcast_to(x, A.shape), axis=1, keepdims=True).ravel()

# %% out= on fresh arrays
def matvec(A, x):
    A = np.asarray(A, float)
    x = np.asarray(x, float)
    if A.shape[1] != x.shape[0]:
        raise ValueError("shapes")
    t = np.empty_like(A)
    np.multiply(A, x, out=t)
    r = np.empty(A.shape[0])
    np.sum(t, axis=1, out=r)
    return r

# %% own class with a dot method
class Matrix:
    def __init__(self, rows):
        self.rows = [list(map(float, r)) for r in rows]
    def dot(self, x):
        for r in self.rows:
            if len(r) != len(x):
                raise ValueError("shapes")
        return [sum(a * float(b) for a, b in zip(r, x)) for r in self.rows]
def matvec(A, x):
    M = Matrix(A)
    return np.array(M.dot(x))

# %% static method named dot
class Ops:
    @staticmethod
    def dot(u, v):
        if len(u) != len(v):
            raise ValueError("shapes")
        return float(sum(a * b for a, b in zip(u, v)))
def matvec(A, x):
    return np.array([Ops.dot(r, x) for r in A])

# %% docstring mentions np.dot and @
def matvec(A, x):
    """Same as A @ x, np.dot(A, x), np.matmul(A, x), A.dot(x); none is used."""
    # return np.dot(A, x)
    # return A @ x
    if len(A[0]) != len(x):
        raise ValueError("use np.dot to see the message")
    result = []
    for row in A:
        s = 0
        for a, b in zip(row, x):
            s += a * b
        result.append(s)
    return np.asarray(result)

# %% nested list indexing only
def matvec(A, x):
    m = len(A)
    n = len(A[0])
    if n != len(x):
        raise ValueError("shapes")
    return np.array([sum([A[i][j] * x[j] for j in range(n)]) for i in range(m)], dtype=float)

# %% diagonal scaling of columns
def matvec(A, x):
    A = np.array(A, dtype=float)
    if A.shape[1] != len(x):
        raise ValueError("shapes")
    for j, t in enumerate(x):
        A[:, j] *= t
    return A.sum(1)
