#!/usr/bin/env python3
"""Tests of tools/zip-corpus.py: each writes a small source folder and looks at what comes out."""

import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "tools" / "zip-corpus.py"
PACKAGE = {
    "m/TD1!R1.docx/word/document.xml": "<d/>",
    "m/TD1!R1.docx/_rels/.rels": "<r/>",
    "m/TD1!R1.docx/[Content_Types].xml": "<t/>",
    "m/notes.txt": "notes\n",
    "README.md": "read me\n",
}


def write(root, tree):
    for path, text in tree.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


class ZipCorpus(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.src = Path(scratch.name) / "src"
        self.out = Path(scratch.name) / "out"
        write(self.src, PACKAGE)

    def run_tool(self, *arguments, out=None):
        return subprocess.run([sys.executable, SCRIPT, self.src, out or self.out, *arguments],
                              capture_output=True, text=True, check=False)

    def files(self):
        return {path.relative_to(self.out).as_posix() for path in self.out.rglob("*")
                if path.is_file() and path.name != ".zip-corpus"}

    def test_a_folder_named_like_a_document_becomes_one_and_the_rest_is_copied(self):
        self.assertEqual(self.run_tool().returncode, 0)
        self.assertEqual(self.files(), {"m/TD1!R1.docx", "m/notes.txt", "README.md"})
        self.assertEqual((self.out / "m/notes.txt").read_text(encoding="utf-8"), "notes\n")

    def test_content_types_come_first_and_the_other_members_are_sorted(self):
        self.run_tool()
        with zipfile.ZipFile(self.out / "m/TD1!R1.docx") as package:
            self.assertEqual(package.namelist(),
                             ["[Content_Types].xml", "_rels/.rels", "word/document.xml"])
            self.assertIsNone(package.testzip())

    def test_the_same_source_gives_the_same_bytes_whatever_its_times_are(self):
        self.run_tool()
        first = (self.out / "m/TD1!R1.docx").read_bytes()
        for path in self.src.rglob("*.xml"):
            path.touch()
        self.run_tool(out=self.out.with_name("again"))
        self.assertEqual((self.out.with_name("again") / "m/TD1!R1.docx").read_bytes(), first)

    def test_an_output_that_is_right_already_keeps_its_time(self):
        self.run_tool()
        before = (self.out / "m/TD1!R1.docx").stat().st_mtime_ns
        again = self.run_tool()
        self.assertEqual((self.out / "m/TD1!R1.docx").stat().st_mtime_ns, before)
        self.assertEqual(again.stdout, "zip-corpus: 3 files, 0 written\n")

    def test_a_changed_part_rewrites_its_document_only(self):
        self.run_tool()
        write(self.src, {"m/TD1!R1.docx/word/document.xml": "<e/>"})
        self.assertEqual(self.run_tool().stdout, "zip-corpus: 3 files, 1 written\n")

    def test_an_output_goes_when_its_source_is_gone_and_a_stranger_stays(self):
        self.run_tool()
        write(self.out, {"m/stranger.txt": "mine\n"})
        (self.src / "m/notes.txt").unlink()
        self.run_tool()
        self.assertEqual(self.files(), {"m/TD1!R1.docx", "m/stranger.txt", "README.md"})

    def test_a_skipped_name_is_left_out(self):
        self.run_tool("--skip", "README.md")
        self.assertNotIn("README.md", self.files())

    def test_a_document_without_content_types_is_refused_by_name(self):
        (self.src / "m/TD1!R1.docx/[Content_Types].xml").unlink()
        refused = self.run_tool()
        self.assertEqual(refused.returncode, 1)
        self.assertIn("TD1!R1.docx: no [Content_Types].xml", refused.stderr)

    def test_a_missing_source_folder_is_an_error_that_names_it(self):
        self.src = self.src / "absent"
        refused = self.run_tool()
        self.assertEqual(refused.returncode, 1)
        self.assertIn("absent: no such folder", refused.stderr)

    def test_an_output_folder_inside_the_source_is_refused(self):
        refused = self.run_tool(out=self.src / "out")
        self.assertEqual(refused.returncode, 1)
        self.assertIn("must not lie inside", refused.stderr)


if __name__ == "__main__":
    unittest.main()
