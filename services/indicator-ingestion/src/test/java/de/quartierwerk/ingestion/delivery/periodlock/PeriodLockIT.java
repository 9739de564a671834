package de.quartierwerk.ingestion.delivery.periodlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Closed periods, and exceptions from them. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class PeriodLockIT {
    @BeforeEach
    void tellOfSpaces() {
        Region.tell();
    }

    @Test
    void closedPeriodsAreOpenOnlyByAnExceptionThatHasNotExpired() {
        Api.indicator("locked", "count", "persons");
        String waiting = Api.check("supplier", "raum;a\n99001001-01;5\n", Api.mapping("locked", "2019"))
                .getString("id");
        lock("steward-elsewhere", "locked-2019", "{\"until\":\"2019-12-31\",\"reason\":\"x\"}")
                .statusCode(403);
        lock("steward", "locked-2019", "{\"until\":\"2019-12-31\",\"period\":\"2019\",\"reason\":\"x\"}")
                .statusCode(422)
                .body("errors[0].code", is("period-lock.period-or-until"));
        lock(
                        "steward",
                        "locked-2019",
                        "{\"until\":\"2019-12-31\",\"indicators\":[\"locked\"],\"area\":\"99001001\",\"reason\":\"Bericht\"}")
                .statusCode(201);

        Api.approval(waiting).statusCode(409).body("code", is("submission.period-locked"));
        String file = "raum;a\n99001001-01;5\n99001002-01;6\n";
        JsonPath kept = Api.check("supplier", file, Api.mapping("locked", "2019"));
        assertThat(kept.getInt("counts.created")).isEqualTo(1);
        assertThat(kept.getInt("counts.rejected")).isEqualTo(1);
        Api.as("supplier")
                .get("/submissions/" + kept.getString("id") + "/findings")
                .then()
                .body(
                        "items.findAll { it.severity == 'error' }.line",
                        is(List.of(2)),
                        "items.findAll { it.severity == 'error' }.column",
                        is(List.of("a")),
                        "items.findAll { it.severity == 'error' }.message",
                        is(List.of("Der Zeitraum 2019 ist durch die Sperre „locked-2019“ abgeschlossen.")));
        assertThat(Api.check("supplier", file, Api.mapping("locked", "2020")).getInt("counts.created"))
                .isEqualTo(2);
        except("expired", "2020-01-01T00:00:00Z")
                .statusCode(200)
                .body("exceptions[0].active", is(false), "version", is(2));
        except("expired", "2020-01-01T00:00:00Z").statusCode(200).body("version", is(2));
        assertThat(Api.check("supplier", file, Api.mapping("locked", "2019")).getInt("counts.rejected"))
                .isEqualTo(1);
        except("late", "2999-01-01T00:00:00Z").statusCode(200).body("exceptions.active", is(List.of(false, true)));
        JsonPath excepted = Api.check("supplier", file, Api.mapping("locked", "2019"));
        assertThat(excepted.getInt("counts.created")).isEqualTo(2);
        assertThat(Api.check("supplier2", file, Api.mapping("locked", "2019")).getInt("counts.rejected"))
                .isEqualTo(1);
        Api.approve(excepted.getString("id"));
        Api.as("supplier").get("/period-locks").then().body("items.code", hasItem("locked-2019"));
        Api.as("steward").delete("/period-locks/locked-2019").then().statusCode(204);
        assertThat(Api.check("supplier2", file, Api.mapping("locked", "2019")).getInt("counts.rejected"))
                .isZero();
    }

    @Test
    void aClosedYearClosesItsDaysAndQuarters() {
        Api.indicator("locked-year", "count", "persons");
        lock("steward", "locked-year", "{\"period\":\"2018\",\"indicators\":[\"locked-year\"],\"reason\":\"Bericht\"}")
                .statusCode(201);

        JsonPath checked = Api.check(
                "supplier",
                """
                raum;zeit;a
                99001001-01;2018;1
                99001001-01;2018-11-30;2
                99001001-01;2018-Q2;3
                99001001-01;2018/19;4
                99001001-01;2017-12-31;5
                """,
                "{\"spaceColumn\":\"raum\",\"periodColumn\":\"zeit\",\"columns\":{\"a\":{\"indicator\":\"locked-year\"}}}");

        assertThat(Api.findings(checked.getString("id")))
                .contains("2;a;period.locked", "3;a;period.locked", "4;a;period.locked")
                .doesNotContain("5;a;period.locked", "6;a;period.locked");
        assertThat(checked.getInt("counts.created")).isEqualTo(2);
    }

    @Test
    void exceptionsThatAreGrantedAtOnceAreAllKept() {
        lock("steward", "locked-2019", "{\"period\":\"1989\",\"reason\":\"x\"}");
        List<CompletableFuture<ValidatableResponse>> grants = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> except("at-once-" + i, "2020-01-01T00:00:00Z")))
                .toList();

        grants.forEach(grant -> grant.join().statusCode(200));

        Api.as("steward")
                .get("/period-locks/locked-2019")
                .then()
                .body(
                        "version",
                        is(7),
                        "exceptions.code",
                        hasItems("at-once-0", "at-once-5"),
                        "exceptions.size()",
                        is(6));
        Api.as("steward").delete("/period-locks/locked-2019").then().statusCode(204);
    }

    private static ValidatableResponse lock(String user, String code, String body) {
        return Api.as(user)
                .contentType("application/json")
                .body(body)
                .put("/period-locks/" + code)
                .then();
    }

    private static ValidatableResponse except(String code, String until) {
        return Api.as("steward")
                .contentType("application/json")
                .body("{\"organisation\":\"verband-a\",\"expiresAt\":\"" + until + "\",\"reason\":\"Nachlieferung\"}")
                .put("/period-locks/locked-2019/exceptions/" + code)
                .then();
    }
}
