package de.quartierwerk.classification.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.classification.value.Input;
import de.quartierwerk.kit.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Queries on runs and what they work on. */
@ApplicationScoped
class RunRepository {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final String COLUMNS = """
            r.id, r.number, r.scheme, r.version, r.level, r.period, r.area, r.area_path, r.as_of, r.recorded_at,
            r.repeat_of, r.basis, r.territory, r.state, r.standing, r.automatic, r.requested_by, r.created_at,
            r.finished_at, r.failure, r.spaces, r.polarities, r.kinds, r.summary, r.note, r.consulted,
            r.publication_started_at, r.published_at""";

    /** Preliminary runs are seen by those within whose areas at least one of their spaces lies. */
    private static final String VISIBLE = """
            (r.standing = 'PUBLISHED' or (? and (? or exists (select 1 from space s where s.level = r.level
                and s.path && ? and (r.area is null or r.area = any(s.path))))))""";

    private static final String STATED_COUNTS = """
            select n.need, count(*), count(distinct n.municipality), count(*) filter (where not n.found) from (
                select x.need, r.municipality, x.need = any(r.needs) as found from result r
                    cross join lateral (select unnest(r.needs) as need union
                        select s.need from stated_need s where s.run = r.run and s.space = r.space and s.added_at <= ?) x
                where r.run = ? and r.level = ? and (? or r.path && ?)) n
            group by n.need""";

    private static final String SPACES_IN_NEED = """
            select count(*) from result r where r.run = ? and r.level = ? and (? or r.path && ?)
                and (cardinality(r.needs) > 0 or exists
                    (select 1 from stated_need s where s.run = r.run and s.space = r.space and s.added_at <= ?))""";

    private static final String LIKE =
            "r.scheme = ? and r.area is not distinct from cast(? as text) and (? or r.period = ?)";

    private final Sql sql;
    private final ObjectMapper json;

    RunRepository(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** What is filtered in a list of runs; null takes all. */
    record Filter(String scheme, String period, String standing, String state) {}

    /** Who may see which preliminary runs. */
    record Sight(boolean preliminary, boolean everywhere, List<String> areas) {}

    void keepTerritory(String hash, byte[] content) {
        sql.update(
                "insert into territory (hash, content) values (?, ?) on conflict on constraint pk_territory do nothing",
                hash,
                content);
    }

    byte[] territory(String hash) {
        return sql.first("select content from territory where hash = ?", row -> row.getBytes(1), hash)
                .orElseThrow();
    }

    void insert(Run run) {
        sql.update(
                """
                insert into run (id, scheme, version, level, period, area, area_path, as_of, recorded_at, repeat_of, basis,
                    territory, state, standing, automatic, requested_by, created_at, spaces, polarities, kinds)
                values (?, ?, ?, ?, ?, cast(? as text), cast(? as text[]), ?, ?, cast(? as uuid), ?, ?, ?, ?, ?, ?, ?, ?,
                    cast(? as jsonb), cast(? as jsonb))""",
                run.id(),
                run.scheme(),
                run.version(),
                run.level(),
                run.period(),
                run.area(),
                run.area() == null ? null : run.areaPath().toArray(String[]::new),
                run.asOf(),
                run.recordedAt(),
                run.repeatOf(),
                run.basis().name(),
                run.territory(),
                run.state().name(),
                run.standing().name(),
                run.automatic(),
                run.requestedBy(),
                run.createdAt(),
                run.spaces(),
                write(run.polarities()),
                run.kinds() == null ? null : write(run.kinds()));
    }

    void insertInputs(UUID run, List<Input> inputs) {
        List<Object[]> rows = new ArrayList<>();
        inputs.forEach(input -> rows.add(new Object[] {run, input.vector(), input.lag()}));
        sql.updateAll("insert into run_input (run, vector, lag) values (?, ?, ?)", rows);
    }

    void insertExclusions(UUID run, Map<String, String> reasons) {
        List<Object[]> rows = new ArrayList<>();
        reasons.forEach((space, reason) -> rows.add(new Object[] {run, space, reason}));
        sql.updateAll("insert into run_exclusion (run, space, reason) values (?, ?, ?)", rows);
    }

    Map<String, String> exclusions(UUID run) {
        Map<String, String> reasons = new LinkedHashMap<>();
        sql.each(
                "select space, reason from run_exclusion where run = ? order by space",
                row -> Map.entry(row.getString(1), row.getString(2)),
                entry -> reasons.put(entry.getKey(), entry.getValue()),
                run);
        return reasons;
    }

    List<Input> inputs(UUID run) {
        return sql.list(
                """
                select v.id, v.release, v.indicator, i.lag from run_input i join value_vector v on v.id = i.vector
                where i.run = ? order by v.indicator, i.lag, v.period_end, v.recorded_at, v.release""",
                row -> new Input(row.getLong(1), row.getObject(2, UUID.class), row.getString(3), row.getInt(4)),
                run);
    }

    Optional<Run> find(UUID id) {
        return sql.first("select " + COLUMNS + " from run r where r.id = ?", this::row, id);
    }

    Optional<Run> findVisible(UUID id, Sight sight) {
        return sql.first(
                "select " + COLUMNS + " from run r where r.id = ? and " + VISIBLE,
                this::row,
                id,
                sight.preliminary(),
                sight.everywhere(),
                sight.areas().toArray(String[]::new));
    }

    /** Runs before a number, the newest first. */
    List<Run> list(Filter filter, Sight sight, long before, int limit) {
        StringBuilder query = new StringBuilder("select " + COLUMNS + " from run r where r.number < ? and " + VISIBLE);
        List<Object> parameters = new ArrayList<>(Arrays.asList(
                before, sight.preliminary(), sight.everywhere(), sight.areas().toArray(String[]::new)));
        add(query, parameters, "scheme", filter.scheme());
        add(query, parameters, "period", filter.period());
        add(query, parameters, "standing", filter.standing());
        add(query, parameters, "state", filter.state());
        parameters.add(limit);
        return sql.list(query + " order by r.number desc limit ?", this::row, parameters.toArray());
    }

    private static void add(StringBuilder query, List<Object> parameters, String column, String value) {
        if (value != null) {
            query.append(" and r.").append(column).append(" = ?");
            parameters.add(value);
        }
    }

    /** Takes the next waiting run until the transaction ends; runs that were tried before come last. */
    Optional<Run> takeNext(int attempts) {
        return sql.first(
                "select " + COLUMNS + " from run r left join run_attempt a on a.run = r.id"
                        + " where r.state = 'RUNNING' and coalesce(a.attempts, 0) < ?"
                        + " order by coalesce(a.attempts, 0), r.number for no key update of r skip locked limit 1",
                this::row,
                attempts);
    }

    /** Locks a run until the transaction ends. */
    Run lock(UUID id) {
        return sql.first("select " + COLUMNS + " from run r where r.id = ? for update of r", this::row, id)
                .orElseThrow();
    }

    void complete(UUID id, RunSummary summary, Instant now) {
        sql.update(
                "update run set state = 'COMPLETED', summary = cast(? as jsonb), finished_at = ?"
                        + " where id = ? and state = 'RUNNING'",
                write(summary),
                now,
                id);
        sql.update("delete from run_attempt where run = ?", id);
    }

    /** Counts an attempt that begins. */
    void countAttempt(UUID id) {
        sql.update("""
                insert into run_attempt (run, attempts) values (?, 1)
                on conflict on constraint pk_run_attempt do update set attempts = run_attempt.attempts + 1""", id);
    }

    /** Counts an attempt that was not made to its end for reasons not its own no longer. */
    void uncountAttempt(UUID id) {
        sql.update("update run_attempt set attempts = attempts - 1 where run = ? and attempts > 0", id);
    }

    /** Gives up the runs that were tried so often, unless the last attempt is still being made. */
    void failAfter(int attempts, String code, Instant now) {
        sql.update("""
                update run set state = 'FAILED', failure = ?, finished_at = ?
                where id in (select r.id from run r join run_attempt a on a.run = r.id
                    where r.state = 'RUNNING' and a.attempts >= ? for no key update of r skip locked)""", code, now, attempts);
    }

    /**
     * The instant of a publication that begins now, after all others of the scheme and area: until the transaction
     * ends, no other one begins. Needs stated before it lie before it, whatever the clock did meanwhile.
     */
    Instant publicationInstant(Run run) {
        sql.call(
                "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                "publication " + run.scheme() + " " + run.area());
        return sql.first("""
                        select greatest(clock_timestamp(),
                            (select max(r.publication_started_at) from run r
                                where r.scheme = ? and r.area is not distinct from cast(? as text)),
                            (select max(s.added_at) from stated_need s where s.run = ?)) + interval '1 microsecond' as now""", row -> Sql.instant(row, "now"), run.scheme(), run.area(), run.id())
                .orElseThrow();
    }

    /** The present instant, after the publication of a run that the transaction has locked. */
    Instant instantAfterPublication(UUID id) {
        return sql.first("""
                        select greatest(clock_timestamp(), publication_started_at + interval '1 microsecond') as now
                        from run where id = ?""", row -> Sql.instant(row, "now"), id).orElseThrow();
    }

    void startPublication(UUID id, String note, List<String> consulted, String caller, Instant now) {
        sql.update(
                "update run set note = ?, consulted = ?, published_by = ?, publication_started_at = ? where id = ?",
                note,
                consulted.toArray(String[]::new),
                caller,
                now,
                id);
    }

    void published(UUID id) {
        sql.update("update run set standing = 'PUBLISHED', published_at = publication_started_at where id = ?", id);
    }

    /** The run published last before another for its scheme and area, of any period or of the same. */
    Optional<UUID> publishedBefore(Run run, boolean samePeriod) {
        return sql.first(
                "select r.id from run r where " + LIKE + " and r.publication_started_at < ?"
                        + " order by r.publication_started_at desc, r.number desc limit 1",
                row -> row.getObject(1, UUID.class),
                run.scheme(),
                run.area(),
                !samePeriod,
                run.period(),
                run.publicationStartedAt());
    }

    /** The run published next after another for its scheme, area and period. */
    Optional<UUID> publishedAfter(Run run) {
        return sql.first(
                "select r.id from run r where " + LIKE + " and r.publication_started_at > ?"
                        + " and r.standing = 'PUBLISHED' order by r.publication_started_at, r.number limit 1",
                row -> row.getObject(1, UUID.class),
                run.scheme(),
                run.area(),
                false,
                run.period(),
                run.publicationStartedAt());
    }

    boolean hasStatedNeeds(UUID id, Instant until) {
        return sql.first("select 1 from stated_need where run = ? and added_at <= ? limit 1", row -> true, id, until)
                .isPresent();
    }

    /**
     * Spaces, municipalities and stated spaces per need, found by rules or stated until an instant, in what is seen.
     */
    Map<String, List<Integer>> needCounts(Run run, Instant until, Runs.Part part) {
        Map<String, List<Integer>> counts = new LinkedHashMap<>();
        sql.each(
                STATED_COUNTS,
                row -> Map.entry(row.getString(1), List.of(row.getInt(2), row.getInt(3), row.getInt(4))),
                entry -> counts.put(entry.getKey(), entry.getValue()),
                until,
                run.id(),
                run.level(),
                part.all(),
                part.areas().toArray(String[]::new));
        return counts;
    }

    int spacesInNeed(Run run, Instant until, Runs.Part part) {
        return sql.first(
                        SPACES_IN_NEED,
                        row -> row.getInt(1),
                        run.id(),
                        run.level(),
                        part.all(),
                        part.areas().toArray(String[]::new),
                        until)
                .orElseThrow();
    }

    private Run row(ResultSet row) throws SQLException {
        String summary = row.getString("summary");
        return new Run(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getString("scheme"),
                row.getInt("version"),
                row.getString("level"),
                row.getString("period"),
                row.getString("area"),
                Sql.texts(row, "area_path"),
                row.getObject("as_of", LocalDate.class),
                Sql.instant(row, "recorded_at"),
                row.getObject("repeat_of", UUID.class),
                Run.Basis.valueOf(row.getString("basis")),
                row.getString("territory"),
                Run.State.valueOf(row.getString("state")),
                Run.Standing.valueOf(row.getString("standing")),
                row.getBoolean("automatic"),
                row.getString("requested_by"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "finished_at"),
                row.getString("failure"),
                row.getInt("spaces"),
                read(row.getString("polarities"), TEXTS),
                row.getString("kinds") == null ? null : read(row.getString("kinds"), TEXTS),
                summary == null ? null : read(summary, new TypeReference<RunSummary>() {}),
                row.getString("note"),
                Sql.texts(row, "consulted"),
                Sql.instant(row, "publication_started_at"),
                Sql.instant(row, "published_at"));
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored run is not readable", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
