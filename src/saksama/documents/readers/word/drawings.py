"""Pictures and charts in a Word document. A picture is not read, and said to be so with its alternative text."""

from dataclasses import dataclass

from saksama.documents.document import Figure, Unread, UnreadKind
from saksama.documents.pictures import Image
from saksama.documents.readers.office_package import Package
from saksama.documents.readers.unreadable import UnreadableFileError
from saksama.documents.readers.word.charts import chart_relation, read_chart
from saksama.documents.readers.word.names import attribute
from saksama.kernel.provenance import Place
from saksama.language.messages import _

MAXIMUM_CHARTS = 500


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture that was met: as a figure, where it can stand as one, and what of it was not read."""

    figure: Figure | None
    unread: tuple[Unread, ...] = ()


class Drawings:
    """The pictures of a part; give it every element of a drawing in order."""

    def __init__(self, package: Package, part: str) -> None:
        self._package = package
        self._targets = package.relationships(part)
        self._description = ""
        self._count = 0

    def element(self, name: str, attributes: dict[str, str], place: Place) -> Drawn | None:
        """The picture that this element shows, or `None`."""
        match name:
            case "wp:docPr":
                self._description = attributes.get("descr", "") or attributes.get("title", "")
            case "v:shape":
                self._description = attributes.get("alt", "")
            case "a:blip" if attribute(attributes, "r:embed") or attribute(attributes, "r:link"):
                return self._picture(place)
            case "v:imagedata" if attribute(attributes, "r:id"):
                return self._picture(place)
            case "dgm:relIds":
                return self._picture(place, _("diagram SmartArt"))
            case "c:chart":
                return self._chart(attributes, place)
        return None

    def _picture(self, place: Place, kind: str = "") -> Drawn:
        description = " ".join(self._description.split())
        note = ": ".join(part for part in (kind, description) if part)
        figure = Figure(Image("", b"", description, 0, 0), self._label(), "", place=place)
        return Drawn(figure, (Unread(UnreadKind.IMAGE, place, note),))

    def _chart(self, attributes: dict[str, str], place: Place) -> Drawn | None:
        _kind, part = self._targets.get(chart_relation(attributes), ("", ""))
        if not self._package.has(part) or self._count >= MAXIMUM_CHARTS:
            return Drawn(None, (Unread(UnreadKind.DAMAGED, place, _("grafik tanpa data")),))
        try:
            found = read_chart(self._package, part, " ".join(self._description.split()))
        except UnreadableFileError as error:
            return Drawn(None, (Unread(UnreadKind.DAMAGED, place, error.found),))
        if found is None:
            return Drawn(None, (Unread(UnreadKind.DAMAGED, place, _("grafik tanpa data")),))
        chart, titles = found
        return Drawn(Figure(chart, self._label(), " ".join(titles), place=place))

    def _label(self) -> str:
        self._count += 1
        return f"gambar-{self._count}"
