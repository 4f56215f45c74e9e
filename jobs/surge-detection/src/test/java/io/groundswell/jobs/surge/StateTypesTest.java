package io.groundswell.jobs.surge;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.answer.Mute;
import io.groundswell.domain.answer.Opinion;
import io.groundswell.domain.baseline.HourCounts;
import io.groundswell.domain.briefing.Briefing;
import io.groundswell.domain.briefing.Habits;
import io.groundswell.domain.briefing.Story;
import io.groundswell.domain.change.Allowance;
import io.groundswell.domain.change.Change;
import io.groundswell.domain.change.Easing;
import io.groundswell.domain.change.Tempo;
import io.groundswell.domain.feed.Feed;
import io.groundswell.domain.incident.Answered;
import io.groundswell.domain.incident.Incident;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.incident.QueueDays;
import io.groundswell.domain.incident.SupportQueue;
import io.groundswell.domain.lead.LeadEntry;
import io.groundswell.domain.post.Author;
import io.groundswell.domain.post.DeadLetter;
import io.groundswell.domain.post.Geo;
import io.groundswell.domain.post.Post;
import io.groundswell.domain.report.Remark;
import io.groundswell.domain.surge.BlindSpan;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import io.groundswell.domain.surge.Watch;
import io.groundswell.domain.volume.CountedPost;
import io.groundswell.domain.volume.LateMention;
import io.groundswell.domain.volume.Mention;
import io.groundswell.domain.volume.Partial;
import io.groundswell.domain.volume.Volume;
import io.groundswell.jobs.surge.answer.SentAnswer;
import io.groundswell.jobs.surge.baseline.Notice;
import io.groundswell.jobs.surge.baseline.ParentSeason;
import io.groundswell.jobs.surge.baseline.Sighting;
import io.groundswell.jobs.surge.change.SentChange;
import io.groundswell.jobs.surge.connector.Line;
import io.groundswell.jobs.surge.connector.RawRecord;
import io.groundswell.jobs.surge.feed.FeedCount;
import io.groundswell.jobs.surge.feed.SignOfLife;
import io.groundswell.jobs.surge.incident.Slice;
import io.groundswell.jobs.surge.ledger.Tally;
import io.groundswell.jobs.surge.post.ReadPost;
import io.groundswell.jobs.surge.volume.ClockHour;
import io.groundswell.jobs.surge.volume.OpenBucket;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that travels or is remembered falls back to Kryo. */
class StateTypesTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
        RawRecord.class,
        ReadPost.class,
        Post.class,
        Author.class,
        Geo.class,
        DeadLetter.class,
        Mention.class,
        LateMention.class,
        CountedPost.class,
        Partial.class,
        OpenBucket.class,
        ClockHour.class,
        Sighting.class,
        Notice.class,
        ParentSeason.class,
        HourCounts.class,
        BlindSpan.class,
        Feed.class,
        SignOfLife.class,
        FeedCount.class,
        Volume.class,
        Watch.class,
        ScoredBucket.class,
        SurgeMatch.class,
        Incident.class,
        IncidentUpdate.class,
        Remark.class,
        Slice.class,
        Habits.class,
        Story.class,
        Briefing.class,
        Tally.class,
        SentChange.class,
        Change.class,
        Allowance.class,
        Easing.class,
        Tempo.class,
        SupportQueue.class,
        QueueDays.class,
        LeadEntry.class,
        Opinion.class,
        SentAnswer.class,
        Answered.class,
        Mute.class,
        Line.class
      })
  void isSerialisedByItsFields(Class<?> type) {
    SerializerConfigImpl strict = new SerializerConfigImpl();
    strict.setGenericTypes(false);

    TypeInformation<?> information = TypeInformation.of(type);

    assertThat(information).isInstanceOf(PojoTypeInfo.class);
    assertThat(information.createSerializer(strict)).isNotNull();
  }
}
