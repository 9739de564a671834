package de.quartierwerk.funding.document;

import java.util.List;

/** Small repairs on what clients send. */
public final class Texts {

    private Texts() {}

    /** The text without blanks around it, null where nothing is left. */
    public static String clean(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** An unmodifiable copy that keeps null elements for the validation to find; empty where there is no list. */
    public static <T> List<T> copy(List<T> list) {
        return list == null ? List.of() : java.util.Collections.unmodifiableList(new java.util.ArrayList<>(list));
    }
}
