package io.groundswell.jobs.notification.destination.alertmanager;

import io.groundswell.jobs.notification.destination.Calls;
import io.groundswell.jobs.notification.destination.Destination;
import io.groundswell.jobs.notification.destination.DestinationType;
import io.groundswell.jobs.notification.destination.Struck;
import io.groundswell.jobs.notification.settings.Block;
import io.groundswell.jobs.notification.settings.Secret;
import io.groundswell.jobs.notification.web.Web;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code type: alertmanager}. */
public final class AlertmanagerType implements DestinationType {
  /** As Prometheus wants a label's name; those that begin with two underscores are its own. */
  private static final Pattern LABEL = Pattern.compile("((?!__)[a-zA-Z_][a-zA-Z0-9_]*)=(.+)");

  /** Four of them are how long an incident stays open there after this job's end. */
  private static final Duration REPEAT = Duration.ofMinutes(10);

  @Override
  public String name() {
    return "alertmanager";
  }

  @Override
  public Destination open(Block block, Web web) {
    URI address = block.address("address", null);
    Secret authorization = authorization(block);
    Secret password = block.optionalSecret("password");
    Secret bearer = block.optionalSecret("bearer");
    Duration repeat = Calls.duration(block, "repeat_every", Duration.ofMinutes(1), REPEAT);
    Calls calls =
        new Calls(
            web, Struck.of(authorization, password, bearer), Calls.timeout(block, Web.TIMEOUT));
    Map<String, String> labels = labels(block);
    return new Alertmanager(
        alerts(address), calls, authorization, new Alert(labels, repeat.multipliedBy(4)), repeat);
  }

  /** Alertmanager may be served under a path of its own. */
  private static URI alerts(URI address) {
    String path = address.getRawPath() == null ? "" : address.getRawPath();
    return address.resolve((path.endsWith("/") ? path : path + "/") + "api/v2/alerts");
  }

  private static @Nullable Secret authorization(Block block) {
    String user = block.optional("user");
    Secret bearer = block.optionalSecret("bearer");
    if (user == null) {
      return bearer == null ? null : new Secret("Bearer " + bearer.reveal());
    }
    if (bearer != null) {
      throw block.wrong("bearer", "both 'user' and 'bearer' are set", "keep one of them");
    }
    byte[] pair = (user + ":" + block.secret("password").reveal()).getBytes(StandardCharsets.UTF_8);
    return new Secret("Basic " + Base64.getEncoder().encodeToString(pair));
  }

  private static Map<String, String> labels(Block block) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String text : block.texts("labels")) {
      Matcher label = LABEL.matcher(text);
      if (!label.matches() || Alert.OWN.contains(label.group(1))) {
        throw block.wrong(
            "labels",
            "'" + text + "' is no label of yours",
            "write name=value, with a name of letters, digits and _ that is none of " + Alert.OWN);
      }
      labels.put(label.group(1), label.group(2));
    }
    return labels;
  }
}
