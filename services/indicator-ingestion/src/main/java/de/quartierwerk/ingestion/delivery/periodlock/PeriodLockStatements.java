package de.quartierwerk.ingestion.delivery.periodlock;

import de.quartierwerk.events.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/** Finds the staged values that locks keep out. */
@ApplicationScoped
class PeriodLockStatements {
    /** The days of locked periods; takes the first three of {@link #parameters}. */
    private static final String LOCKED_DAYS = """
            with locked_days as (
              select * from unnest(?::text[], ?::text[]::date[], ?::text[]::date[]) d (code, first, last))
            """;

    /** The first lock, in the order of codes, that applies to a staged value {@code s} of the submission {@code m}. */
    private static final String FIRST_LOCK = """
            (select min(l.code) from period_lock l left join locked_days d on d.code = l.code
             where (s.period_end between d.first and d.last or s.period_end <= l.until)
               and (l.indicators = '{}' or s.indicator = any(l.indicators))
               and (l.area is null or exists (select 1 from space p where p.key = s.space and l.area = any(p.path)))
               and not exists (select 1 from period_lock_exception e
                 where e.lock = l.code and (e.submitter = m.submitter or e.organisation = m.organisation)
                   and m.received_at < e.expires_at))""";

    private final Jdbi database;

    PeriodLockStatements(Jdbi database) {
        this.database = database;
    }

    /** A staged value that a lock keeps out. */
    record Locked(int sheet, long line, int column, String period, String lock, boolean usable) {}

    /**
     * Takes the locked values out of a submission and hands them on in the order of its lines.
     *
     * @param periods the locks of one period
     */
    void takeOut(UUID submission, List<PeriodLockRepository.OfPeriod> periods, Consumer<Locked> taken) {
        String sql = LOCKED_DAYS + """
                , judged as (
                  select s.ctid, {lock} as lock from staged_value s join submission m on m.id = s.submission
                  where s.submission = ?),
                gone as (
                  delete from staged_value s using judged j where j.lock is not null and s.ctid = j.ctid
                  returning s.sheet, s.line, s.column_number, s.period, j.lock, s.status <> 'missing' as usable)
                select * from gone order by sheet, line, column_number""".replace("{lock}", FIRST_LOCK);
        database.useHandle(handle -> handle.select(sql, parameters(submission, periods))
                .map((row, context) -> new Locked(
                        row.getInt("sheet"),
                        row.getLong("line"),
                        row.getInt("column_number"),
                        row.getString("period"),
                        row.getString("lock"),
                        row.getBoolean("usable")))
                .useIterator(values -> values.forEachRemaining(taken)));
    }

    /**
     * The first lock that applies to a value of the submission.
     *
     * @param periods the locks of one period
     */
    Optional<String> lockOf(UUID submission, List<PeriodLockRepository.OfPeriod> periods) {
        String sql = LOCKED_DAYS + "select min(" + FIRST_LOCK
                + ") as lock from staged_value s join submission m on m.id = s.submission where s.submission = ?";
        return database.withHandle(handle -> handle.select(sql, parameters(submission, periods))
                .map((row, context) -> Optional.ofNullable(row.getString("lock")))
                .one());
    }

    private static Object[] parameters(UUID submission, List<PeriodLockRepository.OfPeriod> periods) {
        List<Period> read = periods.stream()
                .map(lock -> Period.parse(lock.period()).orElseThrow())
                .toList();
        return new Object[] {
            texts(periods, PeriodLockRepository.OfPeriod::code),
            texts(read, period -> period.first().toString()),
            texts(read, period -> period.last().toString()),
            submission
        };
    }

    private static <T> String[] texts(List<T> list, Function<T, String> text) {
        return list.stream().map(text).toArray(String[]::new);
    }
}
