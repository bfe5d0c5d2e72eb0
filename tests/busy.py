"""A diary that another program is writing to, for as long as a test wants."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from running import PASSPHRASE

HOLD = """
import sys
from pathlib import Path
from diary.vault.connection import connect
driver = connect(Path(sys.argv[1]), sys.argv[2])
driver.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held_by_another_program(home: Path) -> Iterator[None]:
    """Keep the diary busy: another process has begun to write and does not finish."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(home / "diary.db"), PASSPHRASE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert holder.stdout is not None
    assert holder.stdin is not None
    try:
        assert holder.stdout.readline() == b"held\n"
        yield
    finally:
        holder.stdin.close()
        holder.wait()
        holder.stdout.close()
