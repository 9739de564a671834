package de.quartierwerk.ingestion.catalogue;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a figure is a measure of, apart from factors such as 100 or 1000: units with their exponents.
 * {@code persons/km2} is persons to the power of 1 and km2 to the power of -1; a percentage is a pure number.
 *
 * @param exponents unit to exponent, none 0
 * @param certain whether it is known; what is not fits everything
 * @param literal whether it is a number that is written in a formula, or computed from such
 */
record Dimension(Map<String, Integer> exponents, boolean certain, boolean literal) {
    /** A number that is written in a formula; it may be added to anything. */
    static final Dimension NUMBER = new Dimension(Map.of(), true, true);

    private static final Dimension UNCERTAIN = new Dimension(Map.of(), false, false);
    /** Words that say only that something is counted, not what. */
    private static final Set<String> ANYTHING =
            Set.of("count", "number", "cases", "Anzahl", "Fälle", "index", "points");

    /** Two figures that cannot be added. */
    static final class Differing extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Dimension left;
        private final transient Dimension right;

        Differing(Dimension left, Dimension right) {
            super(left + " and " + right);
            this.left = left;
            this.right = right;
        }

        Dimension left() {
            return left;
        }

        Dimension right() {
            return right;
        }
    }

    /** The dimension of a unit, by its name. */
    static Dimension of(String unit) {
        if (Units.isShare(unit) || unit.matches("per-1\\d*")) {
            return new Dimension(Map.of(), true, false);
        }
        String[] parts = unit.split("/", -1);
        if (ANYTHING.contains(unit) || unit.startsWith("per-") || parts.length > 2) {
            return UNCERTAIN;
        }
        Dimension numerator = new Dimension(Map.of(parts[0].strip(), 1), true, false);
        return parts.length == 1 ? numerator : numerator.times(of(parts[1].strip()), -1);
    }

    /** Whether both may be the same. */
    boolean fits(Dimension other) {
        return !certain || !other.certain || exponents.equals(other.exponents);
    }

    Dimension plus(Dimension other) throws Differing {
        if (!certain || other.literal) {
            return this;
        }
        if (!other.certain || literal) {
            return other;
        }
        if (!exponents.equals(other.exponents)) {
            throw new Differing(this, other);
        }
        return this;
    }

    /** Times the other one, or divided by it for a sign of -1. */
    Dimension times(Dimension other, int sign) {
        if (!certain || !other.certain) {
            return UNCERTAIN;
        }
        Map<String, Integer> product = new TreeMap<>(exponents);
        other.exponents.forEach((unit, exponent) -> product.merge(unit, sign * exponent, Integer::sum));
        product.values().removeIf(exponent -> exponent == 0);
        return new Dimension(Map.copyOf(product), true, literal && other.literal);
    }

    /** As people read it, e.g. {@code persons/km2}; {@code 1} for a pure number. */
    @Override
    public String toString() {
        String above = side(1);
        String below = side(-1);
        return below.isEmpty() ? (above.isEmpty() ? "1" : above) : (above.isEmpty() ? "1" : above) + "/" + below;
    }

    private String side(int sign) {
        return new TreeMap<>(exponents)
                .entrySet().stream()
                        .filter(part -> part.getValue() * sign > 0)
                        .map(part ->
                                part.getKey() + (Math.abs(part.getValue()) == 1 ? "" : "^" + Math.abs(part.getValue())))
                        .collect(Collectors.joining("*"));
    }
}
