/** The picture's rules: sizes, bitrates and when to look at the screen. No pixels. */
package dev.contop.domain.media;
