/** Agents: they propose steps and end with an answer; they have no other way to act. */
package dev.contop.application.agent;
