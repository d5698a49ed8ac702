package dev.contop.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.pairing.PairingRefused;
import dev.contop.domain.door.Caller;
import dev.contop.domain.door.Secret;
import dev.contop.wire.PairingCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** T93: nothing of the loopback listener answers on the public one, however it is asked for. */
@Timeout(120)
class DisguisedRoutesTest {

  /** All that pairs, lists, revokes or configures, by whatever method. */
  private static final List<String> ROUTES =
      List.of(
          "/api/pair",
          "/api/pair/status",
          "/api/qr-image",
          "/api/devices",
          "/api/connection-info",
          "/api/sessions",
          "/api/sessions/stop",
          "/api/confirmations/reject",
          "/api/audit",
          "/api");

  private static final List<String> METHODS = List.of("GET", "POST", "DELETE");

  /** What may make a server believe that a request is from here, or for something else. */
  private static final List<String> HEADERS =
      List.of(
          "",
          "X-Forwarded-For: 127.0.0.1\r\nX-Real-IP: 127.0.0.1\r\nForwarded: for=127.0.0.1\r\n",
          "X-Original-URL: ROUTE\r\nX-Rewrite-URL: ROUTE\r\nX-Forwarded-Prefix: /api\r\n",
          "X-HTTP-Method-Override: POST\r\nX-Contop: 1\r\nOrigin: http://127.0.0.1:8001\r\n");

  private static List<String> disguises(String route) {
    String rest = route.substring(1);
    return List.of(
        route,
        route.toUpperCase(Locale.ROOT),
        route + "/",
        route + "//",
        "/" + route,
        "//" + rest.replace("/", "//"),
        "/." + route,
        "/x/.." + route,
        "/parts/.." + route,
        "/health/.." + route,
        "/ws/signaling/../.." + route,
        "/%2e" + route,
        "/x/%2e%2e" + route,
        "/%2f" + rest,
        "/" + rest.replace("/", "%2f"),
        "/" + rest.replace("/", "%5c"),
        "/" + rest.replace("/", "\\"),
        "/" + percent(rest),
        "/" + percent(percent(rest)),
        route + "%00",
        route + "%20",
        route + ";x=y",
        route + "?x=y",
        route + "%3fx",
        route + "#x",
        route + ".",
        route + "..;/",
        route + ".html",
        "http://127.0.0.1:8001" + route,
        "http://localhost" + route,
        "/" + rest.replace("a", "\u00e1"),
        "*");
  }

  private static String percent(String text) {
    return text.chars().mapToObj(c -> String.format("%%%02x", c)).collect(Collectors.joining());
  }

  private static String status(int port, String request) throws IOException {
    try (RawPhone client = new RawPhone(port)) {
      return client.ask(request).lines().findFirst().orElse("no answer");
    }
  }

  @Test
  void shouldAnswerNothingOfItOnThePublicListener() throws Exception {
    List<String> answered = new ArrayList<>();
    int asked = 0;
    try (Listening host = Listening.with(new Phones())) {
      for (String route : ROUTES) {
        for (String disguise : disguises(route)) {
          for (String method : METHODS) {
            String headers = HEADERS.get(asked % HEADERS.size()).replace("ROUTE", route);
            String name = asked % 2 == 0 ? "127.0.0.1:8001" : "localhost:" + host.port();
            String answer =
                status(
                    host.port(),
                    method
                        + " "
                        + disguise
                        + " HTTP/1.1\r\nHost: "
                        + name
                        + "\r\n"
                        + headers
                        + "\r\n");
            asked++;
            if (!answer.matches("HTTP/1\\.1 40[0345] .*|no answer")) {
              answered.add(method + " " + disguise + " → " + answer);
            }
          }
        }
      }
    }

    System.out.println("the public listener refused " + asked + " disguised requests");
    assertThat(answered).isEmpty();
  }

  @Test
  void shouldAnswerNothingOfItToOtherUsersOnTheLoopbackListener() throws Exception {
    AtomicInteger pairings = new AtomicInteger();
    AdminListener listener =
        new AdminListener(
            0,
            ListedForTest.PAGES,
            ListedForTest.pairing(
                request -> {
                  pairings.incrementAndGet();
                  throw new PairingRefused("Never.");
                }),
            new PairingCodec(),
            (client, clientPort, here, herePort) -> Caller.FOREIGN,
            new Secret("s".repeat(43)));
    listener.start();
    List<String> answered = new ArrayList<>();
    try {
      for (String disguise : disguises("/api/pair")) {
        for (String method : METHODS) {
          String answer =
              status(
                  listener.port(),
                  method
                      + " "
                      + disguise
                      + " HTTP/1.1\r\nHost: 127.0.0.1:"
                      + listener.port()
                      + "\r\n\r\n");
          if (!answer.matches("HTTP/1\\.1 40[0134] .*|no answer")) {
            answered.add(method + " " + disguise + " → " + answer);
          }
        }
      }
    } finally {
      listener.stop();
    }

    assertThat(answered).isEmpty();
    assertThat(pairings).hasValue(0);
  }
}
