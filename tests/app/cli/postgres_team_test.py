# SPDX-License-Identifier: GPL-3.0-or-later
"""The three people and their services again, on one PostgreSQL server: each desk keeps a verified copy of its own.

Run by tests/support/with_postgres.sh, which starts the server.
"""
import json
import os
import sqlite3
import subprocess
import time
import unittest

from machines import CliTest
from team import SIGNER, Team
import three_people_test

SERVER, SERVER_CTL = os.environ.get("COUNTERSIGN_TEST_PG", ""), os.environ.get("COUNTERSIGN_TEST_PG_CTL", "")

# Something that the founder may sign at any time.
LAWFUL = ("people", "trust", "--purpose", "provenance", "--name", "builder", "--key", SIGNER["key"])


def server(*words):
    done = subprocess.run([SERVER_CTL, *words], capture_output=True, text=True, timeout=120, check=False)
    if done.returncode != 0:
        raise AssertionError(f"{words}: {done.stdout}{done.stderr}")
    return done.stdout.strip()


class Floor:
    """Several teams of one test class: each has a folder and machines of its own."""

    def __init__(self, test, name):
        self.test, self.name, self.base = test, name, test.base / name
        self.base.mkdir()

    def machine(self, name, *words, **options):
        return self.test.machine(f"{self.name}/{name}", *words, **options)


class ServerTeam(Team):
    def __init__(self, test, database):
        super().__init__(Floor(test, database))
        server("createdb", database)
        self.database = database
        self.path = f"{SERVER}/{database}"
        # Their days pass before today: whose clock is ahead of the server's signs nothing.
        self.clock.seconds = min(self.clock.seconds, int(time.time()) - 60 * 86400)

    def sql(self, text):
        return server("psql", self.database, text)

    def replica(self, machine):
        (file,) = (machine.home / ".cache/countersign/replicas").glob("*.countersign")
        return file


class ServerTest(CliTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        if not SERVER:
            raise AssertionError("no server: run this by tests/support/with_postgres.sh")


class Desk:
    """One founder without a passphrase on one desk, and a short ledger: for what somebody does to the server."""

    def __init__(self, test, database):
        server("createdb", database)
        self.database, self.path = database, f"{SERVER}/{database}"
        self.desk = Floor(test, database).machine("desk")
        self.ctl("init", self.path, "--name", "Desk", "--mode", "demo", "--policy", "small-team", "--founder", "Ada")
        self.grow()

    def grow(self):
        for role in ("tech_lead", "ml_engineer"):
            self.ctl("people", "grant", "a0", role)
        for purpose in ("artifact", "tsa", "witness"):
            self.ctl("people", "trust", "--purpose", purpose, "--name", "somebody", "--key", SIGNER["key"])

    def ctl(self, *words, url=None, **options):
        return self.desk.ctl(*words, workspace=url or self.path, **options)

    def info(self, **options):
        return self.ctl("workspace", "info", **options)

    sql = ServerTeam.sql

    def replica(self):
        (file,) = (self.desk.home / ".cache/countersign/replicas").glob("*.countersign")
        return file


class ThreePeopleOnAServer(ServerTest, three_people_test.ThreePeople):
    """Everything that ThreePeople does; then the copies are compared, and the server is lost and refilled."""

    def test_fresh_model_reaches_production(self):
        test = self

        class Once(ServerTeam):
            def __init__(self, _):
                super().__init__(test, "team")

        three_people_test.Team = Once
        try:
            super().test_fresh_model_reaches_production()
        finally:
            three_people_test.Team = Team
        self.every_desk_has_the_same()
        self.a_lost_server_is_refilled()

    def every_desk_has_the_same(self):
        team = self.team
        heads = {machine.name: machine.ctl("workspace", "info", workspace=team.path)["root"]
                 for machine in (team.tech_lead, team.engineer, team.owner)}
        self.assertEqual(len(set(heads.values())), 1, heads)

    def lines(self):
        return self.team.sql("select string_agg(encode(line, 'base64'), ' ' order by idx) from countersign.entry")

    def a_lost_server_is_refilled(self):
        """The page "When the server is lost" of the handbook, step by step."""
        team = self.team
        before = self.lines()
        head = team.owner.ctl("workspace", "info", workspace=team.path)
        team.sql("drop schema countersign cascade")
        lost = team.owner.ctl("workspace", "info", workspace=team.path, expect=1)
        self.assertEqual(lost["code"], "CS-STORE-NO-SCHEMA")
        filled = team.owner.ctl("workspace", "refill", "-w", team.path)
        self.assertEqual(filled["lines"], head["size"])
        self.assertEqual(self.lines(), before, "byte for byte")
        # Evidence comes back from the desks that attached it or looked at it.
        team.server.ctl("workspace", "refill", "-w", team.path, key=team.carried / "ci.key")
        again = team.engineer.ctl("workspace", "info", workspace=team.path)
        self.assertEqual((again["size"], again["root"]), (head["size"], head["root"]))
        # And the team goes on.
        team.person(team.owner, "model", "tag", team.model, "business_domain=savings", "--reason", "Still so.", expect=None)
        self.assertEqual(team.read("verify")["verdict"], "intact")


class Distrust(ServerTest):
    """An administrator of the server who does what an administrator can do; each desk finds and names it."""

    def setUp(self):
        self.team = Desk(self, "d_" + self._testMethodName[5:17])

    def alarmed(self, entry):
        answer = self.team.info(expect=1)
        self.assertEqual(answer["code"], "CS-PIN-ALARM")
        self.assertIn(f"entry {entry}", answer["alarm"])
        refused = self.team.ctl(*LAWFUL, expect=1)
        self.assertEqual(refused["law"], 1, "nothing is signed while the alarm stands")
        evidence = sorted((self.team.desk.home / ".local/state/countersign/alarms").glob("alarm-*.json"))
        self.assertTrue(evidence, answer)
        return answer, json.loads(evidence[-1].read_text())

    def quietly(self, text):
        self.team.sql("alter table countersign.entry disable trigger entry_append_only; " + text)

    def test_truncated(self):
        size = self.team.info()["size"]
        self.quietly(f"delete from countersign.entry where idx >= {size - 2}")
        answer, both = self.alarmed(size - 2)
        self.assertIn(f"{size}:", both["known"])
        self.assertIn(f"{size - 2}:", both["found"])
        self.assertEqual(answer["size"], size, "what is shown is the own copy")

    def test_emptied(self):
        self.team.info()
        self.quietly("truncate countersign.entry")
        self.alarmed(0)
        refused = self.team.ctl("init", self.team.path, "--name", "Other", "--mode", "demo", "--policy", "small-team",
                                "--founder", "Ada", expect=1)
        self.assertEqual(refused["code"], "CS-STORE-EXISTS", "this desk's copy is the last one")
        self.assertIn("refill", refused["message"])
        self.assertGreater(self.team.ctl("workspace", "refill")["lines"], 3)

    def test_edited_line(self):
        self.team.info()
        self.quietly("update countersign.entry set line = set_byte(line, 40, get_byte(line, 40) # 1) where idx = 3")
        _, both = self.alarmed(3)
        self.assertNotEqual(both["ours"], both["theirs"])

    def test_reordered(self):
        self.team.info()
        self.quietly("update countersign.entry e set line = o.line from countersign.entry o "
                     "where (e.idx, o.idx) in ((4, 5), (5, 4))")
        self.alarmed(4)

    def test_forged_line_for_a_new_desk(self):
        """Who has no copy judges the lines themselves, and never keeps what is none."""
        size = self.team.info()["size"]
        self.quietly(f"insert into countersign.entry select {size}, line from countersign.entry where idx = {size - 1}")
        answer = self.team.info(expect=None)
        self.assertNotEqual(answer.status, 0, answer)
        with sqlite3.connect(self.team.replica()) as copy:
            self.assertEqual(copy.execute("select count(*) from entry").fetchone()[0], size)
        self.team.sql(f"delete from countersign.entry where idx = {size}")
        self.assertEqual(self.team.info()["size"], size, "gone again, and nothing of it stayed")

    def test_refill_never_overwrites(self):
        self.team.info()
        self.quietly("update countersign.entry set line = set_byte(line, 40, get_byte(line, 40) # 1) where idx = 3")
        refused = self.team.ctl("workspace", "refill", expect=1)
        self.assertEqual(refused["code"], "CS-TEAM-OTHER")

    def test_a_loss_is_listed_given_up_and_taken_over(self):
        size = self.team.info()["size"]
        self.quietly(f"delete from countersign.entry where idx >= {size - 2}")
        shown = self.team.ctl("workspace", "accept-loss", "--show")
        self.assertEqual(([row["index"] for row in shown["rows"]], shown["accepted"]), ([size - 2, size - 1], False))
        words = self.team.ctl("workspace", "accept-loss", "--show", json_=False).out
        self.assertIn("authority.proposed", words)
        self.assertNotIn("cannot be shown", words)
        self.alarmed(size - 2)  # to look takes nothing down
        self.assertTrue(self.team.ctl("workspace", "accept-loss", "--reason", "The disk was lost")["accepted"])
        after = self.team.info()
        self.assertEqual(after["size"], size - 1, "what is left, and the acceptance")
        self.assertNotIn("alarm", after.json)
        self.team.ctl(*LAWFUL)
        kept = list((self.team.desk.home / ".local/state/countersign/alarms").glob("given-up-*.countersign"))
        self.assertEqual(len(kept), 1, "what was given up is kept")
        self.assertEqual(self.team.ctl("workspace", "accept-loss", expect=2)["code"], "CS-LOSS-NONE")

    def test_an_old_backup_does_not_refill(self):
        backup = self.team.desk.home / "old.countersign"
        self.team.ctl("workspace", "backup", backup)
        self.team.ctl(*LAWFUL)
        self.quietly("truncate countersign.entry")
        refused = self.team.ctl("workspace", "refill", "--from", backup, expect=1)
        self.assertEqual(refused["code"], "CS-TEAM-OLD-COPY")
        self.assertEqual(self.team.sql("select count(*) from countersign.entry"), "0")


class Faults(ServerTest):
    def setUp(self):
        self.team = Desk(self, "f_" + self._testMethodName[5:17])

    def tearDown(self):
        subprocess.run([SERVER_CTL, "start"], capture_output=True, check=False)

    def test_reading_goes_on_without_the_server(self):
        head = self.team.info()
        server("kill")
        offline = self.team.info()
        self.assertEqual(offline["size"], head["size"])
        self.assertEqual(offline["link"], "offline")
        refused = self.team.ctl(*LAWFUL, expect=3)
        self.assertEqual(refused["code"], "CS-STORE-OFFLINE")
        server("start")
        self.team.ctl(*LAWFUL)

    def test_a_file_moves_to_the_server_and_back(self):
        desk, file = self.team.desk, self.team.desk.home / "moving.countersign"
        server("createdb", "moved")
        url, back = f"{SERVER}/moved", self.team.desk.home / "back.countersign"
        desk.ctl("init", file, "--name", "Moving", "--mode", "demo", "--policy", "small-team", "--founder", "Ada")
        before = desk.ctl("workspace", "info", workspace=file)
        moved = desk.ctl("workspace", "move", url, workspace=file)
        self.assertEqual(moved["lines"], before["size"] + 1, "the move is an entry itself")
        refused = desk.ctl("model", "register", "--name", "late", "--owner-role", "product_owner", workspace=file, expect=1)
        self.assertEqual(refused["code"], "CS-WORKSPACE-MOVED")
        there = desk.ctl("workspace", "info", "--first-contact", workspace=url)
        self.assertEqual((there["workspace"], there["size"]), (before["workspace"], before["size"] + 1))
        desk.ctl(*LAWFUL, workspace=url)
        self.assertEqual(desk.ctl("verify", workspace=url)["verdict"], "intact")
        desk.ctl("workspace", "move", back, workspace=url)
        self.assertEqual(desk.ctl("verify", workspace=back)["entries"], before["size"] + 3)
        desk.ctl("people", "grant", "a0", "tech_lead", "--first-contact", workspace=back)

    def test_who_may_not_append_is_told(self):
        self.team.sql("create role looks login; grant countersign_reader to looks")
        url = self.team.path.replace("admin@", "looks@")
        refused = self.team.ctl(*LAWFUL, "--first-contact", url=url, expect=1)
        self.assertEqual(refused["code"], "CS-STORE-RIGHTS")
        self.assertIn("countersign_writer", refused.out)
        doctor = self.team.ctl("doctor", url=url)
        rights = next(c for c in doctor["checks"] if c["name"] == "rights")
        self.assertEqual(rights["state"], "warning")

    def test_a_writer_can_do_nothing_but_append(self):
        self.team.sql("create role writes login; grant countersign_writer to writes")
        url = self.team.path.replace("admin@", "writes@")
        for words in ("update countersign.entry set line = 'x'", "delete from countersign.entry",
                      "truncate countersign.entry", "insert into countersign.entry values (999, 'x')",
                      "drop table countersign.chunk", "create table countersign.x(i int)",
                      "delete from countersign.blob", "alter table countersign.entry disable trigger all"):
            done = subprocess.run(["psql", "-X", url, "-c", words], capture_output=True, text=True, timeout=60, check=False)
            self.assertNotEqual(done.returncode, 0, words)
        self.team.ctl(*LAWFUL, "--first-contact", url=url)

    def test_older_and_newer_schema(self):
        self.team.sql("update countersign.schema_version set version = 2")
        self.assertEqual(self.team.info(expect=1)["code"], "CS-STORE-NEWER")
        self.team.sql("update countersign.schema_version set version = 0")
        self.assertEqual(self.team.info(expect=1)["code"], "CS-STORE-OLDER")

    def test_bad_addresses(self):
        ctl = self.team.desk.ctl
        for url, code in (("postgresql://admin:secret@127.0.0.1/x", "CS-STORE-URL"),
                          ("postgresql://admin@127.0.0.1:1/x", "CS-STORE-OFFLINE"),
                          (f"{SERVER}/nothere", "CS-STORE-NO-DATABASE"),
                          ("postgresql://admin@db.example/x?sslmode=require", "CS-STORE-TLS"),
                          ("postgresql://admin@[bad", "CS-STORE-URL")):
            answer = ctl("workspace", "info", workspace=url, expect=None)
            self.assertEqual(answer["code"], code, answer)
            self.assertNotIn("secret", answer.out + answer.err)

    def test_a_copy_that_was_deleted(self):
        team = self.team
        file = team.replica()
        size = team.info()["size"]
        for suffix in ("", "-wal", "-shm"):
            file.with_name(file.name + suffix).unlink(missing_ok=True)
        self.assertEqual(team.info()["size"], size, "fetched again")


if __name__ == "__main__":
    unittest.main()
