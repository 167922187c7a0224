# SPDX-License-Identifier: GPL-3.0-or-later
"""resources/example/ci-pipeline.sh, run as a pipeline would: no terminal, no keychain, the key of a service in a file."""
import subprocess
import unittest

from demo_team import DemoTeam
from machines import CTL, SOURCE, CliTest

SCRIPT = SOURCE / "resources" / "example" / "ci-pipeline.sh"


class CiPipeline(CliTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.team = DemoTeam(cls.machine("team"), cls.base)
        cls.team.register("savings-offer", "4")
        cls.runner = cls.machine("runner", keyring=False)
        info = cls.team.read("workspace", "info")
        cls.trust = f"{info['workspace']}@{info['size']}:{info['root']}"

    def run_script(self, *words, **env):
        environment = {**self.runner.env, "COUNTERSIGNCTL": CTL, "COUNTERSIGN_WORKSPACE": str(self.team.path),
                       "COUNTERSIGN_KEY_FILE": str(self.team.key), "COUNTERSIGN_TRUST": self.trust, **env}
        return subprocess.run(["sh", SCRIPT, *words], env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=600, check=False)

    def test_proposes_and_the_gate_explains(self):
        done = self.run_script("savings-offer", "5", COUNTERSIGN_MODEL_ID=self.team.model, COUNTERSIGN_CONTRIBUTORS=self.team.engineer)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        proposal = done.stdout.strip()
        shown = self.team.read("promote", "show", proposal)
        self.assertEqual((shown["transition"], shown["status"]), ("dev-to-staging", "open"))
        self.assertFalse(shown["satisfied"])
        gate = self.team.read("gate", "explain", proposal, expect=1)
        self.assertEqual(gate["code"], "CS-GATE-NOT-SATISFIED")
        self.assertEqual([(left["leaf"], left["kind"]) for left in gate["gate"]["left"]], [("ds.review", "approval")])
        self.assertIn("ds.review", self.team.read("gate", "explain", proposal, json_=False, expect=1).out)
        # A person who did not make it reviews; then it may move, and anybody may say so.
        self.team.sign(self.team.lead, "promote", "approve", proposal, "--viewed", "evaluation_report")
        self.assertEqual(self.team.read("gate", "explain", proposal)["code"], "OK")
        self.team.service("promote", "execute", proposal)
        self.assertEqual(self.team.read("verify")["verdict"], "intact")

    def test_without_a_workspace(self):
        done = self.run_script(COUNTERSIGN_WORKSPACE="")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("COUNTERSIGN_WORKSPACE", done.stderr)

    def test_unknown_facts(self):
        before = self.team.head()
        done = self.run_script("savings-offer", "no-such-label")
        self.assertEqual(done.returncode, 2)
        self.assertIn("no facts", done.stderr)
        self.assertEqual(self.team.head(), before)

    def test_a_refusal_ends_the_script(self):
        """Automation may not register a model (it takes an engineer): the answer is on standard error, the status not 0."""
        before = self.team.head()
        done = self.run_script("savings-offer", "5")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("CS-", done.stderr)
        self.assertEqual(self.team.head(), before)


if __name__ == "__main__":
    unittest.main()
