package de.quartierwerk.ingestion.intake.validation.checks;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sums of columns that are known already, and what follows from several of them (folgende Summen): who knows that all
 * are men and women, and women are girls and others, knows that all are men, girls and others. Pure functions.
 */
final class KnownSums {
    private static final long PRIME = Integer.MAX_VALUE;

    /** Factors of the columns by code, those before the first one 0 and that of the first one 1. */
    private final Map<String, TreeMap<String, Long>> byFirst = new HashMap<>();

    /** Adds that two columns are equal. Returns whether that does not follow from what was known. */
    boolean same(String one, String other) {
        return sum(one, List.of(other));
    }

    /** Adds that a column is the sum of others. Returns whether that does not follow from what was known. */
    boolean sum(String total, List<String> parts) {
        TreeMap<String, Long> factors = new TreeMap<>();
        factors.put(total, PRIME - 1);
        parts.forEach(part -> factors.merge(part, 1L, KnownSums::plus));
        factors.values().removeIf(factor -> factor == 0);
        while (!factors.isEmpty()) {
            Map.Entry<String, Long> first = factors.firstEntry();
            TreeMap<String, Long> known = byFirst.get(first.getKey());
            if (known == null) {
                long inverse = BigInteger.valueOf(first.getValue())
                        .modInverse(BigInteger.valueOf(PRIME))
                        .longValue();
                factors.replaceAll((code, factor) -> factor * inverse % PRIME);
                byFirst.put(first.getKey(), factors);
                return true;
            }
            known.forEach((code, factor) ->
                    factors.merge(code, (PRIME - first.getValue()) * factor % PRIME, KnownSums::plus));
            factors.values().removeIf(factor -> factor == 0);
        }
        return false;
    }

    private static long plus(long one, long other) {
        return (one + other) % PRIME;
    }
}
