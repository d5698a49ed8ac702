/** What is said over the data channels (T12, T13), as types; the JSON of it lives elsewhere. */
package dev.contop.domain.envelope;
