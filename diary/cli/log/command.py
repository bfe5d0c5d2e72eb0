"""The command itself: options first, then the questions, the saving, and the passphrase."""

import sys
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from diary.cli.ask import ask, words
from diary.cli.log.draft import Draft, Flow
from diary.cli.log.fields import FIELDS, SECTIONS
from diary.cli.log.flow import open_first, save
from diary.cli.log.given import (
    NEEDED,
    NOTHING,
    check_complete,
    draft_from,
    is_empty,
    with_note,
)
from diary.cli.log.questions_about import ABOUT
from diary.cli.log.questions_blood import BLEEDING
from diary.cli.log.questions_felt import FELT
from diary.cli.log.saving import refuse_unusable
from diary.cli.log.stopped import Stopped, unsaved
from diary.cli.log.talk import ask_needed, talk
from diary.cli.session import Session, pass_session
from diary.cli.words import plain
from diary.errors import InvalidValue, MissingInput
from diary.model.limits import NOTE_LIMIT

if TYPE_CHECKING:
    from collections.abc import Sequence


EVERYTHING: Flow = (*ABOUT, *BLEEDING, *FELT)


OPTIONS = tuple((title, [field.option() for field in fields]) for title, fields in SECTIONS)


class LogCommand(click.Command):
    """A command whose help shows its many options by subject."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options, and refuse what is given twice: the last would win in silence."""
        typed = list(args)
        rest = super().parse_args(ctx, args)
        if not ctx.resilient_parsing:
            _check_once(self.make_parser(ctx).parse_args(typed)[2])
        return rest

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options of each subject under its heading, those of every command first."""
        by_subject = {id(option) for _, options in OPTIONS for option in options}
        others = [option for option in self.get_params(ctx) if id(option) not in by_subject]
        _write_section("Options", others, ctx=ctx, formatter=formatter)
        for title, options in OPTIONS:
            _write_section(title, options, ctx=ctx, formatter=formatter)


def _check_once(given: "Sequence[click.Parameter]") -> None:
    """Refuse an option given again, or with its opposite, unless it may be given several times.

    Raises:
        InvalidValue: naming the options.
    """
    before: dict[str | None, click.Option] = {}
    for option in given:
        if not isinstance(option, click.Option) or option.multiple:
            continue
        if option.name in before:
            both = (before[option.name], option)
            names = dict.fromkeys(n for each in both for n in (*each.opts, *each.secondary_opts))
            raise InvalidValue(f"give {' or '.join(names)} only once")
        before[option.name] = option


def _write_section(
    title: str,
    options: "Sequence[click.Parameter]",
    *,
    ctx: click.Context,
    formatter: click.HelpFormatter,
) -> None:
    rows = [row for option in options if (row := option.get_help_record(ctx))]
    with formatter.section(title):
        formatter.write_dl(rows)


def _show_words(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    """Print every word that the options know, with what it means."""
    if not value or ctx.resilient_parsing:
        return
    for field in FIELDS:
        if field.words:
            click.echo(field.spelt)
        for each in field.words:
            click.echo(f"  {each.value}  ({plain(each)})")
    ctx.exit()


@click.command(cls=LogCommand, params=[option for _, options in OPTIONS for option in options])
@click.option("--on", metavar="DAY", help="Like yesterday, 'last friday', '2 november 23:10'.")
@click.option("--at", metavar="TIME", help="Like 23:10 or 9pm.")
@click.option("--since", metavar="DAY", help="When the signs began, if before that day.")
@click.option("--note", is_flag=True, help="Read a note from standard input, or ask for it.")
@click.option(
    "--unlock/--sealed",
    default=None,
    help="Unlock first, so that the questions fit you; or only save, to file it later.",
)
@click.option(
    "--words",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_words,
    help="List every word that the options know, and leave.",
)
@pass_session
def log(
    session: Session,
    /,
    note: bool,
    unlock: bool | None,
    **values: Any,  # noqa: ANN401 - the options of an entry
) -> None:
    """Write down what happened: bleeding, sex without bleeding, pain, anything you notice.

    Alone it asks, one short question at a time. With options it saves what they say. What you do
    not say stays unknown; it is never taken as "no".

    It is saved before the passphrase is asked for. Enter skips that: then it is filed the next time
    that you unlock the diary.

    Options stay in the history of your shell, and others on this computer may see them while the
    command runs. "diary log" alone needs none.
    """
    draft = draft_from(values, now=session.now())
    if not session.may_ask:
        draft = with_note(draft, note_from_input() if note else None)
        if is_empty(draft):
            raise MissingInput(NOTHING)
        check_complete(draft)
    refuse_unusable(session)
    asks_all = session.may_ask and is_empty(draft) and not note
    is_to_hand = asks_all and session.passphrase_file is not None
    with ExitStack() as stack:
        opens_first = is_to_hand if unlock is None else unlock
        vault = open_first(session, stack) if opens_first else None
        stays_locked = vault is None and (session.passphrase_file is None or unlock is False)
        history = vault.history() if vault else draft.history
        known = replace(draft, history=history, is_locked=stays_locked)
        finished = _finished(session, known, note=note)
        if is_empty(finished):
            raise Stopped
        save(session, finished, vault=vault, stays_sealed=unlock is False, was_asked=asks_all)


def _finished(session: Session, draft: Draft, *, note: bool) -> Draft:
    """Return the draft with all that is still to be asked.

    Raises:
        Stopped: where the person stopped it.
    """
    if not session.may_ask:
        return draft
    with unsaved():
        if is_empty(draft) and not note:
            return talk(draft, EVERYTHING)
        asked = ask_needed(draft, NEEDED)
        return with_note(asked, ask("Note:", words())) if note else asked


def note_from_input() -> str:
    """Read a note as UTF-8 from standard input.

    Raises:
        InvalidValue: where it is too long, or no text.
    """
    most = 4 * NOTE_LIMIT  # a letter takes at most 4 bytes
    data = sys.stdin.buffer.read(most + 1)
    if len(data) > most:
        raise InvalidValue(f"the note is longer than {NOTE_LIMIT:,} characters")
    try:
        return data.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        raise InvalidValue("the note is not text that can be read; save it as UTF-8") from None
