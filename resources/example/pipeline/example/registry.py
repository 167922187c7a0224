# SPDX-License-Identifier: GPL-3.0-or-later
"""A real MLflow tracking server and model registry on the loopback interface, in a temporary folder."""
from __future__ import annotations

import logging
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path


class Registry:
    """Starts the server, logs runs, registers versions; `stop` ends it. Nothing outlives the folder."""

    def __init__(self, folder: Path):
        folder.mkdir(parents=True, exist_ok=True)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self._log = open(folder / "server.log", "w")
        self._process = subprocess.Popen(  # our own interpreter, fixed arguments
            [sys.executable, "-m", "mlflow", "server", "--host", "127.0.0.1", "--port", str(port), "--workers", "1",
             "--backend-store-uri", f"sqlite:///{folder / 'mlflow.db'}", "--artifacts-destination", str(folder / "artifacts")],
            stdout=self._log, stderr=subprocess.STDOUT, cwd=folder, start_new_session=True,
            env={**os.environ, "MLFLOW_DISABLE_TELEMETRY": "true", "DO_NOT_TRACK": "true", "GIT_PYTHON_REFRESH": "quiet"})
        self._client = None

    def wait(self, seconds: float = 120) -> None:
        """Until the server answers; other work may be done in between."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self._process.poll() is not None:
                raise RuntimeError(f"mlflow server ended with {self._process.returncode}, see {self._log.name}")
            try:
                with urllib.request.urlopen(self.url + "/health", timeout=2) as answer:  # nosec B310
                    if answer.status == 200:
                        break
            except OSError:
                time.sleep(0.3)
        else:
            raise RuntimeError("mlflow server did not answer in time")
        os.environ.update({"MLFLOW_DISABLE_TELEMETRY": "true", "MLFLOW_SUPPRESS_PRINTING_URL_TO_STDOUT": "true", "GIT_PYTHON_REFRESH": "quiet"})
        logging.getLogger("mlflow").setLevel(logging.ERROR)
        from mlflow import MlflowClient

        self._client = MlflowClient(tracking_uri=self.url, registry_uri=self.url)

    def log(self, spec: dict, metrics: dict, folder: Path, seed: int, register: bool) -> dict:
        """One run with parameters, metrics and files; registered as the next version when asked."""
        client = self._client
        name = spec["model"]
        experiment = client.get_experiment_by_name(name)
        experiment_id = experiment.experiment_id if experiment else client.create_experiment(name)
        run = client.create_run(experiment_id, tags={"version_label": spec["label"]})
        run_id = run.info.run_id
        for key, value in {"algorithm": spec["algorithm"], "seed": seed, "features": ",".join(spec["features"])[:500], **spec["params"]}.items():
            client.log_param(run_id, key, value)
        for key, value in metrics.items():
            client.log_metric(run_id, key, value)
        for path in sorted(folder.iterdir()) if register else ():
            client.log_artifact(run_id, str(path), "model")
        client.set_terminated(run_id)
        out = {"run": run_id}
        if register:
            if not client.search_registered_models(f"name='{name}'"):
                client.create_registered_model(name)
            version = client.create_model_version(name, f"{run.info.artifact_uri}/model", run_id)
            out["version"] = str(version.version)
        return out

    def stop(self) -> None:
        os.killpg(self._process.pid, signal.SIGTERM)
        try:
            self._process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._log.close()
