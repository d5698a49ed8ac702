package dev.contop.application.session;

import dev.contop.domain.session.Effect;

/** Does what a session's machine decided. Called from the session's turn; never blocks. */
interface PerformEffects {

  void perform(Effect effect);

  /**
   * The machine itself failed: ends everything of this session that could still act, by whatever
   * means are left.
   */
  void abandon();
}
