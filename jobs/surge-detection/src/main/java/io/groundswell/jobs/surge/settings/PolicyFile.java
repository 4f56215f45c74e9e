package io.groundswell.jobs.surge.settings;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Nearest;
import io.groundswell.domain.catalogue.Problem;
import io.groundswell.domain.policy.PatternId;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.policy.SubjectOverride;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Reads {@code policy.yaml}; a key that it does not hold keeps its default. */
public final class PolicyFile {
  private static final ObjectMapper MAPPER =
      Yaml.mapper().addMixIn(SubjectOverride.class, NeedsProduct.class);

  private static final String REMEDY_IF_EMPTY =
      "write a key such as 'min_authors: 4', or use no file";

  private PolicyFile() {}

  /**
   * The policy in a file.
   *
   * @throws SettingsException if the file cannot be read or is not a sound policy
   */
  public static Policy read(Path file) {
    return policy(open(file));
  }

  /**
   * The policy in a file, for a catalogue that must hold whatever the overrides name.
   *
   * @throws SettingsException if the file cannot be read or is not a sound policy for the catalogue
   */
  public static Policy read(Path file, Catalogue catalogue) {
    YamlFile yaml = open(file);
    Policy policy = policy(yaml);
    yaml.refuseFirst(policy.problems(catalogue));
    return policy;
  }

  /**
   * The policy in a text that was read elsewhere.
   *
   * @param name what messages call it
   * @throws SettingsException if it is not a sound policy
   */
  public static Policy of(String name, String text) {
    return policy(YamlFile.of(Path.of(name), text, REMEDY_IF_EMPTY));
  }

  /**
   * The policy in a text that was read elsewhere, for a job that runs.
   *
   * @param name what messages call it
   * @param first the policy that the job began with
   * @throws SettingsException if it is not a sound policy, or cannot follow the first
   */
  public static Policy of(String name, String text, Policy first) {
    YamlFile yaml = YamlFile.of(Path.of(name), text, REMEDY_IF_EMPTY);
    Policy policy = policy(yaml);
    yaml.refuseFirst(Lasting.problems(policy, first));
    return policy;
  }

  /**
   * The same for a catalogue that must hold whatever the overrides name.
   *
   * @throws SettingsException if it is not a sound policy for the catalogue, or cannot follow the
   *     first
   */
  public static Policy of(String name, String text, Policy first, Catalogue catalogue) {
    YamlFile yaml = YamlFile.of(Path.of(name), text, REMEDY_IF_EMPTY);
    Policy policy = policy(yaml);
    yaml.refuseFirst(Lasting.problems(policy, first));
    yaml.refuseFirst(policy.problems(catalogue));
    return policy;
  }

  private static YamlFile open(Path file) {
    return YamlFile.read(file, REMEDY_IF_EMPTY);
  }

  private static Policy policy(YamlFile yaml) {
    Content content = yaml.bind(MAPPER, Content.class);
    for (String pattern : content.patterns.keySet()) {
      if (!PatternId.ALL.contains(pattern)) {
        String message = "unknown key '" + pattern + "'";
        String remedy = Nearest.hint(pattern, PatternId.ALL);
        throw yaml.refuse(Problem.at("/patterns/" + pattern, message, remedy));
      }
    }
    for (int i = 0; i < content.mutes.size(); i++) {
      yaml.refuseFirst(content.mutes.get(i).problems("/mutes/" + i));
    }
    Policy policy = content.policy();
    yaml.refuseFirst(policy.problems());
    return policy;
  }

  /** The file's keys, each at its default until the file says otherwise. */
  @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
  private static final class Content {
    private static final Policy DEFAULTS = Policy.defaults();

    private double falseIncidentsPerWeek = DEFAULTS.falseIncidentsPerWeek();
    private Duration bucket = DEFAULTS.bucket();
    private Duration lateness = DEFAULTS.lateness();
    private Duration lateEvidence = DEFAULTS.lateEvidence();
    private int minAuthors = DEFAULTS.minAuthors();
    private Duration resolveAfter = DEFAULTS.resolveAfter();
    private Duration reopenWithin = DEFAULTS.reopenWithin();
    private Complaint complaint = new Complaint();
    private Duration listenFirst = DEFAULTS.listenFirst();
    private double budgetAfterChanges = DEFAULTS.budgetAfterChanges();
    private boolean habituation = DEFAULTS.habituation();
    private Map<String, Boolean> patterns = Map.of();
    private List<SubjectOverride> overrides = List.of();
    private List<MuteKeys> mutes = List.of();

    Policy policy() {
      return Policy.builder()
          .falseIncidentsPerWeek(falseIncidentsPerWeek)
          .bucket(bucket)
          .lateness(lateness)
          .lateEvidence(lateEvidence)
          .minAuthors(minAuthors)
          .resolveAfter(resolveAfter)
          .reopenWithin(reopenWithin)
          .complaintDirected(complaint.directed)
          .complaintOpen(complaint.open)
          .listenFirst(listenFirst)
          .budgetAfterChanges(budgetAfterChanges)
          .habituation(habituation)
          .patterns(enabled())
          .overrides(overrides)
          .mutes(mutes.stream().map(MuteKeys::window).toList())
          .build();
    }

    private List<String> enabled() {
      return PatternId.ALL.stream().filter(id -> patterns.getOrDefault(id, true)).toList();
    }
  }

  @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
  private static final class Complaint {
    private double directed = Content.DEFAULTS.complaintDirected();
    private double open = Content.DEFAULTS.complaintOpen();
  }

  private interface NeedsProduct {
    @JsonProperty(required = true)
    String product();
  }
}
