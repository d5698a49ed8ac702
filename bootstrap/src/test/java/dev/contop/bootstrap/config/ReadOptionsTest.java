package dev.contop.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contop.application.screen.ScreenKind;
import dev.contop.bootstrap.command.HostCommand;
import dev.contop.domain.door.OriginRule;
import dev.contop.domain.media.VideoCodec;
import dev.contop.domain.pairing.PublicAddress;
import dev.contop.domain.pairing.TokenUse;
import dev.contop.domain.policy.Profile;
import dev.contop.domain.policy.UserRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Command line before environment before properties file before the built-in default. */
class ReadOptionsTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("contop-host.properties");
  }

  @Test
  void shouldUseTheBuiltInDefaults() throws Exception {
    HostConfig config = read(Map.of());

    assertThat(config.port()).isEqualTo(8000);
    assertThat(config.adminPort()).isEqualTo(8001);
    assertThat(config.bind()).isEqualTo("0.0.0.0");
    assertThat(config.screen()).isEmpty();
    assertThat(config.iceServers()).hasSize(1);
    assertThat(config.sessionLife()).isEmpty();
    assertThat(config.video().maxWidth()).isEqualTo(1920);
    assertThat(config.auditDays()).isEqualTo(365);
  }

  @Test
  void shouldReadTheOrderOfTheCodecs() throws Exception {
    assertThat(read(Map.of()).video().codecs()).isEqualTo(VideoCodec.preferred());
    assertThat(read(Map.of(), "--codecs", "h264, vp8,H264").video().codecs())
        .containsExactly(VideoCodec.H264, VideoCodec.VP8);
    assertThatThrownBy(() -> read(Map.of(), "--codecs", "VP8,theora"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("theora");
  }

  @Test
  void shouldReadWhoGetsAsFarAsTheDoor() throws Exception {
    DoorSettings usual = read(Map.of()).door();
    DoorSettings door =
        read(
                Map.of("CONTOP_ALLOW_ORIGIN", "https://a.example https://b.example:8443"),
                "--max-connections",
                "100",
                "--max-connections-each",
                "9",
                "--handshake-within",
                "5s",
                "--max-failures",
                "3",
                "--max-messages",
                "20",
                "--tls-cert",
                "cert.pem",
                "--tls-key",
                "key.pem")
            .door();

    assertThat(usual).isEqualTo(DoorSettings.standard());
    assertThat(door)
        .isEqualTo(
            new DoorSettings(
                new OriginRule(Set.of("https://a.example", "https://b.example:8443")),
                Optional.of(new DoorSettings.Tls(Path.of("cert.pem"), Path.of("key.pem"))),
                100,
                9,
                Duration.ofSeconds(5),
                3,
                20));
  }

  @ParameterizedTest
  @CsvSource({
    "--allow-origin,desk.example",
    "--allow-origin,*",
    "--tls-cert,cert.pem",
    "--tls-key,key.pem",
    "--max-connections,0",
    "--max-connections-each,513",
    "--handshake-within,10",
    "--max-failures,0",
    "--max-messages,-1"
  })
  void shouldSayWhatIsWrongWithTheDoor(String option, String value) {
    assertThatThrownBy(() -> read(Map.of(), option, value))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(option);
  }

  @Test
  void shouldPreferTheEnvironmentToTheFile() throws Exception {
    Files.writeString(file, "port=9001\nadmin-port=9002\nscreen=virtual\n");

    HostConfig config = read(Map.of("CONTOP_PORT", "9101", "CONTOP_ICE_SERVER", "none"));

    assertThat(config.port()).isEqualTo(9101);
    assertThat(config.adminPort()).isEqualTo(9002);
    assertThat(config.screen()).isEqualTo(Optional.of(ScreenKind.VIRTUAL));
    assertThat(config.iceServers()).isEmpty();
  }

  @Test
  void shouldPreferTheCommandLineToTheEnvironment() throws Exception {
    HostConfig config = read(Map.of("CONTOP_PORT", "9101"), "--port", "9201");

    assertThat(config.port()).isEqualTo(9201);
  }

  @Test
  void shouldReadWhereTheHostIsAdvertised() throws Exception {
    assertThat(read(Map.of()).advertised()).isEmpty();
    assertThat(read(Map.of(), "--advertise", "desk.example:443").advertised())
        .isEqualTo(PublicAddress.parse("desk.example:443"));
    assertThat(read(Map.of(), "--advertise", "desk.example:443").isEncrypted()).isFalse();
    assertThat(read(Map.of(), "--advertise", "https://desk.example").isEncrypted()).isTrue();
    assertThatThrownBy(() -> read(Map.of("CONTOP_ADVERTISE", "http://desk")))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("--advertise");
  }

  @Test
  void shouldTakeSeveralIceServersFromOneVariable() throws Exception {
    HostConfig config =
        read(Map.of("CONTOP_ICE_SERVER", "stun:a.example:3478 turn:b.example:3478,me,pass"));

    assertThat(config.iceServers()).hasSize(2);
  }

  @Test
  void shouldReadTheFileThatIsNamed() throws Exception {
    Path other = Files.writeString(folder.resolve("other"), "port=9301\n");

    assertThat(read(Map.of(), "--config", other.toString()).port()).isEqualTo(9301);
  }

  @Test
  void shouldRefuseALineThatIsNoOption() throws Exception {
    Files.writeString(file, "prot=9001\n");

    assertThatThrownBy(() -> read(Map.of()))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("prot");
  }

  @Test
  void shouldRefuseAFileThatIsNotThere() {
    assertThatThrownBy(() -> read(Map.of(), "--config", folder.resolve("none").toString()))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("--config");
  }

  @Test
  void shouldRefuseRelayOnlyWithoutARelay() {
    assertThatThrownBy(() -> read(Map.of(), "--relay-only"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("--ice-server");
  }

  @ParameterizedTest
  @CsvSource({"90s,PT90S", "15m,PT15M", "4h,PT4H", "7d,PT168H", "999999d,PT23999976H"})
  void shouldReadHowLongASessionWaitsForItsPhone(String typed, Duration life) throws Exception {
    assertThat(read(Map.of("CONTOP_SESSION_LIFE", typed)).sessionLife()).contains(life);
    assertThat(read(Map.of(), "--session-life", typed).sessionLife()).contains(life);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0s", "-1m", "15", "m", "1.5h", "15 m", "15M", "1000000d", "PT4H"})
  void shouldRefuseATimeThatIsNone(String typed) {
    assertThatThrownBy(() -> read(Map.of(), "--session-life", typed))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("--session-life");
  }

  @Test
  void shouldNeverShowTheCredentialOfARefusedServer() {
    assertThatThrownBy(() -> read(Map.of(), "--ice-server", "turn:no way,me,hunter2"))
        .isInstanceOf(StartRefused.class)
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void shouldRefuseToForgetTheAuditLogAtOnce() {
    assertThatThrownBy(() -> read(Map.of(), "--audit-days", "0"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("--audit-days");
  }

  @Test
  void shouldRefuseOnePortForBothListeners() {
    assertThatThrownBy(() -> read(Map.of(), "--port", "9000", "--admin-port", "9000"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("differ");
  }

  @Test
  void shouldReadHowLongAnAnswerCounts() throws Exception {
    assertThat(read(Map.of()).confirmWithin()).isEqualTo(Duration.ofMinutes(5));
    assertThat(read(Map.of("CONTOP_CONFIRM_WITHIN", "20")).confirmWithin())
        .isEqualTo(Duration.ofSeconds(20));
    assertThat(read(Map.of(), "--confirm-within", "3600").confirmWithin())
        .isEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "3601"})
  void shouldRefuseATimeInWhichNobodyCanAnswer(String seconds) {
    assertThatThrownBy(() -> read(Map.of(), "--confirm-within", seconds))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("--confirm-within");
  }

  @Test
  void shouldTakeTokensFromNearbyUnlessToldOtherwise() throws Exception {
    // T96
    assertThat(read(Map.of()).tokens()).isEqualTo(TokenUse.LAN);
    assertThat(read(Map.of("CONTOP_LEGACY_TOKEN", "off")).tokens()).isEqualTo(TokenUse.OFF);
    assertThat(read(Map.of(), "--legacy-token", "on").tokens()).isEqualTo(TokenUse.ON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ON", "true", "wan", "no"})
  void shouldRefuseAWordForTokensThatMeansNothing(String word) {
    assertThatThrownBy(() -> read(Map.of(), "--legacy-token", word))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("--legacy-token");
  }

  @Test
  void shouldAskByDefault() throws Exception {
    assertThat(read(Map.of()).commands()).isEqualTo(CommandSettings.standard());
  }

  @Test
  void shouldTakeProfileAndRulesFromEverywhere() throws Exception {
    Files.writeString(file, "approve=read-only\nask-for=git fetch; curl *internal*\n");

    CommandSettings commands = read(Map.of(), "--refuse", "docker", "--refuse", "rm -r").commands();

    assertThat(commands.profile()).isEqualTo(Profile.READ_ONLY);
    assertThat(commands.rules().asking())
        .extracting(UserRule::pattern)
        .containsExactly("git fetch", "curl *internal*");
    assertThat(commands.rules().refusing())
        .extracting(UserRule::pattern)
        .containsExactly("docker", "rm -r");
  }

  @Test
  void shouldRefuseAnUnknownProfile() {
    assertThatThrownBy(() -> read(Map.of(), "--approve", "never"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("--approve");
  }

  @Test
  void shouldRefuseARuleForNoProgram() {
    assertThatThrownBy(() -> read(Map.of("CONTOP_REFUSE", " "), new String[0]))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("--refuse");
  }

  private HostConfig read(Map<String, String> environment, String... options) throws StartRefused {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "--data-dir";
    arguments[1] = folder.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    HostCommand command = new HostCommand();
    HostCommand probed = new HostCommand();
    CommandLine commands = new CommandLine(command);
    ReadOptions.layer(commands, new CommandLine(probed), probed.options(), arguments, environment);
    commands.parseArgs(arguments);
    return command.options().checked();
  }
}
