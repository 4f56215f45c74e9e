package io.groundswell.feeds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record as a network delivers it.
 *
 * @param value the record
 * @param cursor where to read on after it; null where it says nothing about that
 * @param at when it was posted; null where it does not say
 */
public record Item(byte[] value, @Nullable String cursor, @Nullable Instant at) {}
