package de.quartierwerk.classification.quality;

import de.quartierwerk.classification.method.ClassRule;
import de.quartierwerk.classification.method.Combine;
import de.quartierwerk.classification.method.Component;
import de.quartierwerk.classification.method.Index;
import de.quartierwerk.classification.method.Measure;
import de.quartierwerk.classification.method.Missing;
import de.quartierwerk.classification.method.Polarity;
import de.quartierwerk.classification.method.Standardise;
import de.quartierwerk.classification.method.Transform;
import java.util.List;
import java.util.stream.IntStream;

/** Indices of one component with classes. */
final class Indices {
    static Index of(String... classes) {
        List<Double> breaks = IntStream.range(1, classes.length)
                .mapToObj(position -> (double) position)
                .toList();
        return new Index(
                "status",
                "Status",
                List.of(new Component(
                        "S1", null, Measure.VALUE, 0, Transform.NONE, Polarity.BURDEN, Standardise.NONE, 1)),
                Combine.SUM,
                Missing.EXCLUDE_SPACE,
                Standardise.NONE,
                null,
                null,
                new ClassRule(
                        ClassRule.Method.BREAKS,
                        breaks,
                        ClassRule.Closed.RIGHT,
                        ClassRule.QuantileType.TYPE_7,
                        List.of(classes),
                        List.of(classes)));
    }

    private Indices() {}
}
