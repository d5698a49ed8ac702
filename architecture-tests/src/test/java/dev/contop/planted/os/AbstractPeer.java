package dev.contop.planted.os;

/** Is named for what it is not. */
public class AbstractPeer {}
