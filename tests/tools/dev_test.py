#!/usr/bin/env python3
"""Tests of ./dev: a copy of the script runs in a scratch folder, with programs of Debian, of the
build and the tool itself replaced by scripts that write down how they were called."""

import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# Programs that do what they do on a machine where everything works.
WORKING = {
    "sudo": 'while [ "${1#-}" != "$1" ]; do shift; done; exec "$@"',
    "dpkg-query": "for p in $INSTALLED; do echo installed $p; done",
    "apt-get": 'echo "apt-get $*" >>"$CALLS"',
    "cmake": 'echo "cmake $*" >>"$CALLS"',
    "ctest": 'echo "100% tests passed, 0 tests failed out of 7"',
}


class Checkout:
    """A copy of the script with stand-ins for the programs it calls."""

    def __init__(self, folder):
        self.root = Path(folder) / "checkout"
        self.programs = Path(folder) / "programs"
        self.calls_file = Path(folder) / "calls"
        self.programs.mkdir()
        shutil.copytree(ROOT / "tools", self.root / "tools")
        shutil.copy(ROOT / "dev", self.root / "dev")
        self.installed = self.packages()
        for name, script in WORKING.items():
            self.program(name, script)
        self.binary('echo "rapporteur $*" >>"$CALLS"; : >"$4/digest.md"')

    def packages(self, *sections):
        """The packages of these sections of the list, or of all."""
        found, section = [], ""
        for line in (self.root / "tools/packages.txt").read_text(encoding="utf-8").splitlines():
            if line.startswith("["):
                section = line.strip("[]")
            elif line and not line.startswith("#") and (not sections or section in sections):
                found.append(line.split()[0])
        return found

    def program(self, name, script):
        path = self.programs / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def binary(self, script):
        path = self.root / "build/release/rapporteur"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def dev(self, *arguments, path=None):
        environment = {
            "PATH": path or f"{self.programs}:{os.environ['PATH']}",
            "CALLS": str(self.calls_file),
            "INSTALLED": " ".join(self.installed),
        }
        return subprocess.run(
            [shutil.which("bash"), str(self.root / "dev"), *arguments],
            env=environment, cwd=self.root, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, check=False, timeout=60,
        )

    def calls(self, program):
        if not self.calls_file.exists():
            return []
        lines = self.calls_file.read_text(encoding="utf-8").splitlines()
        return [line for line in lines if line.startswith(program)]


class DevTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.checkout = Checkout(self.folder.name)
        self.meeting = Path(self.folder.name) / "meeting 12"
        self.meeting.mkdir()

    def assert_refused(self, result, status, words):
        self.assertEqual(result.returncode, status, result.stdout + result.stderr)
        self.assertIn(words, result.stderr)


class Usage(DevTest):
    def test_an_unknown_command_is_refused_with_the_list(self):
        result = self.checkout.dev("tset")
        self.assert_refused(result, 2, "no command tset")
        self.assertIn("test             build", result.stderr)

    def test_help_and_no_command_list_the_commands(self):
        for arguments in ([], ["help"], ["--help"]):
            result = self.checkout.dev(*arguments)
            self.assertEqual(result.returncode, 0)
            self.assertIn("run [FOLDER]", result.stdout)

    def test_a_mistake_is_named_before_anything_is_installed(self):
        self.checkout.installed = []
        mistakes = {
            ("run", "nowhere"): "no such folder: nowhere",
            ("run", "-o"): "-o needs a folder",
            ("run", "--jobs"): "./dev run FOLDER -- --jobs",
            ("run", ".", ".."): "one folder at a time",
            ("test", "x"): "test takes no arguments",
            ("check", "speling"): "no step speling",
            ("packages", "nix"): "no section [nix]",
        }
        for arguments, words in mistakes.items():
            self.assert_refused(self.checkout.dev(*arguments), 2, words)
        self.assertEqual(self.checkout.calls("apt-get"), [])


class Packages(DevTest):
    def test_a_package_stands_in_the_list_once(self):
        names = self.checkout.packages()
        self.assertEqual(sorted(names), sorted(set(names)))

    def test_nothing_is_installed_when_nothing_is_missing(self):
        self.assertEqual(self.checkout.dev("packages", "build", "test").returncode, 0)
        self.assertEqual(self.checkout.calls("apt-get"), [])

    def test_only_what_is_missing_is_installed(self):
        self.checkout.installed.remove("libzip-dev")
        self.assertEqual(self.checkout.dev("packages").returncode, 0)
        (call,) = self.checkout.calls("apt-get")
        self.assertTrue(call.endswith("install --no-install-recommends libzip-dev"), call)

    def test_run_asks_for_the_build_packages_only(self):
        self.checkout.installed = self.checkout.packages("build")
        self.assertEqual(self.checkout.dev("run", str(self.meeting)).returncode, 0)
        self.assertEqual(self.checkout.calls("apt-get"), [])

    def test_package_lists_are_fetched_when_the_installation_needs_them(self):
        self.checkout.installed.remove("catch2")
        needs_lists = 'echo "apt-get $*" >>"$CALLS"; case $* in *update) : >"$CALLS.lists";; esac'
        self.checkout.program("apt-get", needs_lists + '; [ -e "$CALLS.lists" ]')
        self.assertEqual(self.checkout.dev("packages", "test").returncode, 0)
        verbs = ["update" if "update" in c else "install" for c in self.checkout.calls("apt-get")]
        self.assertEqual(verbs, ["install", "update", "install"])

    def test_a_failed_installation_shows_the_log_and_what_to_do(self):
        self.checkout.installed.remove("catch2")
        self.checkout.program("apt-get", 'echo "E: Could not resolve debian.example"; exit 100')
        result = self.checkout.dev("packages", "test")
        self.assert_refused(result, 1, "E: Could not resolve debian.example")
        self.assertIn("the package mirror cannot be reached", result.stderr)

    @unittest.skipIf(os.geteuid() == 0, "root needs no sudo")
    def test_without_sudo_the_exact_command_is_printed(self):
        self.checkout.installed.remove("catch2")
        self.checkout.program("sudo", "exit 1")
        result = self.checkout.dev("packages", "test")
        self.assert_refused(result, 1, "apt-get install --no-install-recommends catch2")

    def test_a_system_without_apt_is_told_what_the_project_needs(self):
        for name in ("bash", "dirname", "awk", "mkdir", "tr", "cat"):
            (self.checkout.programs / name).symlink_to(shutil.which(name))
        (self.checkout.programs / "apt-get").unlink()
        result = self.checkout.dev("packages", path=str(self.checkout.programs))
        self.assert_refused(result, 1, "this system has no apt-get")
        self.assertIn("libpugixml-dev", result.stderr)


class Run(DevTest):
    def test_the_outputs_are_listed(self):
        result = self.checkout.dev("run", str(self.meeting))
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn(f"Written to {self.checkout.root}/out/meeting 12:\n  digest.md", result.stdout)

    def test_what_follows_two_dashes_goes_to_the_tool(self):
        out = Path(self.folder.name) / "here"
        self.checkout.dev("run", str(self.meeting), "-o", str(out), "--", "--jobs", "1")
        expected = f"rapporteur run {self.meeting} -o {out} --jobs 1"
        self.assertEqual(self.checkout.calls("rapporteur"), [expected])

    def test_without_a_folder_the_sample_meeting_is_built_and_read(self):
        (self.checkout.root / "build/release/corpus/meeting").mkdir(parents=True)
        self.assertEqual(self.checkout.dev("run").returncode, 0)
        self.assertIn("--target rapporteur corpus", self.checkout.calls("cmake")[-1])
        self.assertIn("corpus/meeting -o", self.checkout.calls("rapporteur")[0])

    def test_findings_are_success_and_unreadable_input_is_passed_on(self):
        for status, expected in {1: 0, 3: 3, 2: 2, 70: 70}.items():
            self.checkout.binary(f"exit {status}")
            self.assertEqual(self.checkout.dev("run", str(self.meeting)).returncode, expected)

    def test_a_build_that_fails_shows_its_end_and_stops(self):
        self.checkout.program("cmake", 'echo "g++: fatal error: Killed signal terminated"; exit 1')
        result = self.checkout.dev("run", str(self.meeting))
        self.assert_refused(result, 1, "configure release failed: out of memory")
        self.assertEqual(self.checkout.calls("rapporteur"), [])


class Test(DevTest):
    def test_the_closing_line_of_ctest_comes_last(self):
        result = self.checkout.dev("test")
        self.assertEqual(result.returncode, 0, result.stderr)
        last = result.stdout.splitlines()[-1]
        self.assertEqual(last, "100% tests passed, 0 tests failed out of 7")

    def test_skipped_tests_are_counted(self):
        log = self.checkout.root / "build/dev/Testing/Temporary/LastTest.log"
        log.parent.mkdir(parents=True)
        log.write_text("skipped: no ../shared\n" * 2, encoding="utf-8")
        self.assertIn("skipped: no ../shared (2 times)", self.checkout.dev("test").stdout)

    def test_a_failed_test_fails_the_command(self):
        self.checkout.program("ctest", "echo The following tests FAILED; exit 8")
        self.assert_refused(self.checkout.dev("test"), 1, "The following tests FAILED")


class Check(DevTest):
    def test_every_step_is_in_the_summary_and_one_failure_fails_all(self):
        (self.checkout.root / "pipeline").mkdir()
        (self.checkout.root / "pipeline/stray.cpp").touch()
        self.checkout.program("git", "exit 0")
        result = self.checkout.dev("check", "layers", "format")
        self.assert_refused(result, 1, "1 of 2 steps failed")
        self.assertIn("pipeline/stray.cpp:1: in no layer", result.stderr)
        self.assertRegex(result.stdout, r"layers +failed +\d+ s\nformat +passed +\d+ s\n")


if __name__ == "__main__":
    unittest.main()
