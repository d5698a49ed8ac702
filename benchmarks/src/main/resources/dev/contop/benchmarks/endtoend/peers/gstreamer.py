"""GStreamer as the host: ximagesrc, an encoder and webrtcbin, one pipeline a viewer.

usage: gstreamer.py H264|VP8     (the display is $DISPLAY)
"""

import re
import sys

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstSdp", "1.0")
gi.require_version("GstWebRTC", "1.0")
from gi.repository import Gst, GstSdp, GstWebRTC  # noqa: E402

import signaling  # noqa: E402

CODEC = sys.argv[1]
ENCODE = {
    "H264": "x264enc tune=zerolatency speed-preset=ultrafast bitrate=5000 key-int-max=300"
            " ! video/x-h264,profile=constrained-baseline"
            " ! rtph264pay config-interval=-1 aggregate-mode=zero-latency",
    "VP8": "vp8enc deadline=1 cpu-used=8 target-bitrate=5000000 end-usage=cbr keyframe-max-dist=300"
           " error-resilient=default ! rtpvp8pay picture-id-mode=15-bit",
}[CODEC]
PIPELINE = ("ximagesrc use-damage=false ! video/x-raw,framerate=30/1"
            " ! queue max-size-buffers=1 leaky=downstream"
            " ! videoscale ! videoconvert ! video/x-raw,format=I420,width=1280,height=720"
            " ! {encode} ! application/x-rtp,media=video,encoding-name={codec},payload={payload}"
            " ! webrtcbin name=door bundle-policy=max-bundle latency=0")


def payload_in(offer):
    """The number that the offer gives the codec; for H264 that of the constrained baseline profile."""
    for number in re.findall(r"a=rtpmap:(\d+) %s/90000" % CODEC, offer):
        facts = re.search(r"a=fmtp:%s (.*)" % number, offer)
        if CODEC == "VP8" or facts and "packetization-mode=1" in facts[1] and "profile-level-id=42e0" in facts[1]:
            return number
    raise ValueError("no " + CODEC + " in the offer")


class Sending:
    def __init__(self, line, offer):
        self.line = line
        self.pipeline = Gst.parse_launch(PIPELINE.format(encode=ENCODE, codec=CODEC, payload=payload_in(offer)))
        self.door = self.pipeline.get_by_name("door")
        self.door.connect("on-ice-candidate", self.candidate)
        self.pipeline.set_state(Gst.State.PLAYING)
        _, sdp = GstSdp.SDPMessage.new_from_text(offer)
        described = GstWebRTC.WebRTCSessionDescription.new(GstWebRTC.WebRTCSDPType.OFFER, sdp)
        self.door.emit("set-remote-description", described, Gst.Promise.new_with_change_func(self.offered, None))

    def candidate(self, _, index, text):
        self.line.send({"type": "ice_candidate", "candidate": {"candidate": text, "sdpMLineIndex": index}})

    def offered(self, *_):
        self.door.emit("create-answer", None, Gst.Promise.new_with_change_func(self.answered, None))

    def answered(self, promise, *_):
        reply = promise.get_reply()  # the answer lies in it, so it must live as long
        answer = reply.get_value("answer")
        self.door.emit("set-local-description", answer, None)
        self.line.send({"type": "answer", "sdp": answer.sdp.as_text()})

    def end(self):
        self.pipeline.set_state(Gst.State.NULL)


def viewer(line):
    sending = None
    try:
        for message in line:
            if message["type"] == "offer":
                sending = Sending(line, message["sdp"])
            elif message["type"] == "ice_candidate" and message["candidate"]["candidate"]:
                it = message["candidate"]
                sending.door.emit("add-ice-candidate", it["sdpMLineIndex"], it["candidate"])
    finally:
        if sending:
            sending.end()


Gst.init(None)
signaling.serve(viewer)
