package io.groundswell.domain.answer;

import io.groundswell.domain.catalogue.Subject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which mute holds back pages, of those that people want and those that come back. */
public final class Mutes {
  /** Of several the one that ends last: as long as it holds, nothing leaves. */
  private static final Comparator<Mute> LONGEST =
      Comparator.comparingLong((Mute mute) -> -mute.until()).thenComparing(Mute::id);

  private final Collection<Mute> mutes;
  private final List<MuteWindow> windows;

  /** All that there are. */
  public Mutes(Collection<Mute> mutes, List<MuteWindow> windows) {
    this.mutes = mutes;
    this.windows = windows;
  }

  /**
   * The mute that holds back pages about a surge, or null.
   *
   * @param observed people who complain
   * @param expected their baseline
   * @param time of the update, epoch milliseconds
   */
  public @Nullable Mute holding(Subject subject, double observed, double expected, long time) {
    Stream<Mute> recurring =
        windows.stream().map(window -> window.at(time)).filter(Objects::nonNull);
    return Stream.concat(mutes.stream(), recurring)
        .filter(mute -> mute.isOn(time) && mute.covers(subject))
        .filter(mute -> !mute.isPassed(observed, expected))
        .min(LONGEST)
        .orElse(null);
  }

  /**
   * When another mute may hold than before, without anybody's saying anything.
   *
   * @return epoch milliseconds after {@code time}; {@link Long#MAX_VALUE} where that never is
   */
  public long nextChange(long time) {
    LongStream ofMutes =
        mutes.stream().flatMapToLong(mute -> LongStream.of(mute.from(), mute.until()));
    LongStream ofWindows = windows.stream().mapToLong(window -> window.nextChange(time));
    return LongStream.concat(ofMutes, ofWindows)
        .filter(change -> change > time)
        .min()
        .orElse(Long.MAX_VALUE);
  }
}
