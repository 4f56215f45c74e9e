package io.groundswell.domain.catalogue;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The place of coordinates: that of the nearest of 197,000 towns and villages, for they know of
 * borders and coasts what matters, where people live. Laid out by cells of one degree.
 */
final class Points {
  private static final Points SHIPPED = load();

  private static final int COLUMNS = 360;
  private static final int ROWS = 180;
  private static final double PER_DEGREE = 100;

  /** Further from any village there is only sea, ice or sand. */
  private static final double FURTHEST_KM = 250;

  private static final double KM_PER_DEGREE = 111.2;

  private final Place[] places;

  /** Where the points of each cell begin, and after the last where they end. */
  private final int[] starts = new int[COLUMNS * ROWS + 1];

  /** Hundredths of degrees. */
  private final short[] lats;

  private final short[] lons;
  private final short[] placeOfPoint;

  private Points(Place[] places, int[] lats, int[] lons, int[] placeOfPoint) {
    this.places = places;
    int size = lats.length;
    this.lats = new short[size];
    this.lons = new short[size];
    this.placeOfPoint = new short[size];
    for (int i = 0; i < size; i++) {
      starts[cell(row(lats[i] / PER_DEGREE), column(lons[i] / PER_DEGREE)) + 1]++;
    }
    for (int i = 0; i < starts.length - 1; i++) {
      starts[i + 1] += starts[i];
    }
    int[] next = starts.clone();
    for (int i = 0; i < size; i++) {
      int at = next[cell(row(lats[i] / PER_DEGREE), column(lons[i] / PER_DEGREE))]++;
      this.lats[at] = (short) lats[i];
      this.lons[at] = (short) lons[i];
      this.placeOfPoint[at] = (short) placeOfPoint[i];
    }
  }

  /** Where the coordinates lie; unknown far from any place, and where they are none. */
  static Place place(double lat, double lon) {
    return SHIPPED.nearest(lat, lon, -1);
  }

  static Points shipped() {
    return SHIPPED;
  }

  int size() {
    return lats.length;
  }

  double lat(int point) {
    return lats[point] / PER_DEGREE;
  }

  double lon(int point) {
    return lons[point] / PER_DEGREE;
  }

  Place place(int point) {
    return places[placeOfPoint[point]];
  }

  /** The place of the nearest point other than the one left out. */
  Place nearest(double lat, double lon, int leftOut) {
    if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
      return Place.UNKNOWN;
    }
    double shrink = Math.max(.01, Math.cos(Math.toRadians(lat)));
    Search search = new Search(lat, lon, shrink, leftOut);
    int most = (int) Math.ceil(FURTHEST_KM / KM_PER_DEGREE / shrink);
    for (int ring = 0; ring <= Math.min(most, COLUMNS / 2); ring++) {
      search.ring(ring);
      if (search.isDone(ring)) {
        break;
      }
    }
    return search.found < 0 ? Place.UNKNOWN : place(search.found);
  }

  private static int row(double lat) {
    return Math.min(ROWS - 1, (int) Math.floor(lat + 90));
  }

  private static int column(double lon) {
    return Math.floorMod((int) Math.floor(lon + 180), COLUMNS);
  }

  private static int cell(int row, int column) {
    return row * COLUMNS + column;
  }

  /** The nearest point, looked for in squares of cells around the coordinates. */
  private final class Search {
    private final double lat;
    private final double lon;
    private final double shrink;
    private final int leftOut;
    private double least = square(FURTHEST_KM / KM_PER_DEGREE);
    private int found = -1;

    Search(double lat, double lon, double shrink, int leftOut) {
      this.lat = lat;
      this.lon = lon;
      this.shrink = shrink;
      this.leftOut = leftOut;
    }

    void ring(int ring) {
      int row = row(lat);
      int column = column(lon);
      for (int r = Math.max(0, row - ring); r <= Math.min(ROWS - 1, row + ring); r++) {
        boolean edge = r == row - ring || r == row + ring;
        for (int c = -ring; c <= ring; c += edge ? 1 : Math.max(1, 2 * ring)) {
          look(cell(r, Math.floorMod(column + c, COLUMNS)));
        }
      }
    }

    /** Whether no point outside the rings so far can be nearer. */
    boolean isDone(int ring) {
      return found >= 0 && square(ring * shrink) > least;
    }

    private void look(int cell) {
      for (int i = starts[cell]; i < starts[cell + 1]; i++) {
        double across = Math.abs(lons[i] / PER_DEGREE - lon);
        double east = Math.min(across, 360 - across) * shrink;
        double distance = square(lats[i] / PER_DEGREE - lat) + square(east);
        if (distance < least && i != leftOut) {
          least = distance;
          found = i;
        }
      }
    }
  }

  private static double square(double x) {
    return x * x;
  }

  private static Points load() {
    try (InputStream raw = Lists.open("points.bin.gz")) {
      return read(new DataInputStream(new ByteArrayInputStream(raw.readAllBytes())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Points read(DataInputStream in) throws IOException {
    Place[] places = new Place[in.readInt()];
    int size = in.readInt();
    int[] lats = new int[size];
    int[] lons = new int[size];
    int[] placeOfPoint = new int[size];
    int to = 0;
    for (int place = 0; place < places.length; place++) {
      places[place] = Place.of(new String(in.readNBytes(in.readByte()), StandardCharsets.US_ASCII));
      int from = to;
      to += in.readInt();
      Arrays.fill(placeOfPoint, from, to, place);
      for (int i = from; i < to; i++) {
        lats[i] = (i == from ? 0 : lats[i - 1]) + in.readShort();
      }
      for (int i = from; i < to; i++) {
        lons[i] = in.readShort();
      }
    }
    return new Points(places, lats, lons, placeOfPoint);
  }
}
