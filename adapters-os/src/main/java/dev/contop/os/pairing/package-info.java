/** Making tokens and deriving their keys. Who is paired is kept elsewhere. */
package dev.contop.os.pairing;
