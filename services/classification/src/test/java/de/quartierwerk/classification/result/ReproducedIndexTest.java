package de.quartierwerk.classification.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.quartierwerk.classification.indicator.Indicator;
import de.quartierwerk.classification.method.ClassRule;
import de.quartierwerk.classification.method.Classification;
import de.quartierwerk.classification.method.Column;
import de.quartierwerk.classification.method.Combine;
import de.quartierwerk.classification.method.Component;
import de.quartierwerk.classification.method.Index;
import de.quartierwerk.classification.method.IndexOutcome;
import de.quartierwerk.classification.method.Measure;
import de.quartierwerk.classification.method.Missing;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.method.Polarity;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.method.Selection;
import de.quartierwerk.classification.method.Standardise;
import de.quartierwerk.classification.method.Territory;
import de.quartierwerk.classification.method.Transform;
import de.quartierwerk.classification.method.Universe;
import de.quartierwerk.kit.problem.Messages;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The numbers of an explanation give the index again, for every space, by every way to compute one. */
class ReproducedIndexTest {
    private static final int SPACES = 40;
    private static final Sentences SENTENCES = new Sentences(new Words(
            new Messages(),
            Locale.ENGLISH,
            Map.of("x0", new Indicator("x0", "x0", "percent", "ratio", "burden", 3, null)),
            Map.of()));
    private static final Set<Combine> ONLY_POSITIVE =
            EnumSet.of(Combine.GEOMETRIC_MEAN, Combine.HARMONIC_MEAN, Combine.POWER_MEAN);
    private static final Set<Standardise> WAYS = EnumSet.complementOf(EnumSet.of(Standardise.NORMAL_SCORE));
    private static final List<Transform> TRANSFORMS = List.of(
            Transform.NONE,
            Transform.parse("log").orElseThrow(),
            Transform.parse("cap(60)").orElseThrow());

    @Test
    @Tag("long")
    void everySpacesIndexFollowsFromTheNumbersShown() {
        int reproduced = 0;
        for (Combine combine : Combine.values()) {
            for (Standardise standardise : Standardise.values()) {
                if (combine == Combine.PRODUCT || standardise == Standardise.NORMAL_SCORE) {
                    continue;
                }
                boolean positive = !ONLY_POSITIVE.contains(combine)
                        || (standardise != Standardise.Z_POPULATION && standardise != Standardise.Z_SAMPLE);
                boolean linear = standardise == Standardise.NONE || standardise == Standardise.Z_POPULATION;
                if (positive && (!combine.estimated() || linear)) {
                    for (Standardise again : WAYS) {
                        reproduced += check(index(combine, standardise, again, Missing.EXCLUDE_SPACE));
                        if (!combine.estimated()) {
                            reproduced += check(index(combine, standardise, again, Missing.RENORMALISE_WEIGHTS));
                        }
                    }
                }
            }
        }

        assertThat(reproduced).isGreaterThan(13_000);
    }

    private static Index index(Combine combine, Standardise standardise, Standardise again, Missing missing) {
        List<Component> components = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            boolean relief = c == 1 && !ONLY_POSITIVE.contains(combine);
            components.add(new Component(
                    "x" + c,
                    null,
                    Measure.VALUE,
                    0,
                    TRANSFORMS.get(c),
                    relief ? Polarity.RELIEF : Polarity.BURDEN,
                    combine.estimated() ? Standardise.Z_POPULATION : standardise,
                    c + 0.5));
        }
        ClassRule classes = new ClassRule(
                ClassRule.Method.QUANTILES,
                List.of(),
                ClassRule.Closed.RIGHT,
                ClassRule.QuantileType.TYPE_7,
                List.of("1", "2", "3", "4"),
                List.of("a", "b", "c", "d"));
        return new Index("i", "I", components, combine, missing, again, null, "x0", classes);
    }

    private static int check(Index index) {
        Outcome outcome = outcome(index);
        IndexOutcome found = outcome.index("i");
        int checked = 0;
        for (int i = 0; i < SPACES; i++) {
            Explanation.IndexPart part = new IndexParts(outcome, i, ExactScope.EXACT).of(found, SENTENCES);
            if (part.value() != null) {
                checked++;
                String name =
                        index.combine() + " of " + index.components().get(0).standardise() + ", then "
                                + index.restandardise() + ", " + index.missing() + " at " + i;
                double raw = raw(part);
                assertThat(raw).as(name).isCloseTo(part.raw(), within(1e-7));
                double value = place(
                        part.restandardise(),
                        raw,
                        part.scale().mean(),
                        part.scale().deviation(),
                        part.scale().minimum(),
                        part.scale().maximum(),
                        part.standing().position());
                assertThat(value).as(name).isCloseTo(part.value(), within(1e-7));
                assertThat(classOf(part)).as(name).isEqualTo(part.found().classCode());
            }
        }
        return checked;
    }

    private static double raw(Explanation.IndexPart part) {
        boolean positive = ONLY_POSITIVE.contains(part.combine());
        boolean folds = part.combine() == Combine.MAXIMUM || part.combine() == Combine.MINIMUM;
        double sum = 0;
        for (Explanation.ComponentPart component : part.components()) {
            if (positive
                    && part.combine() != Combine.POWER_MEAN
                    && component.standardised() != null
                    && component.standardised() == 0) {
                return 0; // a product with 0, whose logarithm has no number
            }
            if (component.part().contribution() != null) {
                double sign = component.prepared().polarity().sign();
                double low = sign > 0
                        ? component.scale().minimum()
                        : -component.scale().maximum();
                double high = sign > 0
                        ? component.scale().maximum()
                        : -component.scale().minimum();
                double place = place(
                        component.standardise(),
                        sign * transformed(component),
                        sign * component.scale().mean(),
                        component.scale().deviation(),
                        low,
                        high,
                        component.position());
                assertThat(place).isCloseTo(component.standardised(), within(1e-7));
                double contribution = folds
                        ? component.part().contribution()
                        : component.part().share() * inside(part.combine(), place);
                assertThat(contribution).isCloseTo(component.part().contribution(), within(1e-7));
                sum += contribution;
            }
        }
        return switch (part.combine()) {
            case GEOMETRIC_MEAN -> Math.exp(sum);
            case HARMONIC_MEAN -> 1 / sum;
            default -> sum;
        };
    }

    private static double inside(Combine combine, double place) {
        return switch (combine) {
            case GEOMETRIC_MEAN -> Math.log(place);
            case HARMONIC_MEAN -> 1 / place;
            default -> place;
        };
    }

    private static double transformed(Explanation.ComponentPart component) {
        double value = component.measured().value();
        double transformed = switch (component.prepared().transform()) {
            case "log" -> Math.log(value);
            case "cap(60)" -> Math.min(60, value);
            default -> value;
        };
        assertThat(transformed).isCloseTo(component.prepared().transformed(), within(1e-9));
        return transformed;
    }

    private static double place(
            Standardise how,
            double x,
            double mean,
            double deviation,
            double low,
            double high,
            Explanation.Position at) {
        double upwards = at.of() + 1 - at.rank();
        return switch (how) {
            case NONE -> x;
            case Z_POPULATION, Z_SAMPLE -> (x - mean) / deviation;
            case MIN_MAX -> (x - low) / (high - low);
            case SHARE_OF_MAXIMUM -> x / Math.max(Math.abs(low), Math.abs(high));
            case RANK -> upwards;
            case PERCENTILE -> (upwards - 0.5) / at.of() * 100;
            case PERCENT_RANK -> (upwards - 1) / (at.of() - 1);
            case NORMAL_SCORE -> throw new AssertionError("needs the normal distribution");
            case RANK_EXPONENTIAL -> -23 * Math.log(1 - upwards / at.of() * (1 - Math.exp(-100.0 / 23)));
        };
    }

    private static String classOf(Explanation.IndexPart part) {
        int at = 0;
        while (at < part.found().breaks().size()
                && part.value() > part.found().breaks().get(at)) {
            at++;
        }
        return String.valueOf(at + 1);
    }

    private static Outcome outcome(Index index) {
        Random random = new Random(7);
        List<String> keys = new ArrayList<>();
        List<Integer> parents = new ArrayList<>();
        Column[] columns = {new Column(SPACES), new Column(SPACES), new Column(SPACES)};
        for (int i = 0; i < SPACES; i++) {
            keys.add(String.format("S-%02d", i));
            parents.add(1 + i % 2);
            for (int c = 0; c < columns.length; c++) {
                double value = (double) (1 + random.nextInt(99));
                boolean missing = c == 2 && i % 11 == 3;
                columns[c].set(i, missing ? Double.NaN : value, value, 100, false);
            }
        }
        Territory territory = new Territory(
                "space",
                Map.of("district", 10, "municipality", 20, "space", 40),
                keys,
                parents,
                List.of(
                        new Territory.Area("D", "district", -1),
                        new Territory.Area("A", "municipality", 0),
                        new Territory.Area("B", "municipality", 0)));
        Scheme scheme = new Scheme(
                "s", "s", null, null, "space", false, Universe.EVERYTHING, List.of(index), List.of(), List.of());
        return Classification.compute(
                scheme,
                territory,
                (code, lag) -> columns[code.charAt(1) - '0'],
                Selection.without(new boolean[SPACES]));
    }

    @Test
    void aSpaceIsComparedWithItsMunicipalityItsDistrictAndAll() {
        Outcome outcome =
                outcome(index(Combine.SUM, Standardise.Z_POPULATION, Standardise.NONE, Missing.EXCLUDE_SPACE));

        Explanation.IndexPart part = new IndexParts(outcome, 0, ExactScope.PUBLIC).of(outcome.index("i"), SENTENCES);

        List<Explanation.AreaComparison> areas = part.components().get(0).areas();
        assertThat(areas).extracting(Explanation.AreaComparison::area).containsExactly("A", "D", "all");
        double municipality = 0;
        double all = 0;
        Column column = outcome.figures().column("x0", 0);
        for (int i = 0; i < SPACES; i++) {
            municipality += i % 2 == 0 ? column.numerator(i) : 0;
            all += column.numerator(i);
        }
        assertThat(areas.get(0).rate()).isCloseTo(municipality / 2000, within(1e-10));
        assertThat(areas.get(0).position().of()).isEqualTo(20);
        assertThat(areas.get(2).numerator()).isEqualTo(all);
        assertThat(areas.get(2).deviationPercent())
                .isCloseTo((column.numerator(0) / 100 - all / 4000) / (all / 4000) * 100, within(1e-8));
        assertThat(part.standing().areas())
                .extracting(Explanation.AreaPosition::level)
                .containsExactly("municipality", "district");
        assertThat(part.sentences()).contains("These are " + (int) column.numerator(0) + " of 100.");
    }

    @Test
    void whereASuppressedValueTakesPartNothingButTheClassIsTold() {
        Index index = index(Combine.SUM, Standardise.Z_POPULATION, Standardise.NONE, Missing.EXCLUDE_SPACE);
        Outcome outcome = outcome(index);
        outcome.figures().column("x0", 0).set(5, 3, 3, 100, true);
        Outcome guarded = Classification.compute(
                outcome.scheme(), outcome.territory(), outcome.figures(), Selection.without(new boolean[SPACES]));

        Explanation.IndexPart other = new IndexParts(guarded, 0, ExactScope.PUBLIC).of(guarded.index("i"), SENTENCES);
        Explanation.IndexPart own = new IndexParts(guarded, 5, ExactScope.PUBLIC).of(guarded.index("i"), SENTENCES);

        assertThat(other.found().classCode()).isEqualTo(guarded.index("i").classCode(0));
        assertThat(other.standing().position()).isNull();
        assertThat(other.components().get(0).measured().value())
                .isEqualTo(outcome.measured(index.components().get(0), 0));
        assertThat(other.components().get(0).part().contribution()).isNull();
        assertThat(other.components().get(0).part().leftOut()).isNull();
        assertThat(other.components().get(0).areas().get(0).withheld()).isFalse();
        assertThat(other.components().get(0).areas().get(2).withheld()).isTrue();
        assertThat(other.components().get(0).areas().get(2).rate()).isNull();
        assertThat(own.components().get(0).measured().value()).isNull();
        assertThat(own.components().get(0).measured().numerator()).isNull();
        assertThat(own.sentences())
                .startsWith("“I”: class 1 (a).", "“x0” has no value here that can be shown.", "“x1” is 43.");
    }
}
