"""How the words and numbers of options are read, and what is said where they cannot be."""

from collections.abc import Callable
from enum import Enum
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from diary.errors import InvalidValue
from diary.model import Product
from diary.model.vocabulary import ProductKind, Soaked

WordT = TypeVar("WordT", bound=Enum)


class Read(click.ParamType[Any]):
    """A value that a function reads from text; what it refuses ends as `InvalidValue`."""

    name = "value"

    def __init__(
        self,
        read: Callable[[str], Any],
        metavar: str,
        *,
        words: tuple[str, ...] = (),
        bare: bool = False,
    ) -> None:
        """Keep the function, the name for the help, and the words that a shell may complete.

        `bare`: it may stand without a value.
        """
        self.read = read
        self.metavar = metavar
        self.words = words
        self.bare = bare

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002
        """Return what stands for the value in the help."""
        return self.metavar

    def convert(
        self,
        value: Any,  # noqa: ANN401 - as click declares it
        param: click.Parameter | None,
        ctx: click.Context | None,  # noqa: ARG002 - as click declares it
    ) -> Any:  # noqa: ANN401 - as click declares it
        """Read the value; the empty text of an option that may stand without one is kept."""
        if not isinstance(value, str) or (self.bare and not value):
            return value
        try:
            return self._read(value)
        except InvalidValue as error:
            option = param.opts[0] if param is not None else "the option"
            raise InvalidValue(f"{option}: {error}") from None

    def _read(self, text: str) -> Any:  # noqa: ANN401 - whatever the function makes of it
        if not text.strip():
            raise InvalidValue('the value is empty; "diary log --help" shows what it can be')
        return self.read(text)

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 - as click declares it
        param: click.Parameter,  # noqa: ARG002 - as click declares it
        incomplete: str,
    ) -> list[CompletionItem]:
        """Offer the words that begin so."""
        return [CompletionItem(each) for each in self.words if each.startswith(incomplete)]


def word(words: type[WordT]) -> Callable[[str], WordT]:
    """Return a reader of the enum's words, which suggests one for a slip of the finger."""
    by_value = {each.value: each for each in words}

    def read(text: str) -> WordT:
        said = text.strip().lower().replace("-", "_").replace(" ", "_")
        if said not in by_value:
            raise InvalidValue(_unknown(said, list(by_value)))
        return by_value[said]

    return read


def _unknown(said: str, known: list[str]) -> str:
    """Say what may have been meant; the word itself, which may be private, is not repeated."""
    from difflib import get_close_matches

    close = get_close_matches(said, known, n=1)
    if close:
        return f'that word is not known; did you mean "{close[0]}"?'
    if len(known) <= 20:
        return f"that word is not known; use one of {', '.join(known)}"
    return 'that word is not known; "diary log --words" lists all'


def read_product(text: str) -> Product:
    """Read pad:3 or pad:3:full.

    Raises:
        InvalidValue: where it is of another form, or a word is not known.
    """
    kind, _, rest = text.partition(":")
    count, _, soaked = rest.partition(":")
    if not (count.isascii() and count.isdigit() and len(count) <= 3):
        raise InvalidValue("write it like pad:3 or pad:3:full")
    return Product(
        kind=word(ProductKind)(kind),
        count=int(count),
        soaked=word(Soaked)(soaked) if soaked else None,
    )
