#!/usr/bin/env python3
"""How many findings of each rule a reader called right: corpus/judgements.tsv, rule by rule.

Exit 1 where a rule that is an error somewhere stays below 0.95, or one that is a warning below
0.85. A judgement is a line: rule, SHA-256 prefix of the document, place, right or wrong, reason.
"""

import collections
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LEAST = {"error": 0.95, "warning": 0.85, "info": 0.0}
VERDICTS = ("right", "wrong")


def severity_of(rule):
    """The highest severity any profile gives the rule, from its page; None when it has no page."""
    page = ROOT / "docs" / "rules" / f"{rule}.md"
    if not page.exists():
        return None
    given = re.findall(r"^\| [\w-]+ \| (error|warning|info) \|", page.read_text("utf-8"), re.M)
    return max(given, key=list(LEAST)[::-1].index, default="info")


def read(path):
    """[(rule, verdict)] and what is wrong with the file."""
    judged, faults, previous = [], [], ""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != 5 or fields[3] not in VERDICTS or not fields[4].strip():
            faults.append(f"{path.name}:{number}: expected rule, document, place, right|wrong, reason")
            continue
        if fields[0] < previous:
            faults.append(f"{path.name}:{number}: '{fields[0]}' stands after '{previous}'")
        previous = fields[0]
        judged.append((fields[0], fields[3]))
    return judged, faults


def main():
    path = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "corpus" / "judgements.tsv"
    judged, faults = read(path)
    counts = collections.defaultdict(collections.Counter)
    for rule, verdict in judged:
        counts[rule][verdict] += 1
    below = []
    print(f"{'rule':<36} {'severity':<8} {'right':>5} {'of':>4}  precision")
    for rule, verdicts in sorted(counts.items()):
        severity = severity_of(rule)
        if severity is None:
            faults.append(f"{path.name}: there is no rule '{rule}'")
            continue
        right, total = verdicts["right"], sum(verdicts.values())
        low = right < LEAST[severity] * total
        if low:
            below.append(rule)
        print(f"{rule:<36} {severity:<8} {right:>5} {total:>4}  {right / total:.2f}"
              f"{'  below ' + str(LEAST[severity]) if low else ''}")
    right = sum(verdict == "right" for _, verdict in judged)
    print(f"{len(judged)} judged, {right} right, {len(counts)} rules, {len(below)} below their goal")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if below or faults else 0


if __name__ == "__main__":
    if {"-h", "--help"} & set(sys.argv):
        sys.exit(__doc__)
    sys.exit(main())
