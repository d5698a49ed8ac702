package dev.contop.e2e;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.json.Json;

/**
 * What the host's own sender says of the only phone's video, on the loopback listener.
 *
 * @param width of the last encoded picture, 0 before there was one
 * @param codec such as {@code VP8}
 * @param target what the encoder aims at, in bits per second
 * @param sent what really left, likewise, since it was measured before
 * @param framesPerSecond that were encoded since then
 */
record Sender(int width, int height, String codec, int target, int sent, double framesPerSecond) {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** Measured anew where the last time was 0.4 s ago, told again otherwise. */
  static Sender of(HostProcess host) {
    List<?> peers = peers(host);
    if (peers.size() != 1 || !(peers.get(0) instanceof Map<?, ?> peer)) {
      throw new IllegalStateException("Not one phone: " + peers);
    }
    return new Sender(
        number(peer, "width").intValue(),
        number(peer, "height").intValue(),
        String.valueOf(peer.get("codec")),
        number(peer, "target_bitrate").intValue(),
        number(peer, "sent_bitrate").intValue(),
        number(peer, "frames_per_second").doubleValue());
  }

  /** How many phones are connected. */
  static int phones(HostProcess host) {
    return peers(host).size();
  }

  private static List<?> peers(HostProcess host) {
    URI address = URI.create("http://127.0.0.1:" + host.adminPort() + "/api/statistics");
    HttpRequest request = HttpRequest.newBuilder(address).build();
    String body = CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join().body();
    Map<?, ?> answer = new Json().toType(body, Map.class);
    if (answer.get("peers") instanceof List<?> peers) {
      return peers;
    }
    throw new IllegalStateException("No statistics: " + body);
  }

  private static Number number(Map<?, ?> peer, String name) {
    return peer.get(name) instanceof Number known ? known : 0;
  }
}
