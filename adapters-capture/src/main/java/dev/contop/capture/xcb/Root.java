package dev.contop.capture.xcb;

import dev.contop.domain.media.ScreenSize;

/** The root window of a screen, and how its pixels are written. */
public record Root(int window, ScreenSize size, PixelShape pixels) {}
