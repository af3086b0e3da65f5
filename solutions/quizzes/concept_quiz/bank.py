"""Picking from banks of phrases: an entry is `kind.name`, and its kind is its right answer."""

from grader.quiz.authoring import Item


def pick(stream, bank, size):
    """`size` ids of the bank, in random order, at least one of each kind."""
    kinds = {}
    for id in bank:
        kinds.setdefault(kind(id), []).append(id)
    chosen = [stream.choice(ids) for ids in kinds.values()]
    rest = [id for id in bank if id not in chosen]
    return stream.shuffled((*chosen, *stream.sample(rest, size - len(chosen))))


def kind(id):
    return id.split(".")[0]


def kinds(ids):
    return tuple(kind(id) for id in ids)


def items(ids, bank, why):
    """Items to match; `why` maps a kind to why it is the right one."""
    return tuple(Item(id, bank[id], why[kind(id)]) for id in ids)
