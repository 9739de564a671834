package de.quartierwerk.reporting.classification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import de.quartierwerk.events.ClassificationPublished;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.testing.StatementCounts;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.reporting.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class NeedsIT {
    private static ValidatableResponse needs(String area, String query) {
        return given().get("/v1/needs?area=" + area + query).then();
    }

    @Test
    void countsSpacesAndMunicipalitiesOfThePublishedRun() {
        Region region = Region.fresh().spaces().run();

        needs(region.district, "&period=2023&scheme=" + region.scheme)
                .statusCode(200)
                .body("area.key", equalTo(region.district))
                .body("period", equalTo("2023"))
                .body("scheme", equalTo(region.scheme))
                .body("run", equalTo(region.run.toString()))
                .body("spaces", equalTo(4))
                .body("considered", equalTo(4))
                .body("spacesInNeed", equalTo(2))
                .body("municipalitiesInNeed", equalTo(2))
                .body("needs.code", contains("HF1", "HF2"))
                .body("needs.spaces", contains(2, 1))
                .body("needs.municipalities", contains(2, 1))
                .body("notices", contains(Region.NOTICE));
    }

    @Test
    void countsWithinASmallerArea() {
        Region region = Region.fresh().spaces().run();

        needs(region.municipality(2), "")
                .statusCode(200)
                .body("spaces", equalTo(2))
                .body("spacesInNeed", equalTo(1))
                .body("needs.spaces", contains(1, 0));
    }

    @Test
    void countsNeedsThatPeopleStatedEvenIfTheyCameFirst() {
        Region region = Region.fresh();
        region.stated(region.space(2, 2), "HF2", "Hinweise der Schulen")
                .spaces()
                .run();

        needs(region.district, "")
                .statusCode(200)
                .body("spacesInNeed", equalTo(3))
                .body("needs.spaces", contains(2, 2))
                .body("needs.municipalities", contains(2, 2));
    }

    @Test
    void showsARunOnlyWhenItsLastPartHasCome() {
        Region region = Region.fresh().spaces();
        List<ClassificationPublished.Result> results = region.results();
        Instant at = Instant.now();
        region.send(region.part(region.run, at, 1, 2, results.subList(2, 4)));
        needs(region.district, "").statusCode(404).body("code", equalTo("needs.none-published"));

        region.send(region.part(region.run, at, 0, 2, results.subList(0, 2)));

        needs(region.district, "").statusCode(200).body("spaces", equalTo(4));
    }

    @Test
    void answersFromTheRunPublishedLastWhicheverCameFirst() {
        Region region = Region.fresh().spaces();
        UUID later = UUID.randomUUID();
        region.send(region.part(later, Instant.parse("2024-05-01T08:00:00Z"), 0, 1, region.results()));

        region.run();

        needs(region.district, "").statusCode(200).body("run", equalTo(later.toString()));
    }

    @Test
    void leavesOutRunsThatSayNothingOfTheArea() {
        Region region = Region.fresh().spaces().run();
        Region other = Region.fresh().spaces();
        other.send(other.part(other.run, null, Instant.now(), 0, 1, other.results()));

        needs(region.district, "").statusCode(200).body("run", equalTo(region.run.toString()));
        needs(other.district, "").statusCode(200).body("run", equalTo(other.run.toString()));
    }

    @Test
    void appliesAnEventOnce() {
        Region region = Region.fresh().spaces().run().run();

        needs(region.district, "").statusCode(200).body("spaces", equalTo(4)).body("needs.spaces", contains(2, 1));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        needs("nowhere", "").statusCode(404).body("code", equalTo("space.unknown"));
        needs("a%20b", "").statusCode(400).body("errors[0].pointer", equalTo("area"));
        given().get("/v1/needs?scheme=nope").then().statusCode(404).body("code", equalTo("scheme.unknown"));
        given().header("Accept-Language", "en")
                .get("/v1/needs?period=2023-13")
                .then()
                .statusCode(400)
                .body("code", equalTo("period.malformed"))
                .body("title", equalTo("Period not readable"));
    }

    @Test
    void keepsTheNewerStateOfASpace() {
        Region region = Region.fresh().spaces();
        List<String> path = List.of(region.district);
        send(region.space(region.district, "Neuer Name", "district", path, 0, 0, 4, 3));

        send(region.space(region.district, "Alter Name", "district", path, 0, 0, 4, 2));

        region.run();
        await().untilAsserted(() -> assertThat(
                        needs(region.district, "").statusCode(200).extract().<String>path("area.name"))
                .isEqualTo("Neuer Name"));
    }

    private static void send(SocialSpace space) {
        TestEvents.send(
                Topics.SOCIAL_SPACE, space.key(), EventTypes.SPACE_CHANGED, space.key(), space.version(), space);
    }

    @Test
    void answersWithAsManyStatementsWhateverTheNumberOfRuns() {
        Region few = Region.fresh().spaces().run();
        Region many = Region.fresh().spaces().run();
        for (int i = 0; i < 5; i++) {
            many.send(many.part(UUID.randomUUID(), Instant.now(), 0, 1, many.results()));
        }
        needs(many.district, "").statusCode(200);

        Response small = given().get("/v1/needs?area=" + few.district);
        Response large = given().get("/v1/needs?area=" + many.district);

        assertThat(StatementCounts.of(large)).isEqualTo(StatementCounts.of(small));
    }
}
