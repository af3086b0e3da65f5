"""Every verdict on the corpus of right and wrong answers is true: see corpus_runner."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest
from corpus_files import FOLDER, assignments
from corpus_runner import complaints

pytestmark = pytest.mark.slow


def size(name: str) -> int:
    return sum(path.stat().st_size for path in (FOLDER / name).iterdir())


@pytest.fixture(scope="module")
def false_verdicts() -> Mapping[str, list[str]]:
    """All corpora, two at a time: most of the time goes into starting workers."""
    names = sorted(assignments(), key=size, reverse=True)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        return dict(zip(names, pool.map(complaints, names), strict=True))


@pytest.mark.parametrize("name", assignments())
def test_every_verdict_is_true(false_verdicts: Mapping[str, list[str]], name: str) -> None:
    false = false_verdicts[name]
    assert not false, f"{len(false)} false verdicts\n" + "\n".join(false)
