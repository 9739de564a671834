package de.quartierwerk.reporting.text;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.quartierwerk.reporting.indicator.IndicatorKind;
import de.quartierwerk.reporting.indicator.ValueStatus;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The sign that official statistics write in place of a value or beside it (Zeichenerklärung). */
public enum Mark {
    /** The value is kept secret, or its size is unknown. */
    @JsonProperty(".")
    SUPPRESSED("."),
    /** Exactly nothing. */
    @JsonProperty("-")
    ZERO("-"),
    /** The value is too unreliable to be shown. */
    @JsonProperty("/")
    UNRELIABLE("/"),
    /** There is no value, or one would mean nothing. */
    @JsonProperty("x")
    MISSING("x"),
    /** The value says little; it stands in brackets. */
    @JsonProperty("( )")
    LIMITED("( )");

    private final String sign;

    Mark(String sign) {
        this.sign = sign;
    }

    /** The sign as it is printed. */
    public String sign() {
        return sign;
    }

    /**
     * The mark of a public value; null where the value is shown as it is.
     *
     * @param kind kind of the indicator; the zero of an index is a number like any other
     */
    public static @Nullable Mark of(@Nullable BigDecimal value, ValueStatus status, @Nullable IndicatorKind kind) {
        return switch (status) {
            case SUPPRESSED -> SUPPRESSED;
            case UNRELIABLE -> UNRELIABLE;
            case MISSING -> MISSING;
            case NORMAL, ESTIMATED -> ofNumber(value, status, kind);
        };
    }

    private static @Nullable Mark ofNumber(
            @Nullable BigDecimal value, ValueStatus status, @Nullable IndicatorKind kind) {
        if (value == null) {
            return MISSING;
        }
        if (value.signum() == 0 && kind != IndicatorKind.INDEX) {
            return ZERO;
        }
        return status == ValueStatus.ESTIMATED ? LIMITED : null;
    }

    /** Whether a number may be shown beside a mark; true without a mark. */
    public static boolean showsNumber(@Nullable Mark mark) {
        return mark == null || mark == ZERO || mark == LIMITED;
    }
}
