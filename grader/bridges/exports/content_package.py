"""A content package: a zip with `imsmanifest.xml`, the same bytes for the same content."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from grader.quiz.markup.xml import Xml, document, element, tag

CP = "http://www.imsglobal.org/xsd/imscp_v1p1"
_WHEN = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Resource:
    """One entry of the manifest: its own file, other files of its, resources it needs."""

    id: str
    type: str
    href: str
    files: Sequence[str] = ()
    needs: Sequence[str] = ()
    named: bool = True
    """Is the file named on the resource itself? Canvas's own packages do not for a quiz."""


def manifest(id: str, schema: str, version: str, resources: Sequence[Resource]) -> str:
    """The manifest of a package without organizations."""
    return document(
        element(
            "manifest",
            {"xmlns": CP, "identifier": id},
            tag("metadata", tag("schema", schema), tag("schemaversion", version)),
            tag("organizations"),
            tag("resources", *(_resource(one) for one in resources)),
        )
    )


def _resource(one: Resource) -> Xml:
    files = [tag("file", href=href) for href in (one.href, *one.files)]
    needs = [tag("dependency", identifierref=id) for id in one.needs]
    return tag(
        "resource",
        *files,
        *needs,
        identifier=one.id,
        type=one.type,
        href=one.href if one.named else None,
    )


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """The files in one zip, the manifest first."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(files, key=lambda n: (n != "imsmanifest.xml", n)):
            data = files[name]
            info = zipfile.ZipInfo(name, _WHEN)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            package.writestr(info, data.encode() if isinstance(data, str) else data)
    return out.getvalue()
