"""The door of a peer that is measured: an empty page, and a WebSocket for the host's messages offer, answer and
ice_candidate. One thread each connection; serve() prints "ready PORT" and never returns.
"""

import base64
import hashlib
import json
import socketserver
import struct
import threading

ACCEPT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"  # RFC 6455, section 1.3
TEXT, CLOSE, PING, PONG = 1, 8, 9, 10


class Line(socketserver.StreamRequestHandler):
    """One connection; iterating over it gives the messages of its WebSocket until that is closed."""

    disable_nagle_algorithm = True

    def handle(self):
        self.lock = threading.Lock()
        request = self.rfile.readline().decode().split(" ")
        headers = {}
        for line in iter(lambda: self.rfile.readline().strip(), b""):
            name, _, value = line.decode().partition(":")
            headers[name.lower()] = value.strip()
        self.path = request[1] if len(request) > 1 else "/"
        key = headers.get("sec-websocket-key")
        if key is None:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 15\r\n"
                             b"Connection: close\r\n\r\n<!doctype html>")
            return
        accept = base64.b64encode(hashlib.sha1((key + ACCEPT).encode()).digest()).decode()
        self.wfile.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                          "Sec-WebSocket-Accept: " + accept + "\r\n\r\n").encode())
        self.server.viewer(self)

    def __iter__(self):
        while True:
            try:
                kind, payload = self.frame()
            except (OSError, struct.error):
                return
            if kind == CLOSE:
                return
            if kind == PING:
                self.write(PONG, payload)
            if kind == TEXT:
                yield json.loads(payload)

    def frame(self):
        first, second = struct.unpack("!BB", self.rfile.read(2))
        length = second & 127
        if length == 126:
            length, = struct.unpack("!H", self.rfile.read(2))
        elif length == 127:
            length, = struct.unpack("!Q", self.rfile.read(8))
        mask = self.rfile.read(4)
        return first & 15, bytes(byte ^ mask[i % 4] for i, byte in enumerate(self.rfile.read(length)))

    def send(self, message):
        self.write(TEXT, json.dumps(message).encode())

    def write(self, kind, payload):
        length = len(payload)
        head = struct.pack("!BB", 128 | kind, length) if length < 126 else struct.pack("!BBH", 128 | kind, 126, length)
        with self.lock:
            try:
                self.wfile.write(head + payload)
            except OSError:
                pass  # it left


class Door(socketserver.ThreadingTCPServer):
    daemon_threads = True


def serve(viewer):
    with Door(("127.0.0.1", 0), Line) as door:
        door.viewer = viewer
        print("ready", door.server_address[1], flush=True)
        door.serve_forever()
