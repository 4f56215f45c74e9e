package io.groundswell.jobs.surge.evaluate.brigade;

import java.time.Instant;

/**
 * What one account of a brigade posts.
 *
 * @param at when
 * @param author id of the account
 * @param text what it says
 */
public record ScriptedPost(Instant at, String author, String text) {}
