package dev.contop.capture.xcb;

import dev.contop.domain.media.ScreenSize;

/** The root window of a screen whose pixels are blue, green, red, unused. */
public record Root(int window, ScreenSize size) {}
