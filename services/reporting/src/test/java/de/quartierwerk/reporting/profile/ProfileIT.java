package de.quartierwerk.reporting.profile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import de.quartierwerk.kit.testing.StatementCounts;
import de.quartierwerk.reporting.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ProfileIT {
    private static ValidatableResponse profile(String space, String query) {
        return given().accept("application/json")
                .get("/v1/spaces/" + space + "/profile" + query)
                .then();
    }

    @Test
    void showsResultsValuesOffersAndGrants() {
        Region region = Region.fresh().everything();

        profile(region.space(1, 1), "?period=2023")
                .statusCode(200)
                .body("name", equalTo("Raum 1.1"))
                .body("levelName", equalTo("Sozialraum"))
                .body("within.name", contains("Musterkreis " + region.district, "Gemeinde 1"))
                .body("notices", contains(Region.NOTICE))
                .body("results[0].run", equalTo(region.run.toString()))
                .body("results[0].indices[0].label", equalTo("hoch"))
                .body("results[0].needs.title", contains("Benachteiligte Sozialräume", "Armut von Kindern"))
                .body("indicators[0].value.value", equalTo(12.5f))
                .body("results[0].indices[0].class", equalTo("2"))
                .body("results[0].indices[0].classCode", equalTo("2"))
                .body("indicators[0].median", equalTo(6.25f))
                .body("offers.name", contains("Familientreff"))
                .body("grants.amount", contains("48000.00"));
    }

    @Test
    void showsValuesOfAReleaseOnlyWhenItsLastPartHasCome() {
        Region region = Region.fresh().spaces();
        String code = "a-" + region.district;
        region.indicator(code, "Anteil", "ratio", "percent", "population");
        UUID release = UUID.randomUUID();
        Region.send(region.values(release, Instant.now(), code, "2022", 1, 2, region.space(1, 2), "2", "normal"));
        profile(region.space(1, 2), "").statusCode(200).body("indicators", empty());

        Region.send(region.values(release, Instant.now(), code, "2022", 0, 2, region.space(1, 1), "1", "normal"));

        profile(region.space(1, 2), "")
                .statusCode(200)
                .body("period", equalTo("2022"))
                .body("indicators[0].value.value", equalTo(2));
    }

    @Test
    void keepsTheValueReleasedLastWhicheverCameFirst() {
        Region region = Region.fresh().spaces();
        String code = "b-" + region.district;
        region.indicator(code, "Zahl", "count", "persons", "population");
        Instant later = Instant.parse("2024-06-01T00:00:00Z");
        Region.send(
                region.values(UUID.randomUUID(), later, code, "2022", 0, 1, region.space(1, 1), null, "suppressed"));

        Region.send(region.values(
                UUID.randomUUID(), later.minusSeconds(60), code, "2022", 0, 1, region.space(1, 1), "4", "normal"));

        profile(region.space(1, 1), "?period=2022")
                .statusCode(200)
                .body("indicators[0].value.status", equalTo("suppressed"))
                .body("indicators[0].value.mark", equalTo("."))
                .body("indicators[0].value.value", nullValue());
    }

    @Test
    void hidesOffersThatAreNotPublishedAndRefusedApplications() {
        Region region = Region.fresh().spaces().run().offer(false).decision("refused");

        profile(region.space(1, 1), "").statusCode(200).body("offers", empty()).body("grants", empty());
    }

    @Test
    void answersWithAsManyStatementsWhateverIsKnownOfTheSpace() {
        Region few = Region.fresh().everything();
        Region many = Region.fresh().everything();
        for (int i = 0; i < 5; i++) {
            many.send(many.part(UUID.randomUUID(), Instant.now(), 0, 1, many.results()));
            Region.send(many.values(
                    UUID.randomUUID(), Instant.now(), "x" + i, "2023", 0, 1, many.space(1, 1), "1", "normal"));
        }
        profile(many.space(1, 1), "?period=2023").statusCode(200).body("indicators.size()", equalTo(6));

        Response small = given().get("/v1/spaces/" + few.space(1, 1) + "/profile");
        Response large = given().get("/v1/spaces/" + many.space(1, 1) + "/profile");

        assertThat(StatementCounts.of(large)).isEqualTo(StatementCounts.of(small));
    }

    @Test
    void isAPageToo() {
        Region region = Region.fresh().everything();

        String page = given().accept("text/html")
                .header("Accept-Language", "en")
                .get("/v1/spaces/" + region.space(1, 1) + "/profile?period=2023")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract()
                .asString();

        assertThat(page)
                .contains(
                        "<html lang=\"en\">",
                        "Raum 1.1",
                        "Profile of a social space",
                        "<b><data value=\"12.5\">12.5</data></b>",
                        "role=\"img\"")
                .doesNotContain("<script", " style=");
    }

    @Test
    void comparesNoSpaceWithItself() {
        Region region = Region.fresh().spaces();
        String code = "c-" + region.district;
        region.indicator(code, "Anteil", "ratio", "percent", "population");
        Region.send(
                region.values(UUID.randomUUID(), Instant.now(), code, "2022", 0, 1, region.district, "3.5", "normal"));

        profile(region.district, "?period=2022")
                .statusCode(200)
                .body("indicators[0].value.value", equalTo(3.5f))
                .body("indicators[0].median", nullValue());
    }

    @Test
    void leavesOutWhatBelongsToAnotherSpaceWithTheSameKey() {
        Region region = Region.fresh().spaces();
        String key = region.space(1, 1);
        String code = "d-" + region.district;
        region.indicator(code, "Anteil", "ratio", "percent", "population");
        for (int year = 2021; year <= 2023; year++) {
            Region.send(region.values(
                    UUID.randomUUID(),
                    Instant.now(),
                    code,
                    String.valueOf(year),
                    0,
                    1,
                    key,
                    String.valueOf(year - 2020),
                    "normal"));
        }
        region.run().givenAnew(key, LocalDate.of(2023, 1, 1));
        region.send(region.edition(UUID.randomUUID(), "2022", region.results()));

        profile(key, "")
                .statusCode(200)
                .body("name", equalTo("Neuer Raum"))
                .body("period", equalTo("2023"))
                .body("results.run", contains(region.run.toString()))
                .body("indicators[0].history.period", contains("2023"));
        profile(key, "?period=2022")
                .statusCode(200)
                .body("name", equalTo("Raum 1.1"))
                .body("indicators[0].value.value", equalTo(2))
                .body("indicators[0].history.period", contains("2021", "2022"));
    }

    @Test
    void leavesOutResultsOfAnotherSpaceWithTheSameKey() {
        Region region = Region.fresh().spaces().run();
        region.givenAnew(region.space(1, 2), LocalDate.of(2024, 1, 1));

        profile(region.space(1, 2), "")
                .statusCode(200)
                .body("name", equalTo("Neuer Raum"))
                .body("results", empty());
        profile(region.space(1, 2), "?period=2023")
                .statusCode(200)
                .body("name", equalTo("Raum 1.2"))
                .body("results.run", contains(region.run.toString()));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        profile("nowhere", "").statusCode(404).body("code", equalTo("space.unknown"));
        profile("nowhere", "?period=then").statusCode(400).body("code", equalTo("period.malformed"));
    }
}
