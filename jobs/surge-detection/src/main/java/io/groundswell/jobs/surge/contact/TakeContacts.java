package io.groundswell.jobs.surge.contact;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.ContactRecogniser;
import io.groundswell.domain.contact.SupportContact;
import io.groundswell.domain.post.Hash64;
import io.groundswell.domain.volume.Channel;
import io.groundswell.domain.volume.Mention;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.connector.JsonContacts;
import io.groundswell.jobs.surge.connector.KeptInput;
import io.groundswell.jobs.surge.connector.RawRecord;
import io.groundswell.jobs.surge.connector.Reading;
import io.groundswell.jobs.surge.connector.UnreadableRecord;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.ledger.Tally;
import io.groundswell.jobs.surge.post.ParsePosts;
import io.groundswell.jobs.surge.ruling.ByRules;
import io.groundswell.jobs.surge.ruling.HeardRulings;
import java.util.HexFormat;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Support contacts to what is counted of them, as complaints are but in the queue; what is no
 * contact becomes a dead letter.
 */
public final class TakeContacts extends ProcessFunction<RawRecord, Mention>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1;

  /** No post has this source: theirs are lower case. */
  private static final String NAMESPACE = "SUPPORT";

  private final Reading reading;
  private final Rules first;
  private transient HeardRulings rulings;
  private transient ByRules<Catalogue, ContactRecogniser> recognisers;

  /** Reads contacts by given rules until others are ruled. */
  public TakeContacts(Reading reading, Rules first) {
    this.reading = reading;
    this.first = first;
  }

  @Override
  public void open(OpenContext context) {
    recognisers = new ByRules<>(Rules::catalogue, ContactRecogniser::new);
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    rulings = new HeardRulings(first, context);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    rulings.snapshot();
  }

  @Override
  public void processElement(RawRecord record, Context context, Collector<Mention> out) {
    if (record.isCopy()) {
      rulings.hear(record, context.timerService().currentWatermark());
      return;
    }
    try {
      take(record, reading.readContact(record), context, out);
    } catch (UnreadableRecord why) {
      context.output(Ledger.OUTCOMES, Tally.deadLetter(record));
      context.output(ParsePosts.DEAD_LETTERS, record.refused(why));
    }
  }

  private void take(
      RawRecord record, SupportContact contact, Context context, Collector<Mention> out) {
    long identity = Hash64.of(NAMESPACE, contact.id());
    String nameless = JsonContacts.write(contact, HexFormat.of().toHexDigits(identity));
    context.output(
        KeptInput.TAKEN, KeptInput.of(record, contact.createdAt(), contact.product(), nameless));
    ContactRecogniser recogniser = recognisers.of(rulings.at(record.readAt()));
    List<String> subjects =
        recogniser.recognise(contact).subjectKeys().stream().map(Channel.SUPPORT::key).toList();
    out.collect(
        new Mention(
            contact.createdAt(),
            record.closed(),
            identity,
            Hash64.of(record.bytes()),
            identity,
            contact.channel(),
            subjects,
            List.of()));
  }
}
