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
 * Debian's Chromium without a window. Each call is a browser of its own.
 *
 * @param folder for its profile and its output
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
   * @param log what the browser said, the page's console among it
   */
  record Seen(String dom, String log) {}

  /** Opens a page and gives what became of it. */
  Seen open(String address, int width, boolean dark) throws IOException, InterruptedException {
    return run(address, width, 2000, dark, "--dump-dom");
  }

  /** Takes a picture of a page. */
  void picture(Path page, int width, int height, boolean dark, Path png)
      throws IOException, InterruptedException {
    run(page.toUri().toString(), width, height, dark, "--screenshot=" + png, "--hide-scrollbars");
  }

  private Seen run(String address, int width, int height, boolean dark, String... what)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".html");
    Path log = Files.createTempFile(folder, "log", ".txt");
    List<String> command = new ArrayList<>(List.of(PROGRAM, "--headless=new", "--no-sandbox"));
    command.addAll(List.of("--disable-gpu", "--no-first-run", "--disable-dev-shm-usage"));
    command.addAll(List.of("--disable-background-networking", "--disable-component-update"));
    command.addAll(List.of("--enable-logging=stderr", "--v=0", "--virtual-time-budget=2000"));
    command.add("--user-data-dir=" + Files.createTempDirectory(folder, "profile"));
    command.add("--window-size=" + width + "," + height);
    if (dark) {
      command.add("--blink-settings=preferredColorScheme=0");
    }
    command.addAll(List.of(what));
    command.add(address);
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(log.toFile())
            .start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("Chromium does not come to an end: " + Files.readString(log));
    }
    return new Seen(Files.readString(out), Files.readString(log, StandardCharsets.ISO_8859_1));
  }
}
