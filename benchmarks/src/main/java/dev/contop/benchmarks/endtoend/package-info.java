/**
 * The end-to-end table: this host and what else can show a desktop in a browser, started, measured
 * and ended in the same way. Not for small parts, which JMH measures.
 */
package dev.contop.benchmarks.endtoend;
