package de.quartierwerk.funding;

import static io.restassured.RestAssured.given;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.servers.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** The calls of a client, for tests. */
public final class Api {

    private Api() {}

    /**
     * The day on which bodies meet and agreements are signed, in the service's time zone; tests may run over midnight.
     */
    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Berlin"));
    }

    /** A key of its own, so that tests share one database without meeting. */
    public static String key(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** A request of this local user, or without a token. */
    public static RequestSpecification as(String user) {
        RequestSpecification request = given().header("Accept-Language", "en");
        return user == null ? request : request.auth().oauth2(Tokens.of(user));
    }

    /** Reads. */
    public static Response get(String user, String path) {
        return as(user).get("/v1/" + path);
    }

    /** Writes without a precondition. */
    public static Response put(String user, String path, String body) {
        return as(user).contentType("application/json").body(body).put("/v1/" + path);
    }

    /** Writes what was read before. */
    public static Response change(String user, String path, String etag, String body) {
        return as(user).contentType("application/json")
                .header("If-Match", etag)
                .body(body)
                .put("/v1/" + path);
    }

    /** Posts without a precondition. */
    public static Response post(String user, String path, String body) {
        return as(user).contentType("application/json").body(body).post("/v1/" + path);
    }

    /** Takes a step of an application with the precondition that it is as it is now. */
    public static Response step(String user, String id, String step, String body) {
        String etag = get("admin", "applications/" + id).header("ETag");
        return as(user).contentType("application/json")
                .header("If-Match", etag)
                .body(body)
                .post("/v1/applications/" + id + "/" + step);
    }

    /** The answer of a step that must succeed. */
    public static JsonPath stepped(String user, String id, String step, String body) {
        Response answer = step(user, id, step, body);
        if (answer.statusCode() != 200) {
            throw new AssertionError(step + ": " + answer.statusCode() + " " + answer.asString());
        }
        return answer.jsonPath();
    }

    /** Lets the registry say that a space is there. */
    public static String space(String parent) {
        String key = key("s");
        space(key, parent);
        return key;
    }

    /** Lets the registry say that a space of this key is there. */
    public static void space(String key, String parent) {
        List<String> path = parent.startsWith("9900") && parent.length() > 5
                ? List.of(parent.substring(0, 5), parent, key)
                : List.of(parent, key);
        TestEvents.send(
                Topics.SOCIAL_SPACE,
                key,
                EventTypes.SPACE_CREATED,
                key,
                1,
                new SocialSpace(
                        key, key, "social-space", parent, path, LocalDate.of(2012, 1, 1), null, null, null, null, 1));
    }

    /** Actors of the local users supplier and supplier2, whatever other tests have made of them. */
    public static void applicants() {
        for (String key : List.of("verband-a", "verband-b")) {
            if (get("planner", "stakeholders/" + key).statusCode() == 404) {
                put(
                                "planner",
                                "stakeholders/" + key,
                                "{\"name\":\"" + key + "\",\"kind\":\"welfare-association\",\"published\":true}")
                        .then()
                        .statusCode(201);
            }
        }
    }

    /** A programme with a budget line of this amount for 2030. */
    public static String programme(String planned, String criteria) {
        String line = key("line");
        put("funding-officer", "budget-lines/" + line, """
                        {"name":"Zuschüsse","product":"950170","account":"531860",
                         "years":[{"year":2030,"planned":{"amount":"%s","currency":"EUR"}}]}""".formatted(planned))
                .then()
                .statusCode(201);
        String programme = key("programme");
        put(
                        "funding-officer",
                        "programmes/" + programme,
                        "{\"name\":\"Quartier\",\"budgetLine\":\"" + line + "\",\"criteria\":" + criteria + "}")
                .then()
                .statusCode(201);
        return programme;
    }

    /** What is applied for. */
    public static String content(String programme, String space, String amount) {
        return """
               {"programme":"%s","title":"Koordinierungsstelle","purpose":"Beratung von Familien",
                "spaces":["%s"],"needs":["HF3"],"period":{"from":"2030-01-01","to":"2030-12-31"},
                "amounts":[{"year":2030,"amount":{"amount":"%s","currency":"EUR"}}]}""".formatted(programme, space, amount);
    }

    /** The id of a new draft of supplier. */
    public static String draft(String programme, String space, String amount) {
        return post("supplier", "applications", content(programme, space, amount))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The id of an application that supplier has handed in, with a title of its own. */
    public static String submitted(String programme, String space, String amount) {
        String own = content(programme, space, amount).replace("Koordinierungsstelle", key("Koordinierungsstelle"));
        String id = post("supplier", "applications", own)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        stepped("supplier", id, "submission", "{}");
        return id;
    }

    /** The id of an application that waits for its decision. */
    public static String consulted(String programme, String space, String amount) {
        String id = submitted(programme, space, amount);
        stepped("funding-officer", id, "assessment", "{\"recommendation\":\"grant\"}");
        stepped("clerk", id, "consultations", consultation());
        return id;
    }

    /** The advice of the specialist committee. */
    public static String consultation() {
        return "{\"body\":\"specialist-committee\",\"heldOn\":\"" + today() + "\",\"result\":\"recommended\"}";
    }

    /** The main committee grants what was applied for. */
    public static String grant() {
        return """
                {"body":"main-committee","decidedOn":"%s","result":"granted","paperNumber":"2024/0123",
                 "votes":{"unanimous":false,"yes":12,"no":3,"abstained":1,"excluded":1},"legalBasis":"§ 10"}""".formatted(today());
    }

    /** What binds the recipient. */
    public static String agreement() {
        return "{\"kind\":\"agreement\",\"number\":\"ZV-1\",\"signedOn\":\"" + today() + "\"}";
    }

    /** The id of a grant that was agreed. */
    public static String agreed(String programme, String space, String amount) {
        String id = consulted(programme, space, amount);
        stepped("clerk", id, "decision", grant());
        stepped("funding-officer", id, "agreement", agreement());
        return id;
    }
}
