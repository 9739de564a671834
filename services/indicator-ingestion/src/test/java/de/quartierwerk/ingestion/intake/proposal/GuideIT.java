package de.quartierwerk.ingestion.intake.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Lines;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The ten shapes of the guide for suppliers ({@code docs/ihre-tabelle-abliefern.md}): each table gives its values by
 * the mapping beside it, and by the mapping that is proposed for it once a person has answered what is left.
 */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class GuideIT {
    private static final Path GUIDE = Path.of("../../docs/ihre-tabelle-abliefern.md");
    private static final Pattern SHAPE = Pattern.compile(
            "### (\\d+)\\. ([^\\n]+)\\n.*?```csv\\n(.*?)```\\n```json\\n(.*?)```\\n```values\\n(.*?)```",
            Pattern.DOTALL);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a person has to add to the proposal for a shape: nothing for most. */
    private static final Map<Integer, Map<String, String>> ANSWERS = Map.of(
            1, Map.of("period", "2023"),
            5, Map.of("space", "0488001"),
            8, Map.of("period", "2023"),
            9, Map.of("period", "2023"));

    record Shape(int number, String title, String table, String mapping, List<String> values) {
        @Override
        public String toString() {
            return number + ". " + title;
        }

        /** The same with codes of its own, so that shapes do not meet. */
        Shape with(String prefix) {
            return new Shape(
                    number,
                    title,
                    table,
                    mapping.replace("\"einwohner\"", "\"" + prefix + "-einwohner\"")
                            .replace("\"arbeitslose\"", "\"" + prefix + "-arbeitslose\""),
                    values.stream()
                            .map(value -> value.replace(";einwohner;", ";" + prefix + "-einwohner;")
                                    .replace(";arbeitslose;", ";" + prefix + "-arbeitslose;"))
                            .toList());
        }
    }

    static List<Shape> shapes() throws IOException {
        List<Shape> shapes = new ArrayList<>();
        Matcher found = SHAPE.matcher(Files.readString(GUIDE));
        while (found.find()) {
            shapes.add(new Shape(
                    Integer.parseInt(found.group(1)),
                    found.group(2),
                    found.group(3),
                    found.group(4),
                    found.group(5).lines().toList()));
        }
        assertThat(shapes).hasSize(10);
        return shapes;
    }

    @BeforeEach
    void tellOfSpaces() {
        Region.tell();
        Region.level("gemeinde", 55);
        Region.tell(List.of(
                Region.space("0488001", "Altburg", "gemeinde", null, List.of("0488001")),
                Region.space("0488002", "Birkheim", "gemeinde", null, List.of("0488002")),
                Region.space("0488003", "Cellbach", "gemeinde", null, List.of("0488003"))));
    }

    private static List<String> define(String prefix) {
        Api.indicator(prefix + "-einwohner", Map.of("name", "Einwohner", "unit", "persons", "kind", "count"));
        Api.indicator(prefix + "-arbeitslose", Map.of("name", "Arbeitslose", "unit", "persons", "kind", "count"));
        return List.of(prefix + "-einwohner", prefix + "-arbeitslose");
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theTableGivesItsValuesByTheMappingBesideIt(Shape written) {
        Shape shape = written.with("gu" + written.number);
        List<String> codes = define("gu" + written.number);

        JsonPath checked = Api.check("steward", shape.table, shape.mapping);

        assertThat(checked.getString("state")).isEqualTo("VALIDATED");
        Api.approve(checked.getString("id"));
        assertThat(Lines.values(codes)).containsExactlyElementsOf(shape.values);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theProposalIsRightAtTheFirstTry(Shape written) throws IOException {
        Shape shape = written.with("gp" + written.number);
        List<String> codes = define("gp" + written.number);
        String wanted = String.join(
                ",",
                codes.stream()
                        .filter(code -> shape.mapping.contains("\"" + code + "\""))
                        .toList());

        JsonPath proposal = Api.as("supplier")
                .multiPart("file", "tabelle.csv", shape.table.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("level", "gemeinde")
                .multiPart("indicators", wanted)
                .post("/mappings/proposal")
                .then()
                .log()
                .ifError()
                .statusCode(200)
                .extract()
                .jsonPath();

        Map<String, String> answers = ANSWERS.getOrDefault(written.number, Map.of());
        assertThat(proposal.<String>getList("toDecide.pointer"))
                .as(proposal.prettify())
                .containsExactlyElementsOf(
                        answers.keySet().stream().map(member -> "/" + member).toList());
        ObjectNode mapping = (ObjectNode) JSON.valueToTree(proposal.<Map<String, Object>>get("mapping"));
        answers.forEach(mapping::put);
        assertThat(schemaErrors(mapping)).isEmpty();
        JsonPath checked = Api.check("steward", shape.table, mapping.toString());
        Api.approve(checked.getString("id"));
        assertThat(Lines.values(codes)).containsExactlyElementsOf(shape.values);
    }

    private static List<String> schemaErrors(JsonNode mapping) {
        String schema = Api.as(null)
                .accept("application/schema+json")
                .get("/schemas/mapping")
                .then()
                .statusCode(200)
                .contentType("application/schema+json")
                .extract()
                .asString();
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON)
                .validate(mapping.toString(), InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }
}
