package io.groundswell.jobs.notification.destination;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a destination wants to be used.
 *
 * @param keyed it knows a repeat by its key, so that an attempt of unknown outcome may be repeated
 *     without anybody being told twice
 * @param pages it always wakes people up: told of surges and blind feeds only, and held back by
 *     mutes; so is whatever a route names under page or fallback
 * @param atOnce how many deliveries may be under way at a time, 1 or more; without keys it is one,
 *     so that a crash can repeat no more
 * @param perMinute how many calls it takes a minute; 0 for any number
 * @param repeatEvery it forgets an open alert that it does not hear of for some times this long, or
 *     null
 */
public record Manner(
    boolean keyed, boolean pages, int atOnce, int perMinute, @Nullable Duration repeatEvery) {}
