"""What is watched under strace: every command that there is."""

from benchmarks.traces import RUNS
from diary.cli.main import COMMANDS


def test_every_command_is_watched() -> None:
    assert {run.args[0] for run in RUNS} == set(COMMANDS)
