package io.groundswell.jobs.surge.html;

/** A page that needs nothing but itself: no script, no font, no picture from elsewhere. */
public final class Page {
  private static final String STYLE =
      """
      body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
        max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
      h1 { font-size: 1.7rem; line-height: 1.25; margin-bottom: .3rem; } h2 { margin-top: 2.4rem; }
      h3 { margin: 2rem 0 .2rem; } p { margin: .4rem 0; } .dim { color: var(--dim); } a { color: var(--link); }
      .figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: .7rem;
        margin: 1.2rem 0; padding: 0; }
      .figures div { background: var(--box); border: 1px solid var(--line); border-radius: 6px; padding: .6rem .8rem; }
      .figures dt { color: var(--dim); font-size: .9rem; } .figures dd { margin: 0; }
      .figures .value { font-size: 1.5rem; font-weight: 600; }
      .wide { overflow-x: auto; } .t { white-space: nowrap; } h2 + .wide table { margin-top: .2rem; }
      table { border-collapse: collapse; width: 100%; font-size: .92rem; margin: 1rem 0; }
      caption { text-align: left; font-weight: 600; padding-bottom: .4rem; }
      th, td { text-align: left; font-weight: normal; padding: .35rem .6rem .35rem 0; vertical-align: top;
        border-bottom: 1px solid var(--line); }
      thead th { color: var(--dim); } .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
      .badge { font-weight: 600; white-space: nowrap; } .good { color: var(--good); } .bad { color: var(--bad); }
      figure { margin: .6rem 0 1.4rem; } figcaption { color: var(--dim); font-size: .92rem; }
      """;

  private final String title;
  private final StringBuilder body = new StringBuilder();
  private final StringBuilder figures = new StringBuilder();

  /** An empty page with a title. */
  public Page(String title) {
    this.title = title;
  }

  /** Adds a headline. */
  public Page heading(String text) {
    return flush("<h2>%s</h2>\n".formatted(Html.escape(text)));
  }

  /** Adds a smaller headline that links can lead to. */
  public Page heading(String text, String anchor) {
    return flush("<h3 id=\"%s\">%s</h3>\n".formatted(Html.escape(anchor), Html.escape(text)));
  }

  /** Adds a paragraph. */
  public Page text(String text) {
    return flush("<p>%s</p>\n".formatted(Html.escape(text)));
  }

  /** Adds a paragraph that may be passed over. */
  public Page note(String text) {
    return flush("<p class=\"dim\">%s</p>\n".formatted(Html.escape(text)));
  }

  /** Adds a figure to those that are shown large, side by side. */
  public Page figure(String name, String value, String remark) {
    figures.append(
        "<div><dt>%s</dt><dd><span class=\"value\">%s</span><br><span class=\"dim\">%s</span></dd></div>\n"
            .formatted(Html.escape(name), Html.escape(value), Html.escape(remark)));
    return this;
  }

  /** Adds a table. */
  public Page table(Table table) {
    return flush(table.html());
  }

  /** Adds a plot with words below it. */
  public Page plot(Plot plot, String caption) {
    return flush(
        "<figure>%s<figcaption>%s</figcaption></figure>\n"
            .formatted(plot.svg(), Html.escape(caption)));
  }

  private Page flush(String html) {
    if (!figures.isEmpty()) {
      body.append("<dl class=\"figures\">\n").append(figures).append("</dl>\n");
      figures.setLength(0);
    }
    body.append(html);
    return this;
  }

  /** The whole page. */
  public String html() {
    flush("");
    String heading = "<h1>%s</h1>\n".formatted(Html.escape(title));
    return new Document(title, "", STYLE, heading + body).html();
  }
}
