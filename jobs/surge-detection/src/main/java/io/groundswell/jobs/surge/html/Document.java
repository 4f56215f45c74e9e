package io.groundswell.jobs.surge.html;

/**
 * What a page is held by: it runs no script, and fetches nothing, whatever its body says.
 *
 * @param title of the page, as text
 * @param mark what programs are to know of it, as text; empty for nothing
 * @param style rules of style beside the common ones
 * @param body as HTML
 */
public record Document(String title, String mark, String style, String body) {
  /** How the line begins that has the mark. */
  public static final String MARK = "<meta name=\"groundswell\" content=\"";

  /** The whole page. */
  public String html() {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        %s<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <link rel="icon" href="data:,">
        <title>%s</title>
        <style>
        %s%s</style>
        </head>
        <body>
        <main>
        %s</main>
        </body>
        </html>
        """
        .formatted(
            mark.isEmpty() ? "" : MARK + Html.escape(mark) + "\">\n",
            Html.escape(title),
            Style.COMMON,
            style,
            body);
  }
}
