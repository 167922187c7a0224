# SPDX-License-Identifier: GPL-3.0-or-later
"""The independent verifier on a ledger made here, on every kind of damage to it, and on a real export."""
import base64
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

sys.path.insert(0, str(Path(__file__).resolve().parent))
import verify_log  # noqa: E402

SCRIPT = Path(verify_log.__file__)
START = 1_767_225_600_000  # 2026-01-01T00:00:00Z


def b64(raw):
    return base64.b64encode(raw).decode()


def compact(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


class Key:
    def __init__(self, number):
        self.secret = Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32)
        self.raw = self.secret.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.text = b64(self.raw)
        wire = b"\0\0\0\x0bssh-ed25519\0\0\0\x20" + self.raw
        self.id = "SHA256:" + b64(hashlib.sha256(wire).digest()).rstrip("=")

    def envelope(self, payload, kind="entry"):
        media, body = f"application/vnd.countersign.{kind}+json", payload.encode()
        signature = self.secret.sign(f"DSSEv1 {len(media)} {media} {len(body)} ".encode() + body)
        return compact({"payload": b64(body), "payloadType": media,
                        "signatures": [{"keyid": self.id, "sig": b64(signature)}]})


def tree_root(leaves):
    """RFC 6962 by its recursive definition: not the way the verifier does it."""
    if len(leaves) < 2:
        return hashlib.sha256(b"\0" + leaves[0] if leaves else b"").digest()
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\1" + tree_root(leaves[:split]) + tree_root(leaves[split:])).digest()


class Ledger:
    """Writes entries the way the contract says; `change` may spoil the payload before it is signed."""

    def __init__(self):
        self.lines, self.at = [], START

    @property
    def workspace(self):
        return hashlib.sha256(b"\0" + self.lines[0].encode()).hexdigest()[:32]

    def root(self, size=None):
        return tree_root([line.encode() for line in self.lines[:size]])

    def add(self, key, signer, kind, body, **changes):
        self.at += 1000
        stamp = f"2026-01-01T00:{self.at // 60000 % 60:02d}:{self.at // 1000 % 60:02d}.{self.at % 1000:03d}Z"
        payload = {"v": 1, "id": f"{len(self.lines):032x}", "type": kind, "at": stamp, "clock": "synced",
                   "station": "00112233aabbccdd", "actor": signer,
                   "after": {"size": len(self.lines), "root": self.root().hex()}, "body": body}
        payload.update(changes)
        self.lines.append(key.envelope(compact(payload)))
        return len(self.lines) - 1

    def enrolment(self, key, workspace=None):
        proof = compact({"workspace": workspace or self.workspace, "key": key.text, "nonce": "00" * 16})
        return {"kind": "enrol", "actorKind": "person", "key": key.text, "proof": key.envelope(proof, "enrolment"),
                "card": "sha256:" + "0" * 64}

    def propose(self, key, actor, change):
        return self.add(key, actor, "authority.proposed", {"change": change, "reason": "sha256:" + "0" * 64})

    def endorse(self, key, actor, proposal, decision="endorse"):
        return self.add(key, actor, "authority.endorsed", {"proposal": proposal, "decision": decision})

    def note(self, key, size=None, origin=None):
        origin = origin or f"countersign.invalid/{self.workspace}"
        size = len(self.lines) if size is None else size
        text = f"{origin}\n{size}\n{b64(self.root(size))}\n"
        key_id = hashlib.sha256(origin.encode() + b"\n\1" + key.raw).digest()[:4]
        return f"{text}\n\u2014 {origin} {b64(key_id + key.secret.sign(text.encode()))}\n"


FOUNDER, SECOND, THIRD, LOG, STRANGER = (Key(n) for n in range(1, 6))


def founded():
    """Two administrators, both needed; a0 founded it, a1 joined before the opening."""
    ledger = Ledger()
    ledger.add(FOUNDER, "a0", "workspace.created", {
        "name": "Größe", "mode": "team", "rules": 1, "key": FOUNDER.text, "card": "sha256:" + "1" * 64, "log_key": LOG.text})
    ledger.propose(FOUNDER, "a0", ledger.enrolment(SECOND))
    ledger.add(SECOND, "a1", "founding.accepted", {})
    ledger.add(FOUNDER, "a0", "workspace.opened", {"admins": ["a0", "a1"], "threshold": 2})
    return ledger


def full():
    """A third person by quorum, a key more and a key less, and thirty entries of work."""
    ledger = founded()
    ledger.endorse(SECOND, "a1", ledger.propose(FOUNDER, "a0", ledger.enrolment(THIRD)))  # a4
    for n in range(30):
        ledger.add(THIRD, "a4", "promotion.commented", {"text": f"sha256:{n:064x}"})
    return ledger


def verify(tmp_path, lines, note=None, end="\n"):
    log, checkpoint = tmp_path / "log", tmp_path / "checkpoint"
    log.write_bytes(("\n".join(lines) + end if lines else "").encode())
    arguments = [sys.executable, "-B", str(SCRIPT), str(log)]
    if note is not None:
        checkpoint.write_bytes(note.encode())
        arguments.append(str(checkpoint))
    run = subprocess.run(arguments, capture_output=True, text=True, timeout=120)
    answer = json.loads(run.stdout)
    assert run.returncode == (0 if answer["verdict"] == "intact" else 1)
    return answer


def broken_at(answer, entry, words):
    assert answer["verdict"] == "broken"
    assert answer["problem"]["entry"] == entry
    assert words in answer["problem"]["message"]


def test_script_keeps_its_promise_of_size():
    text = SCRIPT.read_text()
    assert len(text.splitlines()) <= 150
    assert "countersign" not in [line.split()[1] for line in text.splitlines() if line.startswith(("import", "from"))]


def test_sound_ledger_is_intact(tmp_path):
    ledger = full()
    answer = verify(tmp_path, ledger.lines, ledger.note(LOG))
    assert answer == {"entries": 36, "root": ledger.root().hex(), "verdict": "intact", "problem": None}


@pytest.mark.parametrize("size", [1, 7, 35, 36])
def test_checkpoint_of_an_earlier_size(tmp_path, size):
    ledger = full()
    assert verify(tmp_path, ledger.lines, ledger.note(LOG, size))["verdict"] == "intact"


@pytest.mark.parametrize("entry", [0, 1, 4, 20, 35])
def test_changed_character_anywhere_is_found(entry):
    """At the entry or the next one; in the last entry's keyid, a mere hint, the root still tells."""
    lines = full().lines
    line = lines[entry]
    for at in range(3, len(line), 37):
        log, end = verify_log.Log(), None
        changed = line[:at] + ("A" if line[at] != "A" else "B") + line[at + 1:]
        try:
            for text in lines[:entry] + [changed] + lines[entry + 1:]:
                log.add(text)
        except (ValueError, KeyError, TypeError, AttributeError):
            end = len(log.times)
        keyid = line.index('"keyid"') < at < line.index('"sig"')
        if keyid and end is None:
            assert entry == len(lines) - 1 and log.roots[-1] != tree_root([text.encode() for text in lines])
        else:
            assert end in (entry, entry + 1), (at, changed)


@pytest.mark.parametrize("spoil, entry", [
    (lambda lines: lines[:10] + lines[11:], 10), (lambda lines: lines[:10] + [lines[11], lines[10]] + lines[12:], 10),
    (lambda lines: lines[:10] + [lines[9]] + lines[10:], 10), (lambda lines: lines[1:], 0), (lambda lines: [], 0),
])
def test_missing_swapped_repeated_lines(tmp_path, spoil, entry):
    broken_at(verify(tmp_path, spoil(full().lines)), entry, "")


def test_cut_off_end(tmp_path):
    broken_at(verify(tmp_path, full().lines, end=""), 35, "cut off")


@pytest.mark.parametrize("changes, words", [
    ({"after": {"size": 4, "root": "0" * 64}}, "law 1"), ({"after": {"size": 3, "root": "0" * 64}}, "law 1"),
    ({"id": f"{1:032x}"}, "id was used"), ({"id": "xyz"}, "one form"), ({"v": 2}, "one form"), ({"clock": "sundial"}, "one form"),
    ({"station": "0"}, "one form"), ({"actor": "b0"}, "one form"), ({"extra": 1}, "one form"), ({"at": "2026-01-01"}, "one form"),
    ({"at": "2025-12-31T23:55:00.000Z"}, "law 13"), ({"at": "2026-02-30T00:00:00.000Z"}, "ValueError"),
])
def test_signed_nonsense_of_an_insider(tmp_path, changes, words):
    ledger = founded()
    ledger.add(FOUNDER, "a0", "promotion.commented", {}, **changes)
    broken_at(verify(tmp_path, ledger.lines), 4, words)


def test_duplicate_member(tmp_path):
    ledger = founded()
    ledger.add(FOUNDER, "a0", "promotion.commented", {"text": 1})
    payload = base64.b64decode(json.loads(ledger.lines[4])["payload"]).decode()
    ledger.lines[4] = FOUNDER.envelope(payload.replace('{"text":1}', '{"text":1,"text":2}'))
    broken_at(verify(tmp_path, ledger.lines), 4, "twice")


@pytest.mark.parametrize("key, actor", [(STRANGER, "a0"), (SECOND, "a0"), (STRANGER, "a9"), (THIRD, "a4")])
def test_unenrolled_signer(tmp_path, key, actor):
    ledger = founded()
    ledger.add(key, actor, "promotion.commented", {})
    broken_at(verify(tmp_path, ledger.lines), 4, "law 2")


def test_white_space_and_second_signature_are_another_form(tmp_path):
    for spoil in (lambda line: line.replace('","sig"', '", "sig"'), lambda line: line.replace("}]}", "},{}]}"), lambda line: line + " "):
        ledger = founded()
        broken_at(verify(tmp_path, ledger.lines[:-1] + [spoil(ledger.lines[-1])]), 3, "one form")


def test_base64_has_one_spelling(tmp_path):
    ledger = founded()
    while True:
        ledger.add(FOUNDER, "a0", "promotion.commented", {"text": "x" * len(ledger.lines)})
        payload = json.loads(ledger.lines[-1])["payload"]
        if payload.endswith("=") and payload[-3] != "=":
            break
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    last = len(payload.rstrip("=")) - 1
    other = payload[:last] + alphabet[alphabet.index(payload[last]) + 1] + payload[last + 1:]
    assert base64.b64decode(other) == base64.b64decode(payload)
    ledger.lines[-1] = ledger.lines[-1].replace(payload, other)
    broken_at(verify(tmp_path, ledger.lines), len(ledger.lines) - 1, "canonical")


class TestAuthority:
    def test_enrolment_waits_for_the_quorum(self, tmp_path):
        ledger = founded()
        proposal = ledger.propose(FOUNDER, "a0", ledger.enrolment(THIRD))
        ledger.endorse(FOUNDER, "a0", proposal)  # the same person again counts once
        ledger.endorse(SECOND, "a1", proposal, "object")
        ledger.add(THIRD, f"a{proposal}", "promotion.commented", {})
        broken_at(verify(tmp_path, ledger.lines), 7, "law 2")

    def test_withdrawn_enrolment_never_acts(self, tmp_path):
        ledger = founded()
        proposal = ledger.propose(FOUNDER, "a0", ledger.enrolment(THIRD))
        ledger.add(FOUNDER, "a0", "authority.withdrawn", {"proposal": proposal})
        ledger.endorse(SECOND, "a1", proposal)
        ledger.add(THIRD, f"a{proposal}", "promotion.commented", {})
        broken_at(verify(tmp_path, ledger.lines), 7, "law 2")

    def test_key_without_possession(self, tmp_path):
        for change in (lambda l: {**l.enrolment(THIRD), "key": STRANGER.text}, lambda l: l.enrolment(THIRD, "0" * 32)):
            ledger = founded()
            ledger.endorse(SECOND, "a1", ledger.propose(FOUNDER, "a0", change(ledger)))
            broken_at(verify(tmp_path, ledger.lines), 5, "law 12")

    def test_one_key_for_two_persons(self, tmp_path):
        ledger = founded()
        ledger.endorse(SECOND, "a1", ledger.propose(FOUNDER, "a0", ledger.enrolment(SECOND)))
        broken_at(verify(tmp_path, ledger.lines), 5, "already")

    def test_added_key_signs_and_revoked_key_does_not(self, tmp_path):
        ledger = full()
        added = {**ledger.enrolment(STRANGER), "kind": "add_key", "actor": "a4"}
        ledger.endorse(SECOND, "a1", ledger.propose(FOUNDER, "a0", added))
        ledger.add(STRANGER, "a4", "promotion.commented", {})
        ledger.endorse(SECOND, "a1", ledger.propose(FOUNDER, "a0", {"kind": "revoke_key", "key": THIRD.text, "why": "lost"}))
        ledger.add(STRANGER, "a4", "promotion.commented", {})
        assert verify(tmp_path, ledger.lines)["verdict"] == "intact"
        ledger.add(THIRD, "a4", "promotion.commented", {})
        broken_at(verify(tmp_path, ledger.lines), len(ledger.lines) - 1, "law 2")

    def test_new_administrators_endorse_too(self, tmp_path):
        ledger = full()
        proposal = ledger.propose(FOUNDER, "a0", {"kind": "set_admins", "admins": ["a0", "a4"], "threshold": 1})
        ledger.endorse(SECOND, "a1", proposal)
        early = ledger.propose(FOUNDER, "a0", {"kind": "revoke_key", "key": SECOND.text, "why": "left"})
        ledger.add(SECOND, "a1", "promotion.commented", {})  # not revoked: the quorum is still two
        ledger.endorse(THIRD, "a4", proposal)
        ledger.propose(FOUNDER, "a0", {"kind": "revoke_key", "key": SECOND.text, "why": "left"})
        assert verify(tmp_path, ledger.lines)["verdict"] == "intact"
        assert early < ledger.add(SECOND, "a1", "promotion.commented", {})
        broken_at(verify(tmp_path, ledger.lines), len(ledger.lines) - 1, "law 2")


class TestTime:
    def test_five_minutes_back_are_allowed_and_a_millisecond_more_is_not(self, tmp_path):
        for back, verdict in (("2026-01-01T00:05:00.000Z", "intact"), ("2026-01-01T00:04:59.999Z", "broken")):
            ledger = founded()
            ledger.add(FOUNDER, "a0", "promotion.commented", {}, at="2026-01-01T00:10:00.000Z")
            ledger.add(FOUNDER, "a0", "promotion.commented", {}, at=back)
            assert verify(tmp_path, ledger.lines)["verdict"] == verdict

    def test_corrected_clock(self, tmp_path):
        ledger = founded()
        ledger.add(FOUNDER, "a0", "promotion.commented", {}, at="2036-01-01T00:00:00.000Z")
        late = {"at": "2036-01-01T00:00:01.000Z"}
        change = {"kind": "correct_clock", "from": 4, "to": 5}
        ledger.add(FOUNDER, "a0", "authority.proposed", {"change": change, "reason": "sha256:" + "0" * 64}, **late)
        ledger.add(SECOND, "a1", "authority.endorsed", {"proposal": 5, "decision": "endorse"}, at="2036-01-01T00:00:01.500Z")
        ledger.add(FOUNDER, "a0", "promotion.commented", {}, at="2036-01-01T00:00:02.000Z")
        assert verify(tmp_path, ledger.lines)["verdict"] == "intact"


class TestCheckpoint:
    def test_other_root_size_origin_or_key(self, tmp_path):
        ledger, longer = full(), full()
        longer.add(THIRD, "a4", "promotion.commented", {})
        fork = founded()
        for n in range(32):
            fork.add(SECOND, "a1", "promotion.commented", {"text": n})
        cases = ((longer.note(LOG), "longer log"), (fork.note(LOG), "another root"), (ledger.note(STRANGER), "not signed"),
                 (ledger.note(LOG, origin="countersign.invalid/0"), "another workspace"), ("", ""),
                 (ledger.note(LOG).replace("\n36\n", "\n036\n"), "longer log"),
                 (ledger.note(LOG).replace("\n36\n", "\n35\n"), "another root"))
        for note, words in cases:
            broken_at(verify(tmp_path, ledger.lines, note), 36, words)

    def test_known_key_that_fails_rejects_the_note(self, tmp_path):
        ledger = full()
        good, other = ledger.note(LOG), ledger.note(LOG, 35)
        broken_at(verify(tmp_path, ledger.lines, good + other.split("\n\n")[1]), 36, "not signed")

    def test_unknown_cosigner_is_ignored(self, tmp_path):
        ledger = full()
        note = ledger.note(LOG) + ledger.note(STRANGER).split("\n\n")[1]
        assert verify(tmp_path, ledger.lines, note)["verdict"] == "intact"

    def test_later_log_key(self, tmp_path):
        ledger = full()
        trust = {"kind": "trust", "purpose": "log", "key": STRANGER.text, "name": "log 2"}
        ledger.endorse(SECOND, "a1", ledger.propose(FOUNDER, "a0", trust))
        assert verify(tmp_path, ledger.lines, ledger.note(STRANGER))["verdict"] == "intact"


def ctl(*arguments):
    return subprocess.run([os.environ["COUNTERSIGNCTL"], *map(str, arguments)], capture_output=True, text=True,
                          timeout=300, stdin=subprocess.DEVNULL)


@pytest.mark.skipif(not os.environ.get("COUNTERSIGNCTL"), reason="COUNTERSIGNCTL names no countersignctl: the real export is NOT checked")
def test_real_export_of_the_demo(tmp_path):
    """What the program writes is what a stranger can check, and both find the same root."""
    workspace, log, note = tmp_path / "Demo ä.countersign", tmp_path / "demo.log", tmp_path / "demo.note"
    made = ctl("demo", workspace)
    assert made.returncode == 0, made.stderr
    exported = ctl("-w", workspace, "log", "export", "--output", log)
    assert exported.returncode == 0, exported.stderr
    checkpoint = ctl("-w", workspace, "checkpoint", "--output", note)
    assert checkpoint.returncode == 0, checkpoint.stderr
    run = subprocess.run([sys.executable, "-B", SCRIPT, log, note], capture_output=True, text=True, timeout=300)
    answer = json.loads(run.stdout)
    assert run.returncode == 0 and answer["verdict"] == "intact", answer
    ours = json.loads(ctl("-w", workspace, "verify", "--json").stdout)
    assert (ours["verdict"], ours["entries"], ours["root"]) == ("intact", answer["entries"], answer["root"])
