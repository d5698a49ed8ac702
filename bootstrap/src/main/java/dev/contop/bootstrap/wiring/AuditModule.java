package dev.contop.bootstrap.wiring;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dev.contop.application.audit.WriteAudit;
import dev.contop.application.desk.ReadAuditTail;
import dev.contop.application.time.ReadWallClock;
import dev.contop.bootstrap.config.HostConfig;
import dev.contop.os.audit.AuditFiles;
import dev.contop.os.audit.AuditTail;
import javax.inject.Singleton;

/** The audit log, in the data folder. */
@Module
public abstract class AuditModule {

  private static final String FOLDER = "audit";

  private AuditModule() {}

  @Provides
  @Singleton
  static AuditFiles auditFiles(HostConfig config, ReadWallClock clock) {
    return new AuditFiles(config.dataFolder().resolve(FOLDER), config.auditDays(), clock);
  }

  @Provides
  static ReadAuditTail auditTail(HostConfig config) {
    return new AuditTail(config.dataFolder().resolve(FOLDER));
  }

  @Binds
  abstract WriteAudit writeAudit(AuditFiles files);

  @Provides
  static HostParts.Audit audit(AuditFiles files) {
    return files::close;
  }
}
