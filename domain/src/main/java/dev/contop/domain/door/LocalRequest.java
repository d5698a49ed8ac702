package dev.contop.domain.door;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A request to the loopback listener, as far as it tells where it comes from (T93).
 *
 * <p>Web pages elsewhere can make a browser on this computer send requests here, but not without
 * its saying so: {@code Host} names the page's server where that pretends to be this address,
 * {@code Origin} and {@code Sec-Fetch-Site} tell of the page (Fetch Metadata Request Headers,
 * section 2.2), and a form cannot send a header of its own.
 *
 * @param port on which it came in
 * @param hosts every {@code Host} header
 * @param origins every {@code Origin} header
 * @param fetchSites every {@code Sec-Fetch-Site} header
 * @param forwarded whether it says that it was passed on by a proxy
 * @param marked whether it has the header {@code X-Contop: 1}
 * @param changes whether its method may change something
 */
public record LocalRequest(
    int port,
    List<String> hosts,
    List<String> origins,
    List<String> fetchSites,
    boolean forwarded,
    boolean marked,
    boolean changes) {

  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
  private static final int HTTP = 80;

  public LocalRequest {
    hosts = List.copyOf(hosts);
    origins = List.copyOf(origins);
    fetchSites = List.copyOf(fetchSites);
  }

  /** Why it is refused whoever sent it, if it is. */
  public Optional<LocalRefusal> refusal() {
    Set<String> own = own();
    if (forwarded
        || !isOne(hosts, own)
        || !(origins.isEmpty() || isOne(origins, origins(own)))
        || !(fetchSites.isEmpty() || isOne(fetchSites, OWN_SITES))) {
      return Optional.of(LocalRefusal.NOT_LOCAL);
    }
    boolean fromBrowser = !origins.isEmpty() || !fetchSites.isEmpty();
    return changes && fromBrowser && !marked
        ? Optional.of(LocalRefusal.UNMARKED)
        : Optional.empty();
  }

  /**
   * Why it is refused as one for which it matters who sends it, if it is: programs of the same user
   * need no more than that, all others the secret that only this user can read.
   */
  public Optional<LocalRefusal> refusal(Caller caller, boolean knowsSecret) {
    Optional<LocalRefusal> whoever = refusal();
    return whoever.isPresent() || knowsSecret || caller == Caller.OWN
        ? whoever
        : Optional.of(LocalRefusal.STRANGER);
  }

  private Set<String> own() {
    Set<String> own = new HashSet<>();
    for (String name : NAMES) {
      own.add(name + ":" + port);
      // A browser leaves the port out where it is the default.
      if (port == HTTP) {
        own.add(name);
      }
    }
    return own;
  }

  private static Set<String> origins(Set<String> own) {
    Set<String> origins = new HashSet<>();
    own.forEach(name -> origins.add("http://" + name));
    return origins;
  }

  private static boolean isOne(List<String> values, Set<String> allowed) {
    return values.size() == 1 && allowed.contains(values.get(0).toLowerCase(Locale.ROOT));
  }
}
