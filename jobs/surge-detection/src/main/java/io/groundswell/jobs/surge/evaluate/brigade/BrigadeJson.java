package io.groundswell.jobs.surge.evaluate.brigade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** All figures of brigades, for programs. */
final class BrigadeJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private BrigadeJson() {}

  static String text(BrigadeResult result) {
    ObjectNode root = JSON.createObjectNode();
    result.plan().seeds().forEach(root.putArray("seeds")::add);
    root.put("usual_complaints_an_hour", BrigadePlan.USUAL_AN_HOUR);
    root.put("brigades_below_25", result.ofTooFew());
    root.put("opened_below_25", result.tooFew().size());
    root.put("opened_by_chance", result.byChance());
    for (Duration length : result.plan().lengths()) {
      BrigadeFiles.rows(result, length).forEach(row -> row(row, root.withArray("curves")));
    }
    for (Duration length : result.plan().lengths()) {
      result.hidden(length).forEach(row -> hidden(row, root.withArray("outages_inside_brigades")));
    }
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void row(BrigadeRow row, ArrayNode rows) {
    ObjectNode node = rows.addObject();
    node.put("who", row.what());
    node.put("minutes", row.length().toMinutes());
    put(node, "fewest_that_opened", row.fewest(0));
    put(node, "fewest_of_which_half_opened", row.fewest(.5));
    node.put("campaigns", row.campaigns());
    ArrayNode sizes = node.putArray("sizes");
    for (int size : row.sizes().keySet()) {
      sizes.addObject().put("authors", size).put("opened", row.share(size));
    }
  }

  private static void hidden(BrigadeRow row, ArrayNode rows) {
    ObjectNode node = rows.addObject();
    node.put("brigade", row.what());
    node.put("minutes", row.length().toMinutes());
    node.put("scripted", BrigadePlan.AROUND);
    node.put("people", BrigadePlan.HIDDEN);
    node.put("trials", row.sizes().values().stream().mapToInt(List::size).sum());
    node.put("opened", row.sizes().keySet().stream().mapToInt(row::opened).sum());
  }

  private static void put(ObjectNode node, String name, OptionalInt value) {
    if (value.isPresent()) {
      node.put(name, value.getAsInt());
    } else {
      node.putNull(name);
    }
  }
}
