"""The multilayer perceptron by hand: the deck's Quiz 1 and Quiz 2, in other numbers."""

from grader.quiz.authoring import Quiz, Text
from solutions.quizzes.mlp_quiz.forward import FORWARD
from solutions.quizzes.mlp_quiz.parameters import PARAMETERS
from solutions.quizzes.mlp_quiz.shapes import SHAPES

QUIZ = Quiz(
    id="mlp_quiz",
    title=Text("小測驗：多層感知器", "Quiz: the multilayer perceptron"),
    summary=Text(
        "從輸入一步步算到預測值；再數一數參數，寫出它們的 shape。",
        "From the input to the prediction, step by step; then the parameters and their shapes.",
    ),
    questions=(FORWARD, PARAMETERS, SHAPES),
)
