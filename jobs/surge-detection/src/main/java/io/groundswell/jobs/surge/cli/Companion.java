package io.groundswell.jobs.surge.cli;

import io.groundswell.jobs.surge.connector.kafka.Needs;
import io.groundswell.jobs.surge.settings.RunSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.flink.core.execution.JobClient;
import org.jspecify.annotations.Nullable;

/**
 * A job beside the main one, whose jar lies beside the main job's. Named in its jar under {@code
 * META-INF/services}, so that the main job need not know it.
 */
public interface Companion {
  /** The key of {@code groundswell.yaml} that asks for it, as in {@code notify}. */
  String key();

  /** Its commands, as picocli takes them. */
  List<Object> commands();

  /**
   * Starts it in the main job's process, where the settings ask for it.
   *
   * @param client Kafka's own client settings, as the main job has them
   * @return the job, under way
   */
  Beside start(RunSettings settings, Map<String, String> client) throws Exception;

  /**
   * What it needs at the brokers.
   *
   * @param config its settings file
   * @param main settings of the main job in whose process it runs, or null where it runs alone
   * @param environment what {@code ${NAME}} stands for
   */
  Needs needs(Path config, @Nullable RunSettings main, Map<String, String> environment);

  /** A job under way in the main one's process; closing stops it. */
  interface Beside extends AutoCloseable {
    /** The main job has begun. */
    default void begun(JobClient main) {}

    @Override
    void close();
  }

  /** All whose jars are there. */
  static Iterable<Companion> all() {
    return ServiceLoader.load(Companion.class);
  }
}
