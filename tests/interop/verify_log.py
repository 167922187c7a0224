#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Replays `countersignctl log export` with no code of Countersign. usage: verify_log.py LOG [CHECKPOINT]

Prints a verdict; status 0 only for "intact". Checks form, signatures by keys live at their index, RFC 6962 heads,
ids, time and the checkpoint; judging the gates takes the policies and `countersignctl verify`.
"""
import base64, datetime, hashlib, json, re, sys  # noqa: E401
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

LINE = (r'\{"payload":"([A-Za-z0-9+/=]+)","payloadType":"(application/vnd\.countersign\.%s\+json)",'
        r'"signatures":\[\{"keyid":"SHA256:[A-Za-z0-9+/]{43}","sig":"([A-Za-z0-9+/=]{88})"\}\]\}')
HEAD = re.compile(rb'\{"v":1,"id":"([0-9a-f]{32})","type":"([a-z0-9_.]+)","at":"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})Z",'
                  rb'"clock":"(?:synced|unsynced|unknown)","station":"[0-9a-f]{16}","actor":"(a(?:0|[1-9]\d*))",'
                  rb'"after":\{"size":(\d+),"root":"([0-9a-f]{64})"\},"body":(\{.*\})\}', re.S)

def need(condition, message):
    if not condition:
        raise ValueError(message)

def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()

def decode(text):
    raw = base64.b64decode(text, validate=True)
    need(base64.b64encode(raw).decode() == text, "base64 is not canonical")
    return raw

def members(pairs):
    need(len(dict(pairs)) == len(pairs), "a JSON member appears twice")
    return dict(pairs)

def verified(key, signature, message):
    try:
        return Ed25519PublicKey.from_public_bytes(key).verify(signature, message) is None
    except InvalidSignature:
        return False

def open_envelope(line, kind):
    """(payload, signature, what was signed: the DSSE pre-authentication encoding)"""
    found = re.fullmatch(LINE % kind, line)
    need(found and len(line) <= 65535, "the line is not an envelope of the one form")
    payload, media = decode(found[1]), found[2].encode()
    need(len(payload) <= 48000, "the payload is too long")
    return payload, decode(found[3]), b"DSSEv1 %d %s %d %s" % (len(media), media, len(payload), payload)

class Log:
    def __init__(self):
        self.frontier, self.roots, self.ids, self.times = [], [sha()], set(), []
        self.keys, self.log_keys, self.workspace, self.clock = {}, [], "", 0
        self.admins, self.quorum, self.proposals = {"a0"}, 0, {}

    def add(self, line):
        index = len(self.times)
        payload, signature, message = open_envelope(line, "entry")
        head = HEAD.fullmatch(payload)
        need(head, "the payload has not the one form of an entry")
        name, kind, at, actor, size, root, text = (part.decode() for part in head.groups())
        body = json.loads(text, object_pairs_hook=members)
        need((size, root) == (str(index), self.roots[-1].hex()), "law 1: after is not the tree before this entry")
        need(name not in self.ids, "the id was used before")
        time = round(datetime.datetime.fromisoformat(at + "+00:00").timestamp() * 1000)
        need(time >= self.clock - 300_000, "law 13: the time goes back more than 5 minutes")
        if index == 0:
            need((kind, actor) == ("workspace.created", "a0"), "entry 0 does not found a workspace")
            self.keys["a0"] = {decode(body["key"])}
            self.log_keys = [decode(body["log_key"])] if body.get("log_key") else []
            self.workspace = sha(b"\0", line.encode()).hex()[:32]
        need(any(verified(key, signature, message) for key in self.keys.get(actor, ())),
             f"law 2: no live key of {actor} made this signature")
        self.replay(index, kind, actor, body)
        self.times.append(time)
        self.ids.add(name)
        self.clock = max(time, self.clock)
        self.grow(index, line)

    def grow(self, index, line):
        node = sha(b"\0", line.encode())  # the frontier holds the roots of the maximal perfect subtrees
        while index & 1:
            node, index = sha(b"\1", self.frontier.pop(), node), index >> 1
        self.frontier.append(node)
        for left in reversed(self.frontier[:-1]):
            node = sha(b"\1", left, node)
        self.roots.append(node)

    def replay(self, index, kind, actor, body):
        """Who may sign: a change acts at the endorsement that completes its quorum, before the opening at once."""
        about = index if kind == "authority.proposed" else body.get("proposal")
        if kind == "workspace.opened":
            self.admins, self.quorum = set(body["admins"]), body["threshold"]
        elif kind == "authority.proposed":
            self.proposals[index] = (body["change"], {actor})
        elif kind == "authority.withdrawn":
            self.proposals.pop(about, None)
        elif kind == "authority.endorsed" and body["decision"] == "endorse" and about in self.proposals:
            self.proposals[about][1].add(actor)
        if kind.startswith("authority.") and about in self.proposals:
            change, signers = self.proposals[about]
            if len(signers & self.admins) >= self.quorum and signers >= set(change.get("admins", ())):
                self.settle(self.proposals.pop(about)[0], about)

    def settle(self, change, proposal):
        kind = change["kind"]
        if kind in ("enrol", "add_key"):
            payload, signature, message = open_envelope(change["proof"], "enrolment")
            key, said = decode(change["key"]), json.loads(payload, object_pairs_hook=members)
            proven = (said["key"], said["workspace"]) == (change["key"], self.workspace)
            need(proven and verified(key, signature, message), "law 12: the new key does not prove its possession")
            need(not any(key in keys for keys in self.keys.values()), "law 12: the key is somebody's already")
            self.keys.setdefault(f"a{proposal}" if kind == "enrol" else change["actor"], set()).add(key)
        elif kind == "revoke_key":
            self.keys = {actor: keys - {decode(change["key"])} for actor, keys in self.keys.items()}
        elif kind == "set_admins":
            self.admins, self.quorum = set(change["admins"]), change["threshold"]
        elif kind == "trust" and change["purpose"] == "log":
            self.log_keys.append(decode(change["key"]))
        elif kind == "correct_clock":
            for wrong in range(change["from"], change["to"] + 1):
                self.times[wrong] = self.times[change["from"] - 1]
            self.clock = max(self.times)

    def check_note(self, note):
        text, _, signatures = note.partition("\n\n")
        origin, size, root = text.split("\n")[:3]
        need(origin == f"countersign.invalid/{self.workspace}", "the checkpoint is of another workspace")
        need(size in map(str, range(len(self.roots))), "the checkpoint is of a longer log")
        need(decode(root) == self.roots[int(size)], "the checkpoint has another root")
        ids = {sha(origin.encode(), b"\n\1", key)[:4]: key for key in self.log_keys}
        made = [decode(line.split(" ")[2]) for line in signatures.splitlines() if line.startswith(f"\u2014 {origin} ")]
        known = [verified(ids[raw[:4]], raw[4:], text.encode() + b"\n") for raw in made if raw[:4] in ids]
        need(known and all(known), "the checkpoint is not signed by the log's key")

def main(log_path, note_path=None):
    log, problem = Log(), None
    try:
        for line in open(log_path, encoding="utf-8", newline="\n"):
            need(line.endswith("\n"), "the last line is cut off")
            log.add(line[:-1])
        need(log.times, "the log is empty")
        if note_path:
            log.check_note(open(note_path, encoding="utf-8", newline="\n").read())
    except (KeyError, IndexError, TypeError, AttributeError, ValueError, RecursionError) as error:
        problem = {"entry": len(log.times), "message": f"{type(error).__name__}: {error}"}
    verdict = "broken" if problem else "intact"
    print(json.dumps({"entries": len(log.times), "root": log.roots[-1].hex(), "verdict": verdict, "problem": problem}))
    return 1 if problem else 0

if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) in (2, 3) else __doc__)
