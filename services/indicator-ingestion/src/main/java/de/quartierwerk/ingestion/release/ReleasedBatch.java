package de.quartierwerk.ingestion.release;

import de.quartierwerk.disclosure.Reason;
import de.quartierwerk.events.ProtectedValues;
import de.quartierwerk.events.PublicValues;
import de.quartierwerk.events.ValueStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A batch of released values in columns, from which both events about it are made. */
final class ReleasedBatch {
    private final long releaseNumber;
    private final UUID release;
    private final Instant recordedAt;
    private final int of;
    private final int number;
    private final Group group;
    private final List<String> spaces = new ArrayList<>();
    private final List<@Nullable BigDecimal> values = new ArrayList<>();
    private final List<@Nullable BigDecimal> numerators = new ArrayList<>();
    private final List<@Nullable BigDecimal> denominators = new ArrayList<>();
    private final List<String> statuses = new ArrayList<>();
    private final List<String> publicStatuses = new ArrayList<>();
    private final List<@Nullable BigDecimal> publicValues = new ArrayList<>();
    private final List<@Nullable BigDecimal> roundedValues = new ArrayList<>();
    private final List<@Nullable BigDecimal> publicNumerators = new ArrayList<>();
    private final List<@Nullable BigDecimal> publicDenominators = new ArrayList<>();

    ReleasedBatch(long releaseNumber, UUID release, Instant recordedAt, int number, int of, Group group) {
        this.releaseNumber = releaseNumber;
        this.release = release;
        this.recordedAt = recordedAt;
        this.number = number;
        this.of = of;
        this.group = group;
    }

    /**
     * A released value.
     *
     * @param suppression why the public does not see it
     * @param rounded what the public sees instead
     */
    record Value(
            String space,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            String status,
            String publicStatus,
            @Nullable String suppression,
            @Nullable BigDecimal rounded) {}

    void add(Value of) {
        boolean hidden = of.publicStatus().equals(ValueStatus.SUPPRESSED);
        boolean denominatorHidden = hidden
                && (of.suppression() == null
                        || !Reason.valueOf(of.suppression()).leavesDenominator());
        spaces.add(of.space());
        values.add(of.value());
        numerators.add(of.numerator());
        denominators.add(of.denominator());
        statuses.add(of.status());
        publicStatuses.add(of.publicStatus());
        publicValues.add(hidden ? null : of.rounded() == null ? of.value() : of.rounded());
        roundedValues.add(hidden ? null : of.rounded());
        publicNumerators.add(hidden || of.rounded() != null ? null : of.numerator());
        publicDenominators.add(denominatorHidden || of.rounded() != null ? null : of.denominator());
    }

    long releaseNumber() {
        return releaseNumber;
    }

    String indicator() {
        return group.indicator();
    }

    String subject() {
        return "releases/" + release + "/" + number;
    }

    ProtectedValues exact() {
        return new ProtectedValues(
                release,
                recordedAt,
                group.indicator(),
                group.period(),
                group.periodEnd(),
                number,
                of,
                spaces,
                values,
                numerators,
                denominators,
                statuses,
                publicStatuses,
                roundedValues.stream().allMatch(Objects::isNull) ? List.of() : roundedValues);
    }

    PublicValues controlled() {
        return new PublicValues(
                release,
                recordedAt,
                group.indicator(),
                group.period(),
                group.periodEnd(),
                number,
                of,
                spaces,
                publicValues,
                publicNumerators,
                publicDenominators,
                publicStatuses);
    }
}
