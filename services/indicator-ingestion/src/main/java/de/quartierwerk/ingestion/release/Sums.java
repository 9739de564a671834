package de.quartierwerk.ingestion.release;

import de.quartierwerk.disclosure.Series;
import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.Formula;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.catalogue.Kind;
import de.quartierwerk.ingestion.catalogue.Relations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Which indicators of the catalogue add up, over spaces and to each other, and which others follow from them. Pure
 * functions.
 */
final class Sums {
    private static final double TINY = 1e-9;
    private static final double[] NO_NUMBERS = {};

    private final Map<String, Indicator> catalogue;
    private final Map<String, double[]> coefficients = new TreeMap<>();
    private final List<Set<String>> stated = new ArrayList<>();

    Sums(Map<String, Indicator> catalogue) {
        this.catalogue = catalogue;
        catalogue.keySet().forEach(this::coefficients);
        catalogue.forEach((code, indicator) -> {
            Relations relations = indicator.definition().relations();
            if (!relations.codes().isEmpty()) {
                Set<String> codes = new LinkedHashSet<>(relations.codes());
                codes.add(code);
                codes.retainAll(catalogue.keySet());
                stated.add(codes);
            }
        });
    }

    /** Whether an indicator is computed as a sum or difference of counts. */
    boolean isSum(String code) {
        return coefficients(code).length > 0;
    }

    /**
     * Indicators that have to be controlled together.
     *
     * @param series the ones that add up, then all that follow from them
     * @param codes their codes
     * @param definitions their definitions
     */
    record Related(List<Series> series, List<String> codes, List<Definition> definitions) {
        /** Place of a code among the series. */
        int number(String code) {
            return codes.indexOf(code);
        }
    }

    /** Codes of the indicators that make up the numerator of a computed share. */
    List<String> numerators(String share) {
        return parts(share, Shares::above);
    }

    /** Codes of the indicators that make up the denominator of a computed share. */
    List<String> denominators(String share) {
        return parts(share, Shares::below);
    }

    private List<String> parts(String share, BiFunction<Indicator, Map<String, Indicator>, int[]> places) {
        Indicator indicator = indicator(share);
        List<String> inputs = indicator.inputs();
        return Arrays.stream(places.apply(indicator, catalogue))
                .mapToObj(inputs::get)
                .toList();
    }

    private Indicator indicator(String code) {
        return Objects.requireNonNull(catalogue.get(code));
    }

    /** The groups of which an indicator has changed. */
    List<Related> related(Set<String> changed) {
        Set<String> done = new LinkedHashSet<>();
        List<Related> groups = new ArrayList<>();
        for (String code : new TreeMap<>(catalogue).keySet()) {
            if (figures(code) != Series.Figures.NONE && !done.contains(code)) {
                Set<String> group = summands(code);
                done.addAll(group);
                Set<String> all = withFollowers(group);
                if (all.stream().anyMatch(changed::contains)) {
                    groups.add(group(all));
                }
            }
        }
        return groups;
    }

    private Set<String> summands(String start) {
        Set<String> group = new LinkedHashSet<>(List.of(start));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Map.Entry<String, double[]> sum : coefficients.entrySet()) {
                if (sum.getValue().length > 0) {
                    List<String> inputs = indicator(sum.getKey()).inputs();
                    if (group.contains(sum.getKey()) || inputs.stream().anyMatch(group::contains)) {
                        grown |= group.add(sum.getKey());
                        grown |= group.addAll(inputs);
                    }
                }
            }
            for (Set<String> codes : stated) {
                if (codes.stream().anyMatch(group::contains)) {
                    grown |= group.addAll(codes);
                }
            }
        }
        return group;
    }

    private Set<String> withFollowers(Collection<String> group) {
        Set<String> all = new LinkedHashSet<>(group);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Indicator indicator : catalogue.values()) {
                if (!isSum(indicator.code()) && indicator.inputs().stream().anyMatch(all::contains)) {
                    grown |= all.add(indicator.code());
                }
            }
        }
        return all;
    }

    private Related group(Set<String> group) {
        List<String> codes = List.copyOf(group);
        List<Series> series = new ArrayList<>();
        for (String code : codes) {
            Indicator indicator = indicator(code);
            int[] inputs = indicator.inputs().stream().mapToInt(codes::indexOf).toArray();
            series.add(new Series(
                    code,
                    figures(code),
                    Control.minimum(indicator.definition()),
                    inputs,
                    coefficients(code),
                    Shares.above(indicator, catalogue),
                    Shares.below(indicator, catalogue)));
        }
        return new Related(
                series,
                codes,
                codes.stream().map(code -> indicator(code).definition()).toList());
    }

    private Series.Figures figures(String code) {
        Indicator indicator = catalogue.get(code);
        if (indicator == null
                || Control.isNoisy(indicator, catalogue)
                || (indicator.definition().computed() && !isSum(code))) {
            return Series.Figures.NONE;
        }
        return switch (indicator.definition().kind()) {
            case COUNT -> Series.Figures.COUNT;
            case RATIO -> Series.Figures.RATIO;
            case MEAN -> Series.Figures.MEAN;
            case INDEX -> Series.Figures.NONE;
        };
    }

    private double[] coefficients(String code) {
        double[] before = coefficients.get(code);
        if (before != null) {
            return before;
        }
        Indicator indicator = indicator(code);
        double[] found = NO_NUMBERS;
        boolean counts = indicator.definition().kind() == Kind.COUNT
                && indicator.inputs().stream().allMatch(input -> addsUp(input));
        if (counts && indicator.definition().formula() != null) {
            found = linear(indicator.definition().formula()).orElse(NO_NUMBERS);
        }
        coefficients.put(code, found);
        return found;
    }

    private boolean addsUp(String code) {
        Indicator indicator = catalogue.get(code);
        return indicator != null
                && indicator.definition().kind() == Kind.COUNT
                && (!indicator.definition().computed() || coefficients(code).length > 0);
    }

    /** The coefficients of a formula that is linear without a constant; found by trying it out. */
    static Optional<double[]> linear(String text) {
        Formula formula;
        try {
            formula = Formula.parse(text);
        } catch (Formula.Malformed checkedBefore) {
            throw new IllegalStateException(checkedBefore);
        }
        int count = formula.codes().size();
        double[] found = new double[count];
        for (int i = 0; i < count; i++) {
            BigDecimal result = formula.evaluate(values(count, i));
            if (result == null || result.signum() == 0) {
                return Optional.empty();
            }
            found[i] = result.doubleValue();
        }
        for (int seed : new int[] {0, 3, 7, 11}) {
            List<BigDecimal> values = values(count, seed * count + count);
            double expected = 0;
            for (int i = 0; i < count; i++) {
                expected += found[i] * values.get(i).doubleValue();
            }
            BigDecimal result = formula.evaluate(values);
            if (result == null || Math.abs(result.doubleValue() - expected) > TINY * Math.max(1, Math.abs(expected))) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    /** A unit vector for a number below the count, zeros for the count itself, else all kinds of numbers. */
    private static List<BigDecimal> values(int count, int number) {
        List<BigDecimal> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int value = number < count ? (i == number ? 1 : 0) : number == count ? 0 : (number * 31 + i * 17) % 97 + 1;
            values.add(BigDecimal.valueOf(value));
        }
        return values;
    }
}
