"""Run `python -m diary` like the `diary` command."""

from diary.cli.main import main

main()
