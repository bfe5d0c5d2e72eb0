"""`diary log`: write down what happened, in seconds."""

from diary.cli.log.command import log

__all__ = ["log"]
