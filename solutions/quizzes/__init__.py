"""The course's quizzes: one folder each, in the order of the slides."""

ORDER = (
    "concept_quiz",
    "matmul_quiz",
    "neuron_quiz",
    "activation_quiz",
    "mlp_quiz",
    "loss_quiz",
    "metrics_quiz",
)
