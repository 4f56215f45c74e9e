package io.groundswell.jobs.surge.settings;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.groundswell.domain.catalogue.Problem;
import io.groundswell.jobs.surge.connector.format.Format;
import io.groundswell.jobs.surge.settings.RunSettings.Backend;
import io.groundswell.jobs.surge.settings.RunSettings.ChangeTopic;
import io.groundswell.jobs.surge.settings.RunSettings.Checkpoints;
import io.groundswell.jobs.surge.settings.RunSettings.Clock;
import io.groundswell.jobs.surge.settings.RunSettings.ContactTopic;
import io.groundswell.jobs.surge.settings.RunSettings.Control;
import io.groundswell.jobs.surge.settings.RunSettings.DraftWords;
import io.groundswell.jobs.surge.settings.RunSettings.Job;
import io.groundswell.jobs.surge.settings.RunSettings.Kafka;
import io.groundswell.jobs.surge.settings.RunSettings.Pages;
import io.groundswell.jobs.surge.settings.RunSettings.Ports;
import io.groundswell.jobs.surge.settings.RunSettings.PostTopic;
import io.groundswell.jobs.surge.settings.RunSettings.Privacy;
import io.groundswell.jobs.surge.settings.RunSettings.Start;
import io.groundswell.jobs.surge.settings.RunSettings.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The keys of {@code groundswell.yaml}, each at its default until the file says otherwise. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
final class RunContent {
  private KafkaKeys kafka = new KafkaKeys();
  private @Nullable List<TopicKeys> posts;
  private List<ContactKeys> contacts = List.of();
  private List<ChangeKeys> changes = List.of();
  private AnswerKeys answers = new AnswerKeys();
  private ControlKeys control = new ControlKeys();
  private ClockKeys clock = new ClockKeys();
  private String start = Start.DEFAULT.place().name();
  private OutputKeys outputs = new OutputKeys();
  private @Nullable String catalogue;
  private @Nullable String policy;
  private @Nullable String patterns;
  private @Nullable String weights;
  private PageKeys pages = new PageKeys();
  private @Nullable String notify;
  private @Nullable String history;
  private DraftKeys drafts = new DraftKeys();
  private PrivacyKeys privacy = new PrivacyKeys();
  private StateKeys state = new StateKeys();
  private CheckpointKeys checkpoints = new CheckpointKeys();
  private JobKeys job = new JobKeys();
  private PortKeys ports = new PortKeys();
  private int parallelism;

  /** What has no default and is not there, or cannot be read. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; posts != null && i < posts.size(); i++) {
      if (posts.get(i).topic == null) {
        problems.add(Problem.at("/posts/" + i + "/topic", "'topic' is missing", "add it"));
      }
    }
    for (int i = 0; i < contacts.size(); i++) {
      if (contacts.get(i).topic == null) {
        problems.add(Problem.at("/contacts/" + i + "/topic", "'topic' is missing", "add it"));
      }
    }
    for (int i = 0; i < changes.size(); i++) {
      if (changes.get(i).topic == null) {
        problems.add(Problem.at("/changes/" + i + "/topic", "'topic' is missing", "add it"));
      }
    }
    if (catalogue == null) {
      problems.add(Problem.at("/catalogue", "'catalogue' is missing", "add it"));
    }
    if (Start.parse(start).isEmpty()) {
      String remedy = "use earliest, latest, committed or a time such as 2026-03-02T12:00:00Z";
      problems.add(Problem.at("/start", "start is '" + start + "'", remedy));
    }
    return problems;
  }

  /** The settings, if there are no problems, with secrets filled in and files found. */
  RunSettings settings(Secrets secrets, NearbyFiles files) {
    return new RunSettings(
        new Kafka(kafka.brokers.replace(" ", ""), secrets.fill("/kafka/security", kafka.security)),
        postTopics(),
        contacts.stream().map(ContactKeys::contactTopic).toList(),
        changes.stream().map(ChangeKeys::changeTopic).toList(),
        new AnswerTopics(answers.verdicts, answers.mutes),
        new Control(control.topic),
        new Clock(clock.topic),
        Start.parse(start).orElseThrow(),
        outputs.outputs(),
        files.required("/catalogue", Objects.requireNonNull(catalogue)),
        policy == null ? null : files.required("/policy", policy),
        patterns == null ? null : files.required("/patterns", patterns),
        weights == null ? null : files.required("/weights", weights),
        pages.pages(files),
        notify == null ? null : files.required("/notify", notify),
        history == null ? null : files.required("/history", history),
        drafts.drafts(files),
        new Privacy(secrets.fill("/privacy/author_key", privacy.authorKey)),
        new State(state.backend, files.folder("/state/folder", state.folder), state.incremental),
        checkpoints.checkpoints(),
        new Job(job.name),
        new Ports(ports.metrics, ports.health),
        parallelism);
  }

  private List<PostTopic> postTopics() {
    return posts == null
        ? List.of(PostTopic.DEFAULT)
        : posts.stream().map(TopicKeys::postTopic).toList();
  }

  @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
  private static final class KafkaKeys {
    private String brokers = Kafka.DEFAULT.brokers();
    private Map<String, String> security = Kafka.DEFAULT.security();
  }

  @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
  private static final class TopicKeys {
    private @Nullable String topic;
    private Format format = PostTopic.DEFAULT.format();

    PostTopic postTopic() {
      return new PostTopic(Objects.requireNonNull(topic), format);
    }
  }

  @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
  private static final class ContactKeys {
    private @Nullable String topic;

    ContactTopic contactTopic() {
      return new ContactTopic(Objects.requireNonNull(topic));
    }
  }

  @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
  private static final class ChangeKeys {
    private @Nullable String topic;

    ChangeTopic changeTopic() {
      return new ChangeTopic(Objects.requireNonNull(topic));
    }
  }

  @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
  private static final class AnswerKeys {
    private String verdicts = AnswerTopics.DEFAULT.verdicts();
    private String mutes = AnswerTopics.DEFAULT.mutes();
  }

  @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
  private static final class ControlKeys {
    private String topic = Control.DEFAULT.topic();
  }

  @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
  private static final class ClockKeys {
    private String topic = Clock.DEFAULT.topic();
  }

  @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
  private static final class OutputKeys {
    private String incidents = Outputs.DEFAULT.incidents();
    private String volumes = Outputs.DEFAULT.volumes();
    private String contactVolumes = Outputs.DEFAULT.contactVolumes();
    private String deadLetters = Outputs.DEFAULT.deadLetters();
    private String late = Outputs.DEFAULT.late();
    private String ledger = Outputs.DEFAULT.ledger();
    private String leadLedger = Outputs.DEFAULT.leadLedger();
    private String countedPosts = Outputs.DEFAULT.countedPosts();
    private String countedInputs = Outputs.DEFAULT.countedInputs();

    Outputs outputs() {
      return new Outputs(
          incidents,
          volumes,
          contactVolumes,
          deadLetters,
          late,
          ledger,
          leadLedger,
          countedPosts,
          countedInputs);
    }
  }

  @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
  private static final class DraftKeys {
    private @Nullable String templates = DraftWords.DEFAULT.templates();
    private String language = DraftWords.DEFAULT.language();

    DraftWords drafts(NearbyFiles files) {
      return new DraftWords(
          templates == null ? null : files.localFolder("/drafts/templates", templates), language);
    }
  }

  @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
  private static final class PageKeys {
    private @Nullable String folder = Pages.DEFAULT.folder();
    private @Nullable String url = Pages.DEFAULT.url();

    Pages pages(NearbyFiles files) {
      return new Pages(folder == null ? null : files.localFolder("/pages/folder", folder), url);
    }
  }

  @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
  private static final class PrivacyKeys {
    private String authorKey = Privacy.DEFAULT.authorKey();
  }

  @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
  private static final class StateKeys {
    private Backend backend = State.DEFAULT.backend();
    private String folder = State.DEFAULT.folder();
    private boolean incremental = State.DEFAULT.incremental();
  }

  @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
  private static final class CheckpointKeys {
    private Duration every = Checkpoints.DEFAULT.every();
    private Duration timeout = Checkpoints.DEFAULT.timeout();
    private int tolerateFailures = Checkpoints.DEFAULT.tolerateFailures();
    private Duration transactionTimeout = Checkpoints.DEFAULT.transactionTimeout();

    Checkpoints checkpoints() {
      return new Checkpoints(every, timeout, tolerateFailures, transactionTimeout);
    }
  }

  @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
  private static final class JobKeys {
    private String name = Job.DEFAULT.name();
  }

  @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
  private static final class PortKeys {
    private int metrics = Ports.DEFAULT.metrics();
    private int health = Ports.DEFAULT.health();
  }
}
