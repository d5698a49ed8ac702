package dev.contop.application.audit;

/**
 * Is told what became of one entry: one call, from the writer's thread or from within {@link
 * WriteAudit#write}. Implementations only post.
 */
public interface ObserveAudit {

  /** It is on the disk. What it is about may now take effect. */
  void written();

  /** It is not in the log, so nothing may run on its strength; {@code reason} is in words. */
  void failed(String reason);
}
