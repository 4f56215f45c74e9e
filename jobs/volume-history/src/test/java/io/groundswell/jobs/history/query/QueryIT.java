package io.groundswell.jobs.history.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryIT {
  @TempDir private static Path folder;
  private static Path warehouse;

  @BeforeAll
  static void load() throws Exception {
    warehouse = SmallReport.story().load(folder);
  }

  @Test
  void play() {
    for (String sql :
        List.of(
            "SELECT * FROM top_products ORDER BY day, rank",
            "SELECT day, sum(complaints) AS complaints, sum(authors) authors FROM complaints_per_day WHERE scope = 'product' GROUP BY day ORDER BY day",
            "SELECT * FROM incidents",
            "SELECT product, region, text, products FROM complaints",
            "SELECT * FROM nosuch",
            "SELECT day, prodct FROM top_products",
            "SELECT day,\n prodct FROM top_products WHERE",
            "SELECT lower(1,2) FROM top_products",
            "COPY (SELECT 1) TO '/tmp/x.csv'",
            "SELECT * FROM read_csv('/etc/passwd')",
            "SELECT * FROM '/etc/passwd'",
            "SELECT 1; SELECT 2",
            "SELECT 'a'::INT",
            "SHOW TABLES",
            "DESCRIBE incidents",
            "SUMMARIZE top_products",
            "SELECT product, list(complaints ORDER BY day) AS course FROM top_products GROUP BY product")) {
      Asked asked = Asked.of(warehouse, sql);
      System.out.println(sql + " -> " + asked.exit() + "\n" + asked.out() + asked.err());
    }
    assertThat(Asked.rows(warehouse, "SELECT 1")).containsExactly("1");
  }
}
