package io.groundswell.jobs.benchmark.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.jobs.history.maintain.TableFiles;
import io.groundswell.jobs.history.query.CsvAnswer;
import io.groundswell.jobs.history.query.HistoryQuery;
import io.groundswell.jobs.history.query.QueryLimits;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.history.table.Warehouse;
import io.groundswell.jobs.surge.connector.Json;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generated year: a day of a hundred subjects. */
class YearTest {
  private static final int SUBJECTS = 100;

  @TempDir private Path folder;

  @Test
  void aDayIsOneFileInTheTablesOrder() throws Exception {
    try (Warehouse warehouse = warehouse("one")) {
      List<Record> rows = write(warehouse);

      assertThat(new TableFiles(warehouse, HistoryTable.VOLUMES).byDay().values())
          .singleElement()
          .satisfies(files -> assertThat(files).hasSize(1));
      assertThat(rows)
          .isSortedAccordingTo(
              Comparator.comparing((Record row) -> (String) row.getField("scope"))
                  .thenComparing(row -> (String) row.getField("subject"))
                  .thenComparing(row -> row.getField("bucket_start").toString()));
      assertThat((double) rows.size()).isCloseTo(SUBJECTS * 144, within(SUBJECTS * 5.0));
    }
  }

  @Test
  void figuresAreAsTheJobWritesThemAndHardlyRepeat() throws Exception {
    try (Warehouse warehouse = warehouse("one")) {
      List<Record> rows = write(warehouse);

      assertThat(new HashSet<>(rows.stream().map(row -> row.getField("evidence")).toList()).size())
          .isGreaterThan(rows.size() * 9 / 10);
      assertThat(rows)
          .allSatisfy(
              row -> {
                assertThat((int) row.getField("observed")).isPositive();
                assertThat((int) row.getField("posts"))
                    .isGreaterThanOrEqualTo((int) row.getField("observed"));
              });
    }
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 10_000; i++) {
      double value = Math.exp(20 * random.nextDouble() - 10);
      assertThat(VolumeDay.sixDigits(value)).isEqualTo(Json.figure(value).doubleValue());
    }
  }

  @Test
  void theSameDayIsWrittenEveryTime() throws Exception {
    try (Warehouse one = warehouse("one");
        Warehouse other = warehouse("other")) {
      assertThat(write(one)).isEqualTo(write(other));
    }
  }

  @Test
  void everyQuestionHasAnAnswer() throws Exception {
    try (Warehouse warehouse = warehouse("one")) {
      write(warehouse);
    }
    QueryLimits limits = new QueryLimits(ZoneId.of("UTC"), Duration.ofMinutes(1), 500, 1);
    HistoryQuery query = new HistoryQuery(Place.folder(folder.resolve("one")), limits);
    for (Question question : Question.values()) {
      StringWriter answer = new StringWriter();
      query.ask(question.sql(1, Subjects.of(SUBJECTS)), new CsvAnswer(answer));
      assertThat(answer.toString().lines()).as(question.label()).hasSizeGreaterThan(1);
    }
  }

  @Test
  void tenThousandSubjectsAreThoseOfALargeCompany() {
    assertThat(
            Subjects.of(10_000).stream()
                .collect(Collectors.groupingBy(Watched::scope, Collectors.counting())))
        .containsEntry("product", 400L)
        .containsEntry("component", 3_600L)
        .containsEntry("product_region", 5_000L)
        .containsEntry("region", 250L)
        .containsEntry("term", 749L)
        .containsEntry("unmatched", 1L);
    for (int count : new int[] {100, 1_000, 10_000, 200_000}) {
      assertThat(Subjects.of(count))
          .hasSize(count)
          .extracting(Watched::key)
          .doesNotHaveDuplicates();
    }
  }

  private Warehouse warehouse(String name) throws Exception {
    Warehouse warehouse =
        Warehouse.open(Place.folder(Files.createDirectories(folder.resolve(name))));
    warehouse.prepare();
    return warehouse;
  }

  private static List<Record> write(Warehouse warehouse) throws Exception {
    try (Year year = new Year(warehouse, SUBJECTS)) {
      year.write(1, Long.MAX_VALUE, written -> {});
    }
    List<Record> rows = new ArrayList<>();
    try (var all = IcebergGenerics.read(warehouse.table(HistoryTable.VOLUMES)).build()) {
      all.forEach(row -> rows.add(row.copy()));
    }
    return rows;
  }
}
