package dev.contop.planted.domain.confirmation;

/** A yes that anybody can say. */
public final class Approval {
  public Approval() {}
}
