#!/usr/bin/env python3
"""The documents and decisions of a real meeting report against a count of its paragraphs.

  report_documents_test.py PROGRAM REPORT.docx    skipped where the report is absent

The paragraphs are read here from the XML alone, without the program.
"""

import json
import re
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter
from pathlib import Path

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
GONE = {W + "del", W + "moveFrom"}
SPOKEN = {W + "tab": "\t", W + "br": " ", W + "noBreakHyphen": "-"}
LINE = re.compile(r"(?:TD )?([RSC]\w-\d{7})(?:\s*\t+\s*|\s{2,})(\S.*)")


def words(element):
    if element.tag in GONE:
        return ""
    own = (element.text or "") if element.tag == W + "t" else SPOKEN.get(element.tag, "")
    return own + "".join(map(words, element))


def paragraphs(path):
    body = ET.fromstring(zipfile.ZipFile(path).read("word/document.xml")).find(W + "body")
    tables = {id(p) for table in body.iter(W + "tbl") for p in table.iter(W + "p")}
    return [words(p).strip() for p in body.iter(W + "p") if id(p) not in tables]


class ReportDocuments(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.lines = paragraphs(REPORT)
        out = subprocess.run([PROGRAM, "extract", REPORT, "--facts", "references,decisions"],
                             capture_output=True, check=False).stdout
        facts = json.loads(out)["facts"]
        cls.references = [f for f in facts if f["pattern"] == "document-line"]
        cls.decisions = [f for f in facts if f["type"] == "decision"]

    def test_every_document_line_is_a_reference_with_its_title(self):
        told = [m for m in map(LINE.match, self.lines) if m]
        expected = Counter(m[1] for m in told)
        read = Counter(f["identifier"] for f in self.references)
        both = sum((expected & read).values())
        print(f"document lines: {both} of {sum(expected.values())}, {sum(read.values())} read")
        self.assertGreaterEqual(both * 100, sum(expected.values()) * 99)
        self.assertGreaterEqual(both * 100, sum(read.values()) * 99)
        titled = sum(bool(f["title"]) for f in self.references)
        print(f"with a title: {titled}, with a disposition: "
              f"{sum(bool(f['status']) for f in self.references)}")
        self.assertGreaterEqual(titled * 100, len(self.references) * 97)

    def test_what_stands_above_a_list_of_documents_is_said_of_each(self):
        told, listing = [], False
        for before, line in zip([""] + self.lines, self.lines):
            if line == "Not treated." and not before:
                listing = True
            elif listing and (match := LINE.match(line)):
                told.append(match[1])
            else:
                listing = False
        read = Counter(f["identifier"] for f in self.references if f["status"] == "Not treated.")
        print(f"documents of lists that were not treated: {sum((Counter(told) & read).values())} of "
              f"{len(told)}, {sum(read.values())} read")
        self.assertEqual(read, Counter(told))

    def test_every_labelled_decision_is_read(self):
        labels = [line for line in self.lines if line.startswith("Decision:")]
        read = [f for f in self.decisions if f["evidence"]["quote"].startswith("Decision:")
                or f["documents"]]
        quotes = " ".join(re.sub(r"\W+", "", f["evidence"]["quote"]) for f in self.decisions)
        missing = [line for line in labels
                   if re.sub(r"\W+", "", line.removeprefix("Decision:"))[:50] not in quotes]
        print(f"labelled decisions: {len(labels) - len(missing)} of {len(labels)}; "
              f"{len(read)} name a document")
        self.assertEqual(missing, [])

    def test_every_agreement_has_its_clause(self):
        labelled = [f for f in self.decisions if f["verb"] == "agreed" and f["pattern"] == "label"]
        told = [line for line in self.lines if re.match(r"Agreements?\s*:", line)]
        print(f"agreements: {len(labelled)} read, {len(told)} labels")
        self.assertGreaterEqual(len(labelled), len(told))
        self.assertTrue(all(f["evidence"]["clause"] for f in labelled))


if __name__ == "__main__":
    PROGRAM, REPORT = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    if not REPORT.exists():
        print("skipped: no ../shared")
        sys.exit(0)
    unittest.main(argv=sys.argv[:1])
