# SPDX-License-Identifier: GPL-3.0-or-later
"""The README's commands, as they stand there: the two that set everything up are there and say what they do; the proof
at the end of the first promotion is run on a real example."""
import json
import os
import pathlib
import re
import subprocess
import unittest

from machines import CTL, CliTest

ROOT = pathlib.Path(__file__).resolve().parents[3]
README = (ROOT / "README.md").read_text()
BLOCKS = re.findall(r"^```sh\n(.*?)^```", README, re.M | re.S)


def block_with(words):
    found = [block for block in BLOCKS if words in block]
    assert len(found) == 1, f"the README has {len(found)} blocks with {words}"
    return found[0]


class Readme(CliTest):
    def test_the_two_commands(self):
        block = block_with("git clone")
        for command in ("packaging/run", "packaging/test"):
            self.assertIn(command, block)
            said = subprocess.run(["bash", ROOT / command, "--help"], capture_output=True, text=True, check=True, timeout=60)
            self.assertIn(f"usage: {command}", said.stdout)

    def test_presets_and_programs(self):
        presets = {p["name"] for p in json.loads((ROOT / "CMakePresets.json").read_text())["configurePresets"]}
        named = re.findall(r"--preset (\w+)", README)
        self.assertTrue(named)
        self.assertLessEqual(set(named), presets)
        for place in re.findall(r"`((?:core|app|ui|resources|packaging|tests|\.ci)(?:/[\w./-]+)?)`", README):
            self.assertTrue((ROOT / place).exists(), place)
        for picture in re.findall(r"!\[.*?\]\((.*?)\)", README):
            self.assertTrue((ROOT / picture).exists(), picture)

    def test_the_proof(self):
        here = self.machine("reader")
        example = here.home / ".local/state/countersign/example/Mortgage models.countersign"
        example.parent.mkdir(parents=True)
        here.ctl("demo", example)
        # A checkout as packaging/run leaves it.
        checkout = here.home / "checkout"
        (checkout / "build-release").mkdir(parents=True)
        (checkout / "build-release/bin").symlink_to(pathlib.Path(CTL).parent)
        (checkout / "tests").symlink_to(ROOT / "tests")
        env = {**here.env, "PATH": "/usr/bin:/bin:" + os.environ.get("PATH", "")}
        done = subprocess.run(["bash", "-eu", "-c", block_with("log export")], cwd=checkout, env=env, capture_output=True,
                              text=True, timeout=300, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        entries, root = re.search(r"intact: (\d+) entries, root ([0-9a-f]{64})", done.stdout).groups()
        independent = done.stdout.splitlines()[-1]
        self.assertIn(root, independent + done.stdout.split("intact", 1)[1])
        self.assertIn(entries, independent)


if __name__ == "__main__":
    unittest.main()
