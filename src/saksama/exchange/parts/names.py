"""Sheets that only a part of a workbook has; nothing of the record is read from them."""

PART_SHEET = "Bagian Anda"
"""What the part is for, and what is still owed."""

ORIGIN_SHEET = "Asal"
"""Hidden: what the part was made from."""
