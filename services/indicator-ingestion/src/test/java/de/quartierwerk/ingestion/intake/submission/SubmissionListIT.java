package de.quartierwerk.ingestion.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists take as many statements for many items as for one. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class SubmissionListIT {
    private static final int ITEMS = 5;

    private String released;

    @BeforeEach
    void deliver() {
        Region.tell();
        Api.indicator("listed", "count", "persons");
        StringBuilder file = new StringBuilder("raum;a\n");
        for (int i = 1; i <= 3; i++) {
            file.append("99001001-0").append(i).append(";zwei\n");
            file.append("99001002-0").append(i).append(";5\n");
        }
        for (int i = 0; i < ITEMS; i++) {
            released = Api.check("supplier", file.toString(), Api.mapping("listed", "20" + (30 + i)))
                    .getString("id");
        }
        Api.approve(released);
    }

    @ParameterizedTest
    @ValueSource(strings = {"steward", "municipal-planner", "supplier"})
    void submissions(String user) {
        assertThat(statements(user, "/submissions?limit=" + ITEMS)).isEqualTo(statements(user, "/submissions?limit=1"));
    }

    @Test
    void findings() {
        String path = "/submissions/" + released + "/findings";

        assertThat(statements("supplier", path + "?limit=3")).isEqualTo(statements("supplier", path + "?limit=1"));
    }

    @Test
    void values() {
        assertThat(statements("steward", "/values?indicator=listed&limit=3"))
                .isEqualTo(statements("steward", "/values?indicator=listed&limit=1"));
    }

    /** Statements of a list that is not empty. */
    private static String statements(String user, String path) {
        var answer = Api.as(user).get(path).then().statusCode(200).extract();
        List<Object> items = answer.path("items");
        assertThat(items).as(user + " " + path).isNotEmpty();
        assertThat(answer.header("Server-Timing")).isNotBlank();
        return answer.header("Server-Timing");
    }
}
