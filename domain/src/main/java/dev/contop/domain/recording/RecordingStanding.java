package dev.contop.domain.recording;

import dev.contop.domain.pairing.DeviceId;
import java.util.Optional;

/**
 * How it stands with the recording of a device.
 *
 * @param wanted whether it is to be recorded when it is connected
 * @param running whether it is being recorded
 * @param failure why its last recording stopped, in words, when nobody had asked for that
 */
public record RecordingStanding(
    DeviceId device, boolean wanted, boolean running, Optional<String> failure) {}
