package de.quartierwerk.reporting.report;

import de.quartierwerk.events.ClassificationPublished;
import de.quartierwerk.reporting.classification.Run;
import de.quartierwerk.reporting.classification.SpaceNeed;
import de.quartierwerk.reporting.classification.SpaceResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares a run with the edition before it. Needs are compared where both say whether a space has them: one that is
 * excluded or not classified is neither in need nor without. A key that meant another space then is not compared.
 */
final class Editions {
    private final Run run;
    private final Side now;
    private final Side before;
    private final Set<String> same;

    private Editions(Run run, Side now, Side before, Set<String> same) {
        this.run = run;
        this.now = now;
        this.before = before;
        this.same = same;
    }

    /** One of the two runs with its results by space. */
    private record Side(Run run, Map<String, SpaceResult> results) {
        static Side of(Run run, List<SpaceResult> results) {
            return new Side(
                    run,
                    results.stream()
                            .collect(Collectors.toMap(
                                    SpaceResult::space, Function.identity(), (one, other) -> one, TreeMap::new)));
        }

        /** Spaces that fulfil a condition. */
        Stream<SpaceResult> with(Predicate<SpaceResult> condition) {
            return results.values().stream()
                    .filter(result -> result.excluded() == null)
                    .filter(condition);
        }

        /** Whether the run says that a space does not fulfil a condition. */
        boolean denies(String space, Predicate<SpaceResult> condition) {
            SpaceResult result = results.get(space);
            return result != null && isClassified(result) && !condition.test(result);
        }

        /** Whether a space takes part and every index that has classes gave it one. */
        private boolean isClassified(SpaceResult result) {
            return result.excluded() == null
                    && run.indices().stream()
                            .filter(index -> !index.classes().isEmpty())
                            .noneMatch(index -> classOf(result, index.code()).isEmpty());
        }
    }

    /** What has changed since the edition before. */
    static Edition compare(ReportData.RunData data, ReportData.EditionData earlier) {
        Editions editions = new Editions(
                data.run(),
                Side.of(data.run(), data.results()),
                Side.of(earlier.run(), earlier.results()),
                earlier.same());
        return new Edition(
                earlier.run().id(),
                earlier.run().period().text(),
                earlier.counts().counts().considered(),
                earlier.counts().counts().spacesInNeed(),
                editions.only(editions.now, editions.before, Editions::inNeed),
                editions.only(editions.before, editions.now, Editions::inNeed),
                editions.run.needs().stream()
                        .map(need -> editions.change(need.code()))
                        .toList(),
                editions.transitions());
    }

    /** The number of spaces of each group, in the order of the groups' codes. */
    static List<Edition.GroupCount> groups(List<SpaceResult> results) {
        Map<String, Long> counts = results.stream()
                .filter(result -> result.group() != null)
                .collect(Collectors.groupingBy(SpaceResult::group, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry ->
                        new Edition.GroupCount(entry.getKey(), entry.getValue().intValue()))
                .toList();
    }

    private Edition.NeedChange change(String need) {
        Predicate<SpaceResult> has =
                result -> result.needs().stream().map(SpaceNeed::code).anyMatch(need::equals);
        boolean known =
                before.run().needs().stream().anyMatch(earlier -> earlier.code().equals(need));
        if (!known) {
            return new Edition.NeedChange(need, 0, List.of(), List.of());
        }
        return new Edition.NeedChange(
                need, (int) before.with(has).count(), only(now, before, has), only(before, now, has));
    }

    private static boolean inNeed(SpaceResult result) {
        return !result.needs().isEmpty();
    }

    /** Keys of the spaces that fulfil a condition on the one side and, as the other side says, not there. */
    private List<String> only(Side one, Side other, Predicate<SpaceResult> condition) {
        return one.with(condition)
                .map(SpaceResult::space)
                .filter(key -> same.contains(key) && other.denies(key, condition))
                .toList();
    }

    private List<Edition.Transition> transitions() {
        List<Edition.Transition> transitions = new ArrayList<>();
        for (ClassificationPublished.Index index : run.indices()) {
            Map<String, Map<String, Integer>> counts = new HashMap<>();
            now.results().forEach((key, result) -> {
                String to = classOf(result, index.code());
                SpaceResult then = before.results().get(key);
                String from = then == null || !same.contains(key) ? "" : classOf(then, index.code());
                if (!to.isEmpty() && !from.isEmpty()) {
                    counts.computeIfAbsent(from, code -> new HashMap<>()).merge(to, 1, Integer::sum);
                }
            });
            List<String> order = index.classes();
            counts.forEach((from, row) -> row.forEach(
                    (to, spaces) -> transitions.add(new Edition.Transition(index.code(), from, to, spaces))));
            transitions.sort(Comparator.comparing((Edition.Transition transition) -> indexOf(transition.index()))
                    .thenComparing(transition -> order.indexOf(transition.from()))
                    .thenComparing(transition -> order.indexOf(transition.to())));
        }
        return transitions;
    }

    private int indexOf(String code) {
        return run.indices().stream()
                .map(ClassificationPublished.Index::code)
                .toList()
                .indexOf(code);
    }

    private static String classOf(SpaceResult result, String index) {
        ClassificationPublished.IndexResult found = result.indices().get(index);
        return found == null || found.classCode() == null ? "" : found.classCode();
    }
}
