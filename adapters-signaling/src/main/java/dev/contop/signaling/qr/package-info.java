/** QR codes as PNG files and as text for a terminal, without a graphics library. */
package dev.contop.signaling.qr;
