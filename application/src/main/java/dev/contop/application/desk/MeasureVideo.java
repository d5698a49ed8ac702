package dev.contop.application.desk;

import dev.contop.domain.media.VideoFigures;
import dev.contop.domain.pairing.DeviceId;
import java.util.Map;
import java.util.function.Consumer;

/** Measures how the video of each connected phone fares. */
public interface MeasureVideo {

  /**
   * Measures all now. Any thread; does not block.
   *
   * @param told is told once, within half a second, from whichever thread has it; phones that did
   *     not get measured in time are left out
   */
  void measure(Consumer<Map<DeviceId, VideoFigures>> told);
}
