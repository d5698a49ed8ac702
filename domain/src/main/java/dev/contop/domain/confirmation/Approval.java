package dev.contop.domain.confirmation;

/**
 * The user's yes to exactly one deed.
 *
 * <p>Made by {@link Confirmations} alone, once for a question, and used up in the very step in
 * which it was made: no session keeps one.
 */
public final class Approval {

  private final Digest digest;

  Approval(Digest digest) {
    this.digest = digest;
  }

  /** Whether it is for the deed of that digest. */
  public boolean covers(Digest other) {
    return digest.equals(other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Approval that && digest.equals(that.digest);
  }

  @Override
  public int hashCode() {
    return digest.hashCode();
  }

  @Override
  public String toString() {
    return "Approval[" + digest + "]";
  }
}
