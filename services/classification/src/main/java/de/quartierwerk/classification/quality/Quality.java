package de.quartierwerk.classification.quality;

import de.quartierwerk.classification.method.Index;
import de.quartierwerk.classification.method.LeaveOneOut;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.method.Rounding;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.result.ResultRow;
import de.quartierwerk.classification.result.Results;
import de.quartierwerk.classification.run.Run;
import de.quartierwerk.classification.run.Runs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Judges the results of runs. */
@ApplicationScoped
class Quality {
    private static final int MOST = 1000;

    private final Runs runs;
    private final Results results;

    Quality(Runs runs, Results results) {
        this.runs = runs;
        this.results = results;
    }

    /** Leaves out each component of each index in turn; single spaces are told as far as the caller sees them. */
    @Transactional
    Robustness robustness(UUID id) {
        Run run = runs.completed(id);
        Outcome outcome = runs.outcome(run);
        List<Robustness.IndexRobustness> indices = new ArrayList<>();
        List<String> withheld = new ArrayList<>();
        for (Index index : outcome.scheme().indices()) {
            if (run.summary().guarded(index.code()) && !runs.seesExact(run.areaPath())) {
                withheld.add(index.code());
                continue;
            }
            List<LeaveOneOut.Without> all = outcome.leaveOneOut(index);
            if (!all.isEmpty()) {
                indices.add(robustness(run, outcome, index, all));
            }
        }
        return new Robustness(id, indices, withheld);
    }

    private Robustness.IndexRobustness robustness(
            Run run, Outcome outcome, Index index, List<LeaveOneOut.Without> all) {
        List<Robustness.LeftOut> leftOut = new ArrayList<>();
        Map<Integer, List<String>> dependsOn = new TreeMap<>();
        for (LeaveOneOut.Without without : all) {
            String component = without.component().of();
            leftOut.add(new Robustness.LeftOut(
                    component,
                    without.compared(),
                    without.changed().size(),
                    percent(without.changed().size(), without.compared())));
            without.changed().forEach(i -> dependsOn
                    .computeIfAbsent(i, key -> new ArrayList<>())
                    .add(component));
        }
        int classified = 0;
        for (int i = 0; i < outcome.territory().size(); i++) {
            classified += outcome.index(index.code()).classAt(i) >= 0 ? 1 : 0;
        }
        List<Robustness.Unstable> unstable = dependsOn.entrySet().stream()
                .filter(entry -> runs.sees(run, outcome.territory().path(entry.getKey())))
                .map(entry -> new Robustness.Unstable(outcome.territory().keys().get(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparingInt((Robustness.Unstable space) ->
                                -space.dependsOn().size())
                        .thenComparing(Robustness.Unstable::space))
                .limit(MOST)
                .toList();
        return new Robustness.IndexRobustness(
                index.code(), leftOut, percent(classified - dependsOn.size(), classified), unstable);
    }

    private static Double percent(int part, int all) {
        return all == 0 ? null : (Double) Rounding.round(100.0 * part / all);
    }

    /** Compares a run with an earlier one, over the spaces of both that the caller sees. */
    @Transactional
    Comparison comparison(UUID id, UUID with) {
        Run now = runs.completed(id);
        Run before = runs.completed(with);
        Scheme schemeNow = results.scheme(now);
        Scheme schemeBefore = results.scheme(before);
        Map<String, ResultRow> rowsNow = rows(now);
        Map<String, ResultRow> rowsBefore = rows(before);
        Set<String> both = new LinkedHashSet<>(rowsNow.keySet());
        both.retainAll(rowsBefore.keySet());
        List<Comparison.IndexComparison> indices = new ArrayList<>();
        for (int k = 0; k < schemeNow.indices().size(); k++) {
            Index index = schemeNow.indices().get(k);
            int earlier = position(schemeBefore, index);
            if (earlier >= 0 && index.classes() != null) {
                List<String> codes =
                        schemeBefore.indices().get(earlier).classes().codes();
                indices.add(new Transitions(index, k, codes, earlier).over(both, rowsBefore, rowsNow));
            }
        }
        Comparison.Causes causes = new Comparison.Causes(
                !now.scheme().equals(before.scheme()) || now.version() != before.version(),
                !runs.releases(now).equals(runs.releases(before)),
                rowsNow.size() - both.size(),
                rowsBefore.size() - both.size());
        return new Comparison(id, with, causes, indices, needs(schemeNow, both, rowsBefore, rowsNow));
    }

    private static int position(Scheme scheme, Index index) {
        for (int k = 0; k < scheme.indices().size(); k++) {
            Index other = scheme.indices().get(k);
            if (other.code().equals(index.code()) && other.classes() != null) {
                return k;
            }
        }
        return -1;
    }

    private Map<String, ResultRow> rows(Run run) {
        Map<String, ResultRow> rows = new LinkedHashMap<>();
        results.visibleRows(run).forEach(row -> rows.put(row.space(), row));
        return rows;
    }

    private static List<Comparison.NeedComparison> needs(
            Scheme scheme, Set<String> both, Map<String, ResultRow> before, Map<String, ResultRow> now) {
        return scheme.needs().stream()
                .map(need -> {
                    int appeared = 0;
                    int stayed = 0;
                    int went = 0;
                    for (String space : both) {
                        boolean had = before.get(space).needs().contains(need.code());
                        boolean has = now.get(space).needs().contains(need.code());
                        appeared += has && !had ? 1 : 0;
                        stayed += has && had ? 1 : 0;
                        went += had && !has ? 1 : 0;
                    }
                    return new Comparison.NeedComparison(need.code(), appeared, stayed, went);
                })
                .toList();
    }

    /** Transitions between the classes of one index. */
    private record Transitions(Index index, int position, List<String> codesBefore, int positionBefore) {
        Comparison.IndexComparison over(Set<String> spaces, Map<String, ResultRow> before, Map<String, ResultRow> now) {
            Map<String, Map<String, Integer>> transitions = new LinkedHashMap<>();
            List<Comparison.Mover> movers = new ArrayList<>();
            Map<Boolean, Integer> directions = new HashMap<>();
            int compared = 0;
            for (String space : spaces) {
                Integer from = before.get(space).classes().get(positionBefore);
                Integer to = now.get(space).classes().get(position);
                if (from == null || to == null) {
                    continue;
                }
                compared++;
                String fromCode = codesBefore.get(from);
                String toCode = index.classes().codes().get(to);
                transitions
                        .computeIfAbsent(fromCode, key -> new LinkedHashMap<>())
                        .merge(toCode, 1, Integer::sum);
                if (!Objects.equals(fromCode, toCode)) {
                    directions.merge(to > from, 1, Integer::sum);
                    if (movers.size() < MOST) {
                        movers.add(new Comparison.Mover(space, fromCode, toCode));
                    }
                }
            }
            return new Comparison.IndexComparison(
                    index.code(),
                    compared,
                    directions.getOrDefault(true, 0),
                    directions.getOrDefault(false, 0),
                    transitions,
                    movers);
        }
    }
}
