#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What a CI pipeline does after training: register a version, attach its evidence, report its results and
# propose it for staging. Facts come from facts/MODEL/LABEL/version.json.
#
#   COUNTERSIGN_WORKSPACE=PATH COUNTERSIGN_KEY_FILE=KEY ci-pipeline.sh [MODEL [LABEL]]
#
# COUNTERSIGN_KEY_FILE is the key of the CI identity (role automation). Set COUNTERSIGN_MODEL_ID to use a model
# that is registered already; else COUNTERSIGN_MODEL_KEY_FILE (default: the same key) registers it, because
# only an ML engineer or tech lead may. COUNTERSIGN_PRODUCER picks the reports to send (default automation).
# COUNTERSIGN_CONTRIBUTORS (as "a4 a7") are the persons who made the version; while nobody is named, no review of it counts.
# COUNTERSIGN_REGISTRY_ID (as r7) adds where the version comes from: its registry, name, version and run.
# Needs countersignctl (or COUNTERSIGNCTL) and python3 with its standard library.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
ctl=${COUNTERSIGNCTL:-countersignctl}
model=${1:-savings-offer}
label=${2:-5}
facts=${COUNTERSIGN_FACTS:-$here/facts}
producer=${COUNTERSIGN_PRODUCER:-automation}
transition=${COUNTERSIGN_TRANSITION:-dev-to-staging}
rollback=${COUNTERSIGN_ROLLBACK_TARGET:-none}
version_file=$facts/$model/$label/version.json

: "${COUNTERSIGN_WORKSPACE:?names the workspace file}"
: "${COUNTERSIGN_KEY_FILE:?names the key file of the CI identity}"
export COUNTERSIGN_WORKSPACE COUNTERSIGN_KEY_FILE
[ -r "$version_file" ] || { echo "ci-pipeline: no facts at $version_file" >&2; exit 2; }

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
trap 'exit 130' INT TERM

# A member of the answer; an answer that is not {"ok":true,…,MEMBER:…} ends the script with the answer on stderr.
answer_member() {
    python3 -c '
import json, sys
text = sys.stdin.read()
try:
    answer = json.loads(text)
    if answer["ok"] is not True:
        raise ValueError
    print(answer[sys.argv[1]])
except (ValueError, KeyError, TypeError):
    sys.exit("ci-pipeline: unexpected answer: " + text.strip())
' "$1"
}
answer_id() { answer_member id; }

# Writes what the loops below read: one tab-separated line per piece of evidence, one file and line per report.
split_facts() {
    python3 - "$facts" "$version_file" "$work" "$producer" "${COUNTERSIGN_REGISTRY_ID:-}" <<'PY'
import json, pathlib, sys
facts, version_file, work, producer, registry = sys.argv[1:]
work, version = pathlib.Path(work), json.loads(pathlib.Path(version_file).read_text())
model = json.loads((pathlib.Path(facts) / version["model"] / "model.json").read_text())
(work / "owner").write_text(model["ownerRole"] + "\n")
(work / "endpoint").write_text(model["serving"]["endpoint"] + "\n")
(work / "text").write_text(version["change"] + "\n")
members = ("label", "artifact", "image", "code", "data", "pipeline", "features")
registration = {m: version[m] for m in members if version.get(m) is not None}
if registry and version["source"]:
    registration["source"] = {**version["source"], "registry": registry}
(work / "version.json").write_text(json.dumps(registration))
sent = [e for e in version["evidence"] if e["phase"] == "dev"]
(work / "evidence").write_text("".join("\t".join((e["kind"], e["media"], e["title"], e["file"])) + "\n" for e in sent))
lines = []
for number, report in enumerate(r for r in version["results"] if r["phase"] == "dev" and r["producer"] == producer):
    name = work / f"report-{number}.json"
    name.write_text(json.dumps({k: v for k, v in report.items() if k in ("run", "inputs", "results") and v is not None}))
    lines.append(f"{name}\t{report['evidence'] or '-'}\n")
(work / "reports").write_text("".join(lines))
PY
}

say() { printf 'ci-pipeline: %s\n' "$*" >&2; }

split_facts
tab=$(printf '\t')

if [ -n "${COUNTERSIGN_MODEL_ID:-}" ]; then
    model_id=$COUNTERSIGN_MODEL_ID
else
    answer=$(COUNTERSIGN_KEY_FILE=${COUNTERSIGN_MODEL_KEY_FILE:-$COUNTERSIGN_KEY_FILE} \
        "$ctl" model register --name "$model" --owner-role "$(cat "$work/owner")" --json)
    model_id=$(printf '%s' "$answer" | answer_id)
fi
say "model $model is $model_id"

set --
for person in ${COUNTERSIGN_CONTRIBUTORS:-}; do
    set -- "$@" --contributor "$person"
done
answer=$("$ctl" version register --model "$model_id" --file "$work/version.json" "$@" --json)
version_id=$(printf '%s' "$answer" | answer_id)
say "version $label is $version_id"

while IFS="$tab" read -r kind media title file; do
    answer=$("$ctl" evidence attach "$version_id" --kind "$kind" --media "$media" --title "$title" "$facts/$file" --json </dev/null)
    evidence_id=$(printf '%s' "$answer" | answer_id)
    printf '%s\t%s\n' "$file" "$evidence_id" >>"$work/attached"
    say "attached $kind as $evidence_id"
done <"$work/evidence"

while IFS="$tab" read -r report file; do
    evidence_id=$(awk -F "$tab" -v file="$file" '$1 == file { print $2 }' "$work/attached" | tail -n 1)
    if [ -n "$evidence_id" ]; then
        answer=$("$ctl" result report "$version_id" --file "$report" --evidence "$evidence_id" --json </dev/null)
    else
        answer=$("$ctl" result report "$version_id" --file "$report" --json </dev/null)
    fi
    entry=$(printf '%s' "$answer" | answer_member entry)
    say "reported results, entry $entry"
done <"$work/reports"
say "reported $(wc -l <"$work/reports" | tr -d ' ') results"

answer=$("$ctl" promote propose "$version_id" --transition "$transition" --endpoint "$(cat "$work/endpoint")" \
    --text "$(cat "$work/text")" --rollback-target "$rollback" --json)
printf '%s' "$answer" | answer_id
