package de.quartierwerk.reporting.indicator;

import de.quartierwerk.events.Period;
import de.quartierwerk.events.PublicValues;
import de.quartierwerk.kit.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The public values of the read model. */
@ApplicationScoped
public class ReleasedValues {
    private final Sql sql;

    ReleasedValues(Sql sql) {
        this.sql = sql;
    }

    /**
     * Keeps a part of a release where nobody sees it. The row of the release stays locked until the commit, so that of
     * two parts that come at the same time exactly one finds the release complete.
     */
    void keep(PublicValues part) {
        sql.update(
                "insert into value_release (id, recorded_at, parts, complete) values (?, ?, ?, false) "
                        + "on conflict (id) do update set parts = excluded.parts",
                part.release(),
                part.recordedAt(),
                part.of());
        sql.update(
                "insert into value_part (release, batch, indicator, period, period_end, spaces, amounts, numerators, "
                        + "denominators, statuses) select ?, ?, ?, ?, ?, ?, ?, ?, ?, ? "
                        + "where exists (select from value_release where id = ? and not complete) on conflict do nothing",
                part.release(),
                part.batch(),
                part.indicator(),
                part.period(),
                part.periodEnd(),
                part.spaces().toArray(String[]::new),
                part.values().toArray(BigDecimal[]::new),
                part.numerators().toArray(BigDecimal[]::new),
                part.denominators().toArray(BigDecimal[]::new),
                part.statuses().toArray(String[]::new),
                part.release());
    }

    /** Number of parts of a release that wait to be seen; 0 once it is visible. */
    int partsOf(UUID release) {
        return sql.first(
                        "select count(*) as parts from value_part where release = ?",
                        row -> row.getInt("parts"),
                        release)
                .orElseThrow();
    }

    /** Makes a release visible; a value that was released later stays. */
    void reveal(UUID release) {
        sql.update(
                "insert into public_value (indicator, period, space, period_end, amount, numerator, denominator, status, "
                        + "release, recorded_at) "
                        + "select distinct on (p.indicator, p.period, v.space) p.indicator, p.period, v.space, "
                        + "p.period_end, v.amount, v.numerator, v.denominator, v.status, p.release, r.recorded_at "
                        + "from value_part p join value_release r on r.id = p.release "
                        + "cross join lateral unnest(p.spaces, p.amounts, p.numerators, p.denominators, p.statuses) "
                        + "as v(space, amount, numerator, denominator, status) where p.release = ? "
                        + "order by p.indicator, p.period, v.space, p.batch "
                        + "on conflict (indicator, period, space) do update set period_end = excluded.period_end, "
                        + "amount = excluded.amount, numerator = excluded.numerator, "
                        + "denominator = excluded.denominator, status = excluded.status, "
                        + "release = excluded.release, recorded_at = excluded.recorded_at "
                        + "where (public_value.recorded_at, public_value.release) "
                        + "< (excluded.recorded_at, excluded.release)",
                release);
        sql.update("delete from value_part where release = ?", release);
        sql.update("update value_release set complete = true where id = ?", release);
    }

    /** Empties the read model of values. */
    public void clear() {
        sql.update("truncate value_release, value_part, public_value");
    }

    /**
     * Values of spaces whose reference date lies in a period; of several of one indicator and space the latest. In the
     * order of indicator and space.
     */
    public List<PublicValue> in(Period period, Collection<String> spaces) {
        return sql.list(
                "select distinct on (indicator, space) * from public_value where space = any(?) "
                        + "and period_end between ? and ? "
                        + "order by indicator, space, period_end desc, recorded_at desc, period",
                ReleasedValues::value,
                spaces.toArray(String[]::new),
                period.first(),
                period.last());
    }

    /** All values of a space, by indicator from the oldest reference date to the latest. */
    public Map<String, List<PublicValue>> historyOf(String space) {
        return sql
                .list(
                        "select * from public_value where space = ? order by indicator, period_end, period",
                        ReleasedValues::value,
                        space)
                .stream()
                .collect(Collectors.groupingBy(PublicValue::indicator));
    }

    /** Medians of the shown values of spaces, by indicator, of reference dates that lie in a period. */
    public Map<String, BigDecimal> medians(Period period, Collection<String> spaces) {
        return in(period, spaces).stream()
                .filter(value -> value.value() != null)
                .collect(Collectors.groupingBy(
                        PublicValue::indicator,
                        Collectors.collectingAndThen(
                                Collectors.mapping(PublicValue::value, Collectors.toList()), Medians::of)));
    }

    private static PublicValue value(ResultSet row) throws SQLException {
        return new PublicValue(
                row.getString("indicator"),
                row.getString("space"),
                row.getString("period"),
                row.getObject("period_end", LocalDate.class),
                row.getBigDecimal("amount"),
                row.getBigDecimal("numerator"),
                row.getBigDecimal("denominator"),
                row.getString("status"),
                row.getObject("release", UUID.class));
    }
}
