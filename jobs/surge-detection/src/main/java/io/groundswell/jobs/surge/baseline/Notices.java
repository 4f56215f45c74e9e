package io.groundswell.jobs.surge.baseline;

import io.groundswell.domain.answer.FalseAlarms;
import io.groundswell.domain.answer.Opinion;
import io.groundswell.domain.baseline.Season;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.change.Easing;
import io.groundswell.domain.surge.BlindSpan;
import io.groundswell.domain.surge.Blindness;
import io.groundswell.domain.surge.Budget;
import io.groundswell.domain.surge.Easings;
import io.groundswell.domain.surge.Shares;
import io.groundswell.domain.volume.Buckets;
import io.groundswell.domain.volume.Channel;
import io.groundswell.domain.volume.Volume;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.ruling.KeptRulings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Notice}s have said, as broadcast state. They are said before the watermark of what
 * they are about, so that every subtask knows them in the same bucket, and kept by day, since a
 * subtask may be some days behind.
 */
public final class Notices {
  /** Day to products and components that share their part of the budget. */
  public static final MapStateDescriptor<Integer, Integer> SHARES =
      new MapStateDescriptor<>(Uids.SHARES, Types.INT, Types.INT);

  /** Day to places that share their part of the budget. */
  public static final MapStateDescriptor<Integer, Integer> SHARES_OF_PLACES =
      new MapStateDescriptor<>(Uids.SHARES_OF_PLACES, Types.INT, Types.INT);

  /** Since when there has been watching, under its only key. */
  public static final MapStateDescriptor<Byte, Long> SINCE =
      new MapStateDescriptor<>(Uids.SINCE, Types.BYTE, Types.LONG);

  /** Day and parent to the parent's season on that day. */
  public static final MapStateDescriptor<String, ParentSeason> SEASONS =
      new MapStateDescriptor<>(Uids.SEASONS, Types.STRING, TypeInformation.of(ParentSeason.class));

  /** Feed and beginning to when it was blind. */
  public static final MapStateDescriptor<String, BlindSpan> SPANS =
      new MapStateDescriptor<>(Uids.BLIND_SPANS, Types.STRING, TypeInformation.of(BlindSpan.class));

  /** Change to what it has bought. */
  public static final MapStateDescriptor<String, Easing> EASINGS =
      new MapStateDescriptor<>(Uids.EASINGS, Types.STRING, TypeInformation.of(Easing.class));

  /** Incident, moment and judgement to whether it was false. */
  public static final MapStateDescriptor<String, Opinion> OPINIONS =
      new MapStateDescriptor<>(Uids.OPINIONS, Types.STRING, TypeInformation.of(Opinion.class));

  private static final byte ONLY = 0;

  private Notices() {}

  /** Everything that notices are kept in. */
  public static List<MapStateDescriptor<?, ?>> descriptors() {
    return List.of(
        SHARES,
        SHARES_OF_PLACES,
        SINCE,
        SEASONS,
        SPANS,
        EASINGS,
        OPINIONS,
        KeptRulings.DESCRIPTOR,
        Newcomers.DESCRIPTOR);
  }

  /** Keeps what a notice says. */
  static void take(
      Notice notice, KeyedBroadcastProcessFunction<String, Volume, Notice, ?>.Context context)
      throws Exception {
    Share share = notice.share();
    if (share != null) {
      context.getBroadcastState(SHARES).put(share.day(), share.wholes());
      context.getBroadcastState(SHARES_OF_PLACES).put(share.day(), share.places());
      context.getBroadcastState(SINCE).put(ONLY, share.since());
    }
    BlindSpan span = notice.span();
    if (span != null) {
      context.getBroadcastState(SPANS).put(key(span), span);
    }
    if (notice.easing() != null) {
      take(notice.easing(), context);
    }
    if (notice.opinion() != null) {
      take(notice.opinion(), context);
    }
    ParentSeason season = notice.season();
    if (season != null) {
      BroadcastState<String, ParentSeason> seasons = context.getBroadcastState(SEASONS);
      seasons.put(key(season.day(), season.parent()), season);
      forget(seasons, Buckets.day(Math.max(0, context.currentWatermark())));
    }
  }

  /** What is over is forgotten: the buckets of its hour have been scored. */
  private static void take(
      Easing easing, KeyedBroadcastProcessFunction<String, Volume, Notice, ?>.Context context)
      throws Exception {
    BroadcastState<String, Easing> easings = context.getBroadcastState(EASINGS);
    List<String> over = new ArrayList<>();
    for (Map.Entry<String, Easing> known : easings.immutableEntries()) {
      if (known.getValue().until() <= context.currentWatermark()) {
        over.add(known.getKey());
      }
    }
    for (String key : over) {
      easings.remove(key);
    }
    easings.put(easing.change().product() + " " + easing.change().id(), easing);
  }

  /** What was said long before anybody's bucket is forgotten. */
  private static void take(
      Opinion opinion, KeyedBroadcastProcessFunction<String, Volume, Notice, ?>.Context context)
      throws Exception {
    BroadcastState<String, Opinion> opinions = context.getBroadcastState(OPINIONS);
    List<String> over = new ArrayList<>();
    for (Map.Entry<String, Opinion> known : opinions.immutableEntries()) {
      if (known.getValue().from() + 2 * FalseAlarms.KEPT < context.currentWatermark()) {
        over.add(known.getKey());
      }
    }
    for (String key : over) {
      opinions.remove(key);
    }
    opinions.put(opinion.incidentId() + " " + opinion.at() + " " + opinion.isFalse(), opinion);
  }

  /** How many incidents of a bucket's subject people have called false before it. */
  static double falseAlarms(
      KeyedBroadcastProcessFunction<String, Volume, Notice, ?>.ReadOnlyContext context,
      Volume volume) {
    List<Opinion> all = new ArrayList<>();
    try {
      for (Map.Entry<String, Opinion> known :
          context.getBroadcastState(OPINIONS).immutableEntries()) {
        all.add(known.getValue());
      }
    } catch (Exception e) {
      throw new IllegalStateException("opinions cannot be read from state", e);
    }
    return all.isEmpty() ? 0 : FalseAlarms.count(all, volume.subject(), volume.start());
  }

  /** What changes have bought for a bucket of a subject. Nothing but complaints is eased. */
  static Easings easings(
      KeyedBroadcastProcessFunction<String, Volume, Notice, ?>.ReadOnlyContext context,
      Volume volume)
      throws Exception {
    if (volume.posts() == 0 || !Channel.COMPLAINTS.holds(volume.subject())) {
      return Easings.NONE;
    }
    List<Easing> all = new ArrayList<>();
    for (Map.Entry<String, Easing> known : context.getBroadcastState(EASINGS).immutableEntries()) {
      all.add(known.getValue());
    }
    return all.isEmpty()
        ? Easings.NONE
        : Easings.of(all, Subject.parse(volume.subject()), volume.start());
  }

  private static String key(BlindSpan span) {
    return span.feed() + " " + span.partition() + " " + span.from();
  }

  /** When which feeds of a subject were blind. The support queue is fed by no feed of posts. */
  static Blindness blindness(
      KeyedBroadcastProcessFunction<String, Volume, Notice, ?>.ReadOnlyContext context,
      String subject)
      throws Exception {
    List<BlindSpan> spans = new ArrayList<>();
    if (!Channel.SUPPORT.holds(subject)) {
      for (Map.Entry<String, BlindSpan> entry :
          context.getBroadcastState(SPANS).immutableEntries()) {
        spans.add(entry.getValue());
      }
    }
    return Blindness.of(spans);
  }

  /** Nobody begins any more on a day before that of the watermark. */
  private static void forget(BroadcastState<String, ParentSeason> seasons, int today)
      throws Exception {
    List<String> past = new ArrayList<>();
    for (Map.Entry<String, ParentSeason> entry : seasons.immutableEntries()) {
      if (entry.getValue().day() < today) {
        past.add(entry.getKey());
      }
    }
    for (String key : past) {
      seasons.remove(key);
    }
  }

  /** How many subjects share the budget with one on each day, from what was known at the start. */
  static Shares shares(
      KeyedBroadcastProcessFunction<String, Volume, Notice, ?>.ReadOnlyContext context,
      ScoringStart start,
      Subject subject) {
    if (subject.term() != null) {
      return TermShares.of(start);
    }
    boolean place = start.classes() && subject.isPlace();
    int first = place ? start.watched().places() : start.watched().wholes();
    double part = !start.classes() ? 1 : place ? Budget.PLACES : Budget.WHOLES;
    return new Said(context.getBroadcastState(place ? SHARES_OF_PLACES : SHARES), first, part);
  }

  /** What was said of each day; else what was known at first. */
  private record Said(ReadOnlyBroadcastState<Integer, Integer> days, int first, double part)
      implements Shares {
    @Override
    public int watchedOn(int day) {
      try {
        Integer watched = days.get(day);
        return watched == null ? first : watched;
      } catch (Exception e) {
        throw new IllegalStateException("cannot read the budget's shares", e);
      }
    }
  }

  /** Since when there has been watching; {@code first} where nothing has been said. */
  static long since(
      KeyedBroadcastProcessFunction<String, Volume, Notice, ?>.ReadOnlyContext context, long first)
      throws Exception {
    Long since = context.getBroadcastState(SINCE).get(ONLY);
    return since == null ? first : since;
  }

  /** The season with which a subject begins, or null where its parent's is not known yet. */
  static @Nullable Season season(
      KeyedBroadcastProcessFunction<String, Volume, Notice, ?>.ReadOnlyContext context,
      Volume volume)
      throws Exception {
    String subject = volume.subject();
    if (!Channel.COMPLAINTS.holds(subject)) {
      return null;
    }
    String key = key(Buckets.day(volume.start()), Parents.of(Subject.parse(subject)));
    ParentSeason known = context.getBroadcastState(SEASONS).get(key);
    return known == null ? null : new Season(known.hours(), known.days());
  }

  private static String key(int day, String parent) {
    return day + " " + parent;
  }
}
