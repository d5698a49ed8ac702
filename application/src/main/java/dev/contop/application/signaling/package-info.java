/**
 * Who may connect, and how a peer comes about (T1 to T11), whatever carries the messages: nothing
 * here knows of sockets.
 */
package dev.contop.application.signaling;
