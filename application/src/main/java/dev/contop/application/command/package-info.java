/** Running authorized commands and ending them. */
package dev.contop.application.command;
