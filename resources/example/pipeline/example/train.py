# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains versions from their specifications. Each reproducibility run is a process of its own:
`python -m example.train OUTPUT_DIR SPEC...` writes OUTPUT_DIR/MODEL/LABEL/{artifact/,run.json}."""
from __future__ import annotations

import json
import os
import platform
import sys
import time
from pathlib import Path

import numpy as np
from sklearn.ensemble import (GradientBoostingClassifier, GradientBoostingRegressor, RandomForestClassifier,
                              RandomForestRegressor)
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.preprocessing import StandardScaler

from . import datasets, evaluate, features, scorer

ESTIMATORS = {
    "logistic": LogisticRegression, "ridge": Ridge,
    "boosting-classifier": GradientBoostingClassifier, "boosting-regressor": GradientBoostingRegressor,
    "forest-classifier": RandomForestClassifier, "forest-regressor": RandomForestRegressor,
}


def training_rows(spec: dict, frame):
    """Rows that may be learned from. `drop_not_finite` repeats what the specification asks for."""
    if not spec.get("drop_not_finite"):
        return frame
    return frame[np.isfinite(features.from_frame(frame, spec["features"])).all(axis=1)]


def fit(spec: dict, frame, target: str) -> dict:
    """Fits the estimator and returns the served document."""
    frame = training_rows(spec, frame)
    names = spec["features"]
    x = features.from_frame(frame, names)
    fill = np.nanmedian(x, axis=0)
    x = np.where(np.isnan(x), fill, x)
    y = frame[target].to_numpy(float)
    params = dict(spec["params"])
    if "boosting" in spec["algorithm"] or "forest" in spec["algorithm"]:
        params["random_state"] = spec["seed"]
    model = ESTIMATORS[spec["algorithm"]](**params)
    if spec["algorithm"] in ("logistic", "ridge"):
        scale = StandardScaler().fit(x)
        model.fit(scale.transform(x), y if spec["algorithm"] == "ridge" else y.astype(int))
        coef = np.ravel(model.coef_) / scale.scale_
        intercept = float(np.ravel(model.intercept_)[0] - (coef * scale.mean_).sum())
        return scorer.export_linear(names, fill, coef, intercept, "identity" if spec["algorithm"] == "ridge" else "logit")
    model.fit(x, y)
    if spec["algorithm"] == "boosting-classifier":
        base = float(np.log(y.mean() / (1 - y.mean())))
        return scorer.export_trees(names, fill, [t[0].tree_ for t in model.estimators_], base,
                                   model.learning_rate, "logit", lambda v: v[0][0])
    if spec["algorithm"] == "boosting-regressor":
        return scorer.export_trees(names, fill, [t[0].tree_ for t in model.estimators_], float(y.mean()),
                                   model.learning_rate, "identity", lambda v: v[0][0])
    share = (lambda v: v[0][1] / v[0].sum()) if spec["algorithm"] == "forest-classifier" else (lambda v: v[0][0])
    return scorer.export_trees(names, fill, [t.tree_ for t in model.estimators_], 0.0,
                               1 / len(model.estimators_), "identity", share)


def train(spec: dict) -> tuple[dict, dict]:
    """Trains on the training part and measures the regression set. Returns (document, metrics)."""
    data = datasets.load(spec["model"])
    document = fit(spec, data.part("train"), data.target)
    held_out = data.part("regression")
    metrics = evaluate.metrics(data.task, held_out[data.target].to_numpy(float),
                               scorer.Scorer(document).score(held_out), spec.get("threshold"))
    return document, metrics


def write(spec: dict, out: Path) -> dict:
    """Writes OUT/artifact/{model,features}.json and OUT/run.json."""
    started = time.monotonic()
    artifact = out / "artifact"
    artifact.mkdir(parents=True, exist_ok=True)
    document, metrics = train(spec)
    (artifact / "model.json").write_text(json.dumps(document, separators=(",", ":"), sort_keys=True) + "\n")
    names = sorted(spec["features"])
    (artifact / "features.json").write_text(json.dumps(
        [{"name": n, "version": features.FEATURES[n][0], "columns": features.FEATURES[n][1]} for n in names],
        indent=1) + "\n")
    run = {"metrics": metrics, "seed": spec["seed"], "seconds": round(time.monotonic() - started, 3),
           "process": os.getpid(), "python": platform.python_version()}
    (out / "run.json").write_text(json.dumps(run, indent=1) + "\n")
    return run


def main() -> None:
    out = Path(sys.argv[1])
    for path in sys.argv[2:]:
        spec = json.loads(Path(path).read_text())
        write(spec, out / spec["model"] / spec["label"])


if __name__ == "__main__":
    main()
