package dev.contop.domain.door;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which web pages may open the signaling socket: those of the host itself, under whatever name it
 * was reached, and those that the owner named. Programs that are no browsers name no page.
 *
 * @param allowed further origins, such as {@code https://desk.example}
 */
public record OriginRule(Set<String> allowed) {

  private static final Pattern ORIGIN =
      Pattern.compile("(https?)://([a-z0-9._-]+|\\[[0-9a-f:.]+])(?::([0-9]{1,5}))?");

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  public static final OriginRule OWN_ONLY = new OriginRule(Set.of());

  public OriginRule {
    Set<String> lower = new TreeSet<>();
    for (String origin : allowed) {
      lower.add(origin.toLowerCase(Locale.ROOT));
    }
    allowed = Set.copyOf(lower);
  }

  /** Whether {@code text} is an origin that can be allowed: scheme, name, port if need be. */
  public static boolean isOrigin(String text) {
    return ORIGIN.matcher(text.toLowerCase(Locale.ROOT)).matches();
  }

  /**
   * Whether a request with these headers may go on.
   *
   * @param origins every {@code Origin} header of it
   * @param hosts every {@code Host} header of it
   */
  public boolean allows(List<String> origins, List<String> hosts) {
    if (origins.isEmpty()) {
      return true;
    }
    if (origins.size() > 1) {
      return false;
    }
    String origin = origins.get(0).toLowerCase(Locale.ROOT);
    return allowed.contains(origin) || (hosts.size() == 1 && isOf(origin, hosts.get(0)));
  }

  /**
   * Whether the page comes from a server on this computer, as those do that developers write and
   * measuring tools serve. For a caller on this computer that shows a token itself, that is enough:
   * who holds a token needs no browser to use it.
   *
   * @param origins every {@code Origin} header of the request
   */
  public static boolean isOnLoopback(List<String> origins) {
    if (origins.size() != 1) {
      return false;
    }
    Matcher parts = ORIGIN.matcher(origins.get(0).toLowerCase(Locale.ROOT));
    return parts.matches() && LOOPBACK.contains(parts.group(2));
  }

  private static boolean isOf(String origin, String host) {
    Matcher parts = ORIGIN.matcher(origin);
    if (!parts.matches()) {
      return false;
    }
    String scheme = parts.group(1);
    return withPort(origin.substring(scheme.length() + "://".length()), scheme)
        .equals(withPort(host.toLowerCase(Locale.ROOT), scheme));
  }

  /** With the scheme's own port written out, which browsers leave out. */
  private static String withPort(String authority, String scheme) {
    boolean named = authority.lastIndexOf(':') > authority.lastIndexOf(']');
    return named ? authority : authority + (scheme.equals("https") ? ":443" : ":80");
  }
}
