"""What is said to people, in whatever language they read.

The source says everything in English; `tr("…{name}…", name=value)` makes it a message, and a
catalogue (`locale/<language>/LC_MESSAGES/dlgrade.mo`, gettext's) gives it in another language. A
course's author writes a text in the course's own languages: a `Text` by language tag. Nothing is
put into words before somebody asks for it in a language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from grader.language.catalogue import LANGUAGES, SOURCE, catalogue, translated, wider

__all__ = [
    "LANGUAGES",
    "NO_TEXT",
    "SOURCE",
    "Authored",
    "Text",
    "authored",
    "carried",
    "joined",
    "listing",
    "packed",
    "sentences",
    "tr",
    "tr_in",
    "tr_many",
    "unpacked",
]


class Text:
    """Something to say. `text[tag]` puts it into words.

    `Text({"ja": …, "en": …})` is an author's own text by language tag; `Text(zh, en)` is short
    for one in Traditional Chinese and English; `Text("…")` is said as it stands in any language.
    In a language that it has not got, an author's text is said in the first that it has.
    """

    __slots__ = ("_by_tag",)

    def __init__(self, zh: str | Mapping[str, str] = "", en: str | None = None) -> None:
        if isinstance(zh, str):
            zh = {"": zh} if en is None else {"zh-TW": zh, "en": en}
        self._by_tag = dict(zh)

    @property
    def tags(self) -> tuple[str, ...]:
        """The languages that an author wrote it in: none for a message, which is in all."""
        return tuple(tag for tag in self._by_tag if tag)

    def __getitem__(self, lang: str) -> str:
        found = self._by_tag.get(lang)
        if found is None:
            found = next((self._by_tag[t] for t in wider(lang) if t in self._by_tag), None)
        return next(iter(self._by_tag.values()), "") if found is None else found

    def __bool__(self) -> bool:
        return any(self._by_tag.values())

    def __add__(self, other: Text) -> Text:
        return _Joined((self, other), Text())

    def format(self, **values: object) -> Text:
        """Fill `{placeholders}`; a `Text` among `values` is said in the language asked for."""
        return _Filled(self, _kept(values))

    def template(self, lang: str) -> str:
        """The words before their `{placeholders}` are filled, for who fills them elsewhere."""
        return self[lang]

    def each(self, change: Callable[[str], str]) -> Text:
        """The text with its words changed, whatever the language."""
        return _Changed(self, change)

    def in_words(self, languages: Iterable[str] = LANGUAGES) -> Text:
        """The same, put into words in these languages: nothing but strings is held on to."""
        return Text({tag: self[tag] for tag in languages})

    def to_json(self, languages: Iterable[str] = LANGUAGES) -> dict[str, str]:
        return {tag: self[tag] for tag in languages}

    def __eq__(self, other: object) -> bool:
        """Is the same said, in every language in which either can be told from the other?"""
        if self is other:
            return True
        if not isinstance(other, Text):
            return NotImplemented
        tags = {SOURCE, *translated(), *self.tags, *other.tags}
        return all(self[tag] == other[tag] for tag in tags)

    def __hash__(self) -> int:
        return hash(self[SOURCE])

    def __repr__(self) -> str:
        return f"Text({self._by_tag!r})"


class _Message(Text):
    """A sentence of ours, found in the catalogue of the language it is asked for in."""

    __slots__ = ("_context", "_id", "_plural", "_values")

    def __init__(
        self,
        id: str,
        values: Mapping[str, object],
        context: str = "",
        plural: tuple[str, int] | None = None,
    ) -> None:
        self._id = id
        self._values = values
        self._context = context
        self._plural = plural

    @property
    def tags(self) -> tuple[str, ...]:
        return ()

    def __getitem__(self, lang: str) -> str:
        said = self.template(lang)
        return _fill(said, self._source, _said(self._values, lang)) if self._values else said

    def _source(self) -> str:
        many = self._plural is not None and self._plural[1] != 1
        return self._plural[0] if many and self._plural is not None else self._id

    def template(self, lang: str) -> str:
        found = catalogue(lang)
        if found is None:
            return self._source()
        try:
            if self._plural is not None:
                return found.ngettext(self._id, *self._plural)
            if self._context:
                return found.pgettext(self._context, self._id)
            return found.gettext(self._id)
        except ArithmeticError:  # its rule for plurals divides by zero
            return self._source()

    def __bool__(self) -> bool:
        return bool(self._id)

    def __repr__(self) -> str:
        return f"tr({self[SOURCE]!r})"


class _Filled(Text):
    """A text whose placeholders are filled once it is said."""

    __slots__ = ("_template", "_values")

    def __init__(self, template: Text, values: Mapping[str, object]) -> None:
        self._template = template
        self._values = values

    @property
    def tags(self) -> tuple[str, ...]:
        return self._template.tags

    def __getitem__(self, lang: str) -> str:
        return _fill(self._template[lang], self._source, _said(self._values, lang))

    def _source(self) -> str:
        return self._template[SOURCE]

    def __bool__(self) -> bool:
        return bool(self._template)

    def __repr__(self) -> str:
        return f"{self._template!r}.format({self._values!r})"


class _Changed(Text):
    """A text whose words go through a function."""

    __slots__ = ("_change", "_text")

    def __init__(self, text: Text, change: Callable[[str], str]) -> None:
        self._text = text
        self._change = change

    @property
    def tags(self) -> tuple[str, ...]:
        return self._text.tags

    def __getitem__(self, lang: str) -> str:
        return self._change(self._text[lang])

    def __bool__(self) -> bool:
        return bool(self._text)

    def __repr__(self) -> str:
        return f"{self._text!r}.each({self._change!r})"


class _Joined(Text):
    """Texts one after another, with something between them."""

    __slots__ = ("_between", "_parts")

    def __init__(self, parts: tuple[Text | str, ...], between: Text) -> None:
        self._parts = parts
        self._between = between

    @property
    def tags(self) -> tuple[str, ...]:
        found = (tag for part in self._parts if isinstance(part, Text) for tag in part.tags)
        return tuple(dict.fromkeys(found))

    def __getitem__(self, lang: str) -> str:
        parts = (part[lang] if isinstance(part, Text) else part for part in self._parts)
        return self._between[lang].join(parts)

    def __bool__(self) -> bool:
        return any(self._parts)

    def __repr__(self) -> str:
        return f"joined({self._parts!r}, {self._between!r})"


NO_TEXT = Text()


def tr(message: str, /, **values: object) -> Text:
    """The sentence `message`, its `{placeholders}` filled with `values`; a `Text` among them is
    said in the language asked for."""
    return _Message(message, _kept(values))


def tr_in(context: str, message: str, /, **values: object) -> Text:
    """As `tr`, where the same English is two things in another language."""
    return _Message(message, _kept(values), context)


def tr_many(one: str, many: str, n: int, /, **values: object) -> Text:
    """As `tr`, for one of something and for `{n}` of it."""
    return _Message(one, {"n": n, **_kept(values)}, plural=(many, n))


def joined(parts: Iterable[Text | str], between: Text = NO_TEXT) -> Text:
    """`parts` one after another, `between` them what is given."""
    return _Joined(tuple(parts), between)


def listing(parts: Iterable[Text | str]) -> Text:
    """`parts` in a row, separated as a language does it."""
    return _Joined(tuple(parts), _COMMA)


def sentences(parts: Iterable[Text]) -> Text:
    """Whole sentences one after another, spaced as a language does it."""
    first, *others = parts
    for other in others:
        first = tr_in("one sentence after another", "{first} {next}", first=first, next=other)
    return first


def carried(text: Text) -> dict[str, str]:
    """A text for another process, in every language in which anybody may ask for it there."""
    return text.to_json(dict.fromkeys((*text.tags, SOURCE, *translated())))


def packed(text: Text) -> list[str] | dict[str, str]:
    """A text as plain data, in the languages that it is written in: a pair for the usual two."""
    tags = text.tags or LANGUAGES
    return [text[tag] for tag in tags] if tags == LANGUAGES else text.to_json(tags)


def unpacked(data: Sequence[str] | Mapping[str, str]) -> Text:
    """What `packed` made plain data of. Raises ValueError: it is no text."""
    parts = list(data.values()) if isinstance(data, Mapping) else list(data)
    if not all(isinstance(part, str) for part in parts):
        raise ValueError("no text")
    if isinstance(data, Mapping):
        return Text(data)
    zh, en = parts
    return Text(zh, en)


Authored = Text | str | Mapping[str, str] | None
"""A text in an author's hand: by language tag, or one alone."""


def authored(
    said: Authored = None,
    zh: str | None = None,
    en: str | None = None,
) -> Text:
    """A text as an author may give it: `zh=…, en=…` for short, by language tag, or, in a course
    of one language, just so.

    Raises:
        ValueError: nothing was given.
    """
    if isinstance(said, Text):
        return said
    if said is not None:
        return Text(said)
    given = {tag: text for tag, text in (("zh-TW", zh), ("en", en)) if text is not None}
    if not given:
        raise ValueError("a text is missing: give it by language, zh=… and en=…")
    return Text(given)


def _kept(values: Mapping[str, object]) -> dict[str, object]:
    """Values as they are now: what may change later, or holds on to much, as its text."""
    return {name: _plain(value) for name, value in values.items()}


def _plain(value: object) -> object:
    if isinstance(value, str | int | float | Text):
        return value
    item = getattr(value, "item", None)
    if item is not None and getattr(value, "ndim", None) == 0:
        return item()  # one of NumPy's numbers
    return str(value)


def _said(values: Mapping[str, object], lang: str) -> dict[str, object]:
    return {k: v[lang] if isinstance(v, Text) else v for k, v in values.items()}


def _fill(template: str, source: Callable[[], str], values: Mapping[str, object]) -> str:
    """`template` with its places filled; the words of the source where a translation has a place
    that cannot be: a grade must not hang on a translator's slip."""
    try:
        return template.format(**values)
    except (LookupError, ValueError, AttributeError, TypeError):
        return source().format(**values)


_COMMA = tr_in("between the things in a list", ", ")
