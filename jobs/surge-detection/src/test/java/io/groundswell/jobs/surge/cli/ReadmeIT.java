package io.groundswell.jobs.surge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's command gives what the README shows. */
class ReadmeIT {
  private static final Path ROOT = Path.of("../..");
  private static final Pattern COMMAND =
      Pattern.compile("deploy/local/groundswell (detect (?:.*\\\\\\n)*.*)\\n```");
  private static final Pattern ANSWER = Pattern.compile("```\\n( +[0-9,]+ posts read\\n[^`]*)```");

  @TempDir Path folder;

  @Test
  void detectOnTheExample() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    String out = folder.resolve("report").toString();
    String[] arguments =
        Arrays.stream(found(COMMAND, readme).replace("\\\n", " ").strip().split("\\s+", -1))
            .map(argument -> argument.replace("deploy/local/", ROOT + "/deploy/local/"))
            .map(argument -> "report".equals(argument) ? out : argument)
            .toArray(String[]::new);

    Console answer = Console.run(arguments);

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out().replace(out, "report")).isEqualTo(found(ANSWER, readme));
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
