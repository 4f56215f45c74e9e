package io.groundswell.jobs.surge.replay;

import io.groundswell.domain.volume.Mention;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * What was kept, as a part of a job.
 *
 * @param judged as {@link JudgeAgain} gives it
 * @param contacts whether support contacts were read when it was kept
 * @param changes whether change events were
 */
public record Kept(SingleOutputStreamOperator<Mention> judged, boolean contacts, boolean changes) {}
