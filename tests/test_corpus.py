"""Every verdict on the corpus of right and wrong answers is true: see corpus_runner."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest
from corpus_runner import FOLDER, complaints

pytestmark = pytest.mark.slow

PATHS = sorted(FOLDER.glob("*.txt"), key=lambda path: -path.stat().st_size)


@pytest.fixture(scope="module")
def false_verdicts() -> Mapping[str, list[str]]:
    """All corpora, two at a time: most of the time goes into starting workers."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        return dict(zip([p.stem for p in PATHS], pool.map(complaints, PATHS), strict=True))


@pytest.mark.parametrize("name", sorted(p.stem for p in PATHS))
def test_every_verdict_is_true(false_verdicts: Mapping[str, list[str]], name: str) -> None:
    false = false_verdicts[name]
    assert not false, f"{len(false)} false verdicts\n" + "\n".join(false)
