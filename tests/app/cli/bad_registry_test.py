# SPDX-License-Identifier: GPL-3.0-or-later
"""A registry that is slow, answers nonsense, sends the request elsewhere or shows a wrong certificate: each a clear error, nothing changed."""
import http.server
import json
import ssl
import subprocess
import threading
import unittest

from demo_team import DemoTeam
from machines import CliTest

SECRET = "s3cret-and-more"


class Server:
    """One request handler on a port of its own; remembers what it was asked."""

    def __init__(self, answer, context=None):
        self.asked = asked = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                asked.append((self.path, self.headers.get("Authorization")))
                status, headers, body = answer(self.path)
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                try:
                    self.wfile.write(body)
                except OSError:
                    pass

            def log_message(self, *words):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        if context:
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


def reply(body, status=200, kind="application/json", **headers):
    return lambda path: (status, {"Content-Type": kind, **headers}, body if isinstance(body, bytes) else json.dumps(body).encode())


class BadRegistry(CliTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.team = DemoTeam(cls.machine("desk"), cls.base)
        cls.count = 0

    def serve(self, answer, context=None):
        server = Server(answer, context)
        self.addCleanup(server.stop)
        return server

    def add(self, url, *options, expect=0):
        type(self).count += 1
        return self.team.sign(self.team.engineer, "registry", "add", "--name", f"registry-{self.count}", "--url", url, *options, expect=expect)

    def refused(self, answer, code, word="test", status=1, context=None, scheme="http"):
        server = self.serve(answer, context)
        registry = self.add(f"{scheme}://127.0.0.1:{server.port}")["id"]
        before = self.team.head()
        got = self.team.read("registry", word, registry, expect=status)
        self.assertEqual(got["code"], code)
        self.assertEqual(self.team.head(), before, "nothing was changed")
        return got["message"], server

    def test_answers_that_are_none(self):
        self.assertIn("web page", self.refused(reply(b"<html>Sign in</html>", kind="text/html"), "CS-REGISTRY-ANSWER")[0])
        self.refused(reply(b'{"registered_models": [{"na'), "CS-REGISTRY-ANSWER")
        self.assertIn("401", self.refused(reply({"message": "who?"}, 401), "CS-REGISTRY-AUTH")[0])
        self.assertIn("403", self.refused(reply({"error_code": "PERMISSION_DENIED", "message": "no"}, 403), "CS-REGISTRY-FORBIDDEN")[0])
        page = {"registered_models": [], "next_page_token": "again"}
        self.refused(reply(page), "CS-REGISTRY-PAGES", word="reconcile")

    def test_a_busy_server_is_asked_again(self):
        answers = iter([(429, {"Retry-After": "1"}, b"{}"), (500, {}, b"oops")])
        server = self.serve(lambda path: next(answers, (200, {"Content-Type": "application/json"}, b"{}")))
        registry = self.add(f"http://127.0.0.1:{server.port}")["id"]
        self.assertEqual(self.team.read("registry", "test", registry)["models"], 0)
        self.assertGreaterEqual(len(server.asked), 3)

    def test_a_secret_never_follows_a_redirect(self):
        thief = self.serve(reply({}))
        message, server = self.refused(reply(b"", 302, Location=f"http://127.0.0.1:{thief.port}/steal"), "CS-REGISTRY-REDIRECT")
        self.assertIn(str(thief.port), message)
        self.assertEqual(thief.asked, [])
        registry = self.add(f"http://127.0.0.1:{server.port}", "--auth", "bearer")["id"]
        self.assertEqual(self.team.read("registry", "test", registry, expect=1)["code"], "CS-REGISTRY-SIGN-IN")
        secret = self.base / "secret"
        secret.write_text(SECRET + "\n")
        self.team.read("registry", "sign-in", registry, "--secret-file", secret)
        self.team.read("registry", "test", registry, expect=1)
        self.assertEqual(server.asked[-1][1], "Bearer " + SECRET)
        self.assertEqual(thief.asked, [])
        # A registry that moves has no sign-in any more.
        self.team.sign(self.team.engineer, "registry", "change", registry, "--url", f"http://127.0.0.1:{thief.port}")
        self.assertEqual(self.team.read("registry", "test", registry, expect=1)["code"], "CS-REGISTRY-SIGN-IN")
        self.assertEqual(thief.asked, [])
        self.assertNotIn(SECRET.encode(), self.team.path.read_bytes())

    def test_a_wrong_certificate_cannot_be_clicked_away(self):
        key, certificate = self.base / "key.pem", self.base / "cert.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                        "-subj", "/CN=elsewhere", "-keyout", key, "-out", certificate], check=True, capture_output=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        message, server = self.refused(reply({}), "CS-REGISTRY-CERTIFICATE", context=context, scheme="https")
        self.assertIn("Nothing was sent", message)
        self.assertEqual(server.asked, [])

    def test_a_server_that_is_not_there(self):
        server = self.serve(reply({}))
        registry = self.add(f"http://127.0.0.1:{server.port}")["id"]
        server.stop()
        self.assertEqual(self.team.read("registry", "test", registry, expect=3)["code"], "CS-REGISTRY-UNREACHABLE")

    def test_addresses_that_are_refused(self):
        for url in ("http://registry.example", "http://127.0.0.1.example:5000", "https://user:pass@registry.example", "ftp://x", "registry"):
            self.assertEqual(self.add(url, expect=2)["code"], "CS-REGISTRY-URL", url)
        self.assertEqual(self.add("https://registry.example", "--auth", "digest", expect=2)["code"], "CS-REGISTRY-OPTIONS")
        self.assertEqual(self.add("https://registry.example", "--alias", "moon=x", expect=2)["code"], "CS-REGISTRY-OPTIONS")
        self.assertEqual(self.add("https://registry.example", "--owner-role", "king", expect=2)["code"], "CS-REGISTRY-OPTIONS")
        refused = self.team.sign(self.team.owner, "registry", "add", "--name", "x", "--url", "https://registry.example", expect=1)
        self.assertEqual(refused["law"], 2)


if __name__ == "__main__":
    unittest.main()
