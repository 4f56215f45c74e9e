package io.groundswell.jobs.surge.settings;

import io.groundswell.domain.triage.LinearModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;

/** Triage's weights as text, in base 64, as they travel with what else is ruled. */
public final class WeightsText {
  private static final int LINE = 76;

  private WeightsText() {}

  /** A file of weights as text. */
  public static String of(byte[] file) {
    return Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(file);
  }

  /**
   * The file that a text stands for.
   *
   * @throws IllegalArgumentException where it stands for none
   */
  public static byte[] file(String text) {
    return Base64.getMimeDecoder().decode(text);
  }

  /**
   * The weights in a text.
   *
   * @param name what messages call it
   * @throws SettingsException where it holds none
   */
  public static LinearModel read(String name, String text) {
    try {
      return LinearModel.read(new ByteArrayInputStream(file(text)));
    } catch (IOException | IllegalArgumentException e) {
      throw new SettingsException(
          name + ": holds no weights; give a file that 'groundswell train' wrote", e);
    }
  }
}
