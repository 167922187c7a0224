# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands that people type besides the way of one version; and the handbook's table against what --help says."""
import re
import subprocess
import unittest

from demo_team import DemoTeam
from machines import CTL, FACTS, SOURCE, CliTest, Clock, fact
from team import START

TABLE = re.compile(r"^\| `([a-z-]+)` \| (.*) \|$", re.M)


class Handbook(unittest.TestCase):
    def help(self, *words):
        answer = subprocess.run([CTL, *words, "--help"], capture_output=True, text=True, timeout=60, check=True)
        part = answer.stdout.partition("Subcommands:")[2]
        return set(re.findall(r"^  ([a-z][a-z-]*)", part, re.M))

    def test_table_is_what_help_says(self):
        text = (SOURCE / "resources/handbook/command-line.md").read_text()
        table = text[text.index("| group | commands |"):]
        listed = {group: set(re.findall(r"`([a-z-]+)`", re.sub(r"\(.*?\)", "", words))) for group, words in TABLE.findall(table)}
        self.assertEqual(set(listed), self.help())
        for group in listed:
            self.assertEqual(listed[group] - {group}, self.help(group), group)


class People(CliTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.here = cls.machine("here")
        cls.team = DemoTeam(cls.here, cls.base)

    def waiting(self, who):
        return [i for i in self.team.read("inbox", "--as", who)["items"] if i["waits"]]

    def test_somebody_changes_keys(self):
        team = self.team
        rotated = team.sign(team.engineer, "people", "rotate")
        self.assertFalse(rotated["effective"])
        # Both administrators see it, and which command it waits for; the person concerned is not asked.
        for who in (team.lead, team.owner):
            entries = [i["entry"] for i in self.waiting(who)]
            self.assertIn(rotated["proposal"], entries)
        self.assertEqual(self.waiting(team.engineer), [])
        self.assertIn(f"entry {rotated['proposal']}", team.read("inbox", "--as", team.lead, json_=False).out)
        for who in (team.lead, team.owner):
            team.sign(who, "people", "endorse", rotated["proposal"])
        engineer = next(p for p in team.read("people", "list")["people"] if p["id"] == team.engineer)
        self.assertEqual(len(engineer["keys"]), 2)
        old = next(k for k in engineer["keys"] if rotated["fingerprint"] not in k)
        revoked = team.sign(team.lead, "people", "revoke", re.search(r"SHA256:\S+", old).group(0), "--why", "rotated")
        team.sign(team.owner, "people", "endorse", revoked["proposal"])
        team.sign(team.engineer, "people", "rename", "ML engineer (new laptop)")
        self.assertEqual(team.read("verify")["verdict"], "intact")

    def test_the_role_that_signs_a_grant_off_is_asked(self):
        # ml_engineer is signed for by the tech lead besides two administrators.
        team = self.team
        grant = team.sign(team.owner, "people", "grant", team.owner, "platform_team")
        item = next(i for i in self.waiting(team.lead) if i["entry"] == grant["proposal"])
        self.assertIn("Platform team", item["title"])
        team.sign(team.owner, "people", "withdraw", grant["proposal"])


class Versions(CliTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.here = cls.machine("here")
        cls.team = DemoTeam(cls.here, cls.base)
        cls.team.register()

    def test_digest_is_the_one_the_pipeline_registered(self):
        for model in ("savings-offer", "mortgage-approval"):
            digest = self.here.ctl("version", "digest", FACTS / model / "1" / "artifact")["artifact"]
            known = fact(f"{model}/1/version.json")["artifact"]
            self.assertEqual((digest["method"], digest["sha"], digest["bytes"]), (known["method"], known["sha"], known["bytes"]))
        self.here.ctl("version", "digest", self.base / "nowhere", expect=3)

    def test_amend_changes_what_the_file_names_and_nothing_else(self):
        team = self.team
        change = self.base / "change.json"
        change.write_text('{"code": "another revision"}')
        team.service("version", "amend", team.version, "--file", change)
        entry = team.read("log", "list", "type:version.amended")["entries"][0]["index"]
        body = team.read("log", "show", entry)["payload"]["body"]["set"]
        self.assertEqual(body["code"], "another revision")
        self.assertEqual(body["artifact"]["sha"], team.description["artifact"]["sha"])
        self.assertEqual(body["contributors"], [team.engineer])

    def test_evidence_can_be_looked_at(self):
        team = self.team
        report = FACTS / "savings-offer/1/evaluation_report.md"
        piece = team.service("evidence", "attach", team.version, report, "--kind", "evaluation_report", "--title", "Evaluation")["id"]
        shown = team.read("evidence", "show", piece)
        self.assertEqual((shown["title"], shown["bytes"], shown["content"]), ("Evaluation", report.stat().st_size, "verified"))

    def test_a_refusal_is_taken_back(self):
        team = self.team
        proposal = team.service("promote", "propose", team.version, "--transition", "dev-to-staging", "--endpoint", "savings-prod",
                                "--text", "First version.")["id"]
        team.sign(team.lead, "promote", "comment", proposal, "--text", "Which data?")
        team.sign(team.lead, "promote", "reject", proposal, "--comment", "The report is missing.")
        shown = team.read("promote", "show", proposal)
        self.assertEqual([d["kind"] for d in shown["decisions"]], ["reject"])
        self.assertIn("Which data?", [c["text"] for c in shown["discussion"]])
        self.assertEqual(team.sign(team.owner, "promote", "withdraw-decision", proposal, "--reason", "x", expect=1)["code"], "CS-CLI-NO-DECISION")
        team.sign(team.lead, "promote", "withdraw-decision", proposal, "--reason", "It was there; I had not looked.")
        self.assertFalse(team.read("promote", "show", proposal)["decisions"][0]["live"])
        self.assertNotIn("vetoed", team.read("gate", "explain", proposal, expect=1).out)

    def test_records_and_findings(self):
        team = self.team
        filed = team.sign(team.owner, "record", "file", "residual_risk", team.version, "--outcome", "accepted", "--text", "Small and known.")
        self.assertEqual(team.read("record", "list", team.version)["records"][0]["entry"], filed["entry"])
        self.assertEqual(team.sign(team.engineer, "record", "file", "residual_risk", team.version, "--outcome", "accepted",
                                   "--text", "Mine.", expect=1)["law"], 2)
        found = team.sign(team.owner, "finding", "open", "serving.unknown_version", "--severity", "high", "--about", team.model,
                          "--text", "The endpoint answers with a version that nobody knows.")["id"]
        self.assertEqual(team.read("finding", "list", expect=1)["findings"][0]["id"], found)
        team.sign(team.engineer, "finding", "close", found, "--how", "fixed", "--reason", "It was a test.")
        team.read("finding", "list")

    def test_nobody_but_the_agent_anchors(self):
        self.assertEqual(self.team.service("log", "anchor", expect=1)["law"], 2)
        self.assertEqual(self.team.read("rollback", "report")["rollbacks"], [])


class Policies(CliTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.clock = Clock(START)
        cls.team = DemoTeam(cls.machine("here", cls.clock), cls.base)

    def propose(self, old, new, note):
        shipped = (SOURCE / "resources/policies/small-team-policy.json").read_text()
        changed = self.base / "policy.json"
        self.assertIn(old, shipped)
        now = self.team.read("policy", "show")
        text = shipped.replace(old, new).replace('"supersedes": null', f'"supersedes": "{now["policy"]}"')
        changed.write_text(text)
        numbered = self.team.sign(self.team.owner, "policy", "propose", changed, "--note", note, expect=1)
        self.assertEqual(numbered["code"], "CS-POLICY-NUMBER", "it says that it is revision 1 again")
        changed.write_text(text.replace('"revision": 1,', f'"revision": {now["revision"] + 1},'))
        self.assertEqual(self.team.read("policy", "check", changed)["findings"], [])
        return self.team.sign(self.team.owner, "policy", "propose", changed, "--note", note)["entry"]

    def sign_off(self, proposal, who, leaf, role, **options):
        return self.team.sign(who, "policy", "sign-off", proposal, "--leaf", leaf, "--role", role, "--comment",
                              "I have read the cases and accept every one of them.", **options)

    def test_a_diff_names_cases_and_signers_without_a_workspace(self):
        shipped = SOURCE / "resources/policies/small-team-policy.json"
        weaker = self.base / "weaker.json"
        weaker.write_text(shipped.read_text().replace('"state": "canary", "minDurationSeconds": 86400', '"state": "canary", "minDurationSeconds": 60'))
        answer = self.team.machine.ctl("policy", "diff", shipped, weaker, expect=1)
        self.assertEqual(answer["code"], "CS-POLICY-WEAKENS")
        self.assertEqual(answer["roles"], ["platform_team"])
        case, = answer["findings"]
        self.assertEqual([item["leaf"] for item in case["lacks"]], ["cp.soak"])
        self.assertIn("cp.owner", [item["leaf"] for item in case["suffices"]])
        self.assertFalse(self.team.machine.ctl("policy", "diff", weaker, shipped)["weakens"])
        words = self.team.machine.ctl("policy", "diff", shipped, weaker, expect=1, json_=False).out
        self.assertIn("asked before  cp.soak", words)
        (self.base / "no.json").write_text("{}")
        self.assertIn("no.json", self.team.machine.ctl("policy", "diff", shipped, self.base / "no.json", expect=None)["message"])

    def test_plainer_words_take_the_review_alone(self):
        team = self.team
        proposal = self.propose("24 h in canary", "A day in canary", "Plainer words.")
        self.assertEqual(team.sign(team.owner, "policy", "adopt", proposal, expect=1)["law"], 7)
        self.sign_off(proposal, team.engineer, "gv.review", "ml_engineer")
        team.sign(team.owner, "policy", "adopt", proposal)

    def test_a_weakening_takes_who_loses_and_a_day(self):
        team = self.team
        proposal = self.propose('"state": "canary", "minDurationSeconds": 86400', '"state": "canary", "minDurationSeconds": 3600', "Sooner.")
        adopt = ("policy", "adopt", proposal)
        self.assertEqual(self.sign_off(proposal, team.owner, "gv.review", "product_owner", expect=1)["law"], 7)
        answer = self.sign_off(proposal, team.engineer, "gv.review", "ml_engineer", json_=False)
        self.assertIn("I have read the difference", answer.err)
        for who, role in ((team.lead, "tech_lead"), (team.engineer, "platform_team")):
            self.assertEqual(team.sign(team.owner, *adopt, expect=1)["law"], 7)
            self.sign_off(proposal, who, "gv.weakening", role)
        self.assertEqual(team.sign(team.owner, *adopt, expect=1)["law"], 7)
        self.clock.hours(24)
        team.sign(team.owner, *adopt)
        self.assertNotEqual(team.read("policy", "show")["policy"], None)
        self.assertEqual(team.read("log", "list", "type:policy.adopted")["entries"][0]["actor"], team.owner)
        findings = team.read("raci", "check")["findings"]
        self.assertEqual([finding for finding in findings if finding["severity"] == "error"], [])
        # Three people cannot sign for regulated systems: the vacant roles are named, and that is no fault of the policy.
        self.assertTrue(any(finding["rule"] == "raci-vacancy" for finding in findings), findings)
        self.assertIn("tech_lead", team.read("raci", "show")["raci"]["dev-to-staging"])


if __name__ == "__main__":
    unittest.main()
