package de.quartierwerk.classification.quality;

import de.quartierwerk.classification.method.Index;
import de.quartierwerk.classification.method.LeaveOneOut;
import de.quartierwerk.classification.method.OtherStandardisation;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.method.Rounding;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.method.SmallDenominators;
import de.quartierwerk.classification.run.Run;
import de.quartierwerk.classification.run.Runs;
import de.quartierwerk.classification.run.compute.RunOutcomes;
import de.quartierwerk.classification.run.compute.SharedComputation;
import de.quartierwerk.kit.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges how robust the classes of runs are; it shows single spaces as far as the caller sees them. */
@ApplicationScoped
class Quality {
    private static final int MOST = 1000;

    private final Runs runs;
    private final RunOutcomes outcomes;
    private final Judgements judgements;
    private final SharedComputation<UUID, Checked> shared = new SharedComputation<>(1, 1, RunOutcomes.LONGEST_WAIT);

    Quality(Runs runs, RunOutcomes outcomes, Judgements judgements) {
        this.runs = runs;
        this.outcomes = outcomes;
        this.judgements = judgements;
    }

    /** The checks of a run's indices by their codes. */
    private record Checked(Outcome outcome, Map<String, Checks> checks) {}

    private Checked checked(Run run) {
        return shared.get(run.id(), () -> check(run));
    }

    private Checked check(Run run) {
        Outcome outcome = outcomes.of(run);
        Map<String, Checks> checks = new LinkedHashMap<>();
        for (Index index : outcome.scheme().indices()) {
            if (index.classes() != null) {
                checks.put(index.code(), Checks.of(outcome, index));
            }
        }
        return new Checked(outcome, checks);
    }

    private boolean withheld(Run run, Scheme scheme, String index) {
        return run.summary().guarded(index) && !runs.seesExact(run.areaPath(), scheme);
    }

    /** How robust the classes of a run are. */
    Robustness robustness(UUID id) {
        Run run = runs.completed(id);
        Checked checked = checked(run);
        List<Robustness.IndexRobustness> indices = new ArrayList<>();
        List<String> withheld = new ArrayList<>();
        for (Index index : checked.outcome().scheme().indices()) {
            if (withheld(run, checked.outcome().scheme(), index.code())) {
                withheld.add(index.code());
            } else if (checked.checks().containsKey(index.code())) {
                indices.add(robustness(run, checked, checked.checks().get(index.code())));
            }
        }
        return new Robustness(id, indices, withheld);
    }

    /** Counts are over the spaces that the caller sees. */
    private Robustness.IndexRobustness robustness(Run run, Checked checked, Checks checks) {
        List<Integer> classed = checks.classed().stream()
                .filter(i -> runs.sees(run, checked.outcome().territory().path(i)))
                .toList();
        BitSet seen = new BitSet();
        classed.forEach(seen::set);
        List<Robustness.LeftOut> leftOut = new ArrayList<>();
        for (LeaveOneOut.Without without : checks.leftOut()) {
            int compared = count(without.compared(), seen::get);
            int changed = count(without.changed(), seen::get);
            leftOut.add(
                    new Robustness.LeftOut(without.component().of(), compared, changed, percent(changed, compared)));
        }
        List<Robustness.OtherWay> otherWays = new ArrayList<>();
        for (OtherStandardisation.Otherwise way : checks.otherwise()) {
            int compared = count(way.compared(), seen::get);
            int changed = count(way.changed(), seen::get);
            otherWays.add(new Robustness.OtherWay(way.how(), compared, changed, percent(changed, compared)));
        }
        List<Robustness.Unstable> unstable = checks.dependsOn().entrySet().stream()
                .filter(entry -> seen.get(entry.getKey()))
                .map(entry -> new Robustness.Unstable(key(checked, entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparingInt((Robustness.Unstable space) ->
                                -space.dependsOn().size())
                        .thenComparing(Robustness.Unstable::space))
                .toList();
        List<Integer> uncertain =
                checks.intervals().keySet().stream().filter(seen::get).toList();
        Map<Robustness.Stability, Integer> verdicts = new EnumMap<>(Robustness.Stability.class);
        classed.forEach(i -> verdicts.merge(checks.verdict(i), 1, Integer::sum));
        Robustness.IndexRobustness found = new Robustness.IndexRobustness(
                checks.index().code(),
                leftOut,
                percent(classed.size() - unstable.size(), classed.size()),
                unstable.stream().limit(MOST).toList(),
                weights(checks, classed),
                otherWays,
                new Robustness.Uncertain(Checks.SMALL_DENOMINATOR, uncertain.size(), count(uncertain, checks::crosses)),
                new Robustness.Verdicts(
                        verdicts.getOrDefault(Robustness.Stability.STABLE, 0),
                        verdicts.getOrDefault(Robustness.Stability.MOSTLY, 0),
                        verdicts.getOrDefault(Robustness.Stability.FRAGILE, 0)),
                List.of());
        return judgements.withSentences(found, checks.index().title(), classed.size());
    }

    private static int count(List<Integer> positions, IntPredicate wanted) {
        return (int) positions.stream().filter(wanted::test).count();
    }

    private static Robustness.Weights weights(Checks checks, List<Integer> classed) {
        double sum = 0;
        int drawn = 0;
        int unsure = 0;
        for (int i : classed) {
            double kept = checks.kept()[i];
            if (!Double.isNaN(kept)) {
                sum += kept;
                drawn++;
                unsure += kept < Checks.ENOUGH ? 1 : 0;
            }
        }
        Double percent = drawn == 0 ? null : (Double) Rounding.round(100 * sum / drawn);
        return new Robustness.Weights(Checks.DRAWS, Checks.SEED, 100 * Checks.SPREAD, percent, unsure);
    }

    private static @Nullable Double percent(int part, int all) {
        return all == 0 ? null : (Double) Rounding.round(100.0 * part / all);
    }

    private static String key(Checked checked, int position) {
        return checked.outcome().territory().keys().get(position);
    }

    /**
     * The stability of every space's class, those after a space, in the order of the keys.
     *
     * @param index code of the index; may be left out where only one has classes
     */
    List<Robustness.SpaceStability> spaces(UUID id, String index, String after, int limit) {
        Run run = runs.completed(id);
        Checked checked = checked(run);
        Map<String, Checks> all = checked.checks();
        String wanted =
                index == null && all.size() == 1 ? all.keySet().iterator().next() : index;
        if (wanted == null || !all.containsKey(wanted)) {
            String codes = all.keySet().stream().sorted().collect(Collectors.joining(", "));
            throw Invalid.parameter("index", index, "parameter.not-among", "index", codes);
        }
        if (withheld(run, checked.outcome().scheme(), wanted)) {
            return List.of();
        }
        Checks checks = all.get(wanted);
        return checks.classed().stream()
                .filter(i -> key(checked, i).compareTo(after) > 0)
                .filter(i -> runs.sees(run, checked.outcome().territory().path(i)))
                .limit(limit)
                .map(i -> stability(checks, i, key(checked, i)))
                .toList();
    }

    private Robustness.SpaceStability stability(Checks checks, int i, String space) {
        List<Robustness.RatioInterval> intervals = checks.intervals().getOrDefault(i, List.of()).stream()
                .map(Quality::interval)
                .toList();
        Robustness.SpaceStability found = new Robustness.SpaceStability(
                space,
                Objects.requireNonNull(checks.outcome().classCode(i)),
                checks.verdict(i),
                Rounding.orNull(100 * checks.kept()[i]),
                checks.dependsOn().getOrDefault(i, List.of()),
                checks.changesWith().getOrDefault(i, List.of()),
                intervals,
                List.of());
        return judgements.withSentences(found);
    }

    private static Robustness.RatioInterval interval(SmallDenominators.Interval interval) {
        return new Robustness.RatioInterval(
                interval.component().of(),
                Rounding.round(interval.low()),
                Rounding.round(interval.high()),
                interval.crosses());
    }
}
