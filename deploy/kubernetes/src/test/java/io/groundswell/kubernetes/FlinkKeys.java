package io.groundswell.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.SecurityOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.kubernetes.configuration.KubernetesConfigOptions;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;

/**
 * Whether Flink knows each key of a FlinkDeployment's {@code flinkConfiguration}: it ignores
 * others.
 */
final class FlinkKeys {
  private static final List<Class<?>> OPTIONS =
      List.of(
          CheckpointingOptions.class,
          CoreOptions.class,
          HeartbeatManagerOptions.class,
          HighAvailabilityOptions.class,
          JobManagerOptions.class,
          KubernetesConfigOptions.class,
          MetricOptions.class,
          RestartStrategyOptions.class,
          RocksDBConfigurableOptions.class,
          RocksDBOptions.class,
          SecurityOptions.class,
          StateBackendOptions.class,
          TaskManagerOptions.class,
          WebOptions.class);

  /** The operator's, as its documentation lists them; its classes are in no registry. */
  private static final Set<String> OPERATOR =
      Set.of(
          "kubernetes.operator.cluster.health-check.enabled",
          "kubernetes.operator.jm-deployment-recovery.enabled",
          "kubernetes.operator.job.restart.failed",
          "kubernetes.operator.job.upgrade.last-state-fallback.enabled",
          "kubernetes.operator.periodic.savepoint.interval",
          "kubernetes.operator.savepoint.format.type",
          "kubernetes.operator.savepoint.history.max.count");

  /** Of a reporter, whose name is free. */
  private static final Pattern REPORTER =
      Pattern.compile("metrics\\.reporter\\.[a-z]+\\.(factory\\.class|port|filter\\.includes)");

  private FlinkKeys() {}

  /** What is wrong, a line each; empty where nothing is. */
  static List<String> problems(JsonNode resource) {
    Set<String> known = known();
    List<String> problems = new ArrayList<>();
    resource
        .at("/spec/flinkConfiguration")
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key) && !REPORTER.matcher(key).matches()) {
                problems.add(
                    "%s: spec.flinkConfiguration: Flink knows no setting %s"
                        .formatted(Manifests.name(resource), key));
              }
            });
    return problems;
  }

  private static Set<String> known() {
    Set<String> known = new TreeSet<>(OPERATOR);
    for (Class<?> options : OPTIONS) {
      for (Field field : options.getFields()) {
        if (Modifier.isStatic(field.getModifiers())
            && ConfigOption.class.isAssignableFrom(field.getType())) {
          known.add(key(field));
        }
      }
    }
    return known;
  }

  private static String key(Field field) {
    try {
      return ((ConfigOption<?>) field.get(null)).key();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field.toString(), e);
    }
  }
}
