package dev.contop.planted.os;

/** Something to look at. */
public final class Room {}
