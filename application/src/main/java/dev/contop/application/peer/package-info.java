/** Peers: one WebRTC connection each, behind ports that never block their caller. */
package dev.contop.application.peer;
