# SPDX-License-Identifier: GPL-3.0-or-later
"""What is not right is refused: exit status, a message that says what and where, and nothing changed."""
import hashlib
import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import unittest

import entries
from demo_team import DemoTeam
from machines import CTL, PASSPHRASE, SCHEMA, CliTest

# Root may read and write everything; without capabilities the file modes count for root as for anybody.
UNPRIVILEGED = ["setpriv", "--bounding-set=-all", "--inh-caps=-all", "--"] if os.geteuid() == 0 else []


def content(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def copy(source, target):
    for suffix in ("", "-wal", "-shm"):
        for path in (pathlib.Path(f"{target}{suffix}"),):
            path.unlink(missing_ok=True)
        if pathlib.Path(f"{source}{suffix}").exists():
            shutil.copyfile(f"{source}{suffix}", f"{target}{suffix}")


def settle(path):
    """Everything in the one file, as after a proper end."""
    base = sqlite3.connect(path)
    base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    base.close()


def tamper(path, *statements):
    """What somebody with write access can do: the triggers are put aside and put back."""
    base = sqlite3.connect(path)
    triggers = base.execute("SELECT name, sql FROM sqlite_schema WHERE type='trigger'").fetchall()
    with base:
        for name, _ in triggers:
            base.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            base.execute(*statement) if isinstance(statement, tuple) else base.execute(statement)
        for _, text in triggers:
            base.execute(text)
    base.close()


class BadInput(CliTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.here = cls.machine("here")
        cls.team = DemoTeam(cls.here, cls.base)
        cls.team.register()
        settle(cls.team.path)

    def place(self, name):
        """A copy of the workspace at a path of its own, and a machine that trusts nothing yet."""
        path = self.base / f"{name}.countersign"
        copy(self.team.path, path)
        settle(path)
        return path

    def assert_refused(self, answer, code, *words, status=None):
        self.assertFalse(answer["ok"], answer)
        self.assertEqual(answer["schema"], SCHEMA)
        self.assertRegex(answer["code"], code, str(answer))
        for word in words:
            self.assertIn(str(word), answer["message"])
        self.assertIn(answer["message"], answer.err)
        self.assertEqual(len(answer.out.splitlines()), 1)
        if status is not None:
            self.assertEqual(answer.status, status, answer)

    def refuse_file(self, path, code, *words, status, command=("workspace", "info")):
        before = content(path) if path.is_file() else None
        for words_ in (command, ("model", "register", "--name", "x", "--owner-role", "ml_engineer", "--as", "a0"), ("verify",)):
            answer = self.here.ctl(*words_, "--first-contact", workspace=path, expect=None)
            self.assert_refused(answer, code, *words, status=status)
        if before:
            self.assertEqual(content(path), before)

    def refuse_command(self, code, *command, words=(), status, who=None, run=None, **options):
        before = self.team.head()
        run = run or (self.team.service if who is None else lambda *w, **o: self.team.sign(who, *w, **o))
        answer = run(*command, expect=None, **options)
        self.assert_refused(answer, code, *words, status=status)
        self.assertEqual(self.team.head(), before)
        return answer

    # -- files that are no workspace

    def test_text_file(self):
        path = self.base / "text.countersign"
        path.write_text("This is no ledger.\n" * 200)
        self.refuse_file(path, "CS-STORE-", path, status=1)

    def test_empty_file(self):
        path = self.base / "empty.countersign"
        path.write_bytes(b"")
        self.refuse_file(path, "CS-STORE-", path, status=1)

    def test_other_application(self):
        path = self.base / "other.countersign"
        base = sqlite3.connect(path)
        with base:
            base.execute("CREATE TABLE bookmark(url TEXT)")
            base.execute("PRAGMA application_id=7")
        base.close()
        self.refuse_file(path, "CS-STORE-FOREIGN", path, "another program", status=1)

    def test_extra_trigger(self):
        path = self.place("trigger")
        base = sqlite3.connect(path)
        base.execute("CREATE TRIGGER mine AFTER INSERT ON entry BEGIN DELETE FROM chunk; END")
        base.close()
        settle(path)
        self.refuse_file(path, "CS-STORE-", "mine", status=1)

    def test_extra_view(self):
        path = self.place("view")
        base = sqlite3.connect(path)
        base.execute("CREATE VIEW secret AS SELECT * FROM entry")
        base.close()
        settle(path)
        self.refuse_file(path, "CS-STORE-", "secret", status=1)

    def test_newer_schema(self):
        path = self.place("newer")
        base = sqlite3.connect(path)
        base.execute("PRAGMA user_version=999")
        base.close()
        settle(path)
        self.refuse_file(path, "CS-STORE-NEWER", "999", status=1)

    def test_directory(self):
        path = self.base / "folder.countersign"
        path.mkdir()
        self.refuse_file(path, "CS-STORE-DIRECTORY", path, status=2)

    def test_missing_file(self):
        path = self.base / "none.countersign"
        self.refuse_file(path, "CS-STORE-MISSING", path, status=2)
        self.assertFalse(path.exists())

    def test_truncated_file(self):
        path = self.place("truncated")
        with open(path, "r+b") as file:
            file.truncate(path.stat().st_size // 2)
        before = content(path)
        for command in (("workspace", "info"), ("log", "list"), ("verify",)):
            answer = self.here.ctl(*command, "--first-contact", workspace=path, expect=None)
            self.assertIn(answer.status, (1, 3), answer)
            self.assertFalse(answer["ok"])
        self.assertEqual(content(path), before)

    def test_bit_flipped(self):
        path = self.place("flipped")
        base = sqlite3.connect(path)
        line = base.execute("SELECT line FROM entry WHERE idx=5").fetchone()[0]
        base.close()
        data = bytearray(path.read_bytes())
        at = data.find(line[:200])
        self.assertGreater(at, 0)
        data[at + 100] ^= 1
        path.write_bytes(data)
        answer = self.here.ctl("workspace", "info", "--first-contact", workspace=path, expect=1)
        # A changed type reads as a newer program's entry; then it is the next entry that does not follow.
        self.assertIn(answer["entry"], (5, 6))
        self.assertIn("Restore", answer["message"])
        verdict = self.here.ctl("verify", workspace=path, expect=1)
        self.assertEqual((verdict["verdict"], verdict["problems"][0]["entry"]), ("broken", 5))
        self.assertIn("entry 5", self.here.ctl("verify", workspace=path, expect=1, json_=False).out)

    def test_read_only_folder(self):
        folder = self.base / "readonly"
        folder.mkdir()
        path = folder / "w.countersign"
        copy(self.team.path, path)
        settle(path)
        names = sorted(p.name for p in folder.iterdir())
        folder.chmod(0o500)
        path.chmod(0o400)
        try:
            env = {"COUNTERSIGN_TRUST": "{}@{}:{}".format(self.team.workspace, *self.team.head())}
            before = content(path)
            # Reading works; writing is a clear "could not".
            self.here.ctl("version", "list", workspace=path, prefix=UNPRIVILEGED, env=env)
            answer = self.here.ctl("model", "register", "--name", "x", "--owner-role", "ml_engineer", "--as", self.team.engineer,
                                   workspace=path, prefix=UNPRIVILEGED, env=env, expect=3)
            self.assert_refused(answer, "CS-STORE-READONLY", path)
            answer = self.here.ctl("workspace", "backup", folder / "copy", workspace=path, prefix=UNPRIVILEGED, env=env, expect=3)
            self.assert_refused(answer, "CS-STORE-")
            self.assertEqual((content(path), sorted(p.name for p in folder.iterdir())), (before, names))
        finally:
            folder.chmod(0o700)

    def test_no_home(self):
        answer = self.here.ctl("workspace", "info", workspace=self.team.path, env={"HOME": "/proc/none"}, expect=3)
        self.assert_refused(answer, "CS-WORKSPACE-FOLDER", "/proc/none")

    # -- another history than the one seen here

    def test_older_than_the_pin(self):
        path, old, who = self.place("older"), self.base / "old-copy", self.machine("who-saw-newer")
        who.ctl("workspace", "info", "--first-contact", workspace=path)
        copy(path, old)
        self.register(who, path, "newer")
        seen = who.ctl("workspace", "info", workspace=path)
        copy(old, path)
        found = who.ctl("workspace", "info", workspace=path, expect=1)
        self.assertIn(f"{seen['size']}:{seen['root']}", found["alarm"])
        self.assertIn(f"{found['size']}:{found['root']}", found["alarm"])
        for answer in (who.ctl("version", "list", workspace=path, expect=1), who.ctl("version", "list", "--first-contact", workspace=path, expect=1),
                       self.register(who, path, "other", expect=1)):
            self.assert_refused(answer, "CS-PIN-ROLLBACK", f"{seen['size']}:{seen['root']}")
        self.assertEqual(who.ctl("workspace", "info", workspace=path, expect=1)["size"], found["size"])

    def test_forked(self):
        path, other, who = self.place("forked"), self.place("fork-elsewhere"), self.machine("who-saw-one")
        who.ctl("workspace", "info", "--first-contact", workspace=path)
        self.register(who, path, "one")
        who.ctl("workspace", "info", workspace=path)
        elsewhere = self.machine("elsewhere", keyring=False)
        for label in ("8", "9"):
            self.register(elsewhere, other, label, "--first-contact")
        settle(other)
        copy(other, path)
        answer = who.ctl("version", "list", workspace=path, expect=1)
        self.assert_refused(answer, "CS-PIN-FORK", "rewritten")
        self.assert_refused(self.register(who, path, "10", expect=1), "CS-PIN-FORK")

    def test_swapped_for_a_new_one(self):
        path = self.place("swapped")
        self.here.ctl("workspace", "info", "--first-contact", workspace=path)
        path.unlink()
        elsewhere = self.machine("swapper")
        elsewhere.ctl("init", path, "--name", "Small", "--mode", "demo", "--policy", "small-team", "--founder", "Tech lead")
        settle(path)
        answer = self.here.ctl("version", "list", workspace=path, expect=1)
        self.assert_refused(answer, "CS-PIN-OTHER-WORKSPACE", self.team.workspace)
        self.assertEqual(self.here.ctl("version", "list", "--first-contact", workspace=path, expect=1)["code"], "CS-PIN-OTHER-WORKSPACE")

    def test_first_contact(self):
        guest = self.machine("guest")
        size, root = self.team.head()
        answer = guest.ctl("version", "list", workspace=self.team.path, expect=1)
        self.assert_refused(answer, "CS-PIN-FIRST-CONTACT", self.team.workspace, f"{size}:{root}")
        for trust, code in (("nonsense", "CS-PIN-TRUST"), (f"{self.team.workspace}@{size}:{'0' * 64}", "CS-PIN-TRUST"),
                            (f"{'0' * 32}@{size}:{root}", "CS-PIN-TRUST")):
            answer = guest.ctl("version", "list", workspace=self.team.path, env={"COUNTERSIGN_TRUST": trust}, expect=None)
            self.assert_refused(answer, code)
            self.assertIn(answer.status, (1, 2))
        guest.ctl("version", "list", workspace=self.team.path, env={"COUNTERSIGN_TRUST": f"{self.team.workspace}@{size}:{root}"})
        guest.ctl("version", "list", workspace=self.team.path)
        second = self.machine("guest-2")
        second.ctl("version", "list", "--first-contact", workspace=self.team.path)
        second.ctl("version", "list", workspace=self.team.path)

    def register(self, machine, path, label, *words, expect=0):
        file = self.base / "another.json"
        file.write_text(json.dumps({**self.team.description, "label": label}))
        return machine.ctl("version", "register", "--model", self.team.model, "--file", file, "--contributor", self.team.engineer, *words,
                           workspace=path, key=self.team.key, expect=expect)

    # -- a newer program wrote here (law 14)

    def test_unknown_event_type(self):
        path = self.place("unknown")
        key = entries.Key.of_file(self.team.key)
        index = entries.append(path, key, self.team.ci, "model.dreamt", {"model": self.team.model})
        settle(path)
        info = self.here.ctl("workspace", "info", "--first-contact", workspace=path)
        self.assertEqual(info["size"], index + 1)
        self.assertIn("newer", info.json)
        listed = self.here.ctl("log", "list", "-n", "3", workspace=path)["entries"]
        self.assertEqual((listed[0]["index"], listed[0]["type"]), (index, "model.dreamt"))
        self.assertIn("model.dreamt", self.here.ctl("log", "show", index, workspace=path).out)
        answer = self.here.ctl("version", "list", workspace=path, expect=1)
        self.assert_refused(answer, "CS-WORKSPACE-NEWER")
        self.assertEqual(answer["law"], 14)
        self.assert_refused(self.register_refused(path), "CS-WORKSPACE-NEWER")
        verdict = self.here.ctl("verify", workspace=path, expect=1)
        self.assertEqual((verdict["verdict"], verdict["entries"]), ("incomplete", index + 1))
        self.assertTrue(any(p["law"] == 14 and p["entry"] == index for p in verdict["problems"]), verdict)

    def test_unknown_event_with_a_wrong_signature(self):
        path = self.place("unknown-forged")
        index = entries.append(path, entries.Key(b"x" * 32), self.team.ci, "model.dreamt", {})
        settle(path)
        verdict = self.here.ctl("verify", workspace=path, expect=1)
        self.assertEqual((verdict["verdict"], verdict["problems"][0]["entry"], verdict["problems"][0]["law"]), ("broken", index, 2))

    def register_refused(self, path):
        return self.here.ctl("model", "register", "--name", "x", "--owner-role", "ml_engineer", "--as", self.team.engineer, workspace=path, expect=1)

    # -- evidence

    def attach(self, file, **options):
        return ("evidence", "attach", self.team.version, file, "--kind", "evaluation_report"), options

    def test_evidence(self):
        empty = self.base / "empty.md"
        empty.write_bytes(b"")
        unreadable = self.base / "unreadable.md"
        unreadable.write_text("words")
        unreadable.chmod(0)
        for file, code, word, status in ((empty, "CS-", "empty.md", None), (self.base, "CS-", self.base, None),
                                         (self.base / "no-such.md", "CS-", "no-such.md", 3), ("/dev/zero", "CS-", "/dev/zero", None),
                                         (unreadable, "CS-", "unreadable.md", 3)):
            command, _ = self.attach(file)
            with self.subTest(file=file):
                self.refuse_command(code, *command, words=[word], status=status, prefix=UNPRIVILEGED)

    # -- JSON files

    def test_json_of_a_version(self):
        good = json.dumps(self.team.description)
        label = json.dumps({**self.team.description, "label": "77"})
        cases = {
            "duplicate": label.replace("{", '{"label":"76",', 1).encode(),
            "bom": b"\xef\xbb\xbf" + label.encode(),
            "deep": label.replace("{", '{"deep":' + "[" * 200 + "]" * 200 + ",", 1).encode(),
            "big-number": json.dumps({**self.team.description, "label": "77", "artifact": {**self.team.description["artifact"], "bytes": 2**53 + 1}}).encode(),
            "fraction": label.replace(f'"bytes": {self.team.description["artifact"]["bytes"]}', '"bytes": 1.5').encode(),
            "not-utf8": label.encode().replace(b'"77"', b'"\xff\xfe"'),
            "after": label.encode() + b"{}",
            "no-json": b"label: 77",
            "nothing": b"",
            "list": b"[]",
            "short-digest": label.replace(self.team.description["artifact"]["sha"], "sha256:12").encode(),
        }
        self.assertIn('"bytes"', good)
        for name, data in cases.items():
            file = self.base / f"{name}.json"
            file.write_bytes(data)
            with self.subTest(name=name):
                self.refuse_command("CS-", "version", "register", "--model", self.team.model, "--file", file, words=[file], status=None)

    def test_json_of_results(self):
        ok = {"name": "ci.tests_passed", "value": True, "unit": "1"}
        cases = {
            "n": {"results": [{**ok, "n": 2**53 + 1}]},
            "n-text": {"results": [{**ok, "n": "12"}]},
            "infinite": {"results": [{"name": "eval.primary", "value": "Infinity", "unit": "1"}]},
            "none": {"results": []},
            "missing": {},
            "time": {"results": [ok], "measuredAt": "yesterday"},
        }
        for name, value in cases.items():
            file = self.base / f"result-{name}.json"
            file.write_text(json.dumps(value))
            with self.subTest(name=name):
                self.refuse_command("CS-", "result", "report", self.team.version, "--file", file, status=None)

    def test_policy_file(self):
        broken = self.base / "policy.json"
        for text in ('{"schemaVersion":"1.0"', "{}", '{"schemaVersion":"9.0"}', "\ufeff{}"):
            broken.write_text(text)
            with self.subTest(text=text):
                answer = self.here.ctl("policy", "check", broken, expect=1)
                self.assertEqual((answer["code"], answer["file"]), ("CS-POLICY-LINT", str(broken)))
                self.assertTrue(all(f["line"] == 1 and f["severity"] == "error" for f in answer["findings"]), answer)
                place = self.base / "never.countersign"
                answer = self.here.ctl("init", place, "--name", "N", "--mode", "demo", "--policy", broken, "--founder", "F", expect=None)
                self.assertIn(answer.status, (1, 2), answer)
                self.assert_refused(answer, "CS-", broken, "line 1")
                self.assertEqual([p.name for p in self.base.glob("never*")], [])

    # -- names

    def test_names(self):
        name = "../../etc/passwd"
        self.team.sign(self.team.engineer, "model", "register", "--name", name, "--owner-role", "ml_engineer")
        self.assertIn(name, [m["name"] for m in self.team.read("model", "list")["models"]])
        for bad, word in (("a\u202egnp.exe", "direction"), ("x" * 10_000, "too long"), ("line\nbreak", "control"), ("\u2067name", "direction")):
            with self.subTest(name=bad[:20]):
                self.refuse_command("CS-", "model", "register", "--name", bad, "--owner-role", "ml_engineer", words=[word], status=None,
                                    who=self.team.engineer)
        self.refuse_command("CS-", "version", "register", "--model", self.team.model, "--file", self.long_label(), words=["label"], status=None)

    def long_label(self):
        file = self.base / "long.json"
        file.write_text(json.dumps({**self.team.description, "label": "7" * 65}))
        return file

    # -- keys

    def test_key_files(self):
        loose = self.base / "loose.key"
        shutil.copyfile(self.team.key, loose)
        loose.chmod(0o644)
        link = self.base / "link.key"
        link.symlink_to(self.team.key)
        nonsense = self.base / "nonsense.key"
        nonsense.write_text("not a key")
        nonsense.chmod(0o600)
        stranger = self.base / "stranger.key"
        self.here.ctl("people", "new-key", "--workspace-id", self.team.workspace, "--name", "S", "-o", self.base / "s.proof", "--service-key-file", stranger)
        for key, code, word in ((loose, "CS-IDENTITY-FILE", "0600"), (link, "CS-IDENTITY-FILE", "link"), (nonsense, "CS-IDENTITY-FILE", "nonsense"),
                                (stranger, "CS-CLI-NO-KEY", "stranger"), (self.base / "none.key", "CS-IDENTITY-FILE", "none.key")):
            with self.subTest(key=key):
                self.refuse_command(code, "evidence", "attach", self.team.version, __file__, "--kind", "plot", words=[word], status=1, key=key)

    def test_key_of_a_person_from_a_file(self):
        key, proof = self.base / "person.key", self.base / "person.proof"
        self.here.ctl("people", "new-key", "--workspace-id", self.team.workspace, "--name", "P", "-o", proof, "--service-key-file", key)
        proof.write_text(proof.read_text().replace('"service"', '"person"'))
        index = self.team.sign(self.team.lead, "people", "enrol", proof)["proposal"]
        self.team.sign(self.team.owner, "people", "endorse", index)
        self.refuse_command("CS-IDENTITY-FILE-PERSON", "promote", "comment", "1", "--text", "x", status=1, key=key)

    def test_role(self):
        self.refuse_command("CS-", "model", "register", "--name", "x", "--owner-role", "ml_engineer", status=1)
        self.refuse_command("CS-CLI-WHO", "model", "register", "--name", "x", "--owner-role", "ml_engineer", status=2, who="nobody")
        self.refuse_command("CS-CLI-WHO", "model", "register", "--name", "x", "--owner-role", "ml_engineer", status=2, run=self.team.read)

    def test_no_keychain(self):
        bare = self.machine("bare", keyring=False)
        trust = "{}@{}:{}".format(self.team.workspace, *self.team.head())
        env = {"COUNTERSIGN_TRUST": trust, "PATH": "/nonexistent", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
        # Reading needs no key, and the marker file still remembers what was seen.
        bare.ctl("version", "list", workspace=self.team.path, env=env)
        before = self.team.head()
        answer = bare.ctl("model", "register", "--name", "x", "--owner-role", "ml_engineer", workspace=self.team.path, env=env, expect=3)
        self.assert_refused(answer, "CS-KEYCHAIN-")
        self.assertEqual(self.team.head(), before)

    def test_team_mode_signs_at_a_terminal_only(self):
        path = self.base / "team.countersign"
        init = ("init", path, "--name", "T", "--mode", "team", "--policy", "small-team", "--founder", "F")
        self.assert_refused(self.here.ctl(*init, expect=3), "CS-CLI-NO-TERMINAL", "terminal")
        self.assert_refused(self.here.ctl(*init, expect=3, passphrase="\x03"), "CS-CLI-STOPPED")
        self.assert_refused(self.here.ctl(*init, expect=2, passphrase="short"), "CS-CLI-PASSPHRASE")
        self.assertFalse(path.exists())
        other = self.machine("founder")
        other.ctl(*init, passphrase=PASSPHRASE)
        size = other.ctl("workspace", "info", workspace=path)["size"]
        grant = ("people", "grant", "a0", "tech_lead")
        self.assert_refused(other.ctl(*grant, workspace=path, expect=3), "CS-CLI-NO-TERMINAL")
        answer = other.ctl(*grant, workspace=path, passphrase="wrong passphrase", expect=None)
        self.assertIn(answer.status, (1, 3))
        self.assert_refused(answer, "CS-CRYPTO-PASSPHRASE")
        self.assertEqual(other.ctl("workspace", "info", workspace=path)["size"], size)
        # A key without a passphrase is refused outside of demo mode, before anything is made.
        other.ctl(*grant, workspace=path, passphrase=PASSPHRASE)

    # -- words on the command line

    def test_usage(self):
        for command in ((), ("no-such-command",), ("promote",), ("promote", "approve"), ("promote", "reject", "1"), ("model", "tag", "m1"),
                        ("workspace", "info", "--no-such-option"), ("report", "export", "no-such-report", "--promotion", "1"),
                        ("log", "show", "not-a-number")):
            with self.subTest(command=command):
                answer = self.here.ctl(*command, workspace=self.team.path, expect=2)
                self.assertEqual(len(answer.out.splitlines()), 1, answer)
                self.assert_refused(answer, "CS-")
                plain = self.here.ctl(*command, workspace=self.team.path, expect=2, json_=False)
                self.assertTrue(plain.err.strip())
                self.assertEqual(plain.out, "")
        self.assert_refused(self.here.ctl("workspace", "info", expect=2), "CS-CLI-WORKSPACE", "COUNTERSIGN_WORKSPACE")
        self.assertEqual(self.here.ctl("--help", json_=False).status, 0)
        self.assertEqual(self.here.ctl("--version", json_=False).out.split()[0], "countersignctl")

    def test_things_that_are_not_there(self):
        for command in (("promote", "show", "99"), ("promote", "show", "p9999"), ("promote", "show", "nonsense"), ("version", "show", "v9999"),
                        ("model", "show", "m9999"), ("log", "show", "99999"), ("gate", "explain", "#9"), ("evidence", "list", "v9999"),
                        ("evidence", "export", "e9999", "-o", "-"), ("proof", "inclusion", "99999"), ("proof", "consistency", "99999"),
                        ("canary", "status", "p9999"), ("report", "export", "promotion-record", "--promotion", "9")):
            with self.subTest(command=command):
                answer = self.team.read(*command, expect=None)
                self.assertIn(answer.status, (1, 2), answer)
                self.assert_refused(answer, "CS-")

    def test_every_answer_is_one_line_of_json(self):
        out = self.base / "out"
        for command in (("workspace", "info"), ("people", "list"), ("people", "keychain"), ("model", "list"), ("version", "list"),
                        ("evidence", "list", self.team.version), ("promote", "list"), ("inbox", "--as", "a0"), ("policy", "show"), ("raci", "show"),
                        ("raci", "check"), ("log", "list"), ("log", "show", "0"), ("log", "export", "-o", out), ("checkpoint", "-o", out),
                        ("proof", "inclusion", "3"), ("proof", "consistency", "3"), ("verify",)):
            with self.subTest(command=command):
                answer = self.team.read(*command, expect=None)
                self.assertEqual(len(answer.out.splitlines()), 1, answer)
                self.assertEqual((answer["schema"], answer["ok"]), (SCHEMA, answer.status == 0), answer)
                self.assertTrue(answer["code"])

    # -- stopped half-way

    def test_interrupted_demo(self):
        place = self.base / "demo.countersign"
        child = subprocess.Popen([CTL, "demo", str(place)], env=self.here.env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                 stderr=subprocess.PIPE, text=True, start_new_session=True)
        # The second line of progress: people and keys are made, entries are being written.
        child.stderr.readline()
        child.stderr.readline()
        os.killpg(child.pid, signal.SIGINT)
        _, err = child.communicate(timeout=120)
        self.assertEqual(child.returncode, 3, err)
        self.assertIn("CS-DEMO-STOPPED", err)
        self.assertEqual([p.name for p in self.base.glob("demo.countersign*")], [])
        # None of its keys is left either: this keychain still signs for the one workspace as before.
        self.assertEqual(self.team.read("inbox", "--as", self.team.engineer)["ok"], True)


if __name__ == "__main__":
    unittest.main()
