"""Carries messages between the page that shares its screen (path /host) and the viewer that came last."""

import signaling

ends = {}


def viewer(line):
    mine, other = ("host", "viewer") if line.path == "/host" else ("viewer", "host")
    ends[mine] = line
    for message in line:
        if other in ends:
            ends[other].send(message)


signaling.serve(viewer)
