package dev.contop.planted.os;

import org.xnio.XnioWorker;

/** Uses a library that lives elsewhere. */
public final class UsesXnio {
  public Class<?> library() {
    return XnioWorker.class;
  }
}
