package de.quartierwerk.ingestion.intake.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Lines;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tables in the shapes of their makers (statistics offices, agencies, cities), with numbers of their own:
 * {@code makers.json} names for each the file, its indicators ({@code kind/unit/name}), its mapping, all that is found
 * in it ({@code line;column;code;severity;value}) and all values that come of it.
 */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class MakersIT {
    private static final Map<String, List<String>> SPACES = Map.of(
            "maker-land", List.of("97 Testland"),
            "maker-kreis",
                    List.of(
                            "97001 Seeburg, Hansestadt",
                            "97002 Kiefern, Landeshauptstadt",
                            "97053 Auental, Landkreis",
                            "97054 Nordmark, Landkreis"),
            "maker-gemeinde", List.of("97053001 Aubach", "97053002 Bad Quellbrunn", "97053003 Dornheim"),
            "maker-quartier", List.of("Q97-01 Mitte", "Q97-02 Nordend", "Q97-03 Südhang"),
            "maker-wahlkreis", List.of("901 Seeburg – Auental", "902 Nordmark"),
            "maker-lor", List.of("L01010101 Hafen", "L01010102 Werft", "L01010201 Deich"),
            "maker-lsoa",
                    List.of("E99000001 Harbourton 001A", "E99000002 Harbourton 001B", "E99000003 Harbourton 002A"),
            "maker-district", List.of("E97000001 Harbourton", "E97000002 Millford", "E97000003 Overton"),
            "maker-nuts", List.of("DEX01 Seeburg", "DEX02 Kiefern", "DEX03 Auental"));

    /** A table and what is expected of it. */
    private record Case(JsonNode json) {
        List<String> define() {
            List<String> codes = new ArrayList<>();
            json.get("indicators").properties().forEach(indicator -> {
                String[] kind = indicator.getValue().asText().split("/", 3);
                codes.add(code(indicator.getKey()));
                Api.indicator(code(indicator.getKey()), Map.of("name", kind[2], "kind", kind[0], "unit", kind[1]));
            });
            return codes;
        }

        private String code(String indicator) {
            return "mk-" + this + "-" + indicator;
        }

        String mapping() {
            return json.get("mapping").toString().replace("\"$", "\"" + code(""));
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
        new ObjectMapper().readTree(read("makers.json")).forEach(json -> cases.add(new Case(json)));
        return cases;
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = MakersIT.class.getResourceAsStream("/files/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    @BeforeEach
    void tellOfSpaces() {
        List<SocialSpace> spaces = new ArrayList<>();
        int rank = 320;
        for (String level : SPACES.keySet().stream().sorted().toList()) {
            Region.level(level, rank++);
            for (String space : SPACES.getOrDefault(level, List.of())) {
                String[] parts = space.split(" ", 2);
                spaces.add(Region.space(parts[0], parts[1], level, null, List.of(parts[0])));
            }
        }
        Region.tell(spaces);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void valuesAndFindingsAreThese(Case one) throws IOException {
        List<String> codes = one.define();

        JsonPath checked = Api.check(
                "steward",
                one.json.get("file").asText(),
                read("makers/" + one.json.get("file").asText()),
                one.mapping());

        assertThat(Lines.findings(checked.getString("id"))).containsExactlyElementsOf(one.texts("findings"));
        assertThat(checked.getString("state")).isEqualTo("VALIDATED");
        Api.approve(checked.getString("id"));
        assertThat(Lines.values(codes)).containsExactlyElementsOf(one.texts("values"));
    }
}
