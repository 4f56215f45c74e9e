package io.groundswell.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the runbook says first, typed where the settings are. */
final class Runbook {
  private static final String LAUNCHER = "deploy/local/groundswell";
  private static final Path HERE = Path.of("").toAbsolutePath();

  private final Path folder;
  private final String[] targets;

  /**
   * For a job whose settings are in a folder.
   *
   * @param targets where its metrics are, in place of the ports that the runbook names
   */
  Runbook(Path folder, String... targets) throws IOException {
    this.folder = folder;
    this.targets = targets;
    Path launcher = folder.resolve(LAUNCHER);
    if (!Files.exists(launcher)) {
      Files.createDirectories(launcher.getParent());
      Path real = HERE.resolve("../local/groundswell").normalize();
      Files.writeString(launcher, "#!/usr/bin/env bash\nexec " + real + " \"$@\"\n");
      Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** The command of a rule's first action. */
  String command(String rule) throws IOException {
    Matcher entry =
        Pattern.compile("(?s)\n## " + rule + "\n.*?First action.*?\n```\n(.*?)\n```")
            .matcher(Documents.runbook());
    assertThat(entry.find()).as(rule).isTrue();
    return entry
        .group(1)
        .replace("localhost:9249", targets[0])
        .replace("localhost:9250", targets[targets.length - 1]);
  }

  /** Types it, without waiting for its end. */
  Process begin(String rule) throws IOException {
    ProcessBuilder shell =
        new ProcessBuilder("bash", "-c", "set -o pipefail; " + command(rule))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said(rule).toFile());
    shell.environment().put("KEY", "xoxb-1");
    return shell.start();
  }

  /** Types it, and gives what it says; it has to end well. */
  String type(String rule) throws Exception {
    int status = begin(rule).waitFor();
    String said = Files.readString(said(rule));
    assertThat(status).as(command(rule) + "\n" + said).isZero();
    return said;
  }

  private Path said(String rule) {
    return folder.resolve(rule + ".log");
  }
}
