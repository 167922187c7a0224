#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Three people, each at a desk of their own with home, keyring and display, and a CI runner, on one PostgreSQL server:
the workspace is founded and people are enrolled across desks, a version is proposed, and two approvers sign it in two
real windows at the same moment. The first signature stands; the second desk is shown what came in, and asked.

Run by tests/support/with_postgres.sh; the folder of countersign and countersignctl is the argument. With
KEYBOARD_PICTURES=FOLDER each desk leaves pictures of its window there.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BIN = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else ROOT / "build/bin"
os.environ["COUNTERSIGNCTL"] = str(BIN / "countersignctl")
sys.path.insert(0, str(ROOT / "tests/app/cli"))

from machines import PASSPHRASE  # noqa: E402
import postgres_team_test  # noqa: E402
import three_people_test  # noqa: E402

PICTURES = os.environ.get("KEYBOARD_PICTURES", "")
TOOLS = ("Xvfb", "openbox", "xdotool", "import", "faketime", "gnome-keyring-daemon", "dbus-daemon")


class Desk:
    """A real window on a display of its own."""

    def __init__(self, machine, workspace):
        self.machine, self.name, self.shots = machine, machine.name.split("/")[-1], 0
        number = machine.home / "display"
        with open(number, "wb") as file, open(machine.home / "xvfb.log", "wb") as log:
            child = subprocess.Popen(["setpriv", "--pdeathsig", "TERM", "--", "Xvfb", "-displayfd", str(file.fileno()), "-screen", "0",
                                      "1280x860x24", "-nolisten", "tcp"], pass_fds=[file.fileno()], stdout=log, stderr=log)
        machine.children.append(child)
        machine.wait(lambda: number.read_text().strip(), "display")
        machine.env.update(DISPLAY=":" + number.read_text().strip(), QT_QPA_PLATFORM="xcb")
        machine.start(["openbox", "--sm-disable"], "openbox")
        self.console = machine.start([*machine.clock.prefix(), str(BIN / "countersign"), "--workspace", str(workspace)], "console")
        self.until("the window", lambda: "Savings team" in self.title())

    def tool(self, *words):
        return subprocess.run(["xdotool", *map(str, words)], env=self.machine.env, capture_output=True, text=True, timeout=60, check=False)

    def title(self):
        return self.tool("getactivewindow", "getwindowname").stdout

    def press(self, *keys):
        self.tool("key", "--clearmodifiers", "--delay", 120, *keys)

    def type(self, text):
        self.tool("type", "--clearmodifiers", "--delay", 30, text)

    def picture(self):
        return subprocess.run(["import", "-window", "root", "rgb:-"], env=self.machine.env, capture_output=True, timeout=60, check=True).stdout

    def look(self, what):
        if PICTURES:
            self.shots += 1
            subprocess.run(["import", "-window", "root", f"{PICTURES}/desks-{self.name}-{self.shots:02d}-{what}.png"], env=self.machine.env,
                           timeout=60, check=True)

    def until(self, what, done):
        deadline = time.monotonic() + 120
        while not done():
            if time.monotonic() > deadline:
                self.look("failed")
                log = (self.machine.home / "console.log").read_text(errors="replace")
                raise AssertionError(f"{self.name}: waited in vain for {what}; the window is {self.title()!r}\n{log[-2000:]}")
            time.sleep(0.2)

    def rest(self):
        """Until the window has shown no more than two pictures for two seconds (a caret blinks)."""
        seen, deadline = [], time.monotonic() + 60
        while time.monotonic() < deadline:
            seen = [(at, picture) for at, picture in seen if time.monotonic() - at < 2] + [(time.monotonic(), self.picture())]
            if time.monotonic() - seen[0][0] > 1.5 and len({picture for _, picture in seen}) <= 2:
                return
            time.sleep(0.2)

    def turn(self, *keys):
        before = self.picture()
        self.press(*keys)
        self.until(f"an answer to {keys}", lambda: self.picture() != before)
        self.rest()


class TwoDesks(postgres_team_test.ServerTest, three_people_test.ThreePeople):
    test_fresh_model_reaches_production = None  # that walk has a test of its own

    @classmethod
    def setUpClass(cls):
        missing = [tool for tool in TOOLS if shutil.which(tool) is None]
        if missing:
            print(f"SKIPPED: two desks need {', '.join(missing)}, which are not installed.", file=sys.stderr)
            sys.exit(77)
        super().setUpClass()

    def proposed(self):
        self.team = team = postgres_team_test.ServerTeam(self, "desks")
        team.found()
        # Two may review: the tech lead, and a second engineer who has not contributed.
        self.second = self.machine("desks/second", team.clock)
        team.enrol(self.second, "Second engineer")
        team.person(team.tech_lead, "people", "grant", team.ids["Second engineer"], "ml_engineer")
        team.open()
        self.second.ctl("workspace", "info", "--first-contact", workspace=team.path)
        team.register_model()
        self.facts = three_people_test.fact(f"{three_people_test.MODEL}/{three_people_test.VERSION}/version.json")
        self.attached = {}
        self.register_version()
        self.attach("dev")
        self.report("dev")
        return self.propose("dev-to-staging", "First version; the pipeline checked it.")

    def approvals(self):
        answer = self.team.read("log", "list", "type:promotion.approved")
        return [entry for entry in answer["entries"] if entry["type"] == "promotion.approved"]

    def to_the_sheet(self, desk):
        """From the inbox to the sign-off sheet, with the evidence opened that the signature asks for."""
        desk.rest()
        desk.turn("Return")
        desk.turn("ctrl+shift+e")
        desk.press("ctrl+Return")
        desk.until("the sign-off sheet", lambda: desk.title().startswith("Approve promotion"))
        desk.rest()
        desk.type("Read the evaluation on the regression set.")
        desk.rest()

    def test_two_approvers_at_the_same_moment(self):
        proposal = self.proposed()
        desks = [Desk(self.team.tech_lead, self.team.path), Desk(self.second, self.team.path)]
        for desk in desks:
            self.to_the_sheet(desk)
            desk.look("sheet")
            desk.press("Tab", "Tab", "Tab", "Tab", "Tab", "space")  # bytes, copy, the bytes themselves, Cancel, Sign approval
            desk.rest()
            desk.type(PASSPHRASE)
            desk.press("Tab", "Tab")
            desk.look("passphrase")
        keys = [subprocess.Popen(["xdotool", "key", "space"], env=desk.machine.env) for desk in desks]
        for key in keys:
            key.wait(timeout=60)
        for desk in desks:
            desk.until("an answer", lambda desk=desk: not desk.title().startswith("Approve promotion"))
            desk.rest()
            desk.look("answer")
        late = [desk for desk in desks if desk.title().startswith("Nothing was signed")]
        self.assertEqual(len(late), 1, [desk.title() for desk in desks])
        (approval,) = self.approvals()
        self.assertIn("promotion.approved", approval["type"])
        late[0].press("Tab", "space")  # Look again: the page is made anew, and the words are kept
        late[0].until("the new page", lambda: late[0].title().startswith("Approve promotion"))
        late[0].rest()
        late[0].look("looked-again")
        late[0].press("Escape")  # nobody asks for a second approval
        late[0].until("the review", lambda: "Savings team" in late[0].title())
        # The runner executes; both desks see it without asking, and hold the same ledger.
        for desk in desks:
            desk.rest()
        before = [desk.picture() for desk in desks]
        self.execute(proposal)
        self.assertEqual(self.stage(), "staging")
        for desk, picture in zip(desks, before):
            desk.until("the execution on the screen", lambda desk=desk, picture=picture: desk.picture() != picture)
            desk.rest()
            desk.look("executed")
        for desk in desks:
            desk.press("ctrl+q")
            desk.until("the end", lambda desk=desk: desk.console.poll() is not None)
        heads = {machine.ctl("workspace", "info", workspace=self.team.path)["root"]
                 for machine in (self.team.tech_lead, self.second, self.team.owner, self.team.engineer)}
        self.assertEqual(len(heads), 1)
        self.assertEqual(self.team.read("verify")["verdict"], "intact")


if __name__ == "__main__":
    unittest.main(verbosity=2)
