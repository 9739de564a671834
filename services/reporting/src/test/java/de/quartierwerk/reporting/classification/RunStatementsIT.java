package de.quartierwerk.reporting.classification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.equalTo;

import de.quartierwerk.events.ClassificationPublished;
import de.quartierwerk.events.NeedAdded;
import de.quartierwerk.events.Period;
import de.quartierwerk.reporting.Region;
import de.quartierwerk.reporting.space.Space;
import de.quartierwerk.reporting.space.Spaces;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class RunStatementsIT {
    private static final Instant AT = Instant.parse("2024-04-02T08:00:00Z");
    private static final Period YEAR = Period.parse("2023").orElseThrow();

    @Inject
    PublishedRuns runs;

    @Inject
    Spaces spaces;

    /** A region whose spaces have arrived. */
    private static Region arrived() {
        Region region = Region.fresh().spaces();
        given().get("/v1/spaces/" + region.space(2, 2) + "/profile")
                .then()
                .statusCode(200)
                .body("name", equalTo("Raum 2.2"));
        return region;
    }

    private Space space(Region region, int municipality, int number) {
        return spaces.find(region.space(municipality, number), YEAR.last()).orElseThrow();
    }

    private void keep(ClassificationPublished part) {
        QuarkusTransaction.requiringNew().run(() -> runs.keep(part));
    }

    private static List<String> path(Region region) {
        return List.of(region.district);
    }

    @Test
    void showsARunWhenItsLastPartHasCome() {
        Region region = arrived();
        keep(region.part(region.run, AT, 1, 2, region.results().subList(2, 4)));
        assertThat(runs.covering(path(region), YEAR, null)).isEmpty();
        assertThat(runs.isKnownScheme(region.scheme)).isFalse();

        keep(region.part(region.run, AT, 0, 2, region.results().subList(0, 2)));

        assertThat(runs.isKnownScheme(region.scheme)).isTrue();
        assertThat(runs.covering(path(region), YEAR, region.scheme))
                .singleElement()
                .satisfies(run -> {
                    assertThat(run.id()).isEqualTo(region.run);
                    assertThat(run.scheme()).isEqualTo(new Run.Scheme(region.scheme, 1, "Handlungsfelder"));
                    assertThat(run.publication().basis()).isEqualTo(Basis.EXACT);
                    assertThat(run.publication().consulted()).containsExactly("Kommunen", "AG der Träger");
                    assertThat(run.needs()).hasSize(2);
                });
    }

    @Test
    void readsResultsOfSeveralRunsApartAndWithinAnArea() {
        Region region = arrived();
        UUID second = UUID.randomUUID();
        keep(region.part(region.run, AT, 0, 1, region.results()));
        keep(region.part(second, AT.plusSeconds(1), 0, 1, List.of(Region.result(region.space(1, 1), "1", "niedrig"))));
        List<Run> both = runs.covering(path(region), YEAR, region.scheme);

        Map<UUID, List<SpaceResult>> results = runs.results(both, region.municipality(1));

        assertThat(both).extracting(Run::id).containsExactly(second, region.run);
        assertThat(results.get(region.run))
                .extracting(SpaceResult::space, result -> result.needs().size())
                .containsExactly(tuple(region.space(1, 1), 2), tuple(region.space(1, 2), 0));
        assertThat(results.get(second)).extracting(SpaceResult::space).containsExactly(region.space(1, 1));
        assertThat(results.get(second).get(0).needs()).isEmpty();
    }

    @Test
    void countsSeveralRunsApart() {
        Region region = arrived();
        UUID second = UUID.randomUUID();
        keep(region.part(region.run, AT, 0, 1, region.results()));
        keep(region.part(
                second, AT.plusSeconds(1), 0, 1, List.of(Region.result(region.space(1, 1), "1", "niedrig", "HF1"))));

        Map<UUID, NeedCounts> counts = runs.counts(runs.covering(path(region), YEAR, null), region.district);

        assertThat(counts.get(region.run).counts()).isEqualTo(new SpaceCounts(4, 2, 2, 0));
        assertThat(counts.get(region.run).of("HF1")).isEqualTo(new NeedCounts.NeedCount(2, 2));
        assertThat(counts.get(region.run).of("HF2")).isEqualTo(new NeedCounts.NeedCount(1, 1));
        assertThat(counts.get(second).counts()).isEqualTo(new SpaceCounts(1, 1, 1, 0));
        assertThat(counts.get(second).of("HF2")).isEqualTo(new NeedCounts.NeedCount(0, 0));
    }

    @Test
    void countsNoExcludedSpaceWhateverPeopleStatedOfIt() {
        Region region = arrived();
        ClassificationPublished.Result excluded = new ClassificationPublished.Result(
                region.space(2, 2),
                "too few",
                Map.of(),
                null,
                List.of(new ClassificationPublished.SpaceNeed("HF1", "municipal", "Schools")));
        keep(region.part(
                region.run, AT, 0, 1, List.of(Region.result(region.space(1, 1), "2", "hoch", "HF1"), excluded)));

        NeedCounts counts = runs.counts(runs.covering(path(region), YEAR, null), region.district)
                .get(region.run);

        assertThat(counts.counts()).isEqualTo(new SpaceCounts(2, 1, 1, 1));
        assertThat(counts.of("HF1")).isEqualTo(new NeedCounts.NeedCount(1, 1));
    }

    @Test
    void letsARunSpeakBeforeThosePeopleWhoStatedTheSameNeed() {
        Region region = arrived();
        QuarkusTransaction.requiringNew()
                .run(() -> runs.add(new NeedAdded(
                        region.run,
                        region.scheme,
                        "2023",
                        region.space(1, 1),
                        "HF1",
                        "Known before",
                        AT,
                        "municipal")));
        keep(region.part(region.run, AT, 0, 1, region.results()));
        QuarkusTransaction.requiringNew()
                .run(() -> runs.add(new NeedAdded(
                        region.run, region.scheme, "2023", region.space(2, 2), "HF2", "Schools", AT, "municipal")));
        List<Run> published = runs.covering(path(region), YEAR, null);

        assertThat(runs.resultsOf(space(region, 1, 1), published)
                        .get(region.run)
                        .needs())
                .containsExactly(
                        new SpaceNeed("HF1", NeedOrigin.RULE, null), new SpaceNeed("HF2", NeedOrigin.RULE, null));
        assertThat(runs.resultsOf(space(region, 2, 2), published)
                        .get(region.run)
                        .needs())
                .containsExactly(new SpaceNeed("HF2", NeedOrigin.MUNICIPAL, "Schools"));
    }

    @Test
    void takesTheRunOfASchemeThatWasPublishedLast() {
        Region region = arrived();
        UUID later = UUID.randomUUID();
        keep(region.part(later, AT.plusSeconds(60), 0, 1, region.results()));

        keep(region.part(region.run, AT, 0, 1, region.results()));

        assertThat(runs.latest(path(region), YEAR, null)).extracting(Run::id).containsExactly(later);
    }
}
