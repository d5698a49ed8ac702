package dev.contop.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import dev.contop.domain.signaling.FromPhone;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** T2: no token and no SDP in any log line of ours or of a library, at any level. */
@Timeout(30)
class SecretsTest {

  private static final String SDP = "secret-session-description";

  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          lines.add(event.getFormattedMessage());
          for (IThrowableProxy thrown = event.getThrowableProxy();
              thrown != null;
              thrown = thrown.getCause()) {
            lines.add(String.valueOf(thrown.getMessage()));
          }
        }
      };
  private Level before = Level.WARN;

  @BeforeEach
  void listen() {
    before = root.getLevel();
    root.detachAppender("OUT");
    appender.setContext(root.getLoggerContext());
    appender.start();
    root.addAppender(appender);
    root.setLevel(Level.TRACE);
  }

  @AfterEach
  void silence() {
    root.setLevel(before);
    root.detachAppender(appender);
  }

  @Test
  void shouldNotReachAnyLog() throws Exception {
    // Given a use case with a bug that quotes what it was given
    Phones phones =
        new Phones(
            (line, message) -> {
              if (message instanceof FromPhone.Offer offer) {
                throw new IllegalArgumentException(offer.description().sdp());
              }
            });
    String[] paths = {
      "/ws/signaling?token=" + Phones.GOOD,
      "/ws/signaling?token=" + Phones.GOOD + "&token=" + Phones.GOOD,
      "/ws/signaling/" + "?token=" + Phones.GOOD,
      "/?token=" + Phones.GOOD,
      "/ws/signaling?token=" + Phones.GOOD + "%zz",
      "/ws/signaling?token=" + Phones.GOOD + "\u00ff<>",
      "/ws/signaling?" + "a=b&".repeat(40) + "token=" + Phones.GOOD,
    };

    // When everything goes right, and everything goes wrong
    try (Listening host = Listening.with(phones)) {
      for (String path : paths) {
        try (RawPhone phone = new RawPhone(host.port())) {
          phone.ask(RawPhone.handshake(path));
        }
        try (RawPhone phone = new RawPhone(host.port())) {
          phone.ask("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n");
        }
        try (RawPhone phone = new RawPhone(host.port())) {
          phone.ask("POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: 99999\r\n\r\n");
        }
      }
      for (byte[] message :
          List.of(
              SignalingSocketTest.offer(SDP).getBytes(StandardCharsets.UTF_8),
              ("{broken " + SDP).getBytes(StandardCharsets.UTF_8),
              (SDP + "\u00ff").getBytes(StandardCharsets.ISO_8859_1))) {
        try (RawPhone phone = RawPhone.connect(host.port())) {
          phone.frame(RawPhone.FIN | RawPhone.TEXT, message);
          phone.awaitClose();
        }
      }
      await().until(() -> host.listener().openSockets() == 0);
    }

    // Then the logs tell much, but not that
    assertThat(lines).anyMatch(line -> line.contains("closes after a bug"));
    assertThat(lines).hasSizeGreaterThan(50);
    assertThat(lines).noneMatch(line -> line.contains(Phones.GOOD) || line.contains(SDP));
  }
}
