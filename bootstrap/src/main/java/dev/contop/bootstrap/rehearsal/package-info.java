/** The host's first connection, with itself; no real phone, pairing or session is part of it. */
package dev.contop.bootstrap.rehearsal;
