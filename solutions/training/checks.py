"""Public checks of training: by behaviour, whatever hidden activation and scale were chosen.

A network is asked for its own outputs through its losses: with `lr=0` the history is the loss of
the initial network, and from the losses for a few labels its output follows. A gradient step is
held against the loss it lowers: (L(θ) − L(θ − ηg)) / η tends to |g|² if, and only if, the step
is along the true gradient and of its length.
"""

import csv
from pathlib import Path

import numpy as np

from grader.authoring import Draw, Seeded, case, graded

try:  # stays with the instructor: it knows how the gradient is found
    from . import evidence
except ImportError:
    evidence = None

TASKS = ("regression", "binary", "multiclass")
NAMES = ("W1", "b1", "W2", "b2")

# --------------------------------------------------------------------------- data

XOR_X = np.array([[0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 0.0, 1.0]])
XOR_Y = np.array([[0.0, 1.0, 1.0, 0.0]])
SPECIES = ("Adelie", "Chinstrap", "Gentoo")
SIZES = ("bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g")


def penguins():
    """`{set: (task, X, y, X held out, y held out)}`, standardised by the training rows."""
    path = Path(__file__).parent / "data" / "penguins.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    kept = np.array([row["part"] == "train" for row in rows])
    sizes = np.array([[float(row[name]) for row in rows] for name in SIZES])
    mean = sizes[:, kept].mean(axis=1, keepdims=True)
    sizes = (sizes - mean) / sizes[:, kept].std(axis=1, keepdims=True)
    sex = np.array([[float(row["sex"] == "male") for row in rows]])
    species = np.array([[float(row["species"] == name) for row in rows] for name in SPECIES])
    sets = {
        "mass": ("regression", sizes[:3], sizes[3:]),
        "sex": ("binary", sizes, sex),
        "species": ("multiclass", sizes, species),
    }
    return {
        name: (task, X[:, kept].copy(), y[:, kept].copy(), X[:, ~kept].copy(), y[:, ~kept].copy())
        for name, (task, X, y) in sets.items()
    }


PENGUINS = penguins()
# lr, epochs, the loss to come below, the held-out score to reach (R² or accuracy). Measured for
# ReLU, leaky ReLU, tanh and sigmoid with Xavier, LeCun, He and N(0, 0.5²) over 200 seeds each:
# no single run fails.
PLANS = {
    "mass": (0.1, 250, 0.4, 0.5),
    "sex": (0.5, 200, 0.45, 0.7),
    "species": (0.5, 150, 0.35, 0.9),
}
XOR_PLAN = {"n_hidden": 16, "lr": 1.0, "epochs": 1000}
XOR_LOSS = np.log(2) / 4  # below it, no sample can be on the wrong side
SEEDS = (11, 12, 13)
XOR_SEEDS = (21, 22, 23, 24, 25)


def problem(draw: Draw, task, n_in=3, N=7, k=3):
    """Random `(X, y)` for `task`."""
    X = draw.array((n_in, N), -2, 2)
    if task == "regression":
        return X, draw.array((1, N), -2, 2)
    if task == "binary":
        return X, draw.labels((1, N))
    y = np.zeros((k, N))
    for i in range(N):
        y[i % k if i < k else draw.integer(0, k - 1), i] = 1.0
    return X, y


# --------------------------------------------------------------------------- init_params

INIT_SIZES = ((2, 4, 1), (3, 5, 2), (4, 8, 3))


def initial(student, sizes, value):
    """The four arrays, of the right shapes; else the check ends."""
    n_in, n_hidden, n_out = sizes
    due = ((n_in, n_hidden), (n_hidden, 1), (n_hidden, n_out), (n_out, 1))
    parts = student.items(value, 4, names=NAMES)
    shapes = tuple(getattr(part, "shape", None) for part in parts)
    known = {
        (due[0][::-1], due[1], due[2][::-1], due[3]): "transposed",
        (due[0], (n_hidden,), due[2], (n_out,)): "flat-biases",
        (due[0], (1, n_hidden), due[2], (1, n_out)): "row-biases",
        (due[0], due[2], due[1], due[3]): "order",
    }
    if shapes != due and shapes in known:
        student.fail(
            zh=f"四個參數的 shape 應該是 {due}，得到 {shapes}。",
            en=f"The four parameters should have the shapes {due}; got {shapes}.",
            mistake=f"init_params.{known[shapes]}",
        )
    return [
        student.array(part, shape, name)
        for part, shape, name in zip(parts, due, NAMES, strict=True)
    ]


def check_initial(student, sizes, seeds):
    cases = [case(*s, Seeded(seed)) for s in sizes for seed in seeds]
    values = student.calls("init_params", cases)
    shaped = [initial(student, c.args[:3], v) for c, v in zip(cases, values, strict=True)]
    for i in (0, 2):
        # Drawn from a few values only, a small W may come out so; not every one of them.
        every = [parts[i] for parts in shaped]
        if not any(np.ptp(W) for W in every):
            zero = not any(np.any(W) for W in every)
            student.fail(
                zh=f"{NAMES[i]} 的每個值都一樣。",
                en=f"All the values of {NAMES[i]} are equal.",
                case=cases[0],
                given=every[0],
                mistake=f"init_params.{'zero' if zero else 'equal'}-weights",
            )
        wide = [(one, W) for one, W in zip(cases, every, strict=True) if W.shape[1] > 1]
        if not any(np.any(np.ptp(W, axis=1)) for _, W in wide):
            student.fail(
                zh=f"{NAMES[i]} 的每一行都一樣：同一層的神經元從同樣的權重出發。",
                en=f"All the columns of {NAMES[i]} are equal: its neurons start out the same.",
                case=wide[0][0],
                given=wide[0][1],
                mistake="init_params.identical-neurons",
            )
    for one, (_, b1, _, b2) in zip(cases, shaped, strict=True):
        for name, b in (("b1", b1), ("b2", b2)):
            if np.any(b):
                student.fail(
                    zh=f"{name} 應該全部是 0。",
                    en=f"{name} should be all 0.",
                    case=one,
                    given=b,
                    expected=np.zeros_like(b),
                    mistake="init_params.nonzero-biases",
                )


@graded("values", init_params=8, zh="形狀、隨機的 W、為 0 的 b", en="shapes, random W, zero b")
def test_initial_values(function, student):
    check_initial(student, INIT_SIZES, (1, 2))


@graded(
    "random",
    init_params=6,
    needs="values",
    zh="隨機數來自 rng",
    en="the random numbers come from rng",
)
def test_initial_random(function, student):
    sizes = (3, 5, 2)
    cases = [case(*sizes, Seeded(seed)) for seed in (1, 1, 2)]
    first, again, other = (initial(student, sizes, v) for v in student.calls("init_params", cases))
    if not alike(first, again):
        student.fail(
            zh="同樣狀態的 rng，兩次呼叫的結果卻不同。",
            en="Two calls with the same state of rng give different values.",
            case=cases[0],
            given=again[0],
            expected=first[0],
            mistake="init_params.global-random",
        )
    for i in (0, 2):
        if np.array_equal(first[i], other[i]):
            everything = alike(first, other)
            student.fail(
                zh=f"rng 的種子不同，{NAMES[i]} 卻有一樣的值。",
                en=f"Another seed of rng, and yet {NAMES[i]} has the same values.",
                case=cases[2],
                given=other[i],
                mistake="init_params.fixed-seed" if everything else None,
            )


def alike(one, other):
    """The same parameters, to rounding."""
    return all(np.allclose(p, q, rtol=1e-9, atol=1e-12) for p, q in zip(one, other, strict=True))


# --------------------------------------------------------------------------- sgd_step


@graded("values", sgd_step=8, zh="p − lr·g，四個參數都是", en="p − lr·g, for all four")
def test_step_values(function, student, inputs):
    student.matches(function, inputs.step_cases, outputs=NAMES)


@graded(
    "unchanged",
    sgd_step=4,
    needs="values",
    zh="舊的參數不變",
    en="the old parameters stay as they are",
)
def test_step_unchanged(function, student, inputs):
    student.unchanged(function, inputs.step_cases)


# --------------------------------------------------------------------------- train: what comes back


def short(value):
    """History entries as a list; None when there is no such thing."""
    if isinstance(value, np.ndarray):
        return list(value) if value.ndim else None
    return list(value) if isinstance(value, tuple | list) else None


def result(student, one, value):
    """`(params, history)` of one call of `train`; else the check ends."""
    X, y = one.args[:2]
    n_hidden, epochs = one.kwargs.get("n_hidden", 8), one.kwargs.get("epochs", 1000)
    (n_in, N), k = X.shape, y.shape[0]
    if (
        isinstance(value, tuple | list)
        and len(value) == 4
        and all(isinstance(part, np.ndarray) for part in value)
    ):
        student.fail(
            zh="train 應該回傳 (params, history)，得到四個陣列。",
            en="train should return (params, history); got four arrays.",
            mistake="train.history-missing",
        )
    params, history = student.items(value, 2, names=("params", "history"))
    if len(short(history) or ()) == 4 and all(np.ndim(part) == 2 for part in history):
        student.fail(
            zh="應該回傳 (params, history)，順序反了。",
            en="(params, history) should be returned; they are the wrong way round.",
            mistake="train.returned-in-other-order",
        )
    parts = student.items(params, 4, names=NAMES)
    shapes = [getattr(part, "shape", None) for part in parts]
    if shapes[0] == (n_in, 8) and n_hidden != 8:
        student.fail(
            zh=f"n_hidden={n_hidden} 時，params[0] 應該有 {n_hidden} 行，得到 8 行。",
            en=f"With n_hidden={n_hidden}, params[0] should have {n_hidden} columns; it has 8.",
            mistake="train.n-hidden-ignored",
        )
    if N > 1 and (shapes[1], shapes[3]) == ((n_hidden, N), (k, N)):
        student.fail(
            zh=f"訓練之後 b1、b2 的 shape 變成 {shapes[1]}、{shapes[3]}：每個樣本一個偏差。",
            en=f"After training b1 and b2 have shapes {shapes[1]} and {shapes[3]}: a bias for "
            "each sample.",
            mistake="train.bias-per-sample",
        )
    due = ((n_in, n_hidden), (n_hidden, 1), (n_hidden, k), (k, 1))
    arrays = [
        student.array(part, shape, f"params[{i}]")
        for i, (part, shape) in enumerate(zip(parts, due, strict=True))
    ]
    entries = short(history)
    if entries is None:
        number = isinstance(history, float | int | np.ndarray | np.generic)
        student.fail(
            zh=f"history 應該是 {epochs} 個損失的序列。",
            en=f"history should be a sequence of {epochs} losses.",
            given=history,
            mistake="train.history-only-last" if number else None,
        )
    if len(entries) != epochs:
        # with more epochs one too few may also be a stop before the end
        one_off = {1: "train.history-too-long", -1: "train.history-too-short"}
        extra = one_off if epochs == 1 else {}
        ignored = epochs != 1000 and len(entries) == 1000
        student.fail(
            zh=f"epochs={epochs} 時 history 的長度應該是 {epochs}，得到 {len(entries)}。",
            en=f"With epochs={epochs}, history should be {epochs} long; it has {len(entries)}.",
            mistake="train.epochs-ignored" if ignored else extra.get(len(entries) - epochs),
        )
    if any(isinstance(entry, np.ndarray | list | tuple) and np.ndim(entry) for entry in entries):
        student.fail(
            zh="history 的每一項應該是一個浮點數，得到的是陣列。",
            en="Every entry of history should be a float; got arrays.",
            given=entries[0],
            mistake="train.history-arrays",
        )
    return arrays, np.array([student.scalar(e, f"history[{i}]") for i, e in enumerate(entries)])


def trained(student, cases):
    """The results of several calls of `train`, in one round trip."""
    values = student.calls("train", cases)
    return [result(student, one, value) for one, value in zip(cases, values, strict=True)]


@graded("shapes", train=5, zh="回傳 (params, history)", en="returns (params, history)")
def test_train_shapes(function, student, rng):
    cases = []
    for task in TASKS:
        X, y = problem(rng, task, n_in=4, N=7)
        for epochs in (1, 3, 6):
            cases.append(case(X, y, task, n_hidden=5, lr=0.1, epochs=epochs, rng=Seeded(3)))
    trained(student, cases)


# --------------------------------------------------------------------------- train: the loss


def labels(task, k=3):
    """The labels from which an output can be read: `(k, 1)` columns."""
    if task == "regression":
        return [np.array([[v]]) for v in (-1.0, 0.0, 1.0)]
    if task == "binary":
        return [np.array([[v]]) for v in (1.0, 0.0)]
    return [np.eye(k)[:, [c]] for c in range(k)]


def still(X, y, task, seed, copies=1, n_hidden=6):
    """A call which trains nothing: the loss of the initial network on `copies` of `X`, `y`."""
    return case(
        np.tile(X, copies),
        np.tile(y, copies),
        task,
        n_hidden=n_hidden,
        lr=0.0,
        epochs=1,
        rng=Seeded(seed),
    )


COPIES = 4


@np.errstate(all="ignore")
def consistent(task, h, k=3):
    """Whether losses `h` (samples × labels) can be those of one network: the probabilities add
    up to 1; squared errors have second difference 2 (1 where the square was halved)."""
    if task == "regression":
        bend = h[:, 2] + h[:, 0] - 2 * h[:, 1]
        return bool(np.allclose(bend, 2, rtol=1e-4) or np.allclose(bend, 1, rtol=1e-4))
    return bool(np.allclose(np.exp(-h).sum(axis=1), 1, rtol=0, atol=1e-4))


@np.errstate(all="ignore")
def outputs(task, h):
    """The network's outputs from its losses: `(N,)` values or probabilities, or `(k, N)`."""
    if task == "regression":
        return (h[:, 0] - h[:, 2]) / (2 * (h[:, 2] + h[:, 0] - 2 * h[:, 1]))
    return np.exp(-h[:, 0]) if task == "binary" else np.exp(-h).T


@np.errstate(all="ignore")
def due_loss(task, y, h):
    """The mean loss for labels `y`, from those of the single samples with each of `labels`: read
    off where there are no others, and else on the parabola through the three."""
    share = y.T
    if task == "regression":
        v = y[0]
        share = np.stack([v * (v - 1) / 2, 1 - v * v, v * (v + 1) / 2], axis=1)
    elif task == "binary":
        share = np.stack([y[0], 1 - y[0]], axis=1)
    return np.where(share == 0, 0, share * h).sum() / len(h)


def rms(gap):
    """The root mean square of differences."""
    return np.linalg.norm(gap) / np.sqrt(gap.size)


RESCALED = {  # what was recorded in place of the loss, and the way back
    "history-summed": (TASKS, lambda h, k: h / COPIES),
    "history-sign": (TASKS[1:], lambda h, k: -h),
    "history-log10": (TASKS[1:], lambda h, k: h * np.log(10)),
    "history-log2": (TASKS[1:], lambda h, k: h * np.log(2)),
    "history-over-kn": (TASKS[2:], lambda h, k: h * k),
    "softmax-no-axis": (TASKS[2:], lambda h, k: h - np.log(COPIES)),
}


@np.errstate(all="ignore")
def loss_mistake(task, h, mixed, y, k=3):
    """The catalogue's name for wrong losses, where the evidence leaves one."""
    if task == "binary" and np.all(h[:, 1] == 0) and np.all(h[:, 0] > 0):
        return "train.history-positive-term-only"
    if task == "binary" and np.all(h >= 0) and np.allclose(np.sqrt(h).sum(axis=1), 1, atol=1e-6):
        return "train.history-mse-for-binary"
    if task == "multiclass" and np.allclose(h, np.log(COPIES), rtol=1e-6):
        return "train.softmax-over-samples"
    if task == "regression" and consistent(task, h**2):
        out = outputs(task, h**2)
        if np.isclose(mixed, np.linalg.norm(out - y[0], ord=1) / out.size, rtol=1e-5):
            return "train.history-mae"
        if np.isclose(mixed, rms(out - y[0]), rtol=1e-5):
            return "train.history-rmse"
    for name, (tasks, back) in RESCALED.items():
        if task in tasks and consistent(task, back(h, k)):
            return f"train.{name}"
    return None


@graded(
    "history",
    train=6,
    needs="shapes",
    zh="history 是對樣本平均的損失",
    en="history is the loss, averaged over the samples",
)
def test_train_history(function, student, rng):
    plans, cases = [], []
    for task in TASKS:
        X, y = problem(rng, task, N=5)
        start = len(cases)
        for i in range(X.shape[1]):
            cases += [still(X[:, [i]], label, task, 5, COPIES) for label in labels(task)]
        cases += [still(X, y, task, 5)] * 2
        plans.append((task, y, start))
    history = [h[0] for _, h in trained(student, cases)]
    wrong = []
    for task, y, start in plans:
        n, per = y.shape[1], len(labels(task))
        h = np.array(history[start : start + n * per]).reshape(n, per)
        mixed, again = history[start + n * per :][:2]
        if not np.isclose(mixed, again, rtol=1e-9):
            student.fail(
                zh="同樣狀態的 rng，兩次的初始網路卻不同，損失無從對照。",
                en="Two calls with the same state of rng start from different networks, so that "
                "their losses cannot be compared.",
                case=cases[start + n * per],
                given=again,
                expected=mixed,
                mistake="train.rng-ignored",
            )
        if not consistent(task, h):
            wrong.append((task, start, loss_mistake(task, h, mixed, y)))
            continue
        due = due_loss(task, y, h)
        if not np.isclose(mixed, due, rtol=1e-4, atol=1e-9):
            wrong.append((task, start + n * per, None))
    if wrong:
        named = {mistake for _, _, mistake in wrong}
        task, at, _ = wrong[0]
        student.fail(
            zh=f"task='{task}' 時，history 裡的數字不是這個任務的損失 （對樣本平均）。這裡 lr=0,"
            "history[0] 就是初始網路的損失。",
            en=f"With task='{task}', what is in history is not that task's loss (mean over the "
            "samples). Here lr=0, so history[0] is the loss of the initial network.",
            case=cases[at],
            given=history[at],
            mistake=named.pop() if len(named) == 1 else None,
        )


# --------------------------------------------------------------------------- train: rng, lr, epochs


@graded(
    "repeatable",
    train=6,
    needs="shapes",
    zh="同樣的 rng 有同樣的結果；lr=0 不改變任何東西",
    en="the same rng gives the same result; lr=0 changes nothing",
)
def test_train_repeatable(function, student, rng):
    for task in TASKS:
        X, y = problem(rng, task)

        def call(seed, lr, epochs, X=X, y=y, task=task):
            return case(X, y, task, n_hidden=6, lr=lr, epochs=epochs, rng=Seeded(seed))

        cases = [
            call(7, 0.05, 3),
            call(7, 0.05, 3),
            call(7, 0.1, 3),
            call(7, 0.0, 1),
            call(7, 0.0, 4),
            call(8, 0.0, 1),
        ]
        once, again, faster, start, later, other = trained(student, cases)
        if not (alike(once[0], again[0]) and np.allclose(once[1], again[1], rtol=1e-9)):
            student.fail(
                zh="同樣狀態的 rng，兩次訓練的結果卻不同。",
                en="Two trainings with the same state of rng give different results.",
                case=cases[0],
                given=again[0][0],
                expected=once[0][0],
                mistake="train.rng-ignored",
            )
        W1, W2 = start[0][0], start[0][2]
        if np.ptp(W1) == 0 and np.ptp(W2) == 0:
            student.fail(
                zh="訓練開始時，權重的每個值都一樣。",
                en="When training starts, all the weights are equal.",
                case=cases[3],
                given=W1,
                mistake="train.equal-weights",
            )
        if alike(start[0], other[0]):
            student.fail(
                zh="rng 的種子不同，初始的權重卻完全相同。",
                en="Another seed of rng, and yet the initial weights are the same.",
                case=cases[5],
                given=other[0][0],
                mistake="train.fixed-seed",
            )
        constant = np.allclose(later[1], later[1][0], rtol=1e-9, atol=1e-12)
        if not (alike(start[0], later[0]) and constant):
            mistake = None
            if alike(once[0], faster[0]):
                mistake = "train.lr-ignored"
            elif not np.isclose(later[1][0], later[1][1], rtol=1e-6) and not constant:
                mistake = "train.reinitialised"
            student.fail(
                zh="lr=0 時，參數和損失都應該停在初始值。",
                en="With lr=0, parameters and loss should stay what they were at the start.",
                case=cases[4],
                given=later[1],
                expected=np.full(4, start[1][0]),
                mistake=mistake,
            )


# --------------------------------------------------------------------------- train: the gradient

SMALL = (2e-6, 1e-6)  # so small that a ReLU hardly ever crosses its kink
LARGE = (0.5, 0.25)
FROZEN = {
    (0, 1): "hidden-not-trained",
    (1, 3): "biases-not-trained",
    (2, 3): "output-not-trained",
    (0,): "w1-not-trained",
    (1,): "b1-not-trained",
    (2,): "w2-not-trained",
    (3,): "b2-not-trained",
    (0, 1, 2, 3): "nothing-trained",
}


def step(before, after, lr):
    """The gradient that a step of `lr` went along."""
    return [(p - q) / lr for p, q in zip(before, after, strict=True)]


def length(grads):
    return sum(float(np.sum(g * g)) for g in grads)


class Descent:
    """A few short trainings on one problem: where they start, and what two updates do."""

    def __init__(self, X, y, task, seed, n_hidden):
        self.X, self.y, self.task = X, y, task

        def call(lr, epochs):
            return case(X, y, task, n_hidden=n_hidden, lr=lr, epochs=epochs, rng=Seeded(seed))

        self.cases = [call(0.0, 1)]
        self.cases += [call(lr, epochs) for lr in SMALL for epochs in (1, 2, 3)]
        self.cases += [call(lr, 1) for lr in LARGE]

    @np.errstate(all="ignore")
    def judge(self, runs):
        self.start, loss = runs[0][0], runs[0][1][0]
        self.small, self.ratios = [], []
        for i, lr in enumerate(SMALL):
            (p1, _), (p2, _), (_, h) = runs[1 + 3 * i : 4 + 3 * i]
            first = np.isclose(h[0], loss, rtol=1e-9, atol=1e-14)  # taken before the update
            losses = [loss, *(h[1:] if first else h[:2])]
            self.small.append((p1, p2, h))
            steps = (step(self.start, p1, lr), step(p1, p2, lr))
            self.ratios.append(
                [
                    (losses[j] - losses[j + 1]) / lr / max(length(g), 1e-300)
                    for j, g in enumerate(steps)
                ]
            )
        self.descends = all(h[-1] < h[0] for _, _, h in self.small)
        self.large = [p for p, _ in runs[7:9]]
        self.gradients = [step(self.start, p, lr) for p, lr in zip(self.large, LARGE, strict=True)]
        # extrapolated to lr = 0
        self.ratio, self.next = 2 * np.array(self.ratios[1]) - np.array(self.ratios[0])

    @property
    def frozen(self):
        size = np.sqrt(length(self.gradients[0]))
        return tuple(
            i for i, g in enumerate(self.gradients[0]) if np.abs(g).max() <= 1e-9 * max(size, 1e-9)
        )

    @property
    def linear(self):
        """One update is along a gradient that knows nothing of lr."""
        one, other = self.gradients
        size = np.sqrt(length(one))
        return all(
            np.allclose(g, h, rtol=1e-6, atol=1e-7 * size) for g, h in zip(one, other, strict=True)
        )

    def is_factor(self, ratio, factor):
        """`ratio` is `factor`; in regression ½ and 2 are left to those who halve the square."""
        free = (0.5, 1.0, 2.0) if self.task == "regression" else (1.0,)
        return any(abs(ratio - factor * f) <= 1e-3 * abs(factor * f) for f in free)

    @property
    def right(self):
        steps = (self.ratio, self.next)
        return not self.frozen and self.linear and all(self.is_factor(r, 1.0) for r in steps)


def stuck(descents):
    """The parameters that never move in any task."""
    return tuple(sorted(set.intersection(*(set(d.frozen) for d in descents))))


@np.errstate(all="ignore")
def gradient_mistake(wrong):
    """The catalogue's name for wrong steps, where the evidence leaves one."""
    if all(d.linear and not d.frozen for d in wrong):
        for name, factor in (
            ("gradient-ascent", lambda d: -1.0),
            ("gradient-summed", lambda d: 1 / d.X.shape[1]),
            ("gradient-averaged-twice", lambda d: d.X.shape[1]),
            ("gradient-over-kn", lambda d: d.y.shape[0]),
        ):
            if all(d.is_factor(r, factor(d)) for d in wrong for r in (d.ratio, d.next)):
                return f"train.{name}"
        steps = [
            (step(d.start, p1, SMALL[0]), step(p1, p2, SMALL[0]))
            for d in wrong
            for p1, p2, _ in d.small[:1]
        ]
        if all(
            np.allclose(g, h, rtol=1e-6, atol=1e-8)
            for one, other in steps
            for g, h in zip(one, other, strict=True)
        ):
            return "train.forward-outside-loop"
        if all(d.is_factor(d.ratio, 1.0) and abs(d.next - 0.5) < 0.02 for d in wrong):
            return "train.gradient-accumulated"
    return evidence.gradient(wrong, LARGE) if evidence is not None else None


def check_gradient(student, rng, *, n_in, N, k, n_hidden, seeds):
    descents = []
    for task in TASKS:
        for seed in seeds:
            X, y = problem(rng, task, n_in, N, k)
            descents.append(Descent(X, y, task, seed, n_hidden))
    cases = [one for d in descents for one in d.cases]
    runs = trained(student, cases)
    for i, d in enumerate(descents):
        d.judge(runs[i * len(d.cases) : (i + 1) * len(d.cases)])
    by_task = {task: [d for d in descents if d.task == task] for task in TASKS}
    # By chance a ReLU layer may be dead, or cross its kink, on one problem of a task: never on all
    wrong = [d for task in TASKS if not any(d.right for d in by_task[task]) for d in by_task[task]]
    if not wrong:
        return
    frozen = {task: stuck(by_task[task]) for task in TASKS}
    d, mistake = wrong[0], None
    if frozen[d.task]:
        never = frozen[d.task]
        descending = len(never) == 4 and all(d.descends for d in descents)
        if set(frozen.values()) == {never} and never in FROZEN:
            # Where the loss does go down, parameters did move, and are not what is returned
            mistake = None if descending else f"train.{FROZEN[never]}"
        listed = ", ".join(NAMES[i] for i in never)
        student.fail(
            zh=f"task='{d.task}'：訓練之後 {listed} 和一開始一樣。",
            en=f"task='{d.task}': after training, {listed} did not move.",
            case=d.cases[-1],
            mistake=mistake or (None if descending else gradient_mistake(wrong)),
        )
    fall = length(d.gradients[1])
    student.fail(
        zh=f"task='{d.task}'：一次更新應該是 p − lr·（損失對 p 的梯度），但這一步和損失的變化"
        f"對不起來：由這一步的大小推算，每單位 lr 損失應下降 {fall:.4g},"
        f"實際是它的 {d.ratio:.4g} 倍。",
        en=f"task='{d.task}': one update should be p − lr·(gradient of the loss), but this step "
        f"does not agree with what it does to the loss: by its size, the loss should fall by "
        f"{fall:.4g} per unit of lr; it falls by {d.ratio:.4g} times that.",
        case=d.cases[4],
        mistake=gradient_mistake(wrong),
    )


@graded(
    "gradient",
    train=8,
    needs=("history", "repeatable"),
    zh="四個參數都沿著損失的梯度更新",
    en="all four parameters follow the gradient of the loss",
)
def test_train_gradient(function, student, rng):
    check_gradient(student, rng, n_in=3, N=7, k=3, n_hidden=6, seeds=(1, 2))


# --------------------------------------------------------------------------- train: it learns


def majority(student, cases, bar):
    """The final loss comes below `bar` for most of the seeds."""
    enough = len(cases) // 2 + 1
    runs = trained(student, cases[:enough])
    if any(h[-1] >= bar for _, h in runs):  # the rest can still decide
        runs += trained(student, cases[enough:])
    last = [h[-1] for _, h in runs]
    good = sum(loss < bar for loss in last)
    if good < enough:
        shown = ", ".join(f"{loss:.3g}" for loss in last)
        student.fail(
            zh=f"換了 {len(cases)} 個種子，最後的損失是 {shown}；多數應該小於 {bar:.3g}。",
            en=f"With {len(cases)} seeds the final losses are {shown}; most should be below "
            f"{bar:.3g}.",
            case=cases[0],
            given=last[0],
        )
    for _, h in runs:
        student.require(
            h[-1] < h[0] or h[-1] < bar,
            zh=f"損失沒有下降：從 {h[0]:.3g} 到 {h[-1]:.3g}。",
            en=f"The loss does not go down: from {h[0]:.3g} to {h[-1]:.3g}.",
            case=cases[0],
        )


def penguin_cases(name, seeds, n_hidden=8):
    task, X, y, _, _ = PENGUINS[name]
    lr, epochs, _, _ = PLANS[name]
    return [
        case(X, y, task, n_hidden=n_hidden, lr=lr, epochs=epochs, rng=Seeded(seed))
        for seed in seeds
    ]


def xor_cases(seeds):
    return [case(XOR_X, XOR_Y, "binary", **XOR_PLAN, rng=Seeded(seed)) for seed in seeds]


@graded("xor", train=5, needs="shapes", limit=60, zh="學會 XOR", en="learns XOR")
def test_train_xor(function, student):
    majority(student, xor_cases(XOR_SEEDS), XOR_LOSS)


@graded(
    "mass",
    train=2,
    needs="shapes",
    limit=60,
    zh="迴歸：企鵝的體重",
    en="regression: a penguin's mass",
)
def test_train_mass(function, student):
    majority(student, penguin_cases("mass", SEEDS), PLANS["mass"][2])


@graded(
    "sex",
    train=2,
    needs="shapes",
    limit=60,
    zh="二元分類：企鵝的性別",
    en="binary: a penguin's sex",
)
def test_train_sex(function, student):
    majority(student, penguin_cases("sex", SEEDS), PLANS["sex"][2])


@graded(
    "species",
    train=2,
    needs="shapes",
    limit=60,
    zh="多元分類：企鵝的種類",
    en="multi-class: a penguin's species",
)
def test_train_species(function, student):
    majority(student, penguin_cases("species", SEEDS), PLANS["species"][2])


OUTLIER = np.array([[-1.0, -1, -1, -1, -1, -1, 9, -1, -1, -1]]) / 3  # mean 0, variance 1
OUTLIER_PLAN = {"n_hidden": 8, "lr": 0.05, "epochs": 600}


@graded(
    "output",
    train=2,
    needs=("history", "gradient"),
    limit=60,
    zh="迴歸的輸出是線性的：3 和負數都學得會",
    en="a regression output is linear: it can reach 3, and below 0",
)
def test_train_output(function, student):
    cases = [
        case(OUTLIER, OUTLIER, "regression", **OUTLIER_PLAN, rng=Seeded(seed)) for seed in SEEDS
    ]
    runs = trained(student, cases)
    last = [h[-1] for _, h in runs]
    if sum(loss < 0.06 for loss in last) >= 2:
        return
    # sigmoid and ReLU give nothing below 0: read the outputs of a dozen initial networks
    signs = [
        still(OUTLIER[:, :1], label, "regression", seed)
        for seed in range(40, 52)
        for label in labels("regression")
    ]
    h = np.array([h[0] for _, h in trained(student, signs)]).reshape(12, 3)
    out = outputs("regression", h)
    student.fail(
        zh=f"標籤是 −1/3 和 3，訓練後的損失還有 {min(last):.3g}；輸出層能到達這些值嗎？",
        en=f"The labels are −1/3 and 3, and after training the loss is still {min(last):.3g}; can "
        "the output layer reach such values?",
        case=cases[0],
        given=last[0],
        mistake="train.regression-output-squashed" if np.all(out > -1e-9) else None,
    )


# --------------------------------------------------------------------------- train: arguments


@graded(
    "defaults",
    train=3,
    needs="repeatable",
    limit=60,
    zh="預設值 n_hidden=8, lr=0.1, epochs=1000, rng=None",
    en="defaults n_hidden=8, lr=0.1, epochs=1000, rng=None",
)
def test_train_defaults(function, student):
    cases = [
        case(XOR_X, XOR_Y, "binary"),
        case(XOR_X, XOR_Y, "binary", rng=Seeded(4)),
    ]
    _, default = trained(student, cases)
    full = case(XOR_X, XOR_Y, "binary", 8, 0.1, 1000, Seeded(4))
    given = result(student, cases[1], student.calls("train", [full])[0])
    student.require(
        all(
            np.allclose(p, q, rtol=1e-6, atol=1e-8)
            for p, q in zip(default[0], given[0], strict=True)
        ),
        zh="省略 n_hidden、lr、epochs 應該等於給 8、0.1、1000，結果卻不同。",
        en="Leaving out n_hidden, lr and epochs should mean 8, 0.1 and 1000; the results differ.",
        case=cases[1],
        given=default[0][0],
        expected=given[0][0],
    )


@graded(
    "integers",
    train=1,
    needs="repeatable",
    zh="整數的 X、y 和浮點數一樣",
    en="integer X and y do as well as floats",
)
def test_train_integers(function, student):
    plan = {"n_hidden": 4, "lr": 0.1, "epochs": 5}
    for task, y in (("binary", XOR_Y), ("regression", XOR_Y), ("multiclass", np.eye(4)[:3] * 1.0)):
        cases = [
            case(XOR_X, y, task, **plan, rng=Seeded(6)),
            case(XOR_X.astype(int), y.astype(int), task, **plan, rng=Seeded(6)),
        ]
        floats, integers = trained(student, cases)
        student.require(
            all(
                np.allclose(p, q, rtol=1e-6, atol=1e-8)
                for p, q in zip(floats[0], integers[0], strict=True)
            ),
            zh="同樣的數字，整數和浮點數訓練出來的參數不同。",
            en="The same numbers as integers and as floats give different parameters.",
            case=cases[1],
            given=integers[0][0],
            expected=floats[0][0],
        )


@graded("unchanged", train=3, needs="shapes", zh="X 和 y 不變", en="X and y stay as they are")
def test_train_unchanged(function, student, inputs):
    student.unchanged(function, inputs.train_cases)


# --------------------------------------------------------------------------- predict

SOUND = ("train.history", "train.repeatable", "train.gradient", "train.output")


def params_of(value):
    """The params as the student's `train` gave them: they go back to `predict` untouched."""
    return value[0]


def predicted(student, one, value, k):
    """One prediction as a `(N,)` array; else the check ends."""
    _, X, task = one.args
    N = X.shape[1]
    shape = np.shape(value) if isinstance(value, np.ndarray) else None
    due = (N,) if task == "multiclass" else (1, N)
    mistake = None
    if shape is not None and value.dtype.kind in "biuf":
        mistake = form_mistake(task, np.asarray(value, dtype=float), N, k)
    if mistake is not None:
        student.fail(
            zh=f"task='{task}' 時應該回傳 shape {due} 的"
            f"{ {'regression': '數值', 'binary': ' 0/1', 'multiclass': '類別編號'}[task] }。",
            en=f"With task='{task}', predict should return "
            f"{ {'regression': 'values', 'binary': '0/1', 'multiclass': 'class indices'}[task] } "
            f"of shape {due}.",
            case=one,
            given=value,
            mistake=f"predict.{mistake}",
        )
    array = student.array(value, due, "predict(…)")
    allowed = {"binary": 2, "multiclass": k}.get(task)
    if allowed is not None:
        student.require(
            bool(np.all(np.isin(array, np.arange(allowed)))),
            zh=f"task='{task}' 時，每個預測值應該是 0 到 {allowed - 1} 的整數。",
            en=f"With task='{task}', every prediction should be a whole number from 0 to "
            f"{allowed - 1}.",
            case=one,
            given=value,
        )
    return array.reshape(-1)


def form_mistake(task, value, N, k):
    """The catalogue's name for a prediction of the wrong form, where there is one."""
    shape, whole = value.shape, bool(np.all(value == np.round(value)))
    bits = bool(np.all(np.isin(value, (0, 1))))
    if N < 4:
        return None
    if task == "binary":
        if shape == (1, N) and not whole:
            inside = np.all((value >= 0) & (value <= 1))
            return "probabilities" if inside else "logits"
        if shape == (N,) and bits:
            return "flat-binary" if np.any(value) else "argmax-for-binary"
    elif task == "multiclass":
        if shape == (k, N):
            return "one-hot" if bits and np.all(value.sum(axis=0) == 1) else "scores-not-index"
        if shape == (1, N) and whole:
            return "index-kept-axis"
        if shape == (k,) and whole:
            return "argmax-over-samples"
        if shape == (N,) and not whole:
            return "max-not-argmax"
        if shape == (N,) and whole and value.max() == k and value.min() >= 1:
            return "one-based"
    elif shape == (N,) and not bits:
        return "flat-regression"
    elif shape == (1, N) and bits:
        return "thresholded-regression"
    return None


@graded(
    "shapes",
    predict=4,
    needs="train.shapes",
    zh="數值 (1, N)、0/1 (1, N)、類別編號 (N,)",
    en="values (1, N), 0/1 (1, N), class index (N,)",
)
def test_predict_shapes(function, student, rng):
    for task in TASKS:
        X, y = problem(rng, task, n_in=3, N=9)
        if task != "regression":  # mostly the last class, so that it is predicted
            y = np.zeros_like(y)
            y[-1, :7] = 1.0
            if task == "multiclass":
                y[0, 7:] = 1.0
        plan = {"n_hidden": 6, "epochs": 30, "rng": Seeded(2)}
        training = [case(X, y, task, **plan, lr=lr) for lr in (0.1, 0.0)]
        value, initial_value = student.calls("train", training)
        if not all(np.all(np.isfinite(p)) for p in params_of(value)):
            value = initial_value
        result(student, training[0], value)
        more = np.hstack([X, rng.array((3, 2), -2, 2)])
        cases = [case(params_of(value), x, task) for x in (more, X[:, :1])]
        for asked, answer in zip(cases, student.calls("predict", cases), strict=True):
            predicted(student, asked, answer, y.shape[0])


def check_predictions(student, rng, seeds, N=9):
    """What `predict` says against what the losses of the same network say."""
    for seed in seeds:
        for task in TASKS:
            X, y = problem(rng, task, N=N)
            cases = [still(X, y, task, seed)]
            for i in range(N):
                cases += [still(X[:, [i]], label, task, seed, 2) for label in labels(task)]
            values = student.calls("train", cases)
            runs = [result(student, c, v) for c, v in zip(cases, values, strict=True)]
            h = np.array([h[0] for _, h in runs[1:]]).reshape(N, -1)
            asked = case(params_of(values[0]), X, task)
            got = predicted(student, asked, student.calls("predict", [asked])[0], y.shape[0])
            compare(student, rng, seed, task, asked, outputs(task, h), got, runs[0][0])


def compare(student, rng, seed, task, asked, out, got, params):
    """`got` against the outputs `out` of the initial network."""
    if task == "regression":
        if np.allclose(got, out, rtol=1e-4, atol=1e-6):
            return
        due, mistake = out, None
        if evidence is not None:
            mistake = evidence.prediction(params, asked.args[1], out, got)
    else:
        if task == "binary":
            clear = np.abs(out - 0.5) > 1e-4
            due = np.rint(out).astype(int)
        else:
            top = np.sort(out, axis=0)
            clear = top[-1] - top[-2] > 1e-4
            due = np.argsort(out, axis=0)[-1]
        if np.array_equal(got[clear], due[clear]):
            return
        mistake = class_mistake(task, out[..., clear], got[clear], due[clear])
        if mistake is None and task == "binary" and threshold_on_logit(student, rng, seed):
            mistake = "predict.threshold-on-logit"
    student.fail(
        zh=f"task='{task}':predict 說的和 train 的損失所用的網路不一致。",
        en=f"task='{task}': predict does not agree with the network whose loss train reports.",
        case=asked,
        given=got,
        expected=due,
        mistake=mistake,
    )


@np.errstate(all="ignore")
def class_mistake(task, out, got, due):
    if task == "multiclass":
        if np.array_equal(got, out.argmin(axis=0)):
            return "predict.argmin"
        return None
    if np.array_equal(got, 1 - due):
        return "predict.reversed"
    if np.all(got == 1) and np.sum(due == 0) >= 3:
        return "predict.always-one"
    return None


def threshold_on_logit(student, rng, seed):
    """Whether `predict` says 1 from z = 0.5 on: asked on many samples, for it is to be named."""
    X = rng.array((3, 150), -3, 3, decimals=2)
    y = np.ones((1, 150))
    cases = [still(X, y, "binary", seed)]
    cases += [still(X[:, [i]], y[:, [i]], "binary", seed, 2) for i in range(150)]
    values = student.calls("train", cases)
    p = np.exp([-result(student, c, v)[1][0] for c, v in zip(cases[1:], values[1:], strict=True)])
    z = np.log(p / (1 - p))
    asked = case(params_of(values[0]), X, "binary")
    got = predicted(student, asked, student.calls("predict", [asked])[0], 1)
    low, high = z[got == 0], z[got == 1]
    return bool(low.size and high.size and 0.3 < low.max() < 0.5 <= high.min() < 0.7)


def check_biases(student, rng, seed):
    """After training on data of which only the labels speak, the biases carry the answer."""
    X = np.zeros((2, 20))
    for task, counts, due in (
        ("binary", (8, 12), 1),
        ("binary", (12, 8), 0),
        ("multiclass", (5, 9, 6), 1),
        ("multiclass", (5, 6, 9), 2),
    ):
        classes = np.repeat(np.arange(len(counts)), counts)
        y = np.eye(len(counts))[:, classes] if task == "multiclass" else classes[None, :] * 1.0
        one = case(X, y, task, n_hidden=4, lr=0.5, epochs=150, rng=Seeded(seed))
        value = student.calls("train", [one])[0]
        result(student, one, value)
        asked = case(params_of(value), X[:, :3], task)
        got = predicted(student, asked, student.calls("predict", [asked])[0], y.shape[0])
        student.require(
            bool(np.all(got == due)),
            zh=f"輸入全是 0，{max(counts)}/20 的標籤是 {due}，訓練後應該預測 {due}："
            "偏差和門檻都對嗎？",
            en=f"With inputs all 0 and {max(counts)} of 20 labels {due}, the trained network "
            f"should say {due}: are biases and threshold right?",
            case=asked,
            given=got,
            expected=np.full(3, due),
        )


def check_trained_values(student, rng, seed):
    """A trained regression: the error of `predict` is the loss that `train` reports."""
    X, y = problem(rng, "regression", N=9)
    plan = {"n_hidden": 6, "lr": 0.05, "rng": Seeded(seed)}
    cases = [case(X, y, "regression", epochs=e, **plan) for e in (40, 41)]
    start = case(X, y, "regression", **{**plan, "lr": 0.0}, epochs=1)
    values = student.calls("train", [*cases, start])
    (params, h), (_, longer), (_, first) = (
        result(student, c, v) for c, v in zip([*cases, start], values, strict=True)
    )
    before = np.isclose(h[0], first[0], rtol=1e-9)
    loss = longer[-1] if before else h[-1]
    asked = case(params_of(values[0]), X, "regression")
    got = predicted(student, asked, student.calls("predict", [asked])[0], 1)
    error = rms(got - y[0]) ** 2
    if not any(np.isclose(loss, error * f, rtol=1e-4, atol=1e-9) for f in (1.0, 0.5)):
        mistake = None
        if evidence is not None:
            mistake = evidence.trained_prediction(params, X, y, loss, got)
        student.fail(
            zh=f"用訓練資料預測的 MSE 是 {error:.6g}，但 train 的損失是 {loss:.6g}：兩邊的前向傳播"
            "不一樣。",
            en=f"On the training data the MSE of predict is {error:.6g}, but train's loss is "
            f"{loss:.6g}: the two forward passes differ.",
            case=asked,
            given=got,
            mistake=mistake,
        )


@graded(
    "values",
    predict=4,
    needs=("shapes", *SOUND),
    limit=60,
    zh="和訓練的是同一個網路",
    en="the same network as the one trained",
)
def test_predict_values(function, student, rng):
    check_predictions(student, rng, (31, 32, 33))
    check_trained_values(student, rng, 34)
    check_biases(student, rng, 35)


def check_xor(student, seeds):
    training = xor_cases(seeds)
    values = student.calls("train", training)
    runs = [result(student, one, value) for one, value in zip(training, values, strict=True)]
    # below this loss no sample is on the wrong side of 0.5
    solved = [v for v, (_, h) in zip(values, runs, strict=True) if h[-1] < 0.9 * XOR_LOSS]
    asked = [case(params_of(v), XOR_X, "binary") for v in solved]
    for one, answer in zip(asked, student.calls("predict", asked), strict=True):
        got = predicted(student, one, answer, 1)
        student.require(
            np.array_equal(got, XOR_Y[0]),
            zh="這個網路的訓練損失說它已經學會 XOR,predict 的答案卻不是 XOR。",
            en="By its training loss this network has learned XOR, but predict does not give XOR.",
            case=one,
            given=got,
            expected=XOR_Y[0],
        )


@graded(
    "xor",
    predict=2,
    needs=("shapes", "train.history", "train.unchanged", "train.xor"),
    limit=60,
    zh="訓練好的網路預測出 XOR",
    en="a trained network predicts XOR",
)
def test_predict_xor(function, student):
    check_xor(student, XOR_SEEDS[:3])


@np.errstate(all="ignore")
def check_penguins(student, seeds, n_hidden=8):
    for name, (task, _, _, X, y) in PENGUINS.items():
        values = student.calls("train", penguin_cases(name, seeds, n_hidden))
        asked = [case(params_of(v), X, task) for v in values]
        scores = []
        for one, answer in zip(asked, student.calls("predict", asked), strict=True):
            got = predicted(student, one, answer, y.shape[0])
            if task == "regression":
                scores.append(1 - (rms(got - y[0]) / np.std(y)) ** 2)
            else:
                label = y[0] if task == "binary" else np.nonzero(y.T)[1]
                scores.append(1 - np.count_nonzero(got != label) / label.size)
        bar = PLANS[name][3]
        shown = ", ".join(f"{score:.3f}" for score in scores)
        student.require(
            2 * sum(score >= bar for score in scores) > len(seeds),
            zh=f"沒看過的 60 隻企鵝 ({task})：分數 {shown}，多數應該到 {bar}。",
            en=f"60 penguins not seen in training ({task}): scores {shown}; most should reach "
            f"{bar}.",
            case=asked[0],
        )


@graded(
    "penguins",
    predict=3,
    needs=("shapes", "train.gradient", "train.mass", "train.sex", "train.species"),
    limit=60,
    zh="預測沒看過的企鵝：體重、性別、種類",
    en="penguins not seen before: mass, sex, species",
)
def test_predict_penguins(function, student):
    check_penguins(student, SEEDS)


@graded(
    "unchanged",
    predict=1,
    needs="train.shapes",
    zh="params 和 X 不變",
    en="params and X stay as they are",
)
def test_predict_unchanged(function, student, rng):
    cases = []
    for task in TASKS:
        X, y = problem(rng, task)
        one = case(X, y, task, n_hidden=6, lr=0.1, epochs=5, rng=Seeded(2))
        value = student.calls("train", [one])[0]
        params, _ = result(student, one, value)
        cases.append(case(tuple(params), X, task))
    student.unchanged(function, cases)
