"""What may have been meant: a slip is found, and a word that is merely alike is not."""

import pytest

from grader.language.nearest import distance, nearest

KNOWN = [
    *("help", "list", "version", "watch", "batch", "doctor", "gradebook", "hint", "nbgrader"),
    *("new-course", "new-exercise", "quiz", "release", "verify", "losses", "matmul", "metrics"),
    *("mlp_forward", "mlp_backward", "elu", "f1_score", "precision", "softmax", "xor_network"),
]
SLIPS = {
    "losess": "losses", "loss": "losses", "LOSSES": "losses", "matmull": "matmul",
    "lsit": "list", "hlep": "help", "hel": "help", "docter": "doctor", "hints": "hint",
    "quizzes": "quiz", "relase": "release", "newcourse": "new-course", "wacth": "watch",
    "mlp_forwrd": "mlp_forward", "f1score": "f1_score", "presicion": "precision",
    "xor": "xor_network", "matmul2": "matmul",
}  # fmt: skip
ALIKE = ("mlp", "init", "trace", "submit", "new", "h", "", "bogus", "x" * 81)


@pytest.mark.parametrize("word", SLIPS)
def test_a_slip_is_found(word):
    assert nearest(word, KNOWN) == SLIPS[word]


@pytest.mark.parametrize("word", ALIKE)
def test_a_wrong_suggestion_is_worse_than_none(word):
    assert nearest(word, KNOWN) is None


def test_options_are_not_alike_for_their_hyphens():
    options = ["--course", "--out", "--lang", "--dry-run"]
    assert nearest("--bogus", options) is None
    assert nearest("--curse", options) == "--course"
    assert nearest("--dry", options) == "--dry-run"


def test_distance_counts_slips():
    assert distance("", "ab") == 2
    assert distance("watch", "wacth") == 1
    assert distance("batch", "watch") == 1
    assert distance("hel", "elu") == 2
