package io.groundswell.jobs.surge.incident;

import io.groundswell.domain.report.Report;
import io.groundswell.domain.report.Reports;
import io.groundswell.jobs.surge.Uids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * What was reported in the last two hours: an incident is noticed some time after it began. Of a
 * withdrawn post nothing stays, and nothing comes in any more.
 */
final class Archive {
  /** How long reports are kept, in milliseconds. */
  static final long KEPT = 2 * 3_600_000;

  private final long width;
  private final MapState<String, Reports> reports;
  private final MapState<Long, Slice> slices;
  private final MapState<Long, String> places;

  /** Slices that have been added to since {@link #keep}. */
  private final Map<Long, Slice> open = new HashMap<>();

  Archive(RuntimeContext context, long width) {
    this.width = width;
    reports =
        context.getMapState(
            new MapStateDescriptor<>(
                Uids.RECENT_REPORTS, Types.STRING, TypeInformation.of(Reports.class)));
    slices =
        context.getMapState(
            new MapStateDescriptor<>(
                Uids.RECENT_SLICES, Types.LONG, TypeInformation.of(Slice.class)));
    places =
        context.getMapState(new MapStateDescriptor<>(Uids.REPORT_PLACES, Types.LONG, Types.STRING));
  }

  /** Keeps a bucket's reports, and says what of them may be shown. */
  Reports put(Reports added) throws Exception {
    List<Report> shown = new ArrayList<>();
    for (Report report : added.reports()) {
      if (!places.contains(report.identity())) {
        shown.add(report);
      }
    }
    Reports kept = new Reports(added.product(), added.start(), added.tallies(), shown);
    String key = key(added.product(), added.start());
    reports.put(key, kept);
    for (Report report : shown) {
      places.put(report.identity(), key);
    }
    slice(added.start()).products.add(added.product());
    return kept;
  }

  /** Forgets a post that its author has withdrawn, and remembers that for as long as reports. */
  void withdraw(long identity, long start) throws Exception {
    String key = places.get(identity);
    Reports known = key == null ? null : reports.get(key);
    if (known != null) {
      List<Report> rest = new ArrayList<>(known.reports());
      rest.removeIf(report -> report.identity() == identity);
      reports.put(key, new Reports(known.product(), known.start(), known.tallies(), rest));
    }
    places.put(identity, "");
    slice(start).withdrawn.add(identity);
  }

  /** Writes what has to be forgotten: once a bucket, since it lists all its products. */
  void keep() throws Exception {
    if (!open.isEmpty()) {
      slices.putAll(open);
      open.clear();
    }
  }

  /** What was reported of a product, or of all, from a moment on; the oldest first. */
  List<Reports> since(long moment, long end, @Nullable String product) throws Exception {
    List<Reports> found = new ArrayList<>();
    long first = Math.max(moment, end - KEPT);
    for (long start = Math.floorDiv(first, width) * width; start < end; start += width) {
      if (product == null) {
        Slice slice = slices.get(start);
        if (slice != null) {
          for (String one : new TreeSet<>(slice.products)) {
            addTo(found, one, start);
          }
        }
      } else {
        addTo(found, product, start);
      }
    }
    return found;
  }

  private void addTo(List<Reports> found, String product, long start) throws Exception {
    Reports known = reports.get(key(product, start));
    if (known != null) {
      found.add(known);
    }
  }

  /** Forgets what is too old when a bucket ends. */
  void forget(long end) throws Exception {
    long start = end - width - KEPT;
    Slice slice = slices.get(start);
    if (slice == null) {
      return;
    }
    for (String product : slice.products) {
      String key = key(product, start);
      Reports known = reports.get(key);
      if (known != null) {
        for (Report report : known.reports()) {
          places.remove(report.identity());
        }
        reports.remove(key);
      }
    }
    for (long identity : slice.withdrawn) {
      places.remove(identity);
    }
    slices.remove(start);
  }

  private Slice slice(long start) throws Exception {
    Slice slice = open.get(start);
    if (slice == null) {
      slice = slices.get(start);
      slice = slice == null ? new Slice() : slice;
      open.put(start, slice);
    }
    return slice;
  }

  private static String key(String product, long start) {
    return product + ' ' + start;
  }
}
