package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.demonstration.DemonstrationRegion;
import de.quartierwerk.demonstration.RegionSettings;
import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.demonstration.load.LoadResult;
import de.quartierwerk.demonstration.load.PlatformClient;
import de.quartierwerk.demonstration.membership.Field;
import de.quartierwerk.demonstration.territory.Area;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demonstration region goes the whole way and gives the figures that the council paper reported. */
@Order(1)
@ExtendWith(PlatformExtension.class)
class DemonstrationIT {

    private static final List<String> SERVICES =
            List.of("registry", "ingestion", "classification", "funding", "reporting");
    private static final String RUNS = "/classification/v1/runs?scheme=handlungsfelder&period=2023&standing=published";

    private final Acceptance acceptance;
    private PlatformClient client;
    private LoadResult loaded;

    DemonstrationIT(Acceptance acceptance) {
        this.acceptance = acceptance;
    }

    @BeforeEach
    void load() {
        client = acceptance.client();
        loaded = acceptance.demonstration();
    }

    @Test
    void fieldsOfAction_areThoseOfTheCouncilPaper() {
        assertThat(loaded.spaces()).isEqualTo(93);
        assertThat(loaded.spacesInNeed()).isEqualTo(59);
        assertThat(loaded.fields())
                .extracting(
                        LoadResult.FieldCount::code,
                        LoadResult.FieldCount::spaces,
                        LoadResult.FieldCount::municipalities)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("HF1", 15, 5),
                        org.assertj.core.groups.Tuple.tuple("HF2", 43, 9),
                        org.assertj.core.groups.Tuple.tuple("HF3", 37, 7),
                        org.assertj.core.groups.Tuple.tuple("HF4", 12, 5));
    }

    @Test
    void results_areTheDrawnMembershipsSpaceBySpace() {
        // Given
        DemonstrationRegion region = DemonstrationRegion.generate(RegionSettings.standard());
        Map<String, List<String>> drawn = new HashMap<>();
        for (int s = 0; s < region.territory().spaces().size(); s++) {
            List<String> needs = new ArrayList<>();
            for (Field field : Field.values()) {
                if (region.memberships().has(field, s)) {
                    needs.add(field.code());
                }
            }
            drawn.put(region.territory().spaces().get(s).key(), needs);
        }
        // When
        Map<String, List<String>> found = new HashMap<>();
        for (JsonNode result : client.items("/classification/v1/runs/" + runId() + "/results", null)) {
            List<String> needs = new ArrayList<>();
            result.get("needs").forEach(need -> needs.add(need.asText()));
            found.put(result.get("space").asText(), needs);
        }
        // Then
        assertThat(found).isEqualTo(drawn);
    }

    @Test
    void municipalityWithOneSpace_isComparedWithItsDistrict() {
        // When
        JsonNode explanation = client.get(
                        "/classification/v1/runs/" + runId() + "/results/99001010-01/explanation", "steward")
                .orFail()
                .json();
        // Then
        JsonNode elderly = explanation.get("needs").get(1);
        assertThat(elderly.get("held").asBoolean()).isTrue();
        JsonNode share = elderly.at("/when/parts/0");
        assertThat(share.get("referenceArea").asText()).isEqualTo("99001");
        assertThat(share.get("referenceReplaced").asBoolean()).isTrue();
    }

    @Test
    void loadingAgain_changesNothingAndIsQuick() {
        // Given
        Map<String, Integer> before = auditEntries();
        Instant start = Instant.now();
        // When
        LoadResult again = acceptance.load();
        // Then
        assertThat(again).isEqualTo(loaded);
        assertThat(auditEntries()).isEqualTo(before);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void spaces_areTheGeneratedOnesWithTheirBoundaries() {
        // Given
        List<Area> spaces = DemonstrationRegion.generate(RegionSettings.standard())
                .territory()
                .spaces();
        // When
        List<JsonNode> found = client.items("/registry/v1/spaces?level=social-space&parent=99001001", null);
        // Then
        List<Area> expected =
                spaces.stream().filter(area -> area.parent().equals("99001001")).toList();
        assertThat(found).hasSameSizeAs(expected);
        assertThat(found.get(0).get("areaSquareMetres").asDouble()).isPositive();
        Area some = expected.get(3);
        double longitude = some.boundary().getInteriorPoint().getX();
        double latitude = some.boundary().getInteriorPoint().getY();
        JsonNode located = client.get(
                        "/registry/v1/spaces/locate?level=social-space&lon=" + longitude + "&lat=" + latitude, null)
                .orFail()
                .json();
        assertThat(located.get("key").asText()).isEqualTo(some.key());
    }

    @Test
    void report_isAPageWithMapAndTableMarkedAsMadeUp() {
        // Given
        String path = loaded.report().substring(loaded.report().indexOf("/reporting/"));
        // When
        Answer page = client.send("GET", path, null, Map.of("Accept", "text/html"), BodyPublishers.noBody())
                .orFail();
        JsonNode document = client.get(path, null).orFail().json();
        // Then
        assertThat(page.header("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.text()).contains("<svg", "<table", "erfunden", "59");
        assertThat(document.toString()).contains("erfunden", "HF1", "99001001-01");
    }

    @Test
    void suppressedCounts_areHiddenFromTheWorldAndSeenByStewards() {
        // Given
        String path = "/ingestion/v1/values?level=social-space&period=2023&indicator=taken-into-care";
        Map<String, JsonNode> exact = bySpace(client.items(path, "steward"));
        // When
        Map<String, JsonNode> open = bySpace(client.items(path, null));
        // Then
        assertThat(open).hasSize(93);
        List<String> small = exact.values().stream()
                .filter(value -> List.of(1, 2).contains(value.get("numerator").asInt()))
                .map(value -> value.get("space").asText())
                .toList();
        assertThat(small).isNotEmpty();
        for (String space : small) {
            assertThat(open.get(space).get("status").asText()).isEqualTo("suppressed");
            assertThat(open.get(space).path("value").isNumber()).isFalse();
            assertThat(open.get(space).path("numerator").isNumber()).isFalse();
        }
        assertThat(open.values()).anyMatch(value -> value.path("value").isNumber());
    }

    @Test
    void aSmallRelease_showsPrimaryAndSecondarySuppression() {
        // Given
        String release = client.items(
                        "/ingestion/v1/values?indicator=families-in-emergency-housing&period=2023", "steward")
                .get(0)
                .get("releaseId")
                .asText();
        // When
        JsonNode report = client.get("/ingestion/v1/releases/" + release + "/disclosure", "steward")
                .orFail()
                .json();
        // Then
        assertThat(report.get("primary").asInt()).isEqualTo(1);
        assertThat(report.get("secondary").asInt()).isEqualTo(1);
        assertThat(report.at("/cells/0/publicIn").asText()).isEqualTo("99001001");
        List<JsonNode> open =
                client.items("/ingestion/v1/values?indicator=families-in-emergency-housing&period=2023", null);
        assertThat(open)
                .filteredOn(value -> value.get("status").asText().equals("suppressed"))
                .hasSize(2);
    }

    @Test
    void computedIndicators_followFromTheirParts() {
        // Given
        String period = "&level=social-space&period=2023&space=99001001-01";
        JsonNode people = client.items("/ingestion/v1/values?indicator=population" + period, null)
                .get(0);
        JsonNode dwellings = client.items("/ingestion/v1/values?indicator=dwellings" + period, null)
                .get(0);
        // When
        JsonNode computed = client.items("/ingestion/v1/values?indicator=population-per-dwelling" + period, null)
                .get(0);
        // Then
        assertThat(computed.get("value").asDouble())
                .isEqualTo(
                        people.get("value").asDouble() / dwellings.get("value").asDouble(),
                        org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void grants_areTheOnlyApplicationsThatTheWorldSees() {
        // When
        List<JsonNode> open = client.items("/funding/v1/applications", null);
        List<JsonNode> officer = client.items("/funding/v1/applications?programme=quartiersfonds", "funding-officer");
        List<JsonNode> other = client.items("/funding/v1/applications", "supplier2");
        // Then
        assertThat(open).allMatch(each -> each.has("granted") && !each.has("costs") && !each.has("createdBy"));
        assertThat(open)
                .extracting(each -> each.get("state").asText())
                .doesNotContain("DRAFT", "SUBMITTED", "RETURNED");
        JsonNode agreed = open.stream()
                .filter(each -> each.get("state").asText().equals("AGREED"))
                .findFirst()
                .orElseThrow();
        assertThat(agreed.at("/granted/amount").asText()).isEqualTo("50000.00");
        assertThat(officer)
                .extracting(each -> each.get("state").asText())
                .contains(
                        "SUBMITTED",
                        "RETURNED",
                        "WITHDRAWN",
                        "ASSESSED",
                        "CONSULTED",
                        "DECIDED",
                        "AGREED",
                        "PROVEN",
                        "REVIEWED",
                        "RECOVERED",
                        "REVOKED",
                        "CLOSED");
        assertThat(other).extracting(each -> each.get("applicant").asText()).doesNotContain("verband-x");
        JsonNode criteria = agreed.get("criteria");
        assertThat(criteria.get(0).get("met").asBoolean()).isTrue();
    }

    @Test
    void profile_showsASpaceToEverybody() {
        JsonNode profile = client.get("/reporting/v1/spaces/99001001-01/profile?period=2023", null)
                .orFail()
                .json();
        assertThat(profile.toString()).contains("99001001-01", "Arbeitslose");
    }

    @Test
    void deadLetters_areNone() {
        for (String service : SERVICES) {
            assertThat(client.items("/" + service + "/v1/dead-letters", "admin"))
                    .as(service)
                    .isEmpty();
        }
    }

    private String runId() {
        return client.items(RUNS, null).get(0).get("id").asText();
    }

    private Map<String, Integer> auditEntries() {
        Map<String, Integer> entries = new HashMap<>();
        for (String service : SERVICES) {
            entries.put(
                    service,
                    client.items("/" + service + "/v1/audit", "auditor").size());
        }
        return entries;
    }

    private static Map<String, JsonNode> bySpace(List<JsonNode> values) {
        Map<String, JsonNode> map = new HashMap<>();
        values.forEach(value -> map.put(value.get("space").asText(), value));
        return map;
    }
}
