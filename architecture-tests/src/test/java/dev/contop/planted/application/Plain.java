package dev.contop.planted.application;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that an application may use. */
public final class Plain {
  private static final Logger LOG = LoggerFactory.getLogger(Plain.class);

  public dev.contop.planted.domain.Plain plain(dev.contop.planted.domain.Plain given) {
    LOG.debug("{}", given.first());
    return given;
  }
}
