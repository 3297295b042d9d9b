#!/usr/bin/env python3
"""Tests of docs/results.schema.json: the output of the program is valid, and what is not is refused."""

import copy
import json
import sys
import unittest
from pathlib import Path

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(0)

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "docs/results.schema.json").read_text(encoding="utf-8"))
WRITTEN = ROOT / "tests/golden/emit/results.json"  # compared with the emitter by the unit tests
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
FACT_VALIDATOR = jsonschema.Draft202012Validator(
    {"$ref": "#/$defs/fact", "$defs": SCHEMA["$defs"]}
)


def load():
    return json.loads(WRITTEN.read_text(encoding="utf-8"))


def set_at(results, path, value):
    """The results with the member at `path` replaced, or removed when the value is None."""
    changed = copy.deepcopy(results)
    owner = changed
    for step in path[:-1]:
        owner = owner[step]
    if value is None:
        del owner[path[-1]]
    else:
        owner[path[-1]] = value
    return changed


class ResultsSchema(unittest.TestCase):
    def test_the_schema_itself_is_valid(self):
        jsonschema.Draft202012Validator.check_schema(SCHEMA)

    def test_what_the_emitter_writes_is_valid(self):
        errors = [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(load())]
        self.assertEqual(errors, [])

    def test_every_fact_type_of_the_schema_is_in_the_fixture(self):
        written = {fact["type"] for fact in load()["facts"]}
        self.assertEqual(written, set(SCHEMA["$defs"]["fact"]["properties"]["type"]["enum"]))

    def test_a_member_that_is_missing_unknown_or_of_another_type_is_refused(self):
        results = load()
        self.assertTrue(VALIDATOR.is_valid(results))
        for path, value in [
            (["schema_version"], 2),
            (["documents"], None),
            (["extra"], 1),
            (["documents", 0, "outcome"], "eaten"),
            (["documents", 0, "sha256"], "xyz"),
            (["documents", 0, "title"], None),
            (["documents", 0, "date"], "3 March 2031"),
            (["findings", 0, "place", "line"], "12"),
            (["findings", 0, "place", "colour"], "red"),
            (["findings", 0, "severity"], "fatal"),
            (["facts", 0, "type"], "rumour"),
            (["facts", 0, "evidence"], None),
            (["facts", 0, "confidence"], 101),
        ]:
            with self.subTest(path=path):
                self.assertFalse(VALIDATOR.is_valid(set_at(results, path, value)))

    def test_the_members_of_each_fact_type_are_required_and_closed(self):
        for fact in load()["facts"]:
            for member in fact:
                with self.subTest(type=fact["type"], member=member):
                    self.assertFalse(FACT_VALIDATOR.is_valid(set_at(fact, [member], None)))
            with self.subTest(type=fact["type"], member="extra"):
                self.assertFalse(FACT_VALIDATOR.is_valid(set_at(fact, ["extra"], "x")))


if __name__ == "__main__":
    unittest.main()
