#!/usr/bin/env python3
"""Tests of corpus/: the key, the page and the documents say the same."""

import re
import tomllib
import unittest
import xml.etree.ElementTree as ET
from pathlib import Path
from urllib.parse import urlparse

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
KEY = tomllib.loads((CORPUS / "key.toml").read_text(encoding="utf-8"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"

# Fields whose value stands in the document word for word; the others are read out of it.
LITERAL = {"title", "as_written", "subject", "what", "comment", "question", "asks", "approval",
           "meaning", "term", "party", "person", "owner", "affiliation", "status_as_written"}
SKIPPED = {W + "del", W + "moveFrom",
           "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
MARKERS = re.compile(r"\[(?:footnoteRef:\d+|bookmark: [^\]]*|\d+: [^\]]*)\]")
SPOKEN = {W + "noBreakHyphen": "-", W + "tab": " ", W + "br": " "}


def words(element):
    """The text of a part as it reads with every change accepted."""
    if element.tag in SKIPPED:
        return ""
    own = (element.text or "") if element.tag == W + "t" else SPOKEN.get(element.tag, "")
    return own + "".join(map(words, element)) + ("\n" if element.tag == W + "p" else "")


def text_of(path):
    if path.suffix == ".txt":
        text = MARKERS.sub("", path.read_text(encoding="utf-8"))
    else:
        text = words(ET.parse(path / "word" / "document.xml").getroot())
    return re.sub(r"\s+", " ", text)


def facts(document):
    for kind, value in document.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            for fact in value:
                yield kind, fact


def folder_entries(name):
    return {path.name for path in (CORPUS / name).iterdir()}


class Corpus(unittest.TestCase):
    def test_the_key_names_every_document_of_the_meeting_and_no_other(self):
        named = {d["path"] for d in KEY["document"] if d["folder"] == "meeting"}
        self.assertEqual(named, folder_entries("meeting"))

    def test_the_key_names_both_halves_of_every_twin(self):
        twins = [d for d in KEY["document"] if d["folder"] == "twins"]
        self.assertEqual({d["path"] for d in twins} | {d["text_twin"] for d in twins},
                         folder_entries("twins"))

    def test_words_that_the_key_quotes_stand_in_the_document(self):
        for document in KEY["document"]:
            text = text_of(CORPUS / document["folder"] / document["path"])
            self.assertIn(document["title"], text)
            for kind, fact in facts(document):
                for field in LITERAL & fact.keys():
                    for part in fact[field].split(" / "):
                        with self.subTest(document=document["path"], fact=kind, field=field):
                            self.assertIn(part, text)

    def test_what_is_quoted_from_a_document_stands_in_its_text_twin_too(self):
        for document in KEY["document"]:
            if "text_twin" not in document:
                continue
            text = text_of(CORPUS / "twins" / document["text_twin"])
            for heading in document["headings"]:
                self.assertIn(heading, text)
            for kind, fact in facts(document):
                for field in LITERAL & fact.keys():
                    for part in fact[field].split(" / "):
                        with self.subTest(twin=document["text_twin"], fact=kind, field=field):
                            self.assertIn(part, text)

    def test_a_row_of_a_position_table_is_told_once(self):
        for document in KEY["document"]:
            rows = [(p["table"], p["row"], p["party"]) for p in document.get("position", []) if p["table"]]
            self.assertEqual(len(rows), len(set(rows)), document["path"])

    def test_every_defect_stands_in_a_document_of_the_key(self):
        known = {d["path"] for d in KEY["document"]}
        for defect in KEY["defect"]:
            self.assertIn(defect["document"], known)
            self.assertRegex(defect["rule"], r"^[a-z0-9]+(-[a-z0-9]+)+$")

    def test_the_page_lists_the_documents_and_the_defects_of_the_key(self):
        page = (CORPUS / "README.md").read_text(encoding="utf-8")
        for document in KEY["document"]:
            self.assertIn(f"| `{document['path']}` | {document['kind']} |", page)
        for defect in KEY["defect"]:
            row = "| `{document}` | {place} | {what} | {rule} |".format(**defect)
            self.assertIn(row, page)
        self.assertEqual(page.count("\n| `"), len(KEY["document"]) + len(KEY["defect"]))

    def test_every_part_is_well_formed_and_every_relationship_has_its_target(self):
        for part in CORPUS.rglob("*.docx/**/*"):
            if part.suffix not in {".xml", ".rels"}:
                continue
            root = ET.parse(part).getroot()
            for relation in root.iter(REL + "Relationship"):
                target = relation.get("Target")
                with self.subTest(part=part, target=target):
                    if relation.get("TargetMode") == "External":
                        self.assertIn(urlparse(target).scheme, {"https", "mailto"})
                    else:
                        self.assertTrue((part.parents[1] / target).is_file())

    def test_addresses_belong_to_nobody(self):
        for path in CORPUS.rglob("*"):
            if path.is_file():
                for domain in re.findall(r"@([\w.-]+\w)", path.read_text(encoding="utf-8")):
                    with self.subTest(path=path, domain=domain):
                        self.assertRegex(domain, r"(\.example|example\.org)\w*$")


if __name__ == "__main__":
    unittest.main()
