"""A folder that takes no writing, and a disk that is full: real, for one program alone (Linux).

The program gets mounts that nobody else sees, which most systems let everybody have. What it
leaves on the full disk is copied back once it has ended.
"""

import subprocess
from pathlib import Path

ALONE = ("unshare", "--map-root-user", "--mount", "sh", "-c")

READ_ONLY = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'

FULL = """
disk=$1
shift
mount -t tmpfs -o size=64m,mode=700 tmpfs "$disk" && cp -a "$0/." "$disk" &&
used=$(df --block-size=4096 --output=used "$disk" | tail -n 1) &&
mount -o remount,size=$((used * 4096)) "$disk" && mount --bind "$disk" "$0" || exit 99
"$@"
status=$?
umount "$0" && find "$0" -mindepth 1 -delete && cp -a "$disk/." "$0" || exit 99
exit $status
"""


def read_only(folder: Path) -> tuple[str, ...]:
    """Return how a command begins that finds the folder read-only."""
    return (*ALONE, READ_ONLY, str(folder))


def full(folder: Path) -> tuple[str, ...]:
    """Return how a command begins that finds the folder, which is not empty, on a full disk."""
    disk = folder.with_name("disk")
    disk.mkdir()
    return (*ALONE, FULL, str(folder), str(disk))


def is_possible() -> bool:
    """Say whether this computer lets a program have mounts of its own."""
    try:
        tried = subprocess.run(
            [*ALONE, "mount -t tmpfs tmpfs /mnt"], capture_output=True, check=False
        )
    except OSError:
        return False
    return tried.returncode == 0
