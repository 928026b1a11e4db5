"""How reports spell the same word: variants, abbreviations and words written together or apart."""

VARIANTS: dict[str, str] = {
    **dict.fromkeys(("prosentase", "presentase", "prosentasi", "persentasi", "porsentase", "proentase"), "persentase"),
    **dict.fromkeys(("survey", "surve", "survai"), "survei"),
    **dict.fromkeys(("standart", "standard", "standarisasi"), "standar"),
    "yg": "yang",
    "dgn": "dengan",
    "dlm": "dalam",
    "utk": "untuk",
    "tsb": "tersebut",
    "thd": "terhadap",
    "pd": "pada",
    "dr": "dari",
    "tdk": "tidak",
    "jml": "jumlah",
    "thn": "tahun",
    "dll": "lain lain",
    "kab": "kabupaten",
    "prov": "provinsi",
    "propinsi": "provinsi",
    "resiko": "risiko",
    "kwalitas": "kualitas",
    "kwantitas": "kuantitas",
    "aktifitas": "aktivitas",
    "efektifitas": "efektivitas",
    "produktifitas": "produktivitas",
    "kreatifitas": "kreativitas",
    "analisa": "analisis",
    "metoda": "metode",
    "obyek": "objek",
    "subyek": "subjek",
    "sistim": "sistem",
    "system": "sistem",
    "ijin": "izin",
    "perijinan": "perizinan",
    "jadual": "jadwal",
    "hutang": "utang",
    "praktek": "praktik",
    "tehnik": "teknik",
    "tehnis": "teknis",
    "tehnologi": "teknologi",
    "atlit": "atlet",
    "trampil": "terampil",
    "apotik": "apotek",
    "nasehat": "nasihat",
    "ketentraman": "ketenteraman",
    "managemen": "manajemen",
    "management": "manajemen",
    "indek": "indeks",
    "index": "indeks",
    "indicator": "indikator",
    "realiasasi": "realisasi",
    "organisai": "organisasi",
    "milyar": "miliar",
    "trilyun": "triliun",
    "nopember": "november",
    "pebruari": "februari",
    "rerata": "rata rata",
    "walikota": "wali kota",
    "kerjasama": "kerja sama",
    "tanggungjawab": "tanggung jawab",
    "subkegiatan": "sub kegiatan",
    "tatakelola": "tata kelola",
    "tatalaksana": "tata laksana",
    "sumberdaya": "sumber daya",
    "sarpras": "sarana prasarana",
}
"""A word as it is found → the word (or words) that it is compared as."""

FILLERS = frozenset(
    ("dan", "serta", "atau", "yang", "di", "ke", "dari", "dalam", "pada", "untuk", "terhadap", "atas", "oleh", "dengan")
) | {"para", "sebagai", "bagi", "antar", "secara", "akan", "tersebut", "the", "of", "per"}
"""Words that a name may gain or lose without becoming another."""

NEGATIONS = frozenset(("tidak", "tak", "belum", "bukan", "non", "tanpa", "anti", "kurang", "gagal", "luar"))

_UP = ("meningkat", "meningkatnya", "meningkatkan", "peningkatan", "naik", "kenaikan", "bertambah", "bertambahnya")
_DOWN = ("menurun", "menurunnya", "menurunkan", "penurunan", "turun", "turunnya", "berkurang", "berkurangnya")
DIRECTIONS: dict[str, str] = {
    **dict.fromkeys((*_UP, "penambahan", "naiknya"), "naik"),
    **dict.fromkeys((*_DOWN, "pengurangan", "mengurangi"), "turun"),
}
"""Words that say which way something goes: a name keeps them, in number and direction."""
