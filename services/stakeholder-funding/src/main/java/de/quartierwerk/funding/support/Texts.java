package de.quartierwerk.funding.support;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small repairs on what clients send, before the validation looks at it. */
public final class Texts {

    private Texts() {}

    /** A text that may be left out, without blanks around it; null where nothing is left. */
    public static @Nullable String clean(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** A text that must be there, without blanks around it; one that is missing stays so for the validation to find. */
    @SuppressWarnings("NullAway") // a request holds null until the validation has refused it
    public static String strip(String text) {
        return text == null ? null : text.strip();
    }

    /** An unmodifiable copy that keeps null elements for the validation to find; empty where there is no list. */
    public static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
    }

    /** The number without an exponent, as JSON documents in the database keep it. */
    public static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.toPlainString());
    }
}
