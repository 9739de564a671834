package de.quartierwerk.classification.scheme;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.classification.indicator.Indicator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places of a document that leave fewer counts possible than the minimum count: classes of an index that is a
 * count itself, thresholds on counts, and classes by rank that hold too few spaces. What else may tell a count hangs on
 * the values, and is seen by the runs.
 */
final class NarrowClasses {
    private static final double PERCENT = 100;

    private final Map<String, Indicator> indicators;
    private final int spaces;
    /** By indicator the largest count of each side, with the places that divide there. */
    private final Map<String, TreeMap<Integer, TreeSet<String>>> cuts = new TreeMap<>();

    private final List<Place> found = new ArrayList<>();

    private NarrowClasses(Map<String, Indicator> indicators, int spaces) {
        this.indicators = indicators;
        this.spaces = spaces;
    }

    /**
     * A place, without words.
     *
     * @param indicator null where classes by rank tell an order
     */
    record Place(String pointer, @Nullable String indicator, int from, int to) {}

    /**
     * The places of a valid document.
     *
     * @param indicators those that it names
     * @param spaces number of spaces that it classifies
     */
    static List<Place> of(JsonNode document, Map<String, Indicator> indicators, int spaces) {
        NarrowClasses narrow = new NarrowClasses(indicators, spaces);
        Function<String, String> counted = narrow.indices(document.path("indices"));
        for (int n = 0; n < document.path("needs").size(); n++) {
            narrow.condition(document.get("needs").get(n).path("when"), "/needs/" + n + "/when", counted);
        }
        narrow.intervals();
        return narrow.found;
    }

    /** Looks at the classes of every index; answers which count an index is. */
    private Function<String, String> indices(JsonNode indices) {
        Map<String, String> counted = new TreeMap<>();
        for (int i = 0; i < indices.size(); i++) {
            JsonNode index = indices.get(i);
            JsonNode classes = index.path("classes");
            double factor = factor(index);
            if (factor == 1) {
                counted.put(index.get("code").asText(), countOf(index));
            }
            String at = "/indices/" + i + "/classes";
            if (classes.path("method").asText().equals("breaks")) {
                if (factor != 0) {
                    breaks(countOf(index), classes, factor, at);
                }
                breaksOfRanks(classes, largestRank(index), at);
            } else if (classes.path("method").asText().equals("quantiles")) {
                byRank(classes, at);
            }
        }
        return code -> counted.getOrDefault(code, "");
    }

    /** What the count is multiplied by in an index that is nothing but a count; 0 for every other one. */
    private double factor(JsonNode index) {
        JsonNode component = index.path("components").path(0);
        boolean plain = index.path("components").size() == 1
                && component.has("polarity")
                && component.path("standardise").asText("none").equals("none")
                && component.path("transform").asText("none").equals("none")
                && !component.has("decimals")
                && !index.has("decimals")
                && index.path("restandardise").asText("none").equals("none")
                && isCount(
                        component.path("indicator").asText(),
                        component.path("measure").asText("value"));
        double sign = component.path("polarity").asText().equals("relief") ? -1 : 1;
        return switch (plain ? index.path("combine").asText() : "") {
            case "sum", "mean", "maximum", "minimum", "product" -> sign;
            case "weighted-sum" -> sign * component.path("weight").asDouble(1);
            default -> 0;
        };
    }

    private static String countOf(JsonNode index) {
        return index.path("components").path(0).path("indicator").asText();
    }

    private boolean isCount(String indicator, String measure) {
        Indicator known = indicators.get(indicator);
        return known != null
                && (measure.equals("numerator")
                        || (measure.equals("value") && known.kind().equals(Indicator.COUNT)));
    }

    private void breaks(String indicator, JsonNode classes, double factor, String at) {
        boolean right = classes.path("closed").asText("right").equals("right");
        JsonNode breaks = classes.path("breaks");
        for (int k = 0; k < breaks.size(); k++) {
            double bound = breaks.get(k).asDouble() / factor;
            boolean belongs = right == factor > 0;
            cut(indicator, bound, belongs, at + "/breaks/" + k);
        }
    }

    /** The largest value of an index that goes by rank; 0 for every other one. */
    private double largestRank(JsonNode index) {
        String again = index.path("restandardise").asText("none");
        JsonNode components = index.path("components");
        boolean alone = components.size() == 1
                && List.of("sum", "mean", "maximum", "minimum")
                        .contains(index.path("combine").asText());
        String way = alone && again.equals("none")
                ? components.get(0).path("standardise").asText("none")
                : again;
        return switch (way) {
            case "rank" -> spaces;
            case "percentile" -> PERCENT;
            case "percent-rank" -> 1;
            default -> 0;
        };
    }

    /** Breaks between ranks make classes by rank. */
    private void breaksOfRanks(JsonNode classes, double largest, String at) {
        if (largest == 0) {
            return;
        }
        double smallest = 1;
        double below = 0;
        for (JsonNode point : classes.path("breaks")) {
            double share = Math.max(0, Math.min(1, point.asDouble() / largest));
            smallest = Math.min(smallest, share - below);
            below = share;
        }
        few(Math.min(smallest, 1 - below), at);
    }

    /** Classes by rank with fewer spaces than the usual minimum tell an order. */
    private void byRank(JsonNode classes, String at) {
        int count = ClassRules.codes(classes).size();
        double smallest = 1.0 / count;
        JsonNode probabilities = classes.path("probabilities");
        for (int k = 0; k <= probabilities.size() && !probabilities.isEmpty(); k++) {
            double low = k == 0 ? 0 : probabilities.get(k - 1).asDouble();
            double high = k == probabilities.size() ? 1 : probabilities.get(k).asDouble();
            smallest = Math.min(smallest, high - low);
        }
        few(smallest, at);
    }

    private void few(double smallest, String at) {
        int fewest = (int) (smallest * spaces);
        if (fewest < Indicator.USUAL_MINIMUM) {
            found.add(new Place(at, null, 0, fewest));
        }
    }

    private void condition(JsonNode condition, String at, Function<String, String> counted) {
        for (String parts : List.of("allOf", "anyOf", "of")) {
            for (int p = 0; p < condition.path(parts).size(); p++) {
                condition(condition.get(parts).get(p), at + "/" + parts + "/" + p, counted);
            }
        }
        if (condition.has("not")) {
            condition(condition.get("not"), at + "/not", counted);
        }
        String indicator = condition.has("index")
                ? counted.apply(condition.get("index").asText())
                : condition.path("indicator").asText();
        boolean count = condition.has("index")
                ? !indicator.isEmpty()
                : isCount(indicator, condition.path("measure").asText());
        if (count && condition.has("op")) {
            threshold(indicator, condition.get("op").asText(), condition.get("value"), at);
        }
    }

    private void threshold(String indicator, String op, JsonNode value, String at) {
        double low = value.isArray() ? value.get(0).asDouble() : value.asDouble();
        double high = value.isArray() ? value.get(1).asDouble() : low;
        if (List.of(">=", "<", "=", "between").contains(op)) {
            cut(indicator, low, false, at);
        }
        if (List.of(">", "<=", "=", "between").contains(op)) {
            cut(indicator, high, true, at);
        }
    }

    /** Divides the counts at a bound, which belongs to the lower side or to the upper one. */
    private void cut(String indicator, double bound, boolean belongsBelow, String at) {
        double last = belongsBelow ? Math.floor(bound) : Math.ceil(bound) - 1;
        if (last >= 1 && last < Integer.MAX_VALUE) {
            cuts.computeIfAbsent(indicator, any -> new TreeMap<>())
                    .computeIfAbsent((int) last, any -> new TreeSet<>())
                    .add(at);
        }
    }

    /** The counts between two cuts, from 1; zeros are never suppressed. */
    private void intervals() {
        cuts.forEach((indicator, at) -> {
            int minimum = indicators.containsKey(indicator)
                    ? indicators.get(indicator).minimumCount()
                    : Indicator.USUAL_MINIMUM;
            int from = 1;
            for (Map.Entry<Integer, TreeSet<String>> cut : at.entrySet()) {
                int first = from;
                int last = cut.getKey();
                if (last - first + 1 < minimum) {
                    cut.getValue().forEach(pointer -> found.add(new Place(pointer, indicator, first, last)));
                }
                from = last + 1;
            }
        });
    }
}
