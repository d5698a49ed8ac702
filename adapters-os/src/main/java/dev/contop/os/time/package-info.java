/** The clocks, the timer and the dice of this machine. */
package dev.contop.os.time;
