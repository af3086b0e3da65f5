"""One thing said in every language of the house."""

from __future__ import annotations

from dataclasses import dataclass

LANGUAGES = ("zh-TW", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """One thing said in every language of the house."""

    zh: str
    en: str

    def __getitem__(self, lang: str) -> str:
        return self.en if lang == "en" else self.zh

    def __bool__(self) -> bool:
        return bool(self.zh or self.en)

    def format(self, **values: object) -> Text:
        """Fill `{placeholders}`; a `Text` among `values` is filled in its own language."""

        def fill(template: str, lang: str) -> str:
            shown = {k: v[lang] if isinstance(v, Text) else v for k, v in values.items()}
            return template.format(**shown)

        return Text(fill(self.zh, "zh-TW"), fill(self.en, "en"))

    def __add__(self, other: Text) -> Text:
        return Text(self.zh + other.zh, self.en + other.en)

    def to_json(self) -> dict[str, str]:
        return {"zh-TW": self.zh, "en": self.en}


NO_TEXT = Text("", "")
