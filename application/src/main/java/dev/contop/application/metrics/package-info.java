/** What is counted. Names hold causes and kinds, never what anyone said. */
package dev.contop.application.metrics;
