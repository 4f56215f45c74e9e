package io.groundswell.cep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.domain.baseline.Baseline;
import io.groundswell.domain.baseline.Chunk;
import io.groundswell.domain.baseline.Run;
import io.groundswell.domain.incident.Extent;
import io.groundswell.domain.incident.Incident;
import io.groundswell.domain.incident.Status;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.surge.Level;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import io.groundswell.domain.surge.SurgeSize;
import io.groundswell.domain.surge.Turn;
import io.groundswell.domain.surge.Watch;
import io.groundswell.domain.surge.WatchRules;
import io.groundswell.domain.surge.Watching;
import io.groundswell.domain.volume.Arrival;
import io.groundswell.domain.volume.AuthorSet;
import io.groundswell.domain.volume.Backlog;
import io.groundswell.domain.volume.CountedPost;
import io.groundswell.domain.volume.KeptPost;
import io.groundswell.domain.volume.Mention;
import io.groundswell.domain.volume.Origin;
import io.groundswell.domain.volume.Partial;
import io.groundswell.domain.volume.People;
import io.groundswell.domain.volume.TermPast;
import io.groundswell.domain.volume.Volume;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What travels and what is remembered has a serializer of Flink's own, which can evolve. */
class NoKryoTest {
  private static final SurgeSize SIZE = new SurgeSize(60_000, 12, 2.5, 15, 5);
  private static final People PEOPLE = People.of(2, 1L << 40, -1, 2L << 40);
  private static final ScoredBucket BUCKET =
      new ScoredBucket(
              "firefox@IT", 0, 60_000, 4, 5, .1, 15, 14.3, 168, Level.EXTREME, Turn.OPENS, SIZE)
          .by(PEOPLE);

  static Stream<Object> filled() {
    return Stream.of(
        BUCKET,
        new SurgeMatch("sudden", BUCKET, BUCKET),
        new SurgeMatch("spread", BUCKET, BUCKET, List.of(BUCKET, BUCKET)),
        SIZE,
        watch(),
        watch().baseline,
        watch().baseline.current,
        watch().baseline.runs[0],
        incident(),
        new Extent("firefox", 1, 2.5, 3.5, 4, PEOPLE, 5),
        PEOPLE,
        new Mention(1, 6, 2, 3, 4, "x", List.of("firefox", "@IT"), List.of("@nobody")),
        kept("text"),
        new CountedPost(kept("text"), 60_000, Arrival.Standing.LATE),
        CountedPost.withdrawal(kept("")),
        new Volume(
            "firefox",
            60_000,
            3,
            4,
            new Backlog(2, 1),
            5,
            List.of(new Origin(7, 4)),
            1,
            250,
            new TermPast(1.5, 60, new long[] {0}, new int[] {2}),
            PEOPLE,
            List.of(-5, 6)),
        new Partial("firefox", 60_000, 3, 1, new long[] {0}, 2, new long[] {1, -2, 3}),
        authors(3),
        authors(2000));
  }

  private static Mention kept(String text) {
    KeptPost kept =
        new KeptPost(
            "7",
            "en",
            text,
            null,
            .97,
            true,
            List.of("firefox"),
            List.of(),
            List.of("IT"),
            List.of("crash"),
            List.of("sync"),
            9,
            null,
            text.isEmpty(),
            "c",
            "p",
            "t");
    return new Mention(1, 6, 2, 3, 4, "x", List.of("firefox"), List.of(), null, 4, 0, kept);
  }

  @ParameterizedTest
  @MethodSource("filled")
  void comesBackAsItWentWithoutKryo(Object value) throws IOException {
    TypeInformation<?> type = TypeInformation.of(value.getClass());
    assertThat(type).isInstanceOf(PojoTypeInfo.class);

    Object copy = roundTrip(serializer(type), value);

    assertThat(copy).isNotSameAs(value).usingRecursiveComparison().isEqualTo(value);
    assertThat(copy).hasSameClassAs(value);
  }

  @Test
  void everyTypeIsHere() {
    assertThat(filled().map(Object::getClass))
        .contains(
            SurgeMatch.class,
            ScoredBucket.class,
            SurgeSize.class,
            Watch.class,
            Baseline.class,
            Chunk.class,
            Run.class,
            Incident.class,
            Extent.class,
            People.class,
            Mention.class,
            Volume.class,
            Partial.class,
            AuthorSet.class);
  }

  @Test
  void aTypeThatNeedsKryoIsFound() {
    assertThatThrownBy(() -> serializer(TypeInformation.of(Optional.class)))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static TypeSerializer<?> serializer(TypeInformation<?> type) {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    return type.createSerializer(new SerializerConfigImpl(settings));
  }

  private static <T> T roundTrip(TypeSerializer<T> serializer, Object value) throws IOException {
    @SuppressWarnings("unchecked")
    T known = (T) value;
    DataOutputSerializer out = new DataOutputSerializer(1024);
    serializer.serialize(known, out);
    return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
  }

  /** Two days with a surge in them: every part of a watch holds something. */
  private static Watch watch() {
    Watching watching = new Watching(WatchRules.of(Policy.defaults()));
    Watch watch = watching.begin(0, 2);
    for (int minute = 0; minute < 2 * 1440; minute++) {
      int count = minute % 5 + (minute > 2800 ? 40 : 0);
      watching.score(
          watch, new Volume("firefox", minute * Told.MINUTE, count, count), 1, day -> 168);
    }
    assertThat(watch.open).isTrue();
    assertThat(watch.baseline.ring).hasSize(Baseline.GUARD);
    return watch;
  }

  private static Incident incident() {
    Incident incident = new Incident();
    incident.id = "firefox:20260105T120000Z";
    incident.cause = "firefox";
    incident.subject = "firefox";
    incident.onset = 1;
    incident.detectedAt = 2;
    incident.sequence = 3;
    incident.status = Status.ESCALATED;
    incident.pattern = "escalation";
    incident.observed = 4.5;
    incident.evidence = 15.5;
    incident.recovered = true;
    incident.members = new ArrayList<>(List.of(new Extent("firefox", 1, 2, 3, 4, PEOPLE, 5)));
    return incident;
  }

  private static AuthorSet authors(int count) {
    AuthorSet authors = new AuthorSet();
    for (long author = 0; author < count; author++) {
      authors.addAll(new long[] {author * 0x9E3779B97F4A7C15L});
    }
    return authors;
  }
}
