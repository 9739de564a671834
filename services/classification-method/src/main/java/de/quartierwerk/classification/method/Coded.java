package de.quartierwerk.classification.method;

import java.util.Locale;

/** A choice of the scheme language, written in documents in lower case with hyphens. */
public interface Coded {
    /** Name of the constant in Java. */
    String name();

    /** Name of the choice in documents, e.g. {@code z-population}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant that documents write as {@code code}.
     *
     * @throws IllegalArgumentException where there is none
     */
    static <E extends Enum<E> & Coded> E of(Class<E> type, String code) {
        return Enum.valueOf(type, code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
