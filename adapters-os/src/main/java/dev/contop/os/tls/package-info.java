/**
 * The certificate with which the public listener speaks HTTPS, from files that others keep fresh.
 *
 * <p>Not the host's own certificate, whose fingerprint phones check; that is in {@code identity}.
 */
package dev.contop.os.tls;
