#!/usr/bin/env python3
"""A folder of many documents, made of a few, for measuring.

    many-documents.py MEETING OUT COUNT [ONCE]

Each round of copies gets a study group of its own and a sentence that no other copy has, so that
numbers differ and no document counts as a second copy. Documents in whose file names the pattern
ONCE is found are taken once: a meeting has one report, and many contributions. The same arguments
give the same bytes.
"""

import io
import itertools
import re
import sys
import zipfile
from pathlib import Path

FIXED_TIME = (1980, 1, 1, 0, 0, 0)


def renumbered(text, copy):
    text = re.sub(r"SG13\b", f"SG{100 + copy}", text)
    return re.sub(r"SG13-", f"SG{100 + copy}-", text)


def with_sentence(xml, copy):
    paragraph = f"<w:p><w:r><w:t>This is copy {copy}.</w:t></w:r></w:p>"
    at = xml.rfind("<w:sectPr")
    at = at if at >= 0 else xml.rfind("</w:body>")
    return xml[:at] + paragraph + xml[at:]


def docx_copy(source, copy):
    buffer = io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = with_sentence(renumbered(content.decode(), copy), copy).encode()
            new.writestr(zipfile.ZipInfo(name, FIXED_TIME), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def copy_of(source, copy):
    if source.suffix == ".docx":
        return docx_copy(source, copy)
    return (renumbered(source.read_text(encoding="utf-8"), copy) + f"\nThis is copy {copy}.\n").encode()


def copies(sources, once):
    """The source of each document, and the number of its copy: the first has all, then in turns."""
    for copy in itertools.count():
        for source in sources:
            if copy == 0 or once is None or not re.search(once, source.name):
                yield copy, source


def main(meeting, out, count, once=None):
    sources = sorted(path for path in meeting.iterdir() if path.suffix in (".docx", ".txt"))
    if not sources:
        sys.exit(f"{meeting}: no documents; build the target corpus first")
    if once and all(re.search(once, path.name) for path in sources):
        sys.exit(f"{meeting}: '{once}' is found in all file names; nothing is left to copy")
    for copy, source in itertools.islice(copies(sources, once), count):
        path = out / f"{copy:03}" / renumbered(source.name, copy)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(copy_of(source, copy))
    print(f"{count} documents in {out}")


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5) or not sys.argv[3].isdigit():
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), *sys.argv[4:])
