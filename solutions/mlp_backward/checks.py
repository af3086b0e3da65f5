"""反向傳播的評分 / Graded checks of `mlp_backward`."""

import numpy as np

from grader.authoring import Callback, graded

ELEMENTWISE = ("*", None)
LAYER_DIMS = ("m N", "m N", "n N", "n m", None)
LAYER_OUTPUTS = ("dX", "dW", "db")
MLP_DIMS = ("n N", ". N", "n h", "h .", "h .", ". .", None, None)
MLP_OUTPUTS = ("dW1", "db1", "dW2", "db2")
RTOL, ATOL = 1e-4, 1e-6

# --------------------------------------------------------------------------- among the arguments


def step_function(z):
    return (np.sign(z) + 1) // 2


def shaped(shape, value):
    """A loss that wants `theta` in its own shape and gives a Python float."""

    def loss(theta):
        theta = np.asarray(theta, dtype=np.float64)
        if theta.shape != shape:
            raise ValueError(f"loss expects theta of shape {shape}, not {theta.shape}")
        return float(value(theta.ravel()))

    return loss


def cubic(draw, shape):
    """Σ cθ³ + Σ θᵢθᵢ₊₁"""
    c = draw.array(int(np.prod(shape)), 0.5, 2.0)
    return shaped(shape, lambda t: np.sum(c * t**3) + np.sum(t[:-1] * t[1:]))


def quartic(draw, shape):
    """Σ cθ⁴ + (Σ θ)²"""
    c = draw.array(int(np.prod(shape)), 0.2, 1.5)
    return shaped(shape, lambda t: np.sum(c * t**4) + np.sum(t) ** 2)


def exponential(draw, shape):
    """Σ ce⁴ᶿ"""
    c = draw.array(int(np.prod(shape)), 0.2, 1.0)
    return shaped(shape, lambda t: np.sum(c * np.exp(4 * t)))


def weighted(draw, shape):
    """Σ cθ"""
    c = draw.array(int(np.prod(shape)))
    return shaped(shape, lambda t: np.sum(c * t))


def furthest_step(student, function, eps, *, by_name):
    """How far from θ the student looks when asked for steps of `eps`."""
    theta = np.array([0.4, -1.1])
    seen = []

    def record(moved):
        moved = np.asarray(moved, dtype=np.float64)
        if moved.shape != theta.shape:
            raise ValueError(f"loss expects theta of shape {theta.shape}, not {moved.shape}")
        seen.append(float(np.abs(moved - theta).max()))
        return float(np.sum(moved**2))

    loss = Callback(record, name="loss")
    if by_name:
        student.call(function, loss, theta.copy(), eps=eps)
    else:
        student.call(function, loss, theta.copy(), eps)
    return max(seen, default=0.0)


# --------------------------------------------------------------------------- the checks


@graded(
    "values",
    d_linear=2,
    d_sigmoid=3,
    d_tanh=3,
    d_relu=3,
    d_leaky_relu=3,
    d_softplus=3,
    zh="導數正確",
    en="the right derivative",
)
def test_values(function, student, inputs):
    student.matches(
        function, inputs.VALUES[function], dims=ELEMENTWISE, oracle=inputs.ORACLES[function]
    )


@graded("values", layer_backward=10, zh="一層的梯度正確", en="the right gradients of a layer")
def test_layer_values(function, student, inputs):
    student.matches(
        function,
        inputs.layer_cases,
        dims=LAYER_DIMS,
        outputs=LAYER_OUTPUTS,
        oracle=inputs.layer_oracle,
    )


@graded(
    "values",
    mlp_backward=14,
    zh="每種隱藏層與任務的梯度都正確",
    en="the right gradients for every hidden layer and task",
)
def test_mlp_values(function, student, inputs):
    student.matches(
        function, inputs.mlp_cases, dims=MLP_DIMS, outputs=MLP_OUTPUTS, oracle=inputs.mlp_oracle
    )


@graded("values", numerical_gradient=3, zh="與真正的梯度一致", en="agrees with the true gradient")
def test_gradient_values(function, student, inputs):
    student.matches(
        function, inputs.gradient_cases, oracle=inputs.five_points, rtol=RTOL, atol=ATOL
    )


@graded(
    "central",
    needs="values",
    numerical_gradient=3,
    zh="步長較大時仍準確 (中央差分)",
    en="still accurate with a larger step (central difference)",
)
def test_central(function, student, inputs):
    student.matches(function, inputs.central_cases, oracle=inputs.five_points, rtol=RTOL, atol=ATOL)


@graded(
    "shapes",
    needs="values",
    numerical_gradient=2,
    zh="任何維度的 theta",
    en="theta with any number of axes",
)
def test_gradient_shapes(function, student, inputs):
    student.matches(
        function, inputs.gradient_shapes, oracle=inputs.five_points, rtol=RTOL, atol=ATOL
    )


@graded("eps", needs="values", numerical_gradient=2, zh="步長由 eps 決定", en="eps sets the step")
def test_eps(function, student, rng):
    large = furthest_step(student, function, 1e-2, by_name=True)
    small = furthest_step(student, function, 1e-4, by_name=False)
    student.require(
        50 * small < large < 200 * small,
        zh=(
            "eps 從 0.0001 改成 0.01，呼叫 loss 時 theta 移動的距離應該是 100 倍，"
            f"但你移動了 {small:.3g} 與 {large:.3g}。步長要用參數 eps。"
        ),
        en=(
            "With eps=0.01 in place of 0.0001 the theta given to loss should move 100 times as "
            f"far, but yours moved {small:.3g} and {large:.3g}. Use the argument eps as the step."
        ),
        mistake="numerical_gradient.eps-ignored" if 0.5 * small < large < 2 * small else None,
    )


@graded(
    "keywords",
    needs="values",
    d_leaky_relu=2,
    d_softplus=2,
    zh="參數不是預設值時",
    en="other values of the parameter",
)
def test_keywords(function, student, inputs):
    student.matches(
        function, inputs.KEYWORDS[function], dims=ELEMENTWISE, oracle=inputs.ORACLES[function]
    )


@graded(
    "stable",
    needs="values",
    d_sigmoid=2,
    d_tanh=1,
    d_relu=1,
    d_leaky_relu=1,
    d_softplus=2,
    zh="z 到 ±1000 仍正確",
    en="still right for z up to ±1000",
)
def test_stable(function, student, inputs):
    student.matches(function, inputs.large_cases, dims=ELEMENTWISE, oracle=inputs.ORACLES[function])


@graded(
    "integers",
    needs="values",
    d_sigmoid=1,
    d_tanh=1,
    d_relu=1,
    d_leaky_relu=1,
    d_softplus=1,
    zh="整數陣列與浮點數答案相同",
    en="integer arrays give the same answer as floats",
)
def test_integers(function, student, inputs):
    student.matches(
        function, inputs.INTEGERS[function], dims=ELEMENTWISE, oracle=inputs.ORACLES[function]
    )


@graded(
    "integers",
    needs="values",
    layer_backward=1,
    zh="整數陣列與浮點數答案相同",
    en="integer arrays give the same answer as floats",
)
def test_layer_integers(function, student, inputs):
    student.matches(
        function,
        inputs.layer_integers,
        dims=LAYER_DIMS,
        outputs=LAYER_OUTPUTS,
        oracle=inputs.layer_oracle,
    )


@graded(
    "integers",
    needs="values",
    mlp_backward=1,
    zh="整數陣列與浮點數答案相同",
    en="integer arrays give the same answer as floats",
)
def test_mlp_integers(function, student, inputs):
    student.matches(function, inputs.mlp_integers, outputs=MLP_OUTPUTS, oracle=inputs.mlp_oracle)


@graded(
    "errors",
    mlp_backward=3,
    zh="不認得的 hidden 或 task 要 ValueError",
    en="ValueError for an unknown hidden or task",
)
def test_errors(function, student, inputs):
    student.raises(function, inputs.mlp_errors, ValueError)


@graded(
    "unchanged",
    needs="values",
    d_linear=1,
    d_sigmoid=1,
    d_tanh=1,
    d_relu=1,
    d_leaky_relu=1,
    d_softplus=1,
    layer_backward=1,
    mlp_backward=1,
    zh="不改動傳入的陣列",
    en="leaves its arguments as they were",
)
def test_unchanged(function, student, inputs):
    student.unchanged(function, inputs.UNCHANGED[function])


@graded(
    "restored",
    numerical_gradient=2,
    zh="結束時 theta 和原來一樣",
    en="theta is afterwards as it was",
)
def test_restored(function, student, inputs):
    # Moving theta in place and putting it back is fine, and leaves rounding of about 1e-16:
    # hence not `unchanged`, which is exact.
    student.restored(function, inputs.restored_cases, atol=1e-12)
