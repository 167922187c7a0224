# SPDX-License-Identifier: GPL-3.0-or-later
"""Shapes what was measured into version.json: the registration, evidence and signed results of a version."""
from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from . import PIPELINE_NAME, PIPELINE_VERSION, contracts, digests, features, mlts

MEDIA = {".md": "text/markdown", ".json": "application/json", ".csv": "text/csv", ".xml": "application/xml",
         ".png": "image/png", ".pdf": "application/pdf", ".sarif": "application/sarif+json", ".intoto": "application/vnd.dsse.envelope+json"}


def dec(value: float) -> str:
    """Decimal string of at most 40 characters."""
    text = f"{float(value):.10g}"
    return "0" if text == "-0" else text


def result(name, value, unit=None, *, dataset=None, slice_=None, n=None, low=None, high=None, signer=None, level=None) -> dict:
    value = value if isinstance(value, bool) else dec(value)
    return {"name": name, "value": value, "unit": unit, "dataset": dataset, "slice": slice_, "n": n,
            "low": None if low is None else dec(low), "high": None if high is None else dec(high), "signer": signer, "level": level}


def rows_per_line(document: dict) -> str:
    """JSON with one line per list element of the second level: short, and still readable in a diff."""
    def lines(value, depth):
        if depth and isinstance(value, list) and value:
            return "[\n" + ",\n".join("  " + row(item) for item in value) + "\n ]"
        return json.dumps(value)

    def row(item):
        inner = item.get("results") if isinstance(item, dict) else None
        if not inner:
            return json.dumps(item)
        head = json.dumps({k: v for k, v in item.items() if k != "results"})[:-1]
        return head + ', "results": [\n' + ",\n".join("    " + json.dumps(r) for r in inner) + "]}"

    return "{\n" + ",\n".join(f" {json.dumps(k)}: {lines(v, 1)}" for k, v in document.items()) + "\n}\n"


class VersionFacts:
    """Collects the files and results of one version; `write` puts version.json beside them."""

    def __init__(self, spec: dict, root: Path, data, artifact: dict, image: str, code: str):
        self.spec, self.root, self.data, self.artifact, self.image, self.code = spec, root, data, artifact, image, code
        self.folder = root / spec["model"] / spec["label"]
        self.folder.mkdir(parents=True, exist_ok=True)
        self.evidence: list[dict] = []
        self.results: list[dict] = []
        self.regression = {"name": "regression-set", "sha": data.sha("regression")}

    def relative(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    def attach(self, kind: str, path: Path, title: str, phase: str) -> str:
        """Lists a file (that exists) as evidence; returns its name for `report`."""
        self.evidence.append({"kind": kind, "media": MEDIA[path.suffix], "file": self.relative(path), "title": title, "phase": phase})
        return self.relative(path)

    def text(self, kind: str, filename: str, content: str, title: str, phase: str) -> str:
        path = self.folder / filename
        path.write_text(content)
        return self.attach(kind, path, title, phase)

    def document(self, kind: str, filename: str, content, title: str, phase: str) -> str:
        return self.text(kind, filename, json.dumps(content, indent=1) + "\n", title, phase)

    def report(self, phase: str, producer: str, results: list[dict], evidence: str | None = None, run: str | None = None, inputs: dict | None = None) -> None:
        self.results.append({"phase": phase, "producer": producer, "run": run, "inputs": inputs, "evidence": evidence, "results": results})

    def inputs(self) -> dict:
        return {"code": self.code, "data": f"{self.data.source}@{self.data.version}", "pipeline": f"{PIPELINE_NAME}@{PIPELINE_VERSION}",
                "image": self.image, "seed": str(self.spec["seed"])}

    def metrics(self, run: str, metrics: dict, interval, evidence: str) -> None:
        n = len(self.data.part("regression"))
        unit = {"eval.loss": "1"}
        rows = [result(k, v, unit.get(k, "1"), dataset=self.regression, n=n,
                       low=interval[0] if k == "eval.primary" else None, high=interval[1] if k == "eval.primary" else None)
                for k, v in sorted(metrics.items())]
        self.report("dev", "automation", rows, evidence, run, self.inputs())

    def contracts(self) -> None:
        found = contracts.check(self.spec)
        evidence = self.document("data_contract_report", "data_contracts.json", {"dataset": self.data.source, "sha": self.data.sha(), "contracts": found},
                                 "Data contracts", "dev")
        rows = [result("contract/" + c["contract"], c["violations"] if c["severity"] == severity else 0, "count", slice_=severity, n=c["rows"],
                       dataset={"name": self.data.source, "sha": self.data.sha()}) for c in found for severity in ("error", "warning")]
        self.report("dev", "automation", rows, evidence)

    def mlts(self) -> None:
        sheet = mlts.sheet(self.spec)
        out = io.StringIO()
        writer = csv.DictWriter(out, ["test", "points", "how"], lineterminator="\n")
        writer.writeheader()
        writer.writerows(sheet)
        evidence = self.text("ml_test_score", "ml_test_score.csv", out.getvalue(), f"ML Test Score sheet (2017), score {mlts.score(sheet):g}", "dev")
        self.report("dev", "automation", [result("mlts-2017/" + r["test"], r["points"], "score") for r in sheet], evidence)

    def provenance(self, phase: str, producer: str, artifact_folder: Path, signature: Path, public: str) -> None:
        """Recomputes the digest from the bytes now and checks the signature; both must hold."""
        again = digests.oms(artifact_folder)["sha"]
        statement = digests.verified(signature.read_bytes(), public)
        equal = again == self.artifact["sha"] and statement["subject"][0]["digest"]["sha256"] == again[7:]
        self.report(phase, producer, [result("provenance/model", equal, signer=digests.SIGNER)], self.relative(signature))

    def fairness(self, rows: list[dict], evidence: str, dataset: dict) -> None:
        self.report("staging", "automation", [result("fairness.worst_slice_gap", r["gap"], "1", slice_=r["slice"], n=r["n"], low=r["low"], high=r["high"], dataset=dataset)
                                              for r in rows], evidence)

    def write(self, source: dict | None, canary: dict | None, drills: list[dict]) -> dict:
        spec = self.spec
        document = {
            "label": spec["label"], "model": spec["model"], "change": spec["change"], "story": spec["story"],
            "artifact": {k: self.artifact[k] for k in ("method", "sha", "bytes")}, "artifactFolder": self.relative(self.folder / "artifact"),
            "image": self.image, "code": self.code,
            "data": {"name": self.data.source, "version": self.data.version, "sha": self.data.sha()},
            "pipeline": {"name": PIPELINE_NAME, "version": PIPELINE_VERSION}, "features": features.versions(spec["features"]),
            "source": source, "evidence": self.evidence, "results": self.results, "canary": canary, "drills": drills}
        (self.folder / "version.json").write_text(rows_per_line(document))
        return document
