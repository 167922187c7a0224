# SPDX-License-Identifier: GPL-3.0-or-later
"""The served form of a model: plain JSON (no pickle, so loading it can run nothing) and numpy.

`model.json`: {"format", "link": logit|identity, "features": [{name, fill}], and either
"linear": {intercept, coef} or "trees": {base, scale, trees: [{feature, threshold, left, right, value}]}}.
"""
from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from . import features

FORMAT = "example-scorer/1"


def digits(value: float, count: int = 9) -> float:
    """Rounded, so that the last bits of a linear-algebra library do not change the artifact."""
    return float(f"{float(value):.{count}g}")


def export_linear(names, fill, coef, intercept, link) -> dict:
    return {"format": FORMAT, "link": link,
            "features": [{"name": n, "fill": digits(v)} for n, v in zip(names, fill)],
            "linear": {"intercept": digits(intercept), "coef": [digits(c) for c in coef]}}


def export_trees(names, fill, trees, base, scale, link, value_of) -> dict:
    rows = []
    for tree in trees:
        rows.append({"feature": [int(max(f, 0)) for f in tree.feature],
                     "threshold": [0.0 if f < 0 else float(t) for f, t in zip(tree.feature, tree.threshold)],
                     "left": [int(i if c < 0 else c) for i, c in enumerate(tree.children_left)],
                     "right": [int(i if c < 0 else c) for i, c in enumerate(tree.children_right)],
                     "value": [digits(value_of(v), 7) for v in tree.value]})
    return {"format": FORMAT, "link": link,
            "features": [{"name": n, "fill": digits(v)} for n, v in zip(names, fill)],
            "trees": {"base": digits(base), "scale": digits(scale), "trees": rows}}


class Scorer:
    """Scores raw rows. One instance per version; read only after construction."""

    def __init__(self, document: dict):
        if document.get("format") != FORMAT:
            raise ValueError(f"model format {document.get('format')!r} is not {FORMAT!r}")
        self.names = [f["name"] for f in document["features"]]
        self.columns = features.sources(self.names)
        self._fill = np.array([f["fill"] for f in document["features"]])
        self._link = document["link"]
        self._linear = document.get("linear")
        if self._linear:
            self._coef = np.array(self._linear["coef"])
        else:
            self._pack(document["trees"])

    @classmethod
    def load(cls, path: Path) -> "Scorer":
        return cls(json.loads(Path(path).read_text()))

    def _pack(self, trees: dict) -> None:
        width = max(len(t["value"]) for t in trees["trees"])
        def packed(key, dtype):
            out = np.zeros((len(trees["trees"]), width), dtype=dtype)
            for row, tree in enumerate(trees["trees"]):
                out[row, :len(tree[key])] = tree[key]
            return out.ravel()
        self._offset = (np.arange(len(trees["trees"])) * width)[None, :]
        self._feature, self._threshold = packed("feature", int), packed("threshold", float)
        self._left, self._right, self._value = packed("left", int), packed("right", int), packed("value", float)
        self._base, self._scale = trees["base"], trees["scale"]
        self._depth = max(_depth(t) for t in trees["trees"])

    def matrix(self, raw: dict) -> np.ndarray:
        x = features.compute(raw, self.names)
        return np.where(np.isnan(x), self._fill, x)

    def score_matrix(self, x: np.ndarray) -> np.ndarray:
        with np.errstate(invalid="ignore", over="ignore"):
            raw = self._raw(x)
            return 1 / (1 + np.exp(-raw)) if self._link == "logit" else raw

    def _raw(self, x: np.ndarray) -> np.ndarray:
        if self._linear:
            return x @ self._coef + self._linear["intercept"]
        x32 = x.astype(np.float32)  # the trees were grown on single precision
        rows = np.arange(len(x))[:, None]
        node = np.zeros((len(x), self._offset.shape[1]), dtype=int)
        for _ in range(self._depth):
            at = node + self._offset
            go_left = x32[rows, self._feature[at]] <= self._threshold[at]
            node = np.where(go_left, self._left[at], self._right[at])
        return self._base + self._scale * self._value[node + self._offset].sum(axis=1)

    def score(self, frame) -> np.ndarray:
        """Probability or estimate per row; a value that is not finite is an invalid prediction."""
        return self.score_matrix(self.matrix(features.raw_columns(frame, self.columns)))


def _depth(tree: dict) -> int:
    def walk(node):
        left, right = tree["left"][node], tree["right"][node]
        return 0 if left == node else 1 + max(walk(left), walk(right))
    return walk(0)
