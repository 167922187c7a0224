# SPDX-License-Identifier: GPL-3.0-or-later
"""Two desks compare what they have seen, over a folder and with a witness that answers over HTTP."""
import base64
import hashlib
import pathlib
import re
import shutil
import signal
import struct
import subprocess
import unittest
import urllib.error
import urllib.request

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from machines import CTL, CliTest

LAWFUL = ("people", "trust", "--purpose", "provenance", "--name", "builder", "--key",
          base64.b64encode(bytes(range(32))).decode())


def cosignatures(note):
    """Verified with another library than ours: {name: seconds} of the witness lines that a vkey is given for."""
    text, _, lines = note.rpartition("\n\n")
    return text + "\n", [line.split(" ") for line in lines.splitlines()]


def verify(note, vkey):
    name, key_id, key = vkey.split("+", 2)
    raw = base64.b64decode(key)
    assert raw[0] == 4
    assert hashlib.sha256(name.encode() + b"\n" + raw).hexdigest()[:8] == key_id
    text, lines = cosignatures(note)
    for _, who, signature in lines:
        value = base64.b64decode(signature)
        if who == name and value[:4].hex() == key_id:
            (seconds,) = struct.unpack(">Q", value[4:12])
            message = f"cosignature/v1\ntime {seconds}\n{text}".encode()
            Ed25519PublicKey.from_public_bytes(raw[1:]).verify(value[12:], message)
            return seconds
    raise AssertionError(f"{name} has not signed\n{note}")


class Heads(CliTest):
    def setUp(self):
        super().setUp()
        self.folder = self.base / self._testMethodName
        self.folder.mkdir()
        self.ada, self.bob = self.desk("ada"), self.desk("bob")
        self.path = self.folder / "heads.countersign"
        self.ada.ctl("init", self.path, "--name", "Heads", "--mode", "demo", "--policy", "small-team", "--founder", "Ada")
        self.key = self.bob.ctl("witness", "key")["key"]
        self.ada.ctl("people", "trust", "--purpose", "witness", "--name", "Bob's desk", "--key", self.key, workspace=self.path)

    def desk(self, name):
        return self.machine(f"{self._testMethodName}/{name}")

    def test_over_a_folder(self):
        shared = self.folder / "shared"
        shared.mkdir()
        self.bob.ctl("workspace", "info", "--first-contact", workspace=self.path)
        first = self.bob.ctl("heads", "exchange", shared, workspace=self.path)
        self.assertEqual(first["heads"], [])
        again = self.ada.ctl("heads", "exchange", shared, workspace=self.path)
        (head,) = again["heads"]
        self.assertEqual((head["relation"], head["signedBy"]), ("part of this ledger", ["Bob's desk"]))
        (folder,) = shared.iterdir()
        (folder / "spoilt.checkpoint").write_text("no note\n")
        told = self.ada.ctl("heads", "exchange", shared, workspace=self.path, json_=False)
        self.assertIn("Not read: spoilt.checkpoint", told.out)
        (file,) = [f for f in shared.glob("*/*.checkpoint") if self.key.split("+")[0].split("/")[-1] in f.name]
        verify(file.read_text(), self.key)

    def test_an_old_copy_is_found_out_by_a_colleague(self):
        """A desk that has never seen the newest entries is shown a copy without them."""
        copy = self.folder / "copy.countersign"
        shutil.copy(self.path, copy)
        self.ada.ctl(*LAWFUL, workspace=self.path)
        self.bob.ctl("workspace", "info", "--first-contact", workspace=self.path)
        note = self.folder / "bob.checkpoint"
        self.bob.ctl("heads", "write", "-o", note, workspace=self.path)
        fresh = self.desk("fresh")
        fresh.ctl("workspace", "info", "--first-contact", workspace=copy)
        told = fresh.ctl("heads", "compare", note, workspace=copy, expect=1)
        self.assertEqual(told["code"], "CS-HEADS-ALARM")
        self.assertIn("kept back or lost", told["alarm"])
        refused = fresh.ctl("workspace", "info", workspace=copy, json_=False, expect=1)
        self.assertIn("Bob's desk", refused.out + refused.err)

    def test_a_witness_over_http(self):
        self.bob.ctl("workspace", "info", "--first-contact", workspace=self.path)
        log = open(self.bob.home / "witness.log", "w+", encoding="utf-8")
        child = subprocess.Popen([CTL, "-w", str(self.path), "witness", "serve", "--listen", "127.0.0.1:0"],
                                 env=self.bob.env, stdout=log, stderr=log)
        try:
            said = pathlib.Path(log.name)
            self.bob.wait(lambda: "http://" in said.read_text(), "witness")
            url = re.search(r"http://[0-9.:]+[0-9]", said.read_text()).group(0)
            first = self.ada.ctl("checkpoint", "--witness", url, "-o", self.folder / "a.note", workspace=self.path)
            self.assertEqual(first.status, 0)
            verify((self.folder / "a.note").read_text(), self.key)
            self.ada.ctl(*LAWFUL, workspace=self.path)
            self.ada.ctl("checkpoint", "--witness", url, "-o", self.folder / "b.note", workspace=self.path)
            verify((self.folder / "b.note").read_text(), self.key)
            origin = (self.folder / "b.note").read_text().split("\n", 1)[0]
            latest = f"{url}/{hashlib.sha256(origin.encode()).hexdigest()}/checkpoint"
            with urllib.request.urlopen(latest, timeout=30) as answer:
                self.assertIn(origin, answer.read().decode())
            for path, data, status in (("/add-checkpoint", b"rubbish", 400), ("/elsewhere", None, 404),
                                       ("/add-checkpoint", b"x" * 300_000, 413)):
                with self.assertRaises(urllib.error.HTTPError) as refused:
                    urllib.request.urlopen(url + path, data, timeout=30)
                self.assertEqual(refused.exception.code, status, path)
        finally:
            child.send_signal(signal.SIGTERM)
            self.assertEqual(child.wait(timeout=30), 0)
            log.close()
        gone = self.ada.ctl("checkpoint", "--witness", url, workspace=self.path, expect=None)
        self.assertNotEqual(gone.status, 0)

    def test_bad_notes_are_named(self):
        note = self.folder / "bad.checkpoint"
        for text, code in (("", "CS-HEADS-NOTE"), ("no note\n", "CS-HEADS-NOTE"), ("x" * 100_000, "CS-CLI-FILE-SIZE")):
            note.write_text(text)
            told = self.ada.ctl("heads", "compare", note, workspace=self.path, expect=None)
            self.assertNotEqual(told.status, 0)
            self.assertEqual(told["code"], code, told)
        self.ada.ctl("heads", "compare", self.folder / "missing", workspace=self.path, expect=3)


if __name__ == "__main__":
    unittest.main()
