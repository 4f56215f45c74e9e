package io.groundswell.jobs.notification.answer;

import io.groundswell.jobs.notification.settings.Secret;
import org.jspecify.annotations.Nullable;

/**
 * How answers come back.
 *
 * @param host where it is listened; this machine unless a proxy with TLS stands before it
 * @param port the port; 0 for any that is free
 * @param signingKey signs answers in Groundswell's own shape
 * @param pagerDuty signs PagerDuty's webhooks, or null where none come
 * @param topic where answers go; the main job reads it
 */
public record Answers(
    String host, int port, Secret signingKey, @Nullable Secret pagerDuty, String topic) {}
