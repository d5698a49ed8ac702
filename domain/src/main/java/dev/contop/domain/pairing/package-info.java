/** Who may connect: devices, their tokens and how long those live. */
package dev.contop.domain.pairing;
