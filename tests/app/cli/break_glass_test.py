# SPDX-License-Identifier: GPL-3.0-or-later
"""An emergency by command line, under the small-team policy with break-glass allowed: two persons authorise it, the
proposer executes it, its review holds the model until it is signed."""
import json
import unittest

import three_people_test
from machines import SOURCE, fact
from team import MODEL, VERSION, Team

REASON = "Production refuses every second application since noon; the fix cannot wait."


class BreakGlass(three_people_test.ThreePeople):
    test_fresh_model_reaches_production = None  # its own file tells that

    def test_an_emergency_and_its_review(self):
        policy = json.loads((SOURCE / "resources/policies/small-team-policy.json").read_text())
        policy["breakGlass"].update(enabled=True, transitions=["staging-to-canary"], maxPerModelPer90Days=1)
        self.team = team = Team(self)
        team.found(self.write("policy.json", policy))
        team.open()
        team.register_model()
        self.facts = fact(f"{MODEL}/{VERSION}/version.json")
        self.attached = {}
        self.register_version()
        self.to_staging()
        team.clock.hours(26)
        self.report("staging")
        proposal = self.propose("staging-to-canary", "The fix for the refusals.")
        self.authorise(proposal)
        self.execute_it(proposal)
        self.overdue(proposal)
        verdict = team.read("verify")
        self.assertEqual((verdict["verdict"], verdict["problems"]), ("intact", []))

    def emergency(self, machine, *words, **options):
        return self.team.person(machine, "promote", "break-glass", *words, **options)

    def authorise(self, proposal):
        team = self.team
        status = team.read("promote", "break-glass", "status", proposal)
        self.assertEqual((status["authorised"], status["persons"], status["personsNeeded"]), (False, 0, 2))
        self.assertIn("The rehearsed way back", status["neverSkips"])
        short = self.emergency(team.tech_lead, "authorise", proposal, "--reason", "It burns.", "--incident", "INC-7", expect=1)
        self.assertIn("40", short["message"])
        nameless = self.emergency(team.tech_lead, "authorise", proposal, "--reason", REASON, expect=1)
        self.assertEqual(nameless["law"], 11)
        own = self.emergency(team.engineer, "authorise", proposal, "--reason", REASON, "--incident", "INC-7", expect=1)
        self.assertEqual(own["law"], 2)
        first = self.emergency(team.tech_lead, "authorise", proposal, "--reason", REASON, "--incident", "INC-7")
        self.assertEqual((first["authorised"], first["persons"]), (False, 1))
        self.assertEqual(first["signatures"][0]["reason"], REASON)
        waiting = team.owner.ctl("inbox", workspace=team.path)["items"]
        self.assertTrue([i for i in waiting if i["waits"] and "INC-7" in i["why"]], waiting)
        again = self.emergency(team.tech_lead, "authorise", proposal, "--reason", REASON, "--incident", "INC-7", expect=1)
        self.assertEqual(again["law"], 11)
        second = self.emergency(team.owner, "authorise", proposal, "--reason", REASON, "--incident", "INC-7")
        self.assertTrue(second["authorised"])

    def execute_it(self, proposal):
        team = self.team
        # Never skipped: the way back has to be rehearsed.
        refused = team.person(team.engineer, "promote", "execute", proposal, "--break-glass", expect=1)
        self.assertEqual(refused["law"], 11)
        self.assertEqual(len(team.read("promote", "break-glass", "status", proposal)["keptLeft"]), 1)
        self.drill("canary")
        self.assertIn(team.person(team.engineer, "promote", "execute", proposal, expect=1)["law"], (4, 9))
        team.person(team.engineer, "promote", "execute", proposal, "--break-glass")
        self.assertEqual(self.stage(), "canary")
        shown = team.read("promote", "show", proposal)
        self.assertEqual((shown["status"], shown["satisfied"], shown["overridden"]), ("executed", False, True))
        self.assertIn("overridden, not satisfied", team.read("promote", "break-glass", "status", proposal, json_=False).out)

    def overdue(self, proposal):
        team = self.team
        waiting = team.owner.ctl("inbox", workspace=team.path)["items"]
        self.assertTrue([i for i in waiting if i["waits"] and "review" in i["why"]], waiting)
        team.clock.hours(73)
        late = team.read("promote", "break-glass", "status", proposal, expect=1)
        self.assertTrue(late["review"]["overdue"])
        self.assertEqual(late["code"], "CS-REVIEW-OVERDUE")
        nobody = self.emergency(team.tech_lead, "review", proposal, "--comment", REASON, expect=1)
        self.assertEqual(nobody["law"], 2)
        self.emergency(team.owner, "review", proposal, "--comment", "Looked at the incident and at the version; it may stay.")
        signed = team.read("promote", "break-glass", "status", proposal)
        self.assertTrue(signed["review"]["reviewed"])
        self.assertFalse(signed["review"]["overdue"])


if __name__ == "__main__":
    unittest.main()
