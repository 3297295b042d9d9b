#!/usr/bin/env python3
"""A folder of many documents, made of the sample meeting, for measuring.

    many-documents.py MEETING OUT COUNT

Each round of copies gets a study group of its own and a sentence that no other copy has, so that
numbers differ and no document counts as a second copy. The same arguments give the same bytes.
"""

import io
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


def main(meeting, out, count):
    sources = sorted(path for path in meeting.iterdir() if path.suffix in (".docx", ".txt"))
    if not sources:
        sys.exit(f"{meeting}: no documents; build the target corpus first")
    for number in range(count):
        copy, source = number // len(sources), sources[number % len(sources)]
        path = out / f"{copy:03}" / renumbered(source.name, copy)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(copy_of(source, copy))
    print(f"{count} documents in {out}")


if __name__ == "__main__":
    if len(sys.argv) != 4 or not sys.argv[3].isdigit():
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
