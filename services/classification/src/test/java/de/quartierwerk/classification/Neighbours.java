package de.quartierwerk.classification;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.IndicatorDefined;
import de.quartierwerk.events.LevelDefined;
import de.quartierwerk.events.ProtectedValues;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.events.SpacesImported;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.testing.TestEvents;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plays the registry and ingestion: says through the real broker what they would say. */
public final class Neighbours {
    private static final LocalDate SINCE = LocalDate.of(2000, 1, 1);

    public static void level(String code, int rank) {
        TestEvents.send(
                Topics.SOCIAL_SPACE, code, EventTypes.LEVEL_DEFINED, code, 1, new LevelDefined(code, code, rank, 1));
    }

    public static SocialSpace space(String level, String... path) {
        String key = path[path.length - 1];
        String parent = path.length > 1 ? path[path.length - 2] : null;
        return new SocialSpace(
                key,
                "Raum " + key,
                level,
                parent,
                List.of(path),
                SINCE,
                null,
                BigDecimal.valueOf(2_000_000),
                null,
                Map.of("kind", key.endsWith("9") ? "forest" : "quarter"),
                1);
    }

    public static void spaces(List<SocialSpace> spaces) {
        UUID id = UUID.randomUUID();
        TestEvents.send(
                Topics.SOCIAL_SPACE,
                spaces.get(0).key(),
                EventTypes.SPACES_IMPORTED,
                id.toString(),
                1,
                new SpacesImported(id, 0, 1, spaces));
    }

    public static void indicator(String code, String kind, String polarity) {
        indicator(code, "percent", kind, polarity);
    }

    public static void indicator(String code, String unit, String kind, String polarity) {
        indicator(code, unit, kind, polarity, 3);
    }

    public static void indicator(String code, String unit, String kind, String polarity, int minimumCount) {
        indicator(code, unit, kind, polarity, minimumCount, null);
    }

    public static void indicator(
            String code,
            String unit,
            String kind,
            String polarity,
            int minimumCount,
            IndicatorDefined.@Nullable Protection protection) {
        TestEvents.send(
                Topics.INDICATOR,
                code,
                EventTypes.INDICATOR_DEFINED,
                code,
                1,
                new IndicatorDefined(
                        code,
                        1,
                        code,
                        null,
                        unit,
                        kind,
                        polarity,
                        null,
                        null,
                        null,
                        null,
                        minimumCount,
                        null,
                        null,
                        null,
                        null,
                        protection));
    }

    /** Values of one indicator and period. */
    public static final class Batch {
        private final String indicator;
        private final String period;
        private final LocalDate periodEnd;
        private final List<String> spaces = new ArrayList<>();
        private final List<BigDecimal> values = new ArrayList<>();
        private final List<BigDecimal> numerators = new ArrayList<>();
        private final List<BigDecimal> denominators = new ArrayList<>();
        private final List<String> statuses = new ArrayList<>();
        private final List<BigDecimal> publicValues = new ArrayList<>();

        public Batch(String indicator, int year) {
            this(indicator, Integer.toString(year), LocalDate.of(year, 12, 31));
        }

        public Batch(String indicator, String period, LocalDate periodEnd) {
            this.indicator = indicator;
            this.period = period;
            this.periodEnd = periodEnd;
        }

        public Batch value(String space, double value) {
            return add(space, BigDecimal.valueOf(value), null, null, "normal");
        }

        public Batch rate(String space, int numerator, int denominator) {
            double rate = 100.0 * numerator / denominator;
            return add(
                    space,
                    BigDecimal.valueOf(rate),
                    BigDecimal.valueOf(numerator),
                    BigDecimal.valueOf(denominator),
                    "normal");
        }

        public Batch suppressed(String space, double value) {
            return add(space, BigDecimal.valueOf(value), null, null, "suppressed");
        }

        public Batch suppressedRate(String space, int numerator, int denominator) {
            rate(space, numerator, denominator);
            statuses.set(statuses.size() - 1, "suppressed");
            return this;
        }

        /** A rate that the public sees rounded and without its counts. */
        public Batch roundedRate(String space, int numerator, int denominator, double seen) {
            rate(space, numerator, denominator);
            publicValues.set(publicValues.size() - 1, BigDecimal.valueOf(seen));
            return this;
        }

        private Batch add(String space, BigDecimal value, BigDecimal numerator, BigDecimal denominator, String status) {
            spaces.add(space);
            values.add(value);
            numerators.add(numerator);
            denominators.add(denominator);
            statuses.add(status);
            publicValues.add(null);
            return this;
        }

        public ProtectedValues event(UUID release, Instant recordedAt, int batch, int of) {
            return new ProtectedValues(
                    release,
                    recordedAt,
                    indicator,
                    period,
                    periodEnd,
                    batch,
                    of,
                    spaces,
                    values,
                    numerators,
                    denominators,
                    Collections.nCopies(spaces.size(), "normal"),
                    statuses,
                    publicValues);
        }
    }

    /** Releases batches in their order and answers the release's id. */
    public static UUID release(Batch... batches) {
        return release(Instant.now(), batches);
    }

    public static UUID release(Instant recordedAt, Batch... batches) {
        UUID release = UUID.randomUUID();
        for (int i = 0; i < batches.length; i++) {
            send(batches[i].event(release, recordedAt, i, batches.length));
        }
        return release;
    }

    public static void send(ProtectedValues batch) {
        TestEvents.send(
                Topics.VALUE_PROTECTED,
                batch.indicator(),
                EventTypes.PROTECTED_VALUES_RELEASED,
                batch.release().toString(),
                1,
                batch);
    }

    private Neighbours() {}
}
