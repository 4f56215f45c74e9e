package io.groundswell.jobs.surge.evaluate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.report.Commonalities;
import io.groundswell.domain.report.Commonality;
import io.groundswell.domain.report.Report;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What real posts have in common; the figures are in the RATIONALE.md of {@code domain.report}. */
@Tag("real-data")
class RealFaultGroupingIT {
  private static final int[] SIZES = {28, 14, 8, 6};
  private static final int SEEDS = 100;
  private static final int SAMPLE = 64;
  private static final DateTimeFormatter TWEETED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z", Locale.ROOT);

  private final Commonalities commonalities = new Commonalities();

  @Test
  void latenessCancellationsAndLostBagsAreKeptApart() throws IOException {
    GroupQuality quality = report("airlines", RealFaults.airlines());
    assertThat(quality.oneGroup()).as("%s", quality).isGreaterThan(.9);
    assertThat(quality.purity()).as("%s", quality).isGreaterThan(.85);
    assertThat(quality.completeness()).as("%s", quality).isGreaterThan(.75);
  }

  /** The reviews' faults are told by one word, so that only the other words can lead astray. */
  @Test
  void bugReportsOfOneKindAreKeptTogether() throws IOException {
    GroupQuality quality = report("app reviews", reviews());
    assertThat(quality.oneGroup()).as("%s", quality).isGreaterThan(.82);
    assertThat(quality.purity()).as("%s", quality).isGreaterThan(.85);
    assertThat(quality.completeness()).as("%s", quality).isGreaterThan(.8);
  }

  @Test
  void theAirportsDelaysAreNamed() throws IOException {
    List<Saying> past = new ArrayList<>();
    Map<Instant, Saying> surge = new TreeMap<>();
    RealFaults.read(
        RealFaults.AIRLINES,
        row -> {
          if (row.cell("airline").equals("Delta")
              && row.cell("airline_sentiment").equals("negative")) {
            Instant at = OffsetDateTime.parse(row.cell("tweet_created"), TWEETED).toInstant();
            Saying saying = Saying.of(Saying.NOTHING, "en", row.cell("text"));
            file(at, saying, "2015-02-22T14:00:00Z", "2015-02-23T04:00:00Z", past, surge);
          }
        });
    Commonality common = common(past, surge, "@jetblue", "#jetblue");
    assertThat(common.symptoms())
        .extracting(symptom -> symptom.term())
        .anyMatch(t -> t.contains("delay"));
    assertThat(common.examples().get(0).text().toLowerCase(Locale.ROOT)).contains("delay");
  }

  @Test
  void theExpiredCertificateIsSeenInAddonsThatAreDisabled() throws IOException {
    List<Saying> past = new ArrayList<>();
    Map<Instant, Saying> surge = new TreeMap<>();
    RealFaults.read(
        RealFaults.FORUM,
        row -> {
          Instant at = Instant.parse(row.cell("created_utc"));
          if (at.isBefore(Instant.parse("2019-05-04T03:00:00Z"))) {
            String lang = row.cell("locale").substring(0, 2);
            Saying saying =
                Saying.of(Saying.NOTHING, lang, row.cell("title") + "\n" + row.cell("body"));
            file(at, saying, "2019-05-04T01:30:00Z", "2019-05-04T03:00:00Z", past, surge);
          }
        });
    Commonality common = common(past, surge, "firefox", "mozilla");
    assertThat(common.symptoms().get(0).term()).containsPattern("add-?on|extension");
    assertThat(common.symptoms())
        .extracting(symptom -> symptom.term())
        .anyMatch(term -> term.contains("disabled"));
    assertThat(common.examples().get(0).text().toLowerCase(Locale.ROOT))
        .containsPattern("add-?on|extension");
  }

  private static void file(
      Instant at,
      Saying saying,
      String from,
      String until,
      List<Saying> past,
      Map<Instant, Saying> surge) {
    if (at.isBefore(Instant.parse(from)) || !at.isBefore(Instant.parse(until))) {
      past.add(saying);
    } else {
      surge.put(at, saying);
    }
  }

  private Commonality common(List<Saying> before, Map<Instant, Saying> surge, String... names) {
    Past past = new Past(before);
    List<Saying> said = List.copyOf(surge.values());
    int many = Math.min(SAMPLE, said.size());
    List<Report> reports =
        IntStream.range(0, many)
            .mapToObj(i -> past.report(i, said.get(i * said.size() / many)))
            .toList();
    Commonality common = commonalities.of(reports, List.of(names));
    common.symptoms().forEach(System.out::println);
    common.faults().forEach(f -> System.out.println(f.label() + ": " + f.reports()));
    return common;
  }

  private static List<Saying> reviews() throws IOException {
    List<Pattern> kinds =
        List.of("notif\\w*", "login\\w*|password\\w*", "crash\\w*", "download\\w*", "video\\w*")
            .stream()
            .map(word -> Pattern.compile(word, Pattern.CASE_INSENSITIVE))
            .toList();
    List<Saying> sayings = new ArrayList<>();
    RealFaults.read(
        RealFaults.REVIEWS,
        row -> {
          String text = row.cell("review");
          List<Pattern> found = kinds.stream().filter(kind -> kind.matcher(text).find()).toList();
          if (row.cell("label").equals("bug report") && found.size() < 2) {
            String fault = found.isEmpty() ? Saying.NOTHING : found.get(0).pattern();
            sayings.add(Saying.of(fault, "en", text));
          }
        });
    return sayings;
  }

  private GroupQuality report(String corpus, List<Saying> sayings) {
    List<Burst> bursts = Burst.of(sayings, SIZES, true, SEEDS);
    GroupQuality quality =
        GroupQuality.of(bursts, reports -> commonalities.groups(reports, List.of()));
    List<Burst> few = bursts.subList(0, SEEDS / 10);
    GroupQuality words =
        Arrays.stream(SharedWords.THRESHOLDS)
            .mapToObj(
                threshold -> GroupQuality.of(few, reports -> SharedWords.group(reports, threshold)))
            .max(Comparator.comparingDouble(GroupQuality::oneGroup))
            .orElseThrow();
    System.out.println(corpus + ": " + quality + "; shared words: " + words);
    return quality;
  }
}
