package io.groundswell.cep.language;

import io.groundswell.domain.pattern.Condition;
import io.groundswell.domain.pattern.Follows;
import io.groundswell.domain.pattern.HowOften;
import io.groundswell.domain.pattern.Names;
import io.groundswell.domain.pattern.StageRule;
import io.groundswell.domain.pattern.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one stage: {@code followed_by: calm}, what it is, and how often it comes. */
final class StageReader {
  private static final List<String> FLAGS =
      List.of("one_or_more", "optional", "greedy", "consecutive", "combinations");
  private static final List<String> KEYS = keys();

  private final Part part;
  private final Names names;

  StageReader(Part part, Names names) {
    this.part = part;
    this.names = names;
  }

  private static List<String> keys() {
    List<String> keys = new ArrayList<>(Words.all(Follows.class));
    keys.add("where");
    keys.add("times");
    keys.addAll(FLAGS);
    return List.copyOf(keys);
  }

  Optional<StageRule> stage() {
    if (!part.only(KEYS)) {
      return Optional.empty();
    }
    List<Follows> said = new ArrayList<>();
    for (Follows follows : Follows.values()) {
      part.find(Words.of(follows)).ifPresent(found -> said.add(follows));
    }
    if (said.size() != 1) {
      part.refuse(
          said.isEmpty() ? "has no name" : "has two names",
          "write one of " + String.join(", ", Words.all(Follows.class)) + ", and the name");
      return Optional.empty();
    }
    Follows follows = said.get(0);
    return part.find(Words.of(follows))
        .map(Part::word)
        .map(name -> new StageRule(name, follows, where(), often()));
  }

  private Condition where() {
    return part.find("where")
        .map(where -> new WhereReader(names).condition(where))
        .orElse(Condition.ALWAYS);
  }

  private HowOften often() {
    int[] times = part.find("times").map(StageReader::times).orElse(new int[] {1, 1});
    if (flag("one_or_more")) {
      if (part.find("times").isPresent()) {
        part.refuse("says both times and one_or_more", "keep one of them");
      }
      times[1] = 0;
    }
    return new HowOften(
        times[0],
        times[1],
        flag("optional"),
        flag("greedy"),
        flag("consecutive"),
        flag("combinations"));
  }

  private static int[] times(Part times) {
    if (!times.isKeys()) {
      int exactly = times.count();
      return new int[] {exactly, exactly};
    }
    times.only(List.of("at_least", "at_most"));
    int least = times.find("at_least").map(Part::count).orElse(1);
    return new int[] {least, times.find("at_most").map(StageReader::most).orElse(0)};
  }

  /** Nothing is no limit: that is said by leaving it out. */
  private static int most(Part part) {
    int most = part.count();
    if (most == 0) {
      part.refuse("is 0", "use 1 and more, or leave it out");
    }
    return most;
  }

  private boolean flag(String key) {
    return part.find(key).map(Part::flag).orElse(false);
  }
}
