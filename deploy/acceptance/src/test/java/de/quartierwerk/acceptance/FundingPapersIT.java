package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.demonstration.load.PlatformClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A paper from the draft to the report back, and a body that changes by two people. */
@Order(54)
@ExtendWith(PlatformExtension.class)
class FundingPapersIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROOT = "/funding/v1/";

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));
    private final Acceptance acceptance;
    private final PlatformClient client;

    FundingPapersIT(Acceptance acceptance) {
        this.acceptance = acceptance;
        this.client = acceptance.hostileClient();
    }

    @BeforeEach
    void load() {
        acceptance.demonstration();
    }

    @Test
    void paper_isDecidedAndReportedBack() {
        String paper = "papers/ACC%2F0233";
        send("PUT", "clerk", paper, null, """
                {"kind":"proposal","title":"Sozialplanung","originator":"Verwaltung",
                 "matters":[{"matter":"budget","amount":{"amount":"106000.00","currency":"EUR"}},{"matter":"posts"}],
                 "drafts":[{"key":"a","broughtInBy":"Verwaltung","text":"1,5 Stellen","result":"granted"}]}""");
        send("POST", "clerk", paper + "/consultations", "*", """
                {"body":"specialist-committee","heldOn":"%s","result":"recommended","votes":{"form":"unanimous"}}""".formatted(today));
        JsonNode decided = send("POST", "clerk", paper + "/decision", "*", """
                {"body":"council","decidedOn":"%s","votes":{"form":"counted","yes":30,"no":11}}""".formatted(today));
        String mandate = send("POST", "clerk", paper + "/mandates", null, """
                {"text":"Stellen ausschreiben","responsible":"Personal","due":"%s"}""".formatted(today.plusDays(30)))
                .get("id")
                .asText();
        send("PUT", "funding-officer", "mandates/" + mandate, "*", """
                {"state":"done","report":"Besetzt"}""");

        String page = client.send(
                        "GET",
                        ROOT + paper + "/document",
                        "auditor",
                        Map.of("Accept", "text/html"),
                        BodyPublishers.noBody())
                .orFail()
                .text();
        assertThat(page).contains("1,5 Stellen");
        assertThat(decided.at("/decision/result").asText()).isEqualTo("granted");
        assertThat(get("clerk", "mandates/" + mandate).get("state").asText()).isEqualTo("done");
        assertThat(get("auditor", "mandates?state=open").get("items")).isNotNull();
        assertThat(get("auditor", "papers").get("items")).isNotEmpty();
        assertThat(get("auditor", paper).at("/mandates/0/report").asText()).contains("Besetzt");
    }

    @Test
    void body_changesByTwoPeople() {
        send("PUT", "funding-officer", "bodies/acc-board", null, "{\"name\":\"Beirat\",\"kind\":\"committee\"}");
        send("POST", "funding-officer", "bodies/acc-board/changes", null, """
                {"votingMembers":[{"number":17}],"paperNumber":"2020/1","reason":"Wahlzeit"}""");
        send("POST", "clerk", "bodies/acc-board/changes/1/confirmation", null, "{}");

        assertThat(get("auditor", "bodies/acc-board/changes").get("items")).hasSize(1);
        assertThat(get("auditor", "bodies/acc-board")
                        .at("/votingMembers/0/number")
                        .asInt())
                .isEqualTo(17);
    }

    private JsonNode get(String user, String path) {
        return client.get(ROOT + path, user).orFail().json();
    }

    private JsonNode send(String method, String user, String path, String ifMatch, String body) {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        if (ifMatch != null) {
            headers.put("If-Match", ifMatch);
        }
        Answer answer = client.send(
                method,
                ROOT + path,
                user,
                headers,
                BodyPublishers.ofString(tree(body).toString()));
        return answer.orFail().json();
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
