package dev.contop.domain.control;

/** A pixel of the captured screen, the origin at the top left. */
public record ScreenPoint(int x, int y) {}
