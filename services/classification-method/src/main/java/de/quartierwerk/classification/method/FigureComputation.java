package de.quartierwerk.classification.method;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Computes the figures that conditions compare. */
final class FigureComputation {
    private static final double HALF = 0.5;

    private final Figures figures;
    private final References areas;
    private final boolean[] base;

    FigureComputation(Figures figures, References areas) {
        this.figures = figures;
        this.areas = areas;
        this.base = areas.base();
    }

    FigureOutcome compute(Condition.Figure figure) {
        figures.proceed();
        return switch (figure.measure()) {
            case VALUE, NUMERATOR, CHANGE, PERCENT_CHANGE -> own(figure);
            case Z, PERCENTILE, RANK -> placed(figure);
            case DEVIATION_PERCENT, EXCESS_COUNT, SHARE_OF_REFERENCE -> compared(figure);
        };
    }

    private FigureOutcome own(Condition.Figure figure) {
        Column now = figures.column(figure.indicator(), 0);
        boolean back = figure.measure() == Measure.CHANGE || figure.measure() == Measure.PERCENT_CHANGE;
        Column before = back ? figures.column(figure.indicator(), figure.lag()) : now;
        IntToDoubleFunction number = Measures.simple(figures, figure.indicator(), figure.measure(), figure.lag());
        double[] found = Column.nothing(base.length);
        boolean[] guarded = new boolean[base.length];
        for (int i = 0; i < base.length; i++) {
            if (base[i]) {
                found[i] = finite(number.applyAsDouble(i));
                guarded[i] = now.guarded(i) || before.guarded(i);
            }
        }
        return new FigureOutcome(figure, found, null, areas, null, guarded);
    }

    private FigureOutcome placed(Condition.Figure figure) {
        Column column = figures.column(figure.indicator(), 0);
        int[] references = areas.of(figure.reference());
        List<List<Integer>> members = areas.membersOf(references);
        double[] placed = Column.nothing(base.length);
        boolean[] guarded = new boolean[base.length];
        double sign = figures.polarity(figure.indicator()).sign();
        for (int area = 0; area < members.size(); area++) {
            List<Integer> positions = members.get(area);
            if (!positions.isEmpty()) {
                int target = area;
                double[] x = positions.stream().mapToDouble(column::value).toArray();
                boolean secret = positions.stream().anyMatch(column::guarded);
                double[] places = places(figure, x, sign);
                for (int k = 0; k < x.length; k++) {
                    int i = positions.get(k);
                    if (base[i] && references[i] == target) {
                        placed[i] = finite(places[k]);
                        guarded[i] = secret;
                    }
                }
            }
        }
        return new FigureOutcome(figure, placed, references, areas, null, guarded);
    }

    private static double[] places(Condition.Figure figure, double[] x, double sign) {
        boolean[] everybody = new boolean[x.length];
        Arrays.fill(everybody, true);
        if (figure.measure() == Measure.Z) {
            return Standardised.of(Standardise.Z_POPULATION, x, everybody).numbers();
        }
        Ranks ranks = Ranks.of(x, everybody);
        double[] places = Column.nothing(x.length);
        for (int k = 0; k < x.length; k++) {
            if (!Double.isNaN(x[k])) {
                double lowest = ranks.fromLowest(x[k], figure.ties());
                double rank = sign < 0 ? ascendingRank(ranks, x[k], figure.ties()) : ranks.count() + 1 - lowest;
                places[k] = figure.measure() == Measure.RANK ? rank : (lowest - HALF) / ranks.count() * 100;
            }
        }
        return places;
    }

    /** Rank counted from the lowest value, where the least of equal ranks is again the one nearest to 1. */
    private static double ascendingRank(Ranks ranks, double x, Ties ties) {
        return switch (ties) {
            case MEAN -> ranks.fromLowest(x);
            case MIN -> ranks.fromLowest(x, Ties.MAX);
            case MAX -> ranks.fromLowest(x, Ties.MIN);
        };
    }

    private FigureOutcome compared(Condition.Figure figure) {
        Column column = figures.column(figure.indicator(), 0);
        boolean share = figure.measure() == Measure.SHARE_OF_REFERENCE;
        double[] n = Column.nothing(base.length);
        double[] d = Column.nothing(base.length);
        for (int i = 0; i < base.length; i++) {
            boolean both = !Double.isNaN(column.numerator(i)) && !Double.isNaN(column.denominator(i));
            n[i] = share ? column.count(i) : both ? column.numerator(i) : Double.NaN;
            d[i] = both ? column.denominator(i) : Double.NaN;
        }
        double[] counts = areas.sums(n);
        double[] populations = areas.sums(d);
        double[] rates = new double[counts.length];
        for (int a = 0; a < rates.length; a++) {
            rates[a] = populations[a] == 0 ? Double.NaN : counts[a] / populations[a];
        }
        int[] references = areas.of(figure.reference());
        double[] found = Column.nothing(base.length);
        for (int i = 0; i < base.length; i++) {
            if (base[i]) {
                double rate = rates[references[i]];
                found[i] = finite(
                        switch (figure.measure()) {
                            case SHARE_OF_REFERENCE -> n[i] / counts[references[i]];
                            case EXCESS_COUNT -> n[i] - rate * d[i];
                            default -> (Measures.rate(column, i) - rate) / rate * 100;
                        });
            }
        }
        return new FigureOutcome(figure, found, references, areas, share ? null : rates, secrets(column, references));
    }

    /**
     * A reference area's sum holds every member's count, so one suppressed member makes the figure worth protecting.
     */
    private boolean[] secrets(Column column, int[] references) {
        double[] marks = new double[base.length];
        for (int i = 0; i < marks.length; i++) {
            marks[i] = column.guarded(i) ? 1 : 0;
        }
        double[] sums = areas.sums(marks);
        boolean[] guarded = new boolean[base.length];
        for (int i = 0; i < guarded.length; i++) {
            guarded[i] = column.guarded(i) || sums[references[i]] > 0;
        }
        return guarded;
    }

    private static double finite(double x) {
        return Double.isInfinite(x) ? Double.NaN : Rounding.round(x);
    }
}
