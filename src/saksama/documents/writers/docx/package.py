"""The zip around a Word file: parts, content types, relationships. Equal parts give equal bytes."""

import io
import zipfile
from dataclasses import dataclass, field

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
# The zip format counts from 1980; the document's own date stands in docProps/core.xml.
_MODIFIED = (1980, 1, 1, 0, 0, 0)
_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "odttf": "application/vnd.openxmlformats-officedocument.obfuscatedFont",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "png": "image/png",
    "jpeg": "image/jpeg",
}
_PACKED = (".png", ".jpeg")
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


@dataclass(slots=True)
class Package:
    """Parts under way to a zip, with the relationships of each."""

    parts: dict[str, bytes] = field(default_factory=dict)
    overrides: dict[str, str] = field(default_factory=dict)
    relationships: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def add(self, name: str, content: str | bytes, content_type: str = "") -> None:
        """Add a part; without a content type its suffix tells it."""
        self.parts[name] = content.encode() if isinstance(content, str) else content
        if content_type:
            self.overrides[name] = content_type

    def relate(self, source: str, kind: str, target: str) -> str:
        """Relate a part to a target (relative to the part) and return the relationship's id."""
        found = self.relationships.setdefault(source, [])
        found.append((kind, target))
        return f"rId{len(found)}"

    def pack(self) -> bytes:
        """The zip file."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=5) as archive:
            _write(archive, "[Content_Types].xml", self._content_types().encode())
            for source, found in self.relationships.items():
                folder, _, name = source.rpartition("/")
                _write(archive, f"{folder}/_rels/{name}.rels".lstrip("/"), _relationships(found).encode())
            for name, content in self.parts.items():
                _write(archive, name, content)
        return stream.getvalue()

    def _content_types(self) -> str:
        defaults = "".join(
            f'<Default Extension="{suffix}" ContentType="{kind}"/>' for suffix, kind in _DEFAULTS.items()
        )
        overrides = "".join(
            f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in self.overrides.items()
        )
        return f'{XML}<Types xmlns="{_PACKAGE}content-types">{defaults}{overrides}</Types>'


def _relationships(found: list[tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{_CORE if kind == "core-properties" else _OFFICE + kind}" '
        f'Target="{target}"/>'
        for number, (kind, target) in enumerate(found, 1)
    )
    return f'{XML}<Relationships xmlns="{_PACKAGE}relationships">{lines}</Relationships>'


def _write(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _MODIFIED)
    entry.compress_type = zipfile.ZIP_STORED if name.endswith(_PACKED) else zipfile.ZIP_DEFLATED
    entry.create_system = 0
    entry.external_attr = 0
    archive.writestr(entry, content)
