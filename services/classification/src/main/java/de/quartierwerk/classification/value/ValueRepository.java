package de.quartierwerk.classification.value;

import de.quartierwerk.events.ProtectedValues;
import de.quartierwerk.kit.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** Queries on batches and vectors of values. */
@ApplicationScoped
class ValueRepository {
    /** Only keys that are missing: a conflict would use up an ordinal, too. */
    private static final String NAME_KEYS = """
            insert into space_key (key)
            select k from unnest(?) k where not exists (select 1 from space_key s where s.key = k)
            on conflict on constraint uq_space_key do nothing""";

    private static final String INPUTS = """
            select id, release from value_vector
            where indicator = ? and period_end between ? and ? and recorded_at <= ?
            order by period_end, recorded_at, release, period collate "C\"""";

    private static final String VECTORS = """
            select v.period_end, v.ordinals, v.numbers, v.numerators, v.denominators, v.public_numbers, v.marks
            from value_vector v where v.id = any(?)
            order by v.period_end, v.recorded_at, v.release, v.period collate "C\"""";

    private final Sql sql;

    ValueRepository(Sql sql) {
        this.sql = sql;
    }

    /** One indicator at one period within a release. */
    record Part(String indicator, String period) {}

    void keepBatch(ProtectedValues batch, byte[] content) {
        sql.update(
                "insert into value_batch (release, batch, indicator, period, content) values (?, ?, ?, ?, ?)",
                batch.release(),
                batch.batch(),
                batch.indicator(),
                batch.period(),
                content);
    }

    List<Part> parts(UUID release) {
        return sql.list(
                "select distinct indicator, period from value_batch where release = ? order by 1, 2",
                row -> new Part(row.getString(1), row.getString(2)),
                release);
    }

    List<byte[]> batches(UUID release, Part part) {
        return sql.list(
                "select content from value_batch where release = ? and indicator = ? and period = ? order by batch",
                row -> row.getBytes(1),
                release,
                part.indicator(),
                part.period());
    }

    void forgetBatches(UUID release) {
        sql.update("delete from value_batch where release = ?", release);
    }

    /** Ordinals of keys, by key; keys without one get it. */
    Map<String, Integer> ordinals(Collection<String> keys) {
        String[] wanted = new TreeSet<>(keys).toArray(String[]::new);
        sql.update(NAME_KEYS, (Object) wanted);
        Map<String, Integer> ordinals = new HashMap<>();
        known(wanted).forEach(entry -> ordinals.put(entry.getKey(), entry.getValue()));
        return ordinals;
    }

    List<Map.Entry<String, Integer>> known(String... keys) {
        return sql.list(
                "select key, ordinal from space_key where key = any(?)",
                row -> Map.entry(row.getString(1), row.getInt(2)),
                (Object) keys);
    }

    void insert(ProtectedValues batch, Vector vector) {
        sql.update(
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
        return sql.list(
                INPUTS,
                row -> new Input(row.getLong(1), row.getObject(2, UUID.class), indicator, lag),
                indicator,
                first,
                last,
                recordedAt);
    }

    /** Whether one of the vectors holds a value that the public does not see as it is. */
    boolean anyGuarded(Long... ids) {
        return sql.first("select 1 from value_vector where id = any(?) and guarded limit 1", row -> true, (Object) ids)
                .isPresent();
    }

    /** A vector with the reference date of its values. */
    record Dated(LocalDate day, Vector vector) {}

    /** Vectors in the order in which later ones cover earlier ones. */
    List<Dated> vectors(Long... ids) {
        return sql.list(
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
        return sql.list(
                "select period_end, ordinals, marks from value_vector where id = any(?)",
                row -> new Dated(
                        row.getObject(1, LocalDate.class),
                        new Vector(row.getBytes(2), none, none, none, none, row.getBytes(3))),
                (Object) ids);
    }

    /** The latest instant at which a release was recorded, null before the first. */
    Instant latestRecordedAt() {
        return sql.list("select max(recorded_at) as latest from value_vector", row -> Sql.instant(row, "latest"))
                .get(0);
    }
}
