#!/usr/bin/env python3
"""Validates what the program writes, document by document, against both published schemas.

  output_schema_test.py BINARY BUILD_DIR [FOLDER...]

`dump --runs` of every document of the sample meeting, and of each further FOLDER, against
docs/document.schema.json; results.json of a run over each against docs/results.schema.json. A
FOLDER that is not there is skipped, and said so.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(0)

ROOT = Path(__file__).resolve().parents[2]
UNREADABLE = 3


def validator(name):
    schema = json.loads((ROOT / "docs" / name).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def faults(check, text, what):
    first = next(check.iter_errors(json.loads(text)), None)
    if first is None:
        return 0
    print(f"{what}: {first.json_path}: {first.message[:300]}")
    return 1


def check_dump(binary, check, path):
    done = subprocess.run([binary, "dump", "--runs", path], capture_output=True, check=False)
    if done.returncode == UNREADABLE:
        return 0
    if done.returncode != 0:
        print(f"{path}: dump ended with {done.returncode}: {done.stderr.decode(errors='replace')}")
        return 1
    return faults(check, done.stdout, path)


def check_folder(binary, documents, results, folder):
    found = sum(check_dump(binary, documents, path)
                for path in sorted(folder.rglob("*")) if path.is_file())
    with tempfile.TemporaryDirectory() as out:
        done = subprocess.run([binary, "run", folder, "-o", out], capture_output=True, check=False)
        if done.returncode not in (0, UNREADABLE):
            print(f"{folder}: run ended with {done.returncode}: {done.stderr.decode(errors='replace')}")
            return found + 1
        return found + faults(results, (Path(out) / "results.json").read_bytes(), folder)


def main():
    binary, build = sys.argv[1], Path(sys.argv[2])
    documents, results = validator("document.schema.json"), validator("results.schema.json")
    found = 0
    for folder in [build / "corpus" / "meeting", *map(Path, sys.argv[3:])]:
        if folder.is_dir():
            found += check_folder(binary, documents, results, folder)
        else:
            print(f"skipped: no {folder}")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
