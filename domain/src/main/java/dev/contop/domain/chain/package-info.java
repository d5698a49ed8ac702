/** A list that can be shared between states without being copied. */
package dev.contop.domain.chain;
