#!/usr/bin/env python3
"""Fills the tables of docs/templates.md from docs/results.schema.json.

  templates-doc.py           rewrites the page
  templates-doc.py --check   exit 1 when the page is not what would be written

A table stands between `<!-- schema: NAME -->` and `<!-- end -->`; NAME is a definition of the schema,
or "facts" for all types of facts.
"""

import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs/templates.md"
SCHEMA = json.loads((ROOT / "docs/results.schema.json").read_text(encoding="utf-8"))
COMMON = {"type", "document", "evidence", "pattern", "confidence", "reason"}  # of every fact


def kind_of(member):
    if "$ref" in member:
        return member["$ref"].rsplit("/", 1)[1]
    if "enum" in member:
        return "one of " + ", ".join(f"`{value}`" for value in member["enum"] if value)
    if "const" in member:
        return f"`{member['const']}`"
    if member["type"] == "array":
        return "list of " + kind_of(member["items"]) if "items" in member else "list"
    if isinstance(member["type"], list):
        return " or ".join(member["type"])
    return {"string": "text", "integer": "number", "boolean": "yes or no"}.get(
        member["type"], member["type"]
    )


def described(member):
    """The description, and the members of an object that has no definition of its own."""
    inner = member.get("items", member).get("properties", {})
    text = member.get("description", "").replace("|", "\\|")
    return f"{text}: {', '.join(f'`{name}`' for name in inner)}" if inner else text


def rows(members):
    for name, member in members.items():
        text = described(member)
        yield f"| `{name}` | {kind_of(member)} | {text} |"


def table(definition, left_out=()):
    members = {k: v for k, v in definition["properties"].items() if k not in left_out}
    return ["| name | is | meaning |", "| --- | --- | --- |", *rows(members)]


def facts():
    lines = []
    for name in SCHEMA["$defs"]["fact"]["properties"]["type"]["enum"]:
        definition = SCHEMA["$defs"][name]
        lines += [f"**{name}**: {definition['description']}", "", *table(definition, COMMON), ""]
    return lines[:-1]


def generated(name):
    lines = facts() if name == "facts" else table(SCHEMA["$defs"][name])
    return f"<!-- schema: {name} -->\n" + "\n".join(lines) + "\n<!-- end -->"


def filled(page):
    marker = re.compile(r"<!-- schema: ([\w-]+) -->.*?<!-- end -->", re.DOTALL)
    return marker.sub(lambda match: generated(match.group(1)), page)


def main(arguments):
    page = PAGE.read_text(encoding="utf-8")
    wanted = filled(page)
    if arguments == ["--check"]:
        if page != wanted:
            print(f"{PAGE.relative_to(ROOT)} is stale: run tools/templates-doc.py")
            return 1
        return 0
    if arguments:
        print(__doc__)
        return 2
    PAGE.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
