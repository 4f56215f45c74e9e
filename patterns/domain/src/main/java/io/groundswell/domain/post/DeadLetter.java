package io.groundswell.domain.post;

/**
 * A record that could not be read as a post, kept so that nothing is lost.
 *
 * @param reason short and stable, for counting: {@code unreadable}, {@code missing-field}, …
 * @param detail what exactly, for a person
 * @param where source position: {@code posts.ndjson:17}
 * @param record at most the first KB of it, masked ({@link Masking})
 */
public record DeadLetter(String reason, String detail, String where, String record) {}
