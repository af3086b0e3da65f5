"""Loss functions by hand, and softmax: the slides' tables in other numbers."""

from grader.quiz.authoring import Quiz, Text
from solutions.quizzes.loss_quiz.binary import BINARY
from solutions.quizzes.loss_quiz.categorical import CATEGORICAL
from solutions.quizzes.loss_quiz.regression import REGRESSION
from solutions.quizzes.loss_quiz.softmax import SOFTMAX

QUIZ = Quiz(
    id="loss_quiz",
    title=Text("小測驗：損失函數", "Quiz: loss functions"),
    summary=Text(
        "MSE、MAE、二元交叉熵、softmax、交叉熵，各算一次。",
        "MSE, MAE, binary cross-entropy, softmax and cross-entropy, each worked once.",
    ),
    questions=(REGRESSION, BINARY, SOFTMAX, CATEGORICAL),
)
