#!/usr/bin/env python3
"""Runs `rapporteur check` on the sample meeting and validates what it writes for other programs.

  report_formats_test.py BINARY BUILD_DIR

SARIF against tests/schemas/sarif-2.1.0.json, JUnit against tests/schemas/junit.xsd, JSON against
docs/results.schema.json; GitHub's workflow commands against GitHub's limits. Each once plainly and
once with suppressions and a baseline.
"""

import copy
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from urllib.parse import unquote

ROOT = Path(__file__).resolve().parents[2]
BINARY = Path(sys.argv[1]).resolve()
BUILD = Path(sys.argv[2]).resolve()

NOTES = "1\tScope\nThe the text – in words.\n2\tTerms\nNothing is is said.\n"
CONFIGURATION = """
rule-pages = "https://example.org/rules/{rule}.md"
[[suppress]]
rule = "*"
path = "*.txt"
reason = "texts are drafts & notes"
[[suppress]]
rule = "clause-number-gap"
path = "*.docx"
text = "no document says this"
reason = "never used"
"""


def jsonschema_errors(schema, instance):
    try:
        import jsonschema
    except ImportError:
        raise unittest.SkipTest("skipped: python3-jsonschema is not installed") from None
    validator = jsonschema.validators.validator_for(schema)(schema)
    return [f"{list(error.path)}: {error.message}"[:300] for error in validator.iter_errors(instance)]


def xml_errors(schema, text):
    """Why the text is not valid, or None."""
    if shutil.which("xmllint") is None:
        raise unittest.SkipTest("skipped: xmllint is not installed")
    done = subprocess.run(["xmllint", "--noout", "--schema", str(schema), "-"], input=text.encode(),
                          capture_output=True, check=False)
    return None if done.returncode == 0 else done.stderr.decode()


class Formats(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.scratch.name)
        cls.plain = cls.meeting("plain")
        cls.gated = cls.meeting("gated")
        (cls.gated / "rapporteur.toml").write_text(CONFIGURATION, encoding="utf-8")
        (cls.gated / "broken.docx").write_bytes(b"")
        cls.run_check("gated", "--baseline", "known.json", "--update-baseline")
        known = json.loads((cls.folder / "known.json").read_text(encoding="utf-8"))
        known["findings"] = known["findings"][::2]  # so that some findings are new
        (cls.folder / "known.json").write_text(json.dumps(known), encoding="utf-8")

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    @classmethod
    def meeting(cls, name):
        shutil.copytree(BUILD / "corpus" / "meeting", cls.folder / name)
        (cls.folder / name / "notes.txt").write_text(NOTES, encoding="utf-8")
        return cls.folder / name

    @classmethod
    def run_check(cls, *arguments, environment=None):
        done = subprocess.run([str(BINARY), "check", *arguments], cwd=cls.folder, check=False,
                              capture_output=True, env={**os.environ, **(environment or {})})
        if done.returncode not in (0, 1, 3):
            raise AssertionError(done.stderr.decode())
        return done.stdout.decode("utf-8")

    def each(self, output_format):
        yield "plain", self.run_check("plain", "--format", output_format)
        yield "gated", self.run_check("gated", "--format", output_format, "--baseline", "known.json")

    def test_sarif_is_valid(self):
        schema = json.loads((ROOT / "tests/schemas/sarif-2.1.0.json").read_text(encoding="utf-8"))
        for name, text in self.each("sarif"):
            with self.subTest(name):
                log = json.loads(text)
                self.assertEqual(jsonschema_errors(schema, log), [])
                self.assertGreater(len(log["runs"][0]["results"]), 5)
        broken = copy.deepcopy(log)
        broken["runs"][0]["results"][0]["level"] = "fatal"
        self.assertNotEqual(jsonschema_errors(schema, broken), [])

    def test_sarif_says_where_and_what(self):
        run = json.loads(self.run_check("plain", "--format", "sarif"))["runs"][0]
        rules = run["tool"]["driver"]["rules"]
        fingerprints = set()
        for result in run["results"]:
            self.assertEqual(rules[result["ruleIndex"]]["id"], result["ruleId"])
            location = result["locations"][0]["physicalLocation"]
            uri = location["artifactLocation"]["uri"]
            self.assertEqual(run["artifacts"][location["artifactLocation"]["index"]]["location"]["uri"], uri)
            self.assertTrue(uri.startswith("plain/"), uri)
            self.assertNotIn(" ", uri)
            self.assertGreater(location["region"]["startLine"], 0)
            self.assertNotIn("baselineState", result)
            fingerprints.add((uri, *result["partialFingerprints"].values()))
        self.assertEqual(len(fingerprints), len(run["results"]))
        self.assertTrue(any("```fail" in rule["help"]["markdown"] for rule in rules))

    def test_the_line_of_a_text_file_holds_the_words(self):
        run = json.loads(self.run_check("plain", "--format", "sarif"))["runs"][0]
        held = 0
        for result in run["results"]:
            location = result["locations"][0]["physicalLocation"]
            region, uri = location["region"], location["artifactLocation"]["uri"]
            if not uri.endswith(".txt") or "snippet" not in region:
                continue
            lines = (self.folder / unquote(uri)).read_text(encoding="utf-8").splitlines()
            first = region["snippet"]["text"].split()[0]
            self.assertIn(first, lines[region["startLine"] - 1])
            held += 1
        self.assertGreater(held, 0)

    def test_the_characters_of_a_document_hold_the_words(self):
        run = json.loads(self.run_check("plain", "--format", "sarif"))["runs"][0]
        held = 0
        for result in run["results"]:
            location = result["locations"][0]["physicalLocation"]
            region, uri = location["region"], location["artifactLocation"]["uri"]
            if "charOffset" not in region or "snippet" not in region:
                continue
            dumped = subprocess.run([str(BINARY), "dump", unquote(uri)], cwd=self.folder, check=True,
                                    capture_output=True).stdout
            blocks = json.loads(dumped)["blocks"]
            text = "".join(block.get("text", "") + "\n" for block in blocks)
            end = region["charOffset"] + region["charLength"]
            self.assertEqual(" ".join(text[region["charOffset"]:end].split()), region["snippet"]["text"])
            self.assertEqual(text[:region["charOffset"]].count("\n") + 1, region["startLine"])
            held += 1
        self.assertGreater(held, 0)

    def test_sarif_marks_what_does_not_count(self):
        run = json.loads(self.run_check("gated", "--format", "sarif", "--baseline", "known.json"))["runs"][0]
        suppressed = [result for result in run["results"] if "suppressions" in result]
        self.assertTrue(suppressed)
        for result in suppressed:
            self.assertEqual(result["suppressions"][0]["justification"], "texts are drafts & notes")
        self.assertEqual({result["baselineState"] for result in run["results"]}, {"new", "unchanged"})
        self.assertIn("suppression-unused", {result["ruleId"] for result in run["results"]})
        for rule in run["tool"]["driver"]["rules"]:
            self.assertEqual(rule["helpUri"], f"https://example.org/rules/{rule['id']}.md")
        self.assertFalse(run["invocations"][0]["executionSuccessful"])
        self.assertIn("the file is empty", run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"])

    def test_junit_is_valid(self):
        schema = ROOT / "tests/schemas/junit.xsd"
        for name, text in self.each("junit"):
            with self.subTest(name):
                self.assertIsNone(xml_errors(schema, text))
        self.assertIsNotNone(xml_errors(schema, text.replace("<testcase ", "<test ", 1)))

    def test_junit_counts_what_it_holds(self):
        for name, text in self.each("junit"):
            with self.subTest(name):
                suites = ElementTree.fromstring(text)
                for owner in [suites, *suites.findall("testsuite")]:
                    self.assertEqual(int(owner.get("tests")), len(owner.findall(".//testcase")))
                    for attribute, element in [("failures", "failure"), ("errors", "error"), ("skipped", "skipped")]:
                        self.assertEqual(int(owner.get(attribute)), len(owner.findall(f".//{element}")))
                names = [(case.get("classname"), case.get("name")) for case in suites.iter("testcase")]
                self.assertEqual(len(names), len(set(names)))

    def test_json_is_valid(self):
        schema = json.loads((ROOT / "docs/results.schema.json").read_text(encoding="utf-8"))
        for name, text in self.each("json"):
            with self.subTest(name):
                results = json.loads(text)
                self.assertEqual(jsonschema_errors(schema, results), [])
                standings = {finding["standing"] for finding in results["findings"]}
                self.assertEqual(standings, {"reported"} if name == "plain" else
                                 {"reported", "suppressed", "baselined"})

    def test_github_annotations_stay_within_its_limits(self):
        many = self.folder / "many"
        many.mkdir()
        for i in range(30):
            (many / f"C{i}, 100%.txt").write_text(f"1\tScope\nThe the text.\n3\tTerms\nPart {i}.\n", encoding="utf-8")
        summary = self.folder / "summary.md"
        text = self.run_check("many", "--format", "github", environment={"GITHUB_STEP_SUMMARY": str(summary)})
        commands = [line for line in text.splitlines() if line.startswith("::")]
        counts = {level: len([line for line in commands if line.startswith(f"::{level} ")])
                  for level in ("error", "warning", "notice")}
        self.assertEqual(sum(counts.values()), len(commands))
        self.assertLessEqual(max(counts.values()), 10)
        self.assertEqual(max(counts.values()), 10)
        self.assertRegex(text, r"more; the step summary lists them")
        self.assertRegex(text, r"(?m)^::\w+ file=many/C0%2C 100%25\.txt,line=2,title=[a-z-]+::")
        written = summary.read_text(encoding="utf-8")
        rows = re.findall(r"^\| (?:error|warning|info) ", written, re.MULTILINE)
        self.assertGreaterEqual(len(rows), 30)

    def test_a_step_summary_is_added_to_what_is_there(self):
        summary = self.folder / "before.md"
        summary.write_text("before\n", encoding="utf-8")
        self.run_check("plain", "--format", "github", environment={"GITHUB_STEP_SUMMARY": str(summary)})
        self.assertTrue(summary.read_text(encoding="utf-8").startswith("before\n## Rapporteur: "))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
