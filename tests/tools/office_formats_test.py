#!/usr/bin/env python3
"""Opens what `rapporteur run` and `roadmap` write with the programs that people have.

  office_formats_test.py BINARY BUILD_DIR

DOCX with python3-docx, XLSX with python3-openpyxl, both with LibreOffice; SQLite with sqlite3; the
calendar with python3-icalendar. What is not installed is skipped, with a line that says so.
"""

import datetime
import importlib.util
import json
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

BINARY = Path(sys.argv[1]).resolve()
BUILD = Path(sys.argv[2]).resolve()


def needs(module, package):
    if importlib.util.find_spec(module) is None:
        raise unittest.SkipTest(f"skipped: {package} is not installed")
    return importlib.import_module(module)


def converted(files, form, out):
    """The files that LibreOffice makes of others, by their stems."""
    office = shutil.which("soffice")
    if office is None:
        raise unittest.SkipTest("skipped: libreoffice is not installed")
    out.mkdir()
    subprocess.run([office, "--headless", f"-env:UserInstallation={out.as_uri()}-profile", "--convert-to",
                    form, "--outdir", str(out), *map(str, files)], check=True, capture_output=True, timeout=300)
    return {path.stem: path for path in out.iterdir()}


class Office(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.out = Path(cls.scratch.name) / "out"
        subprocess.run([str(BINARY), "run", "meeting", "-o", str(cls.out), "--reports", "all"],
                       cwd=BUILD / "corpus", check=True, capture_output=True)
        cls.results = json.loads((cls.out / "results.json").read_text(encoding="utf-8"))

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def facts(self, kind):
        return [fact for fact in self.results["facts"] if fact["type"] == kind]

    def test_word_documents_hold_tables_with_heads_captions_and_links(self):
        docx = needs("docx", "python3-docx")
        for path in sorted(self.out.glob("*.docx")):
            with self.subTest(path.name):
                document = docx.Document(str(path))
                self.assertEqual(document.paragraphs[0].style.name, "Title")
                reports = [table for table in document.tables if table.style.name == "Report table"]
                self.assertTrue(reports)
                for table in reports:
                    first = table.rows[0]._tr
                    self.assertEqual(len(first.findall(".//{*}tblHeader")), 1)
                    self.assertEqual({len(row.cells) for row in table.rows}, {len(table.columns)})
                captions = [p.text for p in document.paragraphs if p.style.name == "Table_NoTitle"]
                self.assertEqual([int(re.match(r"Table (\d+) – ", text)[1]) for text in captions],
                                 list(range(1, len(reports) + 1)))
                names = {mark.get(f"{{{mark.nsmap['w']}}}name") for mark in
                         document.element.findall(".//{*}bookmarkStart")}
                anchors = {link.get(f"{{{link.nsmap['w']}}}anchor") for link in
                           document.element.findall(".//{*}hyperlink")}
                self.assertLessEqual(anchors - {None}, names)

    def test_the_roadmap_in_word_shows_its_pictures(self):
        docx = needs("docx", "python3-docx")
        document = docx.Document(str(self.out / "roadmap.docx"))
        self.assertEqual(len(document.inline_shapes), 2)
        sections = {section.orientation for section in document.sections}
        self.assertEqual(sections, {docx.enum.section.WD_ORIENT.LANDSCAPE})
        with zipfile.ZipFile(self.out / "roadmap.docx") as package:
            for name in ("word/media/picture1.emf", "word/media/picture2.emf"):
                self.assertEqual(package.read(name)[40:44], b" EMF")

    def test_worksheets_have_filters_frozen_heads_and_typed_dates(self):
        openpyxl = needs("openpyxl", "python3-openpyxl")
        book = openpyxl.load_workbook(self.out / "tables.xlsx")
        for sheet in book:
            with self.subTest(sheet.title):
                self.assertEqual(sheet.freeze_panes, "A2")
                self.assertEqual(sheet.auto_filter.ref, sheet.dimensions)
        sheet = book["Deadlines"]
        columns = {cell.value: cell.column for cell in sheet[1]}
        dates = [sheet.cell(row, columns["Date"]).value for row in range(2, sheet.max_row + 1)]
        self.assertEqual(len(dates), len(self.facts("deadline")))
        self.assertTrue(all(isinstance(date, datetime.datetime) for date in dates))
        documents = book["Documents"]
        sizes = {cell.value: cell.column for cell in documents[1]}["Bytes"]
        self.assertEqual(documents.cell(2, sizes).value, self.results["documents"][0]["bytes"])
        self.assertEqual(documents.cell(2, sizes).number_format, "General")

    def test_libreoffice_makes_pages_of_every_document(self):
        documents = sorted(self.out.glob("*.docx")) + [self.out / "tables.xlsx", self.out / "roadmap.xlsx"]
        pages = converted(documents, "pdf", Path(self.scratch.name) / "pdf")
        self.assertEqual(set(pages), {path.stem for path in documents})
        for path in pages.values():
            self.assertTrue(path.read_bytes().startswith(b"%PDF"), path.name)

    def test_libreoffice_reads_the_cells_that_were_written(self):
        tables = converted([self.out / "roadmap.xlsx"], "csv:Text - txt - csv (StarCalc):44,34,76", Path(self.scratch.name) / "csv")
        text = tables["roadmap"].read_text(encoding="utf-8")
        for entry in self.facts("roadmap-entry"):
            self.assertIn(entry["title"], text)

    def test_the_database_answers(self):
        database = sqlite3.connect(self.out / "results.sqlite")
        for table, kind in (("decisions", "decision"), ("positions", "position"), ("deadlines", "deadline")):
            count = database.execute(f"select count(*) from {table}").fetchone()[0]
            self.assertEqual(count, len(self.facts(kind)))
        objecting = database.execute("select count(*) from positions where stance = 'object'").fetchone()[0]
        self.assertEqual(objecting, sum(fact["stance"] == "object" for fact in self.facts("position")))
        self.assertEqual(database.execute("pragma integrity_check").fetchone()[0], "ok")
        database.close()

    def test_the_calendar_has_an_event_for_each_deadline_and_meeting(self):
        icalendar = needs("icalendar", "python3-icalendar")
        calendar = icalendar.Calendar.from_ical((self.out / "calendar.ics").read_bytes())
        events = calendar.walk("VEVENT")
        starts = {event.decoded("dtstart") for event in events}
        days = {start.date() if isinstance(start, datetime.datetime) else start for start in starts}
        for fact in self.facts("deadline"):
            if re.fullmatch(r"\d{4}-\d\d-\d\d", fact["date"]):
                self.assertIn(datetime.date.fromisoformat(fact["date"]), days)
        self.assertEqual(len({str(event["uid"]) for event in events}), len(events))
        for line in (self.out / "calendar.ics").read_bytes().split(b"\r\n"):
            self.assertLessEqual(len(line), 75)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
