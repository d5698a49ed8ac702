"""Writes whether the screen is lit or dark, again and again; it goes dark after a second.

Usage: saver.py DISPLAY
"""
import sys
import time

from Xlib import X, display
from Xlib.ext import screensaver

d = display.Display(sys.argv[1])
root = d.screen().root
d.set_screen_saver(1, 0, X.DefaultBlanking, X.DefaultExposures)
d.sync()
while True:
    dark = screensaver.query_info(root).state == screensaver.StateOn
    print("dark" if dark else "lit", flush=True)
    time.sleep(0.05)
