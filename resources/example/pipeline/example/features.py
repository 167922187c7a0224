# SPDX-License-Identifier: GPL-3.0-or-later
"""Feature definitions, used in training and in serving alike (one source: no training/serving skew).

A change of a definition gets a new version number; the ledger records name and version.
"""
from __future__ import annotations

import numpy as np

# A definition takes the raw columns as a mapping name -> array of float (missing = NaN).


def _column(name):
    return lambda raw: raw[name]


def _log1p(name):
    return lambda raw: np.log1p(np.maximum(raw[name], 0))


def _log(name):
    def compute(raw):
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.log(raw[name])
    return compute


def _signed_log(name):
    return lambda raw: np.sign(raw[name]) * np.log1p(np.abs(raw[name]))


# name -> (version, source columns, function of the raw frame)
FEATURES = {
    # mortgage-approval
    "housing_expense_ratio": ("1", ["hrat"], _column("hrat")),
    "obligation_ratio": ("1", ["obrat"], _column("obrat")),
    "obligation_ratio_excess": ("1", ["obrat"], lambda raw: np.maximum(raw["obrat"] - 36, 0)),
    "loan_to_value": ("1", ["loanprc"], lambda raw: np.minimum(raw["loanprc"], 1.5)),
    "bankruptcy_record": ("1", ["pubrec"], _column("pubrec")),
    "credit_history_clean": ("1", ["chist"], _column("chist")),
    "information_unverified": ("1", ["unver"], _column("unver")),
    "guidelines_met": ("1", ["gdlin"], _column("gdlin")),
    "mortgage_late_1_2": ("1", ["mortlat1"], _column("mortlat1")),
    "mortgage_late_3_plus": ("1", ["mortlat2"], _column("mortlat2")),
    "area_unemployment": ("1", ["unem"], _column("unem")),
    "log_income": ("1", ["appinc"], _log1p("appinc")),
    "log_loan": ("1", ["loanamt"], _log1p("loanamt")),
    "net_worth_slog": ("1", ["netw"], _signed_log("netw")),
    "mortgage_credit_score": ("1", ["mortg"], _column("mortg")),
    "consumer_credit_score": ("1", ["cons"], _column("cons")),
    "self_employed": ("1", ["self"], _column("self")),
    "cosigned": ("1", ["cosign"], _column("cosign")),
    "insurance_sought": ("1", ["inss"], _column("inss")),
    "multi_family": ("1", ["multi"], _column("multi")),
    # property-valuation
    "log_area": ("1", ["area"], _log("area")),
    "log_land": ("1", ["land"], _log("land")),
    "rooms": ("1", ["rooms"], _column("rooms")),
    "baths": ("1", ["baths"], _column("baths")),
    "age": ("1", ["age"], _column("age")),
    "age_squared": ("1", ["age"], lambda raw: raw["age"] ** 2 / 1000),
    "log_age": ("1", ["age"], _log("age")),
    "log_age_plus_one": ("1", ["age"], _log1p("age")),
    "sold_1981": ("1", ["y81"], _column("y81")),
    "log_distance": ("1", ["dist"], _log("dist")),
    "log_distance_centre": ("1", ["cbd"], _log("cbd")),
    "near_incinerator": ("1", ["nearinc"], _column("nearinc")),
    "neighbourhood": ("1", ["nbh"], _column("nbh")),
    # savings-offer
    "income": ("1", ["inc"], _column("inc")),
    "customer_age": ("1", ["age"], _column("age")),
    "customer_age_squared": ("1", ["age"], lambda raw: raw["age"] ** 2 / 100),
    "household_size": ("1", ["fsize"], _column("fsize")),
    "joint_account": ("1", ["marr"], _column("marr")),
    "net_assets_slog": ("1", ["nettfa"], _signed_log("nettfa")),
    "net_assets": ("1", ["nettfa"], _column("nettfa")),
    "plan_eligible": ("1", ["e401k"], _column("e401k")),
}


def sources(names: list[str]) -> list[str]:
    """Raw columns needed for these features, in a fixed order."""
    seen: dict[str, None] = {}
    for name in names:
        for column in FEATURES[name][1]:
            seen.setdefault(column)
    return list(seen)


def raw_columns(frame, columns: list[str]) -> dict[str, np.ndarray]:
    """The columns of a data frame (or of a mapping of lists) as arrays of float."""
    return {name: np.array(frame[name], dtype=float) for name in columns}


def compute(raw: dict, names: list[str]) -> np.ndarray:
    """Matrix of feature values; missing raw values stay NaN and are filled by the model."""
    return np.column_stack([FEATURES[name][2](raw) for name in names])


def from_frame(frame, names: list[str]) -> np.ndarray:
    return compute(raw_columns(frame, sources(names)), names)


def versions(names: list[str]) -> list[dict]:
    return [{"name": name, "version": FEATURES[name][0]} for name in sorted(names)]
