package de.quartierwerk.ingestion.intake.validation.checks;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Lines;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deliveries compared with what is known before. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class HistoryIT {
    @BeforeEach
    void tellOfSpaces() {
        Region.tell();
    }

    @Test
    void aCorrectionByAThousandthIsToldOfTheColumn() {
        Api.indicator("history-rent", "mean", "euro");
        String mapping = Api.mapping("history-rent", "2023");
        Api.release("raum;a\n99001001-01;10767,5\n99001001-02;9500,5\n99001001-03;8000,5\n", mapping);

        JsonPath checked =
                Api.check("steward", "raum;a\n99001001-01;10,7\n99001001-02;9,5\n99001001-03;8,0\n", mapping);

        assertThat(told(checked)).containsExactly(";a;value.thousandfold;warning;10.7");
        assertThat(Api.as("steward")
                        .get("/submissions/" + checked.getString("id") + "/findings?code=value.thousandfold")
                        .jsonPath()
                        .getString("items[0].before"))
                .isEqualTo("10767.5");
    }

    @Test
    void aPeriodTextOfOtherSpacesBarsNothing() {
        Api.indicator("history-text", "count", "persons");
        Api.release("raum;a\n99001001-01;5\n", Api.mapping("history-text", "2013-12-31"));

        JsonPath checked =
                Api.check("steward", "raum;a\n99001001-01;6\n99001001-02;7\n", Api.mapping("history-text", "2013"));

        assertThat(told(checked)).containsExactly("2;a;period.other-text;error;");
        assertThat(checked.getInt("counts.created")).isEqualTo(1);
    }

    @Test
    void numbersInGermanTextsHaveACommaBeforeDecimals() {
        Region.level("history-area", 77);
        StringBuilder file = new StringBuilder("raum;a\n");
        List<SocialSpace> spaces = new ArrayList<>();
        for (int i = 0; i <= 10; i++) {
            String key = "history-" + i;
            spaces.add(Region.space(key, "Zelle " + key, "history-area", null, List.of(key)));
            file.append(key).append(i == 10 ? ";9,9\n" : ";1,%d\n".formatted(i));
        }
        Region.tell(spaces);
        Api.indicator("history-euro", "mean", "euro");

        JsonPath checked = Api.check("steward", file.toString(), Api.mapping("history-euro", "2023"));

        List<String> messages = Api.as("steward")
                .get("/submissions/" + checked.getString("id") + "/findings")
                .jsonPath()
                .getList("items.findAll { it.code == 'value.unusual-among-spaces' }.message");
        assertThat(messages).singleElement().asString().matches(".*von -?\\d+,\\d+ bis \\d+,\\d+.*");
    }

    /** What is told, but for the spaces of which the few lines say nothing. */
    private static List<String> told(JsonPath checked) {
        return Lines.findings(checked.getString("id")).stream()
                .filter(finding -> !finding.contains("not-delivered"))
                .toList();
    }
}
