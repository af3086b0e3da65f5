"""The catalogues of translations: take the sentences out of the source, and compile.

    python tools/catalogues.py             # after any change of a sentence
    python tools/catalogues.py --check     # are they current, and is nothing left untranslated?
    python tools/catalogues.py --new ja    # begin another language

Needs Babel (the `dev` extra). A sentence of the source that has no translation yet is said in
English; docs/translating.md says how a language is added.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "grader/locale"
KEYWORDS = {"tr": None, "tr_in": ((1, "c"), 2), "tr_many": (1, 2), "own": None}
METHODS = [("**.py", "python"), ("**.j2", "jinja2")]
FOLDERS = ("grader", "templates")
HEADER = "# Translations of dlgrade. See docs/translating.md."


def template() -> Catalog:
    """Every sentence in the source, each with the files that say it."""
    found = Catalog(project="dlgrade", charset="utf-8", header_comment=HEADER)
    said: dict[tuple[str | tuple[str, ...], str | None], list[str]] = {}
    for folder in FOLDERS:
        base = ROOT / folder
        for file, _, id, _, context in extract_from_dir(base, METHODS, keywords=KEYWORDS):
            name = f"{folder}/{file}".replace("\\", "/")
            said.setdefault((id, context), []).append(name)
    for (id, context), files in sorted(said.items(), key=lambda pair: (pair[1][0], str(pair[0]))):
        places = [(name, 0) for name in sorted(set(files))]
        found.add(id, locations=places, context=context)
    return found


def merged(kept: Catalog, source: Catalog, tag: str) -> Catalog:
    """The source's sentences with the translations that are kept. What nobody says is left out."""
    out = Catalog(locale=tag, project="dlgrade", charset="utf-8", header_comment=HEADER)
    for message in _messages(source):
        known = kept.get(message.id, message.context)
        out.add(
            message.id,
            known.string if known is not None else None,
            locations=message.locations,
            context=message.context,
            flags={"fuzzy"} & known.flags if known is not None else (),
            user_comments=known.user_comments if known is not None else (),
        )
    return out


def _messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def _translated(message: Message) -> bool:
    """In all its forms, and not marked as in doubt (*fuzzy*)."""
    strings = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(strings) and not message.fuzzy


def po_bytes(catalogue: Catalog, tag: str) -> bytes:
    out = io.BytesIO()
    write_po(out, catalogue, width=100, omit_header=True, include_lineno=False)
    forms = f"{catalogue.plural_forms}"
    head = (
        f'{HEADER}\nmsgid ""\nmsgstr ""\n"Language: {tag}\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {forms}\\n"\n\n'
    )
    return head.encode() + out.getvalue()


class _Dateless(Catalog):
    """Without the dates that Babel would put in."""

    def _get_mime_headers(self) -> list[tuple[str, str]]:
        forms = self.plural_forms
        return [("Content-Type", "text/plain; charset=utf-8"), ("Plural-Forms", forms)]

    mime_headers = property(_get_mime_headers, Catalog._set_mime_headers)


def mo_bytes(catalogue: Catalog) -> bytes:
    """The same bytes every time, of what is translated.

    Babel would write a plural without a translation as its English forms, as many as the language
    has: where it has one, "1 file" for any number.
    """
    bare = _Dateless(locale=catalogue.locale, charset="utf-8")
    for message in filter(_translated, _messages(catalogue)):
        bare.add(message.id, message.string, context=message.context)
    out = io.BytesIO()
    write_mo(out, bare)
    return out.getvalue()


def languages() -> list[str]:
    return sorted(path.parent.parent.name for path in LOCALE.glob("*/LC_MESSAGES/dlgrade.po"))


def untranslated(catalogue: Catalog) -> list[str]:
    return [str(message.id) for message in _messages(catalogue) if not _translated(message)]


def made(source: Catalog, tag: str) -> dict[Path, bytes]:
    """The two files of a language as they ought to be."""
    path = LOCALE / tag / "LC_MESSAGES/dlgrade.po"
    with path.open("rb") as file:
        kept = read_po(file, locale=tag)
    catalogue = merged(kept, source, tag)
    return {path: po_bytes(catalogue, tag), path.with_suffix(".mo"): mo_bytes(catalogue)}


def begin(tag: str) -> None:
    path = LOCALE / tag / "LC_MESSAGES/dlgrade.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        path.write_bytes(po_bytes(Catalog(locale=tag, charset="utf-8"), tag))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--check", action="store_true", help="compare only; 1 where not current")
    parser.add_argument("--new", metavar="LANGUAGE", help="begin this language (zh_TW, ja, …)")
    options = parser.parse_args()
    if options.new:
        begin(options.new.replace("-", "_"))
    source, wrong = template(), 0
    for tag in languages():
        for path, data in made(source, tag).items():
            if path.is_file() and path.read_bytes() == data:
                continue
            if options.check:
                print(f"{path.relative_to(ROOT)} is not current: run python tools/catalogues.py")
                wrong = 1
            else:
                path.write_bytes(data)
        with (LOCALE / tag / "LC_MESSAGES/dlgrade.po").open("rb") as file:
            left = untranslated(read_po(file, locale=tag))
        if left:
            print(f"{tag}: {len(left)} sentences without a translation, the first: {left[0]!r}")
            wrong = wrong or int(tag == "zh_TW")
    return wrong if options.check else 0


if __name__ == "__main__":
    sys.exit(main())
