package de.quartierwerk.classification.run.compute;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What earlier runs leave possible of suppressed counts, and the spaces that runs withhold. */
@ApplicationScoped
class ConfinementStatements {
    private static final String STORE = """
            insert into confinement (indicator, day, space, count, below, above, lower, higher)
            select u.indicator, u.day::date, u.space collate "C", u.count::double precision, min(u.below::integer),
                min(u.above::integer), bool_and(u.lower::boolean), bool_and(u.higher::boolean)
            from unnest(?, ?, ?, ?, ?, ?, ?, ?) as u (indicator, day, space, count, below, above, lower, higher)
            group by 1, 2, 3, 4
            on conflict (indicator, day, space, count) do update set
                below = least(confinement.below, excluded.below), above = least(confinement.above, excluded.above),
                lower = confinement.lower and excluded.lower, higher = confinement.higher and excluded.higher""";

    /** Always in the same order, so that two that want several do not wait for each other. */
    private static final String LOCK = """
            select pg_advisory_xact_lock(key) from (
                select distinct hashtextextended('confinement ' || indicator, 0) as key from unnest(?) as u (indicator)
                order by key) locks""";

    private final Jdbi jdbi;

    ConfinementStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What classes and needs leave possible of a suppressed count.
     *
     * @param room what is left possible
     */
    record Left(String indicator, LocalDate day, String space, double count, Room room) {
        Left with(Room other) {
            return new Left(indicator, day, space, count, other);
        }

        /** The count, whatever is left possible of it. */
        Left itself() {
            return with(Room.ALL);
        }
    }

    /** The secret of the installation for lots. */
    byte[] secret() {
        return jdbi.withHandle(handle -> handle.select("select secret from withholding_secret")
                .map((row, context) -> row.getBytes(1))
                .one());
    }

    /** The reference dates of vectors. */
    Map<Long, LocalDate> days(Collection<Long> vectors) {
        Map<Long, LocalDate> days = new HashMap<>();
        jdbi.useHandle(handle -> handle.select("select id, period_end from value_vector where id = any(?)", (Object)
                        vectors.toArray(Long[]::new))
                .map((row, context) -> days.put(row.getLong("id"), row.getObject("period_end", LocalDate.class)))
                .list());
        return days;
    }

    /** Until the transaction ends no other run looks at what is left possible of counts of these indicators. */
    void lock(Collection<String> indicators) {
        jdbi.useHandle(handle -> handle.select(LOCK, (Object) indicators.toArray(String[]::new))
                .map((row, context) -> true)
                .list());
    }

    /** What earlier runs leave possible of counts of some indicators on some days; nothing is known of all others. */
    List<Left> earlier(Collection<String> indicators, Collection<LocalDate> days) {
        return jdbi.withHandle(handle -> handle.select(
                        "select * from confinement where indicator = any(?) and day = any(?::date[])",
                        indicators.toArray(String[]::new),
                        days.stream().map(LocalDate::toString).toArray(String[]::new))
                .map((row, context) -> new Left(
                        row.getString("indicator"),
                        row.getObject("day", LocalDate.class),
                        row.getString("space"),
                        row.getDouble("count"),
                        new Room(
                                row.getInt("below"),
                                row.getInt("above"),
                                row.getBoolean("lower"),
                                row.getBoolean("higher"))))
                .list());
    }

    /** Notes what is left possible from now on; what is known already stays known. */
    void store(List<Left> all) {
        jdbi.useHandle(handle -> handle.execute(STORE, arrays(all)));
    }

    private static Object[] arrays(List<Left> all) {
        return new Object[] {
            all.stream().map(Left::indicator).toArray(String[]::new),
            all.stream().map(left -> left.day().toString()).toArray(String[]::new),
            all.stream().map(Left::space).toArray(String[]::new),
            all.stream().map(left -> BigDecimal.valueOf(left.count())).toArray(BigDecimal[]::new),
            all.stream().map(left -> (long) left.room().below()).toArray(Long[]::new),
            all.stream().map(left -> (long) left.room().above()).toArray(Long[]::new),
            all.stream().map(left -> Boolean.toString(left.room().lower())).toArray(String[]::new),
            all.stream().map(left -> Boolean.toString(left.room().higher())).toArray(String[]::new)
        };
    }

    /** Notes the spaces and larger areas of which a run withholds classes and needs. */
    void withhold(UUID run, List<String> spaces) {
        if (!spaces.isEmpty()) {
            jdbi.useHandle(handle -> handle.execute(
                    "insert into run_withheld (run, space) select ?, * from unnest(?)",
                    run,
                    spaces.toArray(String[]::new)));
        }
    }

    /** The spaces and larger areas of which a run withholds classes and needs. */
    List<String> withheld(UUID run) {
        return jdbi.withHandle(handle -> handle.select("select space from run_withheld where run = ?", run)
                .mapTo(String.class)
                .list());
    }

    /** Whether a run withholds class and needs of a space. */
    boolean withholds(UUID run, String space) {
        return !jdbi.withHandle(
                        handle -> handle.select("select 1 from run_withheld where run = ? and space = ?", run, space)
                                .map((row, context) -> row.getInt(1))
                                .list())
                .isEmpty();
    }
}
