"""The public checks of `regression`."""

from grader.authoring import graded

# Fewer samples may leave the columns of X dependent, so the two that fit are not cut along N.
DIMS = {
    "design_matrix": ("N",),
    "predict": ("N p", "p"),
    "normal_equations": None,
    "mse_gradient": ("N p", "N", "p"),
    "gradient_descent": ("N p", "N", "p", None, None),
}


@graded(
    "values",
    design_matrix=8,
    predict=9,
    normal_equations=16,
    mse_gradient=15,
    gradient_descent=11,
    zh="數值正確",
    en="the right values",
)
def test_values(function, student, inputs):
    student.matches(
        function, inputs.CASES[function], dims=DIMS[function], oracle=inputs.ORACLES[function]
    )


@graded(
    "integers",
    needs="values",
    design_matrix=2,
    normal_equations=2,
    mse_gradient=2,
    gradient_descent=2,
    zh="整數也算對",
    en="right for whole numbers too",
)
def test_integers(function, student, inputs):
    student.matches(function, inputs.INTEGERS[function], oracle=inputs.ORACLES[function])


@graded("no_step", gradient_descent=3, zh="走 0 步時留在原地", en="0 steps stay where they are")
def test_no_step(function, student, inputs):
    student.matches(function, inputs.no_step_cases, dims=DIMS[function])


@graded("many", needs="values", gradient_descent=5, zh="走很多步", en="many steps")
def test_many(function, student, inputs):
    student.matches(function, inputs.many_step_cases, oracle=inputs.ORACLES[function])


@graded(
    "unchanged",
    predict=1,
    normal_equations=2,
    mse_gradient=2,
    gradient_descent=4,
    zh="不改動引數",
    en="leaves its arguments alone",
)
def test_unchanged(function, student, inputs):
    student.unchanged(function, inputs.CASES[function])
