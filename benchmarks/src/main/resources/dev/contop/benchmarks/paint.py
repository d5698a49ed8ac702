"""Draws when it is told to, so that a grab has something to fetch.

usage: paint.py X Y WIDTH HEIGHT       (the display is $DISPLAY)

Says "ready". Then each line that it reads, whatever it says, has it fill that rectangle of the root in another
colour and answer with a line once the server has done so.
"""

import sys

from Xlib import display

x, y, width, height = map(int, sys.argv[1:])
connection = display.Display()
root = connection.screen().root
gc = root.create_gc()
colour = 0x102030
print("ready", flush=True)
for _ in sys.stdin:
    colour ^= 0xC0A080
    gc.change(foreground=colour)
    root.fill_rectangle(gc, x, y, width, height)
    connection.sync()
    print("drawn", flush=True)
