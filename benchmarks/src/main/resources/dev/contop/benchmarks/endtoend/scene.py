"""The screen that is measured: a fixed desktop, and over it what the mode says.

usage: scene.py MODE       (the display is $DISPLAY)
  moving    a block that moves and text that scrolls, 30 times a second, and the clock strip, 60 times
  still     nothing changes
  lone      only the clock strip changes, twice a second
  terminal  a large terminal that gets a line 30 times a second
  typing    a letter 8 times a second, with every fourth a pause
  dragging  a window of text that is dragged about, 60 times a second
  video     a picture of soft shapes that moves 25 times a second, in a window of 960 by 540

In the modes of the second half the clock strip changes with each change of the picture.

The clock strip shows the time as black and white cells, so that a reader of the decoded video can tell how old
a picture is: 2 rows of 22 cells, 40 pixels each, its top left corner at 40, 20. Row by row: 4 marker cells 1010,
32 cells of milliseconds since the epoch modulo 2^32, highest first, and 8 cells of a checksum, the sum of
(i + 1) * byte i modulo 251. It is drawn into a pixmap and shown by one copy: no grab ever sees half of it.
"""

import math
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


    def terminal_begin(self):
        self.fill(0x0C0C0C, 60, 140, self.width - 120, self.height - 220)

    def terminal(self, count):
        left, top, width, height = 60, 140, self.width - 120, self.height - 220
        self.window.copy_area(self.ink, self.window, left, top + 16, width, height - 16, left, top)
        self.fill(0x0C0C0C, left, top + height - 16, width, 16)
        self.ink.change(foreground=0xC8E0C8, background=0x0C0C0C)
        text = b" ".join(self.line() for _ in range(2))
        self.window.image_text(self.ink, left + 8, top + height - 4, text[:self.random.randrange(20, 160)])
        self.clock()

    def typing(self, count):
        if count % 4 == 3:
            return
        column, row = count % 110, count // 110 % 30
        self.ink.change(foreground=0x1E1E1E, background=0xF2F1EC)
        letter = bytes([97 + self.random.randrange(26)])
        self.window.image_text(self.ink, self.width // 2 + 60 + 6 * column, 300 + 16 * row, letter)
        self.clock()

    def drag_begin(self):
        """The desktop and the window as pixmaps, and a third in which each picture is put together."""
        def pixmap(width, height):
            return self.window.create_pixmap(width, height, self.display.screen().root_depth)
        self.behind = pixmap(self.width, self.height)
        self.behind.copy_area(self.ink, self.window, 0, 0, self.width, self.height, 0, 0)
        self.dragged = pixmap(700, 500)
        self.ink.change(foreground=0x3B6EA5)
        self.dragged.fill_rectangle(self.ink, 0, 0, 700, 500)
        self.ink.change(foreground=0xFFFFFF)
        self.dragged.fill_rectangle(self.ink, 2, 26, 696, 472)
        self.ink.change(foreground=0x1E1E1E, background=0xFFFFFF)
        for row in range(29):
            self.dragged.image_text(self.ink, 12, 44 + 16 * row, self.line())
        self.whole = pixmap(self.width, self.height)
        self.was = (300, 400)

    def drag(self, count):
        angle = count / 60 * 2
        x = int(self.width / 2 - 350 + 500 * math.sin(angle))
        y = int(self.height / 2 - 170 + 200 * math.sin(2 * angle))
        left, top = min(x, self.was[0]), min(y, self.was[1])
        width, height = abs(x - self.was[0]) + 700, abs(y - self.was[1]) + 500
        self.whole.copy_area(self.ink, self.behind, left, top, width, height, left, top)
        self.whole.copy_area(self.ink, self.dragged, 0, 0, 700, 500, x, y)
        self.window.copy_area(self.ink, self.whole, left, top, width, height, left, top)
        self.was = (x, y)
        self.clock()

    def video_begin(self):
        """Some thousand soft shapes; the video is a camera's way over them."""
        self.reel = self.window.create_pixmap(1920, 1080, self.display.screen().root_depth)
        self.ink.change(foreground=0x607080)
        self.reel.fill_rectangle(self.ink, 0, 0, 1920, 1080)
        for i in range(4000):
            size = self.random.randrange(8, 400 if i < 400 else 60)
            x, y = self.random.randrange(-100, 1920), self.random.randrange(-100, 1080)
            red = 40 + max(0, x) * 150 // 1920 + self.random.randrange(56)
            green = 40 + max(0, y) * 150 // 1080 + self.random.randrange(56)
            self.ink.change(foreground=red << 16 | green << 8 | self.random.randrange(90, 200))
            self.reel.fill_arc(self.ink, x, y, size, size, 0, 360 * 64)

    def video(self, count):
        angle = count / 25
        x = int(480 + 470 * math.sin(angle * 0.7))
        y = int(270 + 260 * math.cos(angle * 0.9))
        self.window.copy_area(self.ink, self.reel, x, y, 960, 540, 480, 300)
        self.clock()


def every(seconds, act):
    due, count = time.monotonic(), 0
    while True:
        act(count)
        count += 1
        due += seconds
        time.sleep(max(0.0, due - time.monotonic()))


def main(mode):
    scene = Scene()

    def moving(count):
        if count % 2 == 0:
            scene.scroll(count // 2)
        scene.clock()

    seconds, begin, act = {
        "moving": (1 / 60, None, moving),
        "still": (None, scene.clock, None),
        "lone": (1 / 2, None, lambda count: scene.clock()),
        "terminal": (1 / 30, scene.terminal_begin, scene.terminal),
        "typing": (1 / 8, None, scene.typing),
        "dragging": (1 / 60, scene.drag_begin, scene.drag),
        "video": (1 / 25, scene.video_begin, scene.video),
    }[mode]
    if begin:
        begin()
    scene.display.sync()
    print("ready", flush=True)
    if seconds:
        every(seconds, act)
    else:
        sys.stdin.read()


main(sys.argv[1])
