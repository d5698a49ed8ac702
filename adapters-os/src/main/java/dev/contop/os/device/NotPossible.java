package dev.contop.os.device;

/** Something that this desktop cannot do; the message is one sentence for people. */
final class NotPossible extends Exception {

  private static final long serialVersionUID = 1L;

  NotPossible(String words) {
    super(words);
  }

  String words() {
    return String.valueOf(getMessage());
  }
}
