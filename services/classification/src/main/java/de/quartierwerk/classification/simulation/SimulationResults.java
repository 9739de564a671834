package de.quartierwerk.classification.simulation;

import de.quartierwerk.classification.method.Exclusion;
import de.quartierwerk.classification.method.IndexOutcome;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.method.RollUpOutcome;
import de.quartierwerk.classification.method.Rounding;
import de.quartierwerk.classification.result.NoValue;
import de.quartierwerk.classification.result.ResultResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns an outcome into the answers that a run's results would be. */
final class SimulationResults {
    private final Outcome outcome;

    SimulationResults(Outcome outcome) {
        this.outcome = outcome;
    }

    /**
     * Results of the scheme's own level.
     *
     * @param reasons reason of the exclusions that the request names
     * @param texts reason of those that the scheme makes
     */
    List<ResultResponse> spaces(Map<String, String> reasons, Function<Exclusion, String> texts) {
        List<ResultResponse> results = new ArrayList<>();
        for (int i = 0; i < outcome.territory().size(); i++) {
            if (outcome.inside(i)) {
                Exclusion exclusion = outcome.exclusion(i);
                String space = outcome.territory().keys().get(i);
                String excluded = exclusion == Exclusion.NONE ? null : reasons.get(space);
                if (exclusion != Exclusion.NONE && excluded == null) {
                    excluded = texts.apply(exclusion);
                }
                results.add(new ResultResponse(
                        space, excluded, indices(i), outcome.group(i), outcome.needsAt(i), List.of()));
            }
        }
        return results;
    }

    private Map<String, ResultResponse.IndexResult> indices(int i) {
        Map<String, ResultResponse.IndexResult> indices = new LinkedHashMap<>();
        for (IndexOutcome index : outcome.indices()) {
            indices.put(
                    index.index().code(),
                    new ResultResponse.IndexResult(
                            Rounding.orNull(index.value(i)),
                            Rounding.orNull(index.raw(i)),
                            index.classCode(i),
                            index.classLabel(i),
                            NoValue.of(index.gap(i)),
                            index.imputed(i)));
        }
        return indices;
    }

    /** Results of the larger levels to which indices are rolled up, by level. */
    Map<String, List<ResultResponse>> larger() {
        Map<String, List<RollUpOutcome>> levels = new TreeMap<>();
        outcome.rollUps()
                .forEach(rollUp -> levels.computeIfAbsent(rollUp.rollUp().level(), level -> new ArrayList<>())
                        .add(rollUp));
        Map<String, List<ResultResponse>> results = new LinkedHashMap<>();
        levels.forEach((level, rollUps) -> {
            List<ResultResponse> areas = new ArrayList<>();
            List<String> keys = rollUps.get(0).keys();
            for (int i = 0; i < keys.size(); i++) {
                areas.add(area(keys.get(i), rollUps, i));
            }
            results.put(level, areas);
        });
        return results;
    }

    private ResultResponse area(String key, List<RollUpOutcome> rollUps, int i) {
        Map<String, ResultResponse.IndexResult> indices = new LinkedHashMap<>();
        for (RollUpOutcome rollUp : rollUps) {
            Double value = Rounding.orNull(rollUp.value(i));
            indices.put(
                    rollUp.name(),
                    new ResultResponse.IndexResult(
                            value,
                            value == null ? null : Rounding.orNull(rollUp.raw(i)),
                            rollUp.classCode(i),
                            rollUp.classLabel(i),
                            value == null ? NoValue.COMPONENT_MISSING : null,
                            rollUp.imputed(i)));
        }
        return new ResultResponse(key, null, indices, group(indices), List.of(), List.of());
    }

    private @Nullable String group(Map<String, ResultResponse.IndexResult> indices) {
        List<String> parts = new ArrayList<>();
        for (String code : outcome.scheme().groups()) {
            if (indices.containsKey(code) && indices.get(code).classCode() != null) {
                parts.add(indices.get(code).classCode());
            }
        }
        return parts.size() == 2 ? String.join("", parts) : null;
    }
}
