/** Measurements: small ones by JMH, and whole ones with a real X server and a real Chromium. */
package dev.contop.benchmarks;
