/** What phone and host say to each other before a peer exists (T1 to T11), whatever carries it. */
package dev.contop.domain.signaling;
