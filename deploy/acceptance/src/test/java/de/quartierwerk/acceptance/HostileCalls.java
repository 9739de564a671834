package de.quartierwerk.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.demonstration.load.PlatformClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;

/** Calls that carry the free texts which no other test of this module sends. */
final class HostileCalls {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PlatformClient client;

    HostileCalls(PlatformClient client) {
        this.client = client;
    }

    void make() {
        put("planner", "/registry/v1/levels/hostile", """
                {"name":"Ebene","rank":70,"sizeRecommendation":{"from":1,"to":2,"text":"Einzugsbereich"}}""");
        put("planner", "/registry/v1/spaces/99001001-98", """
                {"level":"social-space","name":"Rand","parent":"99001001","validFrom":"2091-01-01",
                 "links":[{"href":"https://www.example.org/rand","title":"Seite"}]}""");
        put("steward", "/ingestion/v1/indicators/hostile", """
                {"name":"Probe","unit":"persons","kind":"count","references":["Handbuch"]}""");
        put("steward", "/ingestion/v1/inventory/hostile", """
                {"title":"Untersuchung","holder":"Amt","granularity":"social-space","state":"promised","area":"99001"}""");
        put("planner", "/funding/v1/stakeholders/hostile", """
                {"name":"Träger","kind":"network","published":true,"spaces":["99001001-01"]}""");
        put("planner", "/funding/v1/offers/hostile", """
                {"stakeholder":"hostile","name":"Treff","published":true,"spaces":["99001001-01"]}""");
        put("funding-officer", "/funding/v1/programmes/hostile", """
                {"name":"Programm","budgetLine":"wohlfahrt","guideline":"1. Zweck",
                 "criteria":[{"code":"quality","title":"Gute Arbeit","kind":"judged"}],
                 "transition":{"until":"2099-12-31","text":"Laufendes wird zu Ende gefördert."}}""");
        put("funding-officer", "/funding/v1/papers/hostile", """
                {"kind":"proposal","title":"Vorlage","originator":"Verwaltung",
                 "matters":[{"matter":"posts"}],"parts":{"facts":"a","law":"b","finance":"c",
                 "staff":"d","climate":"e","inclusion":"f","social":"g"}}""");
        String content = """
                {"programme":"quartiersfonds","applicant":"verband-a","title":"Antrag",
                 "costs":[{"item":"Miete","amount":{"amount":"1.00","currency":"EUR"}}],"goals":[{"outcome":"Mehr"}],
                 "otherGrants":[{"giver":"Land","amount":{"amount":"1.00","currency":"EUR"}}],
                 "onBehalf":{"receivedOn":"2026-01-02","reason":"kam per Post"}}""";
        String application = client.post("/funding/v1/applications", "funding-officer", tree(content))
                .orFail()
                .json()
                .get("id")
                .asText();
        put("funding-officer", "/funding/v1/applications/" + application, content);
    }

    /** Also where it is there, on a platform that ran before. */
    private void put(String user, String path, String body) {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        Answer there = client.get(path, user);
        if (there.status() == 200) {
            there.header("ETag").ifPresent(tag -> headers.put("If-Match", tag));
        }
        client.send("PUT", path, user, headers, BodyPublishers.ofString(body)).orFail();
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
