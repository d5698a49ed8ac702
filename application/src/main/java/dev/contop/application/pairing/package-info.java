/** Pairing phones, and knowing them again. */
package dev.contop.application.pairing;
