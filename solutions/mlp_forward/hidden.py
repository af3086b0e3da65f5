"""Hidden checks of mlp_forward: other sizes, more samples, deeper networks."""

from grader.authoring import Draw, case, graded

from .checks import DIMS, columns
from .inputs import deep_case, layer_case, mlp_case


def layer_cases(draw: Draw):
    for n_in, n_out, N in ((1, 3, 2), (2, 2, 2), (5, 1, 3), (4, 4, 4), (6, 4, 9), (3, 8, 1)):
        yield layer_case(draw, n_in, n_out, N)


def mlp_cases(draw: Draw):
    yield mlp_case(draw, 1, 3, 2, 2)
    yield mlp_case(draw, 2, 2, 2, 2)
    yield mlp_case(draw, 4, 4, 4, 4)
    yield mlp_case(draw, 5, 3, 4, 7)
    yield mlp_case(draw, 4, 8, 1, 6)
    yield mlp_case(draw, 2, 5, 3, 1)


def deep_cases(draw: Draw):
    yield deep_case(draw, 2, 3, N=2)
    yield deep_case(draw, 2, 2, 2, N=3)
    yield deep_case(draw, 3, 3, 3, 3, N=3)
    yield deep_case(draw, 4, 3, 5, 2, 3, N=6)
    yield deep_case(draw, 2, 2, 2, 2, 2, 2, N=2)
    yield deep_case(draw, 3, 5, 2, 4, 3, 1, N=4)


def class_cases(draw: Draw):
    for k, N in ((2, 5), (3, 2), (6, 1), (7, 4), (4, 12)):
        yield case(columns(draw, k, N))
    yield case(-columns(draw, 5, 6, 0.1, 4.0))
    yield case(columns(draw, 6, 8, 0.01, 0.99, 2))


CASES = {
    "layer_forward": layer_cases,
    "mlp_forward": mlp_cases,
    "deep_forward": deep_cases,
    "predict_class": class_cases,
}


@graded(
    "hidden",
    layer_forward=5,
    mlp_forward=6,
    deep_forward=5,
    predict_class=3,
    hidden=True,
    needs="values",
    zh="其他大小的輸入也正確",
    en="right on other sizes too",
)
def test_hidden(function, student, rng):
    student.matches(function, CASES[function], dims=DIMS[function])
