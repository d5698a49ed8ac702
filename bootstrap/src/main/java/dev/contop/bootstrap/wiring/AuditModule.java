package dev.contop.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import dev.contop.application.audit.WriteAudit;
import dev.contop.application.desk.ReadAuditTail;
import dev.contop.application.recording.CaptionedAudit;
import dev.contop.application.recording.RecordingDesk;
import dev.contop.application.time.ReadWallClock;
import dev.contop.bootstrap.config.HostConfig;
import dev.contop.os.audit.AuditFiles;
import dev.contop.os.audit.AuditTail;
import javax.inject.Provider;
import javax.inject.Singleton;

/** The audit log, in the data folder. */
@Module
public final class AuditModule {

  private static final String FOLDER = "audit";

  private AuditModule() {}

  @Provides
  @Singleton
  static AuditFiles auditFiles(HostConfig config, ReadWallClock clock) {
    return new AuditFiles(config.dataFolder().resolve(FOLDER), config.auditDays(), clock);
  }

  @Provides
  @Singleton
  static WriteAudit writeAudit(
      AuditFiles files, ReadWallClock clock, Provider<RecordingDesk> recordings) {
    return new CaptionedAudit(files, clock, recordings::get);
  }

  @Provides
  static ReadAuditTail auditTail(HostConfig config) {
    return new AuditTail(config.dataFolder().resolve(FOLDER));
  }

  @Provides
  static HostParts.Audit audit(AuditFiles files) {
    return files::close;
  }
}
