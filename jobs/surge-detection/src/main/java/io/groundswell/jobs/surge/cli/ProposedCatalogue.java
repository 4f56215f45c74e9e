package io.groundswell.jobs.surge.cli;

import io.groundswell.domain.proposal.Proposal;
import io.groundswell.domain.proposal.Proposal.Counted;
import io.groundswell.domain.proposal.Proposal.Part;
import io.groundswell.domain.proposal.Proposal.Suggested;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A proposal as a catalogue file, with what a person needs to correct it. */
final class ProposedCatalogue {
  private final StringBuilder yaml = new StringBuilder();

  private ProposedCatalogue() {}

  static String yaml(Proposal proposal) {
    ProposedCatalogue file = new ProposedCatalogue();
    file.say(
        "# A first catalogue, proposed by 'groundswell init' from %,d complaints of %,d people.",
        proposal.complaints(), proposal.people());
    file.say(
        "# Read it through: take out what is not yours, add the words by which people call it.");
    file.say(
        "# Fewer than %,d people make no product. Commented components are what complaints speak of.",
        proposal.least());
    file.say("products:");
    proposal.products().forEach(file::product);
    if (!proposal.others().isEmpty()) {
      file.say("# Spoken of as well, and taken for no product:");
      for (Counted other : proposal.others()) {
        file.say("#   %s  (%,d people)", line(other.name()), other.people());
      }
    }
    return file.yaml.toString();
  }

  private void product(Suggested product) {
    say("  - id: %s  # %,d people", product.id(), product.people());
    say("    name: %s", quoted(product.name()));
    list("aliases", product.aliases());
    list("handles", product.handles());
    list("hashtags", product.hashtags());
    list("tags", product.tags());
    if (!product.parts().isEmpty()) {
      say("    components:");
    }
    for (Part part : product.parts()) {
      say(
          "      - {id: %s, name: %s, tags: %s}  # %,d people",
          part.id(), quoted(part.name()), quoted(part.tags()), part.people());
    }
    if (!product.phrases().isEmpty() && product.parts().isEmpty()) {
      say("    # components:");
    }
    for (Counted phrase : product.phrases()) {
      String id = phrase.name().replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
      say(
          "    #   - {id: %s, aliases: [%s]}  # %,d posts",
          id.isEmpty() ? "part" : id, quoted(phrase.name()), phrase.people());
    }
  }

  private void list(String name, List<String> values) {
    if (!values.isEmpty()) {
      say("    %s: %s", name, quoted(values));
    }
  }

  private static String quoted(List<String> values) {
    return values.stream()
        .map(ProposedCatalogue::quoted)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** As a YAML string that may hold anything. */
  private static String quoted(String value) {
    return '"' + line(value).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String line(String value) {
    return value.replaceAll("\\p{Cntrl}+", " ");
  }

  private void say(String format, Object... values) {
    yaml.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
