package de.quartierwerk.ingestion.intake.validation.checks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Finds columns of counts that are the sum of three to six others in every space (Summen aus mehreren Spalten); among
 * more than 67 columns, of three or four; among more than 316, none. Each column has a mark, a sum of its numbers with
 * random factors: columns that add up have marks that add up. Half a sum is looked up by the mark of the other half,
 * and what is found is compared number by number. Pure functions.
 */
final class WideSums {
    private static final int FEWEST_PARTS = 3;
    private static final int MOST_OF_A_HALF = 3;
    /** Fewer spaces could agree by chance. */
    private static final int FEWEST_SPACES = 3;
    /** How many columns add up by chance, at most. */
    private static final double BY_CHANCE = 0.2;
    /**
     * How many halves of a size are kept at most, so that a file of many columns takes no long time and little memory.
     */
    private static final long MOST_HALVES = 50_000;
    /** How many halves are put together at most, so that a file of many equal sums takes no long time. */
    private static final int MOST_STEPS = 20_000_000;

    private final Map<String, Map<String, BigDecimal>> columns = new TreeMap<>();
    private final List<String> codes = new ArrayList<>();
    private final Map<Long, List<int[]>> halves = new HashMap<>();
    private final Map<List<String>, Sum> found = new HashMap<>();
    private long[] marks = {};
    private int steps;

    /**
     * A sum that holds in every space that was compared.
     *
     * @param parts codes, in their order
     */
    record Sum(String total, List<String> parts, int spaces) {
        Sum {
            parts = List.copyOf(parts);
        }
    }

    /** @param counts for each column its numbers by space */
    WideSums(Map<String, Map<String, BigDecimal>> counts) {
        counts.forEach((code, column) -> {
            boolean negative = column.values().stream().anyMatch(number -> number.signum() < 0);
            boolean something = column.values().stream().anyMatch(number -> number.signum() > 0);
            if (something && !negative) {
                columns.put(code, column);
            }
        });
    }

    /** The sums, those of the fewest parts first. */
    List<Sum> find() {
        Set<String> spaces = comparableSpaces();
        if (columns.size() > FEWEST_PARTS && !spaces.isEmpty()) {
            mark(spaces);
            int most = mostOfAHalf();
            for (int size = 1; size <= most; size++) {
                eachHalf(
                        size,
                        half -> halves.computeIfAbsent(sum(half), mark -> new ArrayList<>())
                                .add(half));
            }
            for (int size = 2; size <= most; size++) {
                eachHalf(size, this::complete);
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparing((Sum sum) -> sum.parts.size()).thenComparing(Sum::toString))
                .toList();
    }

    private int mostOfAHalf() {
        int size = 0;
        long halves = 1;
        while (size <= MOST_OF_A_HALF && halves <= MOST_HALVES) {
            halves = halves * (codes.size() - size) / (size + 1);
            size++;
        }
        return size - 1;
    }

    /** Spaces for which all columns have numbers; columns that have the fewest are left out where there are too few. */
    private Set<String> comparableSpaces() {
        int wanted = Math.min(
                FEWEST_SPACES,
                columns.values().stream().mapToInt(Map::size).max().orElse(0));
        Set<String> spaces = common(columns.keySet());
        while (spaces.size() < wanted) {
            columns.remove(columns.keySet().stream()
                    .min(Comparator.comparingInt((String code) -> column(code).size()))
                    .orElseThrow());
            spaces = common(columns.keySet());
        }
        return spaces;
    }

    private Set<String> common(Iterable<String> of) {
        Set<String> common = new TreeSet<>();
        boolean first = true;
        for (String code : of) {
            if (first) {
                common.addAll(column(code).keySet());
            } else {
                common.retainAll(column(code).keySet());
            }
            first = false;
        }
        return common;
    }

    /** Of equal columns one is looked at. */
    private void mark(Set<String> spaces) {
        int scale = columns.values().stream()
                .flatMap(column -> column.values().stream())
                .mapToInt(BigDecimal::scale)
                .max()
                .orElse(0);
        Map<Long, String> byMark = new HashMap<>();
        for (String code : columns.keySet()) {
            SplittableRandom factors = new SplittableRandom(scale);
            long mark = 0;
            for (String space : spaces) {
                mark += factors.nextLong()
                        * number(code, space).movePointRight(scale).longValue();
            }
            if (byMark.putIfAbsent(mark, code) == null) {
                codes.add(code);
            }
        }
        marks = new long[codes.size()];
        byMark.forEach((mark, code) -> marks[codes.indexOf(code)] = mark);
    }

    private void eachHalf(int size, Consumer<int[]> each) {
        int[] half = new int[size];
        fill(half, 0, each);
    }

    private void fill(int[] half, int place, Consumer<int[]> each) {
        if (place == half.length) {
            each.accept(half.clone());
            return;
        }
        for (int i = place == 0 ? 0 : half[place - 1] + 1; i < codes.size(); i++) {
            half[place] = i;
            fill(half, place + 1, each);
        }
    }

    private long sum(int[] half) {
        return Arrays.stream(half).mapToLong(part -> marks[part]).sum();
    }

    private void complete(int[] half) {
        long sum = sum(half);
        for (int total = 0; total < marks.length; total++) {
            for (int[] other : halves.getOrDefault(marks[total] - sum, List.of())) {
                if (steps++ >= MOST_STEPS) {
                    return;
                }
                compare(total, half, other);
            }
        }
    }

    private void compare(int total, int[] half, int[] other) {
        Set<String> parts = new TreeSet<>();
        for (int part : half) {
            parts.add(codes.get(part));
        }
        for (int part : other) {
            parts.add(codes.get(part));
        }
        boolean twice = parts.size() < half.length + other.length || parts.contains(codes.get(total));
        if (twice || parts.size() < FEWEST_PARTS) {
            return;
        }
        List<String> all = new ArrayList<>(parts);
        all.add(0, codes.get(total));
        if (!found.containsKey(all)) {
            Set<String> spaces = common(all);
            if (addUp(all, spaces) && tell(all, spaces)) {
                found.put(all, new Sum(all.get(0), all.subList(1, all.size()), spaces.size()));
            }
        }
    }

    private boolean addUp(List<String> all, Set<String> spaces) {
        return spaces.stream().allMatch(space -> {
            BigDecimal rest = number(all.get(0), space);
            for (String part : all.subList(1, all.size())) {
                rest = rest.subtract(number(part, space));
            }
            return rest.signum() == 0;
        });
    }

    /** Whether no part could be left out, and hardly any columns would add up like that by chance. */
    private boolean tell(List<String> all, Set<String> spaces) {
        List<String> parts = all.subList(1, all.size());
        boolean few = spaces.size() < FEWEST_SPACES;
        boolean needed = parts.stream()
                .allMatch(part -> few
                        ? spaces.stream().allMatch(space -> number(part, space).signum() > 0)
                        : differs(part, spaces));
        double chance = marks.length;
        for (int i = 0; i < parts.size(); i++) {
            chance *= (double) (marks.length - 1 - i) / (i + 1);
        }
        for (String space : spaces) {
            chance /= Math.max(1, number(all.get(0), space).doubleValue());
        }
        return needed && chance < BY_CHANCE;
    }

    private boolean differs(String code, Set<String> spaces) {
        Set<BigDecimal> different = new HashSet<>();
        spaces.forEach(space -> different.add(number(code, space).stripTrailingZeros()));
        return different.size() > 1;
    }

    private Map<String, BigDecimal> column(String code) {
        return columns.getOrDefault(code, Map.of());
    }

    private BigDecimal number(String code, String space) {
        return column(code).getOrDefault(space, BigDecimal.ZERO);
    }
}
