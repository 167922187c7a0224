# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens to servers, disks, clocks and copies: a real server is failed over, stopped in the middle, filled up and
meddled with, and each desk says what is wrong, loses nothing and goes on.

Run by tests/support/with_postgres.sh, which starts the server.
"""
import base64
import contextlib
import json
import pathlib
import shutil
import sqlite3
import subprocess
import time
import unittest

from machines import CTL, Clock
from postgres_team_test import LAWFUL, SERVER, SERVER_CTL, Desk, ServerTest, server

HOST, PORT = "127.0.0.1", SERVER.rsplit(":", 1)[-1]


def signer(name):
    """Something new that the founder may sign at any time: somebody whose provenance is believed."""
    public = subprocess.run("openssl genpkey -algorithm ed25519 | openssl pkey -pubout -outform DER", shell=True, check=True,
                            capture_output=True, timeout=60).stdout[-32:]
    return "people", "trust", "--purpose", "provenance", "--name", name, "--key", base64.b64encode(public).decode()


class Office(Desk):
    """A desk with a database of its own."""

    count = 0

    def __init__(self, test):
        Office.count += 1
        super().__init__(test, f"faults{Office.count}")

    def grow(self):
        self.ctl(*signer("somebody"))

    def entries(self):
        return int(self.sql("select count(*) from countersign.entry"))


def until(done, what, seconds=30):
    end = time.monotonic() + seconds
    while not done():
        if time.monotonic() > end:
            raise AssertionError(f"it never came that {what}")
        time.sleep(0.02)


def new_desk(test):
    Office.count += 1
    return test.machine(f"new{Office.count}")


def as_server(*words):
    return server("run", *words)


def in_background(machine, *words, workspace):
    env = {**machine.env, "COUNTERSIGN_WORKSPACE": str(workspace)}
    return subprocess.Popen([CTL, *map(str, words), "--json"], env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True)


def answer_of(child):
    out, err = child.communicate(timeout=60) # each of its waits has an end
    return child.returncode, json.loads(out), err


@contextlib.contextmanager
def holding(database, sql):
    """Somebody's transaction that holds a lock for as long as this takes."""
    psql = subprocess.Popen(["psql", "-X", "-q", f"{SERVER}/{database}"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                            text=True)
    try:
        psql.stdin.write(f"begin; {sql};\n\\echo held\n")
        psql.stdin.flush()
        while "held" not in psql.stdout.readline():
            pass
        yield
    finally:
        psql.stdin.close()
        psql.wait(timeout=60)
        psql.stdout.close()


def small_disk(test, size):
    """A file system of its own that is soon full, or the reason why there is none."""
    place = pathlib.Path(as_server("mktemp", "-d", "/tmp/cs-disk-XXXXXX"))
    test.addCleanup(shutil.rmtree, place, True)
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size},mode=777", "tmpfs", place], capture_output=True,
                          text=True, check=False)
    if done.returncode != 0:
        test.skipTest(f"SKIPPED: a small disk needs the right to mount: {done.stderr.strip()}")
    test.addCleanup(subprocess.run, ["umount", "--lazy", place], check=True)
    return place


def fill_up(place):
    """All that is left. @returns what to remove to make room."""
    filler = place / "filler"
    with open(filler, "wb", buffering=0) as file, contextlib.suppress(OSError):
        for piece in (b"x" * 65536, b"x" * 512):
            with contextlib.suppress(OSError):
                while True:
                    file.write(piece)
    return filler


class Failover(ServerTest):
    def setUp(self):
        self.team = Office(self)
        self.standby = server("standby")
        self.addCleanup(subprocess.run, [SERVER_CTL, "start"], capture_output=True, check=False)
        self.addCleanup(server, "standby-drop")
        self.both = (f"postgresql://admin@{HOST}:{PORT},{HOST}:{self.standby}/{self.team.database}"
                     "?target_session_attrs=read-write")

    def test_standby_that_lacked_the_last_entry(self):
        team = self.team
        before = team.ctl("workspace", "info", url=self.both)
        self.assertEqual(before["link"], "up")
        server("standby-stop")
        team.ctl(*signer("lost"), url=self.both)
        seen = team.ctl("workspace", "info", url=self.both)
        server("kill")
        offline = team.ctl("workspace", "info", url=self.both)
        self.assertEqual((offline["link"], offline["root"]), ("offline", seen["root"]))
        server("promote")
        lost = team.ctl("workspace", "info", url=self.both, expect=1)
        self.assertEqual(lost["code"], "CS-PIN-ALARM")
        for word in (f"{before['size']}:{before['root']}", f"{seen['size']}:{seen['root']}", f"entry {before['size']} ",
                     "refill"):
            self.assertIn(word, lost["alarm"])
        refused = team.ctl(*signer("late"), url=self.both, expect=1)
        self.assertEqual(refused["law"], 1)
        self.assertEqual(team.ctl("workspace", "refill", url=self.both)["lines"], 1)
        again = team.ctl("workspace", "info", url=self.both)
        self.assertEqual((again["size"], again["root"], again["link"]), (seen["size"], seen["root"], "up"))
        team.ctl(*signer("late"), url=self.both)
        self.assertEqual(team.ctl("verify", url=self.both)["verdict"], "intact")

    def test_standby_alone_is_read(self):
        team, standby = self.team, self.team.path.replace(PORT, self.standby)
        there = team.ctl("workspace", "info", url=standby)
        self.assertEqual((there["root"], there["link"]), (team.info()["root"], "up"))
        self.assertEqual(team.ctl("verify", url=standby)["verdict"], "intact")
        refused = team.ctl(*signer("late"), url=standby, expect=3)
        self.assertEqual(refused["code"], "CS-STORE-STANDBY")
        self.assertIn("standby", refused["message"])
        rights = check_of(team.ctl("doctor", url=standby), "rights")
        self.assertEqual(rights["state"], "warning")
        self.assertIn("standby", rights["found"])
        # What comes to the primary is read there, too.
        team.ctl(*signer("next"))
        size = team.info()["size"]
        until(lambda: team.ctl("workspace", "info", url=standby)["size"] == size, "the standby shows it")

    def test_only_a_standby_answers(self):
        server("kill")
        answer = self.team.desk.ctl("workspace", "info", workspace=self.both, expect=3)
        self.assertEqual(answer["code"], "CS-STORE-OFFLINE")
        self.assertIn("read-only", answer["message"])


def check_of(doctor, name):
    return next(check for check in doctor["checks"] if check["name"] == name)


class Paused(ServerTest):
    """The server's processes stand still in the middle of something; that is no answer, and no end."""

    def test_in_the_middle_of_an_append_and_of_first_looks(self):
        desks = {name: Office(self) for name in ("append", "lines", "texts")}
        new = {name: new_desk(self) for name in ("lines", "texts")}
        append = desks["append"]
        size = append.info()["size"]
        with contextlib.ExitStack() as held:
            held.enter_context(holding(append.database,
                                       "select pg_advisory_xact_lock(17235, 'countersign.entry'::regclass::oid::integer)"))
            held.enter_context(holding(desks["lines"].database, "lock table countersign.entry"))
            held.enter_context(holding(desks["texts"].database, "lock table countersign.blob"))
            signing = in_background(append.desk, *signer("paused"), workspace=append.path)
            looking = {name: in_background(desk, "workspace", "info", "--first-contact", workspace=desks[name].path)
                       for name, desk in new.items()}
            until(lambda: server("psql", "postgres", "select count(*) = 3 from pg_stat_activity where application_name = "
                                 "'countersignctl' and wait_event_type = 'Lock'") == "t", "all three wait in the server")
            server("pause")
            try:
                status, said, _ = answer_of(signing)
                answers = {name: answer_of(child) for name, child in looking.items()}
            finally:
                server("resume")
        self.assertEqual((status, said["code"]), (3, "CS-STORE-UNCERTAIN"), said)
        for status, said, _ in answers.values():
            self.assertEqual((status, said["code"]), (3, "CS-STORE-OFFLINE"), said)
        # What the server had taken stands there once, or, since waiting for a lock ends there too, not at all; whoever
        # looks finds which.
        until(lambda: server("psql", "postgres", "select count(*) = 0 from pg_stat_activity where application_name = "
                             "'countersignctl'") == "t", "nothing of it is left in the server")
        stands = append.info()["size"] - size
        self.assertIn(stands, (0, 1))
        append.ctl(*signer("next"))
        self.assertEqual(append.info()["size"], size + stands + 1)
        for name, desk in new.items():
            there = desk.ctl("workspace", "info", "--first-contact", workspace=desks[name].path)
            self.assertEqual((there["root"], there["link"]), (desks[name].info()["root"], "up"))
            people = desk.ctl("people", "list", workspace=desks[name].path)["people"]
            self.assertEqual(people[0]["name"], "Ada")


class Meddling(ServerTest):
    def setUp(self):
        self.team = Office(self)

    def test_edits_that_nobody_forbids_any_more(self):
        good = check_of(self.team.ctl("doctor"), "append only")
        self.assertEqual(good["state"], "good")
        for words in ("alter table countersign.entry disable trigger entry_append_only",
                      "drop trigger entry_append_only on countersign.entry"):
            self.team.sql(words)
            found = check_of(self.team.ctl("doctor"), "append only")
            self.assertEqual(found["state"], "warning", words)
            self.assertIn("countersign.sql", found["remedy"])

    def test_rights_that_are_too_many(self):
        self.team.sql("create role too_many login; grant countersign_writer to too_many")
        url = self.team.path.replace("admin@", "too_many@")
        self.assertEqual(check_of(self.team.ctl("doctor", url=url), "rights")["state"], "good")
        for right in ("insert", "update", "delete", "truncate"):
            self.team.sql(f"grant {right} on countersign.entry to countersign_writer")
            found = check_of(self.team.ctl("doctor", url=url), "rights")
            self.assertEqual(found["state"], "warning", right)
            self.assertIn("edit", found["found"])
            self.team.sql(f"revoke {right} on countersign.entry from countersign_writer")
        self.assertEqual(check_of(self.team.ctl("doctor", url=url), "rights")["state"], "good")

    def second_line(self, at):
        self.team.sql("alter table countersign.entry drop constraint if exists entry_pkey; insert into countersign.entry "
                      f"select {at}, set_byte(line, 40, get_byte(line, 40) # 1) from countersign.entry where idx = {at} limit 1")

    def copied(self, machine):
        (file,) = (machine.home / ".cache/countersign/replicas").glob("*.countersign")
        with sqlite3.connect(file) as copy:
            return [row[0] for row in copy.execute("select line from entry order by idx")]

    def test_two_lines_at_one_place(self):
        self.team.info()
        before = self.copied(self.team.desk)
        self.second_line(3)
        answer = self.team.info(expect=1)
        self.assertEqual(answer["code"], "CS-PIN-ALARM")
        self.assertIn("entry 3 ", answer["alarm"])
        self.assertEqual(self.team.ctl(*LAWFUL, expect=1)["law"], 1)
        self.assertEqual(self.copied(self.team.desk), before)
        new = new_desk(self)
        refused = new.ctl("workspace", "info", "--first-contact", workspace=self.team.path, expect=1)
        self.assertEqual(refused["code"], "CS-STORE-DAMAGED")
        self.assertIn("Entry 3 stands twice", refused["message"])
        self.assertEqual(self.copied(new), before[:len(self.copied(new))], "nothing of it is kept")
        self.assertEqual(self.team.ctl("workspace", "refill", expect=1)["code"][:3], "CS-")

    def test_two_lines_at_the_end(self):
        size = self.team.info()["size"]
        new = new_desk(self)
        new.ctl("workspace", "info", "--first-contact", workspace=self.team.path)
        self.team.ctl(*signer("next"))
        self.second_line(size)
        refused = new.ctl("workspace", "info", workspace=self.team.path, expect=1)
        self.assertIn(f"Entry {size} stands twice", refused["message"] + refused.json.get("alarm", ""))
        self.assertEqual(len(self.copied(new)), size)
        self.team.sql("alter table countersign.entry disable trigger entry_append_only; delete from countersign.entry "
                      f"where ctid = (select max(ctid) from countersign.entry where idx = {size})")
        self.assertEqual(new.ctl("workspace", "info", workspace=self.team.path)["size"], size + 1)


class Clocks(ServerTest):
    def setUp(self):
        self.team = Office(self)
        self.other = new_desk(self)
        self.other.ctl("workspace", "info", "--first-contact", workspace=self.team.path)

    def skewed(self, hours):
        self.team.desk.clock = Clock(time.time() + hours * 3600)
        try:
            before = self.team.info()
            refused = self.team.ctl(*signer("skewed"), expect=1)
            self.assertEqual((refused["code"], refused["law"]), ("CS-LAW-13", 13))
            self.assertIn("clock", refused["message"])
            clock = check_of(self.team.ctl("doctor", expect=1), "clock")
            self.assertEqual(clock["state"], "bad")
        finally:
            self.team.desk.clock = None
        after = self.team.info()
        self.assertEqual((after["size"], after["root"]), (before["size"], before["root"]), "nothing was signed")
        self.assertEqual(self.other.ctl("verify", workspace=self.team.path)["verdict"], "intact")
        # A desk whose clock is right goes on, and so does this one when its clock is.
        self.team.ctl(*signer("right"))
        self.assertEqual(self.other.ctl("workspace", "info", workspace=self.team.path)["size"], before["size"] + 1)
        self.assertEqual(self.team.ctl("verify")["verdict"], "intact")

    def test_two_hours_ahead(self):
        self.skewed(2)

    def test_two_hours_behind(self):
        self.skewed(-2)


class FullDisks(ServerTest):
    def sign_until_full(self, team, **options):
        """Pages that are begun take a few entries more. @returns the refusal, and how many entries it found and left."""
        for n in range(100):
            before = team.entries()
            answer = team.ctl(*signer(f"full-{n}"), expect=None, **options)
            if answer.status != 0:
                return answer, before, team.entries()
            self.assertEqual(team.entries(), before + 1)
        raise AssertionError("the disk is never full")

    def test_of_the_server(self):
        disk = small_disk(self, "40m")
        as_server("mkdir", disk / "space")
        server("psql", "postgres", f"create tablespace small location '{disk / 'space'}'")
        team = Office(self)
        server("psql", "postgres", f"alter database {team.database} set tablespace small")
        self.addCleanup(server, "psql", "postgres", "drop tablespace small")
        self.addCleanup(server, "psql", "postgres", f"drop database {team.database} with (force)")
        filler = fill_up(disk)
        refused, found, left = self.sign_until_full(team)
        self.assertEqual((refused.status, refused["code"]), (3, "CS-STORE-FULL"), refused)
        self.assertIn("no room", refused["message"])
        at = team.info()
        self.assertEqual((left, at["size"]), (found, found), "nothing of it stays")
        filler.unlink()
        team.ctl(*signer("room-again"))
        self.assertEqual(team.info()["size"], at["size"] + 1)
        self.assertEqual(team.ctl("verify")["verdict"], "intact")

    def test_of_a_desk(self):
        team, new, disk = Office(self), new_desk(self), small_disk(self, "2m")
        env = {"XDG_CACHE_HOME": str(disk)}
        # A first look that has no room for a copy.
        filler = fill_up(disk)
        refused = new.ctl("workspace", "info", "--first-contact", workspace=team.path, env=env, expect=3)
        self.assertEqual(refused["code"], "CS-STORE-FULL", refused)
        filler.unlink()
        there = new.ctl("workspace", "info", "--first-contact", workspace=team.path, env=env)
        self.assertEqual((there["root"], there["link"]), (team.info()["root"], "up"))
        # A copy that cannot grow any more: whoever signs is told what became of the entry.
        shutil.copytree(team.desk.home / ".cache", disk, dirs_exist_ok=True)
        filler = fill_up(disk)
        refused, found, left = self.sign_until_full(team, env=env)
        self.assertEqual(refused.status, 3, refused)
        self.assertIn(refused["code"], ("CS-STORE-FULL", "CS-STORE-COPY"), refused)
        self.assertEqual(left, found + (1 if refused["code"] == "CS-STORE-COPY" else 0), refused)
        size = team.info()["size"]
        self.assertEqual(team.ctl("verify")["verdict"], "intact")
        filler.unlink()
        again = team.info(env=env)
        self.assertEqual((again["size"], again["link"]), (size, "up"))
        team.ctl(*signer("room-again"), env=env)
        self.assertEqual(team.ctl("verify", env=env)["verdict"], "intact")
        self.assertEqual(team.entries(), size + 1)


class Copies(ServerTest):
    """What somebody does to the copy that a desk keeps."""

    def setUp(self):
        self.team = Office(self)

    def replace(self, file):
        own = self.team.replica()
        for suffix in ("-wal", "-shm"):
            own.with_name(own.name + suffix).unlink(missing_ok=True)
        shutil.copyfile(file, own)
        return own

    def of_another_workspace(self):
        other = Office(self)
        backup = other.desk.home / "other.countersign"
        other.ctl("workspace", "backup", backup)
        return backup

    def aside(self):
        return list(self.team.replica().parent.glob("*.unfit-????????"))

    def test_another_workspace_in_its_place(self):
        mine = self.team.info()
        self.replace(self.of_another_workspace())
        self.team.ctl(*signer("next"))
        again = self.team.info()
        self.assertEqual((again["workspace"], again["size"], again["link"]), (mine["workspace"], mine["size"] + 1, "up"))
        self.assertEqual(len(self.aside()), 1, "kept for who wonders")

    def test_another_workspace_does_not_refill(self):
        self.team.info()
        other = self.of_another_workspace()
        self.team.sql("alter table countersign.entry disable trigger entry_append_only; truncate countersign.entry")
        for words in ((), ("--from", other)):
            if not words:
                own = self.team.replica().read_bytes()
                file = self.replace(other)
            refused = self.team.ctl("workspace", "refill", *words, expect=1)
            self.assertEqual(refused["code"], "CS-TEAM-OTHER-WORKSPACE", words)
            self.assertEqual(self.team.entries(), 0)
        file.write_bytes(own)
        self.assertGreater(self.team.ctl("workspace", "refill")["lines"], 3)

    def test_cut_anywhere(self):
        mine, file = self.team.info(), self.team.replica()
        whole = file.read_bytes()
        for count, left in enumerate((0, 100, 4096, 5000, len(whole) // 2, len(whole) - 4096), 1):
            for suffix in ("-wal", "-shm"):
                file.with_name(file.name + suffix).unlink(missing_ok=True)
            file.write_bytes(whole[:left])
            again = self.team.info()
            self.assertEqual((again["root"], again["link"]), (mine["root"], "up"), f"fetched again after a cut at {left}")
            self.assertEqual(len(self.aside()), count)
        self.team.ctl(*signer("next"))

    def test_cut_while_the_server_is_away(self):
        file = self.team.replica()
        file.write_bytes(file.read_bytes()[:5000])
        self.addCleanup(subprocess.run, [SERVER_CTL, "start"], capture_output=True, check=False)
        server("kill")
        answer = self.team.info(expect=None)
        self.assertNotEqual(answer.status, 0)
        self.assertEqual(answer["code"], "CS-STORE-DAMAGED")
        self.assertTrue(file.exists(), "nothing is thrown away for nothing")
        server("start")
        self.assertEqual(self.team.info()["link"], "up")

    def test_an_older_one_in_its_place(self):
        """A copy from a backup of this computer: it is behind, and catches up."""
        self.team.info()
        backup = self.team.desk.home / "old.countersign"
        self.team.ctl("workspace", "backup", backup)
        self.team.ctl(*signer("next"))
        mine = self.team.info()
        self.replace(backup)
        self.assertEqual(self.team.info()["root"], mine["root"])
        self.team.ctl(*signer("after"))


class TwoConsoles(ServerTest):
    """Of one person, on one desk: one copy, one pin, one keychain."""

    def test_in_turns_and_at_once(self):
        team = Office(self)
        size = team.info()["size"]
        script = ('for key; do until said=$("$0" people trust --purpose provenance --name N --key "$key" 2>&1); do '
                  'case "$said" in *CS-WORKSPACE-CHANGED*|*CS-WORKSPACE-RACE*) ;; *) echo "$said" >&2; exit 1 ;; esac; done; '
                  '"$0" workspace info --json || exit 1; done')
        env = {**team.desk.env, "COUNTERSIGN_WORKSPACE": team.path}
        writers = [subprocess.Popen(["sh", "-c", script, CTL, *(signer("N")[-1] for _ in range(8))], env=env, stdin=subprocess.DEVNULL,
                                    stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for _ in range(2)]
        for child in writers:
            _, err = child.communicate(timeout=240)
            self.assertEqual(child.returncode, 0, err)
        self.assertEqual(team.info()["size"], size + 16)
        for n in range(3):
            team.ctl(*signer(f"turn-{n}"))
            self.assertEqual(team.info()["size"], size + 17 + n)
        self.assertEqual(team.ctl("verify")["verdict"], "intact")


if __name__ == "__main__":
    unittest.main()
