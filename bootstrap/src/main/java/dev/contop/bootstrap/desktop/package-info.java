/** Which desktop is shown and driven: chosen once, before anything is wired. */
package dev.contop.bootstrap.desktop;
