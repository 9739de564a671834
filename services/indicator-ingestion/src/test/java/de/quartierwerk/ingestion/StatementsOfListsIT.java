package de.quartierwerk.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.kit.testing.StatementCounts;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of the catalogue, of deliveries and of observations ask the same statements however long they are. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class StatementsOfListsIT {
    private static final int MANY = 12;

    private static boolean filled;

    @BeforeEach
    void fill() {
        if (filled) {
            return;
        }
        filled = true;
        Region.tell();
        for (int i = 0; i < MANY; i++) {
            String code = "statements-" + i;
            put(
                    "/indicators/" + code,
                    "{\"name\":\"x\",\"unit\":\"persons\",\"kind\":\"count\",\"theme\":\"statements-" + i + "\"}");
            put("/profiles/" + code, "{\"layout\":\"long\"}");
            put(
                    "/inventory/" + code,
                    "{\"title\":\"x\",\"holder\":\"x\",\"granularity\":\"x\",\"state\":\"missing\","
                            + "\"area\":\"99001001\"}");
            put(
                    "/expectations/" + code,
                    "{\"organisation\":\"verband-a\",\"indicators\":[\"statements-0\"],"
                            + "\"level\":\"social-space\",\"area\":\"99001001\",\"period\":\"1991\",\"due\":\"1992-01-01\"}");
            put("/period-locks/" + code, "{\"period\":\"1991\",\"indicators\":[\"statements-0\"],\"reason\":\"x\"}");
            put(
                    "/period-locks/" + code + "/exceptions/one",
                    "{\"submitter\":\"supplier\"," + "\"expiresAt\":\"2020-01-01T00:00:00Z\",\"reason\":\"x\"}");
            Api.as("supplier")
                    .contentType("application/json")
                    .body("{\"field\":\"statements\",\"space\":\"99001001-01\",\"finding\":\"x\","
                            + "\"certainty\":\"likely\",\"sourceKind\":\"survey\"}")
                    .post("/observations")
                    .then()
                    .statusCode(201);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/indicators,1",
        "/indicators?q=statements,1",
        "/profiles,1",
        "/inventory,1",
        "/expectations,2",
        "/period-locks,2",
        "/observations,1",
        "/observations?space=99001001,2",
        "/delivery-state?level=social-space&indicator=statements-0&period=1991,6"
    })
    void aLongPageAsksAsManyStatementsAsAShortOne(String list, int most) {
        Response one = page(list, 2);
        Response many = page(list, MANY);

        assertThat(many.jsonPath().getList("items").size())
                .isGreaterThan(one.jsonPath().getList("items").size());
        assertThat(StatementCounts.of(many)).isEqualTo(StatementCounts.of(one)).isLessThanOrEqualTo(most);
    }

    @ParameterizedTest
    @CsvSource({"/catalogue/themes,2", "/reminders,2", "/catalogue,4"})
    void listsWithoutPagesAskFewStatements(String list, int most) {
        assertThat(StatementCounts.of(Api.as("municipal-planner").get(list))).isLessThanOrEqualTo(most);
    }

    private static Response page(String list, int limit) {
        Response page = Api.as("municipal-planner").get(list + (list.contains("?") ? "&" : "?") + "limit=" + limit);
        page.then().statusCode(200);
        return page;
    }

    private static void put(String path, String body) {
        Api.as("steward")
                .contentType("application/json")
                .body(body)
                .put(path)
                .then()
                .statusCode(Matchers.oneOf(200, 201));
    }
}
