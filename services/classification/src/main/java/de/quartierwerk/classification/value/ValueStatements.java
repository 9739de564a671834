package de.quartierwerk.classification.value;

import de.quartierwerk.events.ProtectedValues;
import de.quartierwerk.kit.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Batches and vectors of values. */
@ApplicationScoped
class ValueStatements {
    /** Only keys that are missing: a conflict would use up an ordinal, too. */
    private static final String NAME_KEYS = """
            insert into space_key (key)
            select k from unnest(?) k where not exists (select 1 from space_key s where s.key = k)
            on conflict on constraint uq_space_key do nothing""";

    private static final String KEEP_BATCH = """
            insert into value_batch (release, batch, indicator, period, content)
            select ?, ?, ?, ?, ? where not exists (select 1 from value_vector where release = ?)
            on conflict on constraint pk_value_batch do nothing""";

    private static final String INPUTS = """
            select id, release from value_vector
            where indicator = ? and period_end between ? and ? and recorded_at <= ?
            order by period_end, recorded_at, release, period collate "C\"""";

    private static final String ARRIVING = """
            select distinct release from (
                select distinct on (release, period) release, convert_from(content, 'UTF8')::jsonb as first
                from value_batch where indicator = ? order by release, period, batch) kept
            where (first ->> 'periodEnd')::date between ? and ? and (first ->> 'recordedAt')::timestamptz <= ?""";

    private static final String VECTORS = """
            select v.period_end, v.ordinals, v.numbers, v.numerators, v.denominators, v.public_numbers, v.marks
            from value_vector v where v.id = any(?)
            order by v.period_end, v.recorded_at, v.release, v.period collate "C\"""";

    private final Jdbi jdbi;

    ValueStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** One indicator at one period within a release. */
    record Part(String indicator, String period) {}

    /** Keeps a batch of a release that is not assembled yet, and answers whether it is new. */
    boolean keepBatch(ProtectedValues batch, byte[] content) {
        return jdbi.withHandle(handle -> handle.execute(
                        KEEP_BATCH,
                        batch.release(),
                        batch.batch(),
                        batch.indicator(),
                        batch.period(),
                        content,
                        batch.release()))
                == 1;
    }

    List<Part> parts(UUID release) {
        return list(
                "select distinct indicator, period from value_batch where release = ? order by 1, 2",
                row -> new Part(row.getString(1), row.getString(2)),
                release);
    }

    List<byte[]> batches(UUID release, Part part) {
        return list(
                "select content from value_batch where release = ? and indicator = ? and period = ? order by batch",
                row -> row.getBytes(1),
                release,
                part.indicator(),
                part.period());
    }

    void forgetBatches(UUID release) {
        update("delete from value_batch where release = ?", release);
    }

    /** Ordinals of keys, by key; keys without one get it. */
    Map<String, Integer> ordinals(Collection<String> keys) {
        String[] wanted = new TreeSet<>(keys).toArray(String[]::new);
        update(NAME_KEYS, (Object) wanted);
        Map<String, Integer> ordinals = new HashMap<>();
        known(wanted).forEach(entry -> ordinals.put(entry.getKey(), entry.getValue()));
        return ordinals;
    }

    List<Map.Entry<String, Integer>> known(String... keys) {
        return list(
                "select key, ordinal from space_key where key = any(?)",
                row -> Map.entry(row.getString(1), row.getInt(2)),
                (Object) keys);
    }

    void insert(ProtectedValues batch, Vector vector) {
        update(
                """
                insert into value_vector (release, indicator, period, period_end, recorded_at, size, ordinals, numbers,
                    numerators, denominators, public_numbers, marks, guarded)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as bytea), ?, ?)""",
                batch.release(),
                batch.indicator(),
                batch.period(),
                batch.periodEnd(),
                batch.recordedAt(),
                vector.size(),
                vector.ordinals(),
                vector.numbers(),
                vector.numerators(),
                vector.denominators(),
                vector.publicNumbers(),
                vector.marks(),
                vector.guarded());
    }

    /** The vectors of an indicator whose reference date lies between two days, known at an instant. */
    List<Input> inputs(String indicator, int lag, LocalDate first, LocalDate last, Instant recordedAt) {
        return list(
                INPUTS,
                row -> new Input(row.getLong(1), row.getObject(2, UUID.class), indicator, lag),
                indicator,
                first,
                last,
                recordedAt);
    }

    /** The same for releases of which not all batches have arrived. */
    List<UUID> arriving(String indicator, LocalDate first, LocalDate last, Instant recordedAt) {
        return list(ARRIVING, row -> row.getObject(1, UUID.class), indicator, first, last, recordedAt);
    }

    /** Whether one of the vectors holds a value that the public does not see as it is. */
    boolean anyGuarded(Long... ids) {
        return !list("select 1 from value_vector where id = any(?) and guarded limit 1", row -> true, (Object) ids)
                .isEmpty();
    }

    /** A vector with the reference date of its values. */
    record Dated(LocalDate day, Vector vector) {}

    /** Vectors in the order in which later ones cover earlier ones. */
    List<Dated> vectors(Long... ids) {
        return list(
                VECTORS,
                row -> new Dated(
                        row.getObject(1, LocalDate.class),
                        new Vector(
                                row.getBytes(2),
                                row.getBytes(3),
                                row.getBytes(4),
                                row.getBytes(5),
                                row.getBytes(6),
                                row.getBytes(7))),
                (Object) ids);
    }

    /** Vectors of which only the spaces and the marks are read. */
    List<Dated> marks(Long... ids) {
        byte[] none = new byte[0];
        return list(
                "select period_end, ordinals, marks from value_vector where id = any(?)",
                row -> new Dated(
                        row.getObject(1, LocalDate.class),
                        new Vector(row.getBytes(2), none, none, none, none, row.getBytes(3))),
                (Object) ids);
    }

    /** The latest instant at which a release was recorded. */
    Optional<Instant> latestRecordedAt() {
        return jdbi.withHandle(
                handle -> handle.select("select recorded_at from value_vector order by recorded_at desc limit 1")
                        .map((row, context) -> Columns.instant(row, "recorded_at"))
                        .findFirst());
    }

    /** Turns the present row into a value. */
    private interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    private <T> List<T> list(String statement, Mapper<T> mapper, @Nullable Object... parameters) {
        return jdbi.withHandle(handle -> handle.select(statement, parameters)
                .map((row, context) -> mapper.map(row))
                .list());
    }

    private void update(String statement, @Nullable Object... parameters) {
        jdbi.useHandle(handle -> handle.execute(statement, parameters));
    }
}
