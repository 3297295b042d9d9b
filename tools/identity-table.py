#!/usr/bin/env python3
"""What the documents of the collection beside the checkout are read as: docs/coverage/identity.md.

  identity-table.py RAPPORTEUR [SHARED]    writes the page, prints how many are what MANIFEST.tsv says

SHARED is the folder that holds docs/ and MANIFEST.tsv; ../shared when not given. Nothing of the
documents is written but kind, number and date, and where the clues for the kind stood.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs/coverage/identity.md"
FOLDERS = ["itu", "3gpp", "etsi", "other-sdo"]
HEAD = """# What the documents of the collection were read as

Kind, number and date as the program gives them for the real documents that the tests may use, with what
spoke for the kind: the place of each clue and its weight. The last column compares kind and number with
what the collection's own list says of the document, where it says that. A title is not shown: the words
belong to others. Written by `tools/identity-table.py`.

| document | kind | number | date | what spoke for the kind | list |
|---|---|---|---|---|---|
"""

# What a line of the list says, and the kinds that are right for it.
KINDS = [
    (r"LIAISON STATEMENT \[|LIAISON STATEMENT:", "3gpp-liaison|liaison-statement.*"),
    (r"^3GPP contribution|WAY FORWARD", "3gpp-contribution|3gpp-summary"),
    (r"SUMMARY with|topic summary", "3gpp-summary"),
    (r"SESSION NOTES|MEETING REPORT", "3gpp-report"),
    (r"WORK ITEM DESCRIPTION", "3gpp-wid"),
    (r"MEETING AGENDA", "3gpp-agenda"),
    (r"CHANGE REQUEST", "3gpp-cr"),
    (r"full ETSI deliverable", "etsi-deliverable"),
    (r"Operational Bulletin No", "operational-bulletin"),
    (r"draft Recommendation skeleton", "draft-recommendation"),
    (r"^ITU-T \S+ Implementers", "implementers-guide"),
    (r"^ITU-T \S+ Recommendation|ITU-T text as Word-HTML", "recommendation"),
    (r"^WTSA-\d\d Resolution", "resolution"),
    (r"MPEG|Fortran paper", "contribution"),
    (r"commenting template|comment sheet", "comment-sheet"),
    (r"UN/CEFACT", "agenda"),
]
# The number that the list or the file name states, in the canonical form.
NUMBERS = [
    (r"\b([RSC]\d-\d{6,7})(?!\d)", r"\1"),
    (r"Draft (ETSI TS 103 720 V0\.2\.2 \(2020-11\))", r"\1"),
    (r"(ITU Operational Bulletin No\. \d+)", r"\1"),
    (r"^ITU-T ([A-Z]\.\d+(?:\.\d+)?) Recommendation", r"ITU-T \1"),
    (r"T-REC-(A\.8)-200810-I", r"ITU-T \1"),
    (r"^WTSA-\d\d Resolution (\d+)", r"WTSA Resolution \1"),
    (r"\b(m\d{5})\.docx", r"\1"),
    (r"\]: (2\d-1\d\d(?:r\d)?)\.txt", r"\1"),
    (r"(ECE/TRADE/C/CEFACT/2018/1)", r"\1"),
]


def shown(path):
    folder, name = path.split("/", 1)
    if len(name) > 45 and "_" in name:
        name = name.split("_")[0] + "…." + name.rsplit(".", 1)[1]
    return f"{folder}/{name}"


def reason(text):
    where, _, weight = text.rpartition(" (")
    return f"{where.split(':')[0]} {weight.rstrip(')')}"


def compared(line, document):
    """What the list says and the program does not, or "" when it says nothing or the same."""
    wrong, said = [], 0
    for pattern, kinds in KINDS:
        if re.search(pattern, line):
            said += 1
            if not re.fullmatch(kinds, document["kind"]):
                wrong.append("kind")
            break
    for pattern, form in NUMBERS:
        if match := re.search(pattern, line):
            said += 1
            wanted = match.expand(form)
            if not re.fullmatch(re.escape(wanted) + r"(?:r\d+| \(.*\))?", document["identifier"]):
                wrong.append(f"number {wanted}")
            break
    return said, wrong


def main(arguments):
    program = arguments[0] if arguments else str(ROOT / "build/dev/rapporteur")
    shared = Path(arguments[1]) if len(arguments) > 1 else ROOT / "../shared"
    lines = (shared / "docs/MANIFEST.tsv").read_text(encoding="utf-8").splitlines()[1:]
    listed = {line.split("\t")[0]: line.split("\t")[3] for line in lines}
    page, compared_count, right = HEAD, 0, 0
    for folder in FOLDERS:
        made = subprocess.run(
            [program, "report", "results", str(shared / "docs" / folder)],
            capture_output=True, text=True, check=False)
        for document in json.loads(made.stdout)["documents"]:
            path = f"{folder}/{document['path'].rsplit('/', 1)[-1]}"
            read = document["outcome"] in ("read", "damaged")
            said, wrong = compared(listed.get(path, ""), document) if read else (0, [])
            compared_count += said > 0
            right += said > 0 and not wrong
            verdict = ("differs: " + ", ".join(wrong)) if wrong else ("agrees" if said else "")
            kind = document["kind"] if read else f"not read: {document['error'].split(';')[0]}"
            reasons = ", ".join(reason(one) for one in document["reasons"])
            page += (f"| `{shown(path)}` | {kind} | {document['identifier']} | {document['date']} "
                     f"| {reasons} | {verdict} |\n")
    page += f"\nOf {compared_count} documents that the list describes, {right} agree in kind and number.\n"
    PAGE.write_text(page, encoding="utf-8")
    print(f"{right} of {compared_count} agree with MANIFEST.tsv")
    return 0 if right == compared_count else 1


if __name__ == "__main__":
    if {"-h", "--help"} & set(sys.argv):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
