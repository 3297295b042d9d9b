#!/usr/bin/env python3
"""A sample of identifiers found in documents, for a person to judge.

  sample-identifiers.py draw COUNT HITS.json       each hit in its words, numbered
  sample-identifiers.py keep COUNT HITS.json [FALSE…]   the lines of identifier_hits.tsv

HITS.json is what `rapporteur id --format json --in FILE…` prints. The sample is the same every time;
it takes from every family and document in turn. FALSE are the numbers of the hits that are none.
"""

import json
import random
import sys
from collections import defaultdict


def mark_of(text):
    """FNV-1a, 32 bits: says which canonical form it was without saying it."""
    value = 2166136261
    for byte in text.encode():
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return f"{value:08x}"


def sample(path, count):
    drawer = random.Random(2026)
    groups = defaultdict(list)
    with open(path, encoding="utf-8") as file:
        for document in json.load(file):
            for hit in document["identifiers"]:
                groups[document["sha256"], hit["family"]].append((document, hit))
    for hits in groups.values():
        drawer.shuffle(hits)
    order = sorted(groups)
    chosen = []
    while len(chosen) < count and any(groups.values()):
        for key in order:
            if groups[key] and len(chosen) < count:
                chosen.append(groups[key].pop())
    return chosen


def main(arguments):
    action, count, path = arguments[0], int(arguments[1]), arguments[2]
    false = {int(number) for number in arguments[3:]}
    for number, (document, hit) in enumerate(sample(path, count)):
        if action == "draw":
            before, after = (" ".join(hit[side].split()) for side in ("before", "after"))
            print(f"{number:4} {hit['family']:20} {before} [[{hit['as_written']}]] {after}"
                  f"  => {hit['canonical']}")
        else:
            print(document["sha256"], hit["begin"], hit["length"], hit["family"],
                  mark_of(hit["canonical"]), "no" if number in false else "yes", sep="\t")
    return 0


if __name__ == "__main__":
    if len(sys.argv) <= 1 or {"-h", "--help"} & set(sys.argv):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
