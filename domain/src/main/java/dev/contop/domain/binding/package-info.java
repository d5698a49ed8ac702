/**
 * How phone and host prove to each other that they hold the secret of a pairing and that nobody
 * stands between them (T96): what is signed, and when a proof counts. Nothing here computes a hash,
 * draws chance or knows what carries the messages.
 */
package dev.contop.domain.binding;
