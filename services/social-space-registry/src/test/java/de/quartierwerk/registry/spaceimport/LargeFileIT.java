package de.quartierwerk.registry.spaceimport;

import static de.quartierwerk.registry.RegistryClient.as;
import static de.quartierwerk.registry.RegistryClient.counts;
import static de.quartierwerk.registry.RegistryClient.get;
import static de.quartierwerk.registry.RegistryClient.importFile;
import static de.quartierwerk.registry.RegistryClient.putLevel;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are stored first and read after the answer. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class LargeFileIT {
    private static final int SPACES = 3_000;
    private static final int POSITIONS_PER_SIDE = 30;

    @TempDir
    Path folder;

    @Test
    void readsAfterTheAnswerAndFindsNothingNewTheSecondTime() throws IOException {
        Path file = GridFile.write(folder.resolve("grid"), "grid", SPACES, POSITIONS_PER_SIDE);

        whenEnded(upload(file, "large-grid"))
                .body("state", equalTo("COMPLETED"))
                .body("phase", nullValue())
                .body("counts", equalTo(counts(SPACES, SPACES, 0, 0, 0)))
                .body("findingsTotal", equalTo(0));
        whenEnded(upload(file, "large-grid")).body("counts", equalTo(counts(SPACES, 0, 0, SPACES, 0)));
    }

    @Test
    void saysWhereAFileThatWasStoredCannotBeRead() throws IOException {
        Path file = GridFile.write(folder.resolve("cut"), "cut", SPACES, POSITIONS_PER_SIDE);
        Files.writeString(file, "\n}", StandardOpenOption.APPEND);

        whenEnded(upload(file, "large-cut"))
                .body("state", equalTo("FAILED"))
                .body("failure.code", equalTo("import.json-malformed"))
                .body("failure.message", equalTo("Die Datei ist in Zeile 2, Spalte 1 kein gültiges JSON."));
        get("spaces/cut-0").statusCode(404);
    }

    @Test
    void leavesTheLaterOfTwoEqualSpacesOutHoweverFarApartTheyStand() throws IOException {
        Path file = GridFile.write(folder.resolve("twice"), "twice", SPACES, POSITIONS_PER_SIDE);
        String text = Files.readString(file);
        String last = text.substring(text.indexOf("{\"type\":\"Feature\","), text.indexOf(",{\"type\":\"Feature\""));
        Files.writeString(file, text.substring(0, text.length() - 2) + "," + last.replace("twice-0", "other") + "]}");

        whenEnded(upload(file, "large-twice"))
                .body("counts", equalTo(counts(SPACES + 1, SPACES, 0, 0, 1)))
                .body("findings.code", equalTo(java.util.List.of("equal-boundary")))
                .body("findings[0].row", equalTo(SPACES + 1))
                .body("findings[0].value", equalTo("twice-0"));
    }

    @Test
    @Tag("long")
    void readsARingOfHalfAMillionPositions() throws IOException {
        Path file = GridFile.write(folder.resolve("ring"), "ring", 1, 125_000);

        whenEnded(upload(file, "large-ring"))
                .body("state", equalTo("COMPLETED"))
                .body("counts", equalTo(counts(1, 1, 0, 0, 0)));
    }

    @Test
    void leavesOutASpaceWhoseRowsTogetherAreTooLarge() throws IOException {
        Path ring = GridFile.write(folder.resolve("union"), "union", 3, 43_000);
        String text = Files.readString(ring);
        Files.writeString(
                ring,
                text.replace("union-1", "union-0").replace("union-2", "union-0").replaceFirst("]}$", "") + squares()
                        + "]}");

        whenEnded(upload(ring, "large-union", ",\"sameKey\":\"union\""))
                .body("counts", equalTo(counts(4, 1, 0, 0, 3)))
                .body("findings.row", contains(1, 2, 3, 4))
                .body(
                        "findings.code",
                        contains("union-too-large", "union-too-large", "union-too-large", "union-of-rows"))
                .body(
                        "findings[0].message",
                        equalTo("Der Raum bestünde aus mehr als 100000 Zeilen oder aus mehr als 510000 Punkten."));
    }

    /** Two rows of one space. */
    private static String squares() {
        return Stream.of(
                        "[[[11,50],[11.1,50],[11.1,50.1],[11,50.1],[11,50]]]",
                        "[[[11.1,50],[11.2,50],[11.2,50.1],[11.1,50.1],[11.1,50]]]")
                .map(square -> ",{\"type\":\"Feature\",\"properties\":{\"key\":\"union-x\",\"name\":\"X\"},"
                        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + square + "}}")
                .collect(Collectors.joining());
    }

    private static String upload(Path file, String level) throws IOException {
        return upload(file, level, "");
    }

    private static String upload(Path file, String level, String options) throws IOException {
        putLevel(level, 40);
        return importFile(
                        as("planner"),
                        "grid.geojson",
                        Files.readAllBytes(file),
                        "{\"level\":\"" + level + "\",\"validFrom\":\"2006-01-01\"" + options + "}")
                .statusCode(202)
                .body("state", equalTo("RUNNING"))
                .extract()
                .path("id");
    }

    private static ValidatableResponse whenEnded(String id) {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !"RUNNING".equals(get("imports/" + id).extract().path("state")));
        return get("imports/" + id);
    }
}
