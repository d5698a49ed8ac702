package dev.contop.planted.os;

/** Says get where the thing itself would do. */
public final class GetsThings {
  public String getName() {
    return "x";
  }
}
