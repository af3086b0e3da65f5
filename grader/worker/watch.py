"""stub"""
from typing import Any


class Watcher:
    def __init__(self, rules: Any, labels: Any) -> None: ...
    def builtins(self) -> Any:
        import builtins
        return builtins
    def know(self, namespace: Any, functions: Any) -> None: ...
    def run(self, name: Any, function: Any, args: Any, kwargs: Any) -> Any:
        return function(*args, **kwargs)
    def used(self) -> list[str]:
        return []
