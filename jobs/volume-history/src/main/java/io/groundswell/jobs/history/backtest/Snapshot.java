package io.groundswell.jobs.history.backtest;

import java.nio.file.Path;

/**
 * What the main job knew at some moment.
 *
 * @param folder where it lies, as Flink takes it
 * @param from start of the first bucket that had not closed: what counts from there on it does not
 *     know; epoch milliseconds
 * @param width width of the job's buckets, milliseconds
 * @param takenAt when it was taken by the clock on the wall, epoch milliseconds
 */
public record Snapshot(Path folder, long from, long width, long takenAt) {}
