package de.quartierwerk.funding.ledger;

import de.quartierwerk.funding.ledger.LedgerEntry.Posting;
import de.quartierwerk.funding.ledger.LedgerResponses.Fault;
import de.quartierwerk.funding.ledger.LedgerResponses.Verification;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.kit.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** SQL on the journal. */
@ApplicationScoped
class LedgerStatements {

    private static final String NEXT = "select journal_next_entry()";

    private static final String INSERT = """
            insert into journal (entry, booked_on, cause, line, year, account, cents, application, reference, reverses,
                paper_number, reason, actor)
            select ?, ?, ?, p.line, p.year, p.account, p.cents, cast(? as uuid), ?, cast(? as bigint), ?, ?, ?
            from unnest(?, ?, ?, ?) with ordinality as p (line, year, account, cents, place) order by p.place""";

    private static final String POSTING_AT = "(select coalesce(max(posting), 0) from journal where recorded_at <= ?)";

    /** Each balance is one look into the index, however many postings there are. */
    private static final String BALANCES = """
            select w.line, w.year, a.account, j.balance
            from unnest(?, ?) as w (line, year) cross join unnest(?) as a (account)
            cross join lateral (select balance from journal where line = w.line and year = w.year
                and account = a.account and posting <= coalesce(?, 9223372036854775807)
                order by posting desc limit 1) j""";

    private static final String OF_APPLICATION = """
            select line, year, account, sum(cents) as balance from journal where application = ?
            group by line, year, account""";

    private static final String YEARS = """
            select cast(y ->> 'year' as integer) as year from budget_line, jsonb_array_elements(years) y
            where code = ? order by 1""";

    private static final String USED = """
            select exists (select from journal where line = ? and year = ?
                and (reference is not null or application is not null or cause in ('carry-over', 'transfer')
                    and cents < 0 and account = 'available' or cause = 'year-end'))""";

    private static final String ENTRY_OF =
            "select min(entry) from journal where reference = ? and cause = ? having min(entry) is not null";

    private static final String REVERSED = "select exists (select from journal where reverses = ?)";

    private static final String ENTRIES = """
            select j.* from journal j join (
                select distinct entry from journal
                where entry > ? and (cast(? as text) is null or line = ?) and (cast(? as uuid) is null or application = ?)
                    and booked_on >= ? and booked_on <= ? and recorded_at <= ?
                order by entry limit ?) page on page.entry = j.entry
            order by j.posting""";

    private static final String ENTRY = "select * from journal where entry = ? order by posting";

    private static final String TOTALS =
            "select account, sum(cents) as balance from journal where recorded_at <= ? group by account";

    /** One pass over the journal in the order of the postings. */
    private static final String VERIFY = """
            select count(*) as postings, max(entry) as entries, min(posting) filter (where not ok) as fault,
                min(entry) filter (where not ok) as fault_entry,
                (select encode(hash, 'hex') from journal order by posting desc limit 1) as head
            from (
                select posting, entry, hash = journal_hash(lag(hash, 1, '') over chain, j)
                    and posting = row_number() over chain as ok
                from journal j window chain as (order by posting)) checked""";

    /** What a list of entries is filtered by. */
    record Filter(
            @Nullable String line, @Nullable UUID application, LocalDate from, LocalDate to, Instant recordedAt) {}

    private final Jdbi jdbi;

    LedgerStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Writes an entry and answers its number; keeps other writers waiting until the transaction ends. */
    long insert(Movement movement, LocalDate day, String actor) {
        List<Map.Entry<Movement.Place, Long>> rows = new ArrayList<>(movement.cents.entrySet());
        return with(handle -> {
            long entry = handle.select(NEXT).mapTo(Long.class).one();
            handle.execute(
                    INSERT,
                    entry,
                    day,
                    movement.cause.code(),
                    movement.application,
                    movement.reference,
                    movement.reverses,
                    movement.paperNumber,
                    movement.reason,
                    actor,
                    array(rows, row -> row.getKey().line(), String[]::new),
                    array(rows, row -> row.getKey().year(), Integer[]::new),
                    array(rows, row -> row.getKey().account().code(), String[]::new),
                    array(rows, Map.Entry::getValue, Long[]::new));
            return entry;
        });
    }

    /** The number of the last posting that was known at that instant. */
    long postingAt(Instant instant) {
        return with(handle ->
                handle.select("select " + POSTING_AT, instant).mapTo(Long.class).one());
    }

    Balances balances(Collection<LineYear> places, Collection<Account> accounts, @Nullable Long lastPosting) {
        List<LineYear> all = List.copyOf(places);
        return with(handle -> read(handle.select(
                BALANCES,
                array(all, LineYear::line, String[]::new),
                array(all, LineYear::year, Integer[]::new),
                array(List.copyOf(accounts), Account::code, String[]::new),
                lastPosting)));
    }

    Balances ofApplication(UUID application) {
        return with(handle -> read(handle.select(OF_APPLICATION, application)));
    }

    /** The years of a budget line; empty where there is none of that code, or it has none. */
    List<Integer> years(String line) {
        return with(handle -> handle.select(YEARS, line).mapTo(Integer.class).list());
    }

    boolean isLine(String code) {
        return is("select exists (select from budget_line where code = ?)", code);
    }

    boolean isUsed(LineYear place) {
        return is(USED, place.line(), place.year());
    }

    boolean isReversed(long entry) {
        return is(REVERSED, entry);
    }

    Optional<Long> entryOf(String reference, Cause cause) {
        return with(handle -> handle.select(ENTRY_OF, reference, cause.code())
                .mapTo(Long.class)
                .findOne());
    }

    Optional<LedgerEntry> entry(long number) {
        return with(handle -> entries(handle.select(ENTRY, number))).stream().findFirst();
    }

    List<LedgerEntry> entries(Filter filter, long after, int limit) {
        return with(handle -> entries(handle.select(
                ENTRIES,
                after,
                filter.line(),
                filter.line(),
                filter.application(),
                filter.application(),
                filter.from(),
                filter.to(),
                filter.recordedAt(),
                limit)));
    }

    Map<Account, Money> totals(Instant recordedAt) {
        Map<Account, Money> totals = new LinkedHashMap<>();
        with(handle -> handle.select(TOTALS, recordedAt)
                        .map((row, context) -> Map.entry(
                                Account.of(row.getString("account")),
                                Money.of(row.getBigDecimal("balance").movePointLeft(2))))
                        .list())
                .forEach(each -> totals.put(each.getKey(), each.getValue()));
        return totals;
    }

    Verification verify() {
        return with(handle -> handle.select(VERIFY)
                .map((row, context) -> {
                    long fault = row.getLong("fault");
                    boolean ok = row.wasNull();
                    return new Verification(
                            row.getLong("entries"),
                            row.getLong("postings"),
                            row.getString("head"),
                            ok,
                            ok ? null : new Fault(row.getLong("fault_entry"), fault));
                })
                .one());
    }

    private boolean is(String sql, Object... arguments) {
        return with(handle -> handle.select(sql, arguments).mapTo(Boolean.class).one());
    }

    private <T> T with(Function<Handle, T> work) {
        return jdbi.withHandle(work::apply);
    }

    private static Balances read(Query query) {
        Balances balances = new Balances();
        query.map((row, context) -> balances.put(
                        row.getString("line"),
                        row.getInt("year"),
                        Account.of(row.getString("account")),
                        Money.ofCents(row.getLong("balance"))))
                .list();
        return balances;
    }

    private static List<LedgerEntry> entries(Query query) {
        Map<Long, LedgerEntry> heads = new LinkedHashMap<>();
        Map<Long, List<Posting>> postings = new LinkedHashMap<>();
        query.map((row, context) -> head(row)).list().forEach(each -> {
            heads.putIfAbsent(each.entry(), each);
            postings.computeIfAbsent(each.entry(), entry -> new ArrayList<>()).addAll(each.postings());
        });
        return heads.values().stream()
                .map(each -> each.with(Objects.requireNonNull(postings.get(each.entry()))))
                .toList();
    }

    private static LedgerEntry head(ResultSet row) throws SQLException {
        long reverses = row.getLong("reverses");
        boolean plain = row.wasNull();
        return new LedgerEntry(
                row.getLong("entry"),
                Objects.requireNonNull(Columns.instant(row, "recorded_at")),
                row.getObject("booked_on", LocalDate.class),
                Cause.of(row.getString("cause")),
                row.getObject("application", UUID.class),
                row.getString("reference"),
                plain ? null : reverses,
                row.getString("paper_number"),
                row.getString("reason"),
                row.getString("actor"),
                List.of(new Posting(
                        row.getLong("posting"),
                        row.getString("line"),
                        row.getInt("year"),
                        Account.of(row.getString("account")),
                        Money.ofCents(row.getLong("cents")),
                        Money.ofCents(row.getLong("balance")))));
    }

    private static <T, V> V[] array(List<T> rows, Function<T, V> value, IntFunction<V[]> maker) {
        return rows.stream().map(value).toArray(maker);
    }
}
