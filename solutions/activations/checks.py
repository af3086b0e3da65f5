"""Public checks of the activations."""

from grader.authoring import graded

DIMS = dict.fromkeys(("linear", "sigmoid", "tanh", "softsign", "relu", "swish", "mish"), ("*",))
DIMS |= {"leaky_relu": ("*", None), "softplus": ("*", None), "elu": ("*", None)}
DIMS |= {"selu": ("*", None, None)}


@graded(
    "values",
    linear=2,
    sigmoid=3,
    tanh=2,
    softsign=2,
    relu=2,
    leaky_relu=2,
    softplus=2,
    elu=2,
    selu=2,
    swish=2,
    mish=2,
    softmax=3,
    zh="數值正確",
    en="the right values",
)
def test_values(function, student, inputs):
    student.matches(function, inputs.CASES[function], dims=DIMS.get(function))


@graded(
    "shapes",
    linear=1,
    sigmoid=1,
    tanh=1,
    softsign=1,
    relu=1,
    leaky_relu=1,
    softplus=1,
    elu=1,
    selu=1,
    swish=1,
    mish=1,
    softmax=1,
    needs="values",
    zh="各種形狀都可以",
    en="any shape that is due",
)
def test_shapes(function, student, inputs):
    student.matches(function, inputs.SHAPES[function])


@graded(
    "integers",
    sigmoid=1,
    tanh=1,
    softsign=1,
    relu=1,
    leaky_relu=1,
    softplus=1,
    elu=1,
    selu=1,
    swish=1,
    mish=1,
    softmax=1,
    needs="values",
    zh="輸入整數，答案與浮點數相同",
    en="integers in, the same answer as floats",
)
def test_integers(function, student, inputs):
    student.matches(function, inputs.INTEGERS[function], dims=DIMS.get(function))


@graded(
    "keywords",
    leaky_relu=1,
    softplus=1,
    elu=1,
    selu=1,
    needs="values",
    zh="不用預設值時也正確 (依位置或名稱)",
    en="right with other than the defaults, by position and by name",
)
def test_keywords(function, student, inputs):
    student.matches(function, inputs.KEYWORDS[function], dims=DIMS.get(function))


@graded(
    "stable",
    linear=1,
    sigmoid=2,
    tanh=2,
    softsign=1,
    relu=1,
    leaky_relu=1,
    softplus=1,
    elu=1,
    selu=1,
    swish=2,
    mish=2,
    softmax=2,
    needs="values",
    zh="數值穩定：輸入到 ±1000 都正確",
    en="stable: right for inputs up to ±1000",
)
def test_stable(function, student, inputs):
    student.matches(function, inputs.STABLE[function], dims=DIMS.get(function))


@graded(
    "stable_keywords",
    softplus=1,
    needs=("values", "keywords", "stable"),
    zh="數值穩定：beta·z 很大或很小時也正確",
    en="stable: right where beta·z is very large or very small",
)
def test_stable_keywords(function, student, inputs):
    student.matches(function, inputs.softplus_extreme_beta_cases, dims=DIMS[function])


@graded(
    "unchanged",
    needs="values",
    linear=1,
    sigmoid=1,
    tanh=1,
    softsign=1,
    relu=1,
    leaky_relu=1,
    softplus=1,
    elu=1,
    selu=1,
    swish=1,
    mish=1,
    softmax=1,
    zh="不更改輸入",
    en="the argument is left unchanged",
)
def test_unchanged(function, student, inputs):
    student.unchanged(function, inputs.UNCHANGED[function])
