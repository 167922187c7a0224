# SPDX-License-Identifier: GPL-3.0-or-later
"""Countersign and a real MLflow server: synchronise, digest, promote, write back, and what happens when somebody moves an alias.

    COUNTERSIGNCTL=build-test/bin/countersignctl V/bin/python -m pytest -rs tests/interop/test_registry.py
"""
import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "resources" / "example" / "pipeline"), str(ROOT / "tests" / "app" / "cli")]

import team  # noqa: E402
import three_people_test  # noqa: E402

CTL = os.environ.get("COUNTERSIGNCTL")
MISSING = [name for name in ("mlflow",) if importlib.util.find_spec(name) is None]
pytestmark = [
    pytest.mark.skipif(not CTL, reason="REGISTRY TESTS SKIPPED: COUNTERSIGNCTL does not name the built program"),
    pytest.mark.skipif(bool(MISSING), reason="REGISTRY TESTS SKIPPED, packages missing: " + ", ".join(MISSING)
                       + " (pip install -r tests/interop/requirements.txt)"),
]
PEOPLE = ("Product owner", "Platform engineer")
STAGES = ("staging", "canary", "production")


class Workspace:
    """A small demo workspace whose people share one keychain; the sync and the pipeline sign with key files."""

    def __init__(self, folder):
        self.folder, self.path, self.ids = folder, folder / "w.countersign", {}
        self.env = {**os.environ, "HOME": str(folder), "XDG_STATE_HOME": str(folder / "state"), "XDG_CACHE_HOME": str(folder / "cache")}
        for name in ("COUNTERSIGN_KEY_FILE", "COUNTERSIGN_WORKSPACE"):
            self.env.pop(name, None)
        self.id = self.ctl("init", self.path, "--name", "Interop", "--mode", "demo", "--policy", "small-team", "--founder", "Tech lead")["workspace"]
        for who in PEOPLE:
            self.enrol(who, ["--demo"])
        for who, key in (("Registry sync", "sync"), ("Automated tests", "ci")):
            self.enrol(who, ["--service-key-file", folder / f"{key}.key"])
        for who, role in (("a0", "tech_lead"), ("a0", "ml_engineer"), (self.ids["Platform engineer"], "platform_team"),
                          (self.ids["Platform engineer"], "ml_engineer"),
                          (self.ids["Product owner"], "product_owner"), (self.ids["Registry sync"], "registry_sync"),
                          (self.ids["Automated tests"], "automation")):
            self.ctl("people", "grant", who, role, who="a0")
        self.ctl("people", "accept", who=self.ids["Product owner"])
        self.ctl("people", "open", "--admin", "a0", "--admin", self.ids["Product owner"], "--threshold", "2", who="a0")

    def enrol(self, who, options):
        proof = self.folder / f"{who}.proof"
        self.ctl("people", "new-key", "--workspace-id", self.id, "--name", who, "-o", proof, *options)
        self.ids[who] = self.ctl("people", "enrol", proof, who="a0")["actor"]

    def ctl(self, *words, who=None, key=None, status=0):
        env = {**self.env, "COUNTERSIGN_WORKSPACE": str(self.path)}
        if key:
            env["COUNTERSIGN_KEY_FILE"] = str(self.folder / f"{key}.key")
            words = (*words, "--first-contact")
        done = subprocess.run([CTL, *map(str, words), *(["--as", who] if who else []), "--json"], env=env, capture_output=True, text=True,
                              timeout=300)
        assert done.returncode == status, done.stdout + done.stderr
        return json.loads(done.stdout)

    def sync(self, *words, status=0):
        return self.ctl("registry", "sync", *words, key="sync", status=status)["registries"][0]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    from example.registry import Registry

    registry = Registry(tmp_path_factory.mktemp("mlflow"))
    try:
        registry.wait()
        yield registry
    finally:
        registry.stop()


@pytest.fixture(scope="module")
def client(server):
    from mlflow import MlflowClient

    return MlflowClient(tracking_uri=server.url, registry_uri=server.url)


@pytest.fixture(scope="module")
def world(server, client, tmp_path_factory):
    folder = tmp_path_factory.mktemp("registry world")
    files = folder / "artifact"
    files.mkdir()
    for label in ("1", "2", "3"):
        (files / "model.json").write_text(json.dumps({"weights": [1, 2, int(label)]}))
        (files / "features.json").write_text('["a", "b"]')
        spec = {"model": "churn-early", "label": label, "algorithm": "tree", "features": ["a", "b"], "params": {"depth": 3}}
        server.log(spec, {"auc": 0.7 + int(label) / 100}, files, 7, register=True)
    workspace = Workspace(folder)
    workspace.registry = workspace.ctl("registry", "add", "--name", "mlflow-prod", "--url", server.url + "/", "--every", "60",
                                       who=workspace.ids["Platform engineer"])["id"]
    workspace.files = files
    return workspace


def version_id(world, label):
    return next(v["id"] for v in world.ctl("version", "list")["versions"] if v["label"] == label)


def test_it_answers(world):
    probe = world.ctl("registry", "test", "mlflow-prod")
    assert probe["says"].startswith("MLflow") and probe["models"] == 1


def test_a_sync_brings_models_and_versions_once(world):
    first = world.sync()
    assert (first["models"], first["versions"], first["newModels"], first["newVersions"]) == (1, 3, 1, 3)
    assert first["outOfStep"] == []
    size = world.ctl("workspace", "info")["size"]
    again = world.sync()
    assert (again["newModels"], again["newVersions"], again["observations"]) == (0, 0, 0)
    assert world.ctl("workspace", "info")["size"] == size, "nothing new, nothing signed"
    versions = world.ctl("version", "list", "--filter", "registry:mlflow-prod")["versions"]
    assert [(v["artifact"], v["registry"]) for v in versions] == [("unverified", "mlflow-prod")] * 3


def test_a_registrys_tags_are_no_governance_tags(world, client):
    client.set_registered_model_tag("churn-early", "risk_tier", "low")
    world.sync()
    assert world.ctl("model", "list")["models"][0]["tags"] == {}


def test_the_digest_comes_from_the_bytes(world):
    version = version_id(world, "3")
    local = world.ctl("version", "digest", world.files)["artifact"]
    fetched = world.ctl("version", "digest", version, "--amend", key="sync")["artifact"]
    assert fetched == local and fetched["method"] == "oms"
    assert next(v for v in world.ctl("version", "list")["versions"] if v["id"] == version)["artifact"] == "oms " + local["sha"]


def test_an_alias_that_nobody_promoted_is_a_finding_within_one_poll(world, client):
    client.set_registered_model_alias("churn-early", "production", "2")
    report = world.sync(status=1)
    assert report["findingsOpened"] == 1
    finding, = report["outOfStep"]
    assert (finding["kind"], finding["severity"]) == ("registry.alias_without_promotion", "critical")
    assert version_id(world, "2") in finding["about"] and "production" in finding["sentence"]
    assert world.sync(status=1)["findingsOpened"] == 0, "one thing, one finding"
    compared = world.ctl("registry", "reconcile", status=1)["registries"][0]
    assert [f["kind"] for f in compared["outOfStep"]] == ["registry.alias_without_promotion"]
    client.delete_registered_model_alias("churn-early", "production")
    assert world.sync()["outOfStep"] == []


def test_the_laws_hold(world):
    assert world.ctl("verify")["verdict"] == "intact"


class RegistryTeam(team.Team):
    """The three people, and a service that synchronises."""

    def found(self):
        super().found()
        self.enrol_service("Registry sync", "sync")
        self.person(self.tech_lead, "people", "grant", self.ids["Registry sync"], "registry_sync")


class PromotedFromMlflow(three_people_test.ThreePeople):
    """The whole way of a version that a registry holds; what MLflow's own client sees after each step."""

    sign_in = ()  # how the registry is signed in to, as words of "registry add"

    @pytest.fixture(autouse=True)
    def _server(self, server, client):
        self.server, self.client = server, client

    def setUp(self):
        super().setUp()
        original, team.Team = team.Team, RegistryTeam
        self.addCleanup(setattr, team, "Team", original)
        three_people_test.Team, before = RegistryTeam, three_people_test.Team
        self.addCleanup(setattr, three_people_test, "Team", before)

    def sync(self, *words, status=0):
        return self.team.service("sync", "registry", "sync", *words, "--first-contact", expect=status)["registries"][0]

    def holder(self, alias):
        return self.client.get_registered_model(three_people_test.MODEL).aliases.get(alias)

    def stamps(self):
        tags = self.client.get_model_version(three_people_test.MODEL, self.number).tags
        return {k: v for k, v in tags.items() if k.startswith("countersign-")}

    def register_version(self):
        spec = {"model": three_people_test.MODEL, "label": "1", "algorithm": "tree", "features": ["a"], "params": {}}
        folder = team.Team.facts_path(self.team, self.facts["artifactFolder"])
        self.number = self.server.log(spec, {"auc": 0.8}, folder, 1, register=True)["version"]
        self.team.person(self.team.engineer, "registry", "add", "--name", "mlflow-prod", "--url", self.server.url, *self.sign_in)
        self.sync()
        self.version = next(v["id"] for v in self.team.read("version", "list", "--model", three_people_test.MODEL)["versions"])
        refused = self.team.person(self.team.engineer, "promote", "propose", self.version, "--transition", "dev-to-staging",
                                   "--endpoint", self.team.endpoint, "--text", "Without a digest.", expect=None)
        if refused.status == 0:  # proposing is free; the gate is not
            self.assertFalse(self.team.read("promote", "show", refused["id"])["satisfied"])
            self.team.person(self.team.engineer, "promote", "withdraw", refused["id"], "--reason", "No digest yet.")
        self.assertEqual(self.team.service("sync", "version", "digest", self.version, "--amend")["artifact"], self.facts["artifact"])
        members = ("image", "code", "data", "pipeline", "features")
        file = self.write("amend.json", {m: self.facts[m] for m in members})
        self.team.service("ci", "version", "amend", self.version, "--file", file, "--contributor", "ML engineer")
        self.assertEqual(self.sync()["outOfStep"], [])

    def execute(self, proposal):
        super().execute(proposal)
        stage = self.stage()
        report = self.sync()
        self.assertEqual((report["writesOk"], report["outOfStep"]), (1, []))
        self.assertEqual(self.holder(stage), self.number)
        self.assertEqual([a for a in STAGES if self.holder(a) == self.number], [stage], "one stage, one alias")
        stamps = self.stamps()
        self.assertEqual((stamps["countersign-stage"], stamps["countersign-decision"]), (stage, proposal))
        self.assertEqual(stamps["countersign-artifact"], self.facts["artifact"]["sha"][7:47])
        self.assertRegex(stamps["countersign-ledger"], "^[0-9a-f]{40}$")
        self.assertRegex(stamps["countersign-at"], r"^2026\d{4}T\d{6}Z$")
        self.assertEqual(self.sync()["writesOk"], 0, "in step: nothing is written twice")

    def check_what_is_left(self):
        self.somebody_moves_the_alias()
        self.somebody_removes_a_stamp()
        super().check_what_is_left()

    def somebody_moves_the_alias(self):
        spec = {"model": three_people_test.MODEL, "label": "2", "algorithm": "tree", "features": ["a"], "params": {}}
        folder = self.team.facts_path(self.facts["artifactFolder"])
        other = self.server.log(spec, {"auc": 0.9}, folder, 2, register=True)["version"]
        self.client.set_registered_model_alias(three_people_test.MODEL, "production", other)
        kinds = sorted(f["kind"] for f in self.sync(status=1)["outOfStep"])
        self.assertEqual(kinds, ["registry.alias_moved", "registry.alias_without_promotion"])
        self.assertEqual(self.holder("production"), other, "what somebody did by hand is shown, not undone in silence")
        repaired = self.sync("--repair")
        self.assertEqual((repaired["writesOk"], repaired["outOfStep"]), (1, []))
        self.assertEqual(self.holder("production"), self.number)

    def somebody_removes_a_stamp(self):
        self.client.delete_model_version_tag(three_people_test.MODEL, self.number, "countersign-ledger")
        self.assertEqual([f["kind"] for f in self.sync(status=1)["outOfStep"]], ["registry.stamp_changed"])
        self.assertEqual(self.sync("--repair")["outOfStep"], [])
