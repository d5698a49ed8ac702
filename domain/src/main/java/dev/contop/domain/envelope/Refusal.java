package dev.contop.domain.envelope;

/** Why a message was dropped (T13); its code is also the label under which it is counted. */
public enum Refusal {
  TOO_LARGE("too_large", "The message is too large."),
  NOT_TEXT("not_text", "The message is not UTF-8 text."),
  MALFORMED("malformed", "The message is not JSON."),
  TOO_DEEP("too_deep", "The message nests too deeply."),
  DUPLICATE_KEY("duplicate_key", "The message names a field twice."),
  MISSING_FIELD("missing_field", "The message lacks a field."),
  WRONG_TYPE("wrong_type", "A field of the message has the wrong type or is out of range."),
  UNKNOWN_TYPE("unknown_type", "The type of the message is not known."),
  NOT_ON_FAST("not_on_fast", "The message may not come over the fast channel."),
  NOT_IN_MANUAL_MODE("not_in_manual_mode", "Manual mode is off."),
  NOT_YOUR_PEER("not_your_peer", "The message came over a connection that was replaced."),
  NOT_SENT("not_sent", "No message of that number was ever sent."),
  FORBIDDEN("forbidden", "This device may only watch."),
  FLOODED("flooded", "The fast channel is ahead of the desktop.");

  private final String code;
  private final String words;

  Refusal(String code, String words) {
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
