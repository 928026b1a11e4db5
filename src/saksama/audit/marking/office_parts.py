"""The parts of an office file with some replaced or added; every other part keeps its bytes, order and time."""

import io
import posixpath
import zipfile
from dataclasses import dataclass
from pathlib import Path

from saksama.audit.marking.xml_edit import UnmarkableError, appended, as_utf8, outline, xml_text
from saksama.documents.readers.office_package import FileWords, Package, open_archive
from saksama.language.messages import _

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT_TYPES = "[Content_Types].xml"
_EMPTY_RELATIONS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)
_EARLIEST = (1980, 1, 1, 0, 0, 0)


@dataclass(slots=True)
class OfficeParts:
    """An office file whose parts are read within the limits of the readers and replaced one by one."""

    package: Package
    archive: zipfile.ZipFile
    changed: dict[str, bytes]

    def has(self, part: str) -> bool:
        """Whether there is such a part."""
        return part in self.changed or self.package.has(part)

    def read(self, part: str) -> bytes:
        """The bytes of a part as they are now, in UTF-8."""
        if part in self.changed:
            return self.changed[part]
        return as_utf8(b"".join(self.package.chunks(part)))

    def relation(self, part: str, kind: str) -> str:
        """The part that `part` points to in that way, "" where there is none."""
        found = self.package.relationships(part).values()
        return next((target for name, target in found if name == kind and self.package.has(target)), "")

    def free_name(self, pattern: str) -> str:
        """The first name of the pattern "xl/comments{}.xml" that no part has."""
        number = 1
        while self.has(pattern.format(number)):
            number += 1
        return pattern.format(number)

    def relate(self, part: str, kind: str, target: str, *, relations: str = RELATIONS) -> str:
        """Let `part` point to `target`, and give the relationship's id."""
        folder, name = posixpath.split(part)
        listed = posixpath.join(folder, "_rels", f"{name}.rels")
        content = self.read(listed) if self.has(listed) else _EMPTY_RELATIONS
        shape = outline(content, with_attributes=True)
        taken = {attributes.get("Id", "") for _element, attributes in shape.attributes}
        number = 1
        while f"rIdSaksama{number}" in taken:
            number += 1
        identifier = f"rIdSaksama{number}"
        prefix = f"{shape.prefix}:" if shape.prefix else ""
        relative = posixpath.relpath(target, folder)
        self.changed[listed] = appended(
            content,
            shape,
            f'<{prefix}Relationship Id="{identifier}" Type="{relations}/{kind}" Target="{xml_text(relative)}"/>',
        )
        return identifier

    def declare(self, part: str, content_type: str) -> None:
        """Say what kind of part a new part is."""
        content = self.read(_CONTENT_TYPES)
        shape = outline(content)
        prefix = f"{shape.prefix}:" if shape.prefix else ""
        override = f'<{prefix}Override PartName="/{xml_text(part)}" ContentType="{content_type}"/>'
        self.changed[_CONTENT_TYPES] = appended(content, shape, override)

    def written(self) -> bytes:
        """The file. Same input, same bytes."""
        stream = io.BytesIO()
        left = dict(self.changed)
        folded = {name.lower(): name for name in left}
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as written:
            for part in self.archive.infolist():
                name = folded.get(part.filename.replace("\\", "/").lstrip("/").lower())
                content = left.pop(name, None) if name else None
                copy = zipfile.ZipInfo(part.filename, part.date_time)
                copy.compress_type, copy.external_attr = part.compress_type, part.external_attr
                if content is None:
                    content = b"" if part.is_dir() else b"".join(self.package.chunks(_key(part.filename)))
                written.writestr(copy, content)
            for name, content in left.items():
                added = zipfile.ZipInfo(name, _EARLIEST)
                added.compress_type = zipfile.ZIP_DEFLATED
                written.writestr(added, content)
        return stream.getvalue()


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/")


def open_parts(path: Path, content: bytes, words: FileWords, *, nesting: int) -> OfficeParts:
    """Open an office file for marking. Raises `UnreadableFileError`."""
    package = open_archive(path, content, words, nesting=nesting)
    if package is None:
        raise UnmarkableError(_("berkas ini rusak"))
    return OfficeParts(package, zipfile.ZipFile(io.BytesIO(content)), {})
