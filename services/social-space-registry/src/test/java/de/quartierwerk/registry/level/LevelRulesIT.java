package de.quartierwerk.registry.level;

import static de.quartierwerk.registry.RegistryClient.as;
import static de.quartierwerk.registry.RegistryClient.get;
import static de.quartierwerk.registry.RegistryClient.importFile;
import static de.quartierwerk.registry.RegistryClient.putLevel;
import static de.quartierwerk.registry.RegistryClient.putSpace;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a level says of its spaces. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class LevelRulesIT {
    private static final String RULES = """
            {"name":"Quartier","rank":45,"keyPattern":"rule-[0-9]{2}","covers":false,
             "attributes":[{"name":"dwellings","type":"integer","title":"Wohnungen","required":true},
                {"name":"rent","type":"decimal","unit":"EUR/m²"},{"name":"since","type":"date"},
                {"name":"protected","type":"boolean"},{"name":"note","type":"text"}],
             "sizeRecommendation":{"from":10000,"to":15000,"text":"Beratungsstelle"}}
            """;

    @Test
    void areShownAndStayTheSameVersion() {
        put("rules-shown", RULES).statusCode(201).body("version", equalTo(1));
        put("rules-shown", RULES).statusCode(200).body("version", equalTo(1));

        get("levels/rules-shown")
                .body("keyPattern", equalTo("rule-[0-9]{2}"))
                .body("hierarchy", equalTo("social"))
                .body("covers", equalTo(false))
                .body("attributes.name", contains("dwellings", "rent", "since", "protected", "note"))
                .body("attributes.type", contains("integer", "decimal", "date", "boolean", "text"))
                .body("sizeRecommendation.to", equalTo(15000));
        put("rules-shown", as(null).get("levels/rules-shown").asString())
                .statusCode(200)
                .body("version", equalTo(1));
        get("levels/district").body("hierarchy", equalTo("administrative")).body("covers", equalTo(true));
        put("rules-shown", "{\"name\":\"Quartier\",\"rank\":45}")
                .body("version", equalTo(2))
                .body("keyPattern", nullValue())
                .body("covers", equalTo(true));
    }

    @Test
    void areCheckedOnImport() {
        put("rules-import", RULES.replace("rule-", "import-"));

        importFile("planner", """
                        key;name;dwellings;rent;since;protected;note;free
                        import-01;A;12;7,50;2020-12-31;ja;17;1
                        import-2;B;12;;;;;
                        import-03;C;12,5;x;31.12.2020;vielleicht;;
                        import-04;D;;;;;;
                        """, options("rules-import"))
                .body("counts.created", equalTo(1))
                .body("findings.row", contains(3, 4, 4, 4, 4, 5))
                .body(
                        "findings.code",
                        contains(
                                "key-pattern-differs",
                                "attribute-type",
                                "attribute-type",
                                "attribute-type",
                                "attribute-type",
                                "attribute-missing"))
                .body("findings[0].message", containsString("import-[0-9]{2}"))
                .body("findings[1].value", equalTo("12,5"))
                .body("findings[5].message", containsString("dwellings"));

        get("spaces/import-01")
                .body("attributes.dwellings", equalTo(12))
                .body("attributes.rent", equalTo(7.50f))
                .body("attributes.since", equalTo("2020-12-31"))
                .body("attributes.protected", equalTo(true))
                .body("attributes.note", equalTo("17"))
                .body("attributes.free", equalTo("1"));
        importFile("planner", "key;name\nimport-01;A", options("rules-import")).body("counts.unchanged", equalTo(1));
    }

    @Test
    void areCheckedOnSingleChanges() {
        put("rules-single", RULES.replace("rule-", "single-"));

        String body = "{\"name\":\"A\",\"level\":\"rules-single\",\"attributes\":{\"dwellings\":%s}}";
        putSpace("planner", "single-01", null, body.formatted("\"12\"")).statusCode(201);
        get("spaces/single-01").body("attributes.dwellings", equalTo(12));
        putSpace("planner", "single-1", null, body.formatted("1.5"))
                .statusCode(422)
                .body("errors.pointer", contains("/key", "/attributes/dwellings"))
                .body("errors.code", contains("key-pattern-differs", "attribute-type"));
        putSpace("planner", "single-02", null, body.formatted("null"))
                .statusCode(422)
                .body("errors.code", contains("attribute-missing"));
    }

    @Test
    void keepHierarchiesApart() {
        put("rules-church", "{\"name\":\"Pfarrei\",\"rank\":30,\"hierarchy\":\"church\"}")
                .statusCode(201);
        putLevel("rules-quarter", 40);
        importFile("planner", "key;name\nchurch-1;St. Martin", options("rules-church"));

        importFile("planner", "key;name;parent\nchurch-2;Q;church-1", options("rules-quarter"))
                .body("counts.created", equalTo(0))
                .body("findings.code", contains("parent-other-hierarchy"));
        putSpace("planner", "church-2", null, "{\"name\":\"Q\",\"level\":\"rules-quarter\",\"parent\":\"church-1\"}")
                .statusCode(422)
                .body("errors.code", hasItem("parent-other-hierarchy"));
        putSpace("planner", "church-3", null, "{\"name\":\"D\",\"level\":\"district\",\"validFrom\":\"2020-01-01\"}")
                .statusCode(201);
        importFile("planner", "key;name;parent\nchurch-1;St. Martin;church-3", options("rules-church"))
                .body("counts.updated", equalTo(1));
        put("rules-block", "{\"name\":\"Block\",\"rank\":50,\"hierarchy\":\"church\"}");
        importFile("planner", "key;name;parent\nchurch-4;Block;church-1", options("rules-block"))
                .body("counts.created", equalTo(1));
        put("rules-block", "{\"name\":\"Block\",\"rank\":50,\"hierarchy\":\"social\"}")
                .statusCode(409)
                .body("code", equalTo("level.hierarchy-conflict"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"keyPattern\":\"[0-9\" | 422 | /keyPattern",
                "\"keyPattern\":\"(a)\\\\1\" | 422 | /keyPattern",
                "\"keyPattern\":\"(((((a{99}){99}){99}){99}){99}){99}\" | 422 | /keyPattern",
                "\"sizeRecommendation\":{\"from\":2,\"to\":1} | 422 | /sizeRecommendation",
                "\"sizeRecommendation\":{\"from\":-1,\"to\":1} | 400 | /sizeRecommendation/from",
                "\"attributes\":[{\"name\":\"a\",\"type\":\"text\"},{\"name\":\"a\",\"type\":\"date\"}] | 422 | /attributes/1/name",
                "\"attributes\":[{\"name\":\"a\",\"type\":\"colour\"}] | 400 | /attributes/0/type",
                "\"attributes\":[{\"name\":\"a\"}] | 400 | /attributes/0/type",
                "\"hierarchy\":\"a b\" | 400 | /hierarchy"
            })
    void namesWhatIsWrong(String member, int status, String pointer) {
        put("rules-wrong", "{\"name\":\"x\",\"rank\":1," + member + "}")
                .statusCode(status)
                .body("errors[0].pointer", equalTo(pointer));
        get("levels/rules-wrong").statusCode(404);
    }

    @Test
    void takesALevelBackWhileNoSpaceWasEverOnIt() {
        putLevel("rules-typo", 50).statusCode(201);
        putLevel("rules-typo", 51).body("version", equalTo(2));
        importFile("planner", "key;name\ntypo-1;A", "{\"level\":\"rules-typo\",\"dryRun\":true}");

        delete("planner-elsewhere", "rules-typo").statusCode(403);
        delete("auditor", "rules-typo").statusCode(403);
        delete(null, "rules-typo").statusCode(401);
        delete("planner", "rules-typo").statusCode(204);

        delete("planner", "rules-typo").statusCode(404);
        get("levels/rules-typo").statusCode(404);
        get("spaces?level=rules-typo").statusCode(404);
        putLevel("rules-typo", 52).statusCode(201).body("version", equalTo(4));
        importFile("planner", "key;name\ntypo-1;A", options("rules-typo")).statusCode(200);
        delete("planner", "rules-typo").statusCode(409).body("detail", containsString("1"));
    }

    private static ValidatableResponse put(String code, String body) {
        return as("planner")
                .contentType("application/json")
                .body(body)
                .put("levels/" + code)
                .then();
    }

    private static ValidatableResponse delete(String user, String code) {
        return as(user).delete("levels/" + code).then();
    }

    private static String options(String level) {
        return "{\"level\":\"" + level + "\",\"validFrom\":\"2020-01-01\"}";
    }
}
