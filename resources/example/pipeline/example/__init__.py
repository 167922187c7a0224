# SPDX-License-Identifier: GPL-3.0-or-later
"""Example pipeline: trains small models on public data and writes the facts of the demo workspace."""

PIPELINE_NAME = "example-pipeline"
PIPELINE_VERSION = "1.0.0"
