package dev.contop.wire;

import dev.contop.domain.envelope.Refusal;

/** What came of reading bytes as JSON. */
sealed interface JsonReading {

  record Accepted(Json tree) implements JsonReading {}

  record Rejected(Refusal cause) implements JsonReading {}
}
