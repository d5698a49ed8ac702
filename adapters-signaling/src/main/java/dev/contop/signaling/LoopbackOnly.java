package dev.contop.signaling;

import dev.contop.application.door.RecognizeCaller;
import dev.contop.domain.door.Caller;
import dev.contop.domain.door.LocalRefusal;
import dev.contop.domain.door.LocalRequest;
import dev.contop.domain.door.Secret;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * Lets through what comes from this machine, means this listener and is its owner's (T93).
 *
 * <p>What a request says of itself is judged on the I/O thread; whose program sent it is asked on a
 * worker, and only where it matters.
 */
final class LoopbackOnly implements HttpHandler {

  private static final HttpString SITE = new HttpString("Sec-Fetch-Site");
  private static final HttpString MARK = new HttpString("X-Contop");

  /** What proxies add to what they pass on (RFC 7239, section 1). */
  private static final List<HttpString> FORWARDED =
      List.of(
          new HttpString("Forwarded"),
          new HttpString("Via"),
          new HttpString("X-Forwarded-For"),
          new HttpString("X-Forwarded-Host"),
          new HttpString("X-Real-IP"));

  private static final String BEARER = "Bearer ";

  private final HttpHandler next;
  private final Predicate<String> anybody;
  private final RecognizeCaller callers;
  private final Secret secret;
  private final Executor workers;

  /**
   * @param anybody the paths that tell nothing and change nothing, whoever asks
   * @param secret makes up for a caller who is not recognized
   */
  LoopbackOnly(
      HttpHandler next,
      Predicate<String> anybody,
      RecognizeCaller callers,
      Secret secret,
      Executor workers) {
    this.next = next;
    this.anybody = anybody;
    this.callers = callers;
    this.secret = secret;
    this.workers = workers;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    LocalRequest request = read(exchange);
    Optional<LocalRefusal> refusal =
        isFromHere(exchange) ? request.refusal() : Optional.of(LocalRefusal.NOT_LOCAL);
    if (refusal.isPresent()) {
      refuse(exchange, refusal.get());
    } else if (anybody.test(exchange.getRelativePath())) {
      next.handleRequest(exchange);
    } else {
      exchange.dispatch(workers, asked -> judge(asked, request));
    }
  }

  private void judge(HttpServerExchange exchange, LocalRequest request) throws Exception {
    boolean knowsSecret = knowsSecret(exchange);
    Optional<LocalRefusal> refusal =
        request.refusal(knowsSecret ? Caller.UNKNOWN : caller(exchange), knowsSecret);
    if (refusal.isPresent()) {
      refuse(exchange, refusal.get());
    } else {
      next.handleRequest(exchange);
    }
  }

  private Caller caller(HttpServerExchange exchange) {
    InetSocketAddress client = exchange.getConnection().getPeerAddress(InetSocketAddress.class);
    InetSocketAddress here = here(exchange);
    return callers.recognize(
        client.getAddress().getHostAddress(),
        client.getPort(),
        here.getAddress().getHostAddress(),
        here.getPort());
  }

  private boolean knowsSecret(HttpServerExchange exchange) {
    List<String> shown = Values.of(exchange, Headers.AUTHORIZATION);
    return shown.size() == 1
        && shown.get(0).startsWith(BEARER)
        && secret.matches(shown.get(0).substring(BEARER.length()));
  }

  private static LocalRequest read(HttpServerExchange exchange) {
    return new LocalRequest(
        here(exchange).getPort(),
        Values.of(exchange, Headers.HOST),
        Values.of(exchange, Headers.ORIGIN),
        Values.of(exchange, SITE),
        FORWARDED.stream().anyMatch(exchange.getRequestHeaders()::contains),
        Values.of(exchange, MARK).equals(List.of("1")),
        !exchange.getRequestMethod().equals(Methods.GET)
            && !exchange.getRequestMethod().equals(Methods.HEAD));
  }

  private static boolean isFromHere(HttpServerExchange exchange) {
    return exchange
        .getConnection()
        .getPeerAddress(InetSocketAddress.class)
        .getAddress()
        .isLoopbackAddress();
  }

  private static InetSocketAddress here(HttpServerExchange exchange) {
    return exchange.getConnection().getLocalAddress(InetSocketAddress.class);
  }

  private static void refuse(HttpServerExchange exchange, LocalRefusal refusal) {
    int status = 403;
    if (refusal == LocalRefusal.STRANGER) {
      // A 401 must say how to do better (RFC 9110, section 15.5.2).
      exchange.getResponseHeaders().put(Headers.WWW_AUTHENTICATE, "Bearer");
      status = 401;
    }
    JsonReply.error(exchange, status, refusal.code(), refusal.words());
  }
}
