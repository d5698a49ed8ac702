package dev.contop.capture.xcb;

/**
 * An extension that the server has.
 *
 * @param opcode what its requests and generic events are marked with
 * @param firstEvent the number of its first event
 */
public record Extension(int opcode, int firstEvent) {}
