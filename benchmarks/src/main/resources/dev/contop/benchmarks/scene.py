"""The screen that is measured: a fixed desktop, and over it what the mode says.

usage: scene.py MODE       (the display is $DISPLAY)
  moving   a block that moves and text that scrolls, 30 times a second, and the clock strip, 60 times
  still    nothing changes
  lone     only the clock strip changes, twice a second

The clock strip shows the time as black and white cells, so that a reader of the decoded video can tell how old
a picture is: 2 rows of 22 cells, 40 pixels each, its top left corner at 40, 20. Row by row: 4 marker cells 1010,
32 cells of milliseconds since the epoch modulo 2^32, highest first, and 8 cells of a checksum, the sum of
(i + 1) * byte i modulo 251. It is drawn into a pixmap and shown by one copy: no grab ever sees half of it.
"""

import random
import sys
import time

from Xlib import X, display

CELL, COLUMNS, ROWS, LEFT, TOP = 40, 22, 2, 40, 20


def cells(ms):
    value = ms & 0xFFFFFFFF
    parts = [(value >> shift) & 255 for shift in (24, 16, 8, 0)]
    check = sum((i + 1) * part for i, part in enumerate(parts)) % 251
    word = (0b1010 << 40) | (value << 8) | check
    return [(word >> (43 - i)) & 1 for i in range(44)]


class Scene:
    def __init__(self):
        self.display = display.Display()
        screen = self.display.screen()
        self.width, self.height = screen.width_in_pixels, screen.height_in_pixels
        self.window = screen.root.create_window(
            0, 0, self.width, self.height, 0, screen.root_depth,
            background_pixel=0x26303A, override_redirect=1, event_mask=X.ExposureMask)
        self.window.map()
        while self.display.next_event().type != X.Expose:
            pass
        self.font = self.display.open_font("fixed")
        self.ink = self.window.create_gc(font=self.font, foreground=0, background=0)
        self.strip = self.window.create_pixmap(CELL * COLUMNS, CELL * ROWS, screen.root_depth)
        self.strip_ink = self.strip.create_gc(foreground=0)
        self.random = random.Random(11)
        self.desktop()

    def fill(self, colour, x, y, width, height):
        self.ink.change(foreground=colour)
        self.window.fill_rectangle(self.ink, x, y, width, height)

    def line(self):
        return " ".join("%06x" % self.random.getrandbits(24) for _ in range(12)).encode()

    def desktop(self):
        """A bar, icons, and a page of small text: edges that an encoder must keep sharp."""
        self.fill(0x11161B, 0, self.height - 44, self.width, 44)
        for i in range(10):
            self.fill((0x2D5A88 * (i + 2)) & 0xFFFFFF, 24 + 56 * i, self.height - 38, 32, 32)
        left = self.width // 2 + 40
        self.fill(0xF2F1EC, left, 140, self.width // 2 - 100, self.height - 230)
        self.ink.change(foreground=0x1E1E1E, background=0xF2F1EC)
        for row in range((self.height - 260) // 16):
            self.window.image_text(self.ink, left + 20, 165 + 16 * row, self.line())
        self.display.sync()

    def clock(self):
        self.strip_ink.change(foreground=0)
        self.strip.fill_rectangle(self.strip_ink, 0, 0, CELL * COLUMNS, CELL * ROWS)
        self.strip_ink.change(foreground=0xFFFFFF)
        white = [((i % COLUMNS) * CELL, (i // COLUMNS) * CELL, CELL, CELL)
                 for i, on in enumerate(cells(int(time.time() * 1000))) if on]
        self.strip.poly_fill_rectangle(self.strip_ink, white)
        self.window.copy_area(self.strip_ink, self.strip, 0, 0, CELL * COLUMNS, CELL * ROWS, LEFT, TOP)
        self.display.flush()

    def scroll(self, count):
        """A terminal that gets a line, and a block on its way through it."""
        left, top, width, height = 60, 300, self.width // 2 - 120, self.height - 420
        self.window.copy_area(self.ink, self.window, left, top + 16, width, height - 16, left, top)
        self.fill(0x0C0C0C, left, top + height - 16, width, 16)
        self.ink.change(foreground=0xC8E0C8, background=0x0C0C0C)
        self.window.image_text(self.ink, left + 8, top + height - 4, self.line())
        before = 60 + (count - 1) * 7 % (width - 60)
        now = 60 + count * 7 % (width - 60)
        self.fill(0x26303A, before, 150, 60, 90)
        self.fill(0xD8912A, now, 150, 60, 90)


def every(seconds, act):
    due, count = time.monotonic(), 0
    while True:
        act(count)
        count += 1
        due += seconds
        time.sleep(max(0.0, due - time.monotonic()))


def main(mode):
    scene = Scene()
    print("ready", flush=True)
    if mode == "moving":
        def act(count):
            if count % 2 == 0:
                scene.scroll(count // 2)
            scene.clock()
        every(1 / 60, act)
    elif mode == "lone":
        every(0.5, lambda count: scene.clock())
    elif mode == "still":
        scene.clock()
        scene.display.sync()
        sys.stdin.read()
    else:
        sys.exit("unknown mode " + mode)


main(sys.argv[1])
