# SPDX-License-Identifier: GPL-3.0-or-later
"""A small model server on the loopback interface: scores batches, splits traffic, exports metrics.

`python -m example.server MODEL ARTIFACTS_DIR SERVING_CONFIG` prints one line with its port.
POST /score          {"columns": {...}} -> {"version", "scores"}; header X-Route: canary forces the canary route
PUT  /route          the desired routing: {"epoch", "production", "canary", "percent"}; an older epoch is refused
GET  /route, /health, /metrics (Prometheus text)
model_requests_total and model_predictions_total count applications (a batch of twenty is twenty);
latency is observed once per HTTP request.
"""
from __future__ import annotations

import gc
import json
import math
import os
import sys
import threading
import time
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np

from . import features
from .scorer import Scorer

BUCKETS = [i / 4000 for i in range(1, 41)] + [0.0125, 0.015, 0.02, 0.03, 0.05, 0.1, 0.25, 0.5, 1.0]
BODY_LIMIT = 1 << 20


class Fallback:
    """What answers when no model may: a fixed rule that needs no model."""

    def __init__(self, value: float):
        self.columns, self._value = [], value

    def answer(self, columns: dict) -> np.ndarray:
        return np.full(len(next(iter(columns.values()))), self._value)


class Served:
    """A loaded version."""

    def __init__(self, scorer: Scorer):
        self._scorer, self.columns = scorer, scorer.columns

    def answer(self, columns: dict) -> np.ndarray:
        return self._scorer.score_matrix(self._scorer.matrix(features.raw_columns(columns, self.columns)))


class Counters:
    """Metrics of one version, cumulative."""

    def __init__(self):
        self.requests = {"200": 0, "500": 0}
        self.predictions = self.invalid = 0
        self.latency = [0] * (len(BUCKETS) + 1)
        self.cpu = 0.0


class State:
    def __init__(self, model: str, artifacts: Path, config: dict):
        self.model, self.config = model, config
        self.versions = {p.name: Served(Scorer.load(p / "artifact" / "model.json")) for p in sorted(artifacts.iterdir()) if (p / "artifact").is_dir()}
        self.versions["fallback"] = Fallback(config["fallbackValue"])
        self.counters = {name: Counters() for name in self.versions}
        self.lock = threading.Lock()
        self.route = {"epoch": 0, "production": "fallback", "canary": None, "percent": 0}

    def set_route(self, wanted: dict) -> str | None:
        """Applies a desired state; returns why not."""
        if wanted["epoch"] < self.route["epoch"]:
            return f"epoch {wanted['epoch']} is older than {self.route['epoch']}"
        for key in ("production", "canary"):
            if wanted[key] is not None and wanted[key] not in self.versions:
                return f"{key} {wanted[key]!r} is not loaded"
        self.route = wanted
        return None

    def pick(self, request_id: str, forced: bool) -> str:
        route = self.route
        if route["canary"] is None:
            return route["production"]
        bucket = zlib.crc32(request_id.encode()) % 10000
        return route["canary"] if forced or bucket < route["percent"] * 100 else route["production"]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    state: State

    def log_message(self, *_):
        pass

    def _body(self) -> dict:
        length = int(self.headers.get("Content-Length", "0"))
        if not 0 < length <= BODY_LIMIT:
            raise ValueError("body is missing or too long")
        return json.loads(self.rfile.read(length))

    def _send(self, code: int, data: bytes, served: str = "", media: str = "application/json") -> None:
        head = f"HTTP/1.1 {code} {'OK' if code == 200 else 'ERROR'}\r\nContent-Type: {media}\r\nX-Served-Version: {served}\r\nContent-Length: {len(data)}\r\n\r\n"
        self.wfile.write(head.encode() + data)

    def do_GET(self):
        if self.path == "/metrics":
            return self._send(200, metrics_text(self.state).encode(), media="text/plain")
        if self.path in ("/route", "/health"):
            body = self.state.route if self.path == "/route" else {"status": "ready", "versions": sorted(self.state.versions)}
            return self._send(200, json.dumps(body).encode())
        return self._send(404, b"{}")

    def do_PUT(self):
        if self.path != "/route":
            return self._send(404, b"{}")
        problem = self.state.set_route(self._body())
        return self._send(409 if problem else 200, json.dumps({"error": problem}).encode())

    def do_POST(self):
        started, cpu = time.perf_counter(), time.thread_time()
        columns = self._body()["columns"]
        version = self.state.pick(self.headers.get("X-Request-Id", ""), self.headers.get("X-Route") == "canary")
        rows = len(next(iter(columns.values())))
        try:
            scores = self.state.versions[version].answer(columns).tolist()
            code, answer = 200, [s if math.isfinite(s) else None for s in scores]
        except (ValueError, KeyError, TypeError):
            code, answer = 500, []
        data = json.dumps({"version": version, "scores": answer}).encode()
        self._send(code, data, version)
        self._count(version, code, rows, answer, time.perf_counter() - started, time.thread_time() - cpu)

    def _count(self, version, code, rows, answer, seconds, cpu):
        with self.state.lock:
            c = self.state.counters[version]
            c.requests[str(code)] += rows
            c.predictions += len(answer)
            c.invalid += sum(a is None for a in answer)
            c.latency[int(np.searchsorted(BUCKETS, seconds))] += 1
            c.cpu += cpu


def metrics_text(state: State) -> str:
    lines = []
    with state.lock:
        for name, c in state.counters.items():
            tags = f'model="{state.model}",version="{name}"'
            lines += [f'model_requests_total{{{tags},code="{k}"}} {v}' for k, v in c.requests.items()]
            lines += [f"model_predictions_total{{{tags}}} {c.predictions}",
                      f"model_invalid_predictions_total{{{tags}}} {c.invalid}",
                      f"model_cpu_seconds_total{{{tags}}} {c.cpu:.6f}"]
            total = 0
            for edge, count in zip(BUCKETS + [math.inf], c.latency):
                total += count
                lines.append(f'model_latency_seconds_bucket{{{tags},le="{edge:g}"}} {total}')
            lines.append(f"model_latency_seconds_count{{{tags}}} {total}")
    return "\n".join(lines) + "\n"


def _leave_with_parent() -> None:
    """Ends the server when the pipeline ends, however it ends: its end of our standard input closes."""
    sys.stdin.buffer.read()
    os._exit(0)


def main() -> None:
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    model, artifacts, config = sys.argv[1], Path(sys.argv[2]), json.loads(Path(sys.argv[3]).read_text())
    Handler.state = State(model, artifacts, config)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    gc.freeze()  # what is loaded stays: no long collection in the middle of a request
    print(server.server_address[1], flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
