package de.quartierwerk.funding.application;

import static de.quartierwerk.funding.Api.content;
import static de.quartierwerk.funding.Api.draft;
import static de.quartierwerk.funding.Api.get;
import static de.quartierwerk.funding.Api.post;
import static de.quartierwerk.funding.Api.step;
import static de.quartierwerk.funding.Api.stepped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import de.quartierwerk.funding.Api;
import de.quartierwerk.funding.Officials;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same is applied for once, or on purpose. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class DuplicateIT {

    private String space;
    private String programme;

    @BeforeEach
    void prepare() {
        Api.applicants();
        space = Api.space("99001001");
        programme = Api.programme("60000.00", "[]");
    }

    @Test
    void theSameAgainIsRefusedUnlessItNamesTheFirst() {
        String first = draft(programme, space, "4000.00");
        stepped("supplier", first, "submission", "{}");
        String second = draft(programme, Api.space("99001001"), "3000.00");

        step("supplier", second, "submission", "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("application.duplicate"))
                .body("detail", containsString(first));
        step("supplier", second, "submission", repeats(second))
                .then()
                .statusCode(409)
                .body("code", equalTo("application.duplicate"));
        get("supplier", "applications/" + second).then().body("state", equalTo("DRAFT"));
        step("supplier", second, "submission", repeats(first))
                .then()
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"))
                .body("submission.repeats", equalTo(first));
        String third = draft(programme, space, "2000.00");
        step("supplier", third, "submission", repeats(first)).then().statusCode(200);
    }

    @Test
    void draftsWithdrawnOnesAndOthersAreNotTheSame() {
        String withdrawn = draft(programme, space, "4000.00");
        stepped("supplier", withdrawn, "submission", "{}");
        stepped("supplier", withdrawn, "withdrawal", "{}");
        draft(programme, space, "4000.00");
        String content = content(programme, space, "4000.00");
        for (String other : List.of(
                content,
                content.replace("Koordinierungsstelle", "Beratungsstelle"),
                content.replace("2030-12-31", "2030-11-30"),
                content(Api.programme("60000.00", "[]"), space, "4000.00"))) {
            String id = post("supplier", "applications", other)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");

            step("supplier", id, "submission", "{}").then().statusCode(200).body("submission.repeats", nullValue());
        }
    }

    @Test
    void whatWasSentOnPurposeIsHandedInAgainAfterItsReturn() {
        String first = draft(programme, space, "4000.00");
        stepped("supplier", first, "submission", "{}");
        String second = draft(programme, space, "4000.00");
        stepped("supplier", second, "submission", repeats(first));
        stepped(
                "funding-officer",
                second,
                "return",
                "{\"items\":[{\"pointer\":\"/amounts\",\"reason\":\"x\"}],\"deadline\":\"" + Api.today() + "\"}");

        stepped("supplier", second, "submission", "{}");

        get("supplier", "applications/" + second).then().body("submission.repeats", equalTo(first));
    }

    @Test
    void aSubmissionNeedsNoBody() {
        for (String type : new String[] {null, "application/json"}) {
            String id = post(
                            "supplier",
                            "applications",
                            content(programme, space, "4000.00").replace("Koordinierungsstelle", Api.key("Stelle")))
                    .path("id");
            var request = Api.as("supplier").header("If-Match", "*");
            if (type != null) {
                request.contentType(type);
            }

            request.post("/v1/applications/" + id + "/submission").then().statusCode(200);
        }
    }

    @Test
    void ofTwoAtOnceOneIsTheFirst() {
        List<String> drafts = Stream.generate(() -> draft(programme, space, "4000.00"))
                .limit(8)
                .toList();

        List<Integer> answers = drafts.parallelStream()
                .map(id -> step("supplier", id, "submission", "{}").statusCode())
                .toList();

        assertThat(answers)
                .containsOnlyOnce(200)
                .filteredOn(each -> each == 409)
                .hasSize(7);
    }

    @Test
    void anOfficialSeesOthersForTheSameSpaceWithinTheOwnAreaOnly() throws Exception {
        String elsewhere = Officials.elsewhere("funding-officer");
        String there = Api.space("99002");
        String both = content(programme, space, "4000.00").replace("[\"" + space, "[\"" + there + "\",\"" + space);
        String shown = post("supplier", "applications", both).path("id");
        stepped("supplier", shown, "submission", "{}");
        String hidden = Api.submitted(programme, space, "4000.00");
        String seen = Api.submitted(programme, there, "4000.00");

        get("funding-officer", "applications/" + shown).then().body("cumulation.application", contains(seen, hidden));
        get(elsewhere, "applications/" + shown).then().body("cumulation.application", contains(seen));
        get(elsewhere, "applications/" + seen).then().body("cumulation.application", contains(shown));
        get("funding-officer", "applications/" + Api.submitted(programme, Api.space("99001001"), "1.00"))
                .then()
                .body("cumulation", empty());
    }

    private static String repeats(String id) {
        return "{\"repeats\":\"" + id + "\"}";
    }
}
