# SPDX-License-Identifier: GPL-3.0-or-later
"""Ledger entries made without any code of Countersign: Ed25519 (RFC 8032), DSSE, and the rows of a workspace file."""
import base64
import hashlib
import json
import sqlite3

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
I = pow(2, (P - 1) // 4, P)
PAYLOAD_TYPE = "application/vnd.countersign.entry+json"


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(s, p):
    q = (0, 1, 1, 0)
    while s:
        if s & 1:
            q = add(q, p)
        p, s = add(p, p), s >> 1
    return q


def base_point():
    y = 4 * pow(5, P - 2, P) % P
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * I % P
    if x & 1:
        x = P - x
    return x, y, 1, x * y % P


def compress(p):
    z = pow(p[2], P - 2, P)
    return ((p[1] * z % P) | ((p[0] * z % P) & 1) << 255).to_bytes(32, "little")


class Key:
    def __init__(self, seed):
        digest = hashlib.sha512(seed).digest()
        self.scalar = (int.from_bytes(digest[:32], "little") & ((1 << 254) - 8)) | (1 << 254)
        self.prefix = digest[32:]
        self.public = compress(times(self.scalar, base_point()))

    @classmethod
    def of_file(cls, path):
        return cls(base64.b64decode(path.read_text()))

    def sign(self, message):
        r = int.from_bytes(hashlib.sha512(self.prefix + message).digest(), "little") % L
        point = compress(times(r, base_point()))
        h = int.from_bytes(hashlib.sha512(point + self.public + message).digest(), "little") % L
        return point + ((r + h * self.scalar) % L).to_bytes(32, "little")

    def fingerprint(self):
        blob = b"\0\0\0\x0bssh-ed25519\0\0\0 " + self.public
        return "SHA256:" + base64.b64encode(hashlib.sha256(blob).digest()).decode().rstrip("=")


def line(key, payload):
    signed = b"DSSEv1 %d %s %d %s" % (len(PAYLOAD_TYPE), PAYLOAD_TYPE.encode(), len(payload), payload)
    return ('{"payload":"%s","payloadType":"%s","signatures":[{"keyid":"%s","sig":"%s"}]}' % (
        base64.b64encode(payload).decode(), PAYLOAD_TYPE, key.fingerprint(), base64.b64encode(key.sign(signed)).decode())).encode()


def root(leaves):
    """RFC 6962 tree head over leaf hashes."""
    if len(leaves) < 2:
        return leaves[0] if leaves else hashlib.sha256(b"").digest()
    half = 1 << ((len(leaves) - 1).bit_length() - 1)
    return hashlib.sha256(b"\1" + root(leaves[:half]) + root(leaves[half:])).digest()


def append(path, key, actor, kind, body, version=1):
    """Appends a well-formed, correctly signed entry straight into the file, as an insider with a key could."""
    base = sqlite3.connect(path)
    lines = [row[0] for row in base.execute("SELECT line FROM entry ORDER BY idx")]
    last = json.loads(base64.b64decode(json.loads(lines[-1])["payload"]))
    leaves = [hashlib.sha256(b"\0" + text).digest() for text in lines]
    payload = {"v": version, "id": hashlib.sha256(lines[-1]).hexdigest()[:32], "type": kind, "at": last["at"], "clock": "synced",
               "station": last["station"], "actor": actor, "after": {"size": len(lines), "root": root(leaves).hex()}, "body": body}
    new = line(key, json.dumps(payload, separators=(",", ":"), ensure_ascii=False).encode())
    with base:
        base.execute("INSERT INTO entry(idx,line) VALUES(?,?)", (len(lines), new))
        level, pos, value = 0, len(lines), hashlib.sha256(b"\0" + new).digest()
        while True:
            base.execute("INSERT INTO node(level,pos,hash) VALUES(?,?,?)", (level, pos, value))
            if pos % 2 == 0:
                break
            left = base.execute("SELECT hash FROM node WHERE level=? AND pos=?", (level, pos - 1)).fetchone()[0]
            level, pos, value = level + 1, pos // 2, hashlib.sha256(b"\1" + left + value).digest()
    base.close()
    return len(lines)
