/** Executions: intents, the commands proposed for them, and the verdict that lets one run. */
package dev.contop.domain.execution;
