package de.quartierwerk.reporting.classification;

import de.quartierwerk.events.ClassificationPublished;
import de.quartierwerk.events.NeedAdded;
import de.quartierwerk.events.Period;
import de.quartierwerk.reporting.code.Codes;
import de.quartierwerk.reporting.space.Space;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The published runs of the read model; a run is there when all its parts have come. */
@ApplicationScoped
public class PublishedRuns {
    private final RunPartStatements parts;
    private final RunStatements runs;

    PublishedRuns(RunPartStatements parts, RunStatements runs) {
        this.parts = parts;
        this.runs = runs;
    }

    /**
     * Keeps a part of a run; the run becomes visible with its last part. The row of the run stays locked until the
     * commit, so that of two parts that come at the same time exactly one finds the run complete.
     *
     * @throws IllegalArgumentException for a period, basis or origin that this service does not know
     */
    void keep(ClassificationPublished part) {
        Period period = Period.parse(part.period())
                .orElseThrow(() -> new IllegalArgumentException("Not a period: " + part.period()));
        Codes.parse(Basis.class, part.basis());
        part.results().forEach(result -> result.needs().forEach(need -> Codes.parse(NeedOrigin.class, need.origin())));
        parts.lockRun(part, period.last());
        if (parts.insertPart(part.run(), part.batch())) {
            parts.insertResults(part);
            parts.upsertNeeds(part);
            parts.completeIfAllParts(part.run());
        }
    }

    /** Keeps a need that people stated; what the run itself says of the same space and need stays. */
    void add(NeedAdded need) {
        String origin = Objects.requireNonNullElse(need.origin(), NeedAdded.QUALITATIVE);
        Codes.parse(NeedOrigin.class, origin);
        parts.insertStatedNeed(need, origin);
    }

    /** Empties the read model of runs. */
    public void clear() {
        parts.truncate();
    }

    /** All published runs of all areas, those published last first. */
    public List<Run> all() {
        return runs.all();
    }

    /** Whether a run of the scheme is published. */
    public boolean isKnownScheme(String scheme) {
        return runs.existsForScheme(scheme);
    }

    /**
     * Published runs that cover an area and say something of a space in it, those published last first.
     *
     * @param path keys from the root down to the area; empty for the whole installation
     * @param period null for all
     * @param scheme null for all
     */
    public List<Run> covering(List<String> path, @Nullable Period period, @Nullable String scheme) {
        return runs.covering(path, period == null ? null : period.text(), scheme);
    }

    /** For each scheme the run published last that covers an area in a period, those with fields of action first. */
    public List<Run> latest(List<String> path, Period period, @Nullable String scheme) {
        return covering(path, period, scheme).stream()
                .collect(Collectors.toMap(run -> run.scheme().code(), run -> run, (latest, earlier) -> latest))
                .values()
                .stream()
                .sorted(Comparator.comparing((Run run) -> run.needs().isEmpty())
                        .thenComparing(run -> run.scheme().code()))
                .toList();
    }

    /** What runs say of the spaces of an area, by run, in the order of the spaces; of all spaces without an area. */
    public Map<UUID, List<SpaceResult>> results(Collection<Run> published, @Nullable String area) {
        List<UUID> ids = ids(published);
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<SpaceResult>> results = withNeeds(runs.results(ids, area), runs.needs(ids, null));
        ids.forEach(id -> results.putIfAbsent(id, List.of()));
        return results;
    }

    /**
     * What runs say of one space, by run; a run that says nothing of it is absent, also one that speaks of another
     * space that had its key on the run's day.
     */
    public Map<UUID, SpaceResult> resultsOf(Space space, Collection<Run> published) {
        List<UUID> ids = ids(published);
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, SpaceResult> results = new HashMap<>();
        withNeeds(runs.resultsOfSpace(ids, space.key(), space.validFrom()), runs.needs(ids, space.key()))
                .forEach((run, found) -> results.put(run, found.get(0)));
        return results;
    }

    private static Map<UUID, List<SpaceResult>> withNeeds(
            List<RunStatements.ResultRow> results, List<RunStatements.NeedRow> needs) {
        record Place(UUID run, String space) {}
        Map<Place, List<SpaceNeed>> byPlace = needs.stream()
                .collect(Collectors.groupingBy(
                        row -> new Place(row.run(), row.space()),
                        Collectors.mapping(RunStatements.NeedRow::need, Collectors.toList())));
        return results.stream()
                .collect(Collectors.groupingBy(
                        RunStatements.ResultRow::run,
                        HashMap::new,
                        Collectors.mapping(
                                row -> new SpaceResult(
                                        row.space(),
                                        row.excluded(),
                                        row.indices(),
                                        row.group(),
                                        byPlace.getOrDefault(new Place(row.run(), row.space()), List.of())),
                                Collectors.toList())));
    }

    /** Counts of runs in an area, or in all of the installation without one, by run. */
    public Map<UUID, NeedCounts> counts(Collection<Run> published, @Nullable String area) {
        List<UUID> ids = ids(published);
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Map<String, NeedCounts.NeedCount>> byNeed = new HashMap<>();
        for (RunStatements.NeedCountRow row : runs.countsByNeed(ids, area)) {
            byNeed.computeIfAbsent(row.run(), run -> new HashMap<>()).put(row.need(), row.count());
        }
        Map<UUID, NeedCounts> counts = new HashMap<>();
        ids.forEach(id -> counts.put(id, NeedCounts.NONE));
        for (RunStatements.CountRow row : runs.counts(ids, area)) {
            counts.put(row.run(), new NeedCounts(row.counts(), byNeed.getOrDefault(row.run(), Map.of())));
        }
        return counts;
    }

    private static List<UUID> ids(Collection<Run> published) {
        return published.stream().map(Run::id).toList();
    }
}
