package dev.contop.domain.policy;

import java.util.Map;

class FilesByNameTest extends LookAtFileContract {

  @Override
  protected LookAtFile subject() {
    return new FilesByName("/home/me", Map.of("/home/me/here", LookAtFile.Seen.EXISTS));
  }

  @Override
  protected String home() {
    return "/home/me";
  }
}
