"""An interpreter that has loaded what every command loads, and forks for each run of the program.

Started and asked by `warm_start`, through the socket whose number is its only argument. A request
is what a new process would be given: module, arguments, environment, folder, and its files. The
fork leaves the loop and becomes that run; how it ends is how the interpreter ends.

What touches keys is not loaded here: SQLCipher and libsodium lock memory and ask for random numbers
as they start, and a fork would inherit neither the locks nor a fresh start.
"""

import gc
import json
import os
import signal
import socket
import sys
from importlib import import_module
from pathlib import Path
from runpy import run_module
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from io import TextIOWrapper

LOADED = (
    *("click", "ctypes", "rich.console", "rich.table", "sqlalchemy.dialects.sqlite"),
    *("diary.alerts.assessment", "diary.alerts.rules", "diary.cycles", "diary.rates"),
    *("diary.interchange", "diary.cli.main", "diary.cli.log.command", "diary.cli.alerts_text"),
    *("diary.cli.listing", "diary.cli.rates.command", "diary_reports.content"),
)
LARGEST_REQUEST = 100_000


def next_run(link: socket.socket) -> dict[str, Any]:
    """Return in a new process what it shall run; this process answers its number and waits on."""
    while True:
        message, files, _, _ = socket.recv_fds(link, LARGEST_REQUEST, 3)
        if not message:
            sys.exit()
        between = os.fork()
        if between == 0:
            run = os.fork()
            if run == 0:
                link.close()
                return {**json.loads(message), "files": files}
            link.send(str(run).encode())
            os._exit(0)  # now the run is an orphan, and a child of the process that runs the tests
        os.waitpid(between, 0)
        link.send(b"begun")
        for file in files:
            os.close(file)


def become(run: dict[str, Any]) -> None:
    """Take on the environment, the folder, the arguments and the files of the run.

    Standard input, output and error were pipes here, so that they are what the interpreter makes of
    pipes; in a terminal it writes out line by line.
    """
    os.environ.clear()
    os.environ.update(run["env"])
    os.chdir(run["folder"])
    sys.path[0] = str(Path.cwd())
    sys.argv[1:] = run["args"]
    if len(run["files"]) == 1:
        (terminal,) = run["files"]
        os.login_tty(terminal)
        signal.signal(signal.SIGINT, signal.default_int_handler)
    else:
        for number, given in enumerate(run["files"]):
            os.dup2(given, number)
            os.close(given)
    for file in (sys.stdin, sys.stdout):
        cast("TextIOWrapper", file).reconfigure(line_buffering=file.isatty())


if __name__ == "__main__":
    for name in LOADED:
        import_module(name)
    gc.freeze()
    run = next_run(socket.socket(fileno=int(sys.argv[1])))
    become(run)
    run_module(run["module"], run_name="__main__", alter_sys=True)
