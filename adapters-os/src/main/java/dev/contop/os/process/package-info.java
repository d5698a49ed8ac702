/**
 * Starting and ending processes: authorized commands, and the host's own few fixed programs.
 *
 * <p>Nothing else in the project starts a process. What may run is decided before it comes here.
 */
package dev.contop.os.process;
