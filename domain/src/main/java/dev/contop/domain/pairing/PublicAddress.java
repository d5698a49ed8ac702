package dev.contop.domain.pairing;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where phones are told to find this computer, if that is not where it finds itself: behind a
 * tunnel, a reverse proxy or another name.
 *
 * @param host a name or an IP address, without brackets
 * @param port nothing for the public listener's own
 * @param encrypted whether it is reached there by HTTPS, whatever the listener itself speaks
 */
public record PublicAddress(String host, OptionalInt port, boolean encrypted) {

  private static final String HTTPS = "https://";
  private static final int HTTPS_PORT = 443;

  /** RFC 1123, section 2.1, and the underscore that some networks have in names. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{1,253}$)[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?"
              + "(\\.[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?)*\\.?");

  private static final Pattern IPV6 = Pattern.compile("(?=.*:.*:)[0-9A-Fa-f:.]{2,45}");
  private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]]*)\\](?::([0-9]{1,5}))?");
  private static final Pattern PLAIN = Pattern.compile("([^:]*)(?::([0-9]{1,5}))?");
  private static final int HIGHEST_PORT = 65_535;

  /**
   * What {@code text} names: {@code HOST}, {@code HOST:PORT}, an IPv6 address, or one in brackets,
   * perhaps with a port; {@code https://} before it says that TLS ends there, on port 443 unless
   * another is named. Nothing when it is none of these.
   */
  public static Optional<PublicAddress> parse(String text) {
    return text.startsWith(HTTPS)
        ? plain(text.substring(HTTPS.length())).map(PublicAddress::behindTls)
        : plain(text);
  }

  private PublicAddress behindTls() {
    return new PublicAddress(host, OptionalInt.of(port.orElse(HTTPS_PORT)), true);
  }

  private static Optional<PublicAddress> plain(String text) {
    if (IPV6.matcher(text).matches()) {
      return Optional.of(new PublicAddress(text, OptionalInt.empty(), false));
    }
    Matcher bracketed = BRACKETED.matcher(text);
    if (bracketed.matches()) {
      return IPV6.matcher(bracketed.group(1)).matches()
          ? with(bracketed.group(1), Optional.ofNullable(bracketed.group(2)))
          : Optional.empty();
    }
    Matcher plain = PLAIN.matcher(text);
    return plain.matches() && NAME.matcher(plain.group(1)).matches()
        ? with(plain.group(1), Optional.ofNullable(plain.group(2)))
        : Optional.empty();
  }

  private static Optional<PublicAddress> with(String host, Optional<String> port) {
    if (port.isEmpty()) {
      return Optional.of(new PublicAddress(host, OptionalInt.empty(), false));
    }
    int number = Integer.parseInt(port.get());
    return number >= 1 && number <= HIGHEST_PORT
        ? Optional.of(new PublicAddress(host, OptionalInt.of(number), false))
        : Optional.empty();
  }
}
