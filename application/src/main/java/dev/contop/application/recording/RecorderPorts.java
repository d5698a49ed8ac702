package dev.contop.application.recording;

import dev.contop.application.screen.WatchScreen;
import dev.contop.application.time.ReadTicks;
import dev.contop.application.time.ReadWallClock;
import java.util.concurrent.ThreadFactory;

/**
 * All that a recording needs from outside.
 *
 * @param threads makes the one thread of each recording
 */
public record RecorderPorts(
    OpenVideoFile videos,
    KeepRecordings keep,
    WatchScreen screen,
    ReadTicks clock,
    ReadWallClock wallClock,
    ThreadFactory threads) {}
