# SPDX-License-Identifier: GPL-3.0-or-later
"""Replays held-out applications through the real server: readiness, drills, canary ramp, rollback.

Every request is a real HTTP request over a kept-alive loopback connection and carries a batch of
BATCH applications. Time is compressed: one evaluation of the guardrails per TICKS-th part of a window
instead of one every five seconds. What is counted was answered.
"""
from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
import time
from datetime import datetime, timezone
from pathlib import Path

import numpy as np

from . import datasets, evaluate, features, guardrails

BATCH = 20
BODIES = 240
TICKS = 10
PROBES = 5
HOLD_WINDOWS = 3
PROBE_PAUSE_S = 0.05
# percent -> (windows, requests per window) for the two sample sizes that the policy asks for
RAMP = {"high": {1: (1, 8000), 5: (2, 2000), 25: (2, 2400), 50: (2, 1600)},
        "other": {1: (1, 6000), 5: (2, 1200), 25: (2, 600), 50: (2, 1200)},
        "quick": {1: (1, 600), 5: (1, 200), 25: (1, 100), 50: (1, 100)}}
EUR_PER_CPU_HOUR = 0.045


class Connection:
    """A kept-alive HTTP/1.1 connection with just enough parsing for our own server."""

    def __init__(self, port: int):
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=10)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._file = self._socket.makefile("rb")

    def send(self, method: str, path: str, body: bytes = b"", headers: str = "") -> tuple[int, str, bytes]:
        head = f"{method} {path} HTTP/1.1\r\nHost: localhost\r\n{headers}Content-Length: {len(body)}\r\n\r\n"
        self._socket.sendall(head.encode() + body)
        status = int(self._file.readline().split()[1])
        served, length = "", 0
        while (line := self._file.readline().strip()):
            name, _, value = line.decode().partition(":")
            if name == "X-Served-Version":
                served = value.strip()
            elif name == "Content-Length":
                length = int(value)
        return status, served, self._file.read(length)

    def close(self):
        self._socket.close()


class Server:
    """The server process of one model."""

    def __init__(self, model: str, artifacts: Path, config: Path):
        self._process = subprocess.Popen(  # our own module, fixed arguments
            [sys.executable, "-m", "example.server", model, str(artifacts), str(config)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parent.parent,
            env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"})
        self.connection = Connection(int(self._process.stdout.readline()))
        self.epoch = 0
        for process in (self._process.pid, 0):  # other work on the machine shall not look like latency
            with contextlib.suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, process, -10)

    def route(self, production: str, canary: str | None = None, percent: float = 0) -> None:
        self.epoch += 1
        body = {"epoch": self.epoch, "production": production, "canary": canary, "percent": percent}
        status, _, answer = self.connection.send("PUT", "/route", json.dumps(body).encode())
        if status != 200:
            raise RuntimeError(f"the server refused the route: {answer.decode()}")

    def metrics(self) -> dict:
        return guardrails.parse_metrics(self.connection.send("GET", "/metrics")[2].decode())

    def stop(self) -> None:
        self.connection.close()
        self._process.terminate()
        self._process.wait(timeout=10)


def utc_now() -> str:
    return datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Batches:
    """Held-out rows as ready-made request bodies, pass after pass.

    Rows are dealt like cards after sorting by group, outcome and score, so that every batch mirrors the
    whole held-out set; without it a 1 % slice of a few hundred rows would be mostly sampling noise.
    """

    def __init__(self, spec: dict, columns: list[str], scorer):
        self.data = datasets.load(spec["model"])
        self.frame = self.data.part("live")
        self.y = self.frame[self.data.target].to_numpy(float)
        raw = features.raw_columns(self.frame, columns)
        rng = np.random.default_rng(spec["seed"])
        first = next(iter(self.data.groups.values())).loc[self.frame.index].to_numpy(float)
        order = np.lexsort((np.nan_to_num(scorer.score(self.frame)), self.y if self.data.task == "classification" else first, first))
        hands = -(-len(order) // BATCH)
        self.rows: list[np.ndarray] = []
        while len(self.rows) < BODIES:
            dealt = np.concatenate([rng.permutation(order[i:i + hands]) for i in range(0, len(order), hands)])
            self.rows += [dealt[hand::hands] for hand in rng.permutation(hands)]
        self.bodies = [json.dumps({"columns": {c: [None if np.isnan(x) else x for x in v[r].tolist()] for c, v in raw.items()}}).encode()
                       for r in self.rows[:BODIES]]


def readiness(server: Server, label: str, scorer, batches: Batches) -> dict:
    """What the platform team looks at before it confirms readiness; every item is executed."""
    health = json.loads(server.connection.send("GET", "/health")[2])
    server.route("fallback", label, 0)
    _, served, body = server.connection.send("POST", "/score", batches.bodies[0], "X-Route: canary\r\n")
    offline = scorer.score(batches.frame.iloc[batches.rows[0]])
    answer = [np.nan if s is None else s for s in json.loads(body)["scores"]]
    finite = np.isfinite(offline)
    same = bool(np.allclose(np.array(answer, float)[finite], offline[finite], atol=1e-12))
    bad_status = server.connection.send("POST", "/score", b'{"columns":{"none":[1]}}', "X-Route: canary\r\n")[0]
    server.epoch -= 1
    stale = server.connection.send("PUT", "/route", json.dumps({"epoch": server.epoch, "production": label, "canary": None, "percent": 0}).encode())[0]
    server.epoch += 1
    items = [("version is loaded", label in health["versions"]), ("served answer equals the offline answer", same and served == label),
             ("bad input is answered with an error, the server lives", bad_status == 500 and server.connection.send("GET", "/health")[0] == 200),
             ("a command with an older epoch is refused", stale == 409), ("metrics are exported", label in server.metrics())]
    return {"confirmed": all(ok for _, ok in items), "items": [{"item": i, "held": ok} for i, ok in items]}


def _probe_until(server: Server, target: str, batches: Batches, headers: str) -> int:
    """Probes until PROBES consecutive answers come from the target. Returns the number of probes."""
    streak = probes = 0
    while streak < PROBES:
        _, served, _ = server.connection.send("POST", "/score", batches.bodies[probes % BODIES], headers)
        probes, streak = probes + 1, streak + 1 if served == target else 0
        if probes > 200:
            raise RuntimeError(f"{target} never answered")
        if streak < PROBES:
            time.sleep(PROBE_PAUSE_S)
    return probes


def drill(server: Server, kind: str, label: str, restored: str, batches: Batches) -> dict:
    """Takes the canary route (or the whole endpoint) back, probes, and switches forward again."""
    headers = "X-Route: canary\r\n" if kind == "canary" else ""
    forward = (restored, label, 0) if kind == "canary" else (label, None, 0)
    server.route(*forward)
    _probe_until(server, label, batches, headers)
    started_at, start = utc_now(), time.perf_counter()
    server.route(restored, None, 0)
    probes = _probe_until(server, restored, batches, headers)
    duration, restored_at = time.perf_counter() - start, utc_now()
    server.route(*forward)
    again = _probe_until(server, label, batches, headers)
    server.route(restored, None, 0)
    return {"route": kind, "candidate": label, "restored": restored, "startedAt": started_at, "restoredAt": restored_at,
            "durationMs": max(1, round(duration * 1000)), "probes": probes, "switchedForwardAgain": again == PROBES, "passed": True}


class Canary:
    """One canary: the ramp, its windows and, when a guardrail says so, the rollback."""

    def __init__(self, spec: dict, server: Server, baseline: str, batches: Batches, policy_set: dict, high: bool, size: str, reference):
        self.spec, self.server, self.label, self.baseline, self.batches = spec, server, spec["label"], baseline, batches
        self.rails = [guardrails.Guardrail(g) for g in policy_set["guardrails"] if high or "appliesWhen" not in g]
        self.ramp, self.reference = RAMP[size], reference
        self.sent, self.tick_no = 0, 0
        self.seen: dict[str, list] = {}  # version -> list of (row indices, scores)
        self.origin = server.metrics()
        self.history: list = []
        self.windows: list[dict] = []
        self.steps: list[dict] = []
        self.breach: dict | None = None
        self.first_bad: dict[str, float] = {}

    def run(self) -> dict:
        self.start = time.perf_counter()
        for percent, (count, requests) in self.ramp.items():
            self.server.route(self.baseline, self.label, percent)
            self.steps.append({"percent": str(percent), "why": "advance", "atMs": self._ms()})
            held, left = 0, count
            while left > 0:
                self._window(percent, requests)
                if self.breach:
                    return self._result()
                holding = [r.id for r in self.rails if r.fired and r.definition["action"] == "hold"]
                if holding and held < HOLD_WINDOWS:  # traffic stays, the step takes another window
                    held += 1
                    self.steps.append({"percent": str(percent), "why": "hold", "atMs": self._ms(), "guardrails": holding})
                    continue
                if held and self.steps[-1]["why"] == "hold" and not holding:
                    self.steps.append({"percent": str(percent), "why": "resume", "atMs": self._ms()})
                left -= 1
        self.server.route(self.baseline, None, 0)
        return self._result()

    def _ms(self) -> int:
        return round((time.perf_counter() - self.start) * 1000)

    def _result(self) -> dict:
        counts = self._delta(self.label)
        return {"baseline": self.baseline, "batch": BATCH, "steps": self.steps, "windows": self.windows, "breach": self.breach,
                "predictions": int(counts["model_predictions_total"]), "requests": self.sent, "durationMs": self._ms()}

    def _window(self, percent: int, requests: int) -> None:
        before, sent, start = self._delta(self.label)["model_predictions_total"], self.sent, self._ms()
        tally = {r.id: {"id": r.id, "scheduled": 0, "usable": 0, "breached": 0, "verdict": "inconclusive"} for r in self.rails}
        rows = []
        for tick in range(TICKS):
            self._traffic(requests * (tick + 1) // TICKS - requests * tick // TICKS)
            rows.append(self._tick(tally))
            if self.breach:
                break
        self.windows.append({"percent": str(percent), "fromMs": start, "toMs": self._ms(), "requests": self.sent - sent,
                             "predictions": int(self._delta(self.label)["model_predictions_total"] - before),
                             "guardrails": sorted(tally.values(), key=lambda t: t["id"]), "ticks": rows})

    def _traffic(self, requests: int) -> None:
        for _ in range(requests):
            at = self.sent % BODIES
            _, served, body = self.server.connection.send("POST", "/score", self.batches.bodies[at],
                                                          f"X-Request-Id: {self.label}-{self.sent}\r\n")
            self.sent += 1
            self.seen.setdefault(served, []).append((at, body))

    def _delta(self, version: str, then: dict | None = None) -> dict:
        now, origin = self.server.metrics()[version], (then or self.origin).get(version, {})
        return {k: v - origin.get(k, 0) for k, v in now.items()}

    def _tick(self, tally: dict) -> list:
        self.history.append(self.server.metrics())
        sample_at = time.perf_counter()
        row, fired = [self.tick_no], None
        for rail in self.rails:
            verdict = rail.observe(self._sample(rail.id))
            entry = tally[rail.id]
            if verdict != "inconclusive":  # warm-up: an evaluation is scheduled once its minimum of samples is there
                entry["scheduled"] += 1
                entry["usable"] += 1
                entry["breached"] += verdict == "breached"
                entry["verdict"] = "breached" if rail.fired or entry["verdict"] == "breached" else "healthy"
            if verdict == "breached":
                self.first_bad.setdefault(rail.id, sample_at)
            row += [_short(rail.detail["value"]), _short(rail.detail["base"]), int(rail.detail["n"]), _short(rail.statistic)]
            if rail.fired and rail.definition["action"] == "rollback" and not fired:
                fired = rail
        self.tick_no += 1
        if fired:
            self._roll_back(fired, sample_at)
        return row

    def _sample(self, ident: str) -> dict:
        c = {k: v - self.origin.get(self.label, {}).get(k, 0) for k, v in self.history[-1][self.label].items()}
        b = {k: v - self.origin.get(self.baseline, {}).get(k, 0) for k, v in self.history[-1][self.baseline].items()}
        n, base_n = c["model_requests_total/200"] + c["model_requests_total/500"], b["model_requests_total/200"] + b["model_requests_total/500"]
        def sample(value, base=float("nan"), n=n, base_n=base_n):
            return {"value": value, "base": base, "n": n, "base_n": base_n}
        if ident == "error-tripwire":
            then = self.history[-5][self.label] if len(self.history) > 4 else self.origin.get(self.label, {})
            now = self.history[-1][self.label]
            bad, ok = (now["model_requests_total/" + k] - then.get("model_requests_total/" + k, 0) for k in ("500", "200"))
            return sample(bad / (bad + ok) if bad + ok else float("nan"), n=bad + ok)
        if ident in ("error-vs-production", "error-limit"):
            return sample(c["model_requests_total/500"], b["model_requests_total/500"])
        if ident == "invalid-output":
            return sample(c["model_invalid_predictions_total"], b["model_invalid_predictions_total"], c["model_predictions_total"], b["model_predictions_total"])
        if ident == "slow-requests":
            slow = [x["model_latency_seconds_count"] - x["model_latency_seconds_bucket/0.25"] for x in (c, b)]
            return sample(*slow, c["model_latency_seconds_count"], b["model_latency_seconds_count"])
        if ident == "latency-p99":
            (value, n), (base, base_n) = (guardrails.quantile_ms(x, {}, 0.99) for x in (c, b))
            return sample(value, base, n, base_n)
        if ident == "unit-cost":
            return sample(*(1000 * x["model_cpu_seconds_total"] / 3600 * EUR_PER_CPU_HOUR / max(1, x["model_predictions_total"]) for x in (c, b)))
        return self._content_sample(ident, sample)

    def _scores(self, version: str) -> tuple[np.ndarray, np.ndarray]:
        """Row numbers and scores that this version answered so far (batches repeat: weights by repetition)."""
        kept = self.seen.get(version, [])
        rows = np.concatenate([self.batches.rows[at] for at, _ in kept]) if kept else np.array([], int)
        if not hasattr(self, "_answers"):
            self._answers = {}
        scores = []
        for at, body in kept:
            key = (version, at)
            if key not in self._answers:
                self._answers[key] = [np.nan if s is None else s for s in json.loads(body)["scores"]]
            scores.append(self._answers[key])
        return rows, np.concatenate(scores).astype(float) if scores else np.array([], float)

    def _content_sample(self, ident: str, sample) -> dict:
        rows, p = self._scores(self.label)
        ok = np.isfinite(p)
        if ident == "score-drift":
            return sample(_psi(self.reference, p[ok]) if ok.any() else float("nan"), n=len(p))
        if ident == "business-kpi":
            base_rows, base_p = self._scores(self.baseline)
            return sample(self._kpi(rows, p), 0.0 if self.baseline == "fallback" else self._kpi(base_rows, base_p), n=len(p))
        worst = float("nan")
        for mask in self.batches.data.groups.values():
            inside = mask.loc[self.batches.frame.index].to_numpy(bool)[rows]
            if inside[ok].sum() >= 30 and (~inside[ok]).sum() >= 30:
                gap = evaluate.gap(self.spec["model"], self.batches.y[rows][ok], p[ok], inside[ok], self.spec.get("threshold"))
                worst = gap if np.isnan(worst) else max(worst, gap)
        return sample(worst, n=len(p))

    def _kpi(self, rows, p) -> float:
        """Outcome proxy per prediction: agreement, closeness of the estimate, or value of the offer."""
        if not len(rows):
            return float("nan")
        y, p = self.batches.y[rows], np.nan_to_num(p, nan=-99.0)
        if self.spec["model"] == "property-valuation":
            return float((1 - np.minimum(1, np.abs(np.exp(p - y) - 1))).mean())
        yes = p >= self.spec["threshold"]
        if self.spec["model"] == "mortgage-approval":
            return float((yes == (y == 1)).mean())
        return float(np.where(yes, np.where(y == 1, 1.0, -0.25), 0.0).mean())

    def _roll_back(self, rail, sample_at: float) -> None:
        """Intent to disk first, then the route to zero, then probes: the order that the policy asks for."""
        first = self.first_bad[rail.id]
        ms = lambda t: round((t - first) * 1000)
        times = {"firstBreachSample": 0, "completingSample": ms(sample_at), "received": ms(sample_at), "decided": ms(time.perf_counter())}
        percent = self.steps[-1]["percent"]
        intent = os.open("rollback.intent", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.write(intent, f"{self.spec['model']} {self.label} -> {self.baseline}\n".encode())
        os.fsync(intent)
        os.close(intent)
        times["intentDurable"] = ms(time.perf_counter())
        self.server.route(self.baseline, None, 0)
        times["actuated"] = ms(time.perf_counter())
        probes = _probe_until(self.server, self.baseline, self.batches, "X-Route: canary\r\n")
        times["verified"] = ms(time.perf_counter())
        os.unlink("rollback.intent")
        values = [{"id": r.id, "canary": _short(r.detail["value"]), "baseline": _short(r.detail["base"]), "n": int(r.detail["n"]),
                   "statistic": _short(r.statistic), "verdict": "breached" if r.recent and r.recent[-1] else ("healthy" if r.recent else "inconclusive")}
                  for r in sorted(self.rails, key=lambda r: r.id)]
        self.breach = {"guardrail": rail.id, "rule": rail.rule_text(), "test": rail.test["kind"], "statistic": _short(rail.statistic),
                       "threshold": _short(rail.threshold), "percent": percent, "times": times, "values": values,
                       "rollback": {"transition": "canary-rollback", "from": self.label, "to": self.baseline,
                                    "verified": {"method": "probe", "served": self.baseline, "probes": probes},
                                    "actMs": times["actuated"] - times["completingSample"], "verifiedMs": times["verified"] - times["completingSample"]}}


def drained(server: Server, version: str, successor: str, batches: Batches, requests: int = 200) -> dict:
    """With the successor in production: how many of the next requests did the old version still answer?"""
    server.route(successor)
    before = server.metrics()[version]["model_predictions_total"]
    for at in range(requests):
        server.connection.send("POST", "/score", batches.bodies[at % BODIES], f"X-Request-Id: drain-{at}\r\n")
    left = int(server.metrics()[version]["model_predictions_total"] - before)
    return {"successor": successor, "requests": requests, "answeredByThisVersion": left, "drained": left == 0}


def _psi(reference, p, bins: int | None = None) -> float:
    """Population stability index between the score distributions of training and of live rows."""
    bins = bins or (5 if len(reference) < 500 else 10)
    edges = np.quantile(reference, np.linspace(0, 1, bins + 1)[1:-1])
    a = np.bincount(np.searchsorted(edges, reference), minlength=bins) / len(reference)
    b = np.bincount(np.searchsorted(edges, p), minlength=bins) / len(p)
    a, b = np.maximum(a, 1e-3), np.maximum(b, 1e-3)
    return float(((b - a) * np.log(b / a)).sum())


def _short(value) -> str | None:
    """Decimal string for the facts; null when there is no value."""
    value = float(value)
    return f"{value:.6g}" if np.isfinite(value) else None
