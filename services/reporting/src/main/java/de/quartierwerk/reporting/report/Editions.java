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
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Compares a run with the edition before it. */
final class Editions {
    private final Run run;
    private final Map<String, SpaceResult> now;
    private final Map<String, SpaceResult> before;

    private Editions(Run run, List<SpaceResult> now, List<SpaceResult> before) {
        this.run = run;
        this.now = byKey(now);
        this.before = byKey(before);
    }

    private static Map<String, SpaceResult> byKey(List<SpaceResult> results) {
        return results.stream()
                .collect(Collectors.toMap(SpaceResult::space, Function.identity(), (one, other) -> one, TreeMap::new));
    }

    /** What has changed since the edition before. */
    static Edition compare(ReportData.RunData data, ReportData.EditionData earlier) {
        Editions editions = new Editions(data.run(), data.results(), earlier.results());
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
        return new Edition.NeedChange(
                need,
                (int) before.values().stream().filter(has).count(),
                only(now, before, has),
                only(before, now, has));
    }

    private static boolean inNeed(SpaceResult result) {
        return !result.needs().isEmpty();
    }

    /** Keys of the spaces that fulfil a condition in the one edition and not in the other. */
    private List<String> only(
            Map<String, SpaceResult> one, Map<String, SpaceResult> other, Predicate<SpaceResult> condition) {
        return one.values().stream()
                .filter(condition)
                .map(SpaceResult::space)
                .filter(key -> !other.containsKey(key) || !condition.test(other.get(key)))
                .toList();
    }

    private List<Edition.Transition> transitions() {
        List<Edition.Transition> transitions = new ArrayList<>();
        for (ClassificationPublished.Index index : run.indices()) {
            Map<String, Map<String, Integer>> counts = new HashMap<>();
            now.forEach((key, result) -> {
                String to = classOf(result, index.code());
                String from = before.containsKey(key) ? classOf(before.get(key), index.code()) : "";
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
