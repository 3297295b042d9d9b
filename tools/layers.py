#!/usr/bin/env python3
"""Refuses includes that break the design.

  layers.py [ROOT]     check the tree at ROOT (default: the checkout this script stands in)

Five rules, each fault reported as file:line: message; exit 1 when there is one.
  1. An include points down: from a layer to itself or to one below it.
  2. A library is included only where LIBRARIES says, so that it can be replaced in one place.
  3. Within a layer that has folders, an include points down as well: FAMILIES. What stands beside the
     folders is the layer's face: every folder may include it, and it may include every folder.
  4. No two sources share a stem, except a .cpp and its own header beside it.
  5. No two types of one namespace share a name, even where nothing includes both: the linker keeps one
     of what the compiler makes of them, and the other's objects are then handled wrongly.
Tests may include everything; rules 4 and 5 hold for them too.
"""

import re
import sys
from pathlib import Path

# Lowest first. Folders on one line are neighbours: they never include one another.
LAYERS = [
    ["pipeline/base"],
    ["pipeline/text"],
    ["pipeline/model"],
    ["pipeline/profile"],
    ["pipeline/normalise"],
    ["parsers", "validators", "extractors", "emitters"],
    ["pipeline/run"],
    ["pipeline/cli"],
]
TESTS = "tests"

# The folders of a layer, lowest first. Folders on one line never include one another. The formats of
# parsers/ have no order: a Word document may hold a web page, and a web page what Word wrote.
FAMILIES = {
    "validators": [
        ["reading"],
        ["identity", "structure", "numbering", "references", "wording", "consistency"],
    ],
    "extractors": [
        ["reading"],
        ["decisions"],
        ["positions", "meeting", "liaisons", "works"],
    ],
    "emitters": [
        ["base"],
        ["picture", "word"],
        ["roadmap"],
        ["view"],
        ["gate"],
        ["data"],
        ["text"],
    ],
}

# Start of an included path -> the folders that may write it.
LIBRARIES = {
    "CLI/": ["pipeline/cli"],
    "libdeflate.h": ["parsers/zip"],
    "nlohmann/": ["pipeline/model", "pipeline/cli", "emitters", "pipeline/run"],
    "openssl/": ["pipeline/base"],
    "pugixml.hpp": ["parsers", "emitters"],
    "sqlite3.h": ["pipeline/run", "emitters"],
    "tl/": ["pipeline/base"],
    "toml++/": ["pipeline/profile", "pipeline/cli", "emitters"],
    "unicode/": ["pipeline/text", "parsers/text"],
    "xlsxwriter": ["emitters"],
    "xxhash.h": ["pipeline/base"],
    "zip.h": ["parsers/zip", "emitters"],
    "benchmark/": [],
    "catch2/": [],
    "rapidcheck": [],
}

LEVEL = {folder: level for level, row in enumerate(LAYERS) for folder in row}
FAMILY_LEVEL = {
    f"{layer}/{folder}": level
    for layer, rows in FAMILIES.items()
    for level, row in enumerate(rows)
    for folder in row
}
TOP_FOLDERS = sorted({folder.split("/")[0] for folder in LEVEL} | {TESTS})
SOURCE_SUFFIXES = {".cpp", ".hpp", ".h", ".cc"}
INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]')
# As the formatter writes them: at the beginning of a line, what a namespace holds too.
NAMESPACE = re.compile(r"namespace(?: ([\w:]+))? \{")
NAMESPACE_END = re.compile(r"\}  // namespace")
TYPE = re.compile(r"(?:template <.*> )?(?:struct|class|enum class|enum|using) (\w+)(?: final)?(?: [:={]|$)")


def is_inside(path, folder):
    return path == folder or path.startswith(folder + "/")


def layer_of(path):
    """The layer folder a path belongs to, or None for a path outside every layer."""
    return next((folder for folder in LEVEL if is_inside(path, folder)), None)


def sources(root):
    """Every source of the tree, as paths from the root, sorted."""
    found = [file for top in TOP_FOLDERS for file in (root / top).rglob("*")]
    return sorted(
        file.relative_to(root).as_posix()
        for file in found
        if file.suffix in SOURCE_SUFFIXES and file.is_file()
    )


def includes(text):
    """(line number, opening mark, path) of every include."""
    for number, line in enumerate(text.splitlines(), start=1):
        match = INCLUDE.match(line)
        if match:
            yield number, match.group(1), match.group(2)


def arrow_fault(source_layer, included):
    """Why a source of this layer may not include that path, or None."""
    target_layer = layer_of(included)
    if target_layer is None:
        if is_inside(included, TESTS):
            return f'"{included}" is a test; only tests include tests'
        return None
    if target_layer == source_layer:
        return None
    if LEVEL[target_layer] == LEVEL[source_layer]:
        return f'{source_layer} and {target_layer} never include one another ("{included}")'
    if LEVEL[target_layer] > LEVEL[source_layer]:
        return f'{source_layer} stands below {target_layer} and may not include "{included}"'
    return None


def family_of(path):
    """The folder of a layer that a path stands in, or None beside such folders."""
    folder = "/".join(path.split("/")[:2])
    return folder if folder in FAMILY_LEVEL else None


def family_fault(path, included):
    """Why a source may not include that path of its own layer, or None."""
    source, target = family_of(path), family_of(included)
    if source is None or target is None or source == target:
        return None
    if source.split("/")[0] != target.split("/")[0] or FAMILY_LEVEL[target] < FAMILY_LEVEL[source]:
        return None
    return f'{source} does not stand above {target} and may not include "{included}"'


def library_fault(path, included):
    """Why this file may not include that library header, or None."""
    start = next((start for start in LIBRARIES if included.startswith(start)), None)
    if start is None:
        return None
    allowed = LIBRARIES[start]
    if any(is_inside(path, folder) for folder in allowed):
        return None
    where = ", ".join(allowed + [TESTS])
    return f"<{included}> is included only in {where}"


def include_faults(root, path):
    text = (root / path).read_text(encoding="utf-8", errors="replace")
    layer = layer_of(path)
    for number, mark, included in includes(text):
        beside = (root / path).parent / included
        if mark == '"' and "/" not in included and beside.is_file():
            whole = f"{Path(path).parent.as_posix()}/{included}"
            yield f'{path}:{number}: paths start at the root: write "{whole}"'
        if layer is not None:
            fault = (
                arrow_fault(layer, included)
                or family_fault(path, included)
                or library_fault(path, included)
            )
            if fault:
                yield f"{path}:{number}: {fault}"


def place_faults(path):
    """A source that stands in no layer, as after adding a folder to pipeline/."""
    if layer_of(path) is None and not is_inside(path, TESTS):
        yield f"{path}:1: in no layer; give its folder a place in tools/layers.py"
    if layer_of(path) in FAMILIES and path.count("/") > 1 and family_of(path) is None:
        yield f"{path}:1: in no folder of FAMILIES; give it a place in tools/layers.py"


def stem_faults(paths):
    owner = {}
    for path in paths:
        file = Path(path)
        first = owner.setdefault(file.stem, file)
        is_pair = file.parent == first.parent and file.suffix != first.suffix
        if file != first and not is_pair:
            yield f"{path}:1: same stem as {first.as_posix()}; rename one of them"


def types(text):
    """(line number, name with its namespaces) of each type that other sources can see."""
    inside = []
    for number, line in enumerate(text.splitlines(), start=1):
        opened = NAMESPACE.match(line)
        defined = TYPE.match(line)
        if opened:
            inside.append(opened.group(1))
        elif inside and NAMESPACE_END.match(line):
            inside.pop()
        elif defined and None not in inside:
            yield number, "::".join([*inside, defined.group(1)])


def type_faults(root, paths):
    owner = {}
    for path in paths:
        text = (root / path).read_text(encoding="utf-8", errors="replace")
        for number, name in types(text):
            first = owner.setdefault(name, path)
            if first != path:
                yield f"{path}:{number}: {name} is also a type of {first}; rename one of them"


def faults(root):
    """Every fault of the tree at `root`, as file:line: message."""
    paths = sources(root)
    found = [*stem_faults(paths), *type_faults(root, paths)]
    for path in paths:
        found.extend(place_faults(path))
        found.extend(include_faults(root, path))
    return sorted(found)


def main(arguments):
    if len(arguments) > 1 or any(argument.startswith("-") for argument in arguments):
        print(__doc__.strip(), file=sys.stderr)
        return 2
    root = Path(arguments[0]) if arguments else Path(__file__).resolve().parent.parent
    if not any((root / top).is_dir() for top in TOP_FOLDERS):
        print(f"{root}: none of {', '.join(TOP_FOLDERS)} is here", file=sys.stderr)
        return 2
    found = faults(root)
    print("\n".join(found) if found else f"{len(sources(root))} sources keep to the layers")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
