# %% ndindex on copies
def numerical_gradient(loss, theta, eps=1e-6):
    grad = np.zeros_like(theta, dtype=float)
    for i in np.ndindex(theta.shape):
        plus, minus = theta.copy(), theta.copy()
        plus[i] += eps
        minus[i] -= eps
        grad[i] = (loss(plus) - loss(minus)) / (2 * eps)
    return grad

# %% nditer in place, put back
def numerical_gradient(loss, theta, eps=1e-6):
    grad = np.zeros(theta.shape)
    it = np.nditer(theta, flags=["multi_index"], op_flags=["readwrite"])
    while not it.finished:
        i = it.multi_index
        old = theta[i].copy()
        theta[i] = old + eps
        up = loss(theta)
        theta[i] = old - eps
        down = loss(theta)
        grad[i] = (up - down) / (2 * eps)
        theta[i] = old
        it.iternext()
    return grad

# %% flat with += and -=, put back by arithmetic
def numerical_gradient(loss, theta, eps=1e-6):
    g = np.empty(theta.size)
    for k in range(theta.size):
        theta.flat[k] += eps
        a = loss(theta)
        theta.flat[k] -= 2 * eps
        b = loss(theta)
        theta.flat[k] += eps
        g[k] = (a - b) / eps / 2
    return g.reshape(theta.shape)

# %% unit vectors
def numerical_gradient(loss, theta, eps=1e-6):
    theta = np.asarray(theta, dtype=float)
    E = np.eye(theta.size).reshape(theta.size, *theta.shape) * eps
    return np.array([(loss(theta + e) - loss(theta - e)) / (2 * eps) for e in E]).reshape(theta.shape)

# %% recursion over the axes, list returned
def numerical_gradient(loss, theta, eps=1e-6):
    base = np.array(theta, dtype=float)
    def walk(index):
        if len(index) == base.ndim:
            up, down = base.copy(), base.copy()
            up[index] += eps
            down[index] -= eps
            return float((loss(up) - loss(down)) / (2.0 * eps))
        return [walk(index + (i,)) for i in range(base.shape[len(index)])]
    return walk(())

# %% np.vectorize over the flat index
def numerical_gradient(loss, theta, eps=1e-6):
    flat = np.ravel(theta).astype(float)
    def slope(k):
        d = np.zeros(flat.size)
        d[k] = eps
        return (loss((flat + d).reshape(np.shape(theta))) - loss((flat - d).reshape(np.shape(theta)))) / (2 * eps)
    return np.vectorize(slope, otypes=[float])(np.arange(flat.size)).reshape(np.shape(theta))

# %% mean of forward and backward difference
def numerical_gradient(loss, theta, eps=1e-6):
    g = np.zeros(np.shape(theta))
    here = loss(theta)
    for i, _ in np.ndenumerate(theta):
        step = np.zeros(np.shape(theta))
        step[i] = eps
        g[i] = ((loss(theta + step) - here) / eps + (here - loss(theta - step)) / eps) / 2
    return g

# %% step as it is after rounding
def numerical_gradient(loss, theta, eps=1e-6):
    t = theta.copy()
    grad = []
    for k in range(t.size):
        v = t.flat[k]
        hi, lo = v + eps, v - eps
        t.flat[k] = hi
        a = loss(t)
        t.flat[k] = lo
        b = loss(t)
        t.flat[k] = v
        grad.append((a - b) / (hi - lo))
    return np.reshape(grad, theta.shape)

# %% context manager
from contextlib import contextmanager
@contextmanager
def nudged(array, index, by):
    old = array[index]
    array[index] = old + by
    try:
        yield array
    finally:
        array[index] = old
def numerical_gradient(loss, theta, eps=1e-6):
    work = np.array(theta, dtype=np.float64)
    out = np.full(work.shape, np.nan)
    for index in np.ndindex(*work.shape):
        with nudged(work, index, eps) as w:
            up = loss(w)
        with nudged(work, index, -eps) as w:
            down = loss(w)
        out[index] = (up - down) / (2 * eps)
    return out
