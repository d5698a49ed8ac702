package dev.contop.domain.door;

/** Why a request to the loopback listener is refused, for programs and for people. */
public enum LocalRefusal {
  NOT_LOCAL("forbidden", "This answers only to this machine."),
  UNMARKED("forbidden", "Send the header X-Contop: 1 with this."),
  STRANGER("secret_needed", "Send the header that is in the file admin-header of the data folder.");

  private final String code;
  private final String words;

  LocalRefusal(String code, String words) {
    this.code = code;
    this.words = words;
  }

  public String code() {
    return code;
  }

  public String words() {
    return words;
  }
}
