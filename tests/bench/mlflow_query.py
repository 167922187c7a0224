#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same question at 50,000 versions: the console's filter (bench_filter) beside an MLflow server on this computer.

    V/bin/python tests/bench/mlflow_query.py build/bench/bin/bench_filter

V is an environment with tests/interop/requirements.txt. MLflow's rows are put into its database directly, since its
interface would take an hour; the questions go through its interface, as its own page asks them.
"""
import json
import os
import re
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

MODELS, EACH = 5_000, 10
WORDS = ("model-1", "model-12", "model-123", "model-4", "model-48", "model-480", "model-77", "model-9", "model-99", "model-3")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def ask(url, path, **query):
    with urllib.request.urlopen(f"{url}/api/2.0/mlflow/{path}?{urllib.parse.urlencode(query)}", timeout=120) as answer:
        return json.load(answer)


def fill(file):
    """Rows as MLflow's own store writes them; columns that it fills by default stay so."""
    with sqlite3.connect(file) as database:
        columns = {row[1]: row for row in database.execute("pragma table_info(model_versions)")}
        now = int(time.time() * 1000)
        extra = {name: "default" for name in columns if name == "workspace"}
        models = [(f"model-{m}", now, now, "", *extra.values()) for m in range(MODELS)]
        names = ",".join(["name", "creation_time", "last_updated_time", "description", *extra])
        database.executemany(f"insert into registered_models({names}) values ({','.join('?' * len(models[0]))})", models)
        rows = [(f"model-{m}", v, now, now, "", "trainer", "Production" if v == 1 and m % 20 == 0 else "None",
                 f"mlflow-artifacts:/1/{m}-{v}", f"run{m}-{v}", "READY", "", *extra.values())
                for m in range(MODELS) for v in range(1, EACH + 1)]
        names = ",".join(["name", "version", "creation_time", "last_updated_time", "description", "user_id", "current_stage",
                          "source", "run_id", "status", "status_message", *extra])
        database.executemany(f"insert into model_versions({names}) values ({','.join('?' * len(rows[0]))})", rows)


def wait(url):
    for _ in range(600):
        try:
            urllib.request.urlopen(url + "/health", timeout=2).read()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    sys.exit("MLflow did not start")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = tempfile.mkdtemp(prefix="cs-bench-", dir=os.environ.get("TMPDIR"))
    file, port = os.path.join(folder, "mlflow.db"), free_port()
    url = f"http://127.0.0.1:{port}"
    words = [sys.executable, "-m", "mlflow", "server", "--backend-store-uri", "sqlite:///" + file, "--artifacts-destination", folder,
             "--host", "127.0.0.1", "--port", str(port), "--workers", "1"]
    server = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        wait(url)
        fill(file)
        times = []
        for word in WORDS * 3:
            began = time.perf_counter()
            found = ask(url, "model-versions/search", filter=f"name LIKE '{word}%'", max_results=1000)["model_versions"]
            times.append((time.perf_counter() - began) * 1e3)
            assert found, word
    finally:
        os.killpg(server.pid, 15)
        server.wait()
    table = subprocess.run([sys.argv[1]], capture_output=True, text=True, check=True).stdout
    ours = float(re.search(r"p95 of 50 typed prefixes, 50,000 versions[^|]*\|\s*([\d.]+)", table).group(1))
    theirs = statistics.quantiles(times, n=20)[-1]
    print(f"MLflow, first 1,000 of a prefix at {MODELS * EACH} versions, p95 (through its interface)  {theirs:.1f} ms")
    print(f"the console's filter and sort over all, p95                                       {ours:.2f} ms")
    print(f"ratio, MLflow / console                                                          {theirs / ours:.0f}")


if __name__ == "__main__":
    main()
