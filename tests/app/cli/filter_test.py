# SPDX-License-Identifier: GPL-3.0-or-later
"""The filter language on the command line: what is found, where a fault is, and the list as a file."""
import csv
import io
import json
import unittest
import zipfile

from demo_team import DemoTeam
from machines import CliTest


class Filters(CliTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.team = DemoTeam(cls.machine("here"), cls.base)
        cls.team.register()

    def labels(self, text, *words):
        answer = self.team.read("version", "list", "--filter", text, *words)
        return [(row["modelName"], row["label"]) for row in answer["versions"]]

    def test_terms_narrow_the_list(self):
        one = [("savings-offer", "1")]
        for text in ("", "stage:dev", "stage:Development risk:low", "savings", "model:sav*", "-held:yes -finding:yes", "domain:savings,lending",
                     "artifact:verified", "updated:<7d", "regulated:no version:v1", '"savings-offer 1"'):
            self.assertEqual(self.labels(text), one, text)
        for text in ("stage:canary", "-model:savings-offer", "waiting:>1m", "regulated:yes", '"Savings"', "updated:>7d"):
            self.assertEqual(self.labels(text), [], text)

    def test_models_are_those_of_which_a_version_matches(self):
        self.assertEqual([m["name"] for m in self.team.read("model", "list", "--filter", "stage:dev")["models"]], ["savings-offer"])
        self.assertEqual(self.team.read("model", "list", "--filter", "stage:canary")["models"], [])

    def test_a_fault_is_a_usage_error_with_its_place(self):
        answer = self.team.read("version", "list", "--filter", "risk:low stge:dev", expect=2)
        self.assertEqual((answer["code"], answer["offset"], answer["length"]), ("CS-FILTER-KEY", 9, 4))
        self.assertIn('Did you mean "stage:"?', answer["message"])
        lines = answer.err.splitlines()
        place = lines.index("  risk:low stge:dev")
        self.assertEqual(lines[place + 1], "  " + " " * 9 + "^^^^")

    def test_the_caret_counts_characters_not_bytes(self):
        answer = self.team.read("version", "list", "--filter", "äöü held:maybe", expect=2)
        lines = answer.err.splitlines()
        self.assertEqual(lines[lines.index("  äöü held:maybe") + 1], "  " + " " * 9 + "^^^^^")

    def test_a_stage_that_the_policy_does_not_know(self):
        answer = self.team.read("model", "list", "--filter", "stage:cannary", expect=2)
        self.assertEqual(answer["code"], "CS-FILTER-CHOICE")
        self.assertIn('Did you mean "canary"?', answer["message"])

    def test_nobody_is_not_me(self):
        answer = self.team.read("version", "list", "--filter", "owner:me", expect=2)
        self.assertEqual(answer["code"], "CS-CLI-WHO", "an empty list would say that nothing is theirs")

    def test_an_unknown_column_is_a_usage_error(self):
        self.assertEqual(self.team.read("version", "list", "--sort", "colour", expect=2)["code"], "CS-CLI-SORT")

    def test_the_list_as_a_file(self):
        for form in ("csv", "json", "xlsx"):
            path = self.base / f"list.{form}"
            self.team.read("version", "list", "--format", form, "-o", path)
            data = path.read_bytes()
            if form == "csv":
                rows = list(csv.DictReader(io.StringIO(data.decode())))
                self.assertEqual([row["Model"] for row in rows], ["savings-offer"])
                self.assertTrue(rows[0]["Artifact"].startswith("sha256:"))
            elif form == "json":
                document = json.loads(data)
                self.assertEqual(document["schema"], "countersign.table/1")
                self.assertEqual(document["rows"][0]["risk"], "Low")
            else:
                with zipfile.ZipFile(io.BytesIO(data)) as book:
                    self.assertNotIn(b"<f>", book.read("xl/worksheets/sheet1.xml"))
                    self.assertIn(b"savings-offer", book.read("xl/sharedStrings.xml"))


if __name__ == "__main__":
    unittest.main()
