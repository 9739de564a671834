package de.quartierwerk.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Numbers of several series that add up to zero in every space (Summenbeziehung).
 *
 * @param terms the numbers and their factors; that of a total is negative
 * @param onlyWhereTrue whether they are one figure of one day under two texts of the period, which need not agree;
 *     where they do not, nothing follows from them
 * @param incomplete whether the total has further parts, of which nothing is known
 */
public record Relation(List<Term> terms, boolean onlyWhereTrue, boolean incomplete) {
    private static final double TINY = 1e-6;

    /** Copies the terms. */
    public Relation {
        terms = List.copyOf(terms);
    }

    /**
     * A number with its factor.
     *
     * @param series number of the series
     */
    public record Term(int series, Figure figure, double factor) {}

    /** A total that is the sum of its parts. */
    public static Relation sum(int total, int... parts) {
        double[] ones = new double[parts.length];
        Arrays.fill(ones, 1);
        return sum(total, parts, ones);
    }

    /** A total that is the sum of its parts and of others that nobody delivered. */
    public static Relation incompleteSum(int total, int... parts) {
        return new Relation(sum(total, parts).terms, false, true);
    }

    static Relation sum(int total, int[] parts, double[] factors) {
        Term[] terms = new Term[parts.length + 1];
        terms[0] = new Term(total, Figure.NUMERATOR, -1);
        for (int i = 0; i < parts.length; i++) {
            terms[i + 1] = new Term(parts[i], Figure.NUMERATOR, factors[i]);
        }
        return new Relation(List.of(terms), false, false);
    }

    /** Two series that show the same number under two names. */
    public static Relation same(int one, Figure ofOne, int other, Figure ofOther) {
        return new Relation(List.of(new Term(one, ofOne, -1), new Term(other, ofOther, 1)), false, false);
    }

    /** Two series that show a figure of one day under two texts of the period, as far as their numbers agree. */
    public static Relation sameDay(int one, int other, Figure figure) {
        return new Relation(List.of(new Term(one, figure, -1), new Term(other, figure, 1)), true, false);
    }

    /**
     * Whether a part that is missing leaves a sum: the total is at least what its other parts add up to. The total of
     * such a sum is its first term.
     */
    boolean mayLackParts() {
        return !onlyWhereTrue
                && terms.size() > 2
                && terms.stream().skip(1).allMatch(term -> term.factor > 0)
                && terms.get(0).factor < 0;
    }

    /** Whether a series takes part. */
    boolean has(int series) {
        return terms.stream().anyMatch(term -> term.series == series);
    }

    /** Whether variables in the order of the terms add up, as far as they are known. */
    boolean holds(List<Variable> variables) {
        double sum = 0;
        double size = 1;
        for (int i = 0; i < terms.size(); i++) {
            if (variables.get(i).isUnknown()) {
                return true;
            }
            sum += terms.get(i).factor * variables.get(i).value();
            size = Math.max(size, Math.abs(variables.get(i).value()));
        }
        return Math.abs(sum) <= TINY * size;
    }

    /** The relations of each series, including those of series that are sums. */
    static List<List<Relation>> bySeries(List<Series> series, List<Relation> stated) {
        List<List<Relation>> bySeries = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            bySeries.add(new ArrayList<>());
        }
        for (int i = 0; i < series.size(); i++) {
            Series sum = series.get(i);
            if (sum.isSum() && Arrays.stream(sum.inputs()).noneMatch(input -> input < 0)) {
                put(bySeries, sum(i, sum.inputs(), sum.coefficients()));
            }
        }
        stated.forEach(relation -> put(bySeries, relation));
        return Collections.unmodifiableList(bySeries);
    }

    /**
     * For each series, itself and then those that show the same figure of the same day under another text of the
     * period: where one of them has no number for a space, that of another stands in.
     */
    static int[][] sameDays(int count, List<Relation> stated) {
        int[][] same = new int[count][];
        for (int i = 0; i < count; i++) {
            same[i] = new int[] {i};
        }
        for (Relation relation : stated) {
            if (relation.onlyWhereTrue && relation.terms.get(0).figure == Figure.NUMERATOR) {
                join(same, relation.terms.get(0).series, relation.terms.get(1).series);
            }
        }
        return same;
    }

    private static void join(int[][] same, int one, int other) {
        same[one] = Arrays.copyOf(same[one], same[one].length + 1);
        same[one][same[one].length - 1] = other;
        same[other] = Arrays.copyOf(same[other], same[other].length + 1);
        same[other][same[other].length - 1] = one;
    }

    private static void put(List<List<Relation>> bySeries, Relation relation) {
        for (int i = 0; i < bySeries.size(); i++) {
            if (relation.has(i)) {
                bySeries.get(i).add(relation);
            }
        }
    }
}
