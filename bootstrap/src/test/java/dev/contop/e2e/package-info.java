/**
 * End to end: the runnable jar, a real X server and a real Chromium as the phone. Every test prints
 * what it measured.
 *
 * <p>Two classes run at the same time, so that while one waits the other computes. A test that is
 * tagged {@code alone} has the machine to itself, after all others: one that holds the host to a
 * time, a rate or the size of a picture, that reads all processes, or that takes a display or a
 * network which others could take.
 */
package dev.contop.e2e;
