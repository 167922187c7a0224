#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the example pipeline: train, log to MLflow, measure, replay, and write the facts of the demo.

    python run.py --out ../facts          the whole pipeline, about eight minutes on two busy cores
    python run.py --out DIR --quick       no MLflow, two short canaries: what the tests re-run
"""
from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path

import numpy as np

from example import datasets, digests, evaluate, features, render, replay, sweep
from example.facts import VersionFacts, result
from example.scorer import Scorer

HERE = Path(__file__).resolve().parent
MODELS = ["mortgage-approval", "property-valuation", "savings-offer"]
POLICY = HERE.parent.parent / "policies" / "default-policy.json"
TAGS = {
    "mortgage-approval": {"risk_tier": "high", "regulated": True, "security_review": True, "committee_review": True,
                          "cross_domain_impact": False, "business_domain": "lending"},
    "property-valuation": {"risk_tier": "medium", "regulated": False, "security_review": False, "committee_review": False,
                           "cross_domain_impact": False, "business_domain": "lending"},
    "savings-offer": {"risk_tier": "low", "regulated": False, "security_review": False, "committee_review": False,
                      "cross_domain_impact": False, "business_domain": "savings"},
}
BUDGET = {"mortgage-approval": "90", "property-valuation": "80", "savings-offer": "80"}


def say(text: str) -> None:
    print(f"[{time.strftime('%H:%M:%S')}] {text}", flush=True)


def dump(path: Path, document) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document, indent=1) + "\n")


def load_specs() -> list[dict]:
    return [json.loads(p.read_text()) for p in sorted((HERE / "specs").glob("*.json"))]


def spec_file(spec: dict) -> Path:
    return HERE / "specs" / f"{spec['model']}-{spec['label']}.json"


def train_twice(specs: list[dict], work: Path) -> None:
    """Two processes train everything, independently of each other."""
    files = [str(spec_file(s)) for s in specs]
    runs = [subprocess.Popen([sys.executable, "-W", "ignore", "-m", "example.train", str(work / run), *files], cwd=HERE) for run in ("run-a", "run-b")]
    if any(r.wait() for r in runs):
        raise SystemExit("training failed")


def junit(spec: dict, artifact: Path, out: Path) -> bool:
    """Runs the regression tests of one version in a forked child; the host name is taken out of the file."""
    def child():
        os.environ.update({"EXAMPLE_SPEC": str(spec_file(spec)), "EXAMPLE_ARTIFACT": str(artifact)})
        os.chdir(HERE)
        import pytest

        sys.stdout = open(os.devnull, "w")
        raise SystemExit(pytest.main(["-q", "-p", "no:cacheprovider", "-o", f"junit_suite_name={spec['model']}-{spec['label']}",
                                      f"--junitxml={out}", "model_tests/test_model.py"]))
    process = multiprocessing.get_context("fork").Process(target=child)
    process.start()
    process.join()
    out.write_text(re.sub(r' hostname="[^"]*"', "", out.read_text()))
    return process.exitcode == 0


def security_scan(out: Path) -> dict:
    """A real scan of the pipeline's own sources; paths in the file are relative."""
    subprocess.run([sys.executable, "-m", "bandit", "-q", "-r", "example", "run.py", "-f", "sarif", "-o", str(out)], cwd=HERE, check=False)
    document = json.loads(out.read_text())
    results = document["runs"][0].get("results", [])
    out.write_text(json.dumps(document, separators=(",", ":")).replace(HERE.as_uri() + "/", "") + "\n")
    return {level: sum(r.get("level") == level for r in results) for level in ("error", "warning", "note")}


def image_description(root: Path) -> tuple[str, dict]:
    names = ["Containerfile", "requirements.lock", "example/__init__.py", "example/features.py", "example/scorer.py", "example/server.py"]
    document = {"note": "No container was built. This file describes the serving image; its SHA-256 stands where an image digest would.",
                "base": "docker.io/library/python:3.11-slim-bookworm", "platform": "linux/amd64",
                "files": [{"name": n, "sha": digests.file_sha(HERE / n)} for n in names]}
    dump(root / "image.json", document)
    return digests.file_sha(root / "image.json"), document


def cost(spec: dict, scorer: Scorer, data) -> dict:
    """Projection: fixed replicas plus CPU time measured for batches of twenty, with the prices of costs.json."""
    prices = json.loads((HERE / "serving" / "costs.json").read_text())
    x = features.raw_columns(data.part("live").head(20), scorer.columns)
    start = time.process_time()
    for _ in range(100):
        scorer.score_matrix(scorer.matrix(x))
    cpu = (time.process_time() - start) / 2000
    monthly = prices["monthlyPredictions"][spec["model"]]
    total = prices["replicas"] * float(prices["eurPerReplicaMonth"]) + monthly * cpu / 3600 * float(prices["eurPerCpuHour"])
    return {"currency": "EUR", "assumptions": prices, "cpuMicrosecondsPerPrediction": round(cpu * 1e6, 1),
            "perMonth": round(total, 2), "perDay": round(total / 30.4, 3), "per1000Predictions": round(1000 * total / monthly, 5)}


class Pipeline:
    """One run of the pipeline."""

    def __init__(self, out: Path, work: Path, quick: bool):
        self.out, self.work, self.quick = out, work, quick
        self.specs = load_specs()
        self.signer = digests.Signer()
        self.facts: dict[tuple, VersionFacts] = {}
        self.measured: dict[tuple, dict] = {}
        self.guardrail_set = json.loads(POLICY.read_text())["guardrailSets"]["default-canary"]

    def prepare(self) -> None:
        self.image, description = image_description(self.out)
        self.image_signature = self.out / "common" / "image.intoto"
        self.image_signature.parent.mkdir(parents=True, exist_ok=True)
        self.image_signature.write_bytes(self.signer.envelope(digests.image_statement(self.image, description)))
        self.scan = self.out / "common" / "security_scan.sarif"
        self.scan_counts = security_scan(self.scan)

    def develop(self, spec: dict, runs: list[dict]) -> None:
        """Facts of the gate to staging, and what the later gates read from the same measurements."""
        key = (spec["model"], spec["label"])
        data, trained = datasets.load(spec["model"]), self.work / "run-a" / spec["model"] / spec["label"]
        target = self.out / spec["model"] / spec["label"] / "artifact"
        shutil.copytree(trained / "artifact", target)
        artifact = digests.oms(target)
        facts = VersionFacts(spec, self.out, data, artifact, self.image, digests.code_revision(HERE, spec_file(spec)))
        scorer, held_out = Scorer.load(target / "model.json"), data.part("regression")
        y, p = held_out[data.target].to_numpy(float), scorer.score(held_out)
        interval = evaluate.bootstrap(y, p, lambda a, b: evaluate.primary(data.task, a, b), spec["seed"])
        metrics, fairness, swept = runs[0]["metrics"], evaluate.fairness(spec), sweep.run(spec, scorer)
        baseline = self.measured.get((spec["model"], spec["story"]["baseline"]))
        self.facts[key] = facts
        self.measured[key] = {"metrics": metrics, "scorer": scorer, "fairness": fairness, "sweep": swept, "data": data}
        self._evaluation(facts, metrics, interval, runs, baseline, (y, p))
        facts.attach("security_scan", self.scan, "Security scan of the pipeline (bandit)", "dev")
        facts.report("dev", "automation", [result("security.findings_" + k, v, "count") for k, v in self.scan_counts.items()], facts.relative(self.scan))
        passed = junit(spec, trained / "artifact", facts.folder / "ci_tests.xml")
        name = facts.attach("ci_test_report", facts.folder / "ci_tests.xml", "Regression tests (JUnit)", "dev")
        facts.report("dev", "automation", [result("ci.tests_passed", passed)], name)
        facts.contracts()
        facts.mlts()
        self._signature(facts, artifact, target)
        self._staging(facts, spec, scorer, data, fairness, swept)
        facts.text("model_card", "model_card.md", render.model_card(spec, data, metrics, fairness, artifact), "Model card", "dev")
        if spec["model"] == "mortgage-approval":
            path = facts.folder / "technical_documentation.pdf"
            render.technical_documentation(spec, data, metrics, fairness, swept, artifact, facts.folder / "quality.png", path)
            facts.attach("technical_documentation", path, "Technical documentation (Annex IV outline)", "canary")

    def _evaluation(self, facts, metrics, interval, runs, baseline, points) -> None:
        spec, data = facts.spec, facts.data
        report = facts.text("evaluation_report", "evaluation_report.md",
                            render.evaluation_report(spec, data, metrics, interval, runs, baseline and baseline["metrics"]), "Evaluation report", "dev")
        facts.document("evaluation_metrics", "metrics.json", {"dataset": facts.regression, "rows": len(data.part("regression")), "metrics": metrics,
                                                              "interval95": interval, "baseline": spec["story"]["baseline"]}, "Evaluation metrics", "dev")
        facts.document("reproducibility_report", "reproducibility.json", {"inputs": facts.inputs(), "runs": runs}, "Two training runs", "dev")
        render.quality_plot(spec, data, *points, facts.folder / "quality.png")
        facts.attach("plot", facts.folder / "quality.png", "ROC curve" if data.task == "classification" else "Estimate against price", "dev")
        for run in runs:
            facts.metrics(run["run"], run["metrics"], interval, report)

    def _signature(self, facts, artifact, target) -> None:
        path = facts.folder / "model.intoto"
        path.write_bytes(self.signer.envelope(digests.model_statement(f"{facts.spec['model']}/{facts.spec['label']}", artifact)))
        facts.attach("model_signature", path, "Signature of the model files (DSSE, OMS statement)", "dev")
        for phase, producer in (("dev", "automation"), ("staging", "platform_team"), ("canary", "platform_team"), ("archive", "platform_team")):
            facts.provenance(phase, producer, target, path, self.signer.public)

    def _staging(self, facts, spec, scorer, data, fairness, swept) -> None:
        report = facts.text("safety_sweep_report", "safety_sweep.md", render.sweep_report(spec, swept), "Safety sweep", "staging")
        facts.report("staging", "automation", [result("safety_sweep.criteria_met", all(r["held"] for r in swept)),
                                               *[result("safety_sweep." + r["id"].replace("-", "_"), r["value"], "1", n=r["n"]) for r in swept]], report)
        report = facts.text("fairness_report", "fairness_report.md", render.fairness_report(spec, fairness), "Fairness report", "staging")
        lines = ["slice,rows,gap,low,high"] + [f"{r['slice']},{r['n']},{r['gap']:.6f},{r['low']:.6f},{r['high']:.6f}" for r in fairness]
        facts.text("fairness_slices", "fairness_slices.csv", "\n".join(lines) + "\n", "Fairness by group", "staging")
        render.fairness_plot(spec, fairness, facts.folder / "fairness.png")
        facts.attach("plot", facts.folder / "fairness.png", "Fairness gap by group", "staging")
        facts.fairness(fairness, report, {"name": "fairness-set", "sha": datasets.frame_digest(evaluate.fairness_rows(spec))})
        projected = cost(spec, scorer, data)
        report = facts.document("cost_projection", "cost.json", projected, "Cost projection", "staging")
        facts.report("staging", "automation", [result("cost.per_month", projected["perMonth"], "EUR"), result("cost.per_day", projected["perDay"], "EUR"),
                                               result("cost.per_1000_predictions", projected["per1000Predictions"], "EUR")], report)
        name = facts.attach("image_provenance", self.image_signature, "Provenance of the image description", "staging")
        statement = digests.verified(self.image_signature.read_bytes(), self.signer.public)
        equal = statement["subject"][0]["digest"]["sha256"] == digests.file_sha(self.out / "image.json")[7:]
        facts.report("staging", "automation", [result("provenance/container_image", equal, signer=digests.SIGNER, level=2)], name)

    def serve(self, model: str) -> None:
        """Readiness, drills, canaries and the archive checks of one model, on its real server."""
        specs = [s for s in self.specs if s["model"] == model]
        columns = sorted({c for s in specs for c in features.sources(s["features"])})
        self.canaries: dict[str, dict] = {}
        server = replay.Server(model, self.out / model, HERE / "serving" / f"{model}.json")
        try:
            for spec in specs:
                self._serve_version(server, spec, columns)
            for spec in specs:
                if spec["story"]["stage"] == "archived" and not self.quick:
                    self._archive(server, spec, columns)
        finally:
            server.stop()

    def _serve_version(self, server, spec, columns) -> None:
        facts, measured, label = self.facts[spec["model"], spec["label"]], self.measured[spec["model"], spec["label"]], spec["label"]
        if spec["story"]["stage"] == "dev":
            facts.canary, facts.drills = None, []
            return
        batches, baseline = replay.Batches(spec, columns, measured["scorer"]), spec["story"]["baseline"] or "fallback"
        ready = replay.readiness(server, label, measured["scorer"], batches)
        name = facts.document("readiness_checklist", "readiness.json", ready, "Operational readiness", "staging")
        facts.report("staging", "platform_team", [result("ops.readiness_confirmed", ready["confirmed"])], name)
        kinds = ["canary", "full"] if spec["story"]["canary"] else ["canary"]
        facts.drills = [self._sealed(replay.drill(server, kind, label, baseline, batches), spec) for kind in kinds]
        facts.document("drill_report", "drills.json", facts.drills, "Rollback drills", "staging")
        facts.canary = None
        wanted = spec["story"]["canary"] and (not self.quick or spec["model"] == "property-valuation" and label in ("3", "4"))
        if wanted:
            facts.canary = self._canary(server, spec, facts, measured, batches, baseline)

    def _sealed(self, drill: dict, spec: dict) -> dict:
        return {**drill, "config": digests.file_sha(HERE / "serving" / f"{spec['model']}.json"),
                "actuator": digests.file_sha(HERE / "serving" / "actuator.json"), "runtime": self.image}

    def _canary(self, server, spec, facts, measured, batches, baseline) -> dict:
        high = TAGS[spec["model"]]["risk_tier"] == "high"
        size = "quick" if self.quick else "high" if high else "other"
        reference = measured["scorer"].score(measured["data"].part("train"))
        canary = replay.Canary(spec, server, baseline, batches, self.guardrail_set, high, size, reference[np.isfinite(reference)])
        outcome = canary.run()
        report = render.canary_report(spec, outcome, high)
        head = ["tick"] + [f"{r.id}.{c}" for r in canary.rails for c in ("canary", "baseline", "n", "statistic")]
        for number, window in enumerate(outcome["windows"], 1):
            path = facts.folder / f"samples_{number}.json"
            path.write_text(json.dumps({"columns": head, "rows": window.pop("ticks")}, separators=(",", ":")) + "\n")
            window["samples"] = facts.relative(path)
        if outcome["breach"]:
            outcome["breach"]["samples"] = outcome["windows"][-1]["samples"]
            facts.document("rollback_record", "rollback_record.json", outcome["breach"], "Rollback record of the canary", "canary")
        facts.text("canary_report", "canary_report.md", report, "Canary report", "canary")
        say(f"  canary {spec['model']} {spec['label']}: {outcome['predictions']} predictions"
            + (f", rolled back by {outcome['breach']['guardrail']}" if outcome["breach"] else "")
            + (f", held {sum(s['why'] == 'hold' for s in outcome['steps'])} times" if any(s["why"] == "hold" for s in outcome["steps"]) else ""))
        return outcome

    def _archive(self, server, spec, columns) -> None:
        """Drained, kept and readable: what has to hold before a version is archived."""
        facts, measured, label = self.facts[spec["model"], spec["label"]], self.measured[spec["model"], spec["label"]], spec["label"]
        successor = next(s["label"] for s in self.specs if s["model"] == spec["model"] and s["story"]["baseline"] == label)
        batches = replay.Batches(spec, columns, measured["scorer"])
        drained = replay.drained(server, label, successor, batches)
        packed = Path(shutil.make_archive(str(self.work / f"{spec['model']}-{label}"), "zip", facts.folder / "artifact"))
        shutil.unpack_archive(packed, self.work / "restored" / spec["model"] / label)
        restored = self.work / "restored" / spec["model"] / label
        again, held_out = digests.oms(restored), measured["data"].part("regression")
        same = bool(np.array_equal(Scorer.load(restored / "model.json").score(held_out), measured["scorer"].score(held_out)))
        manifest = {"model": spec["model"], "version": label, "retention": "10 years after the end of use", "readBack": "packed, unpacked, digest and scores compared",
                    "artifact": again["sha"], "digestMatches": again["sha"] == facts.artifact["sha"], "scoresMatch": same, "drained": drained,
                    "files": [{"name": p.relative_to(facts.folder).as_posix(), "sha": digests.file_sha(p), "bytes": p.stat().st_size}
                              for p in sorted(facts.folder.rglob("*")) if p.is_file() and p.name != "version.json"]}
        name = facts.document("archive_manifest", "archive_manifest.json", manifest, "Archive manifest", "archive")
        facts.report("archive", "watch_agent", [result("serving.drained_or_superseded", drained["drained"])], name)
        facts.report("archive", "automation", [result("archive.retention_verified", manifest["digestMatches"] and same)], name)

    def model_file(self, model: str) -> None:
        serving = json.loads((HERE / "serving" / f"{model}.json").read_text())
        source = datasets.load(model)
        for name in (f"{model}.json", "actuator.json"):
            (self.out / "serving").mkdir(exist_ok=True)
            shutil.copy(HERE / "serving" / name, self.out / "serving" / name)
        dump(self.out / model / "model.json", {
            "name": model, "title": render.TITLES[model], "ownerRole": "ml_engineer", "tags": TAGS[model],
            "described": {"intended_use": render.INTENDED[model], "limitations": " ".join(render.LIMITS[model]),
                          "training_data": source.notes, "retention_policy": "10 years after the end of use"},
            "budget": {"cost.monthly_budget": BUDGET[model], "currency": "EUR"},
            "serving": {"endpoint": serving["endpoint"], "region": serving["region"], "capacity": serving["capacity"], "fallback": serving["fallback"],
                        "config": digests.file_sha(HERE / "serving" / f"{model}.json"), "configFile": f"serving/{model}.json",
                        "actuator": digests.file_sha(HERE / "serving" / "actuator.json"), "actuatorFile": "serving/actuator.json", "runtime": self.image},
            "source": {"registry": "mlflow", "name": model}, "versions": [s["label"] for s in self.specs if s["model"] == model]})

    def finish(self, sources: dict) -> None:
        for spec in self.specs:
            facts = self.facts[spec["model"], spec["label"]]
            facts.write(sources.get((spec["model"], spec["label"])), facts.canary, facts.drills)
        for model in MODELS:
            self.model_file(model)
        dump(self.out / "index.json", {
            "format": "countersign-example-facts/1", "createdAt": replay.utc_now(), "quick": self.quick, "image": self.image, "imageFile": "image.json",
            "signers": [{"name": digests.SIGNER, "purposes": ["artifact", "provenance"], "algorithm": "ed25519", "key": self.signer.public}],
            "registry": {"kind": "mlflow", "name": "mlflow", "version": _installed("mlflow")},
            "models": [{"name": m, "file": f"{m}/model.json",
                        "versions": [{"label": s["label"], "file": f"{m}/{s['label']}/version.json", "stage": s["story"]["stage"]} for s in self.specs if s["model"] == m]}
                       for m in MODELS]})


def _installed(package: str) -> str:
    from importlib.metadata import version

    return version(package)


def runs_of(pipeline: Pipeline, registry, sources: dict) -> dict:
    """Logs both training runs of every version; the first one is registered."""
    out = {}
    for spec in pipeline.specs:
        runs = []
        for number, run in enumerate(("run-a", "run-b")):
            folder = pipeline.work / run / spec["model"] / spec["label"]
            measured = json.loads((folder / "run.json").read_text())
            logged = registry.log(spec, measured["metrics"], folder / "artifact", spec["seed"], number == 0) if registry else {"run": f"{run}-{spec['model']}-{spec['label']}", "version": spec["label"]}
            if number == 0:
                sources[spec["model"], spec["label"]] = {"registry": "mlflow", "name": spec["model"], "version": logged["version"], "run": logged["run"]} if registry else None
            runs.append({"run": logged["run"], "sha": digests.oms(folder / "artifact")["sha"], "metrics": measured["metrics"]})
        out[spec["model"], spec["label"]] = runs
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True, help="folder for the facts; replaced when the run succeeds")
    parser.add_argument("--quick", action="store_true", help="no MLflow, two short canaries")
    options = parser.parse_args()
    warnings.filterwarnings("ignore")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the servers end with the pipeline
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="example-pipeline-") as name:
        work = Path(name)
        (work / "facts").mkdir()
        pipeline, registry, sources = Pipeline(work / "facts", work, options.quick), None, {}
        try:
            if not options.quick:
                from example.registry import Registry

                registry = Registry(work / "mlflow")
            say("training every version twice")
            train_twice(pipeline.specs, work)
            if registry:
                say("logging to the MLflow server")
                registry.wait()
            runs = runs_of(pipeline, registry, sources)
        finally:
            if registry:
                registry.stop()
        os.chdir(work)
        pipeline.prepare()
        for spec in pipeline.specs:
            say(f"measuring {spec['model']} {spec['label']}")
            pipeline.develop(spec, runs[spec["model"], spec["label"]])
        for model in MODELS:
            say(f"serving {model}")
            pipeline.serve(model)
        pipeline.finish(sources)
        os.chdir(HERE)
        out = options.out.resolve()
        if out.exists():
            if not (out / "index.json").exists():
                raise SystemExit(f"{out} exists and holds no facts: not replaced")
            shutil.rmtree(out)
        shutil.copytree(work / "facts", out)
    say(f"done in {time.monotonic() - started:.0f} s: {out}")


if __name__ == "__main__":
    main()
