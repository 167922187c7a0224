# SPDX-License-Identifier: GPL-3.0-or-later
"""Digests of artifacts (OpenSSF Model Signing root), of source trees (git) and of files; DSSE signatures."""
from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path

SIGNER = "example-builder"
STATEMENT_TYPE = "application/vnd.in-toto+json"


def sha256(data: bytes) -> str:
    return "sha256:" + hashlib.sha256(data).hexdigest()


def file_sha(path: Path) -> str:
    return sha256(Path(path).read_bytes())


def oms(folder: Path) -> dict:
    """Root = SHA-256 over the raw SHA-256 digests of the files, sorted by name (trust page, section 2)."""
    files = sorted((p for p in Path(folder).rglob("*") if p.is_file()), key=lambda p: p.relative_to(folder).as_posix())
    raw = [hashlib.sha256(p.read_bytes()).digest() for p in files]
    return {"method": "oms", "sha": sha256(b"".join(raw)), "bytes": sum(p.stat().st_size for p in files),
            "files": [{"name": p.relative_to(folder).as_posix(), "sha": "sha256:" + d.hex(), "bytes": p.stat().st_size}
                      for p, d in zip(files, raw)]}


def git_tree(files: dict[str, bytes]) -> str:
    """The id that git gives a tree with these files (all mode 100644)."""
    def write(kind: str, data: bytes) -> bytes:
        return hashlib.sha1(f"{kind} {len(data)}\0".encode() + data, usedforsecurity=False).digest()

    def tree(prefix: str) -> bytes:
        names = sorted({n[len(prefix):].split("/")[0] + ("/" if "/" in n[len(prefix):] else "") for n in files if n.startswith(prefix)})
        lines = b""
        for name in names:
            if name.endswith("/"):
                lines += b"40000 " + name[:-1].encode() + b"\0" + tree(prefix + name)
            else:
                lines += b"100644 " + name.encode() + b"\0" + write("blob", files[prefix + name])
        return write("tree", lines)
    return tree("").hex()


def code_revision(root: Path, spec_file: Path) -> str:
    """git tree id of the pipeline's sources with the one specification of this version."""
    names = [*root.glob("example/*.py"), *root.glob("model_tests/*.py"), *root.glob("requirements.*"), *root.glob("serving/*.json"),
             root / "Containerfile", root / "run.py", spec_file]
    return git_tree({p.relative_to(root).as_posix(): p.read_bytes() for p in names})


class Signer:
    """A key that lives as long as one pipeline run. Only the public half is written anywhere."""

    def __init__(self):
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        self._key = Ed25519PrivateKey.generate()
        self.public = base64.b64encode(self._key.public_key().public_bytes_raw()).decode()

    def envelope(self, statement: dict) -> bytes:
        body = json.dumps(statement, sort_keys=True, separators=(",", ":")).encode()
        signature = self._key.sign(pae(body))
        return json.dumps({"payload": base64.b64encode(body).decode(), "payloadType": STATEMENT_TYPE,
                           "signatures": [{"keyid": "", "sig": base64.b64encode(signature).decode()}]}).encode() + b"\n"


def pae(body: bytes) -> bytes:
    return b"DSSEv1 %d %s %d %s" % (len(STATEMENT_TYPE), STATEMENT_TYPE.encode(), len(body), body)


def verified(envelope: bytes, public: str) -> dict:
    """Checks the signature; returns the statement or raises."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    document = json.loads(envelope)
    body = base64.b64decode(document["payload"])
    Ed25519PublicKey.from_public_bytes(base64.b64decode(public)).verify(base64.b64decode(document["signatures"][0]["sig"]), pae(body))
    return json.loads(body)


def model_statement(name: str, artifact: dict) -> dict:
    return {"_type": "https://in-toto.io/Statement/v1", "subject": [{"name": name, "digest": {"sha256": artifact["sha"][7:]}}],
            "predicateType": "https://model_signing/signature/v1.0",
            "predicate": {"resources": [{"name": f["name"], "digest": f["sha"][7:], "algorithm": "sha256"} for f in artifact["files"]],
                          "serialization": {"method": "files", "hash_type": "sha256", "allow_symlinks": False, "ignore_paths": []}}}


def image_statement(sha: str, description: dict) -> dict:
    return {"_type": "https://in-toto.io/Statement/v1", "subject": [{"name": "serving-image-description", "digest": {"sha256": sha[7:]}}],
            "predicateType": "https://slsa.dev/provenance/v1",
            "predicate": {"buildDefinition": {"buildType": "urn:countersign:example:image-description", "externalParameters": {},
                                              "resolvedDependencies": [{"name": f["name"], "digest": {"sha256": f["sha"][7:]}} for f in description["files"]]},
                          "runDetails": {"builder": {"id": "urn:countersign:example:builder"}}}}
