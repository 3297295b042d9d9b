#!/usr/bin/env python3
"""Tests of tools/layers.py: each writes a small tree and reads the faults found in it."""

import importlib.util
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "tools" / "layers.py"
SPEC = importlib.util.spec_from_file_location("layers", SCRIPT)
layers = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(layers)


def faults_of(tree):
    """The faults of a tree given as {path: text}."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for path, text in tree.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        return layers.faults(root)


def faults_of_include(path, included, mark='""'):
    return faults_of({path: f"#include {mark[0]}{included}{mark[1]}\n"})


class Arrows(unittest.TestCase):
    def test_an_include_of_a_lower_layer_is_fine(self):
        self.assertEqual(faults_of_include("validators/a.cpp", "pipeline/model/b.hpp"), [])

    def test_an_include_of_a_higher_layer_is_refused_with_its_line(self):
        tree = {"pipeline/base/a.cpp": '#include <string>\n\n#include "pipeline/text/b.hpp"\n'}
        (fault,) = faults_of(tree)
        self.assertTrue(fault.startswith("pipeline/base/a.cpp:3: pipeline/base stands below"), fault)

    def test_every_pair_of_layers_obeys_the_order(self):
        for source, source_level in layers.LEVEL.items():
            for target, target_level in layers.LEVEL.items():
                found = faults_of_include(f"{source}/a.cpp", f"{target}/b.hpp")
                allowed = source == target or target_level < source_level
                self.assertEqual(found == [], allowed, f"{source} includes {target}: {found}")

    def test_neighbours_never_include_one_another(self):
        (fault,) = faults_of_include("extractors/a.cpp", "parsers/docx/b.hpp")
        self.assertIn("never include one another", fault)

    def test_folders_of_a_layer_have_an_order_too(self):
        for path, included in [
            ("validators/reading/a.cpp", "validators/wording/b.hpp"),
            ("emitters/view/a.cpp", "emitters/text/b.hpp"),
            ("extractors/works/a.cpp", "extractors/liaisons/b.hpp"),
        ]:
            (fault,) = faults_of_include(path, included)
            self.assertIn("does not stand above", fault)
            self.assertEqual(faults_of_include(path, path.replace("a.cpp", "b.hpp")), [])
        self.assertEqual(faults_of_include("emitters/text/a.cpp", "emitters/view/b.hpp"), [])

    def test_the_face_of_a_layer_and_its_folders_include_one_another(self):
        self.assertEqual(faults_of_include("validators/a.cpp", "validators/wording/b.hpp"), [])
        self.assertEqual(faults_of_include("validators/wording/a.cpp", "validators/b.hpp"), [])

    def test_a_new_folder_of_such_a_layer_asks_for_its_place(self):
        (fault,) = faults_of({"emitters/new/a.cpp": ""})
        self.assertIn("in no folder of FAMILIES", fault)

    def test_angle_brackets_do_not_hide_an_arrow(self):
        (fault,) = faults_of_include("parsers/a.cpp", "emitters/b.hpp", mark="<>")
        self.assertIn("never include one another", fault)

    def test_spaces_around_the_hash_do_not_hide_an_arrow(self):
        self.assertEqual(len(faults_of({"pipeline/text/a.hpp": '  # include "parsers/b.hpp"\n'})), 1)

    def test_tests_include_everything(self):
        text = '#include "emitters/b.hpp"\n#include <catch2/catch.hpp>\n#include <toml++/toml.h>\n'
        self.assertEqual(faults_of({"tests/unit/a_test.cpp": text}), [])

    def test_nothing_but_tests_includes_tests(self):
        (fault,) = faults_of_include("pipeline/cli/a.cpp", "tests/support/b.hpp")
        self.assertIn("only tests include tests", fault)

    def test_a_folder_without_a_layer_is_refused(self):
        (fault,) = faults_of({"pipeline/extra/a.cpp": ""})
        self.assertIn("in no layer", fault)

    def test_a_path_from_the_own_folder_is_refused(self):
        (fault,) = faults_of({"parsers/a.cpp": '#include "b.hpp"\n', "parsers/b.hpp": ""})
        self.assertIn('write "parsers/b.hpp"', fault)


class Libraries(unittest.TestCase):
    def test_a_library_is_fine_where_it_is_bound(self):
        for start, folders in layers.LIBRARIES.items():
            for folder in folders:
                self.assertEqual(faults_of_include(f"{folder}/a.cpp", start, mark="<>"), [], start)

    def test_a_library_is_refused_elsewhere(self):
        for start in layers.LIBRARIES:
            found = faults_of_include("pipeline/normalise/a.cpp", start, mark="<>")
            self.assertEqual(len(found), 1, start)
            self.assertIn("is included only in", found[0])

    def test_a_neighbour_folder_with_a_longer_name_is_not_the_bound_one(self):
        self.assertEqual(len(faults_of_include("parsers/zipper/a.cpp", "zip.h", mark="<>")), 1)

    def test_a_library_without_a_bound_is_free(self):
        self.assertEqual(faults_of_include("pipeline/normalise/a.cpp", "re2/re2.h", mark="<>"), [])


class Stems(unittest.TestCase):
    def test_a_source_and_its_header_are_a_pair(self):
        self.assertEqual(faults_of({"parsers/a.cpp": "", "parsers/a.hpp": ""}), [])

    def test_one_stem_in_two_folders_is_refused(self):
        (fault,) = faults_of({"emitters/table.cpp": "", "pipeline/model/table.hpp": ""})
        self.assertEqual(
            fault, "pipeline/model/table.hpp:1: same stem as emitters/table.cpp; rename one of them"
        )

    def test_the_stems_of_tests_count_too(self):
        self.assertEqual(len(faults_of({"tests/unit/a/x_test.cpp": "", "tests/unit/b/x_test.cpp": ""})), 1)


class Types(unittest.TestCase):
    def test_two_types_of_one_name_are_refused(self):
        tree = {
            "extractors/a.hpp": "namespace rapporteur {\nstruct Match {\n};\n}  // namespace rapporteur\n",
            "validators/b.hpp": "namespace rapporteur {\nclass Match final : Base {\n};\n}  // namespace rapporteur\n",
        }
        (fault,) = faults_of(tree)
        self.assertEqual(
            fault,
            "validators/b.hpp:2: rapporteur::Match is also a type of extractors/a.hpp; rename one of them",
        )

    def test_an_alias_and_a_template_are_types(self):
        tree = {"emitters/a.hpp": "using Row = int;\n", "emitters/b.hpp": "template <class T> struct Row {\n};\n"}
        self.assertEqual(len(faults_of(tree)), 1)

    def test_what_no_other_source_can_see_may_share_its_name(self):
        hidden = "namespace rapporteur {\nnamespace {\nstruct Row {\n};\n}  // namespace\n}  // namespace rapporteur\n"
        shown = "namespace rapporteur {\nstruct Row;\nstruct Row {\n};\n}  // namespace rapporteur\n"
        other = shown.replace("rapporteur", "rapporteur::scan")
        self.assertEqual(
            faults_of({"emitters/a.cpp": hidden, "emitters/b.cpp": hidden, "emitters/c.hpp": shown, "emitters/d.hpp": other}),
            [],
        )


class CommandLine(unittest.TestCase):
    def run_script(self, *arguments):
        command = [sys.executable, str(SCRIPT), *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    def test_a_fault_gives_exit_1_and_a_clean_tree_0(self):
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / "parsers" / "a.cpp"
            source.parent.mkdir()
            source.write_text('#include "emitters/b.hpp"\n', encoding="utf-8")
            self.assertEqual(self.run_script(folder).returncode, 1)
            source.write_text("", encoding="utf-8")
            self.assertEqual(self.run_script(folder).returncode, 0)

    def test_a_folder_that_is_no_checkout_gives_exit_2(self):
        with tempfile.TemporaryDirectory() as folder:
            result = self.run_script(folder)
            self.assertEqual(result.returncode, 2)
            self.assertIn("is here", result.stderr)


if __name__ == "__main__":
    unittest.main()
