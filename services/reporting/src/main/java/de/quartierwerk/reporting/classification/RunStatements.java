package de.quartierwerk.reporting.classification;

import com.fasterxml.jackson.core.type.TypeReference;
import de.quartierwerk.events.ClassificationPublished;
import de.quartierwerk.events.Period;
import de.quartierwerk.kit.database.Columns;
import de.quartierwerk.kit.database.JsonColumns;
import de.quartierwerk.reporting.code.Codes;
import de.quartierwerk.reporting.space.Level;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** SQL that reads published runs; a run of which a part is missing is not there for it. */
@ApplicationScoped
class RunStatements {
    private static final TypeReference<List<ClassificationPublished.Index>> INDICES = new TypeReference<>() {};
    private static final TypeReference<List<ClassificationPublished.Need>> NEEDS = new TypeReference<>() {};
    private static final TypeReference<Map<String, ClassificationPublished.IndexResult>> CLASSES =
            new TypeReference<>() {};

    private static final String COVERING = """
            select id, scheme, scheme_version, scheme_title, level, period, area, as_of, published_at, note, consulted,
                basis, indices, needs
            from run
            where complete and (area is null or area = any(?))
                and (cast(? as text) is null or period = ?) and (cast(? as text) is null or scheme = ?)
                and (cast(? as text) is null or exists (
                    select from run_result r
                    join space s on s.key = r.space and s.valid_from <= run.as_of
                        and (s.valid_to is null or s.valid_to >= run.as_of)
                    where r.run = run.id and s.path @> array[cast(? as text)]))
            order by published_at desc, id desc""";

    /** The spaces of runs that lie in an area, each with its municipality: parameters level, runs, area, area. */
    private static final String IN_AREA = """
            with here as (
                select r.run, r.space, r.excluded, (
                    select m.key from space m
                    where m.key = any(s.path) and m.level = ? and m.valid_from <= run.as_of
                        and (m.valid_to is null or m.valid_to >= run.as_of)
                    limit 1) as municipality
                from run_result r join run on run.id = r.run
                left join space s on s.key = r.space and s.valid_from <= run.as_of
                    and (s.valid_to is null or s.valid_to >= run.as_of)
                where r.run = any(cast(? as uuid[]))
                    and (cast(? as text) is null or s.path @> array[cast(? as text)]))
            """;

    private static final String RESULTS = """
            select r.run, r.space, r.excluded, r.indices, r.class_group
            from run_result r
            join run on run.id = r.run
            left join space s on s.key = r.space and s.valid_from <= run.as_of
                and (s.valid_to is null or s.valid_to >= run.as_of)
            where r.run = any(cast(? as uuid[])) and (cast(? as text) is null or s.path @> array[cast(? as text)])
            order by r.run, r.space""";
    private static final String RESULTS_OF_SPACE = """
            select r.run, r.space, r.excluded, r.indices, r.class_group
            from run_result r
            join run on run.id = r.run
            where r.run = any(cast(? as uuid[])) and r.space = ? and not exists (
                select from space other
                where other.key = r.space and other.valid_from <> ? and other.valid_from <= run.as_of
                    and (other.valid_to is null or other.valid_to >= run.as_of))""";
    private static final String COUNTS_BY_NEED = IN_AREA + """
            select n.run, n.need, count(*) as spaces, count(distinct h.municipality) as municipalities
            from run_need n join here h using (run, space)
            where h.excluded is null
            group by n.run, n.need""";
    private static final String COUNTS = IN_AREA + """
            select run, count(*) as spaces, count(*) filter (where in_need) as spaces_in_need,
                count(distinct municipality) filter (where in_need) as municipalities, count(excluded) as excluded
            from (
                select h.*, h.excluded is null and exists (
                    select from run_need n where n.run = h.run and n.space = h.space) as in_need
                from here h) as h
            group by run""";

    private final Jdbi jdbi;
    private final JsonColumns json;

    RunStatements(Jdbi jdbi, JsonColumns json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** A result of a space without its needs. */
    record ResultRow(
            UUID run,
            String space,
            @Nullable String excluded,
            Map<String, ClassificationPublished.IndexResult> indices,
            @Nullable String group) {}

    /** A need of a space in a run. */
    record NeedRow(UUID run, String space, SpaceNeed need) {}

    /** Counts of one need in a run. */
    record NeedCountRow(UUID run, String need, NeedCounts.NeedCount count) {}

    /** Counts of the spaces of a run. */
    record CountRow(UUID run, SpaceCounts counts) {}

    /**
     * Complete runs that cover an area and say something of a space in it, those published last first.
     *
     * @param path keys from the root down to the area; empty for the whole installation
     * @param period null for all
     * @param scheme null for all
     */
    List<Run> covering(List<String> path, @Nullable String period, @Nullable String scheme) {
        String area = path.isEmpty() ? null : path.get(path.size() - 1);
        return jdbi.withHandle(handle -> handle.select(
                        COVERING, path.toArray(String[]::new), period, period, scheme, scheme, area, area)
                .map((row, context) -> run(row))
                .list());
    }

    /** All complete runs, those published last first. */
    List<Run> all() {
        return jdbi.withHandle(handle -> handle.select(
                        "select id, scheme, scheme_version, scheme_title, level, period, area, as_of, published_at, "
                                + "note, consulted, basis, indices, needs from run where complete "
                                + "order by published_at desc, id desc")
                .map((row, context) -> run(row))
                .list());
    }

    boolean existsForScheme(String scheme) {
        return jdbi.withHandle(
                handle -> handle.select("select exists (select from run where complete and scheme = ?)", scheme)
                        .mapTo(Boolean.class)
                        .one());
    }

    /** What runs say of the spaces of an area, by run and space; of all spaces without an area. */
    List<ResultRow> results(Collection<UUID> runs, @Nullable String area) {
        return jdbi.withHandle(handle -> handle.select(RESULTS, array(runs), area, area)
                .map((row, context) -> result(row))
                .list());
    }

    /** What runs say of one space, not of another that had its key on their day. */
    List<ResultRow> resultsOfSpace(Collection<UUID> runs, String space, LocalDate since) {
        return jdbi.withHandle(handle -> handle.select(RESULTS_OF_SPACE, array(runs), space, since)
                .map((row, context) -> result(row))
                .list());
    }

    /** Needs of runs, in the order of their codes; of one space or of all without one. */
    List<NeedRow> needs(Collection<UUID> runs, @Nullable String space) {
        return jdbi.withHandle(handle -> handle.select(
                        "select run, space, need, origin, reason from run_need "
                                + "where run = any(cast(? as uuid[])) and (cast(? as text) is null or space = ?) "
                                + "order by run, space, need",
                        array(runs),
                        space,
                        space)
                .map((row, context) -> need(row))
                .list());
    }

    /** Counts of runs in an area by need; in the whole installation without an area. */
    List<NeedCountRow> countsByNeed(Collection<UUID> runs, @Nullable String area) {
        return jdbi.withHandle(handle -> handle.select(COUNTS_BY_NEED, Level.MUNICIPALITY, array(runs), area, area)
                .map((row, context) -> new NeedCountRow(
                        row.getObject("run", UUID.class),
                        row.getString("need"),
                        new NeedCounts.NeedCount(row.getInt("spaces"), row.getInt("municipalities"))))
                .list());
    }

    /** Counts of runs in an area; in the whole installation without one. */
    List<CountRow> counts(Collection<UUID> runs, @Nullable String area) {
        return jdbi.withHandle(handle -> handle.select(COUNTS, Level.MUNICIPALITY, array(runs), area, area)
                .map((row, context) -> new CountRow(
                        row.getObject("run", UUID.class),
                        new SpaceCounts(
                                row.getInt("spaces"),
                                row.getInt("spaces_in_need"),
                                row.getInt("municipalities"),
                                row.getInt("excluded"))))
                .list());
    }

    private static String[] array(Collection<UUID> runs) {
        return runs.stream().map(UUID::toString).toArray(String[]::new);
    }

    private Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                new Run.Scheme(row.getString("scheme"), row.getLong("scheme_version"), row.getString("scheme_title")),
                row.getString("level"),
                Period.parse(row.getString("period")).orElseThrow(),
                row.getString("area"),
                row.getObject("as_of", LocalDate.class),
                new Run.Publication(
                        Objects.requireNonNull(Columns.instant(row, "published_at")),
                        row.getString("note"),
                        Columns.texts(row, "consulted"),
                        Codes.parse(Basis.class, row.getString("basis"))),
                Objects.requireNonNull(json.read(row, "indices", INDICES)),
                Objects.requireNonNull(json.read(row, "needs", NEEDS)));
    }

    private ResultRow result(ResultSet row) throws SQLException {
        return new ResultRow(
                row.getObject("run", UUID.class),
                row.getString("space"),
                row.getString("excluded"),
                Objects.requireNonNull(json.read(row, "indices", CLASSES)),
                row.getString("class_group"));
    }

    private static NeedRow need(ResultSet row) throws SQLException {
        return new NeedRow(
                row.getObject("run", UUID.class),
                row.getString("space"),
                new SpaceNeed(
                        row.getString("need"),
                        Codes.parse(NeedOrigin.class, row.getString("origin")),
                        row.getString("reason")));
    }
}
