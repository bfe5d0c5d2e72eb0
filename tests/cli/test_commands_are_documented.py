"""Every command, option and exit status is documented, and help is there for each."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from diary.cli.main import COMMANDS, cli
from diary.errors import ExitStatus

DOCS = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_each_command_is_in_the_docs_and_has_help(name: str) -> None:
    assert f"diary {name}" in DOCS
    shown = CliRunner(catch_exceptions=False).invoke(cli, [name, "--help"])
    assert shown.exit_code == 0
    assert shown.stdout.startswith("Usage:")


@pytest.mark.parametrize("status", list(ExitStatus))
def test_each_exit_status_is_in_the_docs(status: ExitStatus) -> None:
    assert f"| {status.value} |" in DOCS


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_each_option_says_what_it_does(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    options = [param for param in command.params if isinstance(param, click.Option)]
    assert [option.name for option in options if not option.help] == []
