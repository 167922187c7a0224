# SPDX-License-Identifier: GPL-3.0-or-later
"""Machines for tests of the command line: each has a home, a session bus, a real keyring and a terminal of its own.

A missing gnome-keyring or session bus is a failure here, never a skip: packaging/test installs them.
"""
import json
import os
import pathlib
import pty
import fcntl
import re
import select
import shutil
import signal
import subprocess
import tempfile
import termios
import time
import unittest

CTL = os.environ.get("COUNTERSIGNCTL", "")
SOURCE = pathlib.Path(__file__).resolve().parents[3]
FACTS = SOURCE / "resources" / "example" / "facts"
PASSPHRASE = "correct horse battery"
PROMPT = re.compile(rb"(ass(phrase for|word of) [^\n]*|Once more): $")
SCHEMA = "countersign.cli/1"


def require(*programs):
    for program in programs:
        if shutil.which(program) is None:
            raise AssertionError(f"{program} is missing; packaging/test installs it (see packaging/packages.txt)")


class Answer:
    """What a command left: exit status, standard output and error, and the answer of --json."""

    def __init__(self, words, status, out, err):
        self.words, self.status, self.out, self.err = words, status, out, err
        self.json = None
        if "--json" in words and out.startswith("{"):
            self.json = json.loads(out)

    def __getitem__(self, member):
        return self.json[member]

    def __str__(self):
        return f"{' '.join(map(str, self.words))}\nstatus {self.status}\n{self.out[-3000:]}\n{self.err[-3000:]}"


class Clock:
    """The time that the real binary sees, through libfaketime; it goes on by some seconds at each command."""

    def __init__(self, start):
        self.seconds = start

    def text(self, seconds=None):
        return time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(self.seconds if seconds is None else seconds))

    def hours(self, count):
        self.seconds += int(count * 3600)

    def prefix(self):
        self.seconds += 20
        return ["faketime", "-f", time.strftime("@%Y-%m-%d %H:%M:%S", time.gmtime(self.seconds))]


class Machine:
    """One person's computer: own home, state, keyring. All end with the test."""

    def __init__(self, base, name, clock=None, keyring=True):
        require("dbus-daemon", "gnome-keyring-daemon", "gdbus", "setpriv", *(["faketime"] if clock else []))
        self.name, self.clock = name, clock
        self.home = pathlib.Path(base) / name
        self.run_dir = self.home / "run"
        self.run_dir.mkdir(parents=True, mode=0o700)
        self.children = []
        # No display: a locked keyring would otherwise ask on the screen of whoever runs the tests, and wait.
        others = ("COUNTERSIGN", "XDG_", "DBUS_", "GNOME_", "FAKETIME", "DISPLAY", "WAYLAND_DISPLAY")
        keep = {k: v for k, v in os.environ.items() if not k.startswith(others)}
        self.env = {**keep, "HOME": str(self.home), "XDG_RUNTIME_DIR": str(self.run_dir), "LC_ALL": "C.UTF-8", "TZ": "UTC",
                    "DBUS_SESSION_BUS_ADDRESS": f"unix:path={self.run_dir}/bus", "QT_QPA_PLATFORM": "offscreen",
                    "FAKETIME_DONT_FAKE_MONOTONIC": "1", "NO_FAKE_STAT": "1"}
        self.start(["dbus-daemon", "--session", "--nofork", "--nopidfile", "--nosyslog",
                    "--address=" + self.env["DBUS_SESSION_BUS_ADDRESS"]], "bus")
        self.wait(lambda: (self.run_dir / "bus").exists(), "session bus")
        if keyring:
            self.start_keyring()

    def start(self, words, name, stdin=b""):
        log = open(self.home / f"{name}.log", "wb")
        child = subprocess.Popen(["setpriv", "--pdeathsig", "TERM", "--", *words], env=self.env, stdin=subprocess.PIPE,
                                 stdout=log, stderr=log)
        child.stdin.write(stdin)
        child.stdin.close()
        log.close()
        self.children.append(child)
        return child

    def start_keyring(self):
        self.keyring = self.start(["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets",
                                   f"--control-directory={self.run_dir}/keyring"], "keyring", b"tests")
        self.wait(self.has_keyring, "gnome-keyring")

    def has_keyring(self):
        answer = subprocess.run(["gdbus", "call", "--session", "--dest", "org.freedesktop.DBus", "--object-path",
                                 "/org/freedesktop/DBus", "--method", "org.freedesktop.DBus.NameHasOwner",
                                 "org.freedesktop.secrets"], env=self.env, capture_output=True, timeout=30, check=False)
        return b"true" in answer.stdout

    def wait(self, done, what):
        for _ in range(300):
            if done():
                return
            time.sleep(0.1)
        logs = "\n".join(p.read_text(errors="replace") for p in self.home.glob("*.log"))
        raise AssertionError(f"{self.name}: {what} did not start\n{logs}")

    def stop(self):
        for child in reversed(self.children):
            child.terminate()
            child.wait(timeout=20)
        self.children = []

    def ctl(self, *words, expect=0, passphrase=None, key=None, workspace=None, env=None, prefix=(), json_=True, cwd=None):
        """Runs countersignctl; with a passphrase it gets a terminal, where that is typed whenever it is asked."""
        words = [str(w) for w in words]
        if json_:
            words.append("--json")
        environment = {**self.env, **(env or {})}
        if key:
            environment["COUNTERSIGN_KEY_FILE"] = str(key)
        if workspace:
            environment["COUNTERSIGN_WORKSPACE"] = str(workspace)
        command = [*(self.clock.prefix() if self.clock else []), *prefix, CTL, *words]
        status, out, err = self.execute(command, environment, passphrase, cwd)
        answer = Answer(words, status, out, err)
        if expect is not None and answer.status != expect:
            raise AssertionError(f"{self.name}: expected status {expect}\n{answer}")
        return answer

    def execute(self, command, environment, passphrase, cwd):
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            if passphrase is None:
                child = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=err,
                                         start_new_session=True, cwd=cwd)
                child.wait(timeout=300)
            else:
                self.on_terminal(command, environment, passphrase, out, err, cwd)
                child = self.last
            texts = []
            for file in (out, err):
                file.seek(0)
                texts.append(file.read().decode(errors="replace"))
        return child.returncode, *texts

    def on_terminal(self, command, environment, passphrase, out, err, cwd):
        master, slave = pty.openpty()

        def own_terminal():
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)

        self.last = child = subprocess.Popen(command, env=environment, stdin=slave, stdout=out, stderr=err,
                                             start_new_session=True, preexec_fn=own_terminal, cwd=cwd)
        os.close(slave)
        seen, deadline = b"", time.monotonic() + 300
        while child.poll() is None or select.select([master], [], [], 0)[0]:
            if time.monotonic() > deadline:
                child.kill()
                raise AssertionError(f"{command} hangs; its terminal says {seen!r}")
            if not select.select([master], [], [], 0.1)[0]:
                continue
            try:
                seen += os.read(master, 4096)
            except OSError:
                break
            if PROMPT.search(seen):
                os.write(master, passphrase.encode() if passphrase == "\x03" else passphrase.encode() + b"\n")
                seen = b""
        child.wait(timeout=300)
        os.close(master)


class CliTest(unittest.TestCase):
    """A test class with a folder of its own; machines made by `machine` end with it."""

    @classmethod
    def setUpClass(cls):
        if not CTL or not os.access(CTL, os.X_OK):
            raise AssertionError("COUNTERSIGNCTL does not name the built countersignctl")
        cls.machines = []
        # A short path: the name of a Unix socket has at most 107 characters.
        cls.base = pathlib.Path(tempfile.mkdtemp(prefix="cs-cli-", dir="/tmp"))
        cls.addClassCleanup(cls.tear_down)

    @classmethod
    def tear_down(cls):
        for machine in cls.machines:
            machine.stop()
        shutil.rmtree(cls.base, ignore_errors=True)

    @classmethod
    def machine(cls, name, clock=None, keyring=True):
        machine = Machine(cls.base, name, clock, keyring)
        cls.machines.append(machine)
        return machine


def fact(path):
    return json.loads((FACTS / path).read_text())


def interrupt(child):
    os.killpg(child.pid, signal.SIGINT)
