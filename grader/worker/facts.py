"""stub"""
from typing import Any


class Index:
    def __init__(self, *args: Any) -> None:
        self.args = args
