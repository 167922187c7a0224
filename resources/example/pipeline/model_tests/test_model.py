# SPDX-License-Identifier: GPL-3.0-or-later
"""Regression tests of one trained version; the pipeline runs them with pytest and keeps the JUnit file.

EXAMPLE_SPEC and EXAMPLE_ARTIFACT name the specification and the folder with model.json.
"""
import json
import os
from pathlib import Path

import numpy as np
import pytest

from example import contracts, datasets, evaluate, features, train
from example.scorer import Scorer

SPEC = json.loads(Path(os.environ["EXAMPLE_SPEC"]).read_text())
ARTIFACT = Path(os.environ["EXAMPLE_ARTIFACT"])
DATA = datasets.load(SPEC["model"])


@pytest.fixture(scope="module")
def scorer():
    return Scorer.load(ARTIFACT / "model.json")


@pytest.fixture(scope="module")
def held_out():
    return DATA.part("regression")


def test_every_answer_on_the_regression_set_is_a_number(scorer, held_out):
    assert np.isfinite(scorer.score(held_out)).all()


def test_better_than_a_constant(scorer, held_out):
    y = held_out[DATA.target].to_numpy(float)
    assert evaluate.primary(DATA.task, y, scorer.score(held_out)) > (0.6 if DATA.task == "classification" else 0.2)


def test_better_than_the_best_single_feature(scorer, held_out):
    y = held_out[DATA.target].to_numpy(float)
    x = features.from_frame(held_out, SPEC["features"])
    single = max(abs(np.corrcoef(np.nan_to_num(column), y)[0, 1]) for column in x.T)
    assert abs(np.corrcoef(scorer.score(held_out), y)[0, 1]) > single


def test_metrics_are_those_of_the_training_run(scorer, held_out):
    run = json.loads((ARTIFACT.parent / "run.json").read_text())
    y = held_out[DATA.target].to_numpy(float)
    again = evaluate.metrics(DATA.task, y, scorer.score(held_out), SPEC.get("threshold"))
    assert again == pytest.approx(run["metrics"], abs=1e-9)


def test_one_row_scores_like_the_batch(scorer, held_out):
    batch = scorer.score(held_out.head(5))
    assert [float(scorer.score(held_out.iloc[[i]])[0]) for i in range(5)] == pytest.approx(list(batch), abs=1e-12)


def test_missing_inputs_are_filled(scorer, held_out):
    raw = {c: np.full(3, np.nan) for c in scorer.columns}
    assert np.isfinite(scorer.score_matrix(scorer.matrix(raw))).all()


def test_features_have_a_definition_and_a_version():
    assert all(features.FEATURES[name][0] for name in SPEC["features"])


def test_no_protected_characteristic_is_an_input():
    assert not set(features.sources(SPEC["features"])) & contracts.PROTECTED[SPEC["model"]]


def test_training_and_regression_rows_are_disjoint():
    assert not set(DATA.part("train").index) & set(DATA.part("regression").index)


def test_training_rows_are_the_specified_ones():
    rows = train.training_rows(SPEC, DATA.part("train"))
    assert len(rows) == len(DATA.part("train")) or SPEC.get("drop_not_finite")


def test_foreign_format_is_refused():
    with pytest.raises(ValueError, match="format"):
        Scorer({"format": "pickle"})
