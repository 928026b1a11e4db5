"""The figure in a cell: the kernel's readings, and the cell customs around them that a reader must see through."""

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from saksama.kernel.figures import Blank, Figure, read_figure

COUNTABLE = re.compile(
    r"(?:orang|jiwa|kk|keluarga|rumah tangga|siswa|pengunjung|penumpang|pasien|pegawai|desa|kelurahan|kelompok|lembaga"
    r"|unit|buah|kasus|kejadian|dokumen|eksemplar|berkas|surat|pucuk|ekor|pohon|kendaraan)\b",
    re.IGNORECASE,
)
"""A unit of what comes whole, at the beginning of a text: three decimals of it are thousands."""
_THRESHOLD = re.compile(
    r"^\s*(?:[≥≤<>]|x\s*[<>≥≤])|[<≤]\s*x|\bke\s?atas\b|\bke\s?bawah\b|\d\s*[≤≥<>]\s*\d"
    r"|^\s*(?:minimal|maksimal|lebih (?:dari|besar)|kurang dari)\b",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"[-−]?\d[\d.,]*\s*%?\s*(?:[-–—−]|s\.?\s?/?d\.?|sampai(?: dengan)?)\s*[-−]?\d[\d.,]*(?:\s*[^\d\s]+)*",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(r"(?P<figure>[^()]*\d[^()]*?)\s*\(\s*(?:th\.?|tahun)?\s*(?P<year>20\d\d)\s*\)", re.IGNORECASE)
_REMARKED = re.compile(r"(?P<figure>\d[\d.,]*\s*%?)\s*\([^\W\d_][^()]{3,200}\)")
_BRACKETED = re.compile(r"(?P<word>[^\W\d_][^()]*?)\s*\(\s*(?P<figure>\d[\d.,]*\s*%?)\s*\)")
_GRADED = re.compile(
    r"(?P<word>(?:predikat\s+|nilai\s+)?[A-D]{1,2}[+-]?)\s*[/:=,]\s*(?P<figure>\d[\d.,]*)", re.IGNORECASE
)
_OF_WHOLE = re.compile(r"(?P<figure>\d{1,4})\s+(?:dari|of)\s+(?P<whole>\d{1,4})\b(?P<rest>[^\d]*)", re.IGNORECASE)
_GROUPED = re.compile(r"(?:rp\.?\s*)?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:[.,]\d{1,2})?(?:,-)?\s*%?", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_SIMPLE = re.compile(r"(?P<whole>[1-9]\d{0,2}(?:\.\d{3}){2,}|\d{1,6})(?:,(?P<part>\d{1,2}))?(?P<percent>%)?", re.ASCII)
_LONGEST, _LONGEST_WORD = 80, 24
"""Longer text is no figure: of any kind, of those without a digit."""
_MONEY_BEGINNINGS = ("rp", "id")
"""Of the texts that begin with a letter only amounts ("Rp", "IDR") can be figures by themselves."""

Found = tuple[tuple[Figure, ...], Blank | None]
"""The readings of a cell, or what stands there instead."""


@lru_cache(maxsize=65536)
def cell_figure(text: str) -> Found:
    """Every number that a cell can mean.

    "Nilai A (83)" is 83 and keeps its word as unit, "65 (2018)" and "65 (realisasi 2018)" are 65, "2 dari 3" is 2 of
    the unit "dari 3". A threshold or range ("≥ 91", "7–8") is no figure. A number broken over two lines is read as one
    where only that makes a number.
    """
    simple = _SIMPLE.fullmatch(text)
    if simple:  # most cells: the kernel would say the same more slowly
        whole, part = simple["whole"].replace(".", ""), simple["part"] or ""
        value = Decimal(f"{whole}.{part}" if part else whole)
        return (Figure(text, value, len(part), "%" if simple["percent"] else ""),), None
    if text[:1].isalpha() and text[:2].lower() not in _MONEY_BEGINNINGS and _DIGIT.search(text):
        return _seen_through(text, Blank.WORDS)
    if not _DIGIT.search(text):
        found = read_figure(text) if len(text) < _LONGEST_WORD else Blank.WORDS
        return ((), found) if isinstance(found, Blank) else (found, None)
    if len(text) > _LONGEST and not _REMARKED.fullmatch(text):
        return (), Blank.WORDS
    if _THRESHOLD.search(text) or _RANGE.fullmatch(text):
        return (), Blank.WORDS
    found = read_figure(text)
    if not isinstance(found, Blank):
        return found, None
    return _seen_through(text, found)


def _seen_through(text: str, blank: Blank) -> Found:
    if len(text) > _LONGEST and blank is Blank.WORDS and not _REMARKED.fullmatch(text):
        return (), blank
    whole = " ".join(text.split())
    for pattern in (_OF_YEAR, _REMARKED, _BRACKETED, _GRADED, _OF_WHOLE):
        match = pattern.fullmatch(whole)
        if match is None:
            continue
        inner = read_figure(match["figure"])
        if isinstance(inner, Blank):
            continue
        groups = match.groupdict()
        if "word" in groups or "whole" in groups:
            unit = groups.get("word") or f"dari {groups['whole']}"
            return tuple(replace(figure, text=text, unit=unit) for figure in inner), None
        return tuple(replace(figure, text=text) for figure in inner), None
    joined = re.sub(r"(?<=[\d.,])\s*\n\s*(?=[\d.,])", "", text)
    if joined != text and _GROUPED.fullmatch(joined.strip()):
        again = read_figure(joined)
        if not isinstance(again, Blank):
            return tuple(replace(figure, text=text) for figure in again), None
    return (), blank


def year_in_cell(text: str) -> str:
    """The year in "65 (2018)"; "" where the cell names none."""
    match = _OF_YEAR.fullmatch(" ".join(text.split()))
    return match["year"] if match else ""


def glued_figures(text: str) -> tuple[str, ...]:
    """The figures of a cell that holds several, separated by spaces or lines; () where it holds anything else."""
    parts = re.sub(r"(?<=\d)\s+%", "%", text).replace("Rp ", "Rp").split()
    if not 2 <= len(parts) <= 12:
        return ()
    are_figures = all(_DIGIT.search(part) and re.fullmatch(r"(?:Rp\.?)?[\d.,]+%?(?:,-)?", part) for part in parts)
    return tuple(parts) if are_figures and all(cell_figure(part)[0] for part in parts) else ()
