#!/usr/bin/env python3
"""Runs the commands that pages show and compares what they print.

  console_test.py BINARY BUILD_DIR PAGE...

A page holds ```console blocks (or with a longer fence): a line `$ command` is run by bash, the lines after it are its
output. `…` alone on a line stands for any lines, inside a line for any characters. `[exit N]`
closes the output of a command that exits with N; others must exit with 0. Standard error counts as
output. Each page runs in a scratch folder of its own that holds `meeting/`, the sample meeting.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SECONDS = 120


def blocks(page):
    """(line number, command, expected lines) of every command of a page."""
    command, number, expected, fence = None, 0, [], None
    for at, line in enumerate(page.read_text(encoding="utf-8").splitlines(), start=1):
        if fence is None:
            opening = re.fullmatch("(```+)console", line)
            fence = opening and opening.group(1)
            continue
        if line == fence or line.startswith("$ "):
            if command is not None:
                yield number, command, expected
            command, number, expected = (line[2:], at, []) if line.startswith("$ ") else (None, 0, [])
            fence = None if line == fence else fence
        else:
            expected.append(line)


def matches(line, pattern):
    return re.fullmatch(".*".join(map(re.escape, pattern.split("…"))), line) is not None


def same(lines, patterns):
    """Whether the output is what the page shows; `…` lines match any number of lines."""
    reachable = {0}
    for pattern in patterns:
        if pattern == "…":
            reachable = set(range(min(reachable), len(lines) + 1)) if reachable else set()
        else:
            reachable = {at + 1 for at in reachable if at < len(lines) and matches(lines[at], pattern)}
    return len(lines) in reachable


def run(command, folder, environment):
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, timeout=SECONDS,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    if done.returncode != 0:
        lines.append(f"[exit {done.returncode}]")
    return [line.rstrip() for line in lines]


def check_page(page, binary, build):
    faults = count = 0
    with tempfile.TemporaryDirectory() as scratch:
        shutil.copytree(build / "corpus" / "meeting", Path(scratch) / "meeting")
        path = f"{binary.parent}{os.pathsep}{os.environ['PATH']}"
        environment = {**os.environ, "PATH": path, "LC_ALL": "C.UTF-8"}
        for number, command, expected in blocks(page):
            count += 1
            lines = run(command, scratch, environment)
            if same(lines, [line.rstrip() for line in expected]):
                continue
            faults += 1
            print(f"{page}:{number}: $ {command}\n--- expected\n" + "\n".join(expected))
            print("--- got\n" + "\n".join(lines) + "\n---")
    print(f"{page}: {count} commands, {faults} differ")
    return faults, count


def main():
    binary, build = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    results = [check_page(Path(page), binary, build) for page in sys.argv[3:]]
    if not all(count for _, count in results):
        sys.exit("a page without a console block tests nothing")
    sys.exit(1 if any(faults for faults, _ in results) else 0)


if __name__ == "__main__":
    main()
