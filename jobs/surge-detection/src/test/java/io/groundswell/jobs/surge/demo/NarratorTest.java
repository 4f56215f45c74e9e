package io.groundswell.jobs.surge.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the demo says about the updates that it reads. */
class NarratorTest {
  private static final Story STORY = Story.after(2);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
  private final Narrator narrator = new Narrator(STORY, new Screen(stream, stream, false));

  @Test
  void anIncidentIsHeldAgainstTheStory() throws IOException {
    narrator.warn(update("opened", "08:47", "pay", "card", "unknown", "null"));
    assertThat(said())
        .contains("Mon 08:47  SEV2 opened", "7 min after it began", "is still quiet")
        .doesNotContain("\033");
  }

  @Test
  void theQueueIsHeldAgainstTheWarning() throws IOException {
    narrator.warn(update("opened", "08:47", "pay", "card", "unknown", "null"));
    narrator.minute(STORY.surges().get(0).flood());
    assertThat(said()).contains("Mon 09:02  the support queue floods: 15 min after the warning");
  }

  @Test
  void theLeadThatTheJobMeasuresIsToldOnce() throws IOException {
    narrator.warn(update("opened", "08:47", "pay", "card", "unknown", "null"));
    narrator.warn(update("updated", "09:10", "pay", "card", "ahead", "1020"));
    narrator.warn(update("updated", "09:20", "pay", "card", "ahead", "1020"));
    assertThat(said()).containsOnlyOnce("17 min before the simulated support queue");
  }

  @Test
  void whatTheStoryDoesNotHoldIsAFalseAlarm() throws IOException {
    narrator.warn(update("opened", "12:05", "tv", null, "unknown", "null"));
    narrator.minute(STORY.joke().until());
    assertThat(said()).contains("false alarm", "it has raised 1 incident");
  }

  @Test
  void whatPagesNobodyIsNotTold() throws IOException {
    narrator.warn(
        new Warning(new ObjectMapper().readTree("{\"kind\":\"chatter\",\"incident_id\":\"x\"}")));
    narrator.minute(STORY.joke().until());
    assertThat(said()).contains("it has raised no incident").doesNotContain("alarm");
  }

  @Test
  void aMissingLeadIsNoLead() throws IOException {
    Warning bare = new Warning(new ObjectMapper().readTree("{\"status\":\"opened\"}"));
    assertThat(bare.lead()).isEmpty();
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Warning update(
      String status, String time, String product, String component, String lead, String seconds)
      throws IOException {
    String part = component == null ? "null" : "\"" + component + "\"";
    return new Warning(
        new ObjectMapper()
            .readTree(
                """
                {"incident_id":"%s:1","status":"%s","severity":"SEV2","kind":"surge",
                 "subject":{"product":"%s","component":%s,"region":null,"term":null},
                 "title":"Wintlemoor: complaints surge, 9 people in 4 min where 0.3 are normal",
                 "detected_at":"2026-03-16T%s:00Z","updated_at":"2026-03-16T%s:00Z",
                 "lead":{"status":"%s","seconds":%s}}
                """
                    .formatted(product, status, product, part, time, time, lead, seconds)));
  }
}
