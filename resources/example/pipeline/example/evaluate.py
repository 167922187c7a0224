# SPDX-License-Identifier: GPL-3.0-or-later
"""Evaluation metrics, intervals and fairness by group."""
from __future__ import annotations

import numpy as np
from sklearn.metrics import (brier_score_loss, log_loss, mean_absolute_error, precision_score, r2_score,
                             recall_score, roc_auc_score)
from sklearn.model_selection import KFold

from . import datasets, scorer

BOOTSTRAP_RUNS = 150
FAIRNESS_METHODS = {
    "mortgage-approval": "equal opportunity: absolute difference of the approval share among applications that "
                         "were approved, group against everybody else",
    "property-valuation": "valuation bias: absolute difference of the mean logarithmic error, group against everybody else",
    "savings-offer": "calibration: absolute difference of mean predicted and observed share within the group",
}


def primary(task: str, y, p) -> float:
    """ROC AUC for a classifier, R squared for a regression: higher is better in both cases."""
    return float(roc_auc_score(y, p) if task == "classification" else r2_score(y, p))


def metrics(task: str, y, p, threshold: float | None) -> dict[str, float]:
    if task == "classification":
        p = np.clip(p, 1e-6, 1 - 1e-6)
        yes = p >= threshold
        return {"eval.primary": primary(task, y, p), "eval.loss": float(log_loss(y, p)),
                "eval.brier": float(brier_score_loss(y, p)), "eval.accuracy": float((yes == (y == 1)).mean()),
                "eval.precision": float(precision_score(y, yes)), "eval.recall": float(recall_score(y, yes)),
                "eval.calibration_error": calibration_error(y, p)}
    error = p - y
    ratio = np.exp(error)
    return {"eval.primary": primary(task, y, p), "eval.loss": float(np.sqrt((error ** 2).mean())),
            "eval.mean_absolute_log_error": float(mean_absolute_error(y, p)),
            "eval.within_20_percent": float((np.abs(ratio - 1) <= 0.2).mean()),
            "eval.median_ratio": float(np.median(ratio))}


def calibration_error(y, p, bins: int = 10) -> float:
    edges = np.quantile(p, np.linspace(0, 1, bins + 1)[1:-1])
    place = np.searchsorted(edges, p)
    return float(sum(abs(p[place == b].mean() - y[place == b].mean()) * (place == b).mean()
                     for b in range(bins) if (place == b).any()))


def bootstrap(y, p, statistic, seed: int) -> tuple[float, float]:
    """Percentile interval, 95 %."""
    rng = np.random.default_rng(seed)
    values = []
    for _ in range(BOOTSTRAP_RUNS):
        pick = rng.integers(0, len(y), len(y))
        values.append(statistic(y[pick], p[pick]))
    return float(np.quantile(values, 0.025)), float(np.quantile(values, 0.975))


def fairness_rows(spec: dict) -> "datasets.pd.DataFrame":
    """Population of the fairness analysis. Suite 1 of property-valuation knew existing homes only."""
    frame = datasets.load(spec["model"]).frame
    if spec["model"] == "property-valuation" and spec["suite"] == 1:
        return frame[frame["age"] > 0]
    return frame


def out_of_fold(spec: dict, folds: int = 5):
    """Predictions for every row from a model that has not seen it: small groups need all rows."""
    from .train import fit

    data = datasets.load(spec["model"])
    frame = fairness_rows(spec)
    p = np.full(len(frame), np.nan)
    for seen, unseen in KFold(folds, shuffle=True, random_state=spec["seed"]).split(frame):
        p[unseen] = scorer.Scorer(fit(spec, frame.iloc[seen], data.target)).score(frame.iloc[unseen])
    return frame, frame[data.target].to_numpy(float), p


def gap(model: str, y, p, inside, threshold) -> float:
    """The fairness gap of one group, see FAIRNESS_METHODS."""
    if model == "mortgage-approval":
        yes, good = p >= threshold, y == 1
        return abs(float(yes[good & inside].mean() - yes[good & ~inside].mean()))
    if model == "property-valuation":
        error = p - y
        return abs(float(error[inside].mean() - error[~inside].mean()))
    return abs(float(p[inside].mean() - y[inside].mean()))


def fairness(spec: dict) -> list[dict]:
    """One row per slice: gap with its interval, number of rows, detail."""
    frame, y, p = out_of_fold(spec)
    data = datasets.load(spec["model"])
    rows = []
    groups = dict(data.groups)
    if spec["model"] == "property-valuation" and spec["suite"] >= 2:
        groups["building=new"], groups["building=existing"] = data.frame["age"] == 0, data.frame["age"] > 0
    for name, mask in groups.items():
        inside = mask.loc[frame.index].to_numpy(bool)
        if inside.sum() < 30:
            continue
        rng = np.random.default_rng(spec["seed"])
        values = []
        for _ in range(BOOTSTRAP_RUNS):
            pick = rng.integers(0, len(y), len(y))
            values.append(gap(spec["model"], y[pick], p[pick], inside[pick], spec.get("threshold")))
        rows.append({"slice": name, "n": int(inside.sum()), "positives": int(y[inside].sum()) if data.task == "classification" else None,
                     "gap": gap(spec["model"], y, p, inside, spec.get("threshold")),
                     "low": float(np.quantile(values, 0.025)), "high": float(np.quantile(values, 0.975))})
    return rows
