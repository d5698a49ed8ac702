/** Acting on the desktop as a whole: its lock and its sleep. */
package dev.contop.application.device;
