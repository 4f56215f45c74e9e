package io.groundswell.jobs.surge.evaluate.triage;

import io.groundswell.domain.triage.LinearModel;
import io.groundswell.domain.triage.LinearTriage;
import io.groundswell.domain.triage.TriageQuality;
import io.groundswell.domain.triage.TriageQuality.Judged;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How well a model judges labelled posts.
 *
 * @param corpus the file's name
 * @param model the model's version
 * @param posts what was judged
 * @param probabilities of a complaint, one for each post
 * @param postsPerSecond posts judged in a second of one core
 */
public record TriageEvaluation(
    String corpus,
    String model,
    List<LabelledPost> posts,
    List<Double> probabilities,
    double postsPerSecond) {
  private static final long WARM_UP_NANOS = 1_500_000_000;
  private static final long MEASURED_NANOS = 500_000_000;

  /** Judges the posts. */
  public static TriageEvaluation of(String corpus, List<LabelledPost> posts, LinearModel model) {
    LinearTriage triage = new LinearTriage(model);
    List<Double> probabilities = posts.stream().map(post -> triage.complaint(post.text())).toList();
    return new TriageEvaluation(
        corpus, model.version(), posts, probabilities, speed(posts, triage));
  }

  /** Measured once the compiler has done its part: a job runs for weeks. */
  private static double speed(List<LabelledPost> posts, LinearTriage triage) {
    judgeFor(WARM_UP_NANOS, posts, triage);
    return judgeFor(MEASURED_NANOS, posts, triage);
  }

  /** Judges over and over for this long; returns posts a second. */
  private static double judgeFor(long nanos, List<LabelledPost> posts, LinearTriage triage) {
    long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long judged = 0;
    long taken = 0;
    while (taken < nanos) {
      posts.forEach(post -> triage.complaint(post.text()));
      judged += posts.size();
      taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
    }
    return judged * 1e9 / taken;
  }

  /** Over all posts. */
  public TriageQuality overall() {
    return TriageQuality.of(judged(""));
  }

  /** Per language or kind, by its name; empty where the file tells none apart. */
  public SortedMap<String, TriageQuality> groups() {
    SortedMap<String, TriageQuality> groups = new TreeMap<>();
    posts.stream()
        .map(LabelledPost::group)
        .filter(group -> !group.isEmpty())
        .distinct()
        .forEach(group -> groups.put(group, TriageQuality.of(judged(group))));
    return groups;
  }

  private List<Judged> judged(String group) {
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < posts.size(); i++) {
      if (group.isEmpty() || posts.get(i).group().equals(group)) {
        judged.add(new Judged(probabilities.get(i), posts.get(i).complaint()));
      }
    }
    return judged;
  }
}
