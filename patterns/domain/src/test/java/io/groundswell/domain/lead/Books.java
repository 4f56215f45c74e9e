package io.groundswell.domain.lead;

import io.groundswell.domain.incident.Bulletin;
import io.groundswell.domain.incident.Desk;
import io.groundswell.domain.surge.ScoredBucket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A desk that has heard of the support queue, the book beside it, and all rows so far. */
final class Books {
  /** Contacts, or complaints, in every bucket of a bulletin. */
  static final int A_BUCKET = 8;

  private final Desk desk = Desk.withQueue();
  private final Map<String, LeadEntry> entries = new TreeMap<>();
  private final LeadBook book = new LeadBook(entries);
  private final List<LeadEntry> told = new ArrayList<>();

  /** Takes in bulletins, bucket by bucket in the order given. */
  static Books given(Bulletin... bulletins) {
    return new Books().then(bulletins);
  }

  Books then(Bulletin... bulletins) {
    Map<Long, List<Bulletin>> closed = new LinkedHashMap<>();
    Arrays.stream(bulletins)
        .forEach(b -> closed.computeIfAbsent(b.bucket().end(), end -> new ArrayList<>()).add(b));
    closed.forEach(this::close);
    return this;
  }

  /** Nothing happens, but the bucket that starts in this minute closes. */
  Books quietAt(int minute) {
    close(Bulletin.at(minute + 1), List.of());
    return this;
  }

  private void close(long end, List<Bulletin> bulletins) {
    desk.close(end, bulletins);
    count(end, bulletins);
  }

  /** The input ends: contacts are counted, but nobody judges any more. */
  Books andAtTheEnd(Bulletin... bulletins) {
    count(bulletins[0].bucket().end(), List.of(bulletins));
    return this;
  }

  private void count(long end, List<Bulletin> bulletins) {
    List<ScoredBucket> buckets = bulletins.stream().map(Bulletin::bucket).toList();
    told.addAll(book.close(desk.incidents().values(), desk.queues(), end, buckets));
  }

  /** Every row, as often as it came. */
  List<LeadEntry> told() {
    return told;
  }

  /** The last row of each key. */
  List<LeadEntry> rows() {
    Map<String, LeadEntry> last = new TreeMap<>();
    told.forEach(row -> last.put(row.key(), row));
    return List.copyOf(last.values());
  }

  List<LeadEntry> incidents() {
    return rows().stream().filter(row -> !row.isQueue()).toList();
  }

  List<LeadEntry> surges() {
    return rows().stream().filter(LeadEntry::isQueue).toList();
  }

  /** How many entries the book keeps. */
  int kept() {
    return entries.size();
  }

  LeadSum sum(long contacts) {
    return LeadSum.of(rows(), contacts);
  }
}
