"""aiortc as the host: the screen by FFmpeg's x11grab, scaled by it, VP8 (the display is $DISPLAY)."""

import asyncio
import fractions
import os
import threading
import time

import aiortc
import av
import signaling
from aiortc.codecs import vpx
from aiortc.sdp import candidate_from_sdp

vpx.DEFAULT_BITRATE = vpx.MAX_BITRATE = 5_000_000
FRAMES_PER_SECOND = 30


class Screen(aiortc.MediaStreamTrack):
    """The newest picture, each at most once: what nobody took in time is gone."""

    kind = "video"

    def __init__(self):
        super().__init__()
        self.loop = asyncio.get_running_loop()
        self.fresh = asyncio.Event()
        self.picture = None
        self.began = time.monotonic()
        threading.Thread(target=self.grab, daemon=True).start()

    def grab(self):
        options = {"framerate": str(FRAMES_PER_SECOND), "video_size": "1920x1080", "draw_mouse": "1"}
        with av.open(os.environ["DISPLAY"], format="x11grab", options=options) as source:
            for frame in source.decode(video=0):
                if self.readyState != "live":
                    return
                scaled = frame.reformat(1280, 720, "yuv420p")
                self.loop.call_soon_threadsafe(self.offer, scaled)

    def offer(self, picture):
        self.picture = picture
        self.fresh.set()

    async def recv(self):
        await self.fresh.wait()
        self.fresh.clear()
        self.picture.pts = int((time.monotonic() - self.began) * 90000)
        self.picture.time_base = fractions.Fraction(1, 90000)
        return self.picture


async def answer(peer, line, offer):
    await peer.setRemoteDescription(aiortc.RTCSessionDescription(offer, "offer"))
    peer.addTrack(Screen())
    await peer.setLocalDescription(await peer.createAnswer())
    line.send({"type": "answer", "sdp": peer.localDescription.sdp})


async def hear(peer, line, message):
    if message["type"] == "offer":
        await answer(peer, line, message["sdp"])
    elif message["type"] == "ice_candidate" and message["candidate"]["candidate"]:
        candidate = candidate_from_sdp(message["candidate"]["candidate"].split(":", 1)[1])
        candidate.sdpMid = message["candidate"]["sdpMid"]
        candidate.sdpMLineIndex = message["candidate"]["sdpMLineIndex"]
        await peer.addIceCandidate(candidate)


def main():
    loop = asyncio.new_event_loop()

    def wait(coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, loop).result()

    async def fresh():
        return aiortc.RTCPeerConnection(aiortc.RTCConfiguration(iceServers=[]))

    async def end(peer):
        for sender in peer.getSenders():
            if sender.track:
                sender.track.stop()
        await peer.close()

    def viewer(line):
        peer = wait(fresh())
        try:
            for message in line:
                wait(hear(peer, line, message))
        finally:
            wait(end(peer))

    threading.Thread(target=signaling.serve, args=(viewer,), daemon=True).start()
    loop.run_forever()


main()
