package dev.contop.application.notice;

import dev.contop.domain.notice.Notice;

/** Shows a notice on the desktop, if it has a means for it. Any thread; never blocks or fails. */
public interface ShowNotice {

  void show(Notice notice);
}
