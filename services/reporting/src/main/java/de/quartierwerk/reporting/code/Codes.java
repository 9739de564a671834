package de.quartierwerk.reporting.code;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Enum constants as codes: {@code SOCIAL_REPORT} is written {@code social-report}. */
public final class Codes {
    private Codes() {}

    /** The code of a constant. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant of a code.
     *
     * @throws IllegalArgumentException for an unknown code
     */
    public static <E extends Enum<E>> E parse(Class<E> type, String code) {
        for (E constant : type.getEnumConstants()) {
            if (of(constant).equals(code)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("No " + type.getSimpleName() + ": " + code);
    }

    /** The constant of a code, null for null. */
    public static <E extends Enum<E>> @Nullable E parseNullable(Class<E> type, @Nullable String code) {
        return code == null ? null : parse(type, code);
    }
}
