package io.groundswell.domain.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.surge.Turn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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

  /** Buckets of four hours in which any subject may surge; each subject's own story is sound. */
  private static List<List<Bulletin>> afternoon(Random random) {
    List<List<Bulletin>> afternoon = new ArrayList<>();
    Set<String> open = new HashSet<>();
    Set<String> before = new HashSet<>();
    for (int minute = 0; minute < 240; minute += 1 + random.nextInt(12)) {
      List<Bulletin> closed = new ArrayList<>();
      for (String subject : SUBJECTS) {
        if (random.nextInt(3) == 0) {
          closed.add(bulletin(subject, minute, random, open, before));
        }
      }
      if (!closed.isEmpty()) {
        afternoon.add(closed);
      }
    }
    return afternoon;
  }

  private static Bulletin bulletin(
      String subject, int minute, Random random, Set<String> open, Set<String> before) {
    double evidence = 15 + random.nextInt(3);
    int dice = random.nextInt(10);
    if (dice < 3) {
      return Bulletin.elevated(subject, minute);
    }
    if (open.contains(subject)) {
      if (dice < 6) {
        open.remove(subject);
        return Bulletin.resolves(subject, minute);
      }
      return dice < 8
          ? Bulletin.escalates(subject, minute, evidence)
          : Bulletin.calm(subject, minute);
    }
    open.add(subject);
    boolean again = !before.add(subject) && random.nextBoolean();
    return Bulletin.of(
        subject,
        minute,
        evidence,
        again ? Turn.REOPENS : Turn.OPENS,
        again ? "relapse" : random.nextBoolean() ? "sudden" : "sustained");
  }
}
