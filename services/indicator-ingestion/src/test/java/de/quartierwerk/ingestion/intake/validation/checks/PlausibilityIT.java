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
import org.junit.jupiter.api.Test;

/** Values against what is known: the parent, the last period, the other spaces, all periods before. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class PlausibilityIT {
    private static final int SPACES = 12;
    private static final String MAPPING =
            "{\"spaceColumn\":\"raum\",\"periodColumn\":\"jahr\",\"columns\":{\"n\":{\"indicator\":\"plausible\"}}}";

    @Test
    void whatIsUnusualIsToldWithoutQuotingWhatIsKnown() {
        tellOfSpaces();
        Api.indicator("plausible", "count", "persons");
        StringBuilder before = new StringBuilder("raum;jahr;n\n");
        for (int year = 2007; year <= 2012; year++) {
            for (int i = 1; i <= SPACES; i++) {
                before.append("plaus-%02d;%d;%d\n".formatted(i, year, 100 + i));
            }
        }
        JsonPath usual = Api.check("steward", before.toString(), MAPPING);
        assertThat(Lines.findings(usual.getString("id"))).isEmpty();
        Api.approve(usual.getString("id"));
        Api.release("raum;jahr;n\nplaus;2013;1278\n", MAPPING);

        StringBuilder now = new StringBuilder("raum;jahr;n\n");
        for (int i = 1; i <= SPACES; i++) {
            now.append("plaus-%02d;2013;%d\n".formatted(i, i == SPACES ? 400 : 100 + i));
        }
        JsonPath checked = Api.check("steward", now.toString(), MAPPING);

        assertThat(checked.getInt("counts.warnings")).isEqualTo(2);
        assertThat(Lines.findings(checked.getString("id")))
                .containsExactly(
                        ";;value.known-parent-differs;warning;plaus",
                        "13;n;value.unusual-among-spaces;hint;400",
                        "13;n;value.changed-much;warning;400",
                        "13;n;value.unusual-over-time;hint;400");
        String texts = Api.as("steward")
                .get("/submissions/" + checked.getString("id") + "/findings")
                .asString();
        assertThat(texts)
                .contains("Der Wert weicht um mehr als die Hälfte oder weit stärker als andere von dem für 2012 ab.")
                .doesNotContain("1278");
    }

    private static void tellOfSpaces() {
        Region.level("plaus-region", 10);
        Region.level("plaus-area", 40);
        List<SocialSpace> spaces = new ArrayList<>();
        spaces.add(Region.space("plaus", "Plausia", "plaus-region", null, List.of("plaus")));
        for (int i = 1; i <= SPACES; i++) {
            String key = "plaus-%02d".formatted(i);
            spaces.add(Region.space(key, "Gebiet " + key, "plaus-area", "plaus", List.of("plaus", key)));
        }
        Region.tell(spaces);
    }
}
