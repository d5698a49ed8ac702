"""A window that has the focus and writes down what comes to it, one event a line.

Usage: watch.py DISPLAY
"""
import sys

from Xlib import X, display
from Xlib.error import ConnectionClosedError

d = display.Display(sys.argv[1])
screen = d.screen()
window = screen.root.create_window(
    140, 100, 1000, 600, 0, screen.root_depth, background_pixel=screen.white_pixel,
    event_mask=X.KeyPressMask | X.KeyReleaseMask | X.ButtonPressMask | X.ButtonReleaseMask
    | X.ExposureMask)
window.map()
ready = False


def say(*words):
    print(*words, flush=True)


def keysym(event):
    symbol = d.keycode_to_keysym(event.detail, 1 if event.state & X.ShiftMask else 0)
    if event.state & X.LockMask and symbol < 0x100 and chr(symbol).isalpha():
        symbol = ord(chr(symbol).swapcase())
    return symbol


down = {}
while True:
    try:
        event = d.next_event()
        if event.type == X.MappingNotify:
            d.refresh_keyboard_mapping(event)
    except ConnectionClosedError:
        sys.exit()
    if event.type == X.Expose and not ready:
        window.set_input_focus(X.RevertToParent, X.CurrentTime)
        d.sync()
        ready = True
        say("ready")
    elif event.type == X.KeyPress:
        down[event.detail] = keysym(event)
        say("key", down[event.detail], "down")
    elif event.type == X.KeyRelease:
        say("key", down.pop(event.detail, keysym(event)), "up")
    elif event.type == X.ButtonPress:
        say("button", event.detail, "down")
    elif event.type == X.ButtonRelease:
        say("button", event.detail, "up")
