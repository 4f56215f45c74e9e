package io.groundswell.domain.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** What the desk says depends on what a bucket holds, never on the order in which it came. */
class AnyOrderTest {
  private static final List<String> SUBJECTS =
      List.of(
          "firefox",
          "firefox/sync",
          "firefox/tabs",
          "firefox@IT",
          "firefox@DE",
          "accounts",
          "accounts@IT",
          "?",
          "?@IT",
          "@IT",
          "@DE");

  @Property(tries = 150)
  void shuffledBucketsGiveEqualUpdates(@ForAll Random life, @ForAll Random order) {
    Desk sorted = new Desk();
    Desk shuffled = new Desk();
    for (List<Bulletin> closed : afternoon(life)) {
      long end = closed.get(0).bucket().end();
      List<Bulletin> mixed = new ArrayList<>(closed);
      Collections.shuffle(mixed, order);

      assertThat(shuffled.close(end, mixed)).isEqualTo(sorted.close(end, closed));
      assertThat(shuffled.nextCheck()).isEqualTo(sorted.nextCheck());
    }
  }

  @Property(tries = 150)
  void everyIncidentTellsASoundStory(@ForAll Random life) {
    Desk desk = new Desk();
    Map<String, IncidentUpdate> last = new HashMap<>();
    for (List<Bulletin> closed : afternoon(life)) {
      List<IncidentUpdate> updates = desk.close(closed.get(0).bucket().end(), closed);

      assertThat(updates).extracting(IncidentUpdate::incidentId).isSorted().doesNotHaveDuplicates();
      for (IncidentUpdate update : updates) {
        follows(last.put(update.incidentId(), update), update);
      }
    }
  }

  private static void follows(@Nullable IncidentUpdate before, IncidentUpdate update) {
    if (before == null) {
      assertThat(update.status()).isEqualTo(Status.OPENED);
      assertThat(update.sequence()).isEqualTo(1);
      return;
    }
    assertThat(update.sequence()).isEqualTo(before.sequence() + 1);
    assertThat(update.subject()).isEqualTo(before.subject());
    assertThat(update.onsetAt()).isEqualTo(before.onsetAt());
    assertThat(update.detectedAt()).isEqualTo(before.detectedAt());
    assertThat(update.updatedAt()).isGreaterThan(before.updatedAt());
    assertThat(update.status() == Status.REOPENED).isEqualTo(before.status() == Status.RESOLVED);
    assertThat(update.status()).isNotEqualTo(Status.OPENED);
  }

  /** Buckets of ten hours in which any subject may surge; each subject's own story is sound. */
  private static List<List<Bulletin>> afternoon(Random random) {
    List<List<Bulletin>> afternoon = new ArrayList<>();
    Map<String, Life> lives = new HashMap<>();
    for (int minute = 0; minute < 600; minute += 1 + random.nextInt(25)) {
      List<Bulletin> closed = new ArrayList<>();
      for (String subject : SUBJECTS) {
        if (random.nextInt(3) == 0) {
          Life life = lives.computeIfAbsent(subject, key -> new Life());
          closed.add(bulletin(subject, minute, random, life));
        }
      }
      if (!closed.isEmpty()) {
        afternoon.add(closed);
      }
    }
    return afternoon;
  }

  private static Bulletin bulletin(String subject, int minute, Random random, Life life) {
    double evidence = 15 + random.nextInt(3);
    int dice = random.nextInt(10);
    if (dice < 3) {
      return Bulletin.elevated(subject, minute);
    }
    if (life.open) {
      if (dice < 6) {
        life.open = false;
        life.resolved = minute + 1;
        return Bulletin.resolves(subject, minute);
      }
      return dice < 8
          ? Bulletin.escalates(subject, minute, evidence)
          : Bulletin.calm(subject, minute);
    }
    boolean again = minute + 1 - life.resolved <= Desk.REOPEN_WITHIN;
    life.open = true;
    life.onset = minute;
    Bulletin bulletin =
        again
            ? Bulletin.reopens(subject, minute, evidence)
            : Bulletin.opens(subject, minute, evidence);
    return bulletin.since(life.onset, 9, 1);
  }

  /** How a subject stands with its own surge. */
  private static final class Life {
    private boolean open;
    private int onset;
    private int resolved = -1000;
  }
}
