package dev.contop.planted.signaling;

/** Something to look at. */
public final class Room {}
