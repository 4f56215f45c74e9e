package io.groundswell.jobs.surge.connector.kafka;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * A broker that asks who is there: {@code groundswell}, who may do nothing but what is allowed, or
 * {@code admin}, who may do everything, as may whoever comes by the other door.
 */
public final class SecuredBroker implements AutoCloseable {
  /** Of everybody; nobody may print it. */
  public static final String PASSWORD = "right-hush";

  private static final String LOGIN =
      "org.apache.kafka.common.security.plain.PlainLoginModule required";

  private final LocalBroker broker;
  private final String address;

  private SecuredBroker(LocalBroker broker, String address) {
    this.broker = broker;
    this.address = address;
  }

  /** Starts it in a new or empty folder. */
  public static SecuredBroker start(Path folder) throws Exception {
    String address = "127.0.0.1:" + LocalBroker.freePort();
    return new SecuredBroker(
        LocalBroker.start(folder, settings -> secure(settings, address)), address);
  }

  private static void secure(Properties settings, String address) {
    for (String listeners : List.of("listeners", "advertised.listeners")) {
      settings.merge(listeners, "CLIENTS://" + address, (all, more) -> all + "," + more);
    }
    settings.merge(
        "listener.security.protocol.map",
        "CLIENTS:SASL_PLAINTEXT",
        (all, more) -> all + "," + more);
    settings.put("sasl.enabled.mechanisms", "PLAIN");
    settings.put(
        "listener.name.clients.plain.sasl.jaas.config",
        LOGIN + " user_groundswell=\"" + PASSWORD + "\" user_admin=\"" + PASSWORD + "\";");
    settings.put(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    settings.put("super.users", "User:ANONYMOUS;User:admin");
  }

  /** Where it asks who is there. */
  public String address() {
    return address;
  }

  /** Where everybody may do everything. */
  public String open() {
    return broker.address();
  }

  /** Kafka's own client settings of somebody, without the address. */
  public static Map<String, String> credentials(String user) {
    return Map.of(
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "PLAIN",
        "sasl.jaas.config",
        LOGIN + " username=\"" + user + "\" password=\"" + PASSWORD + "\";");
  }

  /** Kafka's own client settings of somebody. */
  public Map<String, String> client(String user) {
    Map<String, String> client = new HashMap<>(credentials(user));
    client.put("bootstrap.servers", address);
    return client;
  }

  /** Allows this and nothing else, and waits until it is so. */
  public void allow(Collection<AclBinding> wanted) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) open()))) {
      Set<AclBinding> gone = new HashSet<>(admin.describeAcls(AclBindingFilter.ANY).values().get());
      gone.removeAll(wanted);
      admin.deleteAcls(gone.stream().map(AclBinding::toFilter).toList()).all().get();
      admin.createAcls(wanted).all().get();
      // The controller has answered; the broker may learn of it a little later.
      while (!Set.copyOf(admin.describeAcls(AclBindingFilter.ANY).values().get())
          .equals(Set.copyOf(wanted))) {
        Thread.onSpinWait();
      }
    }
  }

  /** What lines for {@code kafka-acls.sh} allow; comments allow nothing. */
  public static List<AclBinding> allowedBy(List<String> lines) {
    List<AclBinding> allowed = new ArrayList<>();
    for (String line : lines) {
      if (!line.startsWith("#")) {
        allowed.addAll(allowedBy(line));
      }
    }
    return allowed;
  }

  private static List<AclBinding> allowedBy(String line) {
    String principal = "";
    PatternType type = PatternType.LITERAL;
    ResourceType resource = ResourceType.UNKNOWN;
    String name = "";
    List<AclOperation> operations = new ArrayList<>();
    String[] words = line.split(" ", -1);
    for (int i = 0; i + 1 < words.length; i++) {
      String value = words[i + 1];
      switch (words[i]) {
        case "--allow-principal" -> principal = value;
        case "--operation" -> operations.add(AclOperation.fromString(value));
        case "--resource-pattern-type" ->
            type = PatternType.fromString(value.toUpperCase(Locale.ROOT));
        case "--topic", "--group", "--transactional-id" -> {
          resource =
              ResourceType.fromString(
                  words[i].substring(2).replace('-', '_').toUpperCase(Locale.ROOT));
          name = value;
        }
        default -> {}
      }
    }
    ResourcePattern of = new ResourcePattern(resource, name, type);
    List<AclBinding> allowed = new ArrayList<>();
    for (AclOperation one : operations) {
      allowed.add(
          new AclBinding(of, new AccessControlEntry(principal, "*", one, AclPermissionType.ALLOW)));
    }
    return allowed;
  }

  @Override
  public void close() {
    broker.close();
  }
}
