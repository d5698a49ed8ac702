/** Turns the JSON of every wire into domain values and back; decides nothing. */
package dev.contop.wire;
