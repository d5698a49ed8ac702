/** The folder in which recordings are kept; not how they are made. */
package dev.contop.os.recording;
