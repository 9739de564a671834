package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.demonstration.load.PlatformClient;
import de.quartierwerk.local.LocalPlatform;
import de.quartierwerk.local.LocalService;
import de.quartierwerk.local.StartFailure;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each service is killed while a release is under way, and again while a run is being published; started anew, it goes
 * on where it was: no value is lost and none is doubled.
 */
@Tag("long")
@Order(60)
@ExtendWith(PlatformExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashIT {

    private static final int FIRST_YEAR = 2014;
    /** While one submission is checked, and again while it is released. */
    private static final int KILLS = Integer.getInteger("crash.kills", 3);

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Acceptance acceptance;
    private final LocalPlatform platform;
    private final PlatformClient client;

    CrashIT(Acceptance acceptance) {
        this.acceptance = acceptance;
        this.platform = acceptance.platform();
        this.client = acceptance.client();
    }

    @Test
    @Order(1)
    void preparation() {
        acceptance.demonstration();
        CrashRegion.prepare(client);
    }

    @ParameterizedTest
    @EnumSource(LocalService.class)
    @Order(2)
    void killDuringRelease_losesAndDoublesNothing(LocalService service) throws StartFailure {
        // Given
        int year = year(service);
        String submission =
                Flow.approve(client, "crash-" + year + ".csv", CrashRegion.values(year), CrashRegion.mapping());
        assertThat(client.get(submission, "steward")
                        .orFail()
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("RELEASING");
        // When
        platform.kill(service);
        platform.restart(service);
        // Then
        JsonNode released = Flow.released(client, submission);
        assertThat(released.at("/counts/values").asInt()).isEqualTo(CrashRegion.SPACES * CrashRegion.INDICATORS);
        for (int indicator = 0; indicator < CrashRegion.INDICATORS; indicator += 7) {
            exactlyOnce(indicator, year);
        }
    }

    @Test
    @Order(3)
    void killsAtRandomMomentsOfOneSubmission_loseAndDoubleNothing() throws StartFailure {
        // Given
        int year = FIRST_YEAR + LocalService.values().length;
        Random random = new Random(year);
        Answer sent = Flow.submit(
                client,
                "steward",
                "kills.csv",
                CrashRegion.values(year).getBytes(StandardCharsets.UTF_8),
                CrashRegion.mapping());
        // When
        killTimes(KILLS, random);
        JsonNode checked = Flow.checked(client, sent);
        String submission = "/ingestion/v1/submissions/" + checked.get("id").asText();
        client.post(submission + "/approval", "steward2", JSON.createObjectNode())
                .orFail();
        killTimes(KILLS, random);
        // Then
        JsonNode released = Flow.released(client, submission);
        assertThat(released.at("/counts/created").asInt()).isEqualTo(CrashRegion.SPACES * CrashRegion.INDICATORS);
        for (int indicator = 0; indicator < CrashRegion.INDICATORS; indicator++) {
            exactlyOnce(indicator, year);
        }
    }

    private void killTimes(int times, Random random) throws StartFailure {
        for (int i = 0; i < times; i++) {
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(800)).toNanos());
            platform.kill(LocalService.INGESTION);
            platform.restart(LocalService.INGESTION);
        }
    }

    @ParameterizedTest
    @EnumSource(LocalService.class)
    @Order(3)
    void killDuringPublication_leavesNeedsAndReportCompleteAndTheRunRepeatable(LocalService service)
            throws StartFailure {
        // Given
        int year = year(service);
        ObjectNode body =
                JSON.createObjectNode().put("scheme", CrashRegion.SCHEME).put("period", Integer.toString(year));
        String run = computed(body);
        String results = results(run);
        // When
        Thread publication = new Thread(() -> publish(run), "publication");
        publication.start();
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> !publication.isAlive() || started(run));
        platform.kill(service);
        platform.restart(service);
        // Then
        join(publication);
        publish(run);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(
                                client.get(run, null).json().path("standing").asText())
                        .isEqualTo("published"));
        complete(run, year);
        assertThat(results(repeated(run))).isEqualTo(results);
    }

    private String repeated(String run) {
        ObjectNode body = JSON.createObjectNode().put("repeatOf", run.replaceAll(".*/", ""));
        return computed(body);
    }

    private String computed(ObjectNode body) {
        JsonNode done = Flow.run(client, body);
        assertThat(done.at("/counts/classified").asInt()).as(done.toString()).isEqualTo(CrashRegion.SPACES);
        return "/classification/v1/runs/" + done.get("id").asText();
    }

    private String results(String run) {
        return client.get(run + "/results?limit=1000", "planner").orFail().text();
    }

    @Test
    @Order(4)
    void nothingIsLeftBehind() throws Exception {
        Databases databases = new Databases(platform);
        for (LocalService service : LocalService.values()) {
            String root = service.root();
            assertThat(client.items("/" + root + "/v1/dead-letters", "admin"))
                    .as(root)
                    .isEmpty();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(databases.number(
                                    service, "select count(*) from bulk_job where published_at is null"))
                            .as(root)
                            .isZero());
        }
    }

    private static int year(LocalService service) {
        return FIRST_YEAR + List.of(LocalService.values()).indexOf(service);
    }

    private void exactlyOnce(int indicator, int year) {
        List<JsonNode> values = client.items(
                "/ingestion/v1/values?level=" + CrashRegion.LEVEL + "&period=" + year + "&indicator="
                        + CrashRegion.indicator(indicator),
                "steward");
        Set<String> seen = new HashSet<>();
        for (JsonNode value : values) {
            String space = value.get("space").asText();
            assertThat(seen.add(space)).as(space + " twice").isTrue();
            int number = Integer.parseInt(space.substring(space.indexOf('-') + 1));
            assertThat(value.get("numerator").asInt()).isEqualTo(CrashRegion.numerator(number, indicator, year));
            assertThat(new BigDecimal(value.get("value").asText()))
                    .isEqualByComparingTo(CrashRegion.value(number, indicator, year));
            assertThat(value.get("revision").asInt()).isEqualTo(1);
        }
        assertThat(seen).hasSize(CrashRegion.SPACES);
    }

    private boolean started(String run) {
        return new Databases(platform)
                        .count(
                                LocalService.CLASSIFICATION,
                                "select count(*) from run where id = '" + run.replaceAll(".*/", "")
                                        + "' and publication_started_at is not null")
                > 0;
    }

    /** The caller may lose the answer of a service that is killed; asking again is safe. */
    private void publish(String run) {
        try {
            client.post(run + "/publication", "planner", JSON.createObjectNode().put("note", "Abbruchprobe"));
        } catch (de.quartierwerk.demonstration.load.LoadFailure killed) {
            System.out.println("[crash] " + killed.getMessage());
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void complete(String run, int year) {
        Set<String> expected = new HashSet<>();
        for (int s = 0; s < CrashRegion.SPACES; s++) {
            if (CrashRegion.inNeed(s, year)) {
                expected.add(CrashRegion.space(s));
            }
        }
        Set<String> found = new HashSet<>();
        List<JsonNode> results = client.items(run + "/results", null);
        results.stream()
                .filter(result -> !result.get("needs").isEmpty())
                .forEach(result -> found.add(result.get("space").asText()));
        assertThat(results).hasSize(CrashRegion.SPACES);
        assertThat(found).isEqualTo(expected);
        String needs = "/reporting/v1/needs?scheme=" + CrashRegion.SCHEME + "&period=" + year;
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).untilAsserted(() -> {
            JsonNode overview = client.get(needs, null).orFail().json();
            assertThat(overview.get("spaces").asInt()).isEqualTo(CrashRegion.SPACES);
            assertThat(overview.get("spacesInNeed").asInt()).isEqualTo(expected.size());
        });
        String spaces = "select count(distinct space) from space_need where run = '" + run.replaceAll(".*/", "") + "'";
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(new Databases(platform).count(LocalService.FUNDING, spaces))
                        .isEqualTo(expected.size()));
        report(year, expected.size());
    }

    private void report(int year, int inNeed) {
        ObjectNode body = JSON.createObjectNode()
                .put("type", "monitoring")
                .put("area", "99001002")
                .put("period", Integer.toString(year))
                .put("scheme", CrashRegion.SCHEME)
                .put("language", "de");
        String path = "/reporting/v1/reports/"
                + client.post("/reporting/v1/reports", "planner", body)
                        .orFail()
                        .json()
                        .get("id")
                        .asText();
        JsonNode done = client.await(path, "planner", Set.of("COMPLETED", "FAILED"), PATIENCE);
        assertThat(done.get("state").asText()).as(done.toString()).isEqualTo("COMPLETED");
        String document = client.get(path + "/document", "planner").orFail().text();
        assertThat(document).contains(CrashRegion.space(0), CrashRegion.space(CrashRegion.SPACES - 1));
        assertThat(document).contains(Integer.toString(inNeed));
    }
}
