/** What a phone may ask of the desktop as a whole; pointer and keyboard are elsewhere. */
package dev.contop.domain.device;
