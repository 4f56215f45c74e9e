package io.groundswell.jobs.surge.evaluate.triage;

import io.groundswell.jobs.surge.connector.BadInput;
import io.groundswell.jobs.surge.connector.CsvTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads posts that people have labelled: a CSV, {@code id,text,label}. */
public final class LabelledFile {
  private static final List<String> REQUIRED = List.of("id", "text", "label");
  private static final List<String> OPTIONAL = List.of("lang", "group");

  private LabelledFile() {}

  /**
   * Reads a file.
   *
   * @param path plain or gzip; {@code -} is standard input
   * @return its rows in their order, at least one
   * @throws BadInput where a row cannot be understood
   */
  public static List<LabelledPost> read(String path) throws IOException {
    List<LabelledPost> posts = new ArrayList<>();
    try (CsvTable table = CsvTable.open(path, REQUIRED, OPTIONAL)) {
      for (CsvTable.Row row = table.next(); row != null; row = table.next()) {
        posts.add(new LabelledPost(row.cell("id"), row.cell("text"), isComplaint(row), group(row)));
      }
    }
    if (posts.isEmpty()) {
      throw new BadInput(path + " has no rows below its header; give posts and their labels");
    }
    return posts;
  }

  private static String group(CsvTable.Row row) {
    return row.cell("lang").isEmpty() ? row.cell("group") : row.cell("lang");
  }

  private static boolean isComplaint(CsvTable.Row row) {
    return switch (row.cell("label").strip().toLowerCase(Locale.ROOT)) {
      case "complaint", "1", "true", "yes" -> true;
      case "chatter", "0", "false", "no" -> false;
      default ->
          throw new BadInput(
              "%s: the label is '%s'; write complaint or chatter (or 1 and 0)"
                  .formatted(row.where(), row.cell("label")));
    };
  }
}
