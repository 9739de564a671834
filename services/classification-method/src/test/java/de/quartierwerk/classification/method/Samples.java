package de.quartierwerk.classification.method;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Small schemes and territories for tests. */
final class Samples {
    static final double GAP = Double.NaN;

    static Component component(String of, Standardise how, double weight) {
        return new Component(of, null, Measure.VALUE, 0, Transform.NONE, Polarity.BURDEN, how, weight);
    }

    static Component ofIndex(String of, Standardise how, double weight) {
        return new Component(null, of, Measure.VALUE, 0, Transform.NONE, Polarity.BURDEN, how, weight);
    }

    static Index index(String code, Combine combine, Missing missing, Component... components) {
        return new Index(code, code, List.of(components), combine, missing, Standardise.NONE, null, null, null);
    }

    static Index with(Index index, Standardise restandardise, RollUp rollUp, ClassRule classes) {
        return new Index(
                index.code(),
                index.title(),
                index.components(),
                index.combine(),
                index.missing(),
                restandardise,
                rollUp,
                index.orientation(),
                classes);
    }

    static Index oriented(Index index, String orientation) {
        return new Index(
                index.code(),
                index.title(),
                index.components(),
                index.combine(),
                index.missing(),
                index.restandardise().method(),
                index.rollUps().isEmpty() ? null : index.rollUps().get(0),
                orientation,
                index.classes());
    }

    static ClassRule classes(ClassRule.Method method, ClassRule.QuantileType type, int count) {
        List<String> codes = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            codes.add(Integer.toString(i));
        }
        return new ClassRule(method, List.of(), ClassRule.Closed.RIGHT, type, codes, codes);
    }

    static Scheme scheme(List<Index> indices, List<Need> needs) {
        return new Scheme("s", "s", null, null, "space", false, Universe.EVERYTHING, indices, List.of(), needs);
    }

    /** Spaces a, b, c, … without larger areas. */
    static Territory flat(int size) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            keys.add(size <= 26 ? String.valueOf((char) ('a' + i)) : String.format("%06d", i));
        }
        return Territory.flat("space", keys);
    }

    static Outcome compute(Scheme scheme, Territory territory, Map<String, Column> columns) {
        return Classification.compute(
                scheme,
                territory,
                (code, lag) -> columns.get(lag == 0 ? code : code + "-" + lag),
                Selection.without(new boolean[territory.size()]));
    }

    static IndexOutcome compute(Index index, Map<String, Column> columns) {
        int size = columns.values().iterator().next().size();
        return compute(scheme(List.of(index), List.of()), flat(size), columns).index(index.code());
    }

    static double[] values(IndexOutcome outcome, int size) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = outcome.value(i);
        }
        return values;
    }

    /** The positions 0 to n - 1 in a random order. */
    static int[] permutation(int n, Random random) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
        Collections.shuffle(order, random);
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    static double[] permuted(double[] x, int... order) {
        return IntStream.of(order).mapToDouble(i -> x[i]).toArray();
    }

    private Samples() {}

    /** The values of an index of one component that reads the column x. */
    static double[] values(Component component, Map<String, Column> columns) {
        IndexOutcome outcome = compute(index("i", Combine.SUM, Missing.EXCLUDE_SPACE, component), columns);
        return values(outcome, columns.get("x").size());
    }
}
