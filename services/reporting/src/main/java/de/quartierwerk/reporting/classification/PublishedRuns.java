package de.quartierwerk.reporting.classification;

import com.fasterxml.jackson.core.type.TypeReference;
import de.quartierwerk.events.ClassificationPublished;
import de.quartierwerk.events.Period;
import de.quartierwerk.kit.database.Sql;
import de.quartierwerk.reporting.space.Level;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The published runs of the read model; a run of which a part is missing is not there for them. */
@ApplicationScoped
public class PublishedRuns {
    private static final TypeReference<List<ClassificationPublished.Index>> INDICES = new TypeReference<>() {};
    private static final TypeReference<List<ClassificationPublished.Need>> NEEDS = new TypeReference<>() {};
    private static final TypeReference<Map<String, ClassificationPublished.IndexResult>> CLASSES =
            new TypeReference<>() {};

    /** The run's spaces that lie in an area, each with its municipality: parameters level, run, area, area. */
    private static final String IN_AREA = "with here as (select r.run, r.space, r.excluded, "
            + "(select m.key from space m where m.key = any(s.path) and m.level = ? and m.valid_from <= run.as_of "
            + "and (m.valid_to is null or m.valid_to >= run.as_of) limit 1) as municipality "
            + "from run_result r join run on run.id = r.run left join space s on s.key = r.space "
            + "and s.valid_from <= run.as_of and (s.valid_to is null or s.valid_to >= run.as_of) "
            + "where r.run = ? and (cast(? as text) is null or s.path @> array[cast(? as text)])) ";

    /** A run says something of a space that lies in an area: parameters area, area. */
    private static final String SPEAKS_OF_AREA = " and (cast(? as text) is null or exists (select from run_result r "
            + "join space s on s.key = r.space and s.valid_from <= run.as_of "
            + "and (s.valid_to is null or s.valid_to >= run.as_of) "
            + "where r.run = run.id and s.path @> array[cast(? as text)]))";

    private final Sql sql;

    PublishedRuns(Sql sql) {
        this.sql = sql;
    }

    /**
     * Published runs that cover an area and say something of a space in it, those published last first.
     *
     * @param path keys from the root down to the area; empty for the whole installation
     * @param period null for all
     * @param scheme null for all
     */
    public List<Run> covering(List<String> path, Period period, String scheme) {
        String area = path.isEmpty() ? null : path.get(path.size() - 1);
        StringBuilder query = new StringBuilder("select * from run where complete and (area is null or area = any(?))");
        List<Object> parameters = new ArrayList<>();
        parameters.add(path.toArray(String[]::new));
        if (period != null) {
            query.append(" and period = ?");
            parameters.add(period.text());
        }
        if (scheme != null) {
            query.append(" and scheme = ?");
            parameters.add(scheme);
        }
        query.append(SPEAKS_OF_AREA);
        parameters.add(area);
        parameters.add(area);
        return sql.list(query + " order by published_at desc, id desc", this::run, parameters.toArray());
    }

    /** For each scheme the run published last that covers an area in a period, those with fields of action first. */
    public List<Run> latest(List<String> path, Period period, String scheme) {
        return covering(path, period, scheme).stream()
                .collect(Collectors.toMap(Run::scheme, run -> run, (latest, earlier) -> latest))
                .values()
                .stream()
                .sorted(Comparator.comparing((Run run) -> run.needs().isEmpty()).thenComparing(Run::scheme))
                .toList();
    }

    /** What a run says of the spaces of an area, in the order of their keys; of all without an area. */
    public List<SpaceResult> results(UUID run, String area) {
        Map<String, List<ClassificationPublished.SpaceNeed>> needs = needs(run);
        return sql.list(
                IN_AREA + "select r.* from run_result r join here using (run, space) order by r.space",
                row -> new SpaceResult(
                        row.getString("space"),
                        row.getString("excluded"),
                        sql.json(row, "indices", CLASSES),
                        row.getString("class_group"),
                        needs.getOrDefault(row.getString("space"), List.of())),
                Level.MUNICIPALITY,
                run,
                area,
                area);
    }

    private Map<String, List<ClassificationPublished.SpaceNeed>> needs(UUID run) {
        record Row(String space, ClassificationPublished.SpaceNeed need) {}
        return sql
                .list(
                        "select space, need, origin, reason from run_need where run = ? order by space, need",
                        row -> new Row(
                                row.getString("space"),
                                new ClassificationPublished.SpaceNeed(
                                        row.getString("need"), row.getString("origin"), row.getString("reason"))),
                        run)
                .stream()
                .collect(Collectors.groupingBy(Row::space, Collectors.mapping(Row::need, Collectors.toList())));
    }

    /** What runs that are complete say of one space, by run. */
    public Map<UUID, SpaceResult> resultsOf(String space, List<Run> runs) {
        return runs.stream()
                .flatMap(run -> sql
                        .list(
                                "select * from run_result where run = ? and space = ?",
                                row -> Map.entry(
                                        run.id(),
                                        new SpaceResult(
                                                space,
                                                row.getString("excluded"),
                                                sql.json(row, "indices", CLASSES),
                                                row.getString("class_group"),
                                                needsOf(run.id(), space))),
                                run.id(),
                                space)
                        .stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<ClassificationPublished.SpaceNeed> needsOf(UUID run, String space) {
        return sql.list(
                "select need, origin, reason from run_need where run = ? and space = ? order by need",
                row -> new ClassificationPublished.SpaceNeed(
                        row.getString("need"), row.getString("origin"), row.getString("reason")),
                run,
                space);
    }

    /** Counts of a run in an area, or in all without one. */
    public NeedCounts counts(UUID run, String area) {
        Map<String, NeedCounts.NeedCount> byNeed = sql
                .list(
                        IN_AREA + "select n.need, count(*) as spaces, count(distinct h.municipality) as municipalities "
                                + "from run_need n join here h using (run, space) group by n.need",
                        row -> Map.entry(
                                row.getString("need"),
                                new NeedCounts.NeedCount(row.getInt("spaces"), row.getInt("municipalities"))),
                        Level.MUNICIPALITY,
                        run,
                        area,
                        area)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return sql.first(
                        IN_AREA + "select count(*) as spaces, count(*) filter (where in_need) as spaces_in_need, "
                                + "count(distinct municipality) filter (where in_need) as municipalities, "
                                + "count(excluded) as excluded from (select h.*, exists (select from run_need n "
                                + "where n.run = h.run and n.space = h.space) as in_need from here h) as h",
                        row -> new NeedCounts(
                                row.getInt("spaces"),
                                row.getInt("spaces_in_need"),
                                row.getInt("municipalities"),
                                row.getInt("excluded"),
                                byNeed),
                        Level.MUNICIPALITY,
                        run,
                        area,
                        area)
                .orElseThrow();
    }

    private Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                row.getString("scheme"),
                row.getLong("scheme_version"),
                row.getString("scheme_title"),
                row.getString("level"),
                row.getString("period"),
                row.getObject("period_end", LocalDate.class),
                row.getString("area"),
                row.getObject("as_of", LocalDate.class),
                Sql.instant(row, "published_at"),
                row.getString("note"),
                Sql.texts(row, "consulted"),
                row.getString("basis"),
                sql.json(row, "indices", INDICES),
                sql.json(row, "needs", NEEDS),
                Sql.texts(row, "releases").stream().map(UUID::fromString).toList());
    }
}
