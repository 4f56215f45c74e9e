package io.groundswell.jobs.notification.delivery;

import io.groundswell.jobs.notification.notice.Notice;
import io.groundswell.jobs.notification.notice.OwnNotice;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What each mute has held back; told when it ends, so that nothing is held back for ever. */
final class MuteLists {
  private final Loop loop;
  private final Consumer<Notice> tell;

  /** Of each mute, the latest notice of each incident that it held back. */
  private final Map<String, Map<String, Notice>> lists = new TreeMap<>();

  MuteLists(Loop loop, Consumer<Notice> tell) {
    this.loop = loop;
    this.tell = tell;
  }

  /** A mute holds back a page. */
  void held(Notice notice) {
    Notice.Mute mute = notice.mute();
    if (mute == null || mute.until() <= loop.now()) {
      return;
    }
    if (!lists.containsKey(mute.id())) {
      lists.put(mute.id(), new TreeMap<>());
      loop.at(mute.until(), () -> end(mute));
    }
    lists.getOrDefault(mute.id(), Map.of()).put(notice.incidentId(), notice);
  }

  private void end(Notice.Mute mute) {
    Map<String, Notice> held = lists.remove(mute.id());
    if (held != null) {
      tell.accept(OwnNotice.endOf(mute, List.copyOf(held.values())));
    }
  }
}
