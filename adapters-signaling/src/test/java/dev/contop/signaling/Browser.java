package dev.contop.signaling;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A well-behaved phone: the JDK's own WebSocket client. */
final class Browser implements WebSocket.Listener {

  static final HttpClient HTTP = HttpClient.newHttpClient();

  /** How a socket was closed. */
  record Closed(int code, String reason) {}

  final List<String> texts = new CopyOnWriteArrayList<>();
  final CompletableFuture<Closed> closed = new CompletableFuture<>();
  final CompletableFuture<ByteBuffer> ponged = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();

  /** A listener whose socket is open. */
  record Open(Browser phone, WebSocket socket) {

    void say(String text) {
      socket.sendText(text, true).orTimeout(10, TimeUnit.SECONDS).join();
    }

    Closed awaitClosed() {
      return phone.closed.orTimeout(10, TimeUnit.SECONDS).join();
    }
  }

  static Open connect(int port, String query) {
    Browser phone = new Browser();
    WebSocket socket =
        HTTP.newWebSocketBuilder()
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws/signaling" + query), phone)
            .orTimeout(10, TimeUnit.SECONDS)
            .join();
    return new Open(phone, socket);
  }

  static Open connect(int port) {
    return connect(port, "?token=" + Phones.GOOD);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      texts.add(partial.toString());
      partial.setLength(0);
    }
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
    ponged.complete(message);
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    closed.complete(new Closed(code, reason));
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    closed.completeExceptionally(error);
  }
}
