"""The stub and the notebook, made from one source."""

import json

import pytest

from grader.course.percent import cells, notebook, statements, stub
from grader.model.errors import CourseError

SOURCE = '''# %% [markdown]
# # 標題 Title

# %%
import numpy as np

# %% [markdown]
# ## `f(x)`: 函式
#
# English statement.

# %%
def f(x):
    """Doc."""
    ### BEGIN SOLUTION
    secret = x + 1
    return secret
    ### END SOLUTION
'''


def test_nothing_of_the_solution_is_left():
    made = stub(SOURCE)
    assert "secret" not in made
    assert "SOLUTION" not in made
    namespace: dict = {}
    exec(compile(made, "stub", "exec"), namespace)
    with pytest.raises(NotImplementedError):
        namespace["f"](1)


@pytest.mark.parametrize(
    "bad",
    [
        "### BEGIN SOLUTION\n",
        "### END SOLUTION\n",
        "### BEGIN SOLUTION\n### BEGIN SOLUTION\n### END SOLUTION\n",
    ],
)
def test_unbalanced_regions_are_refused(bad):
    with pytest.raises(CourseError, match="pair up"):
        stub(bad)


def test_cells_and_statements():
    assert [c.kind for c in cells(SOURCE)] == ["markdown", "code", "markdown", "code"]
    assert statements(SOURCE)["f"].endswith("English statement.")


def test_notebook_is_stable_and_holds_the_cells():
    made = notebook(stub(SOURCE), "demo")
    assert made == notebook(stub(SOURCE), "demo")
    document = json.loads(made)
    assert document["nbformat"] == 4
    ids = [c["id"] for c in document["cells"]]
    assert len(set(ids)) == len(ids) == 4
    assert "".join(document["cells"][0]["source"]) == "# 標題 Title"
