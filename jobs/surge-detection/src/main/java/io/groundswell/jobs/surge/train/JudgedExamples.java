package io.groundswell.jobs.surge.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.domain.answer.Judgement;
import io.groundswell.domain.answer.Verdict;
import io.groundswell.domain.triage.LabelledText;
import io.groundswell.jobs.surge.connector.BadInput;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.connector.VerdictFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Posts that incidents have shown, as something to learn from: those of an incident that people
 * have called real are complaints, of one that they have called false chatter. A post of both is
 * neither.
 */
final class JudgedExamples {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JudgedExamples() {}

  static List<LabelledText> read(List<String> verdicts, String incidents) throws IOException {
    Map<String, Verdict> last = VerdictFile.lastWords(verdicts);
    Map<String, Boolean> complaints = new LinkedHashMap<>();
    List<String> disputed = new ArrayList<>();
    int number = 0;
    try (BufferedReader lines = LocalFiles.reader(Path.of(incidents))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode update = update(line, incidents, ++number);
        Verdict verdict = last.get(update.path("incident_id").asText());
        if (verdict == null || verdict.judgement() == Judgement.DUPLICATE) {
          continue;
        }
        boolean real = verdict.judgement() == Judgement.REAL;
        for (JsonNode example : update.path("examples")) {
          String text = example.path("text").asText();
          Boolean before = complaints.putIfAbsent(text, real);
          if (before != null && before != real) {
            disputed.add(text);
          }
        }
      }
    }
    disputed.forEach(complaints::remove);
    complaints.remove("");
    return complaints.entrySet().stream()
        .map(entry -> new LabelledText(entry.getKey(), entry.getValue(), 1))
        .toList();
  }

  private static JsonNode update(String line, String file, int number) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new BadInput(
          "%s:%d: no incident update; give the incidents.ndjson that detect wrote"
              .formatted(file, number));
    }
  }
}
