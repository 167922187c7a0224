# SPDX-License-Identifier: GPL-3.0-or-later
"""ML Test Score sheet, rubric of 2017: 28 tests, 0.5 by hand, 1 automatic and repeated; score = least section sum.

The sheet describes this pipeline as it is; every full point names the code that runs the test.
"""
from __future__ import annotations

# (test, points, how). Points that depend on the version are functions of its specification.
SHEET = [
    ("data-1", 1, "Feature expectations are a schema: example/contracts.py value-ranges, each run"),
    ("data-2", 1, "Features are beneficial: model_tests compares with the best single feature"),
    ("data-3", 0.5, "Cost of features is small and was looked at by hand: all come from one table"),
    ("data-4", 1, "Features adhere to requirements: contract no-protected-inputs, each run"),
    ("data-5", 0.5, "Privacy: public data without names, checked by hand"),
    ("data-6", 0.5, "A new feature takes minutes: one line in example/features.py, shown by the versions"),
    ("data-7", lambda s: 1 if s["suite"] >= 2 or s["model"] != "property-valuation" else 0.5,
     "Feature code is tested: model_tests and contract features-finite (property-valuation: boundary case since suite 2)"),
    ("model-1", 0.5, "Specifications are files under version control, reviewed by hand"),
    ("model-2", 0.5, "Offline and online metrics compared by hand: canary report against evaluation report"),
    ("model-3", 0.5, "Hyper-parameters were tried by hand"),
    ("model-4", 0, "Impact of staleness: not known, the tables have no later rows"),
    ("model-5", 1, "A simpler model is not better: every version is compared with its predecessor by the gate"),
    ("model-6", 1, "Quality on slices: example/evaluate.py fairness, each run"),
    ("model-7", 1, "Inclusion: worst gap over protected groups has a limit in the gate"),
    ("infra-1", 1, "Training is reproducible: two processes, compared byte for byte"),
    ("infra-2", 1, "Model code is unit tested: model_tests"),
    ("infra-3", 1, "The pipeline is tested end to end: tests/interop/test_pipeline.py"),
    ("infra-4", 1, "Quality is validated before serving: the gate to staging"),
    ("infra-5", 0.5, "Debuggable by hand: the artifact is readable JSON"),
    ("infra-6", 1, "Canaried before serving: example/replay.py"),
    ("infra-7", 1, "Can be rolled back: drills before each exposure, example/replay.py"),
    ("monitor-1", 0.5, "Dependency changes: pinned, looked at by hand"),
    ("monitor-2", 1, "Data invariants hold in serving: invalid-output guardrail"),
    ("monitor-3", 1, "Training and serving compute the same: readiness compares served with offline answers"),
    ("monitor-4", 0, "Model age is not watched"),
    ("monitor-5", lambda s: 1 if s["suite"] >= 2 or s["model"] != "property-valuation" else 0.5,
     "Numerically stable: safety sweep missing, extremes (property-valuation: new-build since suite 2)"),
    ("monitor-6", 1, "Speed is watched: slow-requests and latency-p99 guardrails"),
    ("monitor-7", 0.5, "Prediction quality on served data: business-kpi guardrail during the canary only"),
]


def sheet(spec: dict) -> list[dict]:
    return [{"test": test, "points": points(spec) if callable(points) else points, "how": how} for test, points, how in SHEET]


def score(rows: list[dict]) -> float:
    sections = {}
    for row in rows:
        name = row["test"].split("-")[0]
        sections[name] = sections.get(name, 0) + row["points"]
    return min(sections.values())
