"""Hidden checks of training: other seeds, other sizes."""

from grader.authoring import Draw, case, graded

from .checks import (
    NAMES,
    PLANS,
    XOR_LOSS,
    check_biases,
    check_gradient,
    check_initial,
    check_penguins,
    check_predictions,
    check_trained_values,
    majority,
    penguin_cases,
    xor_cases,
)
from .inputs import four


@graded(
    "hidden",
    init_params=2,
    hidden=True,
    needs="values",
    zh="其他大小",
    en="other sizes",
)
def test_initial_hidden(function, student):
    check_initial(student, ((1, 3, 1), (6, 2, 4), (5, 12, 2)), (5, 6))


def step_cases(draw: Draw):
    yield case(four(draw, 2, 2, 2), four(draw, 2, 2, 2), 0.5)
    yield case(four(draw, 5, 6, 3), four(draw, 5, 6, 3), 0.01)
    yield case(four(draw, 1, 7, 4), four(draw, 1, 7, 4), 1.5)
    yield case(
        tuple(draw.integers(s) for s in ((2, 3), (3, 1), (3, 1), (1, 1))),
        tuple(draw.integers(s) for s in ((2, 3), (3, 1), (3, 1), (1, 1))),
        0.25,
    )


@graded(
    "hidden",
    sgd_step=3,
    hidden=True,
    needs=("values", "unchanged"),
    zh="其他大小與整數",
    en="other sizes, integers",
)
def test_step_hidden(function, student):
    student.matches(function, step_cases, outputs=NAMES)


@graded(
    "hidden",
    train=5,
    hidden=True,
    needs="gradient",
    zh="其他大小也沿著梯度更新",
    en="follows the gradient at other sizes",
)
def test_train_hidden(function, student, rng):
    check_gradient(student, rng, n_in=2, N=11, k=4, n_hidden=9, seeds=(3, 4))


@graded(
    "hidden_learning",
    train=3,
    hidden=True,
    needs=("xor", "mass", "sex", "species"),
    limit=60,
    zh="換了種子與隱藏神經元數也學得會",
    en="learns with other seeds and another number of hidden neurons",
)
def test_train_hidden_learning(function, student):
    majority(student, xor_cases((71, 72, 73, 74, 75)), XOR_LOSS)
    for name in PLANS:
        majority(student, penguin_cases(name, (81, 82, 83), n_hidden=12), PLANS[name][2])


@graded(
    "hidden",
    predict=2,
    hidden=True,
    needs=("values", "penguins", "train.hidden_learning"),
    limit=60,
    zh="換了種子與隱藏神經元數也對",
    en="right with other seeds and another number of hidden neurons",
)
def test_predict_hidden(function, student, rng):
    check_predictions(student, rng, (91, 92))
    check_trained_values(student, rng, 93)
    check_biases(student, rng, 94)
    check_penguins(student, (81, 82, 83), n_hidden=12)
