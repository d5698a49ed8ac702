/**
 * End to end: the runnable jar, a real X server and a real Chromium as the phone. Every test prints
 * what it measured.
 */
package dev.contop.e2e;
