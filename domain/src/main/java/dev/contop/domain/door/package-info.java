/**
 * Who may speak to the host's listeners, judged from what a request says of itself and from what
 * the computer says of the sender.
 *
 * <p>Not here: which phone is paired (that is {@code pairing}), and how a request is read.
 */
package dev.contop.domain.door;
