/**
 * Who at the loopback listener is the owner: by the system's own word, or by a secret in a file.
 */
package dev.contop.os.door;
