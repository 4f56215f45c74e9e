package io.groundswell.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The project's tests, run once more in this process: as it is, or with another class in it. */
final class Trial {
  private static final List<String> MODULES =
      List.of(
          "patterns/domain",
          "patterns/cep",
          "state-migration",
          "jobs/surge-detection",
          "jobs/incident-notification",
          "jobs/volume-history");

  private Trial() {}

  /** Runs a defence's test on the project as it is. */
  static TestExecutionSummary asItIs(Defence defence) throws Exception {
    return run(defence, new ArrayList<>());
  }

  /**
   * Runs it without the defence.
   *
   * @param folder an empty one
   */
  static TestExecutionSummary without(Defence defence, Path folder) throws Exception {
    compile(defence, folder);
    return run(defence, new ArrayList<>(List.of(folder)));
  }

  private static void compile(Defence defence, Path folder) throws IOException {
    String changed = defence.source().replace(defence.without(), defence.instead());
    URI name = URI.create("string:///" + defence.className().replace('.', '/') + ".java");
    JavaFileObject source =
        new SimpleJavaFileObject(name, JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return changed;
          }
        };
    List<String> path = new ArrayList<>(places().map(Path::toString).toList());
    path.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    List<String> options =
        List.of("-d", folder.toString(), "-proc:none", "-nowarn", "-cp", String.join(":", path));
    StringWriter said = new StringWriter();
    JavaCompiler.CompilationTask task =
        ToolProvider.getSystemJavaCompiler()
            .getTask(said, null, null, options, null, List.of(source));
    assertThat(task.call()).as(said.toString()).isTrue();
  }

  private static TestExecutionSummary run(Defence defence, List<Path> first) throws Exception {
    Stream.of(places().toList()).forEach(first::addAll);
    ClassLoader outer = Thread.currentThread().getContextClassLoader();
    try (Project project = new Project(first, outer)) {
      Thread.currentThread().setContextClassLoader(project);
      SummaryGeneratingListener heard = new SummaryGeneratingListener();
      LauncherFactory.create()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(selector(defence, project))
                  .build(),
              heard);
      return heard.getSummary();
    } finally {
      Thread.currentThread().setContextClassLoader(outer);
    }
  }

  private static DiscoverySelector selector(Defence defence, ClassLoader project)
      throws ClassNotFoundException {
    Class<?> test = Class.forName(defence.testClass(), false, project);
    if (defence.testMethod().isEmpty()) {
      return DiscoverySelectors.selectClass(test);
    }
    return Arrays.stream(test.getDeclaredMethods())
        .filter(method -> method.getName().equals(defence.testMethod()))
        .findFirst()
        .map(method -> DiscoverySelectors.selectMethod(test, method))
        .orElseThrow(() -> new AssertionError("there is no test " + defence.test()));
  }

  private static Stream<Path> places() {
    return MODULES.stream()
        .map(module -> Defence.PROJECT.resolve(module).resolve("target"))
        .flatMap(built -> Stream.of(built.resolve("classes"), built.resolve("test-classes")))
        .filter(Files::isDirectory);
  }

  /** Loads the project's own classes anew, and all others from outside. */
  private static final class Project extends URLClassLoader {
    private static final String OURS = "io.groundswell.";

    Project(List<Path> places, ClassLoader outer) throws IOException {
      super(urls(places), outer);
    }

    private static URL[] urls(List<Path> places) throws IOException {
      URL[] urls = new URL[places.size()];
      for (int i = 0; i < urls.length; i++) {
        urls[i] = places.get(i).toUri().toURL();
      }
      return urls;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(OURS)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
    }
  }
}
