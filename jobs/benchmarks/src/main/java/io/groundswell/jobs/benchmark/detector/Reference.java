package io.groundswell.jobs.benchmark.detector;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The study's prototype in C, compiled at {@code -O2}. */
final class Reference {
  private static final String HEADER = "reference_prototype.h";
  private static final String SOURCE = "reference.c";

  private final Path program;

  private Reference(Path program) {
    this.program = program;
  }

  /**
   * Compiles it.
   *
   * @param study folder that holds the prototype
   * @param folder where the program goes
   * @throws Missing where the compiler or the prototype is not there
   */
  static Reference compile(Path study, Path folder) throws IOException, Missing {
    if (!Files.isRegularFile(study.resolve(HEADER))) {
      throw new Missing("there is no %s in %s; say where with --data".formatted(HEADER, study));
    }
    Path source = folder.resolve(SOURCE);
    try (InputStream in = Reference.class.getResourceAsStream(SOURCE)) {
      if (in == null) {
        throw new IllegalStateException(SOURCE + " is not in the jar");
      }
      Files.copy(in, source);
    }
    Path program = folder.resolve("reference");
    List<String> gcc =
        List.of("gcc", "-O2", "-I", study.toString(), "-o", program.toString(), source.toString());
    output(gcc, "-lm");
    return new Reference(program);
  }

  /** Scores the counts of a file; see {@link Counts#write}. */
  Scored score(Path counts) throws IOException, Missing {
    String[] figures = output(List.of(program.toString()), counts.toString()).split(" ", -1);
    return new Scored(Double.parseDouble(figures[0]), Double.parseDouble(figures[1]));
  }

  private static String output(List<String> command, String last) throws IOException, Missing {
    String name = String.valueOf(Path.of(command.get(0)).getFileName());
    Process process = start(command, last, name);
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new Missing(String.format(Locale.ROOT, "%s failed: %s", name, text.strip()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    return text.strip();
  }

  private static Process start(List<String> command, String last, String name) throws Missing {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true);
    builder.command().add(last);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new Missing("no " + name + " here");
    }
  }

  /** What is needed is not there; the message says what. */
  static final class Missing extends Exception {
    private static final long serialVersionUID = 1;

    Missing(String message) {
      super(message);
    }
  }
}
