package dev.contop.domain.control;

/** A place in the sent video, in its pixels, the origin at the top left (T61). */
public record VideoPoint(double x, double y) {}
