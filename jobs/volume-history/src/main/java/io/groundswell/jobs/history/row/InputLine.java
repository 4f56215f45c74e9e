package io.groundswell.jobs.history.row;

import io.groundswell.jobs.history.table.HistoryTable;

/**
 * A line that the main job has written.
 *
 * @param table where it belongs; withdrawals and chatter come among {@link HistoryTable#POSTS}
 * @param origin topic, partition and offset, or file and line
 * @param position grows within whatever kept the order of lines
 * @param readAt when it was written, epoch milliseconds
 * @param text one JSON object
 */
public record InputLine(
    HistoryTable table, String origin, long position, long readAt, String text) {}
