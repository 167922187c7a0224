# SPDX-License-Identifier: GPL-3.0-or-later
"""Three people under the small-team policy take a fresh model from development to production by command line.

Each has a machine, a keyring and a passphrase of their own. Days pass by libfaketime; every fact is the example pipeline's.
"""
import json
import pathlib
import subprocess
import sys
import unittest

from machines import SOURCE, CliTest, fact
from team import MODEL, VERSION, Team


class ThreePeople(CliTest):
    def test_fresh_model_reaches_production(self):
        self.team = Team(self)
        self.team.found()
        self.team.open()
        self.team.register_model()
        self.facts = fact(f"{MODEL}/{VERSION}/version.json")
        self.attached = {}
        self.register_version()
        self.to_staging()
        self.to_canary()
        self.run_canary()
        self.to_production()
        self.check_what_is_left()

    # -- the way of the version

    def register_version(self):
        members = ("label", "artifact", "image", "code", "data", "pipeline", "features")
        file = self.write("version.json", {m: self.facts[m] for m in members})
        self.version = self.team.service("ci", "version", "register", "--model", self.team.model, "--file", file,
                                         "--contributor", "ML engineer")["id"]

    def to_staging(self):
        team = self.team
        self.attach("dev")
        self.report("dev")
        proposal = self.propose("dev-to-staging", "First version; the pipeline checked it.")
        # The person who built it cannot review it, and nothing moves before somebody else did.
        refused = team.person(team.engineer, "promote", "approve", proposal, "--role", "ml_engineer", "--viewed", "all", expect=1)
        self.assertEqual(refused["law"], 6)
        self.refused_to_execute(proposal)
        self.assertEqual(team.read("gate", "explain", proposal, expect=1)["code"], "CS-GATE-NOT-SATISFIED")
        # What was signed for has to be opened.
        team.person(team.tech_lead, "promote", "approve", proposal, "--role", "tech_lead", expect=1)
        team.person(team.tech_lead, "promote", "approve", proposal, "--role", "tech_lead", "--viewed", "evaluation_report",
                    "--comment", "Read the evaluation on the regression set.")
        self.execute(proposal)
        self.assertEqual(self.stage(), "staging")

    def to_canary(self):
        team = self.team
        team.clock.hours(26)
        self.attach("staging")
        self.report("staging")
        proposal = self.propose("staging-to-canary", "Start with 1 % of the live traffic.")
        team.person(team.tech_lead, "promote", "approve", proposal, "--role", "tech_lead", "--viewed", "all")
        # Law 9: a way back exists before the way forward.
        self.refused_to_execute(proposal)
        self.drill("canary")
        self.execute(proposal)
        self.assertEqual(self.stage(), "canary")
        self.canary = proposal

    def run_canary(self):
        team = self.team
        hours = {"1": 4, "5": 4, "25": 8, "50": 8}
        team.service("watch", "canary", "lease", self.canary, "--seconds", 3 * 86400)
        for step in self.facts["canary"]["steps"]:
            windows = [w for w in self.facts["canary"]["windows"] if w["percent"] == step["percent"]]
            team.service("watch", "canary", "step", self.canary, "--percent", step["percent"])
            for window in windows:
                begin = team.clock.text()
                team.clock.hours(hours[step["percent"]] / len(windows) + 0.05)
                file = self.write("window.json", {
                    "from": begin, "to": team.clock.text(), "epoch": 1, "predictions": window["predictions"],
                    "guardrails": window["guardrails"], "samples": str(team.facts_path(window["samples"]))})
                team.service("watch", "canary", "window", self.canary, "--file", file)
        status = team.read("canary", "status", self.canary)
        self.assertEqual((status["steps"], status["windows"], status["breaches"]), (4, 7, 0))

    def to_production(self):
        team = self.team
        self.attach("canary")
        self.report("canary")
        proposal = self.propose("canary-to-production", "The canary kept every guardrail.")
        self.refused_to_execute(proposal)
        self.drill("full")
        inbox = team.owner.ctl("inbox", workspace=team.path)
        self.assertTrue([i for i in inbox["items"] if i["waits"] and i["promotion"] == proposal], inbox)
        team.person(team.owner, "promote", "approve", proposal, "--viewed", "canary_report", "--comment", "The outcome in the canary is as predicted.")
        self.assertTrue(team.read("promote", "show", proposal)["satisfied"])
        self.execute(proposal)
        self.production = proposal

    def check_what_is_left(self):
        team = self.team
        self.assertEqual(self.stage(), "production")
        self.assertEqual(team.read("promote", "show", self.production)["status"], "executed")
        self.assertIn("Production", team.read("version", "show", self.version, json_=False).out)
        verdict = team.read("verify")
        self.assertEqual((verdict["verdict"], verdict["problems"]), ("intact", []))
        log, note = self.base / "log.jsonl", self.base / "checkpoint"
        team.read("log", "export", "-o", log)
        team.read("checkpoint", "-o", note)
        other = subprocess.run([sys.executable, SOURCE / "tests/interop/verify_log.py", log, note], capture_output=True,
                               text=True, timeout=120, check=False)
        self.assertEqual(other.returncode, 0, other.stdout + other.stderr)
        self.assertIn("intact", other.stdout)
        self.assertIn(verdict["root"], other.stdout)
        self.assertEqual(len(log.read_text().splitlines()), verdict["entries"])
        for format_ in ("html", "json"):
            record = team.read("report", "export", "promotion-record", "--promotion", self.production, "--format", format_,
                               json_=False).out
            self.assertIn(MODEL, record)

    # -- words

    def write(self, name, value):
        path = pathlib.Path(self.base) / name
        path.write_text(json.dumps(value))
        return path

    def sign(self, role, *words):
        """A service signs with its key file, the platform team (the ML engineer here) at a terminal."""
        team = self.team
        if role == "platform_team":
            return team.person(team.engineer, *words)
        return team.service("watch" if role == "watch_agent" else "ci", *words)

    def attach(self, phase):
        for item in self.facts["evidence"]:
            if item["phase"] == phase:
                self.attached[item["file"]] = self.sign(
                    "automation", "evidence", "attach", self.version, self.team.facts_path(item["file"]), "--kind", item["kind"],
                    "--media", item["media"], "--title", item["title"])["id"]

    def report(self, phase):
        for report in self.facts["results"]:
            if report["phase"] == phase:
                file = self.write("report.json", {k: report[k] for k in ("run", "inputs", "results") if report.get(k)})
                evidence = self.attached.get(report["evidence"])
                self.sign(report["producer"], "result", "report", self.version, "--file", file,
                          *(["--evidence", evidence] if evidence else []))

    def drill(self, route):
        done = next(d for d in self.facts["drills"] if d["route"] == route)
        began = self.team.clock.text()
        self.team.clock.seconds += 1
        self.sign("platform_team", "drill", "record", "--endpoint", self.team.endpoint, "--route", route, "--restored", "fallback",
                  "--started-at", began, "--restored-at", self.team.clock.text(), "--probes", done["probes"],
                  "--config", done["config"], "--actuator", done["actuator"], "--runtime", done["runtime"])

    def propose(self, transition, text):
        return self.team.person(self.team.engineer, "promote", "propose", self.version, "--transition", transition,
                                "--endpoint", self.team.endpoint, "--text", text)["id"]

    def execute(self, proposal):
        self.team.person(self.team.engineer, "promote", "execute", proposal)

    def refused_to_execute(self, proposal):
        before = self.team.read("workspace", "info")["size"]
        self.assertIn(self.team.person(self.team.engineer, "promote", "execute", proposal, expect=1)["law"], (4, 9))
        self.assertEqual(self.team.read("workspace", "info")["size"], before)

    def stage(self):
        rows = self.team.read("version", "list", "--model", MODEL)["versions"]
        return next(r["stage"] for r in rows if r["id"] == self.version)


if __name__ == "__main__":
    unittest.main()
