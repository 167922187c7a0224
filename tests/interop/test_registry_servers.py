# SPDX-License-Identifier: GPL-3.0-or-later
"""The main path against other servers than the newest open one: MLflow behind its own basic-auth app, and MLflow 2.

    COUNTERSIGNCTL=build-test/bin/countersignctl COUNTERSIGN_MLFLOW2=V2/bin/python V/bin/python -m pytest -rs tests/interop/test_registry_servers.py
"""
import base64
import importlib.util
import json
import os
import subprocess
import sys
import types
import urllib.error
import urllib.request

import pytest

import test_registry  # not its classes by name: they would be collected here once more
from test_registry import CTL, Workspace, team, three_people_test

MLFLOW2 = os.environ.get("COUNTERSIGN_MLFLOW2")
MISSING = [name for name in ("mlflow", "flask_wtf") if importlib.util.find_spec(name) is None]
pytestmark = [
    pytest.mark.skipif(not CTL, reason="REGISTRY TESTS SKIPPED: COUNTERSIGNCTL does not name the built program"),
    pytest.mark.skipif(bool(MISSING), reason="REGISTRY TESTS SKIPPED, packages missing: " + ", ".join(MISSING)
                       + " (pip install -r tests/interop/requirements.txt)"),
]
ADMIN = ("admin", "an administrator's passphrase")
SYNC = ("countersign", "what the sync signs in with")


def ask(url, path, body, version="2.0", user=ADMIN):
    """One call of MLflow's interface as that user; its answer, or the status that refused it."""
    token = base64.b64encode(":".join(user).encode()).decode()
    request = urllib.request.Request(f"{url}/api/{version}/mlflow/{path}", method="POST", data=json.dumps(body).encode(),
                                     headers={"Authorization": "Basic " + token, "Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.loads(answer.read() or b"{}")
    except urllib.error.HTTPError as refused:
        return refused.code


def other_server(folder, python, options, environment):
    """The example's registry with another interpreter or further options; its own file is part of committed facts."""
    from example import registry

    def started(command, **how):
        how["env"] = {**how["env"], **environment}
        return subprocess.Popen([python, *command[1:], *options], **how)

    kept = registry.subprocess
    registry.subprocess = types.SimpleNamespace(Popen=started, STDOUT=kept.STDOUT, TimeoutExpired=kept.TimeoutExpired)
    try:
        return registry.Registry(folder)
    finally:
        registry.subprocess = kept


@pytest.fixture(scope="module")
def guarded(tmp_path_factory):
    """A server that asks who is there. The sync's account reads everything and writes nothing that it was not given."""
    folder = tmp_path_factory.mktemp("mlflow guarded")
    config = folder / "basic_auth.ini"
    config.write_text(f"[mlflow]\ndefault_permission = READ\ndatabase_uri = sqlite:///{folder / 'users.db'}\n"
                      f"admin_username = {ADMIN[0]}\nadmin_password = {ADMIN[1]}\n"
                      "authorization_function = mlflow.server.auth:authenticate_request_basic_auth\n")
    registry = other_server(folder / "server", sys.executable, ["--app-name", "basic-auth"], {
        "MLFLOW_AUTH_CONFIG_PATH": str(config), "MLFLOW_FLASK_SERVER_SECRET_KEY": "of this test alone"})
    saved = {k: os.environ.get(k) for k in ("MLFLOW_TRACKING_USERNAME", "MLFLOW_TRACKING_PASSWORD")}
    os.environ.update(zip(saved, ADMIN))
    try:
        registry.wait()
        created = ask(registry.url, "users/create", {"username": SYNC[0], "password": SYNC[1]})
        assert isinstance(created, dict), created
        yield registry
    finally:
        registry.stop()
        for name, value in saved.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


@pytest.fixture(scope="module")
def client(guarded):
    from mlflow import MlflowClient

    return MlflowClient(tracking_uri=guarded.url, registry_uri=guarded.url)


def secret_file(folder, url, user=SYNC):
    """A sign-in as an unattended service keeps it: bound to one origin, for its owner's eyes."""
    path = folder / "registry-secret.json"
    path.write_text(json.dumps({"origin": url, "auth": "basic", "user": user[0], "secret": user[1]}))
    path.chmod(0o600)
    return path


def test_a_sign_in_is_asked_for_and_checked(guarded, tmp_path):
    spec = {"model": "guarded-model", "label": "1", "algorithm": "tree", "features": ["a"], "params": {}}
    files = tmp_path / "artifact"
    files.mkdir()
    (files / "model.json").write_text("{}")
    guarded.log(spec, {"auc": 0.7}, files, 7, register=True)
    world = Workspace(tmp_path)
    engineer = world.ids["Platform engineer"]
    registry = world.ctl("registry", "add", "--name", "guarded", "--url", guarded.url, "--auth", "basic", "--user", SYNC[0], who=engineer)["id"]

    nothing = world.ctl("registry", "test", registry, status=1)
    assert nothing["code"] == "CS-REGISTRY-SIGN-IN" and "registry sign-in " + registry in nothing["message"]

    secret = tmp_path / "typed"
    secret.write_text("a guess\n")
    world.ctl("registry", "sign-in", registry, "--secret-file", secret)
    wrong = world.ctl("registry", "test", registry, status=1)
    assert wrong["code"] == "CS-REGISTRY-AUTH" and "401" in wrong["message"] and "again" in wrong["message"], wrong

    secret.write_text(SYNC[1] + "\n")
    world.ctl("registry", "sign-in", registry, "--secret-file", secret)
    assert world.ctl("registry", "test", registry)["models"] == 1

    # The same as a service that runs without a keychain: the wrong password stops it, the right one does not.
    size = world.ctl("workspace", "info")["size"]
    world.env["COUNTERSIGN_REGISTRY_SECRET_FILE"] = str(secret_file(tmp_path, guarded.url, (SYNC[0], "a guess")))
    stopped = world.ctl("registry", "sync", key="sync", status=1)
    assert stopped["code"] == "CS-REGISTRY-AUTH", stopped
    assert world.ctl("workspace", "info")["size"] == size, "nothing was recorded"
    world.env["COUNTERSIGN_REGISTRY_SECRET_FILE"] = str(secret_file(tmp_path, guarded.url))
    report = world.sync()
    assert (report["newModels"], report["newVersions"], report["outOfStep"]) == (1, 1, [])
    version = world.ctl("version", "list")["versions"][0]["id"]
    local = world.ctl("version", "digest", files)["artifact"]
    assert world.ctl("version", "digest", version, "--amend", key="sync")["artifact"] == local, "files are fetched with the sign-in"
    assert world.ctl("verify")["verdict"] == "intact"


class AsFarAsStaging(test_registry.PromotedFromMlflow):
    """The way of a version that a registry holds, to its first stage."""

    test_fresh_model_reaches_production = None

    def reach_staging(self):
        self.team = team.Team(self)
        self.prepare()
        self.team.found()
        self.team.open()
        self.team.register_model()
        self.facts = three_people_test.fact(f"{three_people_test.MODEL}/{three_people_test.VERSION}/version.json")
        self.attached = {}
        self.register_version()
        self.to_staging()

    def prepare(self):
        """What the machines need before anything else."""


class WithoutTheRightToWrite(AsFarAsStaging):
    sign_in = ("--auth", "basic", "--user", SYNC[0])

    @pytest.fixture(autouse=True)
    def _server(self, guarded, client):
        self.server, self.client = guarded, client

    def prepare(self):
        self.team.server.env["COUNTERSIGN_REGISTRY_SECRET_FILE"] = str(secret_file(self.base, self.server.url))

    def execute(self, proposal):
        self.team.person(self.team.engineer, "promote", "execute", proposal)
        refused = self.sync(status=1)
        self.assertEqual((refused["writesOk"], refused["writesRefused"], refused["findingsOpened"]), (0, 1, 1))
        finding, = refused["outOfStep"]
        self.assertEqual((finding["kind"], finding["severity"]), ("registry.write_failed", "high"))
        self.assertIn("refused", finding["sentence"])
        self.assertIsNone(self.holder("staging"))
        given = ask(self.server.url, "users/permissions/grant", {"username": SYNC[0], "resource_type": "registered_model",
                    "resource_id": three_people_test.MODEL, "permission": "EDIT"}, version="3.0")
        self.assertIsInstance(given, dict)
        right = self.sync()
        self.assertEqual((right["writesOk"], right["outOfStep"]), (1, []))
        self.assertEqual(self.holder("staging"), self.number)

    def test_a_write_that_is_refused_is_a_finding(self):
        self.reach_staging()
        self.assertEqual(self.team.read("verify")["verdict"], "intact")


@pytest.fixture(scope="module")
def older(tmp_path_factory):
    registry = other_server(tmp_path_factory.mktemp("mlflow 2"), MLFLOW2, [], {})
    try:
        registry.wait()
        yield registry
    finally:
        registry.stop()


@pytest.mark.skipif(not MLFLOW2, reason="MLFLOW 2 NOT TESTED: COUNTERSIGN_MLFLOW2 names no interpreter that has it "
                    "(pip install -r tests/interop/requirements-mlflow2.txt)")
class FromMlflow2(AsFarAsStaging):
    @pytest.fixture(autouse=True)
    def _server(self, older):
        from mlflow import MlflowClient

        self.server, self.client = older, MlflowClient(tracking_uri=older.url, registry_uri=older.url)

    def test_the_main_path_and_its_stages(self):
        self.reach_staging()
        probe = self.team.person(self.team.engineer, "registry", "test", "mlflow-prod")
        self.assertTrue(probe["says"].startswith("MLflow 2."), probe["says"])
        # Stages are a thing of 2.x: whoever sets one without a promotion is found.
        self.client.transition_model_version_stage(three_people_test.MODEL, self.number, "Production")
        finding, = self.sync(status=1)["outOfStep"]
        self.assertEqual((finding["kind"], finding["severity"]), ("registry.stage_without_promotion", "critical"))
        self.client.transition_model_version_stage(three_people_test.MODEL, self.number, "None")
        self.assertEqual(self.sync()["outOfStep"], [])
        self.assertEqual(self.team.read("verify")["verdict"], "intact")
