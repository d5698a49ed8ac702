/** Measures; asserts nothing that a test should assert. */
package dev.contop.benchmarks;
