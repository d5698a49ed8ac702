/** Telling the computer's owner in passing what phones do; how often is decided here. */
package dev.contop.application.notice;
