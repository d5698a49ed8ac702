/**
 * Recording the screen of a session to files (T75): who is recorded, the one thread of each
 * recording, and the ports for encoder and files.
 *
 * <p>Not how pictures are encoded. What is recorded comes from the shared capture; nothing here may
 * slow the live picture.
 */
package dev.contop.application.recording;
