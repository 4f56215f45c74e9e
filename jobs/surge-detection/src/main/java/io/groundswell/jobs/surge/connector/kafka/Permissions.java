package io.groundswell.jobs.surge.connector.kafka;

import io.groundswell.jobs.surge.connector.BadInput;
import io.groundswell.jobs.surge.connector.kafka.Access.Kind;
import io.groundswell.jobs.surge.connector.kafka.Access.Operation;
import io.groundswell.jobs.surge.connector.kafka.Administration.Said;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;

/**
 * Whether a job is allowed what it needs. Asked before it starts: Flink would start again and again
 * a job that may not write, and one that may not use its group would never say how far it is.
 */
final class Permissions {
  private Permissions() {}

  /** Refuses a topic that may not be used as it is wanted; what brokers do not say is allowed. */
  static void require(Map<String, String> client, WantedTopic wanted, Said said) {
    Set<AclOperation> allowed =
        said.topic() == null ? Set.of() : said.topic().authorizedOperations();
    if (allowed == null) {
      return;
    }
    if (wanted.use().reads() && !allowed.contains(AclOperation.READ)) {
      throw refused(client, Access.topic(wanted.name(), Operation.READ));
    }
    if (wanted.use().writes() && !allowed.contains(AclOperation.WRITE)) {
      throw refused(client, Access.topic(wanted.name(), Operation.WRITE));
    }
  }

  /** Refuses a job that may not use its group or its transactions. */
  static void require(Needs job) {
    Administration.ask(
        job.client(),
        broker -> {
          for (Access one : job.beside()) {
            if (!isAllowed(broker, one)) {
              throw refused(job.client(), one);
            }
          }
          return job;
        });
  }

  private static boolean isAllowed(Administration broker, Access one) throws InterruptedException {
    List<String> names = List.of(one.name());
    KafkaFuture<?> answer =
        one.kind() == Kind.GROUP
            ? broker.admin().describeConsumerGroups(names).all()
            : broker.admin().describeTransactions(names).all();
    try {
      Administration.get(answer);
      return true;
    } catch (ExecutionException e) {
      // Nobody has used it yet, or a new broker has not made up its mind where to keep it.
      return !(e.getCause() instanceof AuthorizationException);
    } catch (TimeoutException e) {
      return true;
    }
  }

  private static BadInput refused(Map<String, String> client, Access lacking) {
    return new BadInput(
        "kafka.security: %s does not allow these credentials to %s; 'groundswell topics --acls PRINCIPAL' says all that has to be allowed"
            .formatted(client.get("bootstrap.servers"), lacking.words()));
  }
}
