package de.quartierwerk.classification.quality;

import de.quartierwerk.classification.method.FixedBreaks;
import de.quartierwerk.classification.method.Index;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.result.ResultRow;
import de.quartierwerk.classification.result.Results;
import de.quartierwerk.classification.run.Run;
import de.quartierwerk.classification.run.Runs;
import de.quartierwerk.classification.run.compute.RunOutcomes;
import de.quartierwerk.classification.space.Spaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Compares runs. */
@ApplicationScoped
class Comparisons {

    private final Runs runs;
    private final RunOutcomes outcomes;
    private final Results results;
    private final Spaces spaces;
    private final Counterfactual counterfactual;
    private final ChangeWords words;

    Comparisons(
            Runs runs,
            RunOutcomes outcomes,
            Results results,
            Spaces spaces,
            Counterfactual counterfactual,
            ChangeWords words) {
        this.runs = runs;
        this.outcomes = outcomes;
        this.results = results;
        this.spaces = spaces;
        this.counterfactual = counterfactual;
        this.words = words;
    }

    /** Compares a run with an earlier one, over the spaces of both that the caller sees. */
    Comparison compare(UUID id, UUID with) {
        Run now = runs.completed(id);
        Run before = runs.completed(with);
        Map<String, ResultRow> rowsNow = rows(now);
        Map<String, ResultRow> rowsBefore = rows(before);
        Set<String> keys = new LinkedHashSet<>(rowsNow.keySet());
        keys.retainAll(rowsBefore.keySet());
        Set<String> same = spaces.same(keys, before.asOf(), now.asOf());
        Comparison.Causes causes = new Comparison.Causes(
                !now.scheme().equals(before.scheme()) || now.version() != before.version(),
                !now.period().equals(before.period()) || !runs.releases(now).equals(runs.releases(before)),
                same.size() < Math.max(rowsNow.size(), rowsBefore.size()),
                rowsNow.size() - keys.size(),
                rowsBefore.size() - keys.size(),
                keys.size() - same.size());
        Pair pair = new Pair(before, now, rowsBefore, rowsNow, same, causes);
        Scheme scheme = results.scheme(now);
        List<Comparison.IndexComparison> indices = indices(pair, results.scheme(before), scheme);
        List<Comparison.NeedComparison> needs = needs(scheme, pair);
        return new Comparison(
                id,
                with,
                causes,
                indices,
                needs,
                Comparison.Matching.KEY_AND_VALIDITY,
                words.of(scheme, same.size(), causes, indices, needs));
    }

    /**
     * Two runs with the results that the caller sees.
     *
     * @param same keys of the spaces that are the same in both
     */
    record Pair(
            Run before,
            Run now,
            Map<String, ResultRow> rowsBefore,
            Map<String, ResultRow> rowsNow,
            Set<String> same,
            Comparison.Causes causes) {
        ResultRow before(String space) {
            return Objects.requireNonNull(rowsBefore.get(space));
        }

        ResultRow now(String space) {
            return Objects.requireNonNull(rowsNow.get(space));
        }
    }

    private Map<String, ResultRow> rows(Run run) {
        Map<String, ResultRow> rows = new LinkedHashMap<>();
        results.visibleRows(run).forEach(row -> rows.put(row.space(), row));
        return rows;
    }

    private List<Comparison.IndexComparison> indices(Pair pair, Scheme schemeBefore, Scheme schemeNow) {
        Outcome before = outcomes.of(pair.before());
        Outcome now = outcomes.of(pair.now());
        Optional<Outcome> between =
                pair.causes().scheme() ? counterfactual.compute(pair.before(), pair.now()) : Optional.empty();
        FixedBreaks fixed = new FixedBreaks(before, now);
        List<Comparison.IndexComparison> indices = new ArrayList<>();
        for (int k = 0; k < schemeNow.indices().size(); k++) {
            Index index = schemeNow.indices().get(k);
            int earlier = position(schemeBefore, index.code());
            if (earlier >= 0 && index.classes() != null) {
                boolean withheld = hidden(pair.before(), schemeBefore, index.code())
                        || hidden(pair.now(), schemeNow, index.code())
                        || between.map(outcome -> outcome.index(index.code()).guarded()
                                        && !runs.seesExact(pair.before().areaPath(), schemeNow))
                                .orElse(false);
                boolean onScale = !withheld && fixed.possible(index.code());
                IndexChange change = new IndexChange(
                        pair,
                        new IndexChange.At(schemeBefore.indices().get(earlier), earlier),
                        new IndexChange.At(index, k),
                        withheld ? Optional.empty() : between,
                        onScale ? fixed.classes(index.code()) : null,
                        now.territory().keys());
                indices.add(change.compare(withheld));
            }
        }
        return indices;
    }

    private boolean hidden(Run run, Scheme scheme, String index) {
        return run.summary().guarded(index) && !runs.seesExact(run.areaPath(), scheme);
    }

    private static int position(Scheme scheme, String code) {
        for (int k = 0; k < scheme.indices().size(); k++) {
            Index other = scheme.indices().get(k);
            if (other.code().equals(code) && other.classes() != null) {
                return k;
            }
        }
        return -1;
    }

    private static List<Comparison.NeedComparison> needs(Scheme scheme, Pair pair) {
        return scheme.needs().stream()
                .map(need -> {
                    int appeared = 0;
                    int stayed = 0;
                    int went = 0;
                    for (String space : pair.same()) {
                        boolean stated = pair.before(space).states(need.code())
                                && pair.now(space).states(need.code());
                        boolean had = pair.before(space).needs().contains(need.code());
                        boolean has = pair.now(space).needs().contains(need.code());
                        appeared += stated && has && !had ? 1 : 0;
                        stayed += has && had ? 1 : 0;
                        went += stated && had && !has ? 1 : 0;
                    }
                    return new Comparison.NeedComparison(need.code(), appeared, stayed, went);
                })
                .toList();
    }
}
