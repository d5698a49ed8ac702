/**
 * What is recorded of a session, under which name, for how long, and with which captions (T75).
 *
 * <p>Not how a picture is encoded, and not where a file lies.
 */
package dev.contop.domain.recording;
