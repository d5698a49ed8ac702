package dev.contop.planted.application;

import java.net.InetSocketAddress;

/** Assumes a socket. */
public final class SeesSockets {
  public InetSocketAddress address() {
    return InetSocketAddress.createUnresolved("localhost", 1);
  }
}
