package de.quartierwerk.registry.spaceimport;

import static de.quartierwerk.registry.RegistryClient.as;
import static de.quartierwerk.registry.RegistryClient.counts;
import static de.quartierwerk.registry.RegistryClient.get;
import static de.quartierwerk.registry.RegistryClient.importFile;
import static de.quartierwerk.registry.RegistryClient.putLevel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import de.quartierwerk.kit.testing.StatementCounts;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class LargeImportIT {
    private static final int MANY = 100_000;
    private static final String OPTIONS = "{\"level\":\"large-area\",\"validFrom\":\"2006-01-01\"}";

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void level() {
        putLevel("large-area", 40);
    }

    @Test
    @Tag("long")
    void appliesLargeFilesAfterTheAnswer() {
        String file = IntStream.range(0, MANY)
                .mapToObj(i -> "large-" + i + ";Raum " + i + ";")
                .collect(Collectors.joining("\n", "key;name;parent\n", "\nlarge-7;Doppelt;\n"));

        String first = importFile("planner", file, OPTIONS)
                .statusCode(202)
                .header("Location", containsString("/registry/v1/imports/"))
                .body("state", equalTo("RUNNING"))
                .extract()
                .path("id");
        whenEnded(first).body("state", equalTo("COMPLETED")).body("counts", equalTo(counts(MANY + 1, MANY, 0, 0, 1)));
        String again =
                importFile("planner", file, OPTIONS).statusCode(202).extract().path("id");
        whenEnded(again).body("state", equalTo("COMPLETED")).body("counts", equalTo(counts(MANY + 1, 0, 0, MANY, 1)));

        get("spaces/large-99999").statusCode(200).body("name", equalTo("Raum 99999"));
    }

    @Test
    void refusesLargeFilesOutsideTheAreaAsAWhole() {
        String file = IntStream.range(0, 6_000)
                .mapToObj(i -> "outside-" + i + ";Raum;")
                .collect(Collectors.joining("\n", "key;name;parent\n", "\n"));

        String id = importFile("municipal-planner", file, OPTIONS)
                .statusCode(202)
                .extract()
                .path("id");

        whenEnded(id).body("state", equalTo("FAILED")).body("failure.code", equalTo("area.forbidden"));
        get("spaces/outside-1").statusCode(404);
    }

    @Test
    void endsWhatAnInstanceThatDiedHasLeft() {
        String id = leftBehind("left-1", ImportService.MOST_ATTEMPTS - 1);

        whenEnded(id).body("state", equalTo("COMPLETED")).body("counts", equalTo(counts(1, 1, 0, 0, 0)));
        get("spaces/left-1").statusCode(200);
    }

    @Test
    void givesUpWhatInstancesDieOfAgainAndAgain() {
        String id = leftBehind("left-2", ImportService.MOST_ATTEMPTS);

        whenEnded(id)
                .body("state", equalTo("FAILED"))
                .body("failure.code", equalTo("import.given-up"))
                .body("failure.message", startsWith("Der Dienst endete 20-mal"));
        get("spaces/left-2").statusCode(404);
    }

    /** An import of a row that was begun so often. */
    private String leftBehind(String key, int attempts) {
        UUID id = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> {
                    handle.execute("""
                    insert into space_import (id, level, valid_from, atomic, dry_run, crs, tolerance, anywhere, partial, parent_stated, file_name,
                        caller, everywhere, areas, state, map_tolerance, received, started_at)
                    values (?, 'large-area', '2006-01-01', false, false, 'EPSG_4326', 0.05, false, true, true, 'left.csv',
                        'planner', true, '{*}', 'RUNNING', 0, 1, now())
                    """, id);
                    handle.execute(
                            "insert into space_import_row (import_id, row, key, name, attributes, valid_from)"
                                    + " values (?, 2, ?, 'L', '{}', '2006-01-01')",
                            id,
                            key);
                    handle.execute(
                            "insert into space_import_attempt (import_id, attempts) values (?, ?)", id, attempts);
                }));
        return id.toString();
    }

    @Test
    void pagesFindings() {
        String file = IntStream.range(0, 1_500)
                .mapToObj(i -> "orphan-" + i + ";Raum;nobody")
                .collect(Collectors.joining("\n", "key;name;parent\n", "\n"));

        var answer = importFile("planner", file, OPTIONS)
                .statusCode(200)
                .body("counts", equalTo(counts(1_500, 0, 0, 0, 1_500)))
                .body("findings.size()", equalTo(1_000))
                .body("findingsTotal", equalTo(1_500));

        String path = "imports/" + answer.extract().path("id") + "/findings";
        String next = get(path + "?limit=1000")
                .body("items[0].row", equalTo(2))
                .extract()
                .path("next");
        get(path + "?limit=1000&cursor=" + next)
                .body("items.size()", equalTo(500))
                .body("items[499].row", equalTo(1501));
        as(null).accept("text/csv")
                .get(path)
                .then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .body(containsString("2;orphan-0;parent-unknown;error;nobody;Es gibt am 2006-01-01"));
        get("imports/" + UUID.randomUUID() + "/findings").statusCode(404);
        assertThat(StatementCounts.of(as(null).get(path + "?limit=1000")))
                .isEqualTo(StatementCounts.of(as(null).get(path + "?limit=1")))
                .isEqualTo(2);
    }

    private static ValidatableResponse whenEnded(String id) {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> !"RUNNING".equals(get("imports/" + id).extract().path("state")));
        return get("imports/" + id);
    }
}
