/** Peers, data channels and the video sender on webrtc-java; no rules of its own. */
package dev.contop.adapters.webrtc;
