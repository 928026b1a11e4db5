"""The fields of a person in a post, which stand on several sheets."""

from saksama.exchange.fields import Field, Kind, Role

ACTING = ("Plt.", "Plh.", "Pj.")


def person(prefix: str, who: str, *, required: bool = False, role: Role = Role.PLANNER) -> tuple[Field, ...]:
    """Five fields named "<prefix>_name" and so on; `who` ends each heading ("Nama kepala")."""
    return (
        Field(
            f"{prefix}_name",
            f"Nama {who}",
            "Nama lengkap dengan gelar",
            Kind.TEXT,
            role,
            example="Dra. Contoh Nama, M.Si.",
            required=required,
            width=28,
        ),
        Field(
            f"{prefix}_position",
            f"Jabatan {who}",
            "Jabatan yang dicetak di atas tanda tangan",
            Kind.TEXT,
            role,
            example="Kepala Badan Kesatuan Bangsa dan Politik",
            required=required,
            unless=(),
            when=() if required else (f"{prefix}_name",),
            width=28,
        ),
        Field(
            f"{prefix}_rank",
            f"Pangkat {who}",
            "Pangkat dan golongan ruang; kosong bila tidak dicetak",
            Kind.TEXT,
            role,
            example="Pembina Utama Muda, IV/c",
            width=20,
        ),
        Field(
            f"{prefix}_employee_number",
            f"NIP {who}",
            "18 angka, disimpan sebagai teks; kepala daerah tanpa NIP",
            Kind.TEXT,
            role,
            example="19700101 199501 1 001",
            width=22,
        ),
        Field(
            f"{prefix}_acting",
            f"Status {who}",
            "Hanya bila jabatan dirangkap: Plt., Plh. atau Pj.",
            Kind.TEXT,
            role,
            suggestions=ACTING,
            example="Plt.",
            width=10,
        ),
    )
