package io.groundswell.jobs.surge.evaluate.truth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stretches of time, joined where they touch. */
public final class Spans {
  /** No time at all. */
  public static final Spans NONE = new Spans(List.of());

  private final List<Span> spans;

  private Spans(List<Span> spans) {
    this.spans = spans;
  }

  /**
   * These and another; one that ends before it begins adds nothing.
   *
   * @param from its begin, epoch milliseconds
   * @param until its end, exclusive
   */
  public Spans plus(long from, long until) {
    return from < until ? plus(new Spans(List.of(new Span(from, until)))) : this;
  }

  /** These and others. */
  public Spans plus(Spans others) {
    List<Span> all = new ArrayList<>(spans);
    all.addAll(others.spans);
    all.sort(Comparator.comparingLong(Span::from));
    List<Span> joined = new ArrayList<>();
    for (Span span : all) {
      int last = joined.size() - 1;
      if (last >= 0 && span.from <= joined.get(last).until) {
        Span before = joined.get(last);
        joined.set(last, new Span(before.from, Math.max(before.until, span.until)));
      } else {
        joined.add(span);
      }
    }
    return new Spans(joined);
  }

  /** What lies in these and in others. */
  public Spans within(Spans others) {
    List<Span> common = new ArrayList<>();
    for (Span mine : spans) {
      for (Span other : others.spans) {
        long from = Math.max(mine.from, other.from);
        long until = Math.min(mine.until, other.until);
        if (from < until) {
          common.add(new Span(from, until));
        }
      }
    }
    return new Spans(common);
  }

  /** How long they are together, milliseconds. */
  public long length() {
    return spans.stream().mapToLong(span -> span.until - span.from).sum();
  }

  private record Span(long from, long until) {}
}
