"""A private diary for bleeding after sex: encrypted, offline, in a terminal."""

__version__ = "0.1.0"
