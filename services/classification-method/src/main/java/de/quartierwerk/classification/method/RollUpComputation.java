package de.quartierwerk.classification.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Rolls an index up to larger areas. */
final class RollUpComputation {
    private static final double HUNDRED = 100;
    private static final double FIRST = 0.95;
    private static final double LAST = 0.05;

    private final IndexOutcome outcome;
    private final RollUp rollUp;
    private final Territory territory;
    private final Selection selection;
    private final @Nullable Column weights;
    private final Ranks ranks;

    private RollUpComputation(
            IndexOutcome outcome, RollUp rollUp, Territory territory, Selection selection, Figures figures) {
        this.outcome = outcome;
        this.rollUp = rollUp;
        this.territory = territory;
        this.selection = selection;
        this.weights = rollUp.weight() == null ? null : figures.column(rollUp.weight(), 0);
        boolean[] inside = new boolean[territory.size()];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = selection.inside(i);
        }
        boolean ranked = rollUp.kind() == RollUp.Kind.MEAN_RANK
                || rollUp.kind() == RollUp.Kind.EXTENT
                || rollUp.kind() == RollUp.Kind.CONCENTRATION;
        this.ranks = ranked ? Ranks.of(outcome.values(), inside) : Ranks.NONE;
    }

    /**
     * What a roll-up says of every area that the run covers as a whole, restandardised over these areas and classed
     * anew. Spaces without a value or a weight are left out.
     */
    static RollUpOutcome compute(
            IndexOutcome outcome, RollUp rollUp, Territory territory, Selection selection, Figures figures) {
        return new RollUpComputation(outcome, rollUp, territory, selection, figures).compute();
    }

    private RollUpOutcome compute() {
        int[] areas = territory.areasAt(rollUp.level());
        boolean[] partly = new boolean[territory.areas().size()];
        Map<Integer, List<Integer>> members = new HashMap<>();
        boolean guarded = outcome.guarded();
        for (int i = 0; i < areas.length; i++) {
            if (areas[i] >= 0 && !selection.inside(i)) {
                partly[areas[i]] = true;
            } else if (areas[i] >= 0) {
                List<Integer> ofArea = members.computeIfAbsent(areas[i], any -> new ArrayList<>());
                if (!Double.isNaN(outcome.value(i)) && !Double.isNaN(weight(i))) {
                    ofArea.add(i);
                    guarded |= weights != null && weights.guarded(i);
                }
            }
        }
        List<String> keys = new ArrayList<>();
        List<Double> found = new ArrayList<>();
        List<List<String>> imputed = new ArrayList<>();
        territory.areaKeys(rollUp.level()).forEach((key, area) -> {
            List<Integer> ofArea = members.get(area);
            if (ofArea != null && !partly[area]) {
                keys.add(key);
                imputed.add(imputed(ofArea));
                double x = of(ofArea);
                found.add(Double.isInfinite(x) ? Double.NaN : x);
            }
        });
        double[] raw = found.stream().mapToDouble(Double::doubleValue).toArray();
        boolean[] everywhere = new boolean[raw.length];
        Arrays.fill(everywhere, true);
        double[] value = Standardised.of(rollUp.restandardise(), Sample.of(raw, everywhere))
                .numbers();
        Classes classes = Classes.of(rollUp.classes(outcome.index()), value);
        return new RollUpOutcome(outcome, rollUp, keys, raw, value, classes, guarded, imputed);
    }

    private List<String> imputed(List<Integer> members) {
        return outcome.mayRestOnImputed()
                ? members.stream()
                        .flatMap(i -> outcome.imputed(i).stream())
                        .distinct()
                        .sorted()
                        .toList()
                : List.of();
    }

    private double weight(int i) {
        return weights == null ? 1 : weights.value(i);
    }

    private double of(List<Integer> members) {
        return switch (rollUp.kind()) {
            case MEAN -> mean(members, outcome::value);
            case MEAN_RANK -> mean(members, i -> ranks.fromLowest(outcome.value(i)));
            case SHARE_IN_CLASS -> mean(members, i -> counts(i) ? 1 : 0);
            case EXTENT -> mean(members, this::extent);
            case CONCENTRATION -> concentration(members);
            case POPULATION_IN_CLASS -> {
                double sum = 0;
                for (int i : members) {
                    sum += counts(i) ? weight(i) : 0;
                }
                yield members.isEmpty() ? Double.NaN : sum;
            }
        };
    }

    private double mean(List<Integer> members, IntToDoubleFunction number) {
        double sum = 0;
        double total = 0;
        for (int i : members) {
            sum += weight(i) * number.applyAsDouble(i);
            total += weight(i);
        }
        return total == 0 ? Double.NaN : sum / total;
    }

    private boolean counts(int i) {
        String code = outcome.classCode(i);
        return code != null && rollUp.inClasses().contains(code);
    }

    /** 1 in the first per cents, then 0.95 falling to 0.05, 0 beyond. */
    private double extent(int i) {
        double perCent = StrictMath.ceil(HUNDRED * ranks.fromHighest(outcome.value(i)) / ranks.count());
        if (perCent <= rollUp.from()) {
            return 1;
        } else if (perCent > rollUp.to()) {
            return 0;
        }
        double steps = rollUp.to() - rollUp.from() - 1;
        return steps == 0 ? FIRST : FIRST - (FIRST - LAST) * (perCent - rollUp.from() - 1) / steps;
    }

    /** Mean of N + 1 - rank over the highest spaces that hold a part of the weight, the last one in part. */
    private double concentration(List<Integer> members) {
        List<Integer> highest = new ArrayList<>(members);
        highest.sort(Comparator.comparingDouble(i -> -outcome.value(i)));
        double all = 0;
        for (int i : members) {
            all += weight(i);
        }
        double part = all * rollUp.from() / HUNDRED;
        double left = part;
        double sum = 0;
        for (int i : highest) {
            double taken = StrictMath.min(left, weight(i));
            sum += taken * ranks.fromLowest(outcome.value(i));
            left -= taken;
        }
        return part == 0 ? Double.NaN : sum / part;
    }
}
