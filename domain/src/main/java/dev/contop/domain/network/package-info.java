/** Addresses of the internet, as text says them; not who has them, and not how to reach them. */
package dev.contop.domain.network;
