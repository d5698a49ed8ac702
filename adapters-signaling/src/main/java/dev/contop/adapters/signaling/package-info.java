/** HTTP and WebSocket listeners; carries signaling, never commands. */
package dev.contop.adapters.signaling;
