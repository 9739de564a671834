package de.quartierwerk.classification.run.read;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.classification.Api;
import de.quartierwerk.classification.Neighbours;
import de.quartierwerk.classification.SchemeDocuments;
import de.quartierwerk.kit.testing.StatementCounts;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists take as many statements for one item as for many. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class StatementsOfListsIT {
    private static final int MANY = 9;
    private static String run;

    @BeforeEach
    void given() {
        if (run != null) {
            return;
        }
        Neighbours.level("municipality", 20);
        Neighbours.level("list-area", 40);
        Neighbours.indicator("list-x", "ratio", "burden");
        Neighbours.Batch batch = new Neighbours.Batch("list-x", 2020);
        List<de.quartierwerk.events.SocialSpace> spaces = new ArrayList<>();
        spaces.add(Neighbours.space("municipality", "99001", "99001001"));
        for (int i = 0; i < MANY; i++) {
            spaces.add(Neighbours.space("list-area", "99001", "99001001", "list-" + i));
            batch.rate("list-" + i, 10 * i, 300);
        }
        Neighbours.spaces(spaces);
        Neighbours.release(batch);
        for (int i = 0; i < MANY; i++) {
            Api.approved(scheme("list-" + i, "Erste"));
            Api.stored(scheme("list-0", "Fassung " + i));
        }
        for (int i = 0; i < MANY; i++) {
            run = Api.run(Map.of("scheme", "list-0", "version", 1, "period", "2020"));
            if (i % 3 == 0) {
                post("/publication", Map.of("note", "beraten"), 200);
            }
            post("/needs", Map.of("space", "list-1", "need", "N", "reason", "Gespräche"), 201);
        }
        for (int i = 0; i < MANY; i++) {
            post("/comments", Map.of("space", "list-" + i, "speaker", "Jugendamt", "text", "Gesehen"), 201);
        }
    }

    private static Map<String, Object> scheme(String code, String title) {
        Map<String, Object> scheme = SchemeDocuments.scheme(
                code,
                "list-area",
                List.of(SchemeDocuments.index(
                        "i",
                        SchemeDocuments.components("list-x"),
                        SchemeDocuments.breaks(List.of(0), List.of("1", "2"), List.of("low", "high")))));
        scheme.put("title", title);
        scheme.put(
                "needs", List.of(SchemeDocuments.need("N", SchemeDocuments.figure("list-x", "value", "all", ">", 5))));
        return scheme;
    }

    private static void post(String path, Map<String, Object> body, int status) {
        Api.as("planner").body(body).post("/runs/" + run + path).then().statusCode(status);
    }

    @Test
    void runs() {
        assertThat(statements("planner", "/runs?scheme=list-0")).isLessThanOrEqualTo(10);
        assertThat(statements("municipal-planner", "/runs?scheme=list-0")).isLessThanOrEqualTo(10);
        assertThat(statements(null, "/runs?scheme=list-0&standing=published")).isLessThanOrEqualTo(10);
    }

    @Test
    void schemesAndTheirVersions() {
        assertThat(statements("planner", "/schemes?")).isEqualTo(1);
        assertThat(statements("planner", "/schemes/list-0/versions?")).isEqualTo(2);
        assertThat(statements(null, "/shipped-schemes?")).isZero();
    }

    @Test
    void resultsAndWhatPeopleSayOfThem() {
        assertThat(statements("planner", "/runs/" + run + "/results?")).isLessThanOrEqualTo(4);
        assertThat(statements("planner", "/runs/" + run + "/comments?")).isEqualTo(2);
        assertThat(Api.as("planner")
                        .get("/runs/" + run + "/robustness/spaces?index=i")
                        .statusCode())
                .isEqualTo(200);
        assertThat(statements("planner", "/runs/" + run + "/robustness/spaces?index=i&"))
                .isEqualTo(1);
        assertThat(StatementCounts.of(Api.as("planner").get("/runs/" + run + "/needs")))
                .isEqualTo(2);
    }

    /** Statements of a page, the same for one item and for many. */
    private static int statements(String user, String path) {
        String join = path.endsWith("?") || path.endsWith("&") ? "" : "&";
        Response one = Api.as(user).get(path + join + "limit=1");
        Response many = Api.as(user).get(path + join + "limit=100");
        assertThat(one.jsonPath().getList("items")).hasSize(1);
        assertThat(many.jsonPath().getList("items")).hasSizeGreaterThan(2);
        assertThat(StatementCounts.of(many)).as(path).isEqualTo(StatementCounts.of(one));
        return StatementCounts.of(many);
    }
}
