package de.quartierwerk.ingestion.intake.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Lines;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small tables in the shapes that offices publish, the whole way from the file to the values: {@code table-cases.json}
 * holds for each the file, its mapping, all that is found in it ({@code line;column;code;severity;value}) and all
 * values that come of it.
 */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class TableCasesIT {
    private static final String INDICATOR = "$I";

    /** A table and what is expected of it. */
    private record Case(JsonNode json) {
        static Stream<Case> all() throws IOException {
            List<Case> cases = new ArrayList<>();
            try (InputStream in = TableCasesIT.class.getResourceAsStream("/files/table-cases.json")) {
                new ObjectMapper().readTree(Objects.requireNonNull(in)).forEach(json -> cases.add(new Case(json)));
            }
            return cases.stream();
        }

        String code() {
            return "case-" + json.get("name").asText();
        }

        byte[] file() {
            return String.join("\n", texts("file")).concat("\n").getBytes(StandardCharsets.UTF_8);
        }

        String mapping() {
            return json.get("mapping").toString().replace(INDICATOR, code());
        }

        List<String> texts(String member) {
            List<String> texts = new ArrayList<>();
            json.path(member).forEach(text -> texts.add(text.asText().replace(INDICATOR, code())));
            return texts;
        }

        @Override
        public String toString() {
            return json.get("name").asText();
        }
    }

    static Stream<Case> cases() throws IOException {
        return Case.all();
    }

    @BeforeEach
    void tellOfSpaces() {
        Region.level("case-towns", 301);
        Region.level("case-numbers", 303);
        Region.level("case-cities", 305);
        Region.tell(List.of(
                Region.space("QT1", "Altburg", "case-towns", null, List.of("QT1")),
                Region.space("QT2", "Birkheim", "case-towns", null, List.of("QT2")),
                Region.space("QT3", "Cellbach", "case-towns", null, List.of("QT3")),
                Region.space("QT4", "Dornau", "case-towns", null, List.of("QT4")),
                Region.space("0399001", "Nordquartier", "case-numbers", null, List.of("0399001")),
                Region.space("0399002", "Südquartier", "case-numbers", null, List.of("0399002")),
                Region.space("0399010", "Westquartier", "case-numbers", null, List.of("0399010")),
                Region.space("QC1", "Hafenstadt, Landeshauptstadt", "case-cities", null, List.of("QC1")),
                Region.space("QC2", "Seeburg, Hansestadt", "case-cities", null, List.of("QC2")),
                Region.space("QC3", "Bad Quellbrunn", "case-cities", null, List.of("QC3")),
                Region.space("QC4", "Landkreis Seeburg", "case-cities", null, List.of("QC4"))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void valuesAndFindingsAreThese(Case one) {
        String unit = one.json.path("unit").asText("persons");
        String kind = one.json.path("kind").asText("count");
        Api.indicator(one.code(), Map.of("name", one.code(), "unit", unit, "kind", kind));

        JsonPath checked = Api.check("steward", "table.csv", one.file(), one.mapping());

        assertThat(told(checked)).containsExactlyElementsOf(one.texts("findings"));
        List<String> values = one.texts("values");
        assertThat(checked.getString("state")).isEqualTo(values.isEmpty() ? "REJECTED" : "VALIDATED");
        if (!values.isEmpty()) {
            Api.approve(checked.getString("id"));
            assertThat(Lines.values(List.of(one.code())).stream()
                            .map(value -> value.replace(";" + one.code() + ";", ";"))
                            .toList())
                    .containsExactlyElementsOf(values);
        }
    }

    /** What is told, but for the spaces of which the few lines say nothing. */
    private static List<String> told(JsonPath checked) {
        return Lines.findings(checked.getString("id")).stream()
                .filter(finding -> !finding.contains("not-delivered"))
                .toList();
    }
}
