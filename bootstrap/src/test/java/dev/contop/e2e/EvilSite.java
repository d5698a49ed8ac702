package dev.contop.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server that serves a page which attacks, and notes every other request that comes. */
final class EvilSite implements AutoCloseable {

  private final HttpServer server;

  /** Method, path and origin of each request but those for the page itself. */
  final List<String> noted = new CopyOnWriteArrayList<>();

  private EvilSite(HttpServer server) {
    this.server = server;
  }

  static EvilSite open() throws IOException {
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 256);
    EvilSite site = new EvilSite(server);
    server.createContext("/", site::answer);
    server.start();
    return site;
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = new byte[0];
    if (path.equals("/attack.html")) {
      body =
          "<!doctype html><body><script src=attack.js></script>".getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/html");
    } else if (path.equals("/attack.js")) {
      body = script();
      exchange.getResponseHeaders().set("Content-Type", "text/javascript");
    } else {
      exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
      exchange.getResponseHeaders().set("Access-Control-Allow-Headers", "*");
      exchange.getResponseHeaders().set("Access-Control-Allow-Methods", "*");
      noted.add(
          exchange.getRequestMethod()
              + " "
              + path
              + " "
              + exchange.getRequestHeaders().getFirst("Sec-Fetch-Dest"));
    }
    try (exchange) {
      exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static byte[] script() {
    try (InputStream source =
        Optional.ofNullable(EvilSite.class.getResourceAsStream("attack.js")).orElseThrow()) {
      return source.readAllBytes();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
