"""The public checks of `matmul`. The by-hand policy is in the manifest; the engine enforces it."""

from grader.authoring import Draw, case, graded

DIMS = {
    "dot": ("n", "n"),
    "matvec": ("m n", "n"),
    "matmul": ("m n", "n p"),
    "affine": ("n", "n m", "m"),
}


def dot_errors(draw: Draw):
    for n, other in ((2, 3), (3, 2), (1, 3), (3, 1), (4, 2)):
        yield case(draw.array(n), draw.array(other))


def matvec_errors(draw: Draw):
    for m, n, other in ((2, 3, 2), (2, 2, 3), (3, 2, 3), (2, 3, 1), (3, 1, 3), (2, 1, 4)):
        yield case(draw.array((m, n)), draw.array(other))


def matmul_errors(draw: Draw):
    for m, n, rows, p in (
        (2, 3, 2, 3),
        (2, 2, 3, 2),
        (2, 3, 2, 2),
        (3, 2, 3, 4),
        (2, 3, 1, 2),
        (2, 1, 3, 2),
    ):
        yield case(draw.array((m, n)), draw.array((rows, p)))


ERRORS = {"dot": dot_errors, "matvec": matvec_errors, "matmul": matmul_errors}


@graded("values", dot=8, matvec=9, matmul=10, affine=10, zh="數值正確", en="the right values")
def test_values(function, student, inputs):
    student.matches(
        function, inputs.CASES[function], dims=DIMS[function], oracle=inputs.ORACLES[function]
    )


@graded(
    "shapes",
    needs="values",
    matvec=3,
    matmul=3,
    affine=3,
    zh="只有一列、一行或一個元素",
    en="a single row, column or entry",
)
def test_shapes(function, student, inputs):
    student.matches(
        function, inputs.SHAPES[function], dims=DIMS[function], oracle=inputs.ORACLES[function]
    )


@graded(
    "integers",
    needs="values",
    dot=4,
    matvec=4,
    matmul=4,
    affine=4,
    zh="整數與 list 也算對",
    en="integers and lists too",
)
def test_integers(function, student, inputs):
    student.matches(function, inputs.INTEGERS[function], oracle=inputs.ORACLES[function])


@graded(
    "errors",
    dot=4,
    matvec=3,
    matmul=3,
    zh="大小不合時丟出 ValueError",
    en="ValueError when the sizes do not fit",
)
def test_errors(function, student, rng):
    student.raises(function, list(ERRORS[function](rng)), ValueError)


@graded(
    "unchanged",
    needs="values",
    dot=2,
    matvec=2,
    matmul=2,
    affine=2,
    zh="不更動引數",
    en="arguments left unchanged",
)
def test_unchanged(function, student, inputs):
    student.unchanged(function, inputs.SQUARE[function])
