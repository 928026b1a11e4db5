"""A name that an export writes in capitals → the name as documents print it."""

import re

_SMALL = frozenset(
    [
        "dan",
        "di",
        "ke",
        "dari",
        "untuk",
        "pada",
        "yang",
        "dengan",
        "serta",
        "atau",
        "bagi",
        "oleh",
        "dalam",
        "terhadap",
        "antar",
    ]
)
_ABBREVIATIONS = frozenset(
    [
        "APBD",
        "APBN",
        "ASN",
        "BLUD",
        "BOK",
        "BOS",
        "BUMD",
        "BUMN",
        "HAM",
        "HIV",
        "IKM",
        "IPAL",
        "JKN",
        "KB",
        "LAKIP",
        "LKjIP",
        "NKRI",
        "OPD",
        "PAUD",
        "PKK",
        "PNS",
        "POLRI",
        "PPID",
        "PSU",
        "RDTR",
        "RPJMD",
        "RPJPD",
        "RSUD",
        "RT",
        "RTRW",
        "RW",
        "SAKIP",
        "SDM",
        "SPAM",
        "SPBE",
        "SPIP",
        "TIK",
        "TNI",
        "UMKM",
        "UPT",
        "UPTD",
    ]
)
"""Only what is no word besides; abbreviations without a vowel need no list."""
_KEPT = {word.upper(): word for word in _ABBREVIATIONS}
_WORD = re.compile(r"[^\W\d_]+")


def proper_name(name: str) -> str:
    """The name on one line; where it has no small letter, in title case, with certain abbreviations kept."""
    plain = " ".join(name.split())
    if any(letter.islower() for letter in plain):
        return plain
    return _WORD.sub(lambda found: _proper(found[0], is_first=found.start() == 0), plain)


def _proper(word: str, *, is_first: bool) -> str:
    if word in _KEPT:
        return _KEPT[word]
    if len(word) > 1 and (not re.search(r"[AEIOUY]", word) or re.fullmatch(r"I{2,3}|IV|VI{1,3}|IX", word)):
        return word
    return word.lower() if word.lower() in _SMALL and not is_first else word.capitalize()
