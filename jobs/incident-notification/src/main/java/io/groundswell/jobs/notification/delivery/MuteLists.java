package io.groundswell.jobs.notification.delivery;

import io.groundswell.jobs.notification.notice.Notice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** What each mute has held back; told when it ends, so that nothing is held back for ever. */
final class MuteLists {
  private final Loop loop;
  private final BiConsumer<Notice.Mute, List<Notice>> ended;

  /** Of each mute, the latest notice of each incident that it held back. */
  private final Map<String, Map<String, Notice>> lists = new TreeMap<>();

  /** Each as it was said last: one that is told again may end at another time. */
  private final Map<String, Notice.Mute> mutes = new HashMap<>();

  MuteLists(Loop loop, BiConsumer<Notice.Mute, List<Notice>> ended) {
    this.loop = loop;
    this.ended = ended;
  }

  /** A mute holds back a page, or did so before a restart, even where it is over by now. */
  void held(Notice notice) {
    Notice.Mute mute = notice.mute();
    if (mute == null) {
      return;
    }
    lists.computeIfAbsent(mute.id(), id -> new TreeMap<>()).put(notice.incidentId(), notice);
    Notice.Mute before = mutes.put(mute.id(), mute);
    if (before == null || before.until() != mute.until()) {
      loop.at(mute.until(), () -> end(mute.id()));
    }
  }

  private void end(String id) {
    Notice.Mute mute = mutes.get(id);
    if (mute != null && mute.until() <= loop.now()) {
      mutes.remove(id);
      Map<String, Notice> held = lists.remove(id);
      ended.accept(mute, held == null ? List.of() : new ArrayList<>(held.values()));
    }
  }
}
