package io.groundswell.domain.catalogue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the built-in regions lie, and where people live, as far as a small map needs it. */
public final class Atlas {
  private static final int PER_DEGREE = 4;
  private static final int COLUMNS = 360 * PER_DEGREE;
  private static final int ROWS = 180 * PER_DEGREE;

  /** A twentieth on each side are islands and exclaves. */
  private static final double ASIDE = .05;

  private static final Atlas SHIPPED = new Atlas(Points.shipped());

  private final Map<String, Spot> spots = new HashMap<>();
  private final BitSet inhabited = new BitSet(ROWS * COLUMNS);

  private Atlas(Points points) {
    Map<String, Towns> towns = new HashMap<>();
    for (int i = 0; i < points.size(); i++) {
      for (String code : points.place(i).codes()) {
        towns.computeIfAbsent(code, none -> new Towns()).add(points.lat(i), points.lon(i));
      }
      inhabited.set(cell(points.lat(i), points.lon(i)));
    }
    towns.forEach((code, of) -> spots.put(code, of.spot()));
  }

  /**
   * Where a region lies.
   *
   * @param lat of its middle town, degrees
   * @param lon of its middle town, degrees
   * @param south where it begins, but for islands and exclaves; also the others
   */
  public record Spot(
      double lat, double lon, double south, double west, double north, double east) {}

  /** Where a country (ISO 3166-1) or a subdivision (ISO 3166-2) lies; null where nobody knows. */
  public static @Nullable Spot spot(String code) {
    return SHIPPED.spots.get(code);
  }

  /** Whether there is a town in the square that begins at a place and is so many degrees wide. */
  public static boolean isInhabited(double south, double west, double degrees) {
    if (south < -90 || west < -180 || west >= 180) {
      return false;
    }
    int bottom = row(south);
    int left = column(west);
    int width = Math.max(1, (int) Math.round(degrees * PER_DEGREE));
    for (int row = bottom; row < Math.min(ROWS, bottom + width); row++) {
      int next = SHIPPED.inhabited.nextSetBit(row * COLUMNS + left);
      if (next >= 0 && next < row * COLUMNS + Math.min(COLUMNS, left + width)) {
        return true;
      }
    }
    return false;
  }

  private static int cell(double lat, double lon) {
    return row(lat) * COLUMNS + column(lon);
  }

  private static int row(double lat) {
    return Math.max(0, Math.min(ROWS - 1, (int) Math.floor((lat + 90) * PER_DEGREE)));
  }

  private static int column(double lon) {
    return Math.max(0, Math.min(COLUMNS - 1, (int) Math.floor((lon + 180) * PER_DEGREE)));
  }

  /** The towns of a region. */
  private static final class Towns {
    private double[] lats = new double[8];
    private double[] lons = new double[8];
    private int size;

    void add(double lat, double lon) {
      if (size == lats.length) {
        lats = Arrays.copyOf(lats, 2 * size);
        lons = Arrays.copyOf(lons, 2 * size);
      }
      lats[size] = lat;
      lons[size] = lon;
      size++;
    }

    Spot spot() {
      double[] sortedLats = Arrays.copyOf(lats, size);
      double[] sortedLons = Arrays.copyOf(lons, size);
      Arrays.sort(sortedLats);
      Arrays.sort(sortedLons);
      return new Spot(
          at(sortedLats, .5),
          at(sortedLons, .5),
          at(sortedLats, ASIDE),
          at(sortedLons, ASIDE),
          at(sortedLats, 1 - ASIDE),
          at(sortedLons, 1 - ASIDE));
    }

    private static double at(double[] sorted, double share) {
      return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
  }
}
