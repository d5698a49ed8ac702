package dev.contop.application.recording;

import dev.contop.application.audit.ObserveAudit;
import dev.contop.application.audit.WriteAudit;
import dev.contop.application.time.ReadWallClock;
import dev.contop.domain.audit.About;
import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.recording.Captions;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes the audit log, and what is in it then beside the pictures of the device's recording. */
public final class CaptionedAudit implements WriteAudit {

  private final WriteAudit log;
  private final ReadWallClock clock;
  private final Supplier<RecordingDesk> desk;

  /**
   * @param clock the one of the log
   * @param desk asked for when the first entry about a device is written
   */
  public CaptionedAudit(WriteAudit log, ReadWallClock clock, Supplier<RecordingDesk> desk) {
    this.log = log;
    this.clock = clock;
    this.desk = desk;
  }

  @Override
  public void write(AuditEntry entry, About about, ObserveAudit observer) {
    Optional<String> words = about.device().flatMap(unused -> Captions.of(entry));
    if (words.isEmpty()) {
      log.write(entry, about, observer);
    } else {
      log.write(entry, about, captioned(about.device().orElseThrow(), words.get(), observer));
    }
  }

  private ObserveAudit captioned(DeviceId device, String words, ObserveAudit observer) {
    Instant at = clock.now();
    return new ObserveAudit() {
      @Override
      public void written() {
        observer.written();
        desk.get().caption(device, at, words);
      }

      @Override
      public void failed(String reason) {
        observer.failed(reason);
      }
    };
  }
}
