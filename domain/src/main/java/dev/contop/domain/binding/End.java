package dev.contop.domain.binding;

/** An end of a connection. What one end proves never passes for a proof of the other. */
public enum End {
  PHONE("phone"),
  HOST("host");

  private final String label;

  End(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
