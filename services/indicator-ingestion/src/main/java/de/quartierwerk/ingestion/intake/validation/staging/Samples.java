package de.quartierwerk.ingestion.intake.validation.staging;

import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.catalogue.Kind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The numbers of each indicator, period and level while a file is read, for the range that is usual among spaces.
 * Memory is bounded: past a million numbers only every second, fourth and so on of each is kept.
 */
public final class Samples {
    private static final int MOST_NUMBERS = 1_000_000;
    private static final int MOST_GROUPS = 20_000;

    private final Map<Group, Sample> samples = new LinkedHashMap<>();
    private final Map<String, Kind> kinds = new HashMap<>();
    private int kept;
    private int stride = 1;

    /** What is compared with each other. */
    public record Group(String indicator, String period, String level) {
        private static final int GOLDEN = 0x9E3779B9;

        /** Codes and years that differ in one digit would meet in the usual sum of hashes all the time. */
        @Override
        public int hashCode() {
            return (indicator.hashCode() * GOLDEN + period.hashCode()) * GOLDEN + level.hashCode();
        }
    }

    private static final class Sample {
        private double[] numbers = new double[16];
        private int size;
        private long seen;
        private double least = Double.POSITIVE_INFINITY;
        private double greatest = Double.NEGATIVE_INFINITY;

        int thinOut() {
            int before = size;
            size = 0;
            for (int i = 0; i < before; i += 2) {
                numbers[size++] = numbers[i];
            }
            return before - size;
        }
    }

    void add(Group group, Indicator indicator, BigDecimal value) {
        Sample sample = samples.get(group);
        if (sample == null) {
            if (samples.size() == MOST_GROUPS) {
                return;
            }
            sample = new Sample();
            samples.put(group, sample);
        }
        kinds.putIfAbsent(indicator.code(), indicator.definition().kind());
        double number = value.doubleValue();
        sample.least = Math.min(sample.least, number);
        sample.greatest = Math.max(sample.greatest, number);
        if (sample.seen++ % stride != 0) {
            return;
        }
        if (sample.size == sample.numbers.length) {
            sample.numbers = Arrays.copyOf(sample.numbers, sample.size * 2);
        }
        sample.numbers[sample.size++] = number;
        if (++kept > MOST_NUMBERS) {
            samples.values().forEach(each -> kept -= each.thinOut());
            stride *= 2;
        }
    }

    /** The usual ranges of those groups that have values beyond them. */
    public Map<Group, RobustSpread.Bounds> exceeded() {
        Map<Group, RobustSpread.Bounds> exceeded = new LinkedHashMap<>();
        samples.forEach((group, sample) -> {
            double[] numbers = Arrays.copyOf(sample.numbers, sample.size);
            boolean count = kinds.get(group.indicator) == Kind.COUNT;
            Optional<RobustSpread.Bounds> bounds = count || sample.least < 0
                    ? RobustSpread.bounds(numbers, count && sample.least >= 0)
                    : RobustSpread.skewedBounds(numbers);
            bounds.filter(range -> !range.hold(sample.least) || !range.hold(sample.greatest))
                    .ifPresent(range -> exceeded.put(group, range));
        });
        return exceeded;
    }

    /** The periods of each indicator. */
    public Map<String, Set<String>> periods() {
        Map<String, Set<String>> periods = new LinkedHashMap<>();
        samples.keySet()
                .forEach(group -> periods.computeIfAbsent(group.indicator, code -> new TreeSet<>())
                        .add(group.period));
        return periods;
    }

    /** The indicators that are counts. */
    public Set<String> counts() {
        Set<String> counts = new TreeSet<>();
        kinds.forEach((code, kind) -> {
            if (kind == Kind.COUNT) {
                counts.add(code);
            }
        });
        return counts;
    }
}
