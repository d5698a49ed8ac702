/**
 * Peers over webrtc-java: connections, channels and the screen as a video track.
 *
 * <p>Nothing here knows what a message means or who a phone is. The library is called from serial
 * queues only, never with a lock held and never from inside one of its callbacks; {@link
 * dev.contop.webrtc.NativeEdge} is the one place that implements its observers.
 */
package dev.contop.webrtc;
