package de.quartierwerk.reporting.code;

import de.quartierwerk.kit.web.Keys;
import org.jspecify.annotations.Nullable;

/** Query parameters that hold a key or a code. */
public final class KeyParameter {
    private KeyParameter() {}

    /** The key; null where the parameter is absent or empty. Anything but a key is refused with 400. */
    public static @Nullable String of(String name, @Nullable String value) {
        return value == null || value.isEmpty() ? null : Keys.check(name, value);
    }
}
