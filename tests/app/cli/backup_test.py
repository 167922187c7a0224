# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups: a copy that verifies, a restore that says what it gives up, and the alarms of every other way down."""
import json
import pathlib
import shutil
import unittest

from demo_team import DemoTeam
from machines import SCHEMA, CliTest


class Backup(CliTest):
    def setUp(self):
        # Each test founds its own: a pin belongs to a workspace, not to a file.
        self.folder = pathlib.Path(self.base) / self.id().rsplit(".", 1)[1]
        self.folder.mkdir()
        self.here = self.machine(self.folder.name[:24])
        self.team = DemoTeam(self.here, self.folder)
        self.team.register()
        self.copy = self.folder / "backup.countersign"

    def register(self, label):
        file = self.folder / "another.json"
        file.write_text(json.dumps({**self.team.description, "label": label}))
        return self.team.service("version", "register", "--model", self.team.model, "--file", file, "--contributor", self.team.engineer)

    def refused(self, answer, code, *words):
        self.assertEqual((answer["schema"], answer["ok"]), (SCHEMA, False))
        self.assertRegex(answer["code"], code, str(answer))
        for word in words:
            self.assertIn(str(word), answer["message"])

    def test_round_trip(self):
        attached = self.team.service("evidence", "attach", self.team.version, __file__, "--kind", "plot")["id"]
        old = self.team.head()
        made = self.team.read("workspace", "backup", self.copy)
        self.assertEqual((made["size"], made["root"]), old)
        self.assertEqual(self.here.ctl("verify", workspace=self.copy)["verdict"], "intact")
        self.register("8")
        newer = self.team.head()
        self.assertGreater(newer[0], old[0])
        # By hand it is an alarm, and stays one.
        kept = self.folder / "kept"
        shutil.move(self.team.path, kept)
        for suffix in ("-wal", "-shm"):
            pathlib.Path(f"{self.team.path}{suffix}").unlink(missing_ok=True)
        shutil.copyfile(self.copy, self.team.path)
        self.refused(self.team.read("version", "list", expect=1), "CS-PIN-ROLLBACK", f"{newer[0]}:{newer[1]}", f"{old[0]}:{old[1]}")
        # A restore is the way down: it says what is given up, and keeps the file that it replaces.
        done = self.team.read("workspace", "restore", self.copy)
        self.assertEqual((done["size"], done["root"]), old)
        self.assertIn(f"given up: {newer[0]}:{newer[1]}", done["restored"])
        self.assertEqual(len(list(self.folder.glob("w.countersign.before-*[0-9]"))), 1)
        self.assertEqual(self.team.head(), old)
        self.team.read("evidence", "export", attached, "-o", self.folder / "out")
        self.assertEqual((self.folder / "out").read_bytes(), pathlib.Path(__file__).read_bytes())
        # Work goes on from there; what was given up is now another history.
        self.register("9")
        self.register("10")
        shutil.copyfile(kept, self.team.path)
        for suffix in ("-wal", "-shm"):
            pathlib.Path(f"{self.team.path}{suffix}").unlink(missing_ok=True)
        self.refused(self.team.read("version", "list", expect=1), "CS-PIN-")

    def test_other_machine_still_warns(self):
        """One person's restore binds nobody else: whoever saw more is told so."""
        self.team.read("workspace", "backup", self.copy)
        self.register("8")
        size, root = self.team.head()
        other = self.machine("colleague")
        other.ctl("workspace", "info", "--first-contact", workspace=self.team.path)
        self.team.read("workspace", "restore", self.copy)
        self.refused(other.ctl("version", "list", workspace=self.team.path, expect=1), "CS-PIN-ROLLBACK", f"{size}:{root}")

    def test_lost_file(self):
        self.team.read("workspace", "backup", self.copy)
        head = self.team.head()
        for suffix in ("", "-wal", "-shm"):
            pathlib.Path(f"{self.team.path}{suffix}").unlink(missing_ok=True)
        self.team.read("workspace", "restore", self.copy)
        self.assertEqual(self.team.head(), head)
        self.register("8")

    def test_refusals(self):
        self.team.read("workspace", "backup", self.copy)
        head = self.team.head()
        self.refused(self.team.read("workspace", "backup", self.copy, expect=None), "CS-STORE-EXISTS", self.copy)
        self.refused(self.team.read("workspace", "backup", self.folder / "no" / "x", expect=2), "CS-STORE-MISSING")
        damaged = self.folder / "damaged.countersign"
        data = bytearray(self.copy.read_bytes())
        at = data.find(b'{"payload":"', len(data) // 4)
        data[at + 300] ^= 1
        damaged.write_bytes(data)
        self.refused(self.team.read("workspace", "restore", damaged, expect=1), "CS-", damaged)
        text = self.folder / "text"
        text.write_text("no workspace" * 1000)
        self.refused(self.team.read("workspace", "restore", text, expect=1), "CS-STORE-", text)
        other = self.folder / "other.countersign"
        self.here.ctl("init", other, "--name", "Other", "--mode", "demo", "--policy", "small-team", "--founder", "F")
        self.refused(self.team.read("workspace", "restore", other, expect=1), "CS-BACKUP-OTHER", self.team.workspace)
        self.refused(self.here.ctl("workspace", "restore", self.copy, expect=2), "CS-CLI-WORKSPACE")
        self.assertEqual(self.team.head(), head)
        self.assertEqual([p.name for p in self.folder.glob("*.restoring*")], [])


if __name__ == "__main__":
    unittest.main()
