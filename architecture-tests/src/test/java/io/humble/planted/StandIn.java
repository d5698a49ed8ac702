package io.humble.planted;

/** Stands for a library that is not on the class path. */
public final class StandIn {}
