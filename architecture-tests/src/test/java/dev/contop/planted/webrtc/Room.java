package dev.contop.planted.webrtc;

/** Something to look at. */
public final class Room {}
