package de.quartierwerk.reporting.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.reporting.Region;
import de.quartierwerk.reporting.text.Language;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ReportDataReaderIT {
    @Inject
    ReportDataReader reader;

    /** What a report on a district and a period reads, when all that was sent is here. */
    private ReportData read(Region region, String period) {
        given().get("/v1/spaces/" + region.space(2, 2) + "/profile").then().statusCode(200);
        return reader.read(
                new ReportSubject(
                        ReportType.MONITORING,
                        region.district,
                        List.of(region.district),
                        period,
                        region.scheme,
                        Language.EN),
                ReportExamples.WORDS);
    }

    @Test
    void keepsEveryPeriodThatEndsOnTheSameDay() {
        Region region = Region.fresh().spaces();
        UUID year = UUID.randomUUID();
        region.send(region.edition(year, "2023", region.results()));
        region.send(region.edition(UUID.randomUUID(), "2023-S2", region.results()));
        region.send(region.edition(UUID.randomUUID(), "2023-Q4", region.results()));
        region.send(region.edition(UUID.randomUUID(), "2024", region.results()));

        ReportData.RunData run = read(region, "2024").runs().get(0);

        assertThat(run.trend())
                .extracting(Edition.TrendPoint::period)
                .containsExactly("2023-Q4", "2023-S2", "2023", "2024");
        assertThat(Objects.requireNonNull(run.before()).run().id()).isEqualTo(year);
    }

    @Test
    void comparesNoKeyThatWasGivenAnewBetweenTheEditions() {
        Region region = Region.fresh().spaces();
        region.givenAnew(region.space(1, 1), LocalDate.of(2024, 1, 1));
        region.send(region.edition(UUID.randomUUID(), "2023", region.results()));
        region.send(region.edition(UUID.randomUUID(), "2024", region.results()));

        ReportData.EditionData before =
                Objects.requireNonNull(read(region, "2024").runs().get(0).before());

        assertThat(before.same()).containsExactlyInAnyOrder(region.space(1, 2), region.space(2, 1), region.space(2, 2));
    }

    @Test
    void namesTheSpacesAsTheyWereOnTheDayOfTheRun() {
        Region region = Region.fresh().spaces();
        region.givenAnew(region.space(1, 1), LocalDate.of(2023, 7, 1));
        String code = "e-" + region.district;
        region.indicator(code, "Anteil", "ratio", "percent", "population");
        Region.send(
                region.values(UUID.randomUUID(), Instant.now(), code, "2023", 0, 1, region.space(1, 1), "1", "normal"));
        region.send(region.edition(region.run, "2023", LocalDate.of(2023, 3, 31), region.results()));

        ReportData data = read(region, "2023");

        assertThat(Objects.requireNonNull(data.places().spaces().get(region.space(1, 1)))
                        .name())
                .isEqualTo("Raum 1.1");
        assertThat(data.values()).isEmpty();
    }
}
