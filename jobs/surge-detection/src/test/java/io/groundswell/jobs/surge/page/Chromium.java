package io.groundswell.jobs.surge.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Debian's Chromium without a window. Each look is a browser of its own.
 *
 * @param folder for its profiles and what it says
 */
record Chromium(Path folder) {
  private static final String PROGRAM = "chromium";

  /** Whether there is one on this machine. */
  static boolean isThere() {
    return Arrays.stream(System.getenv("PATH").split(":", -1))
        .anyMatch(path -> Files.isExecutable(Path.of(path, PROGRAM)));
  }

  /**
   * What a browser made of a page.
   *
   * @param dom the page after all has run in it
   * @param console what the browser complained about
   */
  record Seen(String dom, List<String> console) {}

  /** Opens a page. */
  Seen open(String address, boolean dark) throws IOException, InterruptedException {
    Path dom = Files.createTempFile(folder, "dom", ".html");
    Path log = Files.createTempFile(folder, "log", ".txt");
    Process process =
        new ProcessBuilder(command(address, dark))
            .redirectOutput(dom.toFile())
            .redirectError(log.toFile())
            .start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("Chromium does not come to an end: " + Files.readString(log));
    }
    List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
    return new Seen(
        Files.readString(dom), lines.stream().filter(line -> line.contains("CONSOLE")).toList());
  }

  private List<String> command(String address, boolean dark) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                PROGRAM,
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--no-first-run",
                "--hide-scrollbars",
                "--enable-logging=stderr",
                "--virtual-time-budget=2000",
                "--window-size=1400,1000",
                "--user-data-dir=" + Files.createTempDirectory(folder, "profile"),
                "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1)));
    command.add("--dump-dom");
    command.add(address);
    return command;
  }
}
