package de.quartierwerk.classification.run.compute;

import de.quartierwerk.classification.method.Exclusion;
import de.quartierwerk.classification.method.Gap;
import de.quartierwerk.classification.method.IndexOutcome;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.method.RollUpOutcome;
import de.quartierwerk.classification.method.Rounding;
import de.quartierwerk.classification.method.Territory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a run found as rows of the table of results, one per space and level. */
final class ResultRows {
    /** The rows of each level: first of the scheme's own, then of those to which indices are rolled up. */
    static List<Iterator<? extends List<? extends @Nullable Object>>> of(
            UUID run, Outcome outcome, Withholding.Withheld withheld) {
        List<Iterator<? extends List<? extends @Nullable Object>>> levels = new ArrayList<>();
        int[] municipalities = outcome.territory().areasAt(Territory.MUNICIPALITY);
        levels.add(IntStream.range(0, outcome.territory().size())
                .filter(outcome::inside)
                .mapToObj(i ->
                        row(run, outcome, municipalities, i, withheld.spaces().contains(i)))
                .iterator());
        Map<String, List<RollUpOutcome>> rolledUp = new TreeMap<>();
        for (RollUpOutcome rollUp : outcome.rollUps()) {
            rolledUp.computeIfAbsent(rollUp.rollUp().level(), key -> new ArrayList<>())
                    .add(rollUp);
        }
        rolledUp.forEach((level, rollUps) -> levels.add(rows(run, outcome, rollUps, withheld.areas())));
        return levels;
    }

    private static List<@Nullable Object> row(
            UUID run, Outcome outcome, int[] municipalities, int i, boolean withheld) {
        Territory territory = outcome.territory();
        List<@Nullable Object> raw = new ArrayList<>();
        List<@Nullable Object> value = new ArrayList<>();
        List<@Nullable Object> classes = new ArrayList<>();
        List<@Nullable Object> gaps = new ArrayList<>();
        List<@Nullable Object> imputed = new ArrayList<>();
        for (IndexOutcome index : outcome.indices()) {
            imputed.add(joined(index.imputed(i)));
            raw.add(Rounding.orNull(index.raw(i)));
            value.add(Rounding.orNull(index.value(i)));
            classes.add(index.classAt(i) < 0 || withheld ? null : (Integer) index.classAt(i));
            gaps.add(index.gap(i) == Gap.NONE ? null : index.gap(i).code());
        }
        boolean isMunicipality = territory.level().equals(Territory.MUNICIPALITY);
        String municipality = municipalities[i] < 0
                ? null
                : territory.areas().get(municipalities[i]).key();
        Exclusion exclusion = outcome.exclusion(i);
        return Arrays.asList(
                run,
                territory.level(),
                territory.keys().get(i),
                territory.path(i),
                isMunicipality ? territory.keys().get(i) : municipality,
                exclusion == Exclusion.NONE ? null : exclusion.code(),
                raw,
                value,
                classes,
                gaps,
                imputed,
                withheld ? null : outcome.group(i),
                withheld ? List.of() : outcome.needsAt(i),
                withheld ? List.of() : outcome.openNeedsAt(i));
    }

    private static Iterator<List<@Nullable Object>> rows(
            UUID run, Outcome outcome, List<RollUpOutcome> rollUps, Set<String> withheld) {
        Map<String, Integer> areas = new HashMap<>();
        for (int a = 0; a < outcome.territory().areas().size(); a++) {
            areas.put(outcome.territory().areas().get(a).key(), a);
        }
        List<String> keys = rollUps.get(0).keys();
        return IntStream.range(0, keys.size())
                .mapToObj(i -> {
                    List<String> path = outcome.territory().areaPath(areas.getOrDefault(keys.get(i), -1));
                    return row(run, outcome, rollUps, path, i, withheld.contains(keys.get(i)));
                })
                .iterator();
    }

    private static List<@Nullable Object> row(
            UUID run, Outcome outcome, List<RollUpOutcome> rollUps, List<String> path, int i, boolean withheld) {
        String level = rollUps.get(0).rollUp().level();
        List<@Nullable Object> raw = new ArrayList<>();
        List<@Nullable Object> value = new ArrayList<>();
        List<@Nullable Object> classes = new ArrayList<>();
        List<@Nullable Object> gaps = new ArrayList<>();
        List<@Nullable Object> imputed = new ArrayList<>();
        for (RollUpOutcome rollUp : rollUps) {
            Double number = Rounding.orNull(rollUp.value(i));
            raw.add(number == null ? null : Rounding.orNull(rollUp.raw(i)));
            value.add(number);
            classes.add(rollUp.classAt(i) < 0 || withheld ? null : (Integer) rollUp.classAt(i));
            gaps.add(number == null ? Gap.COMPONENT_MISSING.code() : null);
            imputed.add(joined(rollUp.imputed(i)));
        }
        String space = path.get(path.size() - 1);
        String municipality = level.equals(Territory.MUNICIPALITY) ? space : null;
        return Arrays.asList(
                run,
                level,
                space,
                path,
                municipality,
                null,
                raw,
                value,
                classes,
                gaps,
                imputed,
                withheld ? null : group(outcome, rollUps, i),
                List.of(),
                List.of());
    }

    /** Codes with commas between them, which no code has; null for none. */
    private static @Nullable String joined(List<String> codes) {
        return codes.isEmpty() ? null : String.join(",", codes);
    }

    private static @Nullable String group(Outcome outcome, List<RollUpOutcome> rollUps, int i) {
        StringBuilder group = new StringBuilder();
        for (String code : outcome.scheme().groups()) {
            String part = rollUps.stream()
                    .filter(rollUp -> rollUp.name().equals(code))
                    .findFirst()
                    .map(rollUp -> rollUp.classCode(i))
                    .orElse(null);
            if (part == null) {
                return null;
            }
            group.append(part);
        }
        return group.isEmpty() ? null : group.toString();
    }

    private ResultRows() {}
}
