package de.quartierwerk.classification.run;

import de.quartierwerk.classification.value.Input;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The vectors that runs work on, and the spaces that they leave out: written and read as sets. */
@ApplicationScoped
class RunInputStatements {
    private final Jdbi jdbi;

    RunInputStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insertInputs(UUID run, List<Input> inputs) {
        if (inputs.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("insert into run_input (run, vector, lag) values (?, ?, ?)");
            inputs.forEach(input -> batch.add(run, input.vector(), input.lag()));
            batch.execute();
        });
    }

    void insertExclusions(UUID run, Map<String, String> reasons) {
        if (reasons.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch =
                    handle.prepareBatch("insert into run_exclusion (run, space, reason) values (?, ?, ?)");
            reasons.forEach((space, reason) -> batch.add(run, space, reason));
            batch.execute();
        });
    }

    /** Reason by space, in the order of the keys. */
    Map<String, String> exclusions(UUID run) {
        Map<String, String> reasons = new LinkedHashMap<>();
        jdbi.useHandle(
                handle -> handle.select("select space, reason from run_exclusion where run = ? order by space", run)
                        .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                        .forEach(entry -> reasons.put(entry.getKey(), entry.getValue())));
        return reasons;
    }

    List<Input> inputs(UUID run) {
        return jdbi.withHandle(handle -> handle.select("""
                        select v.id, v.release, v.indicator, i.lag from run_input i
                            join value_vector v on v.id = i.vector
                        where i.run = ? order by v.indicator, i.lag, v.period_end, v.recorded_at, v.release""", run)
                .map((row, context) ->
                        new Input(row.getLong(1), row.getObject(2, UUID.class), row.getString(3), row.getInt(4)))
                .list());
    }

    /** Ids of the releases that runs work on, in their order, by run. */
    Map<UUID, SortedSet<UUID>> releases(Collection<UUID> runs) {
        Map<UUID, SortedSet<UUID>> releases = new HashMap<>();
        jdbi.useHandle(handle -> handle.select("""
                        select distinct i.run, v.release from run_input i join value_vector v on v.id = i.vector
                        where i.run = any(?)""", (Object) runs.toArray(UUID[]::new))
                .map((row, context) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .forEach(entry -> releases.computeIfAbsent(entry.getKey(), run -> new TreeSet<>())
                        .add(entry.getValue())));
        return releases;
    }
}
