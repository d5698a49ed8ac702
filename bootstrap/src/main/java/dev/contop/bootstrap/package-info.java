/** Reads the configuration, chooses the modules, starts and stops the host; holds no rules. */
package dev.contop.bootstrap;
