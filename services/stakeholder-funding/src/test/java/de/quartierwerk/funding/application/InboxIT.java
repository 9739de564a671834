package de.quartierwerk.funding.application;

import static de.quartierwerk.funding.Api.get;
import static de.quartierwerk.funding.Api.stepped;
import static de.quartierwerk.funding.Api.today;
import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.funding.Api;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits for whom. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class InboxIT {

    private String id;

    @BeforeEach
    void prepare() {
        Api.applicants();
        id = Api.submitted(Api.programme("60000.00", "[]"), Api.space("99001001"), "50000.00");
    }

    @Test
    void aStepWaitsForThoseWhoMayTakeIt() {
        assertThat(waiting("funding-officer"))
                .extracting(item -> item.get("action"))
                .containsExactly("assessment");
        assertThat(waiting("clerk")).isEmpty();
        assertThat(waiting("supplier")).isEmpty();
        get("planner", "inbox").then().statusCode(403);

        stepped("funding-officer", id, "assessment", "{\"recommendation\":\"grant\"}");

        assertThat(waiting("funding-officer")).isEmpty();
        assertThat(waiting("clerk")).extracting(item -> item.get("action")).containsExactly("consultations");
    }

    @Test
    void whatWasGivenBackWaitsWithItsDeadlineAndAddress() {
        stepped("funding-officer", id, "return", """
                {"items":[{"pointer":"/costs","reason":"fehlt"}],"deadline":"%s"}""".formatted(today().plusDays(14)));

        Map<String, Object> item = waiting("supplier").get(0);

        assertThat(item)
                .containsEntry("action", "submission")
                .containsEntry("state", "RETURNED")
                .containsEntry("deadline", today().plusDays(14).toString())
                .containsEntry("address", "/funding/v1/applications/" + id);
        assertThat(waiting("supplier2")).isEmpty();
    }

    private List<Map<String, Object>> waiting(String user) {
        return get(user, "inbox?limit=1000").jsonPath().getList("items.findAll { it.application == '" + id + "' }");
    }
}
