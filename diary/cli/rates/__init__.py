"""`diary rates`: how often bleeding followed sex, in words, tables and a plot of the months."""

from diary.cli.rates.command import rates

__all__ = ["rates"]
