# SPDX-License-Identifier: GPL-3.0-or-later
"""Certificates and passwords of a server that is elsewhere: good ones work, and each bad one is refused and said.

Run by tests/support/with_postgres.sh, which starts the server.
"""
import pathlib
import subprocess
import unittest

from machines import require
from postgres_faults_test import HOST, PORT, Office, as_server, check_of, signer, until
from postgres_team_test import SERVER_CTL, ServerTest, server


def give_server(path, content, mode="600"):
    """A file of the user who runs the server."""
    subprocess.run([SERVER_CTL, "run", "sh", "-c", 'umask 077; cat > "$0"; chmod "$1" "$0"', path, mode], input=content,
                   check=True, text=True, timeout=60)


class Certificates(ServerTest):
    """A server on another address of this computer, which is elsewhere as far as a client can know."""

    NAME = "db.example"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        require("openssl", "faketime")
        addresses = subprocess.run(["hostname", "-I"], capture_output=True, text=True, check=False).stdout.split()
        cls.address = next((a for a in addresses if "." in a), "127.0.0.2")
        cls.team = Office(cls)
        cls.folder = pathlib.Path(server("folder"))
        cls.data = cls.folder / "data"
        cls.hba = as_server("cat", cls.data / "pg_hba.conf")
        cls.certs = cls.base / "certs"
        cls.certs.mkdir()
        cls.openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-days", "3650",
                    "-subj", "/CN=An authority")
        cls.issue("good", cls.NAME)
        cls.issue("expired", cls.NAME, old=True)
        cls.team.sql("create role kim login password 'open sesame'; grant countersign_writer to kim; "
                     "create role nobody_knows login")
        cls.tell_hba(f"hostssl all admin {cls.address}/32 trust", f"hostssl all kim {cls.address}/32 scram-sha-256")
        cls.addClassCleanup(cls.as_it_was)
        cls.use("good")
        server("stop")
        server("start", "-c", f"listen_addresses={HOST},{cls.address}")

    @classmethod
    def as_it_was(cls):
        for name in ("ssl", "ssl_cert_file", "ssl_key_file"):
            cls.team.sql(f"alter system reset {name}")
        cls.tell_hba()
        server("stop")
        server("start")

    @classmethod
    def openssl(cls, *words, prefix=()):
        subprocess.run([*prefix, "openssl", *words], cwd=cls.certs, check=True, capture_output=True, timeout=60)

    @classmethod
    def issue(cls, name, host, old=False):
        (cls.certs / "names").write_text(f"subjectAltName=DNS:{host}\n")
        cls.openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj", f"/CN={host}")
        cls.openssl("x509", "-req", "-in", f"{name}.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-out",
                    f"{name}.pem", "-days", "30", "-extfile", "names",
                    prefix=["faketime", "-f", "@2021-01-01 00:00:00"] if old else [])

    @classmethod
    def tell_hba(cls, *lines):
        give_server(cls.data / "pg_hba.conf", "\n".join((*lines, cls.hba)) + "\n")

    @classmethod
    def use(cls, name):
        """Another certificate, or none; those who are connected stay so, and who comes sees it."""
        if name:
            for kind in ("pem", "key"):
                give_server(cls.data / f"{name}.{kind}", (cls.certs / f"{name}.{kind}").read_text())
            cls.team.sql(f"alter system set ssl_cert_file = '{name}.pem'")
            cls.team.sql(f"alter system set ssl_key_file = '{name}.key'")
        cls.team.sql("alter system set ssl = " + ("on" if name else "off"))
        cls.team.sql("select pg_reload_conf()")
        until(lambda: cls.team.sql("show ssl") == ("on" if name else "off"), "the server takes its certificate")

    def tearDown(self):
        self.use("good")

    def place(self, host=None, user="admin", **words):
        words = {"hostaddr": self.address, "sslrootcert": self.certs / "ca.pem", **words}
        given = "&".join(f"{key}={value}" for key, value in words.items() if value)
        return f"postgresql://{user}@{host or self.NAME}:{PORT}/{self.team.database}?{given}"

    def info(self, place, expect=0, **options):
        return self.team.ctl("workspace", "info", url=place, expect=expect, **options)

    def refused(self, place, code, *words, **options):
        answer = self.info(place, expect=None, **options)
        self.assertNotEqual(answer.status, 0, answer)
        self.assertEqual(answer["code"], code, answer)
        for word in words:
            self.assertIn(word, answer["message"])
        return answer

    def test_good_certificate(self):
        self.assertEqual(self.info(self.place(sslmode="verify-full"))["link"], "up")
        self.assertEqual(self.info(self.place())["link"], "up", "which is what is meant without a word")
        doctor = self.team.ctl("doctor", url=self.place())
        self.assertIn("over TLS", check_of(doctor, "connection")["found"])

    def test_expired_certificate(self):
        self.use("expired")
        self.refused(self.place(), "CS-STORE-TLS", "expired", "sslrootcert")
        self.assertEqual(check_of(self.team.ctl("doctor", url=self.place(), expect=1), "connection")["state"], "bad")

    def test_certificate_of_another_host(self):
        self.refused(self.place(host="other.example"), "CS-STORE-TLS", "other.example", self.NAME)

    def test_authority_that_nobody_knows(self):
        self.refused(self.place(sslrootcert=None), "CS-STORE-TLS", "sslrootcert")

    def test_no_tls_is_no_connection(self):
        self.tell_hba(f"host all admin {self.address}/32 trust")
        try:
            self.use(None)
            self.refused(self.place(), "CS-STORE-TLS", "SSL")
            self.refused(self.place(sslmode="prefer"), "CS-STORE-TLS", "sslmode=prefer")
            # Environment and service file cannot talk it out of that.
            self.refused(self.place(), "CS-STORE-TLS", env={"PGSSLMODE": "disable"})
            service = self.base / "service.conf"
            service.write_text(f"[team]\nhost={self.address}\nport={PORT}\nuser=admin\ndbname={self.team.database}\nsslmode=disable\n")
            self.refused("postgresql:///?service=team", "CS-STORE-TLS", env={"PGSERVICEFILE": str(service)})
        finally:
            self.tell_hba(f"hostssl all admin {self.address}/32 trust", f"hostssl all kim {self.address}/32 scram-sha-256")

    def test_who_may_not_come_is_not_told_of_certificates(self):
        self.refused(self.place(user="nobody_knows"), "CS-STORE-AUTH", "nobody_knows")

    def test_passwords(self):
        kim = self.place(user="kim")
        self.refused(kim, "CS-STORE-AUTH", "sign-in")
        answer = self.refused(kim, "CS-STORE-AUTH", "kim", env={"PGPASSWORD": "open barley"})
        self.assertNotIn("barley", answer.out + answer.err)
        wrong = self.team.ctl("workspace", "sign-in", url=kim, passphrase="open barley", expect=1)
        self.assertEqual(wrong["code"], "CS-STORE-AUTH")
        self.refused(kim, "CS-STORE-AUTH")
        self.team.ctl("workspace", "sign-in", url=kim, passphrase="open sesame")
        self.assertEqual(self.info(kim)["link"], "up", "from the keychain")
        self.team.ctl(*signer("by-kim"), url=kim)
        self.team.ctl("workspace", "sign-in", "--forget", url=kim)
        self.refused(kim, "CS-STORE-AUTH", "sign-in")


if __name__ == "__main__":
    unittest.main()
