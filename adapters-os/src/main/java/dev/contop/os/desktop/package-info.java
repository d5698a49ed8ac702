/** The desktop that the host lives on, or makes for itself: its data folder, a virtual screen. */
package dev.contop.os.desktop;
