/** The commands of the command line, and what they say. */
package dev.contop.bootstrap.command;
