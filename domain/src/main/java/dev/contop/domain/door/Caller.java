package dev.contop.domain.door;

/** Whose program sent a request over the loopback interface, as far as the system tells. */
public enum Caller {
  /** The user who runs the host, or the one who may do everything anyway. */
  OWN,
  /** Another user of this computer. */
  FOREIGN,
  /** The system does not tell, or not in time. */
  UNKNOWN
}
