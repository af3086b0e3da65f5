"""反向傳播的隱藏評分 / Hidden checks of `mlp_backward`: other cases, larger sizes."""

import numpy as np

from grader.authoring import Callback, Draw, Fn, case, graded

from .checks import (
    ATOL,
    ELEMENTWISE,
    LAYER_DIMS,
    LAYER_OUTPUTS,
    MLP_DIMS,
    MLP_OUTPUTS,
    RTOL,
    cubic,
    exponential,
    quartic,
    step_function,
)
from .inputs import (
    COMBINATIONS,
    ORACLES,
    five_points,
    gradient_case,
    layer_case,
    layer_oracle,
    mlp_case,
    mlp_oracle,
    with_zero,
)


def smooth_cases(draw: Draw):
    yield case(np.array([0.25]))
    for shape in (4, (5, 1), (3, 5), (6, 4)):
        yield case(draw.array(shape, -5.0, 5.0, 2))


def kinked_cases(draw: Draw):
    yield case(np.array([0.25]))
    yield case(np.array([-0.001, 0.0, 0.001]))
    for shape in (4, (5, 1), (3, 5), (6, 4)):
        yield case(with_zero(draw, shape))


CASES = {
    "d_linear": kinked_cases,
    "d_sigmoid": smooth_cases,
    "d_tanh": smooth_cases,
    "d_relu": kinked_cases,
    "d_leaky_relu": kinked_cases,
    "d_softplus": smooth_cases,
}


def layer_cases(draw: Draw):
    yield layer_case(draw, 2, 1, 3, Fn("halve"))
    yield layer_case(draw, 3, 3, 3, Fn("sech2"))
    yield layer_case(draw, 5, 3, 4, Fn("cosh"))
    yield layer_case(draw, 3, 5, 7, Callback(step_function, name="d_relu"))
    yield layer_case(draw, 4, 6, 5, Fn("square"))
    yield layer_case(draw, 2, 5, 1, Fn("sign"))
    yield layer_case(draw, 6, 4, 9, Fn("cos"))


def mlp_cases(draw: Draw):
    yield mlp_case(draw, "relu", "regression", 3, 3, 3, 3)
    sizes = {"regression": (4, 5, 3, 7), "binary": (3, 5, 1, 6), "multiclass": (3, 5, 4, 7)}
    for hidden, task in COMBINATIONS:
        yield mlp_case(draw, hidden, task, *sizes[task])
    yield mlp_case(draw, "sigmoid", "regression", 2, 4, 1, 9)
    yield mlp_case(draw, "relu", "binary", 4, 2, 1, 1)
    yield mlp_case(draw, "tanh", "multiclass", 4, 3, 2, 6)
    yield mlp_case(draw, "relu", "binary", 3, 5, 2, 6)


def gradient_cases(draw: Draw):
    yield gradient_case(draw, quartic, (2,))
    yield gradient_case(draw, exponential, (4,))
    yield gradient_case(draw, cubic, (7,))
    yield gradient_case(draw, quartic, (3, 4))


@graded(
    "hidden",
    hidden=True,
    needs="values",
    d_linear=1,
    d_sigmoid=1,
    d_tanh=1,
    d_relu=1,
    d_leaky_relu=1,
    d_softplus=1,
    zh="其他數值",
    en="other values",
)
def test_hidden(function, student, rng):
    student.matches(function, CASES[function], dims=ELEMENTWISE, oracle=ORACLES[function])


@graded("hidden", hidden=True, needs="values", layer_backward=3, zh="更大的層", en="larger layers")
def test_layer_hidden(function, student, rng):
    student.matches(
        function, layer_cases, dims=LAYER_DIMS, outputs=LAYER_OUTPUTS, oracle=layer_oracle
    )


@graded(
    "hidden", hidden=True, needs="values", mlp_backward=7, zh="更大的網路", en="larger networks"
)
def test_mlp_hidden(function, student, rng):
    student.matches(function, mlp_cases, dims=MLP_DIMS, outputs=MLP_OUTPUTS, oracle=mlp_oracle)


@graded(
    "hidden",
    hidden=True,
    needs="values",
    numerical_gradient=2,
    zh="其他損失與形狀",
    en="other losses and shapes",
)
def test_gradient_hidden(function, student, rng):
    student.matches(function, gradient_cases, oracle=five_points, rtol=RTOL, atol=ATOL)
