package de.quartierwerk.reporting.indicator;

import de.quartierwerk.events.Period;
import de.quartierwerk.events.PublicValues;
import de.quartierwerk.kit.database.Columns;
import de.quartierwerk.reporting.code.Codes;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** SQL on the public values of the read model and on the releases of which parts are missing. */
@ApplicationScoped
class ValueStatements {
    private static final String LOCK_RELEASE = """
            insert into value_release (id, recorded_at, parts, complete) values (?, ?, ?, false)
            on conflict (id) do update set parts = excluded.parts""";
    private static final String INSERT_PART = """
            insert into value_part (release, batch, indicator, period, period_end, spaces, amounts, numerators,
                denominators, statuses)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
            where exists (select from value_release where id = ? and not complete)
            on conflict do nothing""";
    private static final String PUBLISH_PARTS = """
            insert into public_value (indicator, period, space, period_end, amount, numerator, denominator, status,
                release, recorded_at)
            select distinct on (p.indicator, p.period, v.space)
                p.indicator, p.period, v.space, p.period_end, v.amount, v.numerator, v.denominator, v.status,
                p.release, r.recorded_at
            from value_part p join value_release r on r.id = p.release
            cross join lateral unnest(p.spaces, p.amounts, p.numerators, p.denominators, p.statuses)
                as v(space, amount, numerator, denominator, status)
            where p.release = ?
            order by p.indicator, p.period, v.space, p.batch
            on conflict (indicator, period, space) do update
            set period_end = excluded.period_end, amount = excluded.amount, numerator = excluded.numerator,
                denominator = excluded.denominator, status = excluded.status, release = excluded.release,
                recorded_at = excluded.recorded_at
            where (public_value.recorded_at, public_value.release) < (excluded.recorded_at, excluded.release)""";
    /** Where a value belongs to another space that had its key on the reference date: {@code own} is the one meant. */
    private static final String OF_ANOTHER = """
            exists (
                select from space other
                where other.key = v.space and other.valid_from <> own.valid_from and other.valid_from <= v.period_end
                    and (other.valid_to is null or other.valid_to >= v.period_end))
            """;

    private static final String IN_PERIOD = """
            select distinct on (v.indicator, v.space) v.*
            from unnest(cast(? as text[]), cast(cast(? as text[]) as date[])) as own(key, valid_from)
            join public_value v on v.space = own.key
            where v.period_end between ? and ? and not\s""" + OF_ANOTHER + """
            order by v.indicator, v.space, v.period_end desc, v.recorded_at desc, v.period""";
    private static final String OF_SPACE = """
            select v.*
            from public_value v cross join (select cast(? as date) as valid_from) as own
            where v.space = ? and not\s""" + OF_ANOTHER + """
            order by v.indicator, v.period_end, v.period""";

    private final Jdbi jdbi;

    ValueStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Inserts the row of a release unless it exists, and locks it until the commit. */
    void lockRelease(PublicValues part) {
        jdbi.useHandle(handle -> handle.execute(LOCK_RELEASE, part.release(), part.recordedAt(), part.of()));
    }

    /** Keeps a part until its release is complete; a part that is here already, or came too late, changes nothing. */
    void insertPart(PublicValues part) {
        jdbi.useHandle(handle -> handle.execute(
                INSERT_PART,
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
                part.release()));
    }

    /** Number of parts of a release that wait to be published; 0 once they are. */
    int countParts(UUID release) {
        return jdbi.withHandle(handle -> handle.select("select count(*) from value_part where release = ?", release)
                .mapTo(Integer.class)
                .one());
    }

    /** Moves the parts of a release to the public values; a value that was released later stays. */
    void publishParts(UUID release) {
        jdbi.useHandle(handle -> {
            handle.execute(PUBLISH_PARTS, release);
            handle.execute("delete from value_part where release = ?", release);
            handle.execute("update value_release set complete = true where id = ?", release);
        });
    }

    /** When the release was recorded that is the latest of all. */
    Optional<Instant> lastRelease() {
        return jdbi.withHandle(
                handle -> handle.select("select max(recorded_at) as last from value_release where complete")
                        .map((row, context) -> Optional.ofNullable(Columns.instant(row, "last")))
                        .one());
    }

    void truncate() {
        jdbi.useHandle(handle -> handle.execute("truncate value_release, value_part, public_value"));
    }

    /**
     * Values of spaces whose reference date lies in a period; of several of one indicator and space the latest. In the
     * order of indicator and space.
     */
    List<PublicValue> inPeriod(Period period, Map<String, LocalDate> spaces) {
        List<Map.Entry<String, LocalDate>> entries = List.copyOf(spaces.entrySet());
        return jdbi.withHandle(handle -> handle.select(
                        IN_PERIOD,
                        entries.stream().map(Map.Entry::getKey).toArray(String[]::new),
                        entries.stream()
                                .map(entry -> entry.getValue().toString())
                                .toArray(String[]::new),
                        period.first(),
                        period.last())
                .map((row, context) -> value(row))
                .list());
    }

    /** All values of a space, by indicator from the oldest reference date to the latest. */
    List<PublicValue> ofSpace(String space, LocalDate since) {
        return jdbi.withHandle(handle -> handle.select(OF_SPACE, since, space)
                .map((row, context) -> value(row))
                .list());
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
                Codes.parse(ValueStatus.class, row.getString("status")),
                row.getObject("release", UUID.class));
    }
}
