/** The loop: one bounded mailbox a session, one event at a time, and the effects carried out. */
package dev.contop.application.session;
