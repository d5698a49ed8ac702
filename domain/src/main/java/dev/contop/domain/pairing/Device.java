package dev.contop.domain.pairing;

import java.time.Instant;
import java.util.Optional;

/**
 * A paired phone: its right to connect, and what is known of it (T8).
 *
 * @param givenName what its owner called it when it was paired
 * @param ownName what it calls itself
 * @param location where it says it is
 * @param seen nothing when it never came
 * @param used whether it came with the pairing that it has now
 */
public record Device(
    Pairing pairing,
    Optional<String> givenName,
    Optional<String> ownName,
    Optional<String> location,
    Optional<Sighting> seen,
    boolean used) {

  public static final int LONGEST_NAME = 128;

  /** Whether people may call a device so: one line, not empty. */
  public static boolean isName(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST_NAME
        && text.chars().noneMatch(Character::isISOControl);
  }

  /** A device of which nothing is known yet. */
  public static Device of(Pairing pairing) {
    return new Device(
        pairing, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  public DeviceId id() {
    return pairing.device();
  }

  /** What people call it: a phone cannot take a name that its owner gave to it. */
  public Optional<String> name() {
    return givenName.or(() -> ownName);
  }

  /** The same device with a new pairing; a name is given to it or stays. */
  Device pairedAgain(Pairing fresh, Optional<String> name) {
    return new Device(fresh, name.or(() -> givenName), ownName, location, seen, false);
  }

  /** It came; what it does not say this time stays as it was. */
  public Device came(Optional<String> name, Optional<String> place, Sighting sighting) {
    return new Device(
        pairing,
        givenName,
        name.or(() -> ownName),
        place.or(() -> location),
        Optional.of(sighting),
        true);
  }

  public Device locatedAt(String place) {
    return new Device(pairing, givenName, ownName, Optional.of(place), seen, used);
  }

  /** It was there until now. */
  public Device left(Instant now) {
    return new Device(
        pairing, givenName, ownName, location, seen.map(last -> last.lastAt(now)), used);
  }

  /** What may still be known of it. */
  Device at(Instant now) {
    return new Device(pairing, givenName, ownName, location, seen.map(last -> last.at(now)), used);
  }

  /** When something of it changes by the mere passing of time. */
  Instant due() {
    return seen.flatMap(Sighting::addressUntil)
        .filter(pairing.expiresAt()::isAfter)
        .orElse(pairing.expiresAt());
  }
}
