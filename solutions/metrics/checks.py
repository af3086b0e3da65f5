"""Public checks of metrics."""

from grader.authoring import graded

DIMS = ("N", "N")


@graded(
    "values",
    accuracy=9,
    precision=10,
    recall=10,
    f1_score=11,
    r2_score=13,
    zh="數值正確",
    en="the right values",
)
def test_values(function, student, inputs):
    # R² of fewer than two samples is not defined, so its cases are not cut.
    dims = None if function == "r2_score" else DIMS
    student.matches(function, inputs.CASES[function], dims=dims)


@graded(
    "zero",
    precision=4,
    recall=4,
    f1_score=4,
    needs="values",
    zh="分母為 0 時回傳 0.0",
    en="0.0 where the denominator is 0",
)
def test_zero(function, student, inputs):
    student.matches(function, inputs.ZEROS[function], dims=DIMS)


@graded(
    "integers",
    accuracy=2,
    precision=2,
    recall=2,
    f1_score=2,
    r2_score=2,
    needs="values",
    zh="整數陣列得到一樣的答案",
    en="arrays of integers give the same answer",
)
def test_integers(function, student, inputs):
    student.matches(function, inputs.INTEGERS[function])


@graded(
    "unchanged",
    needs="values",
    accuracy=1,
    precision=1,
    recall=1,
    f1_score=1,
    r2_score=2,
    zh="參數沒有被改動",
    en="the arguments are left as they were",
)
def test_unchanged(function, student, inputs):
    student.unchanged(function, inputs.CASES[function])
