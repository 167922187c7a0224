# SPDX-License-Identifier: GPL-3.0-or-later
"""Safety sweep: what the model does with disturbed, missing, extreme and swapped inputs.

Every criterion was fixed before the sweep; the sweep meets its criteria when all of them hold.
Suite 2 adds the boundary case that the canary of property-valuation 3 uncovered.
"""
from __future__ import annotations

import numpy as np

from . import datasets, features

NOISE_RUNS = 20


def run(spec: dict, scorer) -> list[dict]:
    """One row per criterion: {id, title, value, limit, held, n}."""
    data = datasets.load(spec["model"])
    frame = data.part("regression")
    raw = features.raw_columns(frame, scorer.columns)
    base = scorer.score_matrix(scorer.matrix(raw))
    rng = np.random.default_rng(spec["seed"])
    yes = (lambda p: p >= spec["threshold"]) if spec.get("threshold") else None
    rows = [_noise(data, scorer, raw, base, rng, yes), _missing(data, scorer, raw, base, yes),
            _extremes(data, scorer, raw), _order(scorer, raw, base)]
    if spec["model"] == "mortgage-approval":
        rows += [_monotone(scorer, raw, base, "obrat", 10, -1), _monotone(scorer, raw, base, "loanprc", 0.1, -1)]
    if spec["model"] == "property-valuation":
        rows.append(_monotone(scorer, raw, base, "area", 200, 1))
        if spec["suite"] >= 2:
            rows.append(_new_build(scorer, raw))
    return rows


def _continuous(raw: dict) -> list[str]:
    return [c for c, v in raw.items() if len(np.unique(v[~np.isnan(v)])) > 10]


def _row(ident, title, value, limit, held, n):
    return {"id": ident, "title": title, "value": float(value), "limit": float(limit), "held": bool(held), "n": int(n)}


def _noise(data, scorer, raw, base, rng, yes):
    changed = []
    for _ in range(NOISE_RUNS):
        moved = dict(raw)
        for column in _continuous(raw):
            moved[column] = raw[column] * (1 + rng.normal(0, 0.02, len(raw[column])))
        p = scorer.score_matrix(scorer.matrix(moved))
        changed.append((yes(p) != yes(base)).mean() if yes else (np.abs(p - base) > 0.05).mean())
    limit = 0.05
    return _row("noise", "2 % measurement noise on every amount: share of decisions (or values by > 5 %) that change",
                np.mean(changed), limit, np.mean(changed) <= limit, NOISE_RUNS * len(base))


def _missing(data, scorer, raw, base, yes):
    worst, cases = 0.0, 0
    for column in raw:
        moved = dict(raw)
        moved[column] = np.full(len(base), np.nan)
        p = scorer.score_matrix(scorer.matrix(moved))
        worst, cases = max(worst, float((~np.isfinite(p)).mean())), cases + len(base)
    return _row("missing", "each input missing in turn: share of answers that are not a number", worst, 0, worst == 0, cases)


def _extremes(data, scorer, raw):
    from .contracts import RANGES

    bad, cases = 0, 0
    for column in raw:
        low, high = RANGES[data.model][column]
        low = max(low, float(np.nanmin(raw[column])))
        for value in (low, high):
            moved = dict(raw)
            moved[column] = np.full(len(raw[column]), float(value))
            p = scorer.score_matrix(scorer.matrix(moved))
            ok = np.isfinite(p) & ((p >= 0) & (p <= 1) if data.task == "classification" else (p > 5) & (p < 20))
            bad, cases = bad + int((~ok).sum()), cases + len(p)
    return _row("extremes", "inputs at the ends of the seen or declared range: answers outside the output domain", bad, 0, bad == 0, cases)


def _order(scorer, raw, base):
    turned = {c: v[::-1] for c, v in raw.items()}
    worst = np.abs(scorer.score_matrix(scorer.matrix(turned))[::-1] - base).max()
    return _row("batch", "answer depends on the row only, not on its batch: largest difference", worst, 1e-9, worst <= 1e-9, len(base))


def _monotone(scorer, raw, base, column, step, sign):
    if column not in raw:
        return _row("monotone-" + column, f"{column} is not an input", 0, 0, True, 0)
    moved = dict(raw)
    moved[column] = raw[column] + step
    p = scorer.score_matrix(scorer.matrix(moved))
    share = float((sign * (p - base) < -0.02).mean())
    word = "raises" if sign < 0 else "lowers"
    return _row("monotone-" + column, f"{column} + {step:g} {word} the answer by more than 0.02: share of rows", share, 0.05, share <= 0.05, len(base))


def _new_build(scorer, raw):
    moved = dict(raw)
    moved["age"] = np.zeros(len(raw["area"]))
    bad = int((~np.isfinite(scorer.score_matrix(scorer.matrix(moved)))).sum())
    return _row("new-build", "age 0 (new build): answers that are not a number", bad, 0, bad == 0, len(raw["area"]))
