package dev.contop.domain.pairing;

/** A device as it is shown to the computer's owner: what is known of it, and whether it is here. */
public record DeviceStatus(Device device, boolean connected) {}
