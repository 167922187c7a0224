# SPDX-License-Identifier: GPL-3.0-or-later
"""Policy files on the command line: hostile ones, in pipelines, and the revisions that a workspace remembers."""
import json
import re
import unittest

from demo_team import DemoTeam
from machines import SOURCE, CliTest, Clock
from team import START

POLICIES = SOURCE / "resources/policies"
SMALL = POLICIES / "small-team-policy.json"


def load(path=SMALL):
    return json.loads(path.read_text())


class Files(CliTest):
    """No workspace, no keychain."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.here = cls.machine("here", keyring=False)

    def file(self, text, name="policy.json"):
        path = self.base / name
        path.write_text(text if isinstance(text, str) else json.dumps(text, indent=2))
        return path

    def check(self, text, *words, **options):
        return self.here.ctl("policy", "check", self.file(text), *words, **options)

    def test_shipped_ones_have_no_findings_and_nothing_is_left_behind(self):
        before = sorted(p for p in self.here.home.rglob("*") if "run" not in p.parts)
        for path in sorted(POLICIES.glob("*-policy.json")):
            answer = self.here.ctl("policy", "check", path)
            self.assertEqual((answer["findings"], answer["file"]), ([], str(path)))
        self.assertEqual(sorted(p for p in self.here.home.rglob("*") if "run" not in p.parts), before)

    def test_a_finding_has_its_pointer_and_its_line(self):
        policy = load()
        policy["gates"]["g.dev-to-staging"]["proposers"][0] = "wizard"
        answer = self.check(policy, expect=1)
        self.assertEqual(answer["code"], "CS-POLICY-LINT")
        finding, = answer["findings"]
        self.assertEqual((finding["rule"], finding["severity"], finding["pointer"]),
                         ("reference", "error", "/gates/g.dev-to-staging/proposers/0"))
        lines = (self.base / "policy.json").read_text().splitlines()
        self.assertEqual(lines[finding["line"] - 1][finding["column"] - 1:].rstrip(","), '"wizard"')
        words = self.check(policy, expect=1, json_=False).out
        self.assertRegex(words, rf"{finding['line']}:{finding['column']} +error +reference +/gates/g.dev-to-staging/proposers/0")
        self.assertIn("policy.json: 1 error", words)

    def test_files_that_are_no_policy(self):
        shipped = SMALL.read_text()
        deep = '{"id":"a","all":[' * 1000 + "1" + "]}" * 1000
        cases = {
            "empty": ("", "json", 1), "cut": (shipped[:20_000], "json", None), "list": ("[]", "grammar", 1),
            "twice": ('{\n"title": "a",\n"title": "b"}', "json", 3), "NaN": ('{\n"revision": NaN}', "json", 2),
            "newer": (json.dumps({**load(), "schemaVersion": "2.0"}), "grammar", 1), "deep": (deep, "json", 1),
            "unknown member": (shipped.replace('"policyId"', '"sudo": true,\n"policyId"', 1), "grammar", None),
            "turned": (json.dumps({**load(), "title": "safe \u202e elif"}), "grammar", 1),
        }
        for name, (text, rule, line) in cases.items():
            with self.subTest(name):
                answer = self.check(text, expect=1)
                finding, = answer["findings"]
                self.assertEqual((finding["rule"], finding["severity"]), (rule, "error"))
                self.assertTrue(finding["message"])
                self.assertEqual(finding["line"], line or finding["line"])
        self.assertEqual(self.here.ctl("policy", "check", self.base / "nowhere.json", expect=3)["code"], "CS-CLI-FILE")
        big = self.base / "big.json"
        big.write_bytes(b" " * ((4 << 20) + 1))
        self.assertEqual(self.here.ctl("policy", "check", big, expect=2)["code"], "CS-CLI-FILE-SIZE")

    def test_a_file_writes_nothing_but_letters_on_a_terminal(self):
        for name in ("\u001b[2Jgone", "\u202etxt", "a\nerror  law-9  /  forged"):
            for policy in ({**load(), name: 1}, {**load(), "roles": {**load()["roles"], name: {}}}):
                words = self.check(policy, expect=1, json_=False)
                self.assertNotRegex(words.out + words.err, "[\u001b\u202e]")
                self.assertEqual(len(words.out.splitlines()), 3, words.out)
                diff = self.here.ctl("policy", "diff", SMALL, self.base / "policy.json", expect=2, json_=False)
                self.assertNotRegex(diff.err, "[\u001b\u202e]")

    def test_the_others_name_file_line_and_pointer_too(self):
        broken = self.file({**load(), "maxHeadAgeSeconds": "soon"}, "a policy.json")
        for words in (("policy", "diff", broken, SMALL), ("policy", "diff", SMALL, broken), ("raci", "show", broken)):
            answer = self.here.ctl(*words, expect=2)
            self.assertEqual(answer["code"], "CS-POLICY-GRAMMAR")
            self.assertRegex(answer["message"], r"a policy\.json, line \d+: /maxHeadAgeSeconds must be")

    def test_sarif(self):
        policy = load()
        policy["gates"]["g.dev-to-staging"]["proposers"][0] = "wizard"
        policy["tags"]["regulated"]["assumeIfMissing"] = False
        path = self.file(policy, "ünder way.json")
        answer = self.here.ctl("policy", "check", path.name, "--sarif", json_=False, expect=1, cwd=self.base)
        self.assert_sarif(json.loads(answer.out), "%C3%BCnder%20way.json", {"reference": "error", "strictest": "warning"})
        log = self.base / "out.sarif"
        answer = self.here.ctl("policy", "check", path, "--sarif", "-o", log, expect=1)
        self.assertEqual(len(answer["findings"]), 2)
        self.assert_sarif(json.loads(log.read_text()), (self.base / "%C3%BCnder%20way.json").as_uri().replace("%25", "%"),
                          {"reference": "error", "strictest": "warning"})
        self.here.ctl("policy", "check", SMALL, "--sarif", "-o", log)
        self.assertEqual(json.loads(log.read_text())["runs"][0]["results"], [])
        broken = json.loads(self.here.ctl("policy", "check", self.file("{\n\n!"), "--sarif", json_=False, expect=1).out)
        self.assertEqual(broken["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"],
                         {"startLine": 3, "startColumn": 1, "endLine": 3, "endColumn": 1})

    def assert_sarif(self, log, uri, levels):
        """What section 3 of SARIF 2.1.0 asks of a log, a run, a result and a location."""
        self.assertEqual(log["version"], "2.1.0")
        run, = log["runs"]
        driver = run["tool"]["driver"]
        self.assertEqual(driver["name"], "countersignctl")
        rules = [rule["id"] for rule in driver["rules"]]
        self.assertEqual(len(rules), len(set(rules)))
        self.assertEqual(run["columnKind"], "unicodeCodePoints")
        self.assertEqual({r["ruleId"]: r["level"] for r in run["results"]}, levels)
        text = None
        for result in run["results"]:
            self.assertEqual(rules[result["ruleIndex"]], result["ruleId"])
            self.assertTrue(result["message"]["text"])
            location, = result["locations"]
            self.assertEqual(location["physicalLocation"]["artifactLocation"]["uri"], uri)
            region = location["physicalLocation"]["region"]
            self.assertTrue(all(region[k] >= 1 for k in ("startLine", "startColumn", "endLine", "endColumn")))
            self.assertLessEqual((region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"]))
            self.assertTrue(location["logicalLocations"][0]["fullyQualifiedName"].startswith("/"))
            if text is None:
                text = (self.base / "ünder way.json").read_text().splitlines()
            begun = text[region["startLine"] - 1][region["startColumn"] - 1:region["endColumn"] - 1]
            self.assertIn(begun, ('"wizard"', "false"))

    def test_the_examples_of_the_handbook_are_read(self):
        page = (SOURCE / "resources/handbook/writing-a-gate-policy.md").read_text()
        nodes = [json.loads(text) for text in re.findall(r"^```json\n(.*?)^```", page, re.M | re.S)]
        kinds = {node["check"]["kind"] for node in nodes if "check" in node}
        schema = json.loads((POLICIES / "gate-policy.schema.json").read_text())
        self.assertEqual(len(kinds), len(schema["$defs"]["check"]["oneOf"]), "an example of each kind of check")
        policy = load(POLICIES / "default-policy.json")
        for node in nodes:  # an approval where the RACI matrix lets its role sign
            gate = "g.canary-to-production" if "approval" in node else "g.dev-to-staging"
            policy["gates"][gate]["require"]["all"].append(node)
        self.assertEqual(self.check(policy)["findings"], [])

    def test_raci_of_a_file(self):
        self.assertEqual(self.here.ctl("raci", "show", SMALL)["raci"], load()["raci"]["matrix"])
        self.assertEqual(self.here.ctl("raci", "check", SMALL)["findings"], [])
        policy = load()
        del policy["raci"]["matrix"]["dev-to-staging"]
        path = self.file(policy)
        self.assertNotIn("dev-to-staging", self.here.ctl("raci", "show", path)["raci"])
        self.assertIn("dev-to-staging", self.here.ctl("raci", "show", path, json_=False).out)
        findings = self.here.ctl("raci", "check", path, expect=1)["findings"]
        self.assertEqual({(f["rule"], f["pointer"]) for f in findings}, {("raci", "/raci/matrix/dev-to-staging")})


class Schema(unittest.TestCase):
    def test_the_shipped_policies_follow_it(self):
        try:
            import jsonschema
        except ImportError:
            self.skipTest("python3-jsonschema is not installed: the shipped policies were NOT held against the schema")
        schema = json.loads((POLICIES / "gate-policy.schema.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        judge = jsonschema.Draft202012Validator(schema)
        for path in sorted(POLICIES.glob("*-policy.json")):
            self.assertEqual([f"{e.json_path}: {e.message}" for e in judge.iter_errors(load(path))], [], path.name)
        self.assertTrue(list(judge.iter_errors({**load(), "sudo": True})))


class Revisions(CliTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.clock = Clock(START)
        cls.team = DemoTeam(cls.machine("here", cls.clock), cls.base)
        cls.team.register()
        cls.first = cls.team.read("policy", "show")
        cls.founded = cls.team.read("policy", "show", "--list")["revisions"]
        policy = load()
        policy["revision"] = cls.first["revision"] + 1
        policy["supersedes"] = cls.first["policy"]
        policy["title"] = "Small team, second"
        cls.plain = cls.base / "second.json"
        cls.plain.write_text(json.dumps(policy, indent=1))
        policy["gates"]["g.dev-to-staging"]["require"]["all"].pop()
        cls.weaker = cls.base / "weaker.json"
        cls.weaker.write_text(json.dumps(policy))

    def test_a_change_is_shown_before_it_is_signed_and_remembered_afterwards(self):
        team, first = self.team, self.first
        self.assertEqual([(r["revision"], r["digest"], r["change"], r["in_force"]) for r in self.founded],
                         [(first["revision"], first["policy"], "founding", True)])

        # A weakening: what it lets through, who must sign and how long it waits, before anything is signed.
        shown = team.sign(team.owner, "policy", "propose", self.weaker, "--note", "Quicker.", json_=False)
        self.assertIn("The new policy is weaker", shown.err)
        self.assertIn("asked before", shown.err)
        self.assertIn("Must sign:", shown.err)
        self.assertIn("24 h after the proposal", shown.err)
        dropped = int(re.search(r"entry (\d+)", shown.out).group(1))
        self.assertIn("The new policy is weaker", team.sign(team.engineer, "policy", "sign-off", dropped, "--leaf", "gv.review",
                      "--role", "ml_engineer", "--comment", "No: this drops what we agreed.", "--reject", json_=False).err)
        again = team.sign(team.engineer, "policy", "sign-off", dropped, "--leaf", "gv.review", "--role", "ml_engineer",
                          "--comment", "No: this drops what we agreed.", "--reject", json_=False, expect=None)
        self.assertIn("rejected gv.review as ml_engineer", again.err)
        team.sign(team.owner, "policy", "withdraw", dropped)

        proposal = team.sign(team.owner, "policy", "propose", self.plain, "--note", "A new title.")["entry"]
        team.sign(team.engineer, "policy", "sign-off", proposal, "--leaf", "gv.review", "--role", "ml_engineer",
                  "--comment", "I have read the cases and accept every one of them.")
        adopted = team.sign(team.owner, "policy", "adopt", proposal)["entry"]

        revisions = team.read("policy", "show", "--list")["revisions"]
        self.assertEqual([(r["revision"], r["change"], r["in_force"]) for r in revisions],
                         [(first["revision"], "founding", False), (first["revision"] + 1, "keeps", True)])
        self.assertEqual((revisions[1]["entry"], revisions[1]["by"]), (adopted, team.owner))
        self.assertIn("in force", team.read("policy", "show", "--list", json_=False).out)

        # Bytes as adopted, by number and by digest.
        out = self.base / "out.json"
        for named, source in ((str(first["revision"]), SMALL), (f"r{first['revision'] + 1}", self.plain), (first["policy"], SMALL)):
            team.read("policy", "export", named, "-o", out)
            self.assertEqual(out.read_bytes(), source.read_bytes(), named)
        self.assertEqual(team.read("policy", "export", first["policy"], "-o", "-", json_=False).out, SMALL.read_text())
        self.assertFalse(team.read("policy", "show", first["policy"])["in_force"])
        for unknown in ("99", "sha256:" + "0" * 64, "sha256:zz"):
            answer = team.read("policy", "export", unknown, "-o", out, expect=2)
            self.assertEqual(answer["code"], "CS-CLI-NO-REVISION")

        # Either side of a diff may be a file, a revision or a digest.
        number = str(first["revision"])
        self.assertFalse(team.read("policy", "diff", number, self.plain)["weakens"])
        self.assertFalse(team.read("policy", "diff", first["policy"], str(first["revision"] + 1))["weakens"])
        self.assertTrue(team.read("policy", "diff", str(first["revision"] + 1), self.weaker, expect=1)["weakens"])
        self.assertNotEqual(team.machine.ctl("policy", "diff", number, self.plain, expect=None).status, 0)

    def test_what_cannot_be_adopted_is_not_proposed(self):
        team, size = self.team, self.team.head()
        policy = load()
        policy["gates"]["g.dev-to-staging"]["require"]["requirements"] = ["NIST.NOWHERE.1"]
        path = self.base / "nowhere-1.json"
        path.write_text(json.dumps(policy))
        answer = team.sign(team.owner, "policy", "propose", path, "--note", "No.", expect=1)
        self.assertEqual([f["rule"] for f in answer["findings"]], ["requirements"])
        self.assertEqual(team.head(), size)

    def test_a_draft_is_held_against_what_a_version_has(self):
        answer = self.team.read("policy", "check", SMALL, "--against", self.team.version)
        self.assertEqual(answer["findings"], [])
        gates = {gate["gate"]: gate for gate in answer["against"]["gates"]}
        self.assertEqual(answer["against"]["gates"][0]["transition"], "dev-to-staging", "what leads out of its stage comes first")
        leaves = {leaf["leaf"]: leaf for leaf in gates["g.dev-to-staging"]["leaves"]}
        self.assertTrue(all(leaf["pointer"].startswith("/gates/g.dev-to-staging/require") for leaf in leaves.values()))
        filled = [leaf["leaf"] for leaf in leaves.values() if leaf["status"] == "satisfied"]
        self.assertEqual(gates["g.dev-to-staging"]["filled"], len(filled))
        self.assertEqual({leaf["status"] for leaf in leaves.values() if leaf["kind"] == "approval"}, {"pending"})
        self.assertIn("filled by what is known of", self.team.read("policy", "check", SMALL, "--against", self.team.version, json_=False).out)
        self.assertEqual(self.team.read("policy", "check", SMALL, "--against", "v9999", expect=2)["code"], "CS-CLI-NO-VERSION")

    def test_a_gate_is_explained_as_it_stood(self):
        team = self.team
        entry = team.sign(team.engineer, "promote", "propose", team.version, "--transition", "dev-to-staging", "--endpoint", "savings-eu",
                          "--text", "The first version, as a test of the past.")["entry"]
        now = team.read("gate", "explain", f"p{entry}", expect=1)["gate"]
        comment = team.sign(team.owner, "promote", "comment", f"p{entry}", "--text", "Later.")["entry"]
        past = team.read("gate", "explain", f"p{entry}", "--as-of", comment, expect=1)["gate"]
        self.assertEqual([leaf["leaf"] for leaf in past["left"]], [leaf["leaf"] for leaf in now["left"]])
        answer = team.read("gate", "explain", f"p{entry}", "--as-of", entry, expect=2)
        self.assertEqual(answer["code"], "CS-CLI-NO-PROMOTION")
        team.read("gate", "explain", f"p{entry}", "--as-of", 99999, expect=None)

    def test_a_draft_is_tried_on_the_past(self):
        team = self.team
        same = team.read("policy", "simulate", SMALL)
        self.assertEqual((same["blocked"], same["let_through"], same["unknown"]), (0, 0, 0))
        self.assertEqual(same["same"], same["promotions"])
        bad = self.base / "draft.json"
        bad.write_text("{ }")
        self.assertEqual(team.read("policy", "simulate", bad, expect=1)["code"], "CS-POLICY-LINT")
        gone = team.read("policy", "simulate", self.base / "nowhere.json", expect=None)
        self.assertEqual((gone["ok"], gone["code"]), (False, "CS-CLI-FILE"))
        words = team.read("policy", "simulate", SMALL, "--days", "1", json_=False).out
        self.assertIn("newly blocked", words)


if __name__ == "__main__":
    unittest.main()
