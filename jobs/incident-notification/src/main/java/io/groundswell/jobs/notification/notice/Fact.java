package io.groundswell.jobs.notification.notice;

import org.jspecify.annotations.Nullable;

/**
 * One thing to know about an incident, for a line of a message.
 *
 * @param name what it is, such as {@code Suspect}
 * @param text plain text, clean; see {@link Plain}
 * @param link an http or https address, or null
 */
public record Fact(String name, String text, @Nullable String link) {}
