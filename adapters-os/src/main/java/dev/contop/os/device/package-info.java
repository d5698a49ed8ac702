/**
 * The desktop's lock and its sleep, by its own means; what may ask for them is decided elsewhere.
 */
package dev.contop.os.device;
