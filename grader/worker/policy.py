"""stub"""
from typing import Any


class Rules:
    def __init__(self, policy: Any) -> None: ...
    def refresh(self) -> None: ...


def facts_of(name: str, index: Any, rules: Any) -> dict[str, Any]:
    ns = index.args[1]
    f = ns.get(name)
    code = getattr(f, "__code__", None)
    return {"defined": name in ns, "callable": callable(f), "at": [code.co_filename, code.co_firstlineno, None] if code else None, "uses": [], "violations": []}
