package io.groundswell.jobs.surge;

/**
 * Identities in state: of operators and of what they remember. A savepoint is found by them, so
 * they never change; {@code state-migration/STATE.md} describes each.
 */
public final class Uids {
  /** Operators, in the order in which a post travels. */
  public static final String READ_POSTS = "read-posts";

  public static final String READ_KEPT = "read-kept";
  public static final String JUDGE_AGAIN = "judge-again";
  public static final String READ_COUNTS = "read-counts";
  public static final String PARSE_POSTS = "parse-posts";
  public static final String JUDGE_POSTS = "judge-posts";
  public static final String KEEP_CHATTER = "keep-chatter";
  public static final String KEEP_SIGNALS = "keep-signals";
  public static final String TAKE_CONTACTS = "take-contacts";
  public static final String TAKE_CHANGES = "take-changes";
  public static final String TAKE_RULINGS = "take-rulings";
  public static final String KEEP_CHANGES = "keep-changes";
  public static final String DROP_DUPLICATES = "drop-duplicates";
  public static final String COUNT_UNKNOWN = "count-unknown";
  public static final String ADD_UP_OUTCOMES = "add-up-outcomes";
  public static final String KEEP_LEDGER = "keep-ledger";
  public static final String COUNT_FEEDS = "count-feeds";
  public static final String WATCH_FEEDS = "watch-feeds";
  public static final String KEEP_FEEDS = "keep-feeds";
  public static final String HEAR_VOICES = "hear-voices";
  public static final String PRE_AGGREGATE = "pre-aggregate";
  public static final String COUNT_MENTIONS = "count-mentions";
  public static final String SHARE_BUDGET = "share-budget";
  public static final String COUNTS_OF_PARENTS = "counts-of-parents";
  public static final String LEARN_SEASONS = "learn-seasons";
  public static final String TELL_CHANGES = "tell-changes";
  public static final String SAVE_FOR_CHANGES = "save-for-changes";
  public static final String SCORE_BUCKETS = "score-buckets";
  public static final String QUIET_ENDS = "quiet-ends";
  public static final String RAISE_INCIDENTS = "raise-incidents";
  public static final String TAKE_ANSWERS = "take-answers";
  public static final String ANSWER_INCIDENTS = "answer-incidents";
  public static final String DESCRIBE_INCIDENTS = "describe-incidents";

  /** What they remember. */
  public static final String WAITING_MENTIONS = "waiting-mentions";

  public static final String UNHEARD_MENTIONS = "unheard-mentions";
  public static final String CROWD = "crowd";
  public static final String HEARING = "hearing";
  public static final String BACKGROUND = "background";
  public static final String KEPT_TERMS = "kept-terms";
  public static final String RULINGS = "rulings";
  public static final String LAST_RULING = "last-ruling";
  public static final String NAMED_AT = "named-at";
  public static final String WAITING_CHANGES = "waiting-changes";
  public static final String LAST_CHANGE = "last-change";
  public static final String SEEN = "seen";
  public static final String SEEN_SLICES = "seen-slices";
  public static final String WITHDRAWN = "withdrawn";
  public static final String UNKNOWN_COUNTS = "unknown-counts";
  public static final String LEDGER_SUMS = "ledger-sums";
  public static final String OPEN_BUCKETS = "open-buckets";
  public static final String CLOCK_HOUR = "clock-hour";
  public static final String WAITING_FEED_COUNTS = "waiting-feed-counts";
  public static final String FEEDS = "feeds";
  public static final String MADE_BY = "made-by";
  public static final String WAITING_SIGHTINGS = "waiting-sightings";
  public static final String LAST_SEEN = "last-seen";
  public static final String WATCHED_SINCE = "watched-since";
  public static final String SHARES = "shares";
  public static final String SHARES_OF_PLACES = "shares-of-places";
  public static final String HOUR_COUNTS = "hour-counts";
  public static final String WAITING_COUNTS = "waiting-counts";
  public static final String SEASONS = "seasons";
  public static final String SINCE = "since";
  public static final String BLIND_SPANS = "blind-spans";
  public static final String UNPAID_CHANGES = "unpaid-changes";
  public static final String ALLOWANCES = "allowances";
  public static final String SAVING_SINCE = "saving-since";
  public static final String EASINGS = "easings";
  public static final String OPINIONS = "opinions";
  public static final String PACKED_WATCH = "packed-watch";

  /** As version 0.1 kept it. */
  public static final String WATCH = "watch";

  public static final String CLOSED_VOLUMES = "closed-volumes";
  public static final String UNUSUAL_BUCKETS = "unusual-buckets";
  public static final String MATCHES = "matches";
  public static final String SUPPORT_QUEUES = "support-queues";
  public static final String INCIDENTS = "incidents";
  public static final String QUEUE_DAYS = "queue-days";
  public static final String LEAD_ENTRIES = "lead-entries";
  public static final String UNANSWERED_UPDATES = "unanswered-updates";
  public static final String WAITING_ANSWERS = "waiting-answers";
  public static final String ANSWERED_INCIDENTS = "answered-incidents";
  public static final String MUTES = "mutes";
  public static final String WAITING_UPDATES = "waiting-updates";
  public static final String WAITING_REMARKS = "waiting-remarks";
  public static final String RECENT_REPORTS = "recent-reports";
  public static final String RECENT_SLICES = "recent-slices";
  public static final String REPORT_PLACES = "report-places";
  public static final String STORIES = "stories";
  public static final String HABITS = "habits";
  public static final String RECENT_CHANGES = "recent-changes";
  public static final String TEMPOS = "tempos";
  public static final String CHANGES_SINCE = "changes-since";

  private Uids() {}
}
