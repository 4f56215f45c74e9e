package io.groundswell.state.cli;

import io.groundswell.jobs.surge.Groundswell;
import io.groundswell.jobs.surge.cli.UsageError;
import io.groundswell.jobs.surge.connector.LocalFiles;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks another version's jar, in a process of its own, since its classes have the same names. */
final class OtherJar {
  /** Where the jar's own tools are, from its folder, in a bundle and in a tree that was built. */
  private static final String TOOLS =
      "../../../state-migration/target/groundswell-state-migration.jar";

  private OtherJar() {}

  static int check(Path savepoint, Path jar, @Nullable Path policy, boolean json)
      throws IOException, InterruptedException {
    if (!LocalFiles.exists(jar) || LocalFiles.isFolder(jar)) {
      throw new UsageError("--against: there is no file %s; name a main job's jar".formatted(jar));
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", classes(jar), Groundswell.class.getName()));
    command.addAll(List.of("state", "check", savepoint.toString()));
    if (policy != null) {
      command.addAll(List.of("--policy", policy.toString()));
    }
    if (json) {
      command.add("--json");
    }
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  /** The jar and its own tools before ours. */
  private static String classes(Path jar) {
    return String.join(
        File.pathSeparator,
        jar.toString(),
        jar.toAbsolutePath().resolveSibling(TOOLS).normalize().toString(),
        System.getProperty("java.class.path"));
  }
}
