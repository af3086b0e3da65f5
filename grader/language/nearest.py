"""Which known word somebody may have meant."""

from __future__ import annotations

from collections.abc import Iterable

from grader.language.text import Text, tr

LONGEST = 80
"""A longer word is no slip of the finger, and comparing it takes time."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, upper and lower case alike; None where none is near."""
    import difflib  # only when something is wrong

    if not 1 < len(word) <= LONGEST:
        return None
    by_folded: dict[str, str] = {}
    for name in known:
        by_folded.setdefault(name.casefold(), name)
    found = difflib.get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str], says: str = "{}") -> Text:
    """A sentence to put behind 'there is no such …', empty where nothing is near. `says` is what
    to type, with `{}` for the word found."""
    found = nearest(word, known)
    if found is None:
        return Text("")
    meant = says.format(found)
    return tr(" Did you mean {meant}?", meant=meant)
