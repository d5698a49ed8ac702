package dev.contop.bootstrap.config;

import dev.contop.application.recording.RecordingTerms;
import dev.contop.application.screen.ScreenKind;
import dev.contop.domain.media.VideoSettings;
import dev.contop.domain.pairing.TokenUse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The usual settings on this computer alone, on free ports. */
public final class TestConfig {

  private TestConfig() {}

  public static HostConfig in(Path folder, Optional<ScreenKind> screen) {
    return new HostConfig(
        0,
        0,
        "127.0.0.1",
        folder,
        screen,
        List.of(),
        false,
        TokenUse.LAN,
        VideoSettings.standard(),
        Optional.empty(),
        Duration.ofMinutes(5),
        365,
        Optional.empty(),
        CommandSettings.standard(),
        DoorSettings.standard(),
        RecordingTerms.off());
  }
}
