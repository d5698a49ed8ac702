package dev.contop.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.pairing.PairingRefused;
import dev.contop.domain.door.Caller;
import dev.contop.domain.door.Secret;
import dev.contop.domain.media.StillWish;
import dev.contop.wire.PairingCodec;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T74 over a real socket of the loopback listener, guarded as all of it is (T93). */
@Timeout(30)
class StillOnRequestTest {

  private final ListedForTest uses = new ListedForTest();
  private volatile Caller caller = Caller.OWN;
  private final AdminListener listener =
      new AdminListener(
          0,
          ListedForTest.PAGES,
          uses.uses(
              request -> {
                throw new PairingRefused("Nobody pairs here.");
              }),
          new PairingCodec(),
          (client, clientPort, here, herePort) -> caller,
          new Secret("s".repeat(43)));

  @BeforeEach
  void start() throws StartFailed {
    listener.start();
  }

  @AfterEach
  void stop() {
    listener.stop();
  }

  private HttpResponse<byte[]> still(String query, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + listener.port() + "/api/screen.jpg" + query));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return Browser.HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  @Test
  void shouldSendTheScreen() throws Exception {
    // When
    HttpResponse<byte[]> response = still("");

    // Then
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(ListedForTest.JPEG);
    assertThat(response.headers().firstValue("content-type")).contains("image/jpeg");
    assertThat(response.headers().firstValue("cache-control")).contains("no-store");
    assertThat(response.headers().firstValue("x-screen-size")).contains("1920x1080");
    assertThat(uses.still).contains(StillWish.standard());
  }

  @Test
  void shouldTakeItAsItIsAskedFor() throws Exception {
    still("?quality=35&max_width=640");

    assertThat(uses.still).contains(new StillWish(35, 640));
  }

  @Test
  void shouldSayThatThereIsNone() throws Exception {
    HttpResponse<byte[]> response = still("?quality=100");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("screen_unavailable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quality=0",
        "quality=101",
        "quality=",
        "quality=-1",
        "quality=9999999999",
        "quality=5&quality=6",
        "max_width=63",
        "max_width=7681",
        "max_width=wide"
      })
  void shouldRefuseWhatIsOutOfBounds(String query) throws Exception {
    assertThat(still("?" + query).statusCode()).isEqualTo(400);
    assertThat(uses.still).isEmpty();
  }

  @Test
  void shouldSayHowNoVideoFares() throws Exception {
    HttpResponse<byte[]> response =
        Browser.HTTP.send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + listener.port() + "/api/statistics"))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("{\"peers\":[]}");
  }

  @Test
  void shouldShowTheScreenToNobodyElse() throws Exception {
    caller = Caller.FOREIGN;
    assertThat(still("").statusCode()).isEqualTo(401);
    caller = Caller.OWN;
    assertThat(still("", "Origin", "http://evil.example").statusCode()).isEqualTo(403);
    assertThat(uses.still).isEmpty();
  }
}
