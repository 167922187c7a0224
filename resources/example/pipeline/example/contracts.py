# SPDX-License-Identifier: GPL-3.0-or-later
"""Data contracts: what the raw table must look like. A violation is a row (or a column) that breaks a rule.

Severity `error` stops a promotion; `warning` is reported and looked at.
"""
from __future__ import annotations

import numpy as np

from . import datasets, features

# column -> (lowest, highest) plausible value
RANGES = {
    "mortgage-approval": {"hrat": (0, 100), "obrat": (0, 100), "loanprc": (0, 3), "pubrec": (0, 1), "chist": (0, 1),
                          "unver": (0, 1), "gdlin": (0, 1), "mortlat1": (0, 1), "mortlat2": (0, 1), "unem": (0, 30),
                          "appinc": (0, 2000), "loanamt": (1, 2000), "netw": (-10000, 50000), "mortg": (1, 4),
                          "cons": (1, 6), "self": (0, 1), "cosign": (0, 1), "inss": (0, 1), "multi": (0, 1),
                          "approve": (0, 1)},
    "property-valuation": {"area": (300, 10000), "land": (500, 1000000), "rooms": (1, 20), "baths": (1, 10),
                           "age": (0, 300), "y81": (0, 1), "dist": (100, 100000), "cbd": (100, 100000),
                           "nearinc": (0, 1), "nbh": (0, 10), "lprice": (8, 15)},
    "savings-offer": {"inc": (0, 500), "age": (18, 100), "fsize": (1, 20), "marr": (0, 1), "nettfa": (-2000, 5000),
                      "e401k": (0, 1), "pira": (0, 1)},
}
PROTECTED = {"mortgage-approval": {"black", "hispan", "white", "male", "married", "dep", "old"},
             "property-valuation": set(), "savings-offer": {"male"}}
UNIQUE_SHARE = 0.05


def check(spec: dict) -> list[dict]:
    """One row per contract and severity: {contract, severity, violations, rows, detail}."""
    data = datasets.load(spec["model"])
    used = features.sources(spec["features"]) + [data.target]
    frame = data.frame[used]
    limits = RANGES[spec["model"]]
    out_of_range = sum(int(((frame[c] < limits[c][0]) | (frame[c] > limits[c][1])).sum()) for c in used)
    missing = int(frame[[c for c in used if c != data.target]].isna().any(axis=1).sum())
    leak = sorted(PROTECTED[spec["model"]] & set(used))
    matrix = features.from_frame(data.part("train"), spec["features"])
    not_finite = int(np.isinf(matrix).any(axis=1).sum())
    overlap = len(set(data.part("train").index) & set(data.part("regression").index))
    n = len(frame)
    rows = [
        ("columns-and-types", "error", sum(c not in limits for c in used), len(used), "every column used is declared and numeric"),
        ("value-ranges", "error", out_of_range, n, "every value inside its declared range"),
        ("target-present", "error", int(frame[data.target].isna().sum()), n, "no row without a target"),
        ("no-protected-inputs", "error", len(leak), len(used), "no protected characteristic is an input: " + (", ".join(leak) or "none used")),
        ("split-disjoint", "error", overlap, n, "no row is in training and in the regression set"),
        ("completeness", "warning", missing, n, "rows with a missing input (filled with the training median)"),
        ("features-finite", "warning", not_finite, len(data.part("train")), "training rows with a feature that is not finite"),
    ]
    return [dict(zip(("contract", "severity", "violations", "rows", "detail"), row)) for row in rows]
