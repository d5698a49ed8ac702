/**
 * The two listeners: the public one that carries signaling and serves the page, and the one that
 * only this machine reaches, which pairs.
 *
 * <p>Nothing here decides who may connect or what a message means; that is behind {@code
 * AcceptPhones} and {@code PairPhone}. Everything bounded about a socket is bounded here.
 */
package dev.contop.signaling;
