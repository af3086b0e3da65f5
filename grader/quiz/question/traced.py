"""Values that note what is read of them: what a step draws on."""

from __future__ import annotations

from grader.quiz.question.records import Value, Values


class TracedValues(Values):
    """Values that note in `read` which of them are read."""

    __slots__ = ("read",)

    def __init__(self, values: Values, read: set[str]) -> None:
        super().__init__({name: values[name] for name in values})
        self.read = read

    def __getattr__(self, name: str) -> Value:
        self.read.add(name)
        return super().__getattr__(name)

    def __getitem__(self, name: str) -> Value:
        self.read.add(name)
        return super().__getitem__(name)
