package de.quartierwerk.classification.method;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A transformation, written {@code log} or with numbers {@code cap(80)}, {@code winsorise(2, 3.5, 5)}. All but
 * winsorising and trimming look at one number alone. Where one is not defined (log of 0) the number counts as missing.
 *
 * @param kind which one
 * @param numbers its numbers, as many as the kind takes
 */
public record Transform(Kind kind, List<Double> numbers) {
    /** Numbers stay as they are. */
    public static final Transform NONE = new Transform(Kind.NONE, List.of());

    private static final String NUMBER = "-?\\d{1,15}(?:\\.\\d{1,15})?";
    private static final Pattern WRITTEN =
            Pattern.compile("([a-z0-9-]+)(?:\\((" + NUMBER + "(?:, ?" + NUMBER + "){0,2})\\))?");

    public Transform {
        numbers = List.copyOf(numbers);
    }

    /** Kinds of transformation. */
    public enum Kind implements Coded {
        /** x. */
        NONE(0),
        /** ln x. */
        LOG(0),
        /** Logarithm to base 10. */
        LOG10(0),
        /** ln(1 + x). */
        LOG1P(0),
        /** Square root of x. */
        SQUARE_ROOT(0),
        /** ln(x / (1 - x)), 0 < x < 1 (Berkson 1944). */
        LOGIT(0),
        /** arcsin of the square root of x, 0 to 1 (Bartlett 1936, variance of proportions). */
        ARCSINE_SQUARE_ROOT(0),
        /** x to the power of p. */
        POWER(1),
        /** The lesser of x and a number. */
        CAP(1),
        /** The larger of x and a number. */
        FLOOR(1),
        /** x and a number. */
        ADD(1),
        /** x times a number. */
        MULTIPLY(1),
        /** x rounded to some decimals, half away from 0. */
        ROUND(1),
        /**
         * Outliers become the next number inside until the absolute skewness is below the first number or the kurtosis
         * below the second, at most for so many spaces as the third says (Becker and others, COIN Tool, 2019; COINr).
         */
        WINSORISE(3),
        /**
         * Numbers beyond two percentiles of the column become these (quantiles of type 7; Sustainable Development
         * Report, OECD and JRC handbook).
         */
        TRIM(2);

        private final int count;

        Kind(int count) {
            this.count = count;
        }

        /** Whether it looks at the whole column. */
        boolean fitted() {
            return this == WINSORISE || this == TRIM;
        }
    }

    /** Reads the notation of documents; empty where it is none of them. */
    public static Optional<Transform> parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        List<Double> numbers = written.group(2) == null
                ? List.of()
                : Arrays.stream(written.group(2).split(", ?"))
                        .map(Double::valueOf)
                        .toList();
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.code().equals(written.group(1)) && kind.count == numbers.size())
                .map(kind -> new Transform(kind, numbers))
                .filter(Transform::possible)
                .findFirst();
    }

    private boolean possible() {
        return switch (kind) {
            case ROUND -> isWhole(number(0)) && number(0) >= 0 && number(0) <= Rounding.DECIMALS;
            case WINSORISE -> number(0) > 0 && isWhole(number(2)) && number(2) >= 1;
            case TRIM -> number(0) >= 0 && number(0) < number(1) && number(1) <= 100;
            default -> true;
        };
    }

    private static boolean isWhole(double x) {
        return x == StrictMath.rint(x);
    }

    /** One of its numbers. */
    public double number(int position) {
        return numbers.get(position);
    }

    /** The notation of documents. */
    public String text() {
        return numbers.isEmpty()
                ? kind.code()
                : numbers.stream()
                        .map(number ->
                                BigDecimal.valueOf(number).stripTrailingZeros().toPlainString())
                        .collect(Collectors.joining(", ", kind.code() + "(", ")"));
    }

    /** The transformed number, {@code NaN} where there is none; what looks at the whole column leaves it as it is. */
    public double apply(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        double y = switch (kind) {
            case NONE, WINSORISE, TRIM -> x;
            case LOG -> StrictMath.log(x);
            case LOG10 -> StrictMath.log10(x);
            case LOG1P -> StrictMath.log1p(x);
            case SQUARE_ROOT -> StrictMath.sqrt(x);
            case LOGIT -> StrictMath.log(x / (1 - x));
            case ARCSINE_SQUARE_ROOT -> StrictMath.asin(StrictMath.sqrt(x));
            case POWER -> StrictMath.pow(x, number(0));
            case CAP -> StrictMath.min(x, number(0));
            case FLOOR -> StrictMath.max(x, number(0));
            case ADD -> Decimals.difference(x, -number(0));
            case MULTIPLY -> x * number(0);
            case ROUND -> Rounding.toDecimals(x, (int) number(0));
        };
        return Double.isInfinite(y) ? Double.NaN : y;
    }
}
