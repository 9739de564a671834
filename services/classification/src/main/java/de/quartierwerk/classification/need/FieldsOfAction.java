package de.quartierwerk.classification.need;

import de.quartierwerk.classification.run.Run;
import de.quartierwerk.classification.run.RunSummary;
import de.quartierwerk.classification.run.Runs;
import de.quartierwerk.kit.database.Sql;
import de.quartierwerk.kit.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Counts the fields of action of runs by municipality, over the spaces that a caller sees. */
@ApplicationScoped
class FieldsOfAction {
    private static final String COUNTS = """
            select n.need, n.municipality, count(*) as spaces, count(*) filter (where not n.found) as stated from (
                select x.need, r.municipality, x.need = any(r.needs) as found from result r
                    cross join lateral (select unnest(r.needs) as need union
                        select s.need from stated_need s where s.run = r.run and s.space = r.space) x
                where r.run = ? and r.level = ? and (? or r.path && ?)) n
            group by n.need, n.municipality""";

    private final Sql sql;
    private final Runs runs;
    private final Caller caller;

    FieldsOfAction(Sql sql, Runs runs, Caller caller) {
        this.sql = sql;
        this.runs = runs;
        this.caller = caller;
    }

    private record Row(String need, String municipality, int spaces, int stated) {}

    /** The fields of action in the scheme's order. */
    @Transactional
    List<FieldOfAction> of(UUID id) {
        Run run = runs.completed(id);
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        sql.each(
                COUNTS,
                row -> new Row(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4)),
                row -> rows.computeIfAbsent(row.need(), key -> new ArrayList<>())
                        .add(row),
                id,
                run.level(),
                runs.seesAll(run),
                caller.areaArray());
        return run.summary().needs().stream()
                .map(need -> field(need, rows.getOrDefault(need.code(), List.of())))
                .toList();
    }

    private static FieldOfAction field(RunSummary.Need need, List<Row> rows) {
        return new FieldOfAction(
                need.code(),
                need.title(),
                need.targetGroup(),
                rows.stream().mapToInt(Row::spaces).sum(),
                rows.stream().mapToInt(Row::stated).sum(),
                rows.stream()
                        .filter(row -> row.municipality() != null)
                        .sorted(Comparator.comparing(Row::municipality))
                        .map(row -> new FieldOfAction.Municipality(row.municipality(), row.spaces()))
                        .toList());
    }
}
