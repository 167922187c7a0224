# SPDX-License-Identifier: GPL-3.0-or-later
"""Three people and two services who found a workspace under the small-team policy, each on their own machine."""
import calendar
import time

from machines import FACTS, PASSPHRASE, Clock, fact

MODEL, VERSION = "savings-offer", "1"
SIGNER = fact("index.json")["signers"][0]
START = calendar.timegm(time.strptime("2026-11-03 09:00:00", "%Y-%m-%d %H:%M:%S"))


class Team:
    """`tech_lead` founds; `engineer` builds and runs the platform; `owner` owns the product. `ci`, `watch`: services."""

    def __init__(self, test):
        self.clock = Clock(START)
        self.path = test.base / "team.countersign"
        self.carried = test.base / "carried"
        self.carried.mkdir()
        self.tech_lead = test.machine("tech-lead", self.clock)
        self.engineer = test.machine("engineer", self.clock)
        self.owner = test.machine("owner", self.clock)
        self.server = test.machine("server", self.clock, keyring=False)
        self.ids = {}

    def person(self, machine, *words, **options):
        """A person signs: the passphrase is typed at a terminal."""
        return machine.ctl(*words, workspace=self.path, passphrase=PASSPHRASE, **options)

    def service(self, name, *words, **options):
        return self.server.ctl(*words, workspace=self.path, key=self.carried / f"{name}.key", **options)

    def read(self, *words, **options):
        return self.tech_lead.ctl(*words, workspace=self.path, **options)

    def found(self, policy="small-team"):
        head = self.tech_lead.ctl("init", self.path, "--name", "Savings team", "--mode", "team", "--policy", policy,
                                  "--founder", "Tech lead", passphrase=PASSPHRASE)
        self.workspace = head["workspace"]
        self.ids["Tech lead"] = "a0"
        self.enrol(self.engineer, "ML engineer")
        self.enrol(self.owner, "Product owner")
        self.enrol_service("Automated tests", "ci")
        self.enrol_service("Watch agent", "watch")
        for who, role in (("Tech lead", "tech_lead"), ("Tech lead", "ml_engineer"), ("ML engineer", "ml_engineer"),
                          ("ML engineer", "platform_team"), ("Product owner", "product_owner"),
                          ("Automated tests", "automation"), ("Watch agent", "watch_agent")):
            self.person(self.tech_lead, "people", "grant", self.ids[who], role)
        self.person(self.tech_lead, "people", "trust", "--purpose", "artifact", "--name", SIGNER["name"], "--key", SIGNER["key"])

    def enrol(self, machine, name):
        proof = self.carried / f"{name}.proof"
        machine.ctl("people", "new-key", "--workspace-id", self.workspace, "--name", name, "-o", proof, passphrase=PASSPHRASE)
        self.ids[name] = self.person(self.tech_lead, "people", "enrol", proof)["actor"]

    def enrol_service(self, name, key):
        proof = self.carried / f"{key}.proof"
        self.server.ctl("people", "new-key", "--workspace-id", self.workspace, "--name", name, "-o", proof,
                        "--service-key-file", self.carried / f"{key}.key")
        self.ids[name] = self.person(self.tech_lead, "people", "enrol", proof)["actor"]

    def open(self):
        head = self.read("workspace", "info")
        trust = {"COUNTERSIGN_TRUST": f"{self.workspace}@{head['size']}:{head['root']}"}
        self.person(self.engineer, "people", "accept", env=trust)
        self.person(self.owner, "people", "accept", "--first-contact")
        self.server.ctl("workspace", "info", "--first-contact", workspace=self.path, key=self.carried / "ci.key")
        admins = [word for who in ("Tech lead", "ML engineer", "Product owner") for word in ("--admin", self.ids[who])]
        self.person(self.tech_lead, "people", "open", *admins, "--threshold", "2")

    def register_model(self):
        model = fact(f"{MODEL}/model.json")
        self.model = self.person(self.engineer, "model", "register", "--name", MODEL, "--owner-role", model["ownerRole"])["id"]
        self.person(self.engineer, "model", "describe", self.model, "intended_use=" + model["described"]["intended_use"])
        self.person(self.owner, "model", "tag", self.model, "risk_tier=low", "regulated=false", "business_domain=savings",
                    "--reason", "A mailing; nobody is refused anything.")
        serving = model["serving"]
        self.endpoint = serving["endpoint"]
        self.person(self.engineer, "model", "serving", self.model, "--endpoint", self.endpoint, "--region", serving["region"],
                    "--capacity", serving["capacity"], "--fallback", serving["fallback"], "--config", serving["config"],
                    "--actuator", serving["actuator"])

    def facts_path(self, file):
        return FACTS / file
