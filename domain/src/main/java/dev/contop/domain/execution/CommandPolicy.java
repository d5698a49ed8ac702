package dev.contop.domain.execution;

/** Judges a command before it runs. Pure, quick, never throws for any text. */
public interface CommandPolicy {

  Verdict judge(Command command);
}
