package de.quartierwerk.ingestion.delivery.periodlock;

import de.quartierwerk.events.Period;
import de.quartierwerk.kit.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Locks and their exceptions in the database, and what they say about staged values. */
@ApplicationScoped
class LockRepository {
    /** The days of locked periods; takes the first three of {@link #parameters}. */
    private static final String LOCKED_DAYS = """
            with locked_days as (
              select * from unnest(?::text[], ?::text[]::date[], ?::text[]::date[]) d (code, first, last))
            """;

    /** The first lock, in the order of codes, that holds for a staged value {@code s} of the submission {@code m}. */
    private static final String FIRST_LOCK = """
            (select min(l.code) from period_lock l left join locked_days d on d.code = l.code
             where (s.period_end between d.first and d.last or s.period_end <= l.until)
               and (l.indicators = '{}' or s.indicator = any(l.indicators))
               and (l.area is null or exists (select 1 from space p where p.key = s.space and l.area = any(p.path)))
               and not exists (select 1 from period_lock_exception e
                 where e.lock = l.code and (e.submitter = m.submitter or e.organisation = m.organisation)
                   and m.received_at < e.expires_at))""";

    private final Sql sql;

    LockRepository(Sql sql) {
        this.sql = sql;
    }

    /** A staged value that a lock keeps out. */
    record Locked(int sheet, long line, int column, String period, String lock, boolean usable) {}

    boolean none() {
        return sql.number("select count(*) from (select 1 from period_lock limit 1) l") == 0;
    }

    /** Takes the locked values out of a submission and hands them on in the order of its lines. */
    void takeOut(UUID submission, Consumer<Locked> taken) {
        sql.each(
                LOCKED_DAYS + """
                , judged as (
                  select s.ctid, {lock} as lock from staged_value s join submission m on m.id = s.submission
                  where s.submission = ?),
                gone as (
                  delete from staged_value s using judged j where j.lock is not null and s.ctid = j.ctid
                  returning s.sheet, s.line, s.column_number, s.period, j.lock, s.status <> 'missing' as usable)
                select * from gone order by sheet, line, column_number""".replace("{lock}", FIRST_LOCK),
                row -> new Locked(
                        row.getInt("sheet"),
                        row.getLong("line"),
                        row.getInt("column_number"),
                        row.getString("period"),
                        row.getString("lock"),
                        row.getBoolean("usable")),
                taken,
                parameters(submission));
    }

    /** The first lock that holds for a value of the submission. */
    Optional<String> lockOf(UUID submission) {
        return sql.first(
                        LOCKED_DAYS + "select min(" + FIRST_LOCK
                                + ") as lock from staged_value s join submission m on m.id = s.submission"
                                + " where s.submission = ?",
                        row -> Optional.ofNullable(row.getString("lock")),
                        parameters(submission))
                .flatMap(found -> found);
    }

    private Object[] parameters(UUID submission) {
        List<String> codes = new ArrayList<>();
        List<String> first = new ArrayList<>();
        List<String> last = new ArrayList<>();
        sql.visit("select code, period from period_lock where period is not null order by code", row -> {
            Period period = Period.parse(row.getString("period")).orElseThrow();
            codes.add(row.getString("code"));
            first.add(period.first().toString());
            last.add(period.last().toString());
        });
        return new Object[] {
            codes.toArray(String[]::new), first.toArray(String[]::new), last.toArray(String[]::new), submission
        };
    }

    void lock(String code) {
        sql.call("select pg_advisory_xact_lock(hashtextextended('period-lock ' || ?, 0))", code);
    }

    Optional<LockView> find(String code) {
        return withExceptions(sql.list("select * from period_lock where code = ?", LockRepository::read, code)).stream()
                .findFirst();
    }

    List<LockView> page(String after, int limit) {
        return withExceptions(sql.list(
                "select * from period_lock where code > ? order by code limit ?", LockRepository::read, after, limit));
    }

    void store(String code, PeriodLock lock, String by) {
        sql.update(
                """
                insert into period_lock (code, period, until, indicators, area, reason, locked_by)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (code) do update set version = period_lock.version + 1, period = excluded.period,
                  until = excluded.until, indicators = excluded.indicators, area = excluded.area,
                  reason = excluded.reason, locked_at = clock_timestamp(), locked_by = excluded.locked_by""",
                code,
                lock.period(),
                lock.until(),
                lock.indicators().toArray(String[]::new),
                lock.area(),
                lock.reason(),
                by);
    }

    void delete(String code) {
        sql.update("delete from period_lock where code = ?", code);
    }

    void storeException(String lock, String code, LockException exception, String by) {
        sql.update(
                """
                insert into period_lock_exception (lock, code, submitter, organisation, expires_at, reason, granted_by)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (lock, code) do update set submitter = excluded.submitter,
                  organisation = excluded.organisation, expires_at = excluded.expires_at, reason = excluded.reason,
                  granted_at = clock_timestamp(), granted_by = excluded.granted_by""",
                lock,
                code,
                exception.submitter(),
                exception.organisation(),
                exception.expiresAt(),
                exception.reason(),
                by);
    }

    private List<LockView> withExceptions(List<LockView> locks) {
        Map<String, List<LockView.Granted>> exceptions = new HashMap<>();
        String[] codes = locks.stream().map(LockView::code).toArray(String[]::new);
        sql.list(
                "select *, expires_at > clock_timestamp() as active from period_lock_exception"
                        + " where lock = any(?) order by lock, code",
                row -> exceptions
                        .computeIfAbsent(row.getString("lock"), lock -> new ArrayList<>())
                        .add(exception(row)),
                (Object) codes);
        return locks.stream()
                .map(lock -> lock.with(exceptions.getOrDefault(lock.code(), List.of())))
                .toList();
    }

    private static LockView.Granted exception(ResultSet row) throws SQLException {
        LockException exception = new LockException(
                row.getString("submitter"),
                row.getString("organisation"),
                Sql.instant(row, "expires_at"),
                row.getString("reason"));
        return new LockView.Granted(
                row.getString("code"),
                exception,
                Sql.instant(row, "granted_at"),
                row.getString("granted_by"),
                row.getBoolean("active"));
    }

    private static LockView read(ResultSet row) throws SQLException {
        PeriodLock lock = new PeriodLock(
                row.getString("period"),
                row.getObject("until", LocalDate.class),
                Sql.texts(row, "indicators"),
                row.getString("area"),
                row.getString("reason"));
        return new LockView(
                row.getString("code"),
                row.getLong("version"),
                lock,
                Sql.instant(row, "locked_at"),
                row.getString("locked_by"),
                List.of());
    }
}
