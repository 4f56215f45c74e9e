package io.groundswell.jobs.surge.connector;

import io.groundswell.domain.change.ChangeEvent;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * GitHub's webhooks {@code deployment} and {@code deployment_status}. Both are of one change, so
 * they share an id, and the first counts; a status in which nothing is being deployed is none.
 */
final class GitHubDeployments {
  private static final Set<String> UNDER_WAY = Set.of("in_progress", "success");
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
  private static final int SHORT_COMMIT = 7;

  private GitHubDeployments() {}

  static ChangeEvent read(ChangeFields fields) throws UnreadableRecord {
    String task = fields.hint("deployment.task");
    String product = fields.hint("deployment.payload.product");
    boolean status = fields.node("deployment_status").isObject();
    String home = fields.link("repository.html_url");
    return new ChangeEvent(
        "github-" + fields.name("deployment.id"),
        fields.time(status ? "deployment_status.created_at" : "deployment.created_at"),
        changes(fields, status) ? kind(task) : ChangeEvent.NONE,
        product == null ? fields.name("repository.name") : product,
        fields.hint("deployment.payload.component"),
        fields.regions("deployment.payload.regions"),
        environment(fields),
        summary(fields, task == null ? "deploy" : task),
        home == null ? null : home + "/deployments");
  }

  private static boolean changes(ChangeFields fields, boolean status) throws UnreadableRecord {
    if (status) {
      String state = fields.required("deployment_status.state");
      return UNDER_WAY.contains(state.toLowerCase(Locale.ROOT));
    }
    String action = fields.hint("action");
    return action == null || action.equals("created");
  }

  private static String kind(@Nullable String task) {
    boolean back = task != null && task.toLowerCase(Locale.ROOT).contains("rollback");
    return back ? "rollback" : ChangeFields.kind(null);
  }

  /** GitHub's own word counts where it says more than a name: no flag is set by default. */
  private static @Nullable String environment(ChangeFields fields) {
    if (fields.node("deployment.production_environment").asBoolean()) {
      return "production";
    }
    return fields.node("deployment.transient_environment").asBoolean()
        ? "preview"
        : fields.hint("deployment.environment");
  }

  private static String summary(ChangeFields fields, String task) {
    StringBuilder summary = new StringBuilder();
    summary.append(Character.toUpperCase(task.charAt(0))).append(task, 1, task.length());
    String ref = fields.hint("deployment.ref", "deployment.sha");
    if (ref != null) {
      boolean commit = COMMIT.matcher(ref).matches();
      summary.append(' ').append(commit ? ref.substring(0, SHORT_COMMIT) : ref);
    }
    String environment = fields.hint("deployment.environment");
    if (environment != null) {
      summary.append(" to ").append(environment);
    }
    String description = fields.hint("deployment.description");
    if (description != null) {
      summary.append(": ").append(description);
    }
    return ChangeFields.line(ChangeFields.masked(summary.toString()));
  }
}
