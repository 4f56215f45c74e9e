package io.groundswell.domain.feed;

import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.surge.BlindSpan;

/**
 * A feed has gone blind, or is no longer.
 *
 * @param update what people are told
 * @param span from when until when nothing is known of what it feeds
 */
public record FeedNews(IncidentUpdate update, BlindSpan span) {}
