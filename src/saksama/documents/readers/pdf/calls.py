"""The calls of pdfium that run for each character and each segment of a path, without a pointer object for each."""

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

_ADDRESS, _NUMBER = ctypes.c_void_p, ctypes.c_int


def _direct(call: Any, result: Any, *arguments: Any) -> Any:
    # PYFUNCTYPE keeps the interpreter's lock: to let it go and take it again costs more than the call.
    return ctypes.PYFUNCTYPE(result, *arguments)(address(call))


def address(pointer: Any) -> Any:
    """Where something of pdfium lies, as these calls take it."""
    return ctypes.cast(pointer, _ADDRESS).value


code_of = _direct(pdfium.FPDFText_GetUnicode, ctypes.c_uint, _ADDRESS, _NUMBER)
object_of = _direct(pdfium.FPDFText_GetTextObject, _ADDRESS, _ADDRESS, _NUMBER)
has_map_error = _direct(pdfium.FPDFText_HasUnicodeMapError, _NUMBER, _ADDRESS, _NUMBER)
put_loose_box = _direct(pdfium.FPDFText_GetLooseCharBox, _NUMBER, _ADDRESS, _NUMBER, _ADDRESS)
segment_of = _direct(pdfium.FPDFPath_GetPathSegment, _ADDRESS, _ADDRESS, _NUMBER)
kind_of_segment = _direct(pdfium.FPDFPathSegment_GetType, _NUMBER, _ADDRESS)
put_point = _direct(pdfium.FPDFPathSegment_GetPoint, _NUMBER, _ADDRESS, _ADDRESS, _ADDRESS)
closes = _direct(pdfium.FPDFPathSegment_GetClose, _NUMBER, _ADDRESS)
