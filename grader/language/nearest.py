"""Which known word somebody may have meant."""

from __future__ import annotations

from collections.abc import Iterable

from grader.language.text import Text, tr

LONGEST = 80
"""A longer word is no slip of the finger, and comparing it takes time."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` is a slip of, upper and lower case alike; None where none is.

    A slip is a letter or two wrong, left out, put in or changed round, or a word that stops short
    or goes on. A word that is merely alike is none: a wrong suggestion is worse than none.
    """
    import difflib  # only when something is wrong

    if not 1 < len(word) <= LONGEST:
        return None
    by_folded: dict[str, str] = {}
    for name in known:
        by_folded.setdefault(name.casefold(), name)
    folded = word.casefold()
    likely = difflib.get_close_matches(folded, by_folded, n=8, cutoff=0.6)
    slips = [name for name in likely if distance(folded, name) <= _slips(folded)]
    if not slips:
        cut = [name for name in by_folded if _begins(name, folded)]
        slips = cut if len(cut) == 1 else []
    return by_folded[slips[0]] if slips else None


def _slips(word: str) -> int:
    """How many slips a word of this length may have."""
    return 1 if len(word.lstrip("-")) <= 4 else 2


def _begins(name: str, word: str) -> bool:
    """Does one of the two go on where the other ends?"""
    shorter, longer = sorted((name, word), key=len)
    return len(shorter.lstrip("-")) >= 3 and longer.startswith(shorter)


def distance(one: str, other: str) -> int:
    """Slips of the finger between two words: letters put in, left out, replaced or two
    neighbours changed round."""
    before: list[int] = []
    above = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (a != b)))
            if i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                row[j] = min(row[j], before[j - 2] + 1)
        before, above = above, row
    return above[-1]


def did_you_mean(word: str, known: Iterable[str], says: str = "{}") -> Text:
    """A sentence to put behind 'there is no such …', empty where nothing is near. `says` is what
    to type, with `{}` for the word found."""
    found = nearest(word, known)
    if found is None:
        return Text("")
    meant = says.format(found)
    return tr(" Did you mean {meant}?", meant=meant)
