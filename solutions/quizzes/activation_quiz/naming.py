"""Name the function from its plot, find the plot from its name, name it from its formula."""

from grader.quiz.authoring import Kind, Option, Part, Question, Recipe, Text, Worked, same
from solutions.quizzes.activation_quiz.functions import BY_ID, FUNCTIONS, fair, plot

SOURCE = Text("激勵函數", "Activation functions")
IDS = tuple(f.id for f in FUNCTIONS)

recipe = Recipe()


@recipe.step
def answer(v):
    return v.target


def drawn_apart(stream):
    """A target and three others that can be told apart by eye."""
    target = stream.choice(IDS)
    others = stream.sample([i for i in IDS if i != target and fair((i, target))], 4)
    others = others[:3] if fair(others[:3]) else (*others[:2], others[3])
    return {"target": target, "others": tuple(sorted(others))}


def written_apart(stream):
    target = stream.choice(IDS)
    others = stream.sample([i for i in IDS if i != target], 3)
    return {"target": target, "others": tuple(sorted(others))}


def names(v):
    """Names to choose from; whoever chooses wrongly reads what the chosen one looks like."""
    return tuple(
        Option(id, same(BY_ID[id].name), _not(BY_ID[id].look)) for id in (v.target, *v.others)
    )


def plots(v):
    return tuple(
        Option(
            id,
            Text("圖", "plot"),
            Text("你選的是 {name} 的圖。{look}", "You chose the plot of {name}. {look}").format(
                name=BY_ID[id].name, look=BY_ID[v.target].look
            ),
            plot(id),
        )
        for id in (v.target, *v.others)
    )


def formulas(v):
    """Names to choose from; whoever chooses wrongly reads the formula of the chosen one."""
    return tuple(
        Option(
            id,
            same(BY_ID[id].name),
            Text(
                f"{BY_ID[id].name} 的公式是 ${BY_ID[id].formula}$。",
                f"The formula of {BY_ID[id].name} is ${BY_ID[id].formula}$.",
            ),
        )
        for id in (v.target, *v.others)
    )


def _not(look):
    return Text("不是這一個：", "Not this one: ") + look


def extras(v):
    chosen = BY_ID[v.target]
    return {"name": same(chosen.name), "formula": chosen.formula, "look": chosen.look}


WORKED = (Worked("answer", Text("⟨look⟩", "⟨look⟩")),)
SLIDE = {"target": "sigmoid", "others": ("relu", "softsign", "tanh")}

FROM_PLOT = Question(
    id="from_plot",
    title=Text("看圖認函數", "From the plot"),
    source=SOURCE,
    statement=Text(
        "這是哪一個激勵函數的圖？（如果是 Leaky ReLU，畫的是 $a = 0.1$。）",
        "Which activation function is this the plot of? (Leaky ReLU is drawn with $a = 0.1$.)",
    ),
    plot=lambda v: plot(v.target),
    parts=(
        Part(
            step="answer",
            kind=Kind.CHOICE,
            title=Text("函數的名字", "The function's name"),
            prompt=Text("選一個。", "Choose one."),
            points=15,
            options=names,
        ),
    ),
    generate=drawn_apart,
    slide=SLIDE,
    steps=recipe.steps,
    extras=extras,
    constraint=lambda v: fair((v.target, *v.others)),
    worked=WORKED,
    hints=(
        Text(
            "看三個地方：最左邊接近多少、x = 0 時多少、最右邊是平的還是往上。",
            "Look at three places: the far left, x = 0, and whether the right is flat or rises.",
        ),
    ),
)

TO_PLOT = Question(
    id="to_plot",
    title=Text("看名字選圖", "From the name to the plot"),
    source=SOURCE,
    statement=Text(
        "哪一張是 ⟨name⟩ 的圖？（Leaky ReLU 畫的是 $a = 0.1$。）",
        "Which is the plot of ⟨name⟩? (Leaky ReLU is drawn with $a = 0.1$.)",
    ),
    parts=(
        Part(
            step="answer",
            kind=Kind.PLOT,
            title=Text("函數的圖", "The function's plot"),
            prompt=Text("選一張圖。", "Choose one plot."),
            points=15,
            options=plots,
        ),
    ),
    generate=drawn_apart,
    slide={"target": "relu", "others": ("leaky_relu", "sigmoid", "softplus")},
    steps=recipe.steps,
    extras=extras,
    constraint=lambda v: fair((v.target, *v.others)),
    worked=WORKED,
    hints=(
        Text(
            "先想：x 很小的時候，這個函數的值接近多少？",
            "First think: what is the function close to where x is very negative?",
        ),
    ),
)

FROM_FORMULA = Question(
    id="from_formula",
    title=Text("看公式認函數", "From the formula"),
    source=SOURCE,
    statement=Text("$$⟨formula⟩$$\n\n這是哪一個激勵函數？", "$$⟨formula⟩$$\n\nWhich one is this?"),
    parts=(
        Part(
            step="answer",
            kind=Kind.CHOICE,
            title=Text("函數的名字", "The function's name"),
            prompt=Text("選一個。", "Choose one."),
            points=15,
            options=formulas,
        ),
    ),
    generate=written_apart,
    slide={"target": "softsign", "others": ("sigmoid", "softplus", "tanh")},
    steps=recipe.steps,
    extras=extras,
    worked=(
        Worked(
            "answer",
            Text("$⟨formula⟩$ 是 ⟨name⟩。⟨look⟩", "$⟨formula⟩$ is ⟨name⟩. ⟨look⟩"),
        ),
    ),
    hints=(Text("代 x = 0 和一個很小的 x 進去看看。", "Put in x = 0, and a very negative x."),),
)
