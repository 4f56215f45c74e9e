package io.groundswell.jobs.surge.evaluate.study;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Copies operator state, which is flat by rule: public fields of numbers, enums, records, arrays
 * and the like. By reflection, so that a new field cannot be forgotten.
 */
final class StateCopy {
  private StateCopy() {}

  /** A copy that shares nothing mutable with the original. */
  static <T> T of(T state) {
    try {
      @SuppressWarnings("unchecked")
      T copy = (T) state.getClass().getConstructor().newInstance();
      for (Field field : state.getClass().getFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          field.set(copy, value(field.get(state)));
        }
      }
      return copy;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(state.getClass() + " is no flat state", e);
    }
  }

  private static @Nullable Object value(@Nullable Object value) {
    if (value == null || isImmutable(value.getClass())) {
      return value;
    }
    if (!value.getClass().isArray()) {
      return of(value);
    }
    int length = Array.getLength(value);
    Object copy = Array.newInstance(value.getClass().getComponentType(), length);
    for (int i = 0; i < length; i++) {
      Array.set(copy, i, value(Array.get(value, i)));
    }
    return copy;
  }

  private static boolean isImmutable(Class<?> type) {
    return type.isRecord()
        || type.isEnum()
        || type == String.class
        || type == Boolean.class
        || Number.class.isAssignableFrom(type);
  }
}
