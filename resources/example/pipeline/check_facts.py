#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the facts against the shipped policies: every check leaf of every gate that a version has to pass.

    python check_facts.py [FACTS_DIR]      exit 0 when each version passes (or fails) as its story says

Needs the standard library only. Approvals, soak, findings and what the ledger derives are not facts of
the pipeline and are left out. A leaf listed as an expected failure must fail: a refusal has to be real.
"""
from __future__ import annotations

import hashlib
import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
POLICIES = HERE.parent.parent / "policies"
DECIMAL = re.compile(r"^-?\d+(\.\d+)?(e[+-]\d{1,3})?$")
NOT_FACTS = {"soak", "findings_clear", "derived_fact"}
GATES = {"dev": ["g.dev-to-staging"], "staging": ["g.dev-to-staging", "g.staging-to-canary"],
         "canary": ["g.dev-to-staging", "g.staging-to-canary", "g.canary-to-production"]}
GATES["production"] = GATES["retired"] = GATES["canary"]
GATES["archived"] = GATES["canary"] + ["g.production-to-archived"]
PHASE = {"g.dev-to-staging": "dev", "g.staging-to-canary": "staging", "g.canary-to-production": "canary", "g.production-to-archived": "archive"}
OPS = {"ge": lambda a, b: a >= b, "le": lambda a, b: a <= b, "gt": lambda a, b: a > b, "lt": lambda a, b: a < b}


class Facts:
    """One version with its model and all versions of the model."""

    def __init__(self, version: dict, model: dict, siblings: dict, policy: dict, gate: str):
        self.version, self.model, self.siblings, self.policy, self.gate = version, model, siblings, policy, gate

    def results(self, name: str, producers: list | None, phase: str | None = None) -> list:
        return [(report, r) for report in self.version["results"] if (not producers or report["producer"] in producers) and (phase in (None, report["phase"]))
                for r in report["results"] if r["name"] == name]

    def holds(self, when: dict) -> bool:
        if "all" in when:
            return all(self.holds(w) for w in when["all"])
        if "any" in when:
            return any(self.holds(w) for w in when["any"])
        if "fact" in when:
            return (self.version["story"]["baseline"] is not None) == when["equals"]
        definition = self.policy["tags"][when["tag"]]
        value = self.model["tags"].get(when["tag"], definition["assumeIfMissing"])
        if when["op"] == "eq":
            return value == when["value"]
        return OPS[when["op"]](definition["values"].index(value), definition["values"].index(when["value"]))

    def leaves(self, node: dict):
        """Check leaves that apply, with a few approvals and derived leaves left out."""
        for child in node.get("all", []) + node.get("any", []):
            yield from self.leaves(child)
        if "when" in node:
            branch = node.get("then") if self.holds(node["when"]) else node.get("else")
            if branch:
                yield from self.leaves(branch)
        elif "check" in node and node["check"]["kind"] not in NOT_FACTS:
            yield node

    def passes(self, leaf: dict) -> bool:
        return getattr(self, "_" + leaf["check"]["kind"])(leaf["check"], leaf.get("producers"))

    def _boolean(self, check, producers):
        found = self.results(check["signal"], producers)
        return bool(found) and found[-1][1]["value"] is check["expected"]

    def _evidence_present(self, check, _):
        return sum(e["kind"] == check["evidenceKind"] for e in self.version["evidence"]) >= check["minCount"]

    def _metadata_complete(self, check, _):
        v, m = self.version, self.model
        known = {"training_data_version": v["data"]["version"], "training_pipeline_version": v["pipeline"]["version"], "code_revision": v["code"],
                 "artifact_digest": v["artifact"]["sha"], "container_digest": v["image"], "owner_role": m["ownerRole"], "intended_use": m["described"]["intended_use"],
                 "serving_endpoint": m["serving"]["endpoint"], "serving_region": m["serving"]["region"], "serving_capacity": m["serving"]["capacity"],
                 **{k: str(t) for k, t in m["tags"].items()}}
        return all(known.get(f) for f in check["fields"])

    def _data_contract(self, check, producers):
        order = ["info", "warning", "error"]
        found = [r for report in self.version["results"] if report["producer"] in producers for r in report["results"] if r["name"].startswith("contract/")]
        bad = [r for r in found if order.index(r["slice"]) >= order.index(check["minSeverity"]) and float(r["value"]) > check["maxViolations"]]
        return bool(found) and not bad and all(r["n"] is not None for r in found)

    def _ml_test_score(self, check, producers):
        for report in self.version["results"]:
            rows = {r["name"].split("/")[1]: float(r["value"]) for r in report["results"] if r["name"].startswith(check["rubric"] + "/")}
            if rows and report["producer"] in producers:
                sums = [sum(v for k, v in rows.items() if k.startswith(s + "-")) for s in ("data", "model", "infra", "monitor")]
                return len(rows) == 28 and min(sums) >= check["minScore"] and all(rows.get(t, 0) > 0 for t in check.get("requiredTests", []))
        return False

    def _values(self, check, producers):
        found = [r for _, r in self.results(check["metric"], producers) if check.get("dataset") in (None, (r["dataset"] or {}).get("name"))]
        found = [r for r in found if r["unit"] == check["unit"]]
        if check.get("slice") == "*":
            return [r for r in found if r["slice"]] if sum(bool(r["slice"]) for r in found) >= check["minSlices"] else []
        return [r for r in found if r["slice"] is None][-1:]

    def _metric_threshold(self, check, producers):
        found = self._values(check, producers)
        return bool(found) and all(OPS[check["op"]](float(r["value"]), check["value"]) for r in found)

    def _metric_vs_baseline(self, check, producers):
        mine = self._values(check, producers)
        other = Facts(self.siblings[self.version["story"]["baseline"]], self.model, self.siblings, self.policy, self.gate)._values(check, producers)
        if not mine or not other or mine[0]["dataset"]["sha"] != other[0]["dataset"]["sha"]:
            return False
        base = float(other[0]["value"])
        return float(mine[0]["value"]) >= base - check["allowedDegradation"]["value"] * max(abs(base), check["baselineFloor"])

    def _reproducibility(self, check, producers):
        for wanted in check["metrics"]:
            found = self.results(wanted["metric"], producers)
            values, inputs = [float(r["value"]) for _, r in found], {json.dumps(p["inputs"], sort_keys=True) for p, _ in found}
            limit = wanted["tolerance"]["value"]
            if wanted["tolerance"]["mode"] == "relative":
                limit *= max(abs(sorted(values)[len(values) // 2]), wanted["floor"])
            if len({p["run"] for p, _ in found}) < check["minRuns"] or len(inputs) != 1 or max(values) - min(values) > limit:
                return False
        return True

    def _provenance(self, check, producers):
        found = self.results("provenance/" + check["artifact"], producers, PHASE[self.gate])
        return bool(found) and found[-1][1]["value"] is True and bool(found[-1][1]["signer"]) and (found[-1][1]["level"] or 0) >= check.get("minSlsaBuildLevel", 0)

    def _cost_budget(self, check, producers):
        found = self.results("cost." + check["period"], producers)
        if not found or found[-1][1]["unit"] != check["currency"] or float(found[-1][1]["value"]) > float(self.model["budget"][check["limit"]["metadata"]]):
            return False
        baseline = self.version["story"]["baseline"]
        if baseline is None:
            return True
        other = [float(r["value"]) for p in self.siblings[baseline]["results"] for r in p["results"] if r["name"] == "cost." + check["period"]]
        return float(found[-1][1]["value"]) <= other[-1] * (1 + check["maxIncreaseVsProduction"])

    def _guardrails_clean(self, check, _):
        canary = self.version["canary"]
        if not canary or canary["breach"]:
            return False
        wanted = self.policy["guardrailSets"][check["guardrailSet"]]
        ids = {g["id"] for g in wanted["guardrails"] if "appliesWhen" not in g or self.holds(g["appliesWhen"])}
        totals = {i: [0, 0, 0] for i in ids}
        per_step: dict = {}
        for window in canary["windows"]:
            per_step[float(window["percent"])] = per_step.get(float(window["percent"]), 0) + window["predictions"]
            if {g["id"] for g in window["guardrails"]} != ids:
                return False
            for g in window["guardrails"]:
                totals[g["id"]] = [a + b for a, b in zip(totals[g["id"]], (g["scheduled"], g["usable"], g["verdict"] == "breached"))]
        done = all(per_step.get(step["trafficPercent"], 0) >= step["minSamples"] for step in wanted["ramp"])
        return done and all(s > 0 and u / s >= check["minCoverage"] and not b for s, u, b in totals.values())

    def _sample_size(self, check, _):
        windows = (self.version["canary"] or {"windows": []})["windows"]
        return sum(w["predictions"] for w in windows if float(w["percent"]) >= check["minTrafficPercent"]) >= check["minCount"]

    def _rollback_drill(self, check, _):
        target = "fallback" if check["restores"] == "fallback" else self.version["story"]["baseline"]
        serving = self.model["serving"]
        return any(d["passed"] and d["route"] == check["route"] and d["restored"] == target and d["durationMs"] <= 1000 * check["maxDurationSeconds"]
                   and (d["config"], d["actuator"], d["runtime"]) == (serving["config"], serving["actuator"], serving["runtime"]) for d in self.version["drills"])


def shape_problems(root: Path, version: dict, units: set) -> list[str]:
    """What a reader of version.json relies on: files, decimals, units, digests."""
    out = [f"no such file {e['file']}" for e in version["evidence"] if not (root / e["file"]).is_file()]
    for report in version["results"]:
        if report["evidence"] and report["evidence"] not in {e["file"] for e in version["evidence"]}:
            out.append(f"report refers to {report['evidence']}, which is not evidence of this version")
        for r in report["results"]:
            if not isinstance(r["value"], bool) and not (isinstance(r["value"], str) and len(r["value"]) <= 40 and DECIMAL.match(r["value"])):
                out.append(f"{r['name']}: {r['value']!r} is no decimal string")
            if r["unit"] is not None and r["unit"] not in units | {"EUR"}:
                out.append(f"{r['name']}: unknown unit {r['unit']!r}")
    files = sorted((p for p in (root / version["artifactFolder"]).rglob("*") if p.is_file()), key=lambda p: p.name)
    if "sha256:" + hashlib.sha256(b"".join(hashlib.sha256(p.read_bytes()).digest() for p in files)).hexdigest() != version["artifact"]["sha"]:
        out.append("artifact digest does not match the files")
    return out


def check(root: Path) -> list[str]:
    """All problems of a facts folder."""
    problems = []
    units = set(json.loads((POLICIES / "gate-policy.schema.json").read_text())["$defs"]["unit"]["enum"])
    index = json.loads((root / "index.json").read_text())
    for entry in index["models"]:
        model = json.loads((root / entry["file"]).read_text())
        versions = {v["label"]: json.loads((root / v["file"]).read_text()) for v in entry["versions"]}
        for label, version in versions.items():
            where = f"{entry['name']} {label}"
            problems += [f"{where}: {p}" for p in shape_problems(root, version, units)]
            for file in ("default-policy.json", "small-team-policy.json"):
                problems += [f"{where} ({file}): {p}" for p in gate_problems(version, model, versions, json.loads((POLICIES / file).read_text()), file, index["quick"])]
    return problems


def was_held(version: dict) -> bool:
    """A guardrail fired without calling for a rollback: an honest answer for a version that is still in its
    canary, but not a clean ramp."""
    canary = version["canary"] or {"windows": [], "breach": None}
    return not canary["breach"] and any(g["verdict"] == "breached" for w in canary["windows"] for g in w["guardrails"])


def gate_problems(version, model, versions, policy, file, quick) -> list[str]:
    story, out = version["story"], []
    expected = set(story.get("expectedFailures", []))
    stage = "canary" if story["canary"] and story["stage"] == "staging" else story["stage"]
    for gate in GATES[stage]:
        if quick and PHASE[gate] in ("canary", "archive"):
            continue
        facts = Facts(version, model, versions, policy, gate)
        for leaf in facts.leaves(policy["gates"][gate]["require"]):
            held = facts.passes(leaf)
            wanted = not any(leaf["id"] == e or leaf["id"].startswith(e + ".") for e in expected)
            if story.get("expectedBreach") and leaf["check"]["kind"] in ("guardrails_clean", "sample_size"):
                wanted = False
            if leaf["check"]["kind"] == "guardrails_clean" and story["stage"] == "canary" and was_held(version):
                continue
            if held != wanted:
                out.append(f"{leaf['id']} {'fails' if wanted else 'holds, but its story says that it fails'}")
    if story.get("expectedBreach") and (version["canary"] or {}).get("breach", {}).get("guardrail") != story["expectedBreach"]:
        out.append(f"no breach of {story['expectedBreach']}")
    return out


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "facts"
    found = check(folder)
    print("\n".join(found) or f"{folder}: all facts hold")
    sys.exit(bool(found))
