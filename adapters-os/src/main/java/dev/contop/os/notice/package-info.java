/** Showing notices on the desktop; which ones and how often is decided elsewhere. */
package dev.contop.os.notice;
