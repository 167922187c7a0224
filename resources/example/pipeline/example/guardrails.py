# SPDX-License-Identifier: GPL-3.0-or-later
"""The guardrails of the policy's set `default-canary`, evaluated on what the server exports.

Ids, limits, sample minima, breach rules and actions are read from the policy file itself; the tests are
those of the handbook: fixed, relative with a floor, and the anytime-valid sequential proportion test.
"""
from __future__ import annotations

import math
import re
from collections import deque

LINE = re.compile(r'^(\w+)\{([^}]*)\} (\S+)$')
GRID = 14


def parse_metrics(text: str) -> dict:
    """version -> {metric name (with code or le appended): value}."""
    out: dict[str, dict[str, float]] = {}
    for line in text.splitlines():
        match = LINE.match(line)
        if not match:
            continue
        tags = dict(re.findall(r'(\w+)="([^"]*)"', match[2]))
        suffix = tags.get("code") or tags.get("le") or ""
        out.setdefault(tags["version"], {})[match[1] + ("/" + suffix if suffix else "")] = float(match[3])
    return out


def quantile_ms(now: dict, then: dict, q: float) -> tuple[float, float]:
    """(milliseconds, samples) from the difference of two cumulative histograms."""
    edges = sorted((float(k.split("/")[1]), now[k] - then.get(k, 0)) for k in now if k.startswith("model_latency_seconds_bucket/"))
    total = edges[-1][1]
    if total <= 0:
        return math.nan, 0
    want, low, below = q * total, 0.0, 0.0
    for edge, count in edges:
        if count >= want:
            if math.isinf(edge):
                return 1000 * low, total
            share = (want - below) / (count - below) if count > below else 1
            return 1000 * (low + share * (edge - low)), total
        low, below = edge, count
    return 1000 * low, total


class Sequential:
    """Mixture of likelihood ratios; read it as often as you like (false alarm <= alpha)."""

    def __init__(self, test: dict):
        self.alpha, against = test["alpha"], test["against"]
        self.limit = against.get("limit")
        self.ratio = against.get("baseline", {}).get("maxRatio")
        self._logs = [0.0] * GRID
        self.bad_intervals = 0
        self.last = (0.0, 0.0, 0.0, 0.0)

    def add(self, bad: float, n: float, base_bad: float, base_n: float) -> float:
        """Cumulative counters in, log10 of the e-value out."""
        xc, nc = bad - self.last[0], n - self.last[1]
        xb, nb = base_bad - self.last[2], base_n - self.last[3]
        self.last = (bad, n, base_bad, base_n)
        self.bad_intervals += xc > 0
        for j in range(GRID):
            if self.limit is not None and nc > 0:
                p = min(0.999, self.limit * 2 ** (0.4 * (j + 1)))
                self._logs[j] += xc * math.log(p / self.limit) + (nc - xc) * math.log((1 - p) / (1 - self.limit))
            if self.ratio is not None and nc > 0 and nb > 0 and xc + xb > 0:
                share = nc / (nc + nb)
                def theta(r):
                    return r * share / (r * share + 1 - share)
                t0, t = theta(self.ratio), theta(self.ratio * 2 ** ((j + 1) / 2))
                self._logs[j] += xc * math.log(t / t0) + xb * math.log((1 - t) / (1 - t0))
        top = max(self._logs)
        return (top + math.log(sum(math.exp(v - top) for v in self._logs) / GRID)) / math.log(10)


class Guardrail:
    """One guardrail with its history; `observe` returns healthy, breached or inconclusive."""

    def __init__(self, definition: dict):
        self.definition, self.id = definition, definition["id"]
        self.test, self.min_samples = definition["test"], definition["minSamples"]
        rule = definition["breach"]
        self.need, self.out_of = rule.get("consecutive") or rule["breached"], rule.get("outOf") or rule.get("consecutive")
        self.recent: deque = deque(maxlen=self.out_of)
        self.sequential = Sequential(self.test) if self.test["kind"] == "sequential_proportion" else None
        self.statistic = math.nan
        self.detail: dict = {}

    @property
    def threshold(self) -> float:
        if self.sequential:
            return 1 / self.test["alpha"]
        return self.test["value"] if self.test["kind"] == "fixed" else self._allowed

    def rule_text(self) -> str:
        rule = self.definition["breach"]
        return f"consecutive {rule['consecutive']}" if "consecutive" in rule else f"{rule['breached']} of {rule['outOf']}"

    def observe(self, sample: dict) -> str:
        """sample: {value, base, n, base_n} (proportions: counts of bad events in value and base)."""
        self.detail = sample
        if self.sequential:
            log10 = self.sequential.add(sample["value"], sample["n"], sample["base"], sample["base_n"])
            self.statistic = 10 ** min(log10, 30)
            # Burst guard: one crash makes many bad events at once, so two intervals must show some.
            bad = self.statistic >= self.threshold and self.sequential.bad_intervals >= 2
        else:
            self.statistic = sample["value"]
            bad = not self._holds(sample)
        if sample["n"] < self.min_samples or math.isnan(self.statistic):
            return "inconclusive"
        self.recent.append(bad)
        return "breached" if bad else "healthy"

    def _holds(self, sample: dict) -> bool:
        value = sample["value"]
        if self.test["kind"] == "fixed":
            return value <= self.test["value"]
        base = 0.0 if math.isnan(sample["base"]) else sample["base"]
        margin = self.test["allowedDegradation"]["value"] * max(abs(base), self.test["baselineFloor"])
        lower = self.test["direction"] == "lower_is_better"
        self._allowed = base + margin if lower else base - margin
        return value <= self._allowed if lower else value >= self._allowed

    @property
    def fired(self) -> bool:
        return sum(self.recent) >= self.need
