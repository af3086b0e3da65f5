"""The words of the first part: what belongs where, and in which order."""

from grader.quiz.authoring import Quiz, Text
from solutions.quizzes.concept_quiz.activation import NO_ACTIVATION
from solutions.quizzes.concept_quiz.nesting import NESTING
from solutions.quizzes.concept_quiz.output_layer import OUTPUT_LAYER
from solutions.quizzes.concept_quiz.review import REVIEW
from solutions.quizzes.concept_quiz.training import TRAINING

QUIZ = Quiz(
    id="concept_quiz",
    title=Text("小測驗：基本概念", "Quiz: concepts"),
    summary=Text(
        "AI、機器學習、深度學習；任務、演算法、指標；訓練的順序；輸出層怎麼選；為什麼要激勵函數。",
        "AI, machine learning, deep learning; tasks, algorithms, metrics; the order of training; "
        "output layers; and what activation functions are for.",
    ),
    questions=(NESTING, REVIEW, TRAINING, OUTPUT_LAYER, NO_ACTIVATION),
)
