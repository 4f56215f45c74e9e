package io.groundswell.domain.briefing;

import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.incident.Status;
import io.groundswell.domain.post.Hash64;
import io.groundswell.domain.report.Signal;
import io.groundswell.domain.voice.Quote;
import java.util.List;
import java.util.Objects;

/** How a {@link Story} takes in what is no complaint. */
public final class Signals {
  private static final int MOST_VOICES = 64;

  /** Posts that may have to be taken back, and posts that were. */
  static final int MOST_KEYS = 24;

  private Signals() {}

  /**
   * Takes in a signal.
   *
   * @return whether it says something of the incident
   */
  public static boolean take(Story story, Signal signal) {
    return switch (signal.kind()) {
      case ANSWERED -> answer(story, signal);
      case WITHDRAWN -> withdraw(story, signal.identity());
      case WORKS_AGAIN -> worksAgain(story, signal);
    };
  }

  private static boolean answer(Story story, Signal signal) {
    for (int i = 0; i < story.answers.size(); i++) {
      Answer known = story.answers.get(i);
      if (known.identity() == signal.identity() && known.answeredAt() == 0) {
        story.answers.set(i, known.answered(signal.at()));
        story.answered++;
        return true;
      }
    }
    return false;
  }

  /** Remembers which posts people have been shown: these may have to be taken back. */
  public static void show(Story story, List<Quote> examples) {
    for (Quote quote : examples) {
      if (!story.shown.contains(quote.key())) {
        add(story.shown, quote.key());
      }
    }
  }

  private static boolean withdraw(Story story, long identity) {
    boolean told = false;
    for (Answer answer : story.answers) {
      if (answer.identity() == identity) {
        told |= takeBack(story, answer.source() + '/' + answer.postId());
      }
    }
    for (String key : List.copyOf(story.shown)) {
      int slash = key.indexOf('/');
      if (Hash64.of(key.substring(0, slash), key.substring(slash + 1)) == identity) {
        told |= takeBack(story, key);
      }
    }
    story.answers.removeIf(answer -> answer.identity() == identity);
    return story.reports.removeIf(report -> report.identity() == identity) || told;
  }

  /** Of more, the latest: whoever reads all updates has been told of the others. */
  private static boolean add(List<String> keys, String key) {
    if (keys.size() == MOST_KEYS) {
      keys.remove(0);
    }
    return keys.add(key);
  }

  private static boolean takeBack(Story story, String key) {
    return !story.withdrawn.contains(key) && add(story.withdrawn, key);
  }

  private static boolean worksAgain(Story story, Signal signal) {
    IncidentUpdate update = story.told();
    boolean ofIt =
        story.keys.stream().anyMatch(signal.subjects()::contains)
            || signal.subjects().contains(String.valueOf(update.subject().product()));
    if (!ofIt
        || signal.at() < update.onsetAt()
        || story.worksAgain.contains(signal.voice())
        || update.status() == Status.RESOLVED) {
      return false;
    }
    story.saysWorksAgain++;
    if (story.worksAgain.size() < MOST_VOICES) {
      story.worksAgain.add(signal.voice());
    }
    for (String key : signal.subjects()) {
      Subject subject = Subject.parse(key);
      boolean here = Objects.equals(subject.product(), update.subject().product());
      Place place =
          subject.region() != null && here ? Stories.place(story, subject.region()) : null;
      if (place != null) {
        place.worksAgain++;
      }
    }
    return true;
  }
}
