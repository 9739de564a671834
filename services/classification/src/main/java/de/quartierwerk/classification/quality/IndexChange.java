package de.quartierwerk.classification.quality;

import de.quartierwerk.classification.method.Index;
import de.quartierwerk.classification.method.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the classes of one index changed between two runs.
 *
 * @param pair the runs
 * @param before the index in the run before
 * @param now the index now
 * @param between the run before with the scheme of now, where the schemes differ and it can be computed
 * @param fixed classes now on the scale of the run before, null where there are none
 * @param keys keys of the spaces of now, ascending
 */
record IndexChange(
        Comparisons.Pair pair,
        At before,
        At now,
        Optional<Outcome> between,
        int @Nullable [] fixed,
        List<String> keys) {
    private static final int MOST = 1000;

    /** An index and its position among the results of its run. */
    record At(Index index, int position) {
        String code(int of) {
            return Objects.requireNonNull(index.classes()).codes().get(of);
        }
    }

    Comparison.IndexComparison compare(boolean withheld) {
        Transitions transitions = new Transitions(before.index(), now.index());
        Transitions onScale = new Transitions(before.index(), before.index());
        List<Comparison.Mover> movers = new ArrayList<>();
        for (String space : pair.same()) {
            Integer from = pair.before(space).classes().get(before.position());
            Integer to = pair.now(space).classes().get(now.position());
            if (from != null && to != null) {
                int at = fixed == null ? -1 : fixed[Collections.binarySearch(keys, space)];
                transitions.add(from, to);
                if (at >= 0) {
                    onScale.add(from, at);
                }
                if (!before.code(from).equals(now.code(to)) && movers.size() < MOST) {
                    movers.add(mover(space, from, to, at, withheld));
                }
            }
        }
        return new Comparison.IndexComparison(
                now.index().code(),
                transitions.compared(),
                transitions.up(),
                transitions.down(),
                transitions.sparse(),
                transitions.matrix(),
                movers,
                fixed == null
                        ? null
                        : new Comparison.FixedScale(onScale.compared(), onScale.up(), onScale.down(), onScale.matrix()),
                withheld);
    }

    private Comparison.Mover mover(String space, int from, int to, int at, boolean withheld) {
        return new Comparison.Mover(
                space,
                before.code(from),
                now.code(to),
                to > from ? Comparison.Direction.UP : Comparison.Direction.DOWN,
                withheld ? List.of() : causes(space, before.code(from), now.code(to)),
                at < 0 ? null : before.code(at));
    }

    private List<String> causes(String space, String from, String to) {
        List<String> causes = new ArrayList<>();
        boolean elsewhere = true;
        if (pair.causes().scheme()) {
            String otherwise = between.map(outcome -> classIn(outcome, space)).orElse(null);
            if (otherwise == null) {
                return List.of();
            }
            if (!otherwise.equals(from)) {
                causes.add("scheme");
            }
            elsewhere = !otherwise.equals(to);
        }
        if (elsewhere && pair.causes().values()) {
            causes.add("data");
        }
        if (elsewhere && pair.causes().boundaries()) {
            causes.add("boundaries");
        }
        return causes;
    }

    private @Nullable String classIn(Outcome outcome, String space) {
        int at = Collections.binarySearch(outcome.territory().keys(), space);
        return at < 0 ? null : outcome.index(now.index().code()).classCode(at);
    }
}
