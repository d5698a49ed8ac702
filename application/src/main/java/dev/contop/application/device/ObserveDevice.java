package dev.contop.application.device;

/**
 * Is told what came of one action: one call, from a thread of the adapter or from within {@link
 * ControlDevice#act}. Implementations only post.
 */
public interface ObserveDevice {

  /** The desktop has done it. */
  void done();

  /** It was not done; {@code words} say why, and what the desktop lacks. */
  void failed(String words);
}
