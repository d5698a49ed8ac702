package dev.contop.application.command;

import dev.contop.domain.execution.OutputStreamKind;

final class ScriptedCommandsTest extends RunCommandContract {

  private final ScriptedCommands subject = new ScriptedCommands();

  @Override
  protected RunCommand subject() {
    return subject;
  }

  @Override
  protected String writing(String stdout, String stderr) {
    subject.script(
        "write",
        running -> {
          running.write(OutputStreamKind.STDOUT, stdout);
          running.write(OutputStreamKind.STDERR, stderr);
          running.end(0);
        });
    return "write";
  }

  @Override
  protected String endingWith(int exitCode) {
    subject.script("end", running -> running.end(exitCode));
    return "end";
  }

  @Override
  protected String staying(String stdout) {
    subject.script("stay", running -> running.write(OutputStreamKind.STDOUT, stdout));
    return "stay";
  }
}
