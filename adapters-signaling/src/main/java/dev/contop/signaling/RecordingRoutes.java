package dev.contop.signaling;

import dev.contop.application.pairing.ListDevices;
import dev.contop.application.recording.RecordPhones;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Recordings on the loopback listener (T75): the page that plays them, and what it asks for. */
final class RecordingRoutes implements HttpHandler {

  /** Where the page is on the class path. */
  private static final String PAGE = "/recordings";

  private static final String FILES = PAGE + "/files/";

  private final HttpHandler next;
  private final Executor workers;
  private final PageFiles files;
  private final RecordingsOnRequest recordings;
  private final Map<String, Map.Entry<HttpString, HttpHandler>> routes;

  /**
   * @param files the page
   * @param next gets every other request
   */
  RecordingRoutes(
      PageFiles files,
      RecordPhones record,
      ListDevices devices,
      Executor workers,
      HttpHandler next) {
    this.files = files;
    this.next = next;
    this.workers = workers;
    recordings = new RecordingsOnRequest(record, devices);
    routes =
        Map.of(
            "/api/recordings",
            Map.entry(Methods.GET, Parameters.checked(recordings::list)),
            "/api/recordings/start",
            Map.entry(Methods.POST, Parameters.checked(recordings::start)),
            "/api/recordings/stop",
            Map.entry(Methods.POST, Parameters.checked(recordings::stop)));
  }

  /** Whether {@code path} is of the page itself, which tells nothing of any recording. */
  boolean isForAnybody(String path) {
    return page(path).isPresent();
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    String path = exchange.getRelativePath();
    Optional<PageFile> page = page(path);
    if (page.isPresent()) {
      ifMethod(exchange, Methods.GET, asked -> ServePage.send(asked, page.get()));
    } else if (path.startsWith(FILES)) {
      String name = path.substring(FILES.length());
      ifMethod(
          exchange, Methods.GET, asked -> asked.dispatch(workers, it -> recordings.file(it, name)));
    } else if (routes.containsKey(path)) {
      Map.Entry<HttpString, HttpHandler> route = routes.get(path);
      ifMethod(exchange, route.getKey(), asked -> asked.dispatch(workers, route.getValue()));
    } else {
      next.handleRequest(exchange);
    }
  }

  private Optional<PageFile> page(String path) {
    if (path.equals(PAGE) || path.equals(PAGE + "/")) {
      return files.find("/");
    }
    return path.startsWith(PAGE + "/")
        ? files.find(path.substring(PAGE.length()))
        : Optional.empty();
  }

  private static void ifMethod(HttpServerExchange exchange, HttpString method, HttpHandler handler)
      throws Exception {
    if (exchange.getRequestMethod().equals(method)) {
      handler.handleRequest(exchange);
    } else {
      JsonReply.wrongMethod(exchange, method.toString());
    }
  }
}
