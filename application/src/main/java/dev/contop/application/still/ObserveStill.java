package dev.contop.application.still;

import dev.contop.domain.media.Still;
import dev.contop.domain.media.StillRefusal;

/** Is told once what came of a still; implementations only post. */
public interface ObserveStill {

  void taken(Still still);

  void missed(StillRefusal reason);
}
