package io.groundswell.domain.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Lists that are shipped beside the rules. Lines that begin with {@code #} are comments. */
final class Lists {
  private static final Pattern GAPS = Pattern.compile("\\s+");
  private static final Pattern NAME = Pattern.compile("# \\S+");

  private Lists() {}

  /** The words of a list, of which a line may hold several. */
  static List<String> words(String resource) {
    return lines(resource).stream()
        .flatMap(GAPS::splitAsStream)
        .filter(Predicate.not(String::isEmpty))
        .toList();
  }

  /** The lines of a list, without comments and empty ones; unpacked where its name ends in .gz. */
  static List<String> lines(String resource) {
    try (InputStream in = open(resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        Stream<String> lines = reader.lines()) {
      return lines.filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words of each part of a list; a part begins with a comment of one word, its name. */
  static Map<String, List<String>> sections(String resource) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> words = new ArrayList<>();
    try (InputStream in = open(resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (NAME.matcher(line).matches()) {
          words = sections.computeIfAbsent(line.substring(1).strip(), name -> new ArrayList<>());
        } else if (!line.isBlank() && !line.startsWith("#")) {
          words.addAll(GAPS.splitAsStream(line).toList());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sections;
  }

  /** The bytes of a list, unpacked where its name ends in .gz. */
  static InputStream open(String resource) throws IOException {
    InputStream in = Lists.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException("The list " + resource + " is not on the classpath");
    }
    return resource.endsWith(".gz") ? new GZIPInputStream(in) : in;
  }
}
