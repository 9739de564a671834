package de.quartierwerk.classification.run.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.quartierwerk.classification.Api;
import de.quartierwerk.classification.Database;
import de.quartierwerk.classification.Neighbours;
import de.quartierwerk.classification.SchemeDocuments;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What happens without a caller waiting for it, and how quality is told. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class AutomaticRunIT {
    private static final Map<String, Object> CLASSES =
            SchemeDocuments.breaks(List.of(0), List.of("1", "2"), List.of("low", "high"));

    @Inject
    Database database;

    @Test
    void releasesThatArriveTogetherStartOneRunWhenEveryIndicatorHasAValue() {
        Neighbours.level("auto-area", 40);
        Neighbours.indicator("auto-x", "ratio", "burden");
        Neighbours.indicator("auto-y", "ratio", "burden");
        Neighbours.spaces(List.of(Neighbours.space("auto-area", "auto-1"), Neighbours.space("auto-area", "auto-2")));
        Map<String, Object> scheme = SchemeDocuments.scheme(
                "auto",
                "auto-area",
                List.of(SchemeDocuments.index("i", SchemeDocuments.components("auto-x", "auto-y"), CLASSES)));
        scheme.put("automatic", true);
        Api.stored(scheme);

        Neighbours.release(
                new Neighbours.Batch("auto-x", 2020).value("auto-1", 1).value("auto-2", 2));
        Neighbours.release(
                new Neighbours.Batch("auto-x", 2021).value("auto-1", 1).value("auto-2", 2));
        UUID last = Neighbours.release(
                new Neighbours.Batch("auto-y", 2020).value("auto-1", 1).value("auto-2", 3));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonPath runs = Api.get("planner", "/runs?scheme=auto&state=COMPLETED");
            assertThat(runs.getList("items.period")).isEqualTo(List.of("2020"));
            assertThat(runs.getBoolean("items[0].automatic")).isTrue();
            assertThat(runs.getList("items[0].inputs")).contains(last.toString());
            assertThat(runs.getInt("items[0].counts.classified")).isEqualTo(2);
        });
    }

    @Test
    void aRunWaitsForWhatTheSchemeLooksBackToAndIsRenewedWhenThatIsCorrected() {
        Map<String, Object> change = SchemeDocuments.component("back-x");
        change.put("measure", "change");
        change.put("lag", 2);
        prepare("back", List.of(change));
        Neighbours.release(batch("back-x", "back", 2023, 1));
        await().atMost(Duration.ofSeconds(30)).until(() -> waiting("back"), List.of("2023")::equals);

        Neighbours.release(batch("back-x", "back", 2021, 4));
        await().atMost(Duration.ofSeconds(30)).until(() -> periods("back"), List.of("2023")::equals);
        Neighbours.release(batch("back-x", "back", 2021, 2));

        await().atMost(Duration.ofSeconds(30)).until(() -> periods("back"), List.of("2023", "2023")::equals);
        await().atMost(Duration.ofSeconds(30)).until(() -> waiting("back"), List.of("2021")::equals);
    }

    @Test
    void aValueUnderAnotherTextOfThePeriodStartsTheRunThatWaitsForIt() {
        prepare("text", SchemeDocuments.components("text-x", "text-y"));
        Neighbours.release(batch("text-x", "text", 2023, 1));
        await().atMost(Duration.ofSeconds(30)).until(() -> waiting("text"), List.of("2023")::equals);

        Neighbours.release(new Neighbours.Batch("text-y", "2023-06-30", LocalDate.of(2023, 6, 30))
                .value("text-1", 1)
                .value("text-2", 3));

        await().atMost(Duration.ofSeconds(30)).until(() -> periods("text"), List.of("2023")::equals);
    }

    @Test
    void aRunIsStartedTogetherWithForgettingThatItWasAskedFor() {
        prepare("once", SchemeDocuments.components("once-x"));
        database.update("create sequence tries");
        database.update("create function refuse() returns trigger language plpgsql as"
                + " $$ begin perform nextval('tries'); raise exception 'killed'; end $$");
        database.update("create constraint trigger killed after delete on automatic_run deferrable initially deferred"
                + " for each row when (old.scheme = 'once') execute function refuse()");
        Neighbours.release(batch("once-x", "once", 2020, 1));
        await().atMost(Duration.ofSeconds(30)).until(() -> database.number("select last_value from tries") > 1);

        database.update("drop trigger killed on automatic_run");

        await().atMost(Duration.ofSeconds(30)).until(() -> periods("once"), List.of("2020")::equals);
    }

    @Test
    void aRunWaitsForTheSpacesThatWereAnnouncedBefore() {
        prepare("late", SchemeDocuments.components("late-x"));
        QuarkusTransaction.requiringNew().run(() -> {
            database.update("lock table space in share mode");
            Neighbours.spaces(List.of(Neighbours.space("late-area", "late-3")));
            Neighbours.release(batch("late-x", "late", 2020, 1).value("late-3", 7));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> QuarkusTransaction.requiringNew()
                                    .call(() -> database.number("select count(*) from automatic_run"
                                            + " where scheme = 'late' and due_at < now() - interval '3 seconds'"))
                            == 1);
        });

        await().atMost(Duration.ofSeconds(30)).until(() -> periods("late"), List.of("2020")::equals);
        assertThat(Api.get("planner", "/runs?scheme=late").getInt("items[0].counts.spaces"))
                .isEqualTo(3);
    }

    /** An automatic scheme over two spaces. */
    private static void prepare(String name, List<Map<String, Object>> components) {
        Neighbours.level(name + "-area", 40);
        Neighbours.indicator(name + "-x", "ratio", "burden");
        Neighbours.indicator(name + "-y", "ratio", "burden");
        Neighbours.spaces(
                List.of(Neighbours.space(name + "-area", name + "-1"), Neighbours.space(name + "-area", name + "-2")));
        Map<String, Object> scheme =
                SchemeDocuments.scheme(name, name + "-area", List.of(SchemeDocuments.index("i", components, CLASSES)));
        scheme.put("automatic", true);
        Api.stored(scheme);
    }

    private static Neighbours.Batch batch(String indicator, String name, int year, double first) {
        return new Neighbours.Batch(indicator, year).value(name + "-1", first).value(name + "-2", 3);
    }

    private static List<String> periods(String scheme) {
        return Api.get("planner", "/runs?state=COMPLETED&scheme=" + scheme).getList("items.period");
    }

    private List<String> waiting(String scheme) {
        return database.texts(
                "select period from automatic_run where scheme = ? and due_at is null order by period", scheme);
    }

    @Test
    void robustnessAndComparisonSayWhatDependsAndWhatMoved() {
        Neighbours.level("quality-area", 40);
        Neighbours.indicator("quality-x", "ratio", "burden");
        Neighbours.indicator("quality-y", "ratio", "burden");
        Neighbours.spaces(List.of(
                Neighbours.space("quality-area", "q-1"),
                Neighbours.space("quality-area", "q-2"),
                Neighbours.space("quality-area", "q-3")));
        Api.stored(SchemeDocuments.scheme(
                "quality",
                "quality-area",
                List.of(SchemeDocuments.index("i", SchemeDocuments.components("quality-x", "quality-y"), CLASSES))));
        release(2020, 1, 2, 9);
        release(2021, 9, 2, 1);
        String before = Api.run(Map.of("scheme", "quality", "period", "2020"));
        String now = Api.run(Map.of("scheme", "quality", "period", "2021"));

        JsonPath comparison = Api.get("planner", "/runs/" + now + "/comparison?with=" + before);
        JsonPath robustness = Api.get("planner", "/runs/" + now + "/robustness");

        assertThat(comparison.getInt("indices[0].compared")).isEqualTo(3);
        assertThat(comparison.getInt("indices[0].up")).isEqualTo(1);
        assertThat(comparison.getInt("indices[0].down")).isEqualTo(1);
        assertThat(comparison.getMap("indices[0].transitions"))
                .isEqualTo(Map.of("1", Map.of("1", 1, "2", 1), "2", Map.of("1", 1)));
        assertThat(comparison.getBoolean("causes.values")).isTrue();
        assertThat(comparison.getBoolean("causes.scheme")).isFalse();
        assertThat(robustness.getList("indices[0].leaveOneOut.component")).isEqualTo(List.of("quality-x", "quality-y"));
        assertThat(robustness.getList("indices[0].leaveOneOut.changed")).isEqualTo(List.of(0, 0));
        assertThat(robustness.getDouble("indices[0].stablePercent")).isEqualTo(100.0);
        Api.as("planner").get("/runs/" + now + "/comparison").then().statusCode(400);
        Api.as("planner")
                .get("/runs/" + now + "/comparison?with=" + UUID.randomUUID())
                .then()
                .statusCode(404);
        String stream = Api.as("planner")
                .accept("text/event-stream")
                .get("/runs/" + now + "/events")
                .asString();
        assertThat(stream).startsWith("data:").contains("\"COMPLETED\"");
        Api.as("supplier")
                .accept("text/event-stream")
                .get("/runs/" + now + "/events")
                .then()
                .statusCode(404);
    }

    private static void release(int year, double first, double second, double third) {
        Neighbours.release(
                new Neighbours.Batch("quality-x", year)
                        .value("q-1", first)
                        .value("q-2", second)
                        .value("q-3", third),
                new Neighbours.Batch("quality-y", year)
                        .value("q-1", first)
                        .value("q-2", second)
                        .value("q-3", third));
    }

    @Test
    void rolledUpResultsAreThereForTheLargerLevel() {
        Neighbours.level("municipality", 20);
        Neighbours.level("roll-area", 40);
        Neighbours.indicator("roll-x", "ratio", "burden");
        Neighbours.indicator("roll-people", "count", "neutral");
        Neighbours.spaces(List.of(
                Neighbours.space("municipality", "RU"),
                Neighbours.space("municipality", "RV"),
                Neighbours.space("roll-area", "RU", "RU-1"),
                Neighbours.space("roll-area", "RU", "RU-2"),
                Neighbours.space("roll-area", "RV", "RV-1")));
        Neighbours.release(
                new Neighbours.Batch("roll-x", 2020)
                        .value("RU-1", 1)
                        .value("RU-2", 5)
                        .value("RV-1", 9),
                new Neighbours.Batch("roll-people", 2020)
                        .value("RU-1", 300)
                        .value("RU-2", 100)
                        .value("RV-1", 50));
        Map<String, Object> index = SchemeDocuments.index("i", SchemeDocuments.components("roll-x"), CLASSES);
        index.put("restandardise", "none");
        index.put("rollUp", Map.of("level", "municipality", "weight", "roll-people", "restandardise", "min-max"));
        Api.stored(SchemeDocuments.scheme("roll", "roll-area", List.of(index)));

        String run = Api.run(Map.of("scheme", "roll", "period", "2020"));

        JsonPath page = Api.get("planner", "/runs/" + run + "/results?level=municipality");
        assertThat(page.getList("items.space")).isEqualTo(List.of("RU", "RV"));
        assertThat(page.getDouble("items[0].indices.i.value")).isZero();
        assertThat(page.getDouble("items[1].indices.i.value")).isEqualTo(1.0);
        assertThat(page.getString("items[1].indices.i.class")).isEqualTo("2");
        assertThat(Api.as("planner")
                        .accept("text/csv")
                        .get("/runs/" + run + "/results?level=municipality")
                        .asString())
                .startsWith("space;excluded;i.raw;i.value;i.class;group;needs");
        Api.as("planner").get("/runs/" + run + "/results?level=district").then().statusCode(400);
    }
}
