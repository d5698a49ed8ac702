/** Time and chance, as ports. */
package dev.contop.application.time;
