package dev.contop.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.control.InputRequest;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Envelope;
import dev.contop.domain.envelope.Inbound;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.signaling.CloseCode;
import dev.contop.domain.signaling.FromPhone;
import dev.contop.domain.signaling.ToPhone;
import dev.contop.wire.ProtocolDocument.Example;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the protocol document are true, and there is one of everything. */
class ProtocolDocumentTest {

  private static final Map<String, Class<? extends PhoneMessage>> MESSAGES =
      Map.ofEntries(
          Map.entry("user_intent", PhoneMessage.UserIntent.class),
          Map.entry("execution_stop", PhoneMessage.ExecutionStop.class),
          Map.entry("set_manual_mode", PhoneMessage.SetManualMode.class),
          Map.entry("manual_control", PhoneMessage.ManualInput.class),
          Map.entry("keepalive", PhoneMessage.Keepalive.class),
          Map.entry("ack", PhoneMessage.Ack.class),
          Map.entry("session_end", PhoneMessage.SessionEnd.class),
          Map.entry("agent_confirmation_response", PhoneMessage.ConfirmationResponse.class),
          Map.entry("video_settings", PhoneMessage.ChangeVideo.class),
          Map.entry("stats", PhoneMessage.WatchFigures.class),
          Map.entry("screens", PhoneMessage.AskScreens.class),
          Map.entry("select_screen", PhoneMessage.SelectScreen.class),
          Map.entry("observe_screen", PhoneMessage.ObserveScreen.class),
          Map.entry("tool_call", PhoneMessage.ToolCall.class),
          Map.entry("new_session", PhoneMessage.NewSession.class),
          Map.entry("session_context", PhoneMessage.SessionContext.class),
          Map.entry("device_control", PhoneMessage.DeviceControl.class),
          Map.entry("away_mode_status", PhoneMessage.AwayModeStatus.class),
          Map.entry("away_mode_engage", PhoneMessage.SwitchAwayMode.class),
          Map.entry("away_mode_disengage", PhoneMessage.SwitchAwayMode.class),
          Map.entry("refresh_proxy_status", PhoneMessage.RefreshProxyStatus.class),
          Map.entry("conversation_request", PhoneMessage.ConversationRequest.class));

  private static final Map<String, Class<? extends FromPhone>> SIGNALS =
      Map.of(
          "offer", FromPhone.Offer.class,
          "ice_candidate", FromPhone.Candidate.class,
          "device_location", FromPhone.DeviceLocation.class);

  private static final Set<String> ACTIONS =
      Set.of(
          "mouse_move",
          "mouse_down",
          "mouse_up",
          "click",
          "right_click",
          "double_click",
          "scroll",
          "key_combo",
          "type_text");

  private final EnvelopeCodec envelopes = new EnvelopeCodec();
  private final SignalingCodec signals = new SignalingCodec();
  private final PairingCodec pairings = new PairingCodec();

  @ParameterizedTest
  @MethodSource("fromPhone")
  void shouldReadWhatAPhoneSays(Example example) {
    // When
    Inbound inbound = envelopes.read(ChannelLabel.RELIABLE, utf8(example.json()));

    // Then
    assertThat(inbound).isInstanceOf(Inbound.Accepted.class);
    PhoneMessage message = ((Inbound.Accepted) inbound).message();
    assertThat(message).isInstanceOf(MESSAGES.get(example.type()));
    if (message instanceof PhoneMessage.ManualInput input) {
      assertThat(input.request().action()).isEqualTo(example.variant());
    }
  }

  static Stream<Example> fromPhone() {
    return ProtocolDocument.examples("phone→host");
  }

  @ParameterizedTest
  @MethodSource("refused")
  void shouldRefuseWhatTheDocumentSaysIsRefused(Example example) {
    Inbound inbound = envelopes.read(ChannelLabel.RELIABLE, utf8(example.json()));

    assertThat(inbound).isInstanceOf(Inbound.Rejected.class);
    assertThat(((Inbound.Rejected) inbound).cause().code()).isEqualTo(example.name());
  }

  static Stream<Example> refused() {
    return ProtocolDocument.examples("refused phone→host");
  }

  @ParameterizedTest
  @MethodSource("signalsFromPhone")
  void shouldReadWhatAPhoneSignals(Example example) {
    assertThat(signals.read(example.json())).isInstanceOf(SIGNALS.get(example.type()));
  }

  static Stream<Example> signalsFromPhone() {
    return ProtocolDocument.examples("signaling phone→host");
  }

  @ParameterizedTest
  @MethodSource("fromHost")
  void shouldWriteWhatTheHostSays(Example example) {
    Envelope fixture = Objects.requireNonNull(HostFixtures.envelopes().get(example.name()));

    assertThat(new String(envelopes.write(fixture, HostFixtures.NOW), StandardCharsets.UTF_8))
        .isEqualTo(example.json());
  }

  static Stream<Example> fromHost() {
    return ProtocolDocument.examples("host→phone");
  }

  @ParameterizedTest
  @MethodSource("signalsFromHost")
  void shouldWriteWhatTheHostSignals(Example example) {
    ToPhone fixture = Objects.requireNonNull(HostFixtures.signals().get(example.name()));

    assertThat(signals.write(fixture)).isEqualTo(example.json());
  }

  static Stream<Example> signalsFromHost() {
    return ProtocolDocument.examples("signaling host→phone");
  }

  @Test
  void shouldWriteThePairingsOfTheDocument() {
    var offer = HostFixtures.pairing("192.0.2.10", Optional.empty());

    assertThat(ProtocolDocument.examples("pairing").map(Example::json))
        .containsExactly(pairings.payload(offer), pairings.summary(offer));
  }

  @Test
  void shouldWriteTheRestAnswersOfTheDocument() {
    assertThat(
            ProtocolDocument.examples("rest")
                .collect(Collectors.toMap(Example::name, Example::json)))
        .isEqualTo(RestFixtures.answers());
  }

  @Test
  void shouldShowOneOfEverything() {
    assertThat(names("phone→host", Example::type)).isEqualTo(MESSAGES.keySet());
    assertThat(names("phone→host", Example::variant)).containsAll(ACTIONS);
    assertThat(names("signaling phone→host", Example::type)).isEqualTo(SIGNALS.keySet());
    assertThat(names("host→phone", Example::name)).isEqualTo(HostFixtures.envelopes().keySet());
    assertThat(names("signaling host→phone", Example::name))
        .isEqualTo(HostFixtures.signals().keySet());
    assertThat(Set.copyOf(MESSAGES.values()))
        .isEqualTo(kindsOf(PhoneMessage.class).collect(Collectors.toSet()));
  }

  @Test
  void shouldLeaveNoBlockOfJsonUnchecked() {
    long blocks =
        ProtocolDocument.text().lines().filter(line -> line.startsWith("```json")).count();
    Set<String> known =
        Set.of(
            "phone→host",
            "refused phone→host",
            "host→phone",
            "signaling phone→host",
            "signaling host→phone",
            "pairing",
            "rest");

    assertThat(ProtocolDocument.examples().map(Example::direction)).isSubsetOf(known);
    assertThat(ProtocolDocument.blocks()).isEqualTo(blocks);
  }

  @Test
  void shouldExplainEveryRefusalAndEveryCloseCode() {
    List<String> lines = ProtocolDocument.text().lines().toList();

    assertThat(
            Arrays.stream(Refusal.values())
                .map(r -> "| `%s` | %s |".formatted(r.code(), r.words())))
        .isSubsetOf(lines);
    assertThat(CloseCode.values())
        .allSatisfy(
            code ->
                assertThat(lines).anyMatch(line -> line.startsWith("| " + code.number() + " | ")));
  }

  @Test
  void shouldKnowEveryActionOfTheDomain() {
    assertThat(
            ProtocolDocument.examples("phone→host")
                .map(example -> envelopes.read(ChannelLabel.RELIABLE, utf8(example.json())))
                .map(inbound -> ((Inbound.Accepted) inbound).message())
                .filter(PhoneMessage.ManualInput.class::isInstance)
                .map(message -> ((PhoneMessage.ManualInput) message).request().getClass())
                .collect(Collectors.toSet()))
        .isEqualTo(kindsOf(InputRequest.class).collect(Collectors.toSet()));
  }

  private static Stream<Class<?>> kindsOf(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(ProtocolDocumentTest::kindsOf)
        : Stream.of(type);
  }

  private static Set<String> names(String direction, Function<Example, String> part) {
    return ProtocolDocument.examples(direction).map(part).collect(Collectors.toSet());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
