package dev.contop.domain.confirmation;

/** What identifies a {@link Deed}, as 64 hex digits: two that are equal are the same deed. */
public record Digest(String hex) {

  public static Digest of(Deed deed, HashBytes hash) {
    return new Digest(hash.sha256(deed.canonical()));
  }

  @Override
  public String toString() {
    return hex;
  }
}
