package io.groundswell.jobs.surge.volume;

import io.groundswell.domain.volume.Arrival;
import io.groundswell.domain.volume.ArrivalRule;
import io.groundswell.domain.volume.Buckets;
import io.groundswell.domain.volume.Mention;
import io.groundswell.domain.volume.Origin;
import io.groundswell.domain.volume.Partial;
import io.groundswell.jobs.surge.AddUp;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Adds up mentions per subject and bucket, so that a surge costs the network one record a subject
 * and not one a complaint.
 */
public final class PreAggregate extends AddUp<Mention, Partial> {
  private static final long serialVersionUID = 1;
  private static final int MOST_HELD = 100_000;

  private final ArrivalRule rule;
  private transient Map<Slot, Sum> sums;
  private transient int held;

  /** Adds up by the bucket in which a mention counts. */
  public PreAggregate(ArrivalRule rule) {
    this.rule = rule;
  }

  @Override
  public void open() throws Exception {
    super.open();
    sums = new HashMap<>();
  }

  @Override
  public void processElement(StreamRecord<Mention> element) {
    Mention mention = element.getValue();
    Arrival arrival = rule.of(mention);
    for (String subject : mention.subjects()) {
      sums.computeIfAbsent(new Slot(subject, arrival.start()), slot -> new Sum())
          .add(mention, subject, arrival, rule.width());
      held++;
    }
    if (held >= MOST_HELD) {
      flush();
    }
  }

  @Override
  protected void flush() {
    sums.forEach(this::emit);
    sums.clear();
    held = 0;
  }

  private void emit(Slot slot, Sum sum) {
    long[] authors = sum.authors.stream().mapToLong(Long::longValue).toArray();
    long[] delayedFrom = sum.delayedFrom.stream().mapToLong(Long::longValue).toArray();
    Partial partial =
        new Partial(
            slot.subject,
            slot.start,
            sum.posts,
            sum.delayed,
            delayedFrom,
            sum.late,
            authors,
            sum.origins(),
            sum.voices(),
            sum.agreement);
    output.collect(new StreamRecord<>(partial, Buckets.lastMoment(slot.start, rule.width())));
  }

  private record Slot(String subject, long start) {}

  private static final class Sum {
    private final Set<Long> authors = new HashSet<>();
    private final Set<Long> delayedFrom = new HashSet<>();
    private final Map<String, Integer> sources = new TreeMap<>();
    private int posts;
    private int delayed;
    private int late;
    private @Nullable Set<Long> voices;
    private int agreement;

    long[] voices() {
      return voices == null ? new long[0] : voices.stream().mapToLong(Long::longValue).toArray();
    }

    List<Origin> origins() {
      return sources.entrySet().stream()
          .map(entry -> new Origin(Origin.hash(entry.getKey()), entry.getValue()))
          .toList();
    }

    /** Nearly always everybody speaks for himself. */
    private void hear(Mention mention) {
      if (voices == null && mention.voice() != mention.author()) {
        voices = new HashSet<>(authors);
      }
      if (voices != null) {
        voices.add(mention.voice());
      }
    }

    void add(Mention mention, String subject, Arrival arrival, long width) {
      if (!arrival.evidence()) {
        late++;
        return;
      }
      hear(mention);
      authors.add(mention.author());
      if (mention.agreement() != 0 && subject.equals(mention.listener())) {
        agreement += mention.agreement();
      }
      posts++;
      if (!mention.contact()) {
        sources.merge(mention.source(), 1, Integer::sum);
      }
      if (arrival.late()) {
        delayed++;
        delayedFrom.add(Buckets.start(mention.createdAt(), width));
      }
    }
  }
}
