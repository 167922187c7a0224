# SPDX-License-Identifier: GPL-3.0-or-later
"""A small demo workspace: its people's keys have no passphrase and share one keychain, its CI signs with a key file."""
import json

from machines import fact
from team import SIGNER


class DemoTeam:
    def __init__(self, machine, folder):
        self.machine, self.folder, self.path = machine, folder, folder / "w.countersign"
        self.key = folder / "ci.key"
        self.workspace = machine.ctl("init", self.path, "--name", "Small", "--mode", "demo", "--policy", "small-team", "--founder",
                                     "Tech lead")["workspace"]
        self.lead, self.ids = "a0", {}
        for who in ("Product owner", "ML engineer", "Automated tests"):
            service = ["--service-key-file", self.key] if who == "Automated tests" else ["--demo"]
            proof = folder / f"{who}.proof"
            machine.ctl("people", "new-key", "--workspace-id", self.workspace, "--name", who, "-o", proof, *service)
            self.ids[who] = self.sign(self.lead, "people", "enrol", proof)["actor"]
        self.owner, self.engineer, self.ci = self.ids["Product owner"], self.ids["ML engineer"], self.ids["Automated tests"]
        for who, role in ((self.lead, "tech_lead"), (self.engineer, "ml_engineer"), (self.engineer, "platform_team"),
                          (self.owner, "product_owner"), (self.ci, "automation")):
            self.sign(self.lead, "people", "grant", who, role)
        self.sign(self.lead, "people", "trust", "--purpose", "artifact", "--name", SIGNER["name"], "--key", SIGNER["key"])
        self.sign(self.owner, "people", "accept")
        self.sign(self.lead, "people", "open", "--admin", self.lead, "--admin", self.owner, "--threshold", "2")

    def sign(self, who, *words, **options):
        return self.machine.ctl(*words, "--as", who, workspace=self.path, **options)

    def service(self, *words, **options):
        return self.machine.ctl(*words, workspace=self.path, key=options.pop("key", self.key), **options)

    def read(self, *words, **options):
        return self.machine.ctl(*words, workspace=self.path, **options)

    def head(self):
        info = self.read("workspace", "info")
        return info["size"], info["root"]

    def register(self, model="savings-offer", label="1"):
        facts = fact(f"{model}/model.json")
        self.model = self.sign(self.engineer, "model", "register", "--name", model, "--owner-role", facts["ownerRole"])["id"]
        self.sign(self.engineer, "model", "describe", self.model, "intended_use=" + facts["described"]["intended_use"])
        self.sign(self.owner, "model", "tag", self.model, "risk_tier=low", "regulated=false", "business_domain=savings", "--reason", "A mailing.")
        version = fact(f"{model}/{label}/version.json")
        members = ("label", "artifact", "image", "code", "data", "pipeline", "features")
        self.version_file = self.folder / "version.json"
        self.description = {m: version[m] for m in members}
        self.version_file.write_text(json.dumps(self.description))
        self.version = self.service("version", "register", "--model", self.model, "--file", self.version_file, "--contributor", self.engineer)["id"]
