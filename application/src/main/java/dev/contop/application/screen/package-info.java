/** The desktop's screen: one capture, shared by all who watch. */
package dev.contop.application.screen;
