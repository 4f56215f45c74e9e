package io.groundswell.domain.incident;

import static io.groundswell.domain.incident.Figures.amount;

import io.groundswell.domain.volume.Channel;
import java.time.Instant;
import java.util.Locale;

/**
 * Says what stands beside complaints: campaigns and chatter, which are recorded and never paged.
 */
final class Asides {
  private Asides() {}

  static String title(Incident incident, String name) {
    boolean campaign = incident.kind() == IncidentKind.CAMPAIGN;
    if (incident.status == Status.RESOLVED) {
      return "%s: the %s is over".formatted(name, campaign ? "campaign" : "chatter");
    }
    String what =
        campaign
            ? "%,d posts by few voices repeat one another"
            : "about %,d posts that are no complaints";
    double posts = campaign ? incident.posts : Channel.CHATTER_SAMPLE * incident.posts;
    return String.format(
        Locale.ROOT, "%s: " + what + "; recorded, nobody is paged", name, Math.round(posts));
  }

  static String explanation(Incident incident) {
    return incident.kind() == IncidentKind.CAMPAIGN ? campaign(incident) : chatter(incident);
  }

  private static String campaign(Incident incident) {
    return String.format(
        Locale.ROOT,
        "Since %s, %d posts by %d authors have repeated one another or led to one place; %s are"
            + " normal. None of them adds a voice, so none counts as a complaint.",
        Instant.ofEpochMilli(incident.onset),
        Math.round(incident.posts),
        Math.round(incident.observed),
        amount(incident.expected));
  }

  private static String chatter(Incident incident) {
    String people =
        String.format(
            Locale.ROOT,
            "Since %s, about %d people have posted without complaining; %s are normal. Counted in"
                + " one post of %d.",
            Instant.ofEpochMilli(incident.onset),
            Math.round(Channel.CHATTER_SAMPLE * incident.observed),
            amount(Channel.CHATTER_SAMPLE * incident.expected),
            Channel.CHATTER_SAMPLE);
    long withheld = Math.round(incident.withholds);
    return withheld == 0
        ? people
        : people
            + " %d complaints were withheld: of so much chatter, so many are taken for complaints."
                .formatted(withheld);
  }
}
