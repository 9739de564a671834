package de.quartierwerk.ingestion.release;

import de.quartierwerk.disclosure.Reason;
import de.quartierwerk.events.ProtectedValues;
import de.quartierwerk.events.PublicValues;
import de.quartierwerk.events.ValueStatus;
import de.quartierwerk.kit.database.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A batch of released values in columns, from which both events about it are made. */
final class ReleasedBatch {
    private final long releaseNumber;
    private final UUID release;
    private final Instant recordedAt;
    private final int of;
    private final int number;
    private final Group group;
    private final List<String> spaces = new ArrayList<>();
    private final List<BigDecimal> values = new ArrayList<>();
    private final List<BigDecimal> numerators = new ArrayList<>();
    private final List<BigDecimal> denominators = new ArrayList<>();
    private final List<String> statuses = new ArrayList<>();
    private final List<String> publicStatuses = new ArrayList<>();
    private final List<BigDecimal> publicValues = new ArrayList<>();
    private final List<BigDecimal> roundedValues = new ArrayList<>();
    private final List<BigDecimal> publicNumerators = new ArrayList<>();
    private final List<BigDecimal> publicDenominators = new ArrayList<>();

    ReleasedBatch(long releaseNumber, UUID release, Instant recordedAt, int number, int of, Group group) {
        this.releaseNumber = releaseNumber;
        this.release = release;
        this.recordedAt = recordedAt;
        this.number = number;
        this.of = of;
        this.group = group;
    }

    static ReleasedBatch start(ResultSet row, int number, Group group) throws SQLException {
        return new ReleasedBatch(
                row.getLong("number"),
                row.getObject("id", UUID.class),
                Sql.instant(row, "recorded_at"),
                number,
                row.getInt("batches"),
                group);
    }

    void add(ResultSet row) throws SQLException {
        add(
                row.getString("space"),
                row.getBigDecimal("value"),
                row.getBigDecimal("numerator"),
                row.getBigDecimal("denominator"),
                row.getString("status"),
                row.getString("public_status"),
                row.getString("suppression"),
                row.getBigDecimal("rounded"));
    }

    void add(
            String space,
            BigDecimal value,
            BigDecimal numerator,
            BigDecimal denominator,
            String status,
            String publicStatus,
            String suppression,
            BigDecimal rounded) {
        boolean hidden = publicStatus.equals(ValueStatus.SUPPRESSED);
        boolean denominatorHidden =
                hidden && (suppression == null || !Reason.valueOf(suppression).leavesDenominator());
        spaces.add(space);
        values.add(value);
        numerators.add(numerator);
        denominators.add(denominator);
        statuses.add(status);
        publicStatuses.add(publicStatus);
        publicValues.add(hidden ? null : rounded == null ? value : rounded);
        roundedValues.add(hidden ? null : rounded);
        publicNumerators.add(hidden || rounded != null ? null : numerator);
        publicDenominators.add(denominatorHidden || rounded != null ? null : denominator);
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
