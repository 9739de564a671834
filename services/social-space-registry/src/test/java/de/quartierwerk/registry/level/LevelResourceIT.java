package de.quartierwerk.registry.level;

import static de.quartierwerk.registry.RegistryClient.as;
import static de.quartierwerk.registry.RegistryClient.get;
import static de.quartierwerk.registry.RegistryClient.importFile;
import static de.quartierwerk.registry.RegistryClient.putLevel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.testing.StatementCounts;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class LevelResourceIT {
    @Test
    void districtAndMunicipalityAreThereFromTheStart() {
        get("levels/district").statusCode(200).body("rank", equalTo(10)).body("version", equalTo(1));
        get("levels").statusCode(200).body("items.code", hasItems("district", "municipality"));
        assertThat(TestEvents.received(Topics.SOCIAL_SPACE, EventTypes.LEVEL_DEFINED))
                .extracting(TestEvents.Sent::key)
                .contains("district", "municipality");
    }

    @Test
    void isCreatedChangedAndLeftAsItIs() {
        putLevel("quarter", 50).statusCode(201).body("version", equalTo(1));
        putLevel("quarter", 50).statusCode(200).body("version", equalTo(1));
        putLevel("quarter", 55).statusCode(200).body("version", equalTo(2)).body("rank", equalTo(55));

        get("levels/quarter").statusCode(200).body("name", equalTo("quarter")).body("rank", equalTo(55));
        assertThat(TestEvents.received(Topics.SOCIAL_SPACE, EventTypes.LEVEL_DEFINED))
                .filteredOn(event -> event.key().equals("quarter"))
                .extracting(TestEvents.Sent::version)
                .containsExactly(1L, 2L);
        as("auditor")
                .get("audit?subject=levels/quarter")
                .then()
                .statusCode(200)
                .body("items.action", hasItems("level-created", "level-changed"));
    }

    @Test
    void honoursTheTagThatWasRead() {
        String first = putLevel("tagged", 50).statusCode(201).extract().header("ETag");
        get("levels/tagged").header("ETag", equalTo(first));
        String second = putLevel("tagged", 51, first).statusCode(200).extract().header("ETag");

        putLevel("tagged", 52, first).statusCode(412).body("code", equalTo("precondition.failed"));
        putLevel("tagged", 51, first).statusCode(412);
        putLevel("untagged", 50, first).statusCode(412);

        get("levels/tagged").body("rank", equalTo(51)).header("ETag", equalTo(second));
        get("levels/untagged").statusCode(404);
    }

    @Test
    void losesNothingOfTwoChangesAtOnce() {
        String tag = putLevel("contested", 50).statusCode(201).extract().header("ETag");

        List<Integer> statuses = IntStream.range(60, 68)
                .parallel()
                .mapToObj(rank -> putLevel("contested", rank, tag).extract().statusCode())
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(200, 412, 412, 412, 412, 412, 412, 412);
        get("levels/contested").body("version", equalTo(2));
    }

    @Test
    void keepsRanksThatSpacesRelyOn() {
        putLevel("rank-large", 60).statusCode(201);
        putLevel("rank-small", 70).statusCode(201);
        importFile("planner", "key;name\nrank-a;A", "{\"level\":\"rank-large\",\"validFrom\":\"2020-01-01\"}")
                .statusCode(200);
        importFile(
                        "planner",
                        "key;name;parent\nrank-b;B;rank-a",
                        "{\"level\":\"rank-small\",\"validFrom\":\"2020-01-01\"}")
                .statusCode(200)
                .body("counts.created", equalTo(1));

        putLevel("rank-small", 60).statusCode(409).body("code", equalTo("level.rank-conflict"));
        putLevel("rank-large", 65).statusCode(200);
    }

    @Test
    void needsTheWholeInstallation() {
        for (String user : new String[] {"municipal-planner", "planner-elsewhere"}) {
            as(user).contentType("application/json")
                    .body("{\"name\":\"x\",\"rank\":5}")
                    .put("levels/forbidden")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("area.forbidden"));
        }
        get("levels/forbidden").statusCode(404).body("code", equalTo("level.unknown"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "{\"name\":\"x\" | json.malformed | -",
                "{\"name\":\"x\",\"rank\":\"many\"} | json.wrong-type | /rank",
                "{\"name\":\"x\",\"rank\":1,\"colour\":2} | json.unknown-field | /colour",
                "{\"name\":\" \",\"rank\":1} | - | /name",
                "{\"name\":\"x\"} | - | /rank",
                "{\"name\":\"x\",\"rank\":-1} | - | /rank"
            })
    void namesWhatIsWrong(String body, String code, String pointer) {
        var answer = as("planner")
                .contentType("application/json")
                .body(body)
                .put("levels/wrong")
                .then()
                .statusCode(400)
                .contentType(startsWith("application/problem+json"))
                .body("errors[0].pointer", equalTo(pointer));
        if (code != null) {
            answer.body("errors[0].code", equalTo(code));
        }
        get("levels/wrong").statusCode(404);
    }

    @Test
    void refusesMalformedCodesAndCursors() {
        as("planner")
                .contentType("application/json")
                .body("{\"name\":\"x\",\"rank\":5}")
                .put("levels/{code}", "a b")
                .then()
                .statusCode(400)
                .body("code", equalTo("key.malformed"));
        for (String cursor : new String[] {"WyJ4IiwieSJd", "WyIxIl0", "WyJ4Il0"}) {
            get("levels?cursor=" + cursor).statusCode(400).body("code", equalTo("page.cursor-malformed"));
        }
        get("levels?limit=0").statusCode(400);
    }

    @Test
    void pagesAndWritesTables() {
        String next = get("levels?limit=1").statusCode(200).extract().path("next");
        get("levels?limit=1&cursor=" + next).statusCode(200).body("items.size()", equalTo(1));

        String table = as(null).accept("text/csv")
                .get("levels")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(table)
                .startsWith("code;name;rank;version;hierarchy;covers;keyPattern\r\n")
                .contains("district;Kreis oder kreisfreie Stadt;10;");
    }

    @Test
    void listsWithTheSameStatementsWhateverTheLength() {
        for (String type : new String[] {"application/json", "text/csv"}) {
            int one = StatementCounts.of(as(null).accept(type).get("levels?limit=1"));
            int many = StatementCounts.of(as(null).accept(type).get("levels?limit=1000"));

            assertThat(many).isEqualTo(one).isEqualTo(1);
        }
    }
}
