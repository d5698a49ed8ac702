package dev.contop.application.time;

import java.util.UUID;

/** Draws random version 4 UUIDs from a cryptographic source. */
public interface DrawIds {

  UUID draw();
}
