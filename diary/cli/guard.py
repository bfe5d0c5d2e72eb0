"""What the process may leave behind: closed files, no memory on the disk, errors without contents.

A crash of the program writes no core file, other programs of the same person may not read its
memory (Linux), and what it says of itself names lines of the program, never what was typed.
"""

import os
import sys
import threading
from collections.abc import Iterator
from traceback import extract_tb
from types import TracebackType

PR_SET_DUMPABLE = 4
"""From linux/prctl.h: 0 forbids core files, and reading the memory of the process."""

MISTAKE = (
    "This is a mistake in the program, not in what you did. What was saved before is still there.\n"
    "Nothing that you wrote stands in the lines below; they help whoever mends it:"
)


def guard() -> None:
    """Set all of it, before anything is read or written."""
    os.umask(0o077)
    _forbid_core_files()
    sys.excepthook = _show_without_contents
    sys.unraisablehook = _show_aside
    threading.excepthook = _show_aside


def _forbid_core_files() -> None:
    if os.name != "posix":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)


def _show_without_contents(
    kind: type[BaseException], _error: BaseException | None, trace: TracebackType | None
) -> None:
    """Print where it happened; the message of an exception can hold what somebody wrote."""
    lines = "\n".join(_places(trace))
    print(f"{MISTAKE}\n{lines}\n{kind.__name__}", file=sys.stderr)  # noqa: T201 - click may be broken


def _show_aside(told: "sys.UnraisableHookArgs | threading.ExceptHookArgs") -> None:
    """Show in the same way what goes wrong in a thread, or while something is cleared away."""
    if told.exc_type is not SystemExit:
        _show_without_contents(told.exc_type, told.exc_value, told.exc_traceback)


def _places(trace: TracebackType | None) -> Iterator[str]:
    for frame in extract_tb(trace):
        package = frame.filename.replace("\\", "/").rpartition("/site-packages/")[2]
        yield f"  {'/'.join(package.split('/')[-3:])}:{frame.lineno} {frame.name}"
