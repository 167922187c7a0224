# SPDX-License-Identifier: GPL-3.0-or-later
"""The world around the ledger is not right: clocks, keys and keychains, names, file sizes, other processes, kills."""
import base64
import json
import random
import signal
import subprocess
import unittest

from demo_team import DemoTeam
from machines import CTL, CliTest, Clock

HOUR, YEARS = 3600, 10 * 365 * 86400


class BadWorldTest(CliTest):
    def assert_refused(self, answer, code, *words):
        self.assertFalse(answer["ok"], answer)
        self.assertRegex(answer["code"], code, str(answer))
        for word in words:
            self.assertIn(str(word), answer["message"], str(answer))
        self.assertIn(answer["message"], answer.err)

    def attach(self, team, name, expect=0, **options):
        file = self.base / f"{name}.md"
        file.write_text(f"# {name}\n")
        return team.service("evidence", "attach", team.version, file, "--kind", "evaluation_report", expect=expect, **options)


class Clocks(BadWorldTest):
    """Law 13: an entry is never dated before the ledger's time, and a clock that ran ahead can be made good again."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.clock = Clock(1_790_000_000)
        cls.team = DemoTeam(cls.machine("here", clock=cls.clock), cls.base)
        cls.team.register()

    def behind(self, seconds):
        before, right = self.team.head(), self.clock.seconds
        self.clock.seconds -= seconds
        try:
            self.assert_refused(self.attach(self.team, "late", expect=1), "CS-LAW-13", "clock", self.clock.text()[:13])
            # What is there can be read, and the verdict does not depend on the clock of who asks.
            self.team.read("version", "list")
            verdict = self.team.read("verify")
            self.assertEqual((verdict["verdict"], (verdict["entries"], verdict["root"])), ("intact", before))
        finally:
            self.clock.seconds = right + 60
        self.assertEqual(self.team.head(), before)
        self.attach(self.team, f"right again after {seconds}")

    def test_an_hour_behind(self):
        self.behind(HOUR)

    def test_ten_years_behind(self):
        self.behind(YEARS)

    def ahead(self, seconds):
        right = self.clock.seconds
        self.clock.seconds += seconds
        try:
            wrong = self.attach(self.team, f"early by {seconds}")["entry"]
        finally:
            self.clock.seconds = right + 60
        before = self.team.head()
        self.assert_refused(self.attach(self.team, "refused", expect=1), "CS-LAW-13", "ahead of this computer's clock", "correct-clock")
        self.assertEqual(self.team.head(), before)
        self.assertEqual(self.team.read("verify")["verdict"], "intact")
        # The way out: two administrators leave that date out.
        proposal = self.team.sign(self.team.lead, "people", "correct-clock", wrong, wrong)
        self.assertFalse(proposal["effective"])
        self.assert_refused(self.attach(self.team, "refused", expect=1), "CS-LAW-13")
        self.team.sign(self.team.owner, "people", "endorse", proposal["proposal"])
        self.attach(self.team, f"right again after {seconds} ahead")
        self.assertEqual(self.team.read("verify")["verdict"], "intact")

    def test_an_hour_ahead(self):
        self.ahead(HOUR)

    def test_ten_years_ahead(self):
        self.ahead(YEARS)


class Surroundings(BadWorldTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.here = cls.machine("here")
        cls.team = DemoTeam(cls.here, cls.base)
        cls.team.register()

    def refuse(self, code, answer, before, *words):
        self.assert_refused(answer, code, *words)
        self.assertEqual(self.team.head(), before)

    # -- names

    def test_names_of_people_and_workspaces(self):
        for bad, word in (("Ann\u202eeve", "direction"), ("x" * 10_000, "too long"), ("two\nlines", "control"), ("", "empty")):
            with self.subTest(name=bad[:20]):
                place, proof = self.base / "never.countersign", self.base / "never.proof"
                answer = self.here.ctl("init", place, "--name", bad, "--mode", "demo", "--policy", "small-team", "--founder", "F", expect=None)
                self.assertIn(answer.status, (1, 2), answer)
                self.assert_refused(answer, "CS-", word)
                answer = self.here.ctl("init", place, "--name", "N", "--mode", "demo", "--policy", "small-team", "--founder", bad, expect=None)
                self.assertIn(answer.status, (1, 2), answer)
                self.assert_refused(answer, "CS-", word)
                answer = self.here.ctl("people", "new-key", "--workspace-id", self.team.workspace, "--name", bad, "--demo", "-o", proof, expect=None)
                self.assertIn(answer.status, (1, 2), answer)
                self.assert_refused(answer, "CS-", word)
                self.assertEqual(list(self.base.glob("never*")), [])

    def test_a_name_in_a_proof_file(self):
        proof, before = self.base / "turned.proof", self.team.head()
        self.here.ctl("people", "new-key", "--workspace-id", self.team.workspace, "--name", "Jo", "-o", proof, "--service-key-file", self.base / "jo.key")
        proof.write_text(proof.read_text().replace('"Jo"', '"Jo\\u202e"'))
        self.refuse("CS-PEOPLE-PROOF", self.team.sign(self.team.lead, "people", "enrol", proof, expect=2), before, "direction")

    def test_a_name_with_a_slash_stays_a_name(self):
        place = self.base / "slash.countersign"
        self.here.ctl("init", place, "--name", "../../risk/models", "--mode", "demo", "--policy", "small-team", "--founder", "a/b")
        self.assertEqual(self.here.ctl("workspace", "info", workspace=place)["name"], "../../risk/models")
        self.assertEqual(self.here.ctl("people", "list", workspace=place)["people"][0]["name"], "a/b")

    def test_file_names(self):
        for name in ("right\u202eleft.md", "line\nbreak.md", " ", "x" * 250, "-n", "\u00e4.md"):
            with self.subTest(name=name[:20]):
                (self.base / name).write_text("# words\n")
                answer = self.team.service("evidence", "attach", self.team.version, "./" + name, "--kind", "plot", cwd=self.base)
                listed = self.team.read("evidence", "list", self.team.version, json_=False)
                self.assertNotIn("\u202e", listed.out)
                self.assertTrue(answer["id"])

    # -- evidence

    def test_evidence_over_the_limit(self):
        large, before = self.base / "large.bin", self.team.head()
        size = self.team.path.stat().st_size
        with open(large, "wb") as file:
            file.truncate((512 << 20) + 1)
        answer = self.team.service("evidence", "attach", self.team.version, large, "--kind", "plot", expect=None)
        self.refuse("CS-EVIDENCE-LIMIT", answer, before, large, "512")
        self.assertIn(answer.status, (1, 2, 3))
        self.assertEqual(self.team.path.stat().st_size, size)

    def test_evidence_that_changes_while_it_is_read(self):
        growing, before = self.base / "growing.log", self.team.head()
        growing.write_bytes(b"x" * (64 << 20))
        writer = subprocess.Popen(["sh", "-c", 'while :; do echo more >> "$0"; done', str(growing)])
        try:
            answer = self.team.service("evidence", "attach", self.team.version, growing, "--kind", "plot", expect=None)
        finally:
            writer.kill()
            writer.wait()
        self.refuse("CS-EVIDENCE-CHANGED", answer, before, growing)

    # -- keys

    def test_a_revoked_key(self):
        key, proof = self.base / "old.key", self.base / "old.proof"
        made = self.here.ctl("people", "new-key", "--workspace-id", self.team.workspace, "--name", "Old CI", "-o", proof, "--service-key-file", key)
        proposal = self.team.sign(self.team.lead, "people", "enrol", proof, "--add-to", self.team.ci)["proposal"]
        self.team.sign(self.team.owner, "people", "endorse", proposal)
        self.attach(self.team, "while it was live", key=key)
        revocation = self.team.sign(self.team.lead, "people", "revoke", made["fingerprint"], "--why", "rotated")["proposal"]
        self.team.sign(self.team.owner, "people", "endorse", revocation)
        before = self.team.head()
        self.refuse("CS-", self.attach(self.team, "after", key=key, expect=1), before, "revoked")

    def test_a_small_order_key(self):
        proof, before = self.base / "small-order.proof", self.team.head()
        self.here.ctl("people", "new-key", "--workspace-id", self.team.workspace, "--name", "S", "-o", proof, "--service-key-file", self.base / "s.key")
        document = json.loads(proof.read_text())
        envelope = json.loads(document["proof"])
        payload = json.loads(base64.b64decode(envelope["payload"]))
        # The point of order one: any signature of R = identity, S = 0 verifies under it by the loose equation.
        payload["key"] = document["key"] = base64.b64encode(b"\1" + b"\0" * 31).decode()
        envelope["payload"] = base64.b64encode(json.dumps(payload, separators=(",", ":")).encode()).decode()
        envelope["signatures"][0]["sig"] = base64.b64encode(b"\1" + b"\0" * 63).decode()
        document["proof"] = json.dumps(envelope, separators=(",", ":"))
        proof.write_text(json.dumps(document))
        answer = self.team.sign(self.team.lead, "people", "enrol", proof, expect=None)
        self.assertIn(answer.status, (1, 2), answer)
        self.refuse("CS-", answer, before)

    # -- keychains

    def test_a_keychain_that_is_locked(self):
        locked = self.machine("locked")
        locked.ctl("people", "new-key", "--workspace-id", self.team.workspace, "--name", "L", "--demo", "-o", self.base / "locked.proof")
        locked.keyring.terminate()
        locked.keyring.wait(timeout=20)
        locked.children.remove(locked.keyring)
        # The next one does not know the password, and there is nobody to ask.
        locked.start(["gnome-keyring-daemon", "--foreground", "--components=secrets", f"--control-directory={locked.run_dir}/keyring"], "again")
        locked.wait(locked.has_keyring, "gnome-keyring")
        env = {"COUNTERSIGN_TRUST": "{}@{}:{}".format(self.team.workspace, *self.team.head())}
        locked.ctl("version", "list", workspace=self.team.path, env=env)
        before = self.team.head()
        answer = locked.ctl("model", "register", "--name", "x", "--owner-role", "ml_engineer", "--as", "a0", workspace=self.team.path, env=env, expect=3)
        self.refuse("CS-KEYCHAIN-LOCKED", answer, before)
        self.assert_refused(locked.ctl("people", "keychain", expect=3), "CS-KEYCHAIN-LOCKED")
        new_key = ("people", "new-key", "--workspace-id", self.team.workspace, "--name", "M", "--demo", "-o", self.base / "never.proof")
        self.assert_refused(locked.ctl(*new_key, expect=3), "CS-KEYCHAIN-LOCKED")
        self.assertFalse((self.base / "never.proof").exists())

    # -- other processes

    def test_two_processes_append_side_by_side(self):
        def writer(name):
            # Who lost the race for the same version is asked to look again, and does.
            script = ('for i in 1 2 3 4 5 6 7 8 9 10 11 12; do echo "$0 $i" > "$1/$0-$i.md"; '
                      'until said=$("$2" evidence attach "$3" "$1/$0-$i.md" --kind plot 2>&1); do '
                      'case "$said" in *CS-WORKSPACE-CHANGED*|*CS-WORKSPACE-RACE*) ;; *) echo "$said" >&2; exit 1 ;; esac; done; done')
            env = {**self.here.env, "COUNTERSIGN_WORKSPACE": str(self.team.path), "COUNTERSIGN_KEY_FILE": str(self.team.key)}
            return subprocess.Popen(["sh", "-c", script, name, str(self.base), CTL, self.team.version], env=env, stdin=subprocess.DEVNULL,
                                    stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)

        size = self.team.head()[0]
        writers = [writer("one"), writer("two")]
        for child in writers:
            _, err = child.communicate(timeout=240)
            self.assertEqual(child.returncode, 0, err)
        self.assertEqual(self.team.head()[0], size + 24)
        verdict = self.team.read("verify")
        self.assertEqual((verdict["verdict"], verdict["entries"]), ("intact", size + 24))

    def test_killed_at_any_moment(self):
        dice, acknowledged = random.Random(7), set()
        env = {**self.here.env, "COUNTERSIGN_WORKSPACE": str(self.team.path), "COUNTERSIGN_KEY_FILE": str(self.team.key)}
        for number in range(25):
            file = self.base / f"killed-{number}.md"
            file.write_text(f"# {number}\n" * 20_000)
            child = subprocess.Popen([CTL, "evidence", "attach", self.team.version, file, "--kind", "plot", "--json"], env=env,
                                     stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
            try:
                out, _ = child.communicate(timeout=dice.uniform(0.01, 0.4))
            except subprocess.TimeoutExpired:
                child.send_signal(signal.SIGKILL)
                out, _ = child.communicate()
            if out.endswith("}\n"):
                acknowledged.add(json.loads(out)["entry"])
        verdict = self.team.read("verify")
        self.assertEqual(verdict["verdict"], "intact")
        listed = {e["index"] for e in self.team.read("log", "list", "type:evidence.attached", "-n", "1000")["entries"]}
        self.assertLessEqual(acknowledged, listed)
        self.attach(self.team, "after all that")


if __name__ == "__main__":
    unittest.main()
