package de.quartierwerk.classification.method;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A transformation of single numbers, written {@code none}, {@code log}, {@code log1p}, {@code square-root},
 * {@code cap(80)} or {@code floor(0)}. Where it is not defined (log of 0) the number counts as missing.
 *
 * @param kind which one
 * @param bound the bound of cap and floor, 0 otherwise
 */
public record Transform(Kind kind, double bound) {
    /** Numbers stay as they are. */
    public static final Transform NONE = new Transform(Kind.NONE, 0);

    private static final Pattern BOUNDED = Pattern.compile("(cap|floor)\\((-?\\d{1,15}(?:\\.\\d{1,15})?)\\)");

    /** Kinds of transformation. */
    public enum Kind implements Coded {
        NONE,
        LOG,
        LOG1P,
        SQUARE_ROOT,
        CAP,
        FLOOR
    }

    /** Reads the notation of documents; empty where it is none of them. */
    public static Optional<Transform> parse(String text) {
        Matcher bounded = BOUNDED.matcher(text);
        if (bounded.matches()) {
            return Optional.of(
                    new Transform(Coded.of(Kind.class, bounded.group(1)), Double.parseDouble(bounded.group(2))));
        }
        return switch (text) {
            case "none" -> Optional.of(NONE);
            case "log" -> Optional.of(new Transform(Kind.LOG, 0));
            case "log1p" -> Optional.of(new Transform(Kind.LOG1P, 0));
            case "square-root" -> Optional.of(new Transform(Kind.SQUARE_ROOT, 0));
            default -> Optional.empty();
        };
    }

    /** The notation of documents. */
    public String text() {
        boolean bounded = kind == Kind.CAP || kind == Kind.FLOOR;
        return bounded
                ? kind.code() + "("
                        + BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString() + ")"
                : kind.code();
    }

    /** The transformed number, {@code NaN} where there is none. */
    public double apply(double x) {
        double y = switch (kind) {
            case NONE -> x;
            case LOG -> StrictMath.log(x);
            case LOG1P -> StrictMath.log1p(x);
            case SQUARE_ROOT -> StrictMath.sqrt(x);
            case CAP -> Double.isNaN(x) ? x : StrictMath.min(x, bound);
            case FLOOR -> Double.isNaN(x) ? x : StrictMath.max(x, bound);
        };
        return Double.isInfinite(y) ? Double.NaN : y;
    }
}
