package de.quartierwerk.classification.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Transforms of a column before it is standardised, by numbers worked out elsewhere (NumPy, SciPy, COINr). */
class TransformsTest {
    @Test
    void transformsInTheirOrder() {
        assertThat(transformed(0.25, "logit")).isCloseTo(Math.log(1.0 / 3), within(1e-12));
        assertThat(transformed(1, "logit")).isNaN();
        assertThat(transformed(0.25, "arcsine-square-root")).isCloseTo(Math.PI / 6, within(1e-12));
        assertThat(transformed(90000, "cap(75000)", "log")).isCloseTo(Math.log(75000), within(1e-12));
        assertThat(transformed(4, "power(-0.5)")).isEqualTo(0.5);
        assertThat(transformed(3, "multiply(2)", "add(-1)", "power(2)")).isEqualTo(25);
        assertThat(transformed(0.5495 - 1e-16, "round(3)")).isEqualTo(0.55);
    }

    private static double transformed(double x, String... transforms) {
        double y = x;
        for (String transform : transforms) {
            y = Transform.parse(transform).orElseThrow().apply(y);
        }
        return y;
    }

    @ParameterizedTest
    @CsvSource({"power", "round(1.5)", "'winsorise(0, 3, 1)'", "'winsorise(2, 3.5)'", "log(2)", "cube"})
    void whatIsNoTransform(String text) {
        assertThat(Transform.parse(text)).isEmpty();
    }

    @Test
    void outliersBecomeTheNextNumberUntilTheColumnPasses() {
        double[] x = {1, 2, 2, 3, 4, 5, 7, 9, 50, 120};
        Transform transform = Transform.parse("winsorise(2, 3.5, 5)").orElseThrow();

        Winsorising found = Winsorising.of(transform, x);

        assertThat(Winsorising.skewness(x)).isCloseTo(2.490798362916731, within(1e-12));
        assertThat(Winsorising.kurtosis(x)).isCloseTo(6.194914047872995, within(1e-12));
        assertThat(found).isEqualTo(new Winsorising(1, 50, 1, true));
        Component component = new Component(
                "x",
                null,
                null,
                Measure.VALUE,
                0,
                null,
                List.of(transform),
                Polarity.BURDEN,
                PolarityOrder.BEFORE,
                Standardisation.NONE,
                1);
        assertThat(Samples.values(component, Map.of("x", Column.of(x)))).endsWith(9, 50, 50);
    }
}
