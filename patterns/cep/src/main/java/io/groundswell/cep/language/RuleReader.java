package io.groundswell.cep.language;

import io.groundswell.domain.pattern.Names;
import io.groundswell.domain.pattern.Over;
import io.groundswell.domain.pattern.PatternRule;
import io.groundswell.domain.pattern.PatternRule.OnChange;
import io.groundswell.domain.pattern.Skip;
import io.groundswell.domain.pattern.StageRule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads one pattern. */
final class RuleReader {
  private static final List<String> KEYS =
      List.of("id", "says", "enabled", "over", "stages", "within", "skip", "on_change");
  private static final List<String> SKIPS = List.of("to_first", "to_last");

  private final Part part;
  private final Names names;

  RuleReader(Part part, Names names) {
    this.part = part;
    this.names = names;
  }

  /** The pattern, or null where the part holds no keys. */
  @Nullable PatternRule rule() {
    if (!part.only(KEYS)) {
      return null;
    }
    return new PatternRule(
        part.need("id").map(Part::word).orElse(""),
        part.find("says").map(Part::word).orElse(""),
        part.find("enabled").map(Part::flag).orElse(true),
        part.find("over").map(over -> over.constant(Over.class, Over.SUBJECT)).orElse(Over.SUBJECT),
        stages(),
        part.find("within").map(this::time).orElse(0L),
        part.find("skip").map(RuleReader::skip).orElse(Skip.NONE),
        part.find("on_change")
            .map(then -> then.constant(OnChange.class, OnChange.FINISH))
            .orElse(OnChange.FINISH));
  }

  private List<StageRule> stages() {
    return part.need("stages").map(Part::entries).orElse(List.of()).stream()
        .map(stage -> new StageReader(stage, names).stage())
        .flatMap(Optional::stream)
        .toList();
  }

  private long time(Part within) {
    OptionalLong time = within.isWord() ? names.time(within.word()) : OptionalLong.empty();
    if (time.isEmpty() || time.getAsLong() == 0) {
      within.refuse("cannot be read", names.hint());
    }
    return time.orElse(1);
  }

  private static Skip skip(Part skip) {
    if (!skip.isKeys()) {
      Skip.How how = skip.constant(Skip.How.class, Skip.How.NONE);
      if (how == Skip.How.TO_FIRST || how == Skip.How.TO_LAST) {
        skip.refuse("names no stage", "write {" + skip.word() + ": the name of a stage}");
      }
      return new Skip(how, "");
    }
    skip.only(SKIPS);
    Optional<Skip> first = skip.find("to_first").map(at -> new Skip(Skip.How.TO_FIRST, at.word()));
    return first
        .or(() -> skip.find("to_last").map(at -> new Skip(Skip.How.TO_LAST, at.word())))
        .orElse(Skip.NONE);
  }
}
