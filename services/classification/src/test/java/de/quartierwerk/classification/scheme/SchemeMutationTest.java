package de.quartierwerk.classification.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.classification.method.Classification;
import de.quartierwerk.classification.method.Column;
import de.quartierwerk.classification.method.IndexOutcome;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.method.Selection;
import de.quartierwerk.classification.method.Territory;
import de.quartierwerk.kit.problem.InputError;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * SchemeDocuments with random faults: each is either refused with places that it has (or lacks), or can be read and
 * computed with finite numbers only.
 */
class SchemeMutationTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<JsonNode> ODD = List.of(
            NODES.nullNode(),
            NODES.numberNode(0),
            NODES.numberNode(-1),
            NODES.numberNode(2.5),
            NODES.numberNode(1e308),
            NODES.textNode(""),
            NODES.textNode("z-population"),
            NODES.textNode("change"),
            NODES.textNode("k-means"),
            NODES.textNode("quantiles"),
            NODES.textNode("status"),
            NODES.textNode("log"),
            NODES.booleanNode(true),
            NODES.arrayNode(),
            NODES.objectNode());
    private static final int ROUNDS = 400;
    private static final int SPACES = 6;

    private final ObjectMapper json = new ObjectMapper();
    private final SchemeLanguage language = new SchemeLanguage(json);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "berlin-mss-until-2017",
                "hamburg-sozialmonitoring",
                "gisd",
                "english-imd-2019",
                "staedteregion-aachen-2018",
                "jenks"
            })
    void isRefusedWithItsPlaceOrComputed(String shipped) throws IOException {
        JsonNode document;
        try (InputStream file = getClass().getResourceAsStream("/shipped-schemes/" + shipped + ".json")) {
            document = json.readTree(file).get("document");
        }
        Random random = new Random(shipped.hashCode());
        int valid = 0;
        for (int round = 0; round < ROUNDS; round++) {
            JsonNode mutated = document.deepCopy();
            for (int fault = random.nextInt(3); fault >= 0; fault--) {
                mutate(mutated, random);
            }
            JsonNode clean = Documents.withoutNulls(mutated);
            List<InputError> errors = errors(clean);
            if (errors.isEmpty()) {
                valid++;
                compute(SchemeReader.read(clean), random);
            }
            errors.forEach(error -> assertThat(reachable(clean, error.pointer()))
                    .as(error + " in " + clean)
                    .isTrue());
        }
        assertThat(valid).isBetween(1, ROUNDS - 1);
    }

    private List<InputError> errors(JsonNode document) {
        List<InputError> errors = language.errors(document);
        Map<String, Integer> levels = new HashMap<>();
        for (String level : List.of(
                "planning-area", "statistical-area", "quarter", "municipality", "district", "lsoa", "social-space")) {
            levels.put(level, level.equals("district") || level.equals("quarter") ? 10 : 40);
        }
        Set<String> indicators = SchemeRules.indicatorsOf(document);
        return errors.isEmpty() ? SchemeRules.check(document, levels, indicators) : errors;
    }

    /** Whether a pointer names a place of the document, or a member or item that could be there. */
    private static boolean reachable(JsonNode document, String pointer) {
        int end = pointer.lastIndexOf('/');
        return end < 0 || document.at(pointer.substring(0, end)).isContainerNode();
    }

    private static void mutate(JsonNode document, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(document, containers);
        JsonNode target = containers.get(random.nextInt(containers.size()));
        JsonNode odd = ODD.get(random.nextInt(ODD.size())).deepCopy();
        if (target instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(3)) {
                case 0 -> object.remove(name);
                case 1 ->
                    object.set(
                            names.get(random.nextInt(names.size())),
                            object.get(name).deepCopy());
                default -> object.set(name, odd);
            }
        } else if (target instanceof ArrayNode array && !array.isEmpty()) {
            int at = random.nextInt(array.size());
            switch (random.nextInt(3)) {
                case 0 -> array.remove(at);
                case 1 -> array.add(array.get(random.nextInt(array.size())).deepCopy());
                default -> array.set(at, odd);
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static void compute(Scheme scheme, Random random) {
        Map<String, Column> columns = new HashMap<>();
        List<String> keys = new ArrayList<>();
        List<Integer> parents = new ArrayList<>();
        for (int i = 0; i < SPACES; i++) {
            keys.add("s" + i);
            parents.add(i % 2);
        }
        Territory territory = new Territory(
                scheme.level(),
                Map.of("district", 10),
                keys,
                parents,
                List.of(new Territory.Area("A", "district", -1), new Territory.Area("B", "district", -1)));

        Outcome outcome = Classification.compute(
                scheme,
                territory,
                (indicator, lag) -> columns.computeIfAbsent(indicator + lag, key -> column(random)),
                Selection.without(new boolean[SPACES]));

        for (IndexOutcome index : outcome.indices()) {
            for (int i = 0; i < SPACES; i++) {
                assertThat(index.value(i)).isNotIn(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
                if (index.classAt(i) >= 0) {
                    assertThat(index.classCode(i)).isNotNull();
                }
            }
        }
    }

    private static Column column(Random random) {
        Column column = new Column(SPACES);
        for (int i = 0; i < SPACES; i++) {
            int n = random.nextInt(100);
            int d = random.nextInt(200);
            column.set(i, d == 0 ? Double.NaN : 1000 + 100.0 * n / d, n, d, false);
        }
        return column;
    }
}
