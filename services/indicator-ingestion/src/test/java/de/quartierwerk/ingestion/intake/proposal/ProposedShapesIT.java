package de.quartierwerk.ingestion.intake.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tables whose shape a proposal makes out: {@code proposed-shapes.json} holds for each the file, what must stand in the
 * proposed mapping, what is left to decide with the answers of a person, and the values that come of it.
 */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ProposedShapesIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A table and what is expected of it. */
    private record Case(JsonNode json) {
        List<String> define() {
            List<String> codes = new ArrayList<>();
            json.get("indicators").properties().forEach(indicator -> {
                String kind = indicator.getValue().asText();
                codes.add(code(indicator.getKey()));
                Api.indicator(
                        code(indicator.getKey()), Map.of("name", indicator.getKey(), "kind", kind, "unit", unit(kind)));
            });
            return codes;
        }

        private static String unit(String kind) {
            return kind.equals("ratio") ? "percent" : "persons";
        }

        private String code(String indicator) {
            return "ps-" + this + "-" + indicator.toLowerCase(java.util.Locale.ROOT);
        }

        JsonNode member(String name) throws IOException {
            return JSON.readTree(json.get(name).toString().replace("\"$", "\"" + code("")));
        }

        byte[] file() {
            return String.join("\n", texts("file")).concat("\n").getBytes(StandardCharsets.UTF_8);
        }

        List<String> texts(String member) {
            List<String> texts = new ArrayList<>();
            json.get(member).forEach(text -> texts.add(text.asText().replace("$", code(""))));
            return texts;
        }

        @Override
        public String toString() {
            return json.get("name").asText();
        }
    }

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (InputStream in = ProposedShapesIT.class.getResourceAsStream("/files/proposed-shapes.json")) {
            JSON.readTree(Objects.requireNonNull(in)).forEach(json -> cases.add(new Case(json)));
        }
        return cases;
    }

    @BeforeEach
    void tellOfSpaces() {
        Region.level("shape-quarter", 350);
        Region.tell(List.of(
                Region.space("0577001", "Nordhof", "shape-quarter", null, List.of("0577001")),
                Region.space("0577002", "Südhof", "shape-quarter", null, List.of("0577002")),
                Region.space("0577003", "Westhof", "shape-quarter", null, List.of("0577003")),
                Region.space("0577010", "Osthof", "shape-quarter", null, List.of("0577010"))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isProposedAndGivesItsValues(Case one) throws IOException {
        List<String> codes = one.define();

        JsonNode proposal = JSON.readTree(Api.as("supplier")
                .multiPart("file", "tabelle.csv", one.file(), "text/csv")
                .multiPart("level", "shape-quarter")
                .multiPart("indicators", String.join(",", codes))
                .post("/mappings/proposal")
                .then()
                .statusCode(200)
                .extract()
                .asString());

        ObjectNode mapping = (ObjectNode) proposal.get("mapping");
        one.member("mapping")
                .properties()
                .forEach(member -> assertThat(mapping.get(member.getKey()))
                        .as(proposal.toPrettyString())
                        .isEqualTo(member.getValue()));
        List<String> asked = new ArrayList<>();
        proposal.get("toDecide")
                .forEach(question -> asked.add(question.get("pointer").asText()));
        assertThat(asked).as(proposal.toPrettyString()).containsExactlyElementsOf(one.texts("toDecide"));
        mapping.setAll((ObjectNode) one.member("answers"));
        JsonPath checked = Api.check("steward", "tabelle.csv", one.file(), mapping.toString());
        Api.approve(checked.getString("id"));
        assertThat(Lines.values(codes)).containsExactlyElementsOf(one.texts("values"));
    }
}
