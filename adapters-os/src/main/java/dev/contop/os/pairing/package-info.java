/**
 * Making tokens and deriving their keys, and the file of those who are paired. Who may connect is
 * decided elsewhere.
 */
package dev.contop.os.pairing;
