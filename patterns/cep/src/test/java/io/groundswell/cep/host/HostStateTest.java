package io.groundswell.cep.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.cep.Walks;
import io.groundswell.domain.pattern.Over;
import io.groundswell.domain.pattern.PatternRule;
import io.groundswell.domain.pattern.PatternSet;
import io.groundswell.domain.pattern.Roster;
import io.groundswell.domain.pattern.Signal;
import io.groundswell.domain.surge.Level;
import io.groundswell.domain.surge.Turn;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the host remembers and sends has a serializer of Flink's own, which can evolve. */
class HostStateTest {
  private static final PatternRule RULE =
      HostPatternsTest.rule(
          """
          - id: all-of-it
            says: All that may be written.
            over: regions
            stages:
              - begin: one
                where: {level: [calm, elevated], evidence: {more_than: 3, below: 9}}
                times: {at_least: 2}
                greedy: true
              - followed_by: two
                where:
                  any: [{growth: {since: one, at_least: 2}}, {apart_from: one}]
                  none: {turn: opens}
            within: 5m
            skip: {to_last: one}
          """);

  static Stream<Object> remembered() {
    Roster roster =
        Roster.of(PatternSet.always(List.of(RULE))).with(new PatternSet(60_000, List.of()));
    return Stream.of(
        RULE,
        new PatternSet(60_000, List.of(RULE)),
        roster,
        new Signal(
            Over.REGIONS, "acme", Walks.bucket("acme@DE", 1, 2, .5, 3, Level.CALM, Turn.NONE)),
        new PatternKey(Over.REGIONS, "acme", "all-of-it", Long.MIN_VALUE),
        new OpenRuns(List.of(new OpenRun("all-of-it", 60_000))));
  }

  @ParameterizedTest
  @MethodSource("remembered")
  void comesBackAsItWentWithoutKryo(Object value) throws Exception {
    TypeInformation<?> type = TypeInformation.of(value.getClass());
    assertThat(type).isInstanceOf(PojoTypeInfo.class);
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    TypeSerializer<?> serializer = type.createSerializer(new SerializerConfigImpl(settings));

    assertThat(roundTrip(serializer, value)).isNotSameAs(value).isEqualTo(value);
  }

  private static <T> T roundTrip(TypeSerializer<T> serializer, Object value) throws Exception {
    @SuppressWarnings("unchecked")
    T known = (T) value;
    DataOutputSerializer out = new DataOutputSerializer(1024);
    serializer.serialize(known, out);
    return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
  }
}
