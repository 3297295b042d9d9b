#!/usr/bin/env python3
"""Counts what a run read, without its words.

    tools/fact-counts.py OUT/results.json [PART OF A PATH]

For each document the facts by kind; for the documents that a report goes through, how many have
title, source and disposition; and the fields of facts that hold an address or a telephone number.
"""

import collections
import json
import re
import sys

CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w+|\+\d{1,3}[ \d()-]{7,}")
LISTED = ("document-line", "document-table")
APART = ("evidence", "document", "pattern", "reason")


def words_of(fact):
    """The words of a fact's own fields."""
    for name, value in fact.items():
        if name in APART:
            continue
        for word in value if isinstance(value, list) else [value]:
            if isinstance(word, str):
                yield word


def main(results, part=""):
    with open(results, encoding="utf-8") as file:
        facts = json.load(file)["facts"]
    by_document = collections.defaultdict(list)
    for fact in facts:
        if part in fact["document"]:
            by_document[fact["document"]].append(fact)
    for document, own in sorted(by_document.items()):
        kinds = collections.Counter(fact["type"] for fact in own)
        print(document, ", ".join(f"{name} {count}" for name, count in kinds.most_common()))
        listed = [f for f in own if f["type"] == "reference" and f["pattern"] in LISTED]
        if listed:
            filled = {name: sum(bool(f[name]) for f in listed) for name in ("title", "source", "status")}
            print(f"  documents {len(listed)}:", ", ".join(f"{k} {v}" for k, v in filled.items()))
    contacts = sum(bool(CONTACT.search(word)) for own in by_document.values() for f in own for word in words_of(f))
    print("fields with an address or a telephone number:", contacts)


if __name__ == "__main__":
    if len(sys.argv) <= 1 or {"-h", "--help"} & set(sys.argv):
        sys.exit(__doc__)
    main(*sys.argv[1:])
