/**
 * The host's own certificate and key, kept in its data folder.
 *
 * <p>Bouncy Castle is used to make a certificate, once; reading one back needs the JDK alone.
 */
package dev.contop.os.identity;
