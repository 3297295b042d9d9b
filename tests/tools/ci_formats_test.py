#!/usr/bin/env python3
"""Tests of the formats for CI, on what the emitters wrote of the fixture (the unit tests compare it)."""

import json
import sys
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from urllib.parse import unquote

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(0)

TESTS = Path(__file__).resolve().parents[1]
WRITTEN = TESTS / "golden/emit"
RESULTS = json.loads((WRITTEN / "results.json").read_text(encoding="utf-8"))


def in_lines(name):
    return (WRITTEN / name).read_text(encoding="utf-8").splitlines()


class Sarif(unittest.TestCase):
    log = json.loads((WRITTEN / "findings.sarif").read_text(encoding="utf-8"))

    def test_it_is_valid(self):
        schema = json.loads((TESTS / "schemas/sarif-used.schema.json").read_text(encoding="utf-8"))
        validator = jsonschema.Draft202012Validator(schema)
        errors = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(self.log)]
        self.assertEqual(errors, [])

    def test_every_finding_is_a_result_of_its_rule_in_its_file(self):
        (run,) = self.log["runs"]
        rules = run["tool"]["driver"]["rules"]
        self.assertEqual(len(run["results"]), len(RESULTS["findings"]))
        for result, finding in zip(run["results"], RESULTS["findings"]):
            self.assertEqual(rules[result["ruleIndex"]]["id"], finding["rule"])
            uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            self.assertEqual(unquote(uri), finding["document"])

    def test_fingerprints_differ(self):
        (run,) = self.log["runs"]
        prints = [result["partialFingerprints"]["rapporteur/v1"] for result in run["results"]]
        self.assertEqual(len(prints), len(set(prints)))


class JUnit(unittest.TestCase):
    root = ElementTree.parse(WRITTEN / "findings.junit.xml").getroot()

    def test_the_counts_are_those_of_the_cases(self):
        for suite in [self.root, *self.root.iter("testsuite")]:
            cases = list(suite.iter("testcase"))
            self.assertEqual(int(suite.get("tests")), len(cases))
            for attribute, tag in [("failures", "failure"), ("errors", "error"), ("skipped", "skipped")]:
                self.assertEqual(int(suite.get(attribute)), len(list(suite.iter(tag))), attribute)

    def test_every_document_is_a_suite(self):
        names = [suite.get("name") for suite in self.root.iter("testsuite")]
        self.assertEqual(names, [document["path"] for document in RESULTS["documents"]])

    def test_a_failure_has_the_words_of_its_finding(self):
        failures = [failure.text for failure in self.root.iter("failure")]
        wanted = [f["place"]["quote"] for f in RESULTS["findings"] if f["severity"] != "info"]
        self.assertEqual(failures, wanted)


class GitHub(unittest.TestCase):
    def test_no_more_annotations_than_one_step_shows(self):
        lines = in_lines("findings.github.txt")
        for command in ["error", "warning", "notice"]:
            self.assertLessEqual(sum(line.startswith(f"::{command} ") for line in lines), 10)

    def test_what_is_not_shown_is_counted(self):
        lines = in_lines("findings.github.txt")
        found = sum(finding["severity"] != "info" for finding in RESULTS["findings"])
        refused = sum(document["outcome"] == "refused" for document in RESULTS["documents"])
        shown = sum(line.startswith(("::error ", "::warning ")) for line in lines)
        self.assertEqual(
            lines[-1],
            f"::notice title=rapporteur::{found + refused - shown} more; findings.txt has all of them",
        )


if __name__ == "__main__":
    unittest.main()
