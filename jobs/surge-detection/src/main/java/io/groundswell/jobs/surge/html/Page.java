package io.groundswell.jobs.surge.html;

/** A page that needs nothing but itself: no script, no font, no picture from elsewhere. */
public final class Page {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ink: #1b2430; --dim: #55606e; --paper: #ffffff; --line: #d5dbe3;
        --box: #f4f6f9; --good: #0b6b3a; --bad: #a8151b; --band: #f6dfa6; --link: #0b57a4;
        --c0: #5b84b8; --c1: #b3470f; --c2: #0b6b3a; --c3: #6a3ea1; --c4: #0b57a4; --c5: #7a5c00;
        --c6: #a3246e; --c7: #55606e; }
      @media (prefers-color-scheme: dark) { :root { --ink: #e8ecf1; --dim: #a9b4c2; --paper: #14181e;
        --line: #3a4350; --box: #1e242d; --good: #6fd39b; --bad: #ff9a94; --band: #4b4021; --link: #8dc1ff;
        --c0: #6f97cb; --c1: #ffa26b; --c2: #6fd39b; --c3: #c9a6f5; --c4: #8dc1ff; --c5: #e2c45c;
        --c6: #f59bd0; --c7: #a9b4c2; } }
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
      svg { width: 100%; height: auto; display: block; } svg text { font: 12px system-ui, sans-serif; fill: var(--dim); }
      svg .grid { stroke: var(--line); } svg .tick { stroke: var(--dim); } svg .band { fill: var(--band); opacity: .6; }
      svg line.mark { stroke: var(--bad); stroke-width: 1.5; } svg text.mark { fill: var(--bad); paint-order: stroke; stroke: var(--paper); stroke-width: 3px; }
      svg path, svg line[class^=s] { stroke-width: 1.8; } svg path[class^=s] { fill: none; }
      .s0 { stroke: var(--c0); } .s1 { stroke: var(--c1); } .s2 { stroke: var(--c2); stroke-dasharray: 7 3; }
      .s3 { stroke: var(--c3); stroke-dasharray: 2 3; } .s4 { stroke: var(--c4); stroke-dasharray: 9 3 2 3; }
      .s5 { stroke: var(--c5); stroke-dasharray: 12 4; } .s6 { stroke: var(--c6); }
      .s7 { stroke: var(--c7); stroke-dasharray: 5 5; }
      .f0 { fill: var(--c0); } .f1 { fill: var(--c1); } .f2 { fill: var(--c2); } .f3 { fill: var(--c3); }
      .f4 { fill: var(--c4); } .f5 { fill: var(--c5); } .f6 { fill: var(--c6); } .f7 { fill: var(--c7); }
      svg .thick path, svg line.thick { stroke-width: 4; }
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
    String escaped = Html.escape(title);
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <main>
        <h1>%s</h1>
        %s</main>
        </body>
        </html>
        """
        .formatted(escaped, STYLE, escaped, body);
  }
}
