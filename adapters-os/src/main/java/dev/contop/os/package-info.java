/**
 * What the host asks of the operating system: processes, pointer and keyboard, files, time.
 *
 * <p>Not the screen, which is captured elsewhere, and no rules: what may run, who may connect and
 * what is held are decided in the domain.
 */
package dev.contop.os;
