package io.groundswell.chaos.check;

import java.util.List;

/** What a destination was told, in the words of its requests. */
public final class Notices {
  private Notices() {}

  /**
   * Whether nobody was told the same twice.
   *
   * @param bodies of the requests of a webhook, CloudEvents whose id says which update they tell
   */
  public static Finding once(List<String> bodies) {
    long told =
        bodies.stream().map(Committed::parse).map(event -> event.path("id")).distinct().count();
    return new Finding(
        "notices",
        told == bodies.size() && told > 0,
        "%d taken, %d came again".formatted(told, bodies.size() - told));
  }
}
