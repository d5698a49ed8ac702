package dev.contop.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.audit.KeptAudit;
import dev.contop.application.command.ScriptedCommands;
import dev.contop.application.device.FakeDevice;
import dev.contop.application.input.NoDesktopInput;
import dev.contop.application.input.RecordingInput;
import dev.contop.application.pairing.HostIdentity;
import dev.contop.application.peer.FakePeers;
import dev.contop.application.signaling.CarryToPhone;
import dev.contop.application.signaling.PhoneLine;
import dev.contop.bootstrap.config.TestConfig;
import dev.contop.bootstrap.desktop.Desktop;
import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.control.InputAction;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.execution.OutputStreamKind;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.pairing.CameFrom;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.Fingerprint;
import dev.contop.domain.pairing.PairingOffer;
import dev.contop.domain.session.EndCause;
import dev.contop.domain.signaling.CloseCode;
import dev.contop.domain.signaling.FromPhone;
import dev.contop.domain.signaling.Introduction;
import dev.contop.domain.signaling.ToPhone;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each adapter can be exchanged for its fake by exchanging one module. */
@Timeout(30)
class ExchangedModulesTest {

  private final ExecutorService serial = Executors.newSingleThreadExecutor();
  private final FakePeers peers = new FakePeers(serial);
  private final ScriptedCommands commands = new ScriptedCommands();
  private final RecordingInput input = new RecordingInput();
  private final KeptAudit audit = new KeptAudit();

  @TempDir Path folder;

  @AfterEach
  void end() throws InterruptedException {
    serial.shutdown();
    assertThat(serial.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void shouldGoTheWholePathWithEveryAdapterExchanged() throws Exception {
    // Given
    HostOfFakes host =
        DaggerHostOfFakes.factory()
            .create(
                new IdentityModule(identity()),
                new Fakes.AuditModule(audit),
                new Fakes.CommandsModule(commands),
                new Fakes.DesktopModule(input),
                new Fakes.PeersModule(peers),
                TestConfig.in(folder, Optional.empty()),
                desktop());
    commands.script(
        "ls",
        running -> {
          running.write(OutputStreamKind.STDOUT, "notes.txt\n");
          running.end(0);
        });
    PairingOffer offer = host.doors().pairing().pair(Optional.empty(), ConnectionType.TEMPORARY);
    FakePeers.Phone phone = peers.newPhone();
    Carried carried = new Carried();

    // When
    PhoneLine line =
        host.doors()
            .phones()
            .accept(
                new Introduction.ByToken(offer.token().secret()),
                CameFrom.straight("192.168.2.7"),
                carried);
    line.received(
        new FromPhone.Offer(
            phone.offer(), Optional.empty(), Optional.empty(), true, Optional.empty()));
    Awaitility.await()
        .until(() -> carried.said.stream().anyMatch(ToPhone.Answer.class::isInstance));
    phone.accept(phone.offer());
    Awaitility.await().until(() -> !phone.heard().isEmpty());
    say(phone, "user_intent", "{\"text\":\"ls\"}");
    // Taking control would stop what still runs.
    Awaitility.await()
        .until(() -> phone.heard().stream().anyMatch(text -> text.contains("\"agent_result\"")));
    say(phone, "set_manual_mode", "{\"enabled\":true}");
    say(phone, "manual_control", "{\"action\":\"mouse_move\",\"x\":10,\"y\":20}");

    // Then
    Awaitility.await()
        .untilAsserted(
            () -> {
              assertThat(phone.heard().get(0)).contains("\"state_update\"");
              assertThat(phone.heard()).anyMatch(message -> message.contains("notes.txt"));
              assertThat(phone.heard()).anyMatch(message -> message.contains("\"agent_result\""));
              assertThat(input.actions()).anyMatch(action -> action instanceof InputAction.MoveTo);
            });
    assertThat(audit.entries()).anyMatch(entry -> entry instanceof AuditEntry.Paired);
    assertThat(host.sessions().endAll(EndCause.HOST_STOPPED, Duration.ofSeconds(5))).isTrue();
    Awaitility.await()
        .until(() -> phone.heard().stream().anyMatch(message -> message.contains("host_stopped")));
    host.timers().close();
    host.pools().close();
  }

  @Test
  void shouldServeRealSocketsWithFakePeers() throws Exception {
    // Given
    HostWithFakePeers host =
        DaggerHostWithFakePeers.factory()
            .create(
                new IdentityModule(identity()),
                new Fakes.PeersModule(peers),
                TestConfig.in(folder, Optional.empty()),
                desktop());
    host.listeners().start();
    try {
      PairingOffer offer = host.pairPhone().pair(Optional.empty(), ConnectionType.TEMPORARY);
      FakePeers.Phone phone = peers.newPhone();
      Heard heard = new Heard();

      // When
      WebSocket socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .buildAsync(
                  URI.create(
                      "ws://127.0.0.1:"
                          + host.listeners().port()
                          + "/ws/signaling?token="
                          + offer.token().secret()),
                  heard)
              .get(5, TimeUnit.SECONDS);
      socket
          .sendText(
              "{\"type\":\"offer\",\"sdp\":\""
                  + phone.offer().sdp().replace("\r\n", "\\r\\n")
                  + "\"}",
              true)
          .get(5, TimeUnit.SECONDS);

      // Then
      Awaitility.await()
          .untilAsserted(
              () -> assertThat(heard.texts).anyMatch(text -> text.contains("\"answer\"")));
      assertThat(peers.opened).hasSize(1);
      socket.abort();
    } finally {
      host.listeners().stop();
      host.commands().close();
      host.audit().close();
      host.timers().close();
      host.pools().close();
    }
  }

  private static void say(FakePeers.Phone phone, String type, String payload) {
    String message =
        "{\"type\":\""
            + type
            + "\",\"id\":\"5f0c7c52-1111-4222-8333-444455556666\",\"payload\":"
            + payload
            + "}";
    phone.say(ChannelLabel.RELIABLE, message.getBytes(StandardCharsets.UTF_8), false);
  }

  private static HostIdentity identity() {
    return new HostIdentity("", "", new Fingerprint("0".repeat(64)), Instant.MAX);
  }

  private static Desktop desktop() {
    return new Desktop(
        "none",
        new ScreenSize(1280, 720),
        () -> {
          throw new AssertionError("Nobody watches a fake peer");
        },
        List::of,
        new NoDesktopInput("There is nothing to control here."),
        new FakeDevice(),
        Map.of(),
        List.of(),
        () -> {});
  }

  /** Keeps what was said to the phone. */
  private static final class Carried implements CarryToPhone {
    final List<ToPhone> said = new CopyOnWriteArrayList<>();

    @Override
    public void send(ToPhone message) {
      said.add(message);
    }

    @Override
    public void close(CloseCode code, String reason) {}
  }

  /** Keeps what came over a socket. */
  private static final class Heard implements WebSocket.Listener {
    final List<String> texts = new CopyOnWriteArrayList<>();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      texts.add(text.toString());
      return WebSocket.Listener.super.onText(socket, text, last);
    }
  }
}
