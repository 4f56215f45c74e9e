package io.groundswell.chaos.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a destination was told, in the words of its requests. */
public final class Notices {
  private Notices() {}

  /**
   * Whether nobody was told the same twice.
   *
   * @param bodies of the requests of a webhook, CloudEvents whose id says which update they tell
   */
  public static Finding once(List<String> bodies) {
    Set<String> told = new HashSet<>();
    Set<String> opened = new HashSet<>();
    int again = 0;
    for (JsonNode event : bodies.stream().map(Committed::parse).toList()) {
      JsonNode update = event.path("data");
      boolean fresh = told.add(event.path("id").asText());
      if (update.path("status").asText().equals("opened")) {
        fresh &= opened.add(update.path("incident_id").asText());
      }
      again += fresh ? 0 : 1;
    }
    return new Finding(
        "notices",
        again == 0 && !opened.isEmpty(),
        "%d taken, %d incidents opened, %d came again"
            .formatted(bodies.size(), opened.size(), again));
  }
}
