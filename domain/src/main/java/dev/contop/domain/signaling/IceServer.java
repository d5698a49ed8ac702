package dev.contop.domain.signaling;

import java.util.List;
import java.util.Optional;

/**
 * A STUN or TURN server with what it takes to use it (T80, W3C {@code RTCIceServer}).
 *
 * <p>Only servers that every ICE stack accepts can be made: a URL outside the grammar of RFC 7064
 * and RFC 7065, or a TURN server without credentials, ends a native stack instead of being refused
 * by it.
 *
 * @param urls at least one, each as {@link IceServerUrl} accepts it
 * @param user the name for a TURN server, at most 508 characters (RFC 8489, section 14.3)
 * @param credential the password for a TURN server; never shown
 */
public record IceServer(List<String> urls, Optional<String> user, Optional<String> credential) {

  private static final int MAX_USER = 508;
  private static final int MAX_CREDENTIAL = 1024;

  /**
   * @throws IllegalArgumentException when it is not a usable server, with the reason in words
   */
  public IceServer {
    urls = List.copyOf(urls);
    Optional<String> wrong = refusal(urls, user, credential);
    if (wrong.isPresent()) {
      throw new IllegalArgumentException(wrong.get());
    }
  }

  /** What {@link #parse} found. */
  public sealed interface Parsed {
    record Valid(IceServer server) implements Parsed {}

    /** The reason is one sentence for people and holds nothing of what was given. */
    record Refused(String reason) implements Parsed {}
  }

  /** Reads {@code URL[,user,credential]}, as it is configured; the credential may hold commas. */
  public static Parsed parse(String text) {
    String[] parts = text.strip().split(",", 3);
    if (parts.length == 2) {
      return new Parsed.Refused("An ICE server is written URL or URL,user,credential.");
    }
    List<String> urls = List.of(IceServerUrl.normalized(parts[0].strip()));
    boolean named = parts.length == 3;
    Optional<String> user = named ? Optional.of(parts[1]) : Optional.empty();
    Optional<String> credential = named ? Optional.of(parts[2]) : Optional.empty();
    return refusal(urls, user, credential)
        .<Parsed>map(Parsed.Refused::new)
        .orElseGet(() -> new Parsed.Valid(new IceServer(urls, user, credential)));
  }

  /** Whether it can relay, as a TURN server does. */
  public boolean relays() {
    return urls.stream().anyMatch(IceServerUrl::isTurn);
  }

  private static Optional<String> refusal(
      List<String> urls, Optional<String> user, Optional<String> credential) {
    if (urls.isEmpty()) {
      return Optional.of("An ICE server needs a URL.");
    }
    for (String url : urls) {
      Optional<String> wrong = IceServerUrl.refusal(url);
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    boolean relays = urls.stream().anyMatch(IceServerUrl::isTurn);
    if (relays && (user.isEmpty() || credential.isEmpty())) {
      return Optional.of("A TURN server needs a user and a credential.");
    }
    if (!relays && (user.isPresent() || credential.isPresent())) {
      return Optional.of("A STUN server takes no user and no credential.");
    }
    if (user.filter(name -> !isPlain(name, MAX_USER)).isPresent()) {
      return Optional.of("The user of a TURN server is empty, too long or has odd characters.");
    }
    if (credential.filter(word -> !isPlain(word, MAX_CREDENTIAL)).isPresent()) {
      return Optional.of(
          "The credential of a TURN server is empty, too long or has odd characters.");
    }
    return Optional.empty();
  }

  /** Printable ASCII, so that it means the same to every stack. */
  private static boolean isPlain(String text, int most) {
    return !text.isEmpty()
        && text.length() <= most
        && text.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
  }

  @Override
  public String toString() {
    return "IceServer" + urls;
  }
}
