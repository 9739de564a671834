package de.quartierwerk.ingestion.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.events.Topics;
import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Database;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class MainFlowIT {
    private static final String WIDE = """
            {"layout":"wide","level":"social-space","spaceColumn":"raum","period":"%s",
             "columns":{"s1":{"indicator":"%s"}},"rows":{"where":{"column":"zaehlt","equals":"1"}}}""";

    @Inject
    Database sql;

    @BeforeEach
    void tellOfSpaces() {
        Region.tell();
    }

    @Test
    void filesBecomeReleasedValues() {
        Api.indicator("flow-s1", "ratio", "percent");
        String file = """
                raum;zaehlt;s1
                99001001-01;1;6,38298
                99001001-02;1;12,5 %
                99001001-03;0;99,9
                99001002-01;1;-
                99001002-02;1;x
                """;

        JsonPath received = Api.deliver("steward", file, WIDE.formatted("2013", "flow-s1"), "")
                .statusCode(202)
                .header("Location", startsWith("http"))
                .body("state", is("RECEIVED"), "dryRun", is(false), "progress.done", is(0))
                .extract()
                .jsonPath();

        assertThat(received.getMap("detected"))
                .isEqualTo(Map.of(
                        "format", "csv",
                        "compression", "none",
                        "charset", "UTF-8",
                        "delimiter", ";",
                        "decimal", ",",
                        "decimalCertain", true,
                        "grouping", ".",
                        "header", true,
                        "headerRow", 1,
                        "layout", "wide"));
        JsonPath checked = Api.await("steward", received.getString("id"), "VALIDATED");
        assertThat(checked.getMap("counts"))
                .isEqualTo(Map.of(
                        "rows",
                        4,
                        "values",
                        4,
                        "created",
                        4,
                        "updated",
                        0,
                        "unchanged",
                        0,
                        "rejected",
                        0,
                        "warnings",
                        0));
        assertThat(checked.getMap("coverage"))
                .isEqualTo(Map.of(
                        "spacesExpected",
                        6,
                        "spacesDelivered",
                        3,
                        "missing",
                        List.of("99001001-03", "99001002-02", "99001002-03"),
                        "unknown",
                        List.of()));

        JsonPath released = Api.approve(checked.getString("id"));

        assertThat(released.getString("releaseId")).isNotBlank();
        assertThat(released.getString("decidedBy")).isEqualTo("steward2");
        JsonPath values = Api.values(null, "indicator=flow-s1&level=social-space&period=2013");
        assertThat(values.getList("items.space"))
                .containsExactly("99001001-01", "99001001-02", "99001002-01", "99001002-02");
        assertThat(values.getList("items.status")).containsExactly("normal", "normal", "normal", "missing");
        assertThat(values.getString("items[0].releaseId")).isEqualTo(released.getString("releaseId"));
        Api.as(null)
                .get("/values?indicator=flow-s1&space=99001001-01")
                .then()
                .body("items[0].value", equalTo(6.38298f), "items[0].revision", is(1), "items[0].period", is("2013"));
        publicAndProtectedEventsTell(released.getString("releaseId"));
    }

    private static void publicAndProtectedEventsTell(String release) {
        List<TestEvents.Sent> exact =
                TestEvents.received(Topics.VALUE_PROTECTED, EventTypes.PROTECTED_VALUES_RELEASED).stream()
                        .filter(event -> event.data().get("release").asText().equals(release))
                        .toList();
        List<TestEvents.Sent> controlled =
                TestEvents.received(Topics.VALUE_PUBLIC, EventTypes.PUBLIC_VALUES_RELEASED).stream()
                        .filter(event -> event.data().get("release").asText().equals(release))
                        .toList();
        assertThat(exact).hasSize(1);
        assertThat(controlled).hasSize(1);
        JsonNode data = exact.get(0).data();
        assertThat(data.get("of").asInt()).isEqualTo(1);
        assertThat(data.get("batch").asInt()).isZero();
        assertThat(data.get("periodEnd").asText()).isEqualTo("2013-12-31");
        assertThat(data.get("spaces").toString())
                .isEqualTo("[\"99001001-01\",\"99001001-02\",\"99001002-01\",\"99001002-02\"]");
        assertThat(data.get("values").toString()).isEqualTo("[6.38298,12.5,0,null]");
        assertThat(controlled.get(0).data().get("statuses").toString())
                .isEqualTo("[\"normal\",\"normal\",\"normal\",\"missing\"]");
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        Api.indicator("flow-twice", "count", "persons");
        String file = "raum;zaehlt;s1\n99001001-01;1;100\n99001001-02;1;200\n";
        JsonPath first = Api.release(file, WIDE.formatted("2014", "flow-twice"));
        String before = Api.as("steward").get("/values?indicator=flow-twice").asString();

        JsonPath again = Api.release(file, WIDE.formatted("2014", "flow-twice"));

        assertThat(again.getMap("counts"))
                .isEqualTo(Map.of(
                        "rows",
                        2,
                        "values",
                        2,
                        "created",
                        0,
                        "updated",
                        0,
                        "unchanged",
                        2,
                        "rejected",
                        0,
                        "warnings",
                        0));
        assertThat(again.getString("releaseId")).isNotEqualTo(first.getString("releaseId"));
        assertThat(Api.as("steward").get("/values?indicator=flow-twice").asString())
                .isEqualTo(before);
    }

    @Test
    void correctionsKeepWhatWasKnown() {
        Api.indicator("flow-correct", "count", "persons");
        JsonPath first = Api.release("raum;zaehlt;s1\n99001001-01;1;100\n", WIDE.formatted("2014", "flow-correct"));
        String known = first.getString("releasedAt");
        String query = "/values?indicator=flow-correct&recordedAt=" + known;
        String before = Api.as("steward").get(query).asString();

        JsonPath second = Api.release("raum;zaehlt;s1\n99001001-01;1;111\n", WIDE.formatted("2014", "flow-correct"));

        assertThat(second.getInt("counts.updated")).isEqualTo(1);
        JsonPath now = Api.values("steward", "indicator=flow-correct");
        assertThat(now.getList("items.value")).isEqualTo(List.of(111));
        assertThat(now.getList("items.revision")).isEqualTo(List.of(2));
        assertThat(Api.as("steward").get(query).asString()).isEqualTo(before).contains("100");
    }

    @Test
    void aListAtAnInstantKeepsSpacesThatWereClosedSince() {
        Region.level("flow-closed", 60);
        Region.tell(List.of(new SocialSpace(
                "99001001-closed",
                "Aufgelöst",
                "flow-closed",
                "99001001",
                List.of("99001", "99001001", "99001001-closed"),
                LocalDate.of(2006, 1, 1),
                LocalDate.of(2020, 12, 31),
                null,
                null,
                Map.of(),
                1)));
        Api.indicator("flow-closed", "count", "persons");
        String release = Api.release(
                        "raum;zaehlt;s1\n99001001-closed;1;100\n",
                        WIDE.formatted("2014", "flow-closed").replace("social-space", "flow-closed"))
                .getString("releaseId");
        sql.update("update release set recorded_at = '2020-06-01T12:00:00Z' where id = ?::uuid", release);
        String query = "indicator=flow-closed&level=flow-closed";

        assertThat(Api.values("steward", query).getList("items")).isEmpty();
        assertThat(Api.values("steward", query + "&recordedAt=2020-12-31T22:59:59Z")
                        .getList("items.value"))
                .containsExactly(100);
        assertThat(Api.values("steward", query + "&recordedAt=2020-12-31T23:00:00Z")
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void smallCountsAreForStewardsOnly() {
        Api.indicator("flow-small", "count", "persons");

        Api.release(
                "raum;zaehlt;s1\n99001001-01;1;2\n99001001-02;1;0\n99001002-01;1;3\n",
                WIDE.formatted("2014", "flow-small"));

        JsonPath seen = Api.values(null, "indicator=flow-small");
        assertThat(seen.getList("items.value")).containsExactly(null, 0, 3);
        assertThat(seen.getList("items.status")).containsExactly("suppressed", "normal", "normal");
        assertThat(Api.values("planner", "indicator=flow-small").getList("items.value"))
                .containsExactly(null, 0, 3);
        assertThat(Api.values("steward-elsewhere", "indicator=flow-small").getList("items.value"))
                .containsExactly(null, 0, 3);
        JsonPath exact = Api.values("steward", "indicator=flow-small");
        assertThat(exact.getList("items.value")).containsExactly(2, 0, 3);
        assertThat(exact.getString("items[0].suppression")).isEqualTo("SMALL_COUNT");
        assertThat(TestEvents.received(Topics.VALUE_PUBLIC, EventTypes.PUBLIC_VALUES_RELEASED))
                .filteredOn(event -> event.key().equals("flow-small"))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.data().get("values").toString()).isEqualTo("[null,0,3]"));
    }

    @Test
    void ratiosAreComputedFromTheirPartsAndControlled() {
        Api.indicator("flow-unemployed", "count", "persons");
        Api.indicator("flow-adults", "count", "persons");
        Api.indicator(
                "flow-rate",
                Map.of(
                        "name", "Quote",
                        "unit", "percent",
                        "kind", "ratio",
                        "numerator", "flow-unemployed",
                        "denominator", "flow-adults"));
        Api.indicator(
                "flow-density",
                Map.of(
                        "name", "Dichte",
                        "unit", "persons/km2",
                        "kind", "ratio",
                        "formula", "[flow-adults] / [registry:area-km2]"));
        String mapping = """
                {"spaceColumn":"raum","period":"2015","columns":{"a":{"indicator":"flow-unemployed"},
                 "b":{"indicator":"flow-adults"}}}""";

        Api.release("raum;a;b\n99001001-01;25;200\n99001001-02;2;500\n99001002-01;10;80\n", mapping);

        JsonPath rates = Api.values("steward", "indicator=flow-rate");
        assertThat(rates.getList("items.value")).containsExactly(12.5f, 0.4f, 12.5f);
        assertThat(rates.getList("items.suppression")).containsExactly(null, "SMALL_NUMERATOR", "SMALL_DENOMINATOR");
        JsonPath seen = Api.values(null, "indicator=flow-rate");
        assertThat(seen.getList("items.value")).containsExactly(12.5f, null, null);
        assertThat(seen.getList("items.numerator")).containsExactly(25, null, null);
        assertThat(seen.getList("items.denominator")).containsExactly(200, 500, null);
        assertThat(Api.values(null, "indicator=flow-density").getList("items.value"))
                .containsExactly(80, 200, 32);
    }

    @Test
    void aDryRunLeavesNoValueBehind() {
        Api.indicator("flow-dry", "count", "persons");

        String id = Api.deliver(
                        "steward",
                        "raum;zaehlt;s1\n99001001-01;1;100\nnirgends;1;5\n",
                        WIDE.formatted("2014", "flow-dry"),
                        "?dryRun=true")
                .statusCode(202)
                .body("dryRun", is(true))
                .extract()
                .path("id");

        JsonPath checked = Api.await("steward", id, "VALIDATED");
        assertThat(checked.getInt("counts.created")).isEqualTo(1);
        assertThat(checked.getInt("counts.rejected")).isEqualTo(1);
        Api.as("steward2")
                .contentType("application/json")
                .body("{}")
                .post("/submissions/" + id + "/approval")
                .then()
                .statusCode(409)
                .body("code", is("submission.dry-run"));
        Api.as("steward")
                .get("/submissions/" + id + "/findings")
                .then()
                .body("items.code", is(List.of("space.unknown", "space.most-not-delivered")));
        assertThat(Api.values("steward", "indicator=flow-dry").getList("items")).isEmpty();
    }

    @Test
    void valuesComeAsATableToo() {
        Api.indicator("flow-table", "count", "persons");
        Api.release("raum;zaehlt;s1\n99001001-01;1;1234,5\n99001001-02;1;1\n", WIDE.formatted("2014", "flow-table"));

        String table = Api.as(null)
                .accept("text/csv")
                .get("/values?indicator=flow-table")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();

        String[] lines = table.split("\r\n", -1);
        assertThat(lines[0])
                .isEqualTo(
                        "space;indicator;period;value;numerator;denominator;status;revision;releaseId;protection;deviation");
        assertThat(lines[1]).startsWith("99001001-01;flow-table;2014;1234.5;;;normal;1;");
        assertThat(lines[2]).isEqualTo("99001001-02;flow-table;2014;;;;suppressed;;;;");
    }
}
