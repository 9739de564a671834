package de.quartierwerk.bench;

import de.quartierwerk.classification.method.ClassRule;
import de.quartierwerk.classification.method.Classification;
import de.quartierwerk.classification.method.Column;
import de.quartierwerk.classification.method.Combine;
import de.quartierwerk.classification.method.Component;
import de.quartierwerk.classification.method.EstimatedOver;
import de.quartierwerk.classification.method.Figures;
import de.quartierwerk.classification.method.Index;
import de.quartierwerk.classification.method.IndexOutcome;
import de.quartierwerk.classification.method.Measure;
import de.quartierwerk.classification.method.Missing;
import de.quartierwerk.classification.method.MonteCarlo;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.method.Polarity;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.method.Selection;
import de.quartierwerk.classification.method.Standardisation;
import de.quartierwerk.classification.method.Standardise;
import de.quartierwerk.classification.method.Territory;
import de.quartierwerk.classification.method.Transform;
import de.quartierwerk.classification.method.Universe;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** The mathematics alone, in memory: z-values, their sum, standardised again and cut into classes. */
final class ComputeBench {
    static final ClassRule QUINTILES = new ClassRule(
            ClassRule.Method.QUANTILES,
            List.of(),
            ClassRule.Closed.RIGHT,
            ClassRule.QuantileType.TYPE_7,
            List.of("1", "2", "3", "4", "5"),
            List.of("1", "2", "3", "4", "5"));
    private static final ClassRule FIXED = new ClassRule(
            ClassRule.Method.BREAKS,
            List.of(-1.0, 1.0, 1.5),
            ClassRule.Closed.RIGHT,
            ClassRule.QuantileType.TYPE_7,
            List.of("1", "2", "3", "4"),
            List.of("1", "2", "3", "4"));
    private static final String GROUP = "group";
    private static final int WARM_UP = 5;
    private static final int TIMES = 9;

    private final Scheme scheme;
    private final Territory territory;
    private final int groups;
    private final List<String> names;
    private final Map<String, Column> columns = new HashMap<>();

    /** Random columns of so many spaces and indicators, cut at fixed breaks. */
    ComputeBench(int spaces, int indicators) {
        this(spaces, indicators, FIXED);
    }

    /** Random columns of so many spaces and indicators. */
    ComputeBench(int spaces, int indicators, ClassRule classes) {
        this(spaces, indicators, classes, 0);
    }

    /** Quintiles, standardised and cut within so many groups of spaces; 0 for all of them together. */
    static ComputeBench within(int spaces, int indicators, int groups) {
        ClassRule together = QUINTILES;
        ClassRule classes = new ClassRule(
                together.method(),
                together.breaks(),
                together.probabilities(),
                together.closed(),
                together.quantiles(),
                null,
                groups == 0 ? null : GROUP,
                together.codes(),
                together.labels());
        return new ComputeBench(spaces, indicators, classes, groups);
    }

    private ComputeBench(int spaces, int indicators, ClassRule classes, int groups) {
        this.groups = groups;
        this.names = IntStream.range(0, groups).mapToObj(Integer::toString).toList();
        Random random = new Random(2018);
        List<String> codes =
                IntStream.range(0, indicators).mapToObj(i -> "I" + i).toList();
        codes.forEach(code ->
                columns.put(code, Column.of(random.doubles(spaces, 0, 100).toArray())));
        territory = Territory.flat(
                "social-space",
                IntStream.range(0, spaces)
                        .mapToObj(i -> String.format(Locale.ROOT, "%08d", i))
                        .toList());
        scheme = new Scheme(
                "bench",
                "bench",
                null,
                null,
                "social-space",
                false,
                Universe.EVERYTHING,
                List.of(index(codes, classes, groups)),
                List.of(),
                List.of());
    }

    private static Index index(List<String> codes, ClassRule classes, int groups) {
        String within = groups == 0 ? null : GROUP;
        Standardisation how = new Standardisation(Standardise.Z_POPULATION, null, null, null, null, within, null);
        List<Component> components = codes.stream()
                .map(code -> new Component(
                                code, null, Measure.VALUE, 0, Transform.NONE, Polarity.BURDEN, Standardise.NONE, 1)
                        .with(how))
                .toList();
        return new Index(
                "status",
                "status",
                components,
                Combine.SUM,
                1,
                Missing.EXCLUDE_SPACE,
                null,
                how,
                List.of(),
                null,
                EstimatedOver.RUN,
                classes);
    }

    /** The seconds of one computation. */
    Sample seconds() {
        Lines.sample(WARM_UP, this::compute);
        return Lines.sample(TIMES, this::compute);
    }

    /** The seconds of so many draws of the weights. */
    Sample drawing(int draws) {
        IndexOutcome status = compute();
        return Lines.sample(3, () -> MonteCarlo.stability(status, territory.size(), draws, 2018, 0.2));
    }

    private IndexOutcome compute() {
        Outcome outcome = Classification.compute(
                scheme,
                territory,
                new Figures() {
                    @Override
                    public Column column(String indicator, int lag) {
                        return columns.get(indicator);
                    }

                    @Override
                    public String attribute(int position, String name) {
                        return names.get(position % groups);
                    }
                },
                Selection.without(new boolean[territory.size()]));
        return outcome.index("status");
    }
}
