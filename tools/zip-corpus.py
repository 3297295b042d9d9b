#!/usr/bin/env python3
"""Zip the office documents that the corpus keeps as unzipped folders.

    zip-corpus.py SRC_DIR OUT_DIR [--skip NAME]...

Every folder under SRC_DIR whose name ends like an office document (report.docx/, sheet.xlsx/)
becomes a file of that name under OUT_DIR; every other file is copied.  The same source gives the
same bytes on every machine: fixed times, fixed attributes, sorted members with [Content_Types].xml
first, as the packaging convention asks.  An output that already has the right bytes is left alone,
so nothing that depends on it is rebuilt.  An output whose source is gone is removed; the list of
what was written stands in OUT_DIR/.zip-corpus, so nothing else in OUT_DIR is ever touched.
"""

import argparse
import io
import sys
import zipfile
from pathlib import Path

PACKAGE_SUFFIXES = {
    ".docx", ".docm", ".dotx", ".dotm",
    ".xlsx", ".xlsm", ".pptx", ".pptm",
    ".odt", ".ods", ".odp",
}
FIRST_MEMBERS = ("mimetype", "[Content_Types].xml", "_rels/.rels")
FIXED_TIME = (1980, 1, 1, 0, 0, 0)
RECORD = ".zip-corpus"


class CorpusError(Exception):
    """A message for the person who runs the tool; no traceback is of use to them."""


def is_package(folder):
    return folder.is_dir() and folder.suffix.lower() in PACKAGE_SUFFIXES


def member_order(name):
    rank = FIRST_MEMBERS.index(name) if name in FIRST_MEMBERS else len(FIRST_MEMBERS)
    return rank, name


def zip_folder(folder):
    """The bytes of the package whose members are the files under `folder`."""
    members = {path.relative_to(folder).as_posix(): path
               for path in folder.rglob("*") if path.is_file()}
    opc = not folder.suffix.lower().startswith(".od")
    if opc and "[Content_Types].xml" not in members:
        raise CorpusError(f"{folder}: no [Content_Types].xml; a folder with this ending is zipped "
                          "into an office document and needs one")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name in sorted(members, key=member_order):
            info = zipfile.ZipInfo(name, FIXED_TIME)
            info.create_system = 0
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            package.writestr(info, members[name].read_bytes(), compresslevel=9)
    return buffer.getvalue()


def sources(root, skipped):
    """Every package folder and every plain file under `root`, packages not entered, sorted."""
    for path in sorted(root.iterdir()):
        if path.name in skipped:
            continue
        if path.is_dir() and not is_package(path):
            yield from sources(path, skipped)
        else:
            yield path


def write_if_changed(path, content):
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(path.name + ".part")
    unfinished.write_bytes(content)
    unfinished.replace(path)
    return True


def remove_stale(out, written):
    """Remove what an earlier run wrote and this one did not."""
    record = out / RECORD
    earlier = record.read_text(encoding="utf-8").splitlines() if record.is_file() else []
    for name in set(earlier) - set(written):
        (out / name).unlink(missing_ok=True)
    write_if_changed(record, "".join(f"{name}\n" for name in sorted(written)).encode())


def build(src, out, skipped):
    if not src.is_dir():
        raise CorpusError(f"{src}: no such folder")
    if out.resolve().is_relative_to(src.resolve()):
        raise CorpusError(f"{out}: the output folder must not lie inside the source folder {src}")
    written, changed = [], 0
    for path in sources(src, skipped):
        name = path.relative_to(src).as_posix()
        content = zip_folder(path) if path.is_dir() else path.read_bytes()
        changed += write_if_changed(out / name, content)
        written.append(name)
    if not written:
        raise CorpusError(f"{src}: nothing to zip or copy")
    remove_stale(out, written)
    return len(written), changed


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("src", type=Path, metavar="SRC_DIR")
    parser.add_argument("out", type=Path, metavar="OUT_DIR")
    parser.add_argument("--skip", action="append", default=[], metavar="NAME",
                        help="leave out every file or folder of this name")
    args = parser.parse_args()
    try:
        total, changed = build(args.src, args.out, set(args.skip))
    except (CorpusError, OSError) as error:
        print(f"zip-corpus: {error}", file=sys.stderr)
        return 1
    print(f"zip-corpus: {total} files, {changed} written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
