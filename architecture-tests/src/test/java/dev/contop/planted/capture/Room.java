package dev.contop.planted.capture;

/** Something to look at. */
public final class Room {}
