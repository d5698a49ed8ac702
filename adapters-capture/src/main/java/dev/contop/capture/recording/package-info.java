/**
 * Finds out whether this host has an encoder, when it is first asked to record; not the encoder.
 */
package dev.contop.capture.recording;
