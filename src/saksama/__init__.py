"""Saksama: performance accountability (SAKIP) for Indonesian government agencies."""

__version__ = "0.1.0"
