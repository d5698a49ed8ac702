/** The machine's own network addresses. */
package dev.contop.os.network;
