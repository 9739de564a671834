package de.quartierwerk.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.demonstration.indicator.DemonstrationIndicator;
import de.quartierwerk.demonstration.territory.Territory;
import de.quartierwerk.demonstration.values.SpaceSeries;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A small evaluation of the shipped scheme's needs, written from the formulas alone and independent of the platform:
 * the reference rate is the sum of numerators by the sum of denominators, of the municipality, or of the district where
 * the municipality has one space.
 */
final class SchemeEvaluation {

    private final Territory territory;
    private final List<SpaceSeries> series;
    private final int year;
    private final Map<String, DemonstrationIndicator> indicators;
    private final List<Double> distances = new ArrayList<>();
    private final Map<String, Double> references = new HashMap<>();

    SchemeEvaluation(DemonstrationRegion region, int year) {
        this.territory = region.territory();
        this.year = year;
        this.series = IntStream.range(0, territory.spaces().size())
                .mapToObj(region::series)
                .toList();
        this.indicators = region.indicators().stream()
                .collect(Collectors.toMap(DemonstrationIndicator::code, Function.identity()));
    }

    /** The spaces for which a need's condition holds. */
    BitSet members(JsonNode need) {
        BitSet members = new BitSet();
        for (int m = 0; m < territory.municipalities().size(); m++) {
            for (int s = territory.firstSpace().get(m);
                    s < territory.firstSpace().get(m + 1);
                    s++) {
                if (holds(need.get("when"), s, m)) {
                    members.set(s);
                }
            }
        }
        return members;
    }

    /**
     * How far the values that decided were from their thresholds: percentage points, or shares of an absolute number.
     */
    double smallestDistance() {
        return distances.stream().mapToDouble(d -> d).min().orElseThrow();
    }

    private boolean holds(JsonNode condition, int space, int municipality) {
        if (condition.has("allOf")) {
            boolean all = true;
            for (JsonNode part : condition.get("allOf")) {
                all &= holds(part, space, municipality);
            }
            return all;
        }
        if (condition.has("anyOf")) {
            boolean any = false;
            for (JsonNode part : condition.get("anyOf")) {
                any |= holds(part, space, municipality);
            }
            return any;
        }
        double value = measured(condition, space, municipality);
        double threshold = condition.get("value").asDouble();
        return switch (condition.get("op").asText()) {
            case ">=" -> value >= threshold;
            case "<=" -> value <= threshold;
            default -> throw new IllegalArgumentException(condition.toString());
        };
    }

    /** The value that a condition compares. */
    double measured(JsonNode condition, int space, int municipality) {
        DemonstrationIndicator indicator =
                indicators.get(condition.get("indicator").asText());
        return switch (condition.get("measure").asText()) {
            case "numerator" -> series.get(space).get(indicator.numeratorCount(), year);
            case "deviation-percent" -> {
                double rate = rate(indicator, space, space + 1);
                double reference = references.computeIfAbsent(
                        indicator.code() + municipality, unused -> reference(indicator, municipality));
                yield (rate - reference) / reference * 100;
            }
            default -> throw new IllegalArgumentException(condition.toString());
        };
    }

    private double reference(DemonstrationIndicator indicator, int municipality) {
        if (territory.size(municipality) > 1) {
            return rate(
                    indicator,
                    territory.firstSpace().get(municipality),
                    territory.firstSpace().get(municipality + 1));
        }
        int district = territory.districtOf().get(municipality);
        int first = territory.districtOf().indexOf(district);
        int last = territory.districtOf().lastIndexOf(district);
        return rate(
                indicator,
                territory.firstSpace().get(first),
                territory.firstSpace().get(last + 1));
    }

    private double rate(DemonstrationIndicator indicator, int from, int to) {
        double numerator = 0;
        double denominator = 0;
        for (int s = from; s < to; s++) {
            numerator += series.get(s).get(indicator.numeratorCount(), year);
            denominator += series.get(s).get(indicator.denominatorCount(), year);
        }
        return numerator / denominator;
    }

    /** Remembers the distance of a simple condition's value from its threshold. */
    void note(JsonNode condition, int space, int municipality) {
        double threshold = condition.get("value").asDouble();
        double distance = Math.abs(measured(condition, space, municipality) - threshold);
        distances.add(condition.get("measure").asText().equals("numerator") ? distance / threshold * 100 : distance);
    }
}
