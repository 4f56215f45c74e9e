package io.groundswell.jobs.surge.evaluate.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.groundswell.jobs.surge.connector.BadInput;
import io.groundswell.jobs.surge.connector.CsvTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Real posts beside the project, row by row; where they are not, the test is skipped. */
final class RealFaults {
  private static final Path DATA = Path.of(System.getProperty("groundswell.data", "."), "data");

  static final String AIRLINES = "us_airline/Tweets.csv.gz";
  static final String REVIEWS = "app_reviews/dataset_balanced_8000.csv";
  static final String FORUM = "sumo_firefox/questions_2019.csv.gz";

  private static final List<String> COLUMNS =
      List.of(
          ("id,created_utc,product,locale,topic,tags,title,body,author,ID,review,label,tweet_id,"
                  + "airline_sentiment,airline_sentiment_confidence,negativereason,"
                  + "negativereason_confidence,airline,airline_sentiment_gold,name,"
                  + "negativereason_gold,retweet_count,text,tweet_coord,tweet_created,"
                  + "tweet_location,user_timezone")
              .split(","));

  private RealFaults() {}

  static void read(String file, Consumer<CsvTable.Row> reader) throws IOException {
    Path path = DATA.resolve(file);
    assumeTrue(Files.exists(path), "skipped: no real data beside the project at " + path);
    try (CsvTable table = CsvTable.open(path.toString(), List.of(), COLUMNS)) {
      boolean more = true;
      while (more) {
        try {
          CsvTable.Row row = table.next();
          more = row != null;
          if (row != null) {
            reader.accept(row);
          }
        } catch (BadInput brokenRow) {
          // Some of these texts hold line ends of their own.
        }
      }
    }
  }

  /** Complaints of passengers, by the reason that the crowd gave: three of them are faults. */
  static List<Saying> airlines() throws IOException {
    List<String> faults = List.of("Late Flight", "Cancelled Flight", "Lost Luggage");
    List<Saying> sayings = new ArrayList<>();
    read(
        AIRLINES,
        row -> {
          if (row.cell("airline_sentiment").equals("negative")) {
            String reason = row.cell("negativereason");
            String sure = row.cell("negativereason_confidence");
            boolean clear = !sure.isEmpty() && Double.parseDouble(sure) >= .6;
            String fault = clear && faults.contains(reason) ? reason : Saying.NOTHING;
            sayings.add(Saying.of(fault, "en", row.cell("text")));
          }
        });
    return sayings;
  }
}
