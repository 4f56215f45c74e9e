package io.groundswell.jobs.history.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.domain.post.Hash64;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.surge.Detection;
import io.groundswell.jobs.surge.connector.BadInput;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code detect} has left in a folder.
 *
 * @param files absolute path of each table's file; those that are not there are left out
 * @param id tells this report from others: hash of its summary
 */
public record ReportFiles(Map<HistoryTable, String> files, String id) implements Serializable {
  /** What is a line among posts and none that counts. */
  private static final Pattern OTHERS = Pattern.compile("\\{\"chatter\":true|\"deleted\":true");

  private static final String SUMMARY = "summary.json";

  /**
   * Looks into a folder.
   *
   * @throws BadInput where it is no report, or an unfinished one
   */
  public static ReportFiles in(Path folder) throws IOException {
    Path summary = folder.resolve(SUMMARY);
    if (!Files.isRegularFile(summary)) {
      throw new BadInput(
          "%s: there is no %s; name the folder of a 'detect' that has ended"
              .formatted(folder, SUMMARY));
    }
    byte[] bytes = Files.readAllBytes(summary);
    JsonNode told = new ObjectMapper().readTree(bytes);
    Map<HistoryTable, String> files = new LinkedHashMap<>();
    put(files, HistoryTable.VOLUMES, folder.resolve(Detection.VOLUMES));
    put(files, HistoryTable.CONTACT_VOLUMES, folder.resolve(Detection.CONTACTS));
    put(files, HistoryTable.INCIDENTS, folder.resolve(Detection.INCIDENTS));
    put(files, HistoryTable.LEAD_LEDGER, folder.resolve(Detection.LEADS));
    put(files, HistoryTable.LEDGER, folder.resolve(Detection.LEDGER));
    put(files, HistoryTable.POSTS, folder.resolve(Detection.POSTS));
    put(files, HistoryTable.INPUTS, folder.resolve(Detection.INPUTS));
    requireWhole(folder, files.get(HistoryTable.POSTS), told.path("complaints").asLong());
    return new ReportFiles(files, Long.toHexString(Hash64.of(bytes)));
  }

  private static void put(Map<HistoryTable, String> files, HistoryTable table, Path file) {
    if (Files.isRegularFile(file)) {
      files.put(table, file.toAbsolutePath().toString());
    }
  }

  private static void requireWhole(Path folder, @Nullable String posts, long complaints)
      throws IOException {
    if (posts == null) {
      return;
    }
    long lines;
    try (var all = Files.lines(Path.of(posts))) {
      lines = all.filter(line -> !OTHERS.matcher(line).find()).count();
    }
    if (lines != complaints) {
      throw new BadInput(
          "%s: %s has %,d posts, but %s counts %,d complaints; run 'detect --keep-posts' again"
              .formatted(folder, Detection.POSTS, lines, SUMMARY, complaints));
    }
  }
}
