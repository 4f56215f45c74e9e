package io.groundswell.jobs.surge.settings;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings of Kafka 4.2's clients that say who one is and how the connection is protected. */
final class KafkaSecurity {
  static final Set<String> KEYS =
      Stream.of(
              under("security", "protocol", "providers"),
              under(
                  "sasl",
                  "mechanism",
                  "jaas.config",
                  "client.callback.handler.class",
                  "kerberos.service.name",
                  "kerberos.kinit.cmd",
                  "kerberos.min.time.before.relogin",
                  "kerberos.ticket.renew.jitter",
                  "kerberos.ticket.renew.window.factor"),
              under(
                  "sasl.login",
                  "class",
                  "callback.handler.class",
                  "connect.timeout.ms",
                  "read.timeout.ms",
                  "refresh.buffer.seconds",
                  "refresh.min.period.seconds",
                  "refresh.window.factor",
                  "refresh.window.jitter",
                  "retry.backoff.ms",
                  "retry.backoff.max.ms"),
              oauth(),
              assertion(),
              ssl())
          .flatMap(List::stream)
          .collect(Collectors.toUnmodifiableSet());

  private KafkaSecurity() {}

  private static List<String> oauth() {
    return under(
        "sasl.oauthbearer",
        "client.credentials.client.id",
        "client.credentials.client.secret",
        "clock.skew.seconds",
        "expected.audience",
        "expected.issuer",
        "header.urlencode",
        "jwks.endpoint.url",
        "jwks.endpoint.refresh.ms",
        "jwks.endpoint.retry.backoff.ms",
        "jwks.endpoint.retry.backoff.max.ms",
        "jwt.retriever.class",
        "jwt.validator.class",
        "scope",
        "scope.claim.name",
        "sub.claim.name",
        "token.endpoint.url");
  }

  private static List<String> assertion() {
    return under(
        "sasl.oauthbearer.assertion",
        "algorithm",
        "claim.aud",
        "claim.exp.seconds",
        "claim.iss",
        "claim.jti.include",
        "claim.nbf.seconds",
        "claim.sub",
        "file",
        "private.key.file",
        "private.key.passphrase",
        "template.file");
  }

  private static List<String> ssl() {
    return under(
        "ssl",
        "cipher.suites",
        "enabled.protocols",
        "endpoint.identification.algorithm",
        "engine.factory.class",
        "key.password",
        "keymanager.algorithm",
        "keystore.certificate.chain",
        "keystore.key",
        "keystore.location",
        "keystore.password",
        "keystore.type",
        "protocol",
        "provider",
        "secure.random.implementation",
        "trustmanager.algorithm",
        "truststore.certificates",
        "truststore.location",
        "truststore.password",
        "truststore.type");
  }

  private static List<String> under(String prefix, String... names) {
    return Stream.of(names).map(name -> prefix + "." + name).toList();
  }
}
