/** The rules of a session, without clock, thread or input and output. */
package dev.contop.domain;
