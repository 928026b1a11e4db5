"""Documents of a few paragraphs about invented subjects, and what is read from them."""

from saksama.documents.document import Content, Document, Heading, Paragraph, Part, PartKind, Text
from saksama.kernel.provenance import Place
from saksama.understanding.names import canonical
from saksama.understanding.prose import Prose, read_sentences
from saksama.understanding.reading import Identity, ReadScale, Subject, SubjectKind

WATER = "Persentase rumah tangga berair bersih"
CLINICS = "Jumlah puskesmas apung"
INDEX = "Indeks Layanan Pesisir (ILP)"
OBJECTIVE = "Meningkatnya kesehatan masyarakat pesisir"
PROGRAMME = "Program Sehat Pesisir"
IDENTITY = Identity("Dinas Kesehatan Kabupaten Contoh", "Pemerintah Kabupaten Contoh", 2021, (), (2019, 2023))


def subject(kind: SubjectKind, name: str, *aliases: str) -> Subject:
    return Subject(kind, canonical(name, kind), ((name, Place()),), aliases=aliases)


SUBJECTS = (
    subject(SubjectKind.INDICATOR, WATER),
    subject(SubjectKind.INDICATOR, CLINICS),
    subject(SubjectKind.INDICATOR, INDEX, "ilp"),
    subject(SubjectKind.OBJECTIVE, OBJECTIVE),
    subject(SubjectKind.PROGRAMME, PROGRAMME),
)


def document(*blocks: str | Heading) -> Document:
    """A document of paragraphs and headings."""
    made = tuple(block if isinstance(block, Heading) else Paragraph(_content(block)) for block in blocks)
    return Document("", "", None, (Part(PartKind.BODY, made),))


def _content(text: str) -> Content:
    return (Text(text),)


def read(*blocks: str | Heading, scale: ReadScale | None = None, identity: Identity = IDENTITY) -> Prose:
    return read_sentences(document(*blocks), SUBJECTS, identity=identity, scale=scale)


def said(prose: Prose) -> list[str]:
    """Each statement in one line: figure, measure with its aspect, subject's kind, period and what else the key has."""
    return [
        " ".join(
            part
            for part in (
                statement.figure.text,
                statement.key.measure.value + (f"/{statement.key.aspect}" if statement.key.aspect else ""),
                statement.key.kind.value,
                statement.key.period,
                statement.key.version,
                statement.key.comparator,
            )
            if part
        )
        for statement in prose.statements
    ]


def claimed(prose: Prose) -> list[str]:
    return [claim.word for sentence in prose.sentences for claim in sentence.claims]
