package dev.contop.application.screen;

import dev.contop.domain.media.Monitor;
import java.util.List;

/** Says which monitors the desktop is spread over (T76). */
public interface ListMonitors {

  /**
   * The monitors as they are now, at least one. Blocks for some milliseconds, or for seconds while
   * the desktop does not answer.
   *
   * @throws ScreenUnavailable when there is no such desktop now
   */
  List<Monitor> list() throws ScreenUnavailable;
}
