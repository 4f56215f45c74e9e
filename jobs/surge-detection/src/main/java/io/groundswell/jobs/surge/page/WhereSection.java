package io.groundswell.jobs.surge.page;

import io.groundswell.domain.briefing.Briefing;
import io.groundswell.domain.briefing.Reach;
import io.groundswell.domain.briefing.Reach.Kind;
import io.groundswell.domain.briefing.Reach.Part;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.incident.Figures;
import io.groundswell.domain.incident.Names;
import io.groundswell.jobs.surge.html.Html;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where it is, in the order in which it came there, and where it is not. */
final class WhereSection {
  /** Longer lists begin with so many; the rest can be opened. */
  private static final int AT_ONCE = 8;

  /** Rarer chances are not told apart. */
  private static final double SURE = .999;

  private final Reach reach;
  private final Moments moments;

  private WhereSection(Briefing briefing, Moments moments) {
    this.reach = briefing.reach();
    this.moments = moments;
  }

  /** The section of the page; empty where nothing is known. */
  static String section(Briefing briefing, Catalogue catalogue, Moments moments) {
    Reach reach = briefing.reach();
    if (reach.parts().isEmpty() && reach.unaffected().isEmpty() && !reach.everywhere()) {
      return "";
    }
    WhereSection where = new WhereSection(briefing, moments);
    return "<section>\n<h2>Where</h2>\n"
        + where.everywhere()
        + RegionMap.svg(where.parts(Kind.REGION), catalogue)
        + where.list("Places, in the order they were reached", Kind.REGION)
        + where.list("Parts of the product", Kind.COMPONENT)
        + where.list("Products", Kind.PRODUCT)
        + where.unaffected(new Names(catalogue), briefing.update().subject().product())
        + "</section>\n";
  }

  private String everywhere() {
    return reach.everywhere()
        ? "<p><strong>Everywhere</strong> its people usually are, as far as posts can tell.</p>\n"
        : "";
  }

  private List<Part> parts(Kind kind) {
    return reach.parts().stream().filter(part -> part.kind() == kind).toList();
  }

  private String list(String heading, Kind kind) {
    List<Part> parts = parts(kind);
    if (parts.isEmpty()) {
      return "";
    }
    String rest =
        parts.size() <= AT_ONCE
            ? ""
            : "<details><summary>%d more</summary>\n%s</details>\n"
                .formatted(
                    parts.size() - AT_ONCE,
                    rows(parts.subList(AT_ONCE, parts.size()), AT_ONCE + 1));
    List<Part> first = parts.subList(0, Math.min(AT_ONCE, parts.size()));
    return "<h3>%s</h3>\n%s%s".formatted(heading, rows(first, 1), rest);
  }

  private String rows(List<Part> parts, int start) {
    return parts.stream()
        .map(this::row)
        .collect(
            Collectors.joining(
                "", "<ol class=\"bars\" start=\"%d\">\n".formatted(start), "</ol>\n"));
  }

  private String row(Part part) {
    return Texts.filled(
        """
        <li><div class="bar" style="--share:%.3f"><b>%s</b> <span>%,d people, %.0f %%</span></div>
        <small>%s usual · %s · %s</small></li>
        """,
        Math.max(0, Math.min(1, part.share())),
        Html.escape(part.name()),
        part.observed(),
        100 * part.share(),
        Figures.amount(part.expected()),
        moments.afterOnset(part.since()),
        sure(part.confidence()));
  }

  private static String sure(double confidence) {
    return confidence >= SURE
        ? "&gt; 99.9 % sure"
        : Texts.filled("%.1f %% sure", Math.floor(1000 * confidence) / 10);
  }

  private String unaffected(Names names, @Nullable String product) {
    List<String> unheard =
        reach.unaffected().stream()
            .map(id -> name(names, product, id))
            .filter(name -> !reach.spared().contains(name))
            .toList();
    return named("Not affected: they would show it", " class=\"calm\"", reach.spared())
        + named("Nothing heard of", "", unheard);
  }

  private static String named(String heading, String style, List<String> names) {
    return names.isEmpty()
        ? ""
        : "<h3>%s</h3>\n<p%s>%s</p>\n"
            .formatted(heading, style, Html.escape(String.join(", ", names)));
  }

  private static String name(Names names, @Nullable String product, String id) {
    String component = names.ofComponent(product, id);
    if (!component.equals(id)) {
      return component;
    }
    return names.product(id) == null ? names.ofRegion(id) : names.ofProduct(id);
  }
}
