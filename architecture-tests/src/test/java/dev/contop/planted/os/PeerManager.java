package dev.contop.planted.os;

/** Is named for nothing in particular. */
public final class PeerManager {}
