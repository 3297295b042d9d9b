#!/usr/bin/env python3
"""The facts of the sample documents against corpus/key.toml.

  corpus_facts_test.py PROGRAM FOLDER    FOLDER holds the built documents, by the key's folders

A fact is the key's when the members that identify it are equal. Prints how many of the key's facts
were read, how many of those read are the key's, and how many of the key's members are word for word.
"""

import json
import re
import subprocess
import sys
import tomllib
import unittest
from collections import Counter
from pathlib import Path

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
KEY = tomllib.loads((CORPUS / "key.toml").read_text(encoding="utf-8"))
IDENTIFYING = {
    "agenda-item": ("number", "title"), "decision": ("verb",), "position": ("party", "stance"),
    "action": ("what",), "deadline": ("date",), "appointment": ("person", "office"),
    "meeting": ("from", "until"), "liaison": ("title",), "work-item": ("reference",),
    "vote": ("in_favour", "against", "abstained"), "reference": ("identifier",),
    "roadmap-entry": ("number", "title"), "term": ("term",),
}
# Of 100. Raise them with the program; they never go down.
LEAST_READ, LEAST_RIGHT, LEAST_MEMBERS = 96, 98, 92


def plain(value):
    """Without what typography adds."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    return re.sub(r"\s+", " ", str(value).replace("\u2019", "'").replace("\u2011", "-")).strip()


def identity(kind, fact):
    return tuple(plain(fact.get(member, "")) for member in IDENTIFYING[kind])


def facts_in(document):
    for kind in IDENTIFYING:
        for fact in document.get(kind, []):
            yield kind, fact


def read_facts(program, folder):
    """The facts of a folder by document and type."""
    out = subprocess.run([program, "extract", folder], capture_output=True, check=False).stdout
    found = {}
    for fact in json.loads(out)["facts"]:
        found.setdefault((Path(fact["document"]).name, fact["type"]), []).append(fact)
    return found


def compare(document, found, counts, missing):
    for kind, expected in facts_in(document):
        counts["expected"] += 1
        candidates = found.get((document["path"], kind), [])
        same = [f for f in candidates if identity(kind, f) == identity(kind, expected)]
        if not same:
            missing.append(f"{document['path']}: no {kind} {identity(kind, expected)}")
            continue
        members = {m: v for m, v in expected.items() if m in same[0]}
        best = max(same, key=lambda f: sum(plain(f[m]) == plain(v) for m, v in members.items()))
        candidates.remove(best)
        counts["read"] += 1
        counts["members"] += len(members)
        counts["equal"] += sum(plain(best[m]) == plain(v) for m, v in members.items())


class CorpusFacts(unittest.TestCase):
    def test_the_facts_of_every_document_are_those_of_the_key(self):
        counts, missing, invented = Counter(), [], []
        for folder in sorted({d["folder"] for d in KEY["document"]}):
            found = read_facts(PROGRAM, BUILT / folder)
            paths = {d["path"] for d in KEY["document"] if d["folder"] == folder}
            for document in KEY["document"]:
                if document["folder"] == folder:
                    compare(document, found, counts, missing)
            # The key does not list every reference and term of every document.
            invented += [f"{path}: {kind} {identity(kind, fact)} {fact['evidence']['quote'][:60]}"
                         for (path, kind), left in found.items() if path in paths
                         and kind not in ("reference", "term") for fact in left]
        read = 100 * counts["read"] / counts["expected"]
        right = 100 * counts["read"] / (counts["read"] + len(invented))
        members = 100 * counts["equal"] / counts["members"]
        print(f"of {counts['expected']} facts of the key {read:.1f} % are read; {right:.1f} % of "
              f"those read are the key's; {members:.1f} % of their members are word for word")
        if VERBOSE:
            print(*missing, *(f"invented: {fact}" for fact in invented), sep="\n")
        self.assertGreaterEqual(read, LEAST_READ)
        self.assertGreaterEqual(right, LEAST_RIGHT)
        self.assertGreaterEqual(members, LEAST_MEMBERS)


if __name__ == "__main__":
    PROGRAM, BUILT = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    VERBOSE = "--verbose" in sys.argv
    unittest.main(argv=sys.argv[:1])
