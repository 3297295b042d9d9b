#!/usr/bin/env python3
"""Runs clang-tidy over sources and remembers which are clean.

    tools/tidy.py BUILD JOBS SOURCE...

BUILD holds compile_commands.json. clang-tidy takes half a minute for a source, nearly all of it for the
headers of libraries, so a source is looked at again only when what the preprocessor makes of it, or
a .clang-tidy, is no longer what was found clean. Exit 1 when a source is not clean; what clang-tidy says
of it is printed.
"""

import concurrent.futures
import hashlib
import json
import pathlib
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TIDY = "clang-tidy-16"


def compile_commands(build):
    entries = json.loads((build / "compile_commands.json").read_text())
    return {entry["file"]: entry for entry in entries}


def preprocessed(entry):
    """The source as the compiler sees it: what clang-tidy's verdict depends on."""
    words = shlex.split(entry["command"])
    words[words.index("-o") + 1] = "-"
    words[words.index("-c")] = "-E"
    words = [word for word in words if not word.endswith("ccache")]
    return subprocess.run(words, cwd=entry["directory"], capture_output=True, check=True).stdout


def configurations(source):
    """What tells clang-tidy how to look at a source: .clang-tidy of the root, then of the folders down to it."""
    folders = [folder for folder in pathlib.Path(source).parents if folder.is_relative_to(ROOT)]
    return [folder / ".clang-tidy" for folder in reversed(folders) if (folder / ".clang-tidy").is_file()]


def stamp_of(entry, build):
    digest = hashlib.sha256()
    for configuration in configurations(entry["file"]):
        digest.update(configuration.read_bytes())
    digest.update(preprocessed(entry))
    return build / "clean" / digest.hexdigest()


def faults(entry, build):
    """What clang-tidy says of the source; empty when it is clean."""
    try:
        stamp = stamp_of(entry, build)
    except subprocess.CalledProcessError as error:
        return error.stderr.decode(errors="replace")
    if stamp.exists():
        return ""
    run = subprocess.run([TIDY, "-quiet", "-p", str(build), entry["file"]],
                         capture_output=True, text=True, check=False)
    if run.returncode == 0 and not run.stdout.strip():
        stamp.touch()
        return ""
    return run.stdout or run.stderr


def main():
    build, jobs = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    sources = [str(pathlib.Path(path).resolve()) for path in sys.argv[3:]]
    (build / "clean").mkdir(exist_ok=True)
    known = compile_commands(build)
    # A source that no target of this build compiles, such as a fuzzer's, has no command to check it by.
    entries = [known[source] for source in sources if source in known]
    unclean = 0
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for said in pool.map(lambda entry: faults(entry, build), entries):
            if said:
                unclean += 1
                print(said, flush=True)
    print(f"{len(entries)} sources, {unclean} with faults, {len(sources) - len(entries)} not built here")
    return 1 if unclean else 0


if __name__ == "__main__":
    if len(sys.argv) <= 3 or {"-h", "--help"} & set(sys.argv):
        sys.exit(__doc__)
    sys.exit(main())
