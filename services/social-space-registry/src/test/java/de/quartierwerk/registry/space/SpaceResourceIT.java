package de.quartierwerk.registry.space;

import static de.quartierwerk.registry.RegistryClient.as;
import static de.quartierwerk.registry.RegistryClient.collection;
import static de.quartierwerk.registry.RegistryClient.feature;
import static de.quartierwerk.registry.RegistryClient.get;
import static de.quartierwerk.registry.RegistryClient.importFile;
import static de.quartierwerk.registry.RegistryClient.putLevel;
import static de.quartierwerk.registry.RegistryClient.putSpace;
import static de.quartierwerk.registry.RegistryClient.rectangle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.testing.StatementCounts;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class SpaceResourceIT {
    private static final String FROM_2020 = "\"validFrom\":\"2020-01-01\"";

    /** A district with two municipalities, the first with two spaces of which the second has no boundary. */
    @BeforeEach
    void region() {
        putLevel("space", 40);
        importFile("planner", "id;name\n99014;Anderer Kreis\n", options("district", ""));
        importFile(
                "planner", collection(feature("99010", "Kreis", rectangle(6, 50, 6.4, 50.2))), options("district", ""));
        importFile(
                "planner",
                collection(
                        feature("99010001", "Eins", rectangle(6, 50, 6.2, 50.2)),
                        feature("99010002", "Zwei", rectangle(6.2, 50, 6.4, 50.2))),
                options("municipality", ",\"parent\":{\"prefixOfKey\":5}"));
        importFile(
                "planner",
                collection(feature("99010001-91", "=Nord", rectangle(6, 50.1, 6.2, 50.2))),
                options("space", ",\"parent\":{\"prefixOfKey\":8}"));
        importFile(
                        "planner",
                        "id;name;parent\n99010001-92;Süd;99010001\n",
                        options("space", ",\"parent\":{\"property\":\"parent\"}"))
                .statusCode(200);
    }

    @Test
    void showsOneSpace() {
        get("spaces/99010001-91")
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("key", equalTo("99010001-91"))
                .body("name", equalTo("=Nord"))
                .body("level", equalTo("space"))
                .body("parent", equalTo("99010001"))
                .body("validFrom", equalTo("2020-01-01"))
                .body("validTo", nullValue())
                .body("centroid.lon.toDouble()", closeTo(6.1, 1e-4))
                .body("centroid.lat.toDouble()", closeTo(50.15, 1e-3))
                .body("areaSquareMetres.toDouble()", closeTo(159_100_000, 500_000))
                .body("attributes.size()", equalTo(0));
        get("spaces/99010001-92").body("areaSquareMetres", nullValue()).body("centroid", nullValue());
        get("spaces/99010001-91?asOf=2019-12-31").statusCode(404).body("code", equalTo("space.unknown"));
        get("spaces/nobody").statusCode(404);
        get("spaces/{key}", "a b").statusCode(400).body("code", equalTo("key.malformed"));
        get("spaces/99010001-91?asOf=31.12.2019").statusCode(400).body("code", equalTo("parameter.wrong-type"));
    }

    @Test
    void keepsShortNameAndLinksAndShowsOfficialKeysAndALabel() {
        String body = "{\"name\":\"Musterstadt\",\"shortName\":\" Muster \",\"level\":\"municipality\","
                + "\"links\":[{\"href\":\"https://www.example.org/\",\"title\":\"Stadt\"}],\"attributes\":{\"ars\":\"990110000031\"},"
                + "\"validFrom\":\"2020-01-01\",\"geometry\":" + rectangle(6, 51, 6.1, 51.1) + "}";
        putSpace("planner", "99011031", null, body).statusCode(201);
        String tag = putSpace("planner", "99011031", null, body)
                .statusCode(200)
                .extract()
                .header("ETag");

        get("spaces/99011031")
                .body("shortName", equalTo("Muster"))
                .body("links[0].href", equalTo("https://www.example.org/"))
                .body("links[0].title", equalTo("Stadt"))
                .body("ars", equalTo("990110000031"))
                .body("ags", equalTo("99011031"))
                .body("labelPoint.lon.toDouble()", closeTo(6.05, 0.05))
                .body("labelPoint.lat.toDouble()", closeTo(51.05, 0.05));
        get("spaces?level=municipality&q=muster").body("items.key", hasItem("99011031"));
        importFile("planner", "id;name\n99011031;Musterstadt", options("municipality", ""))
                .body("counts.unchanged", equalTo(1));
        importFile(
                        "planner",
                        "id;name\n99011031;Neustadt",
                        "{\"keyProperty\":\"id\",\"level\":\"municipality\",\"validFrom\":\"2021-01-01\"}")
                .body("counts.updated", equalTo(1));
        get("spaces/99011031")
                .body("name", equalTo("Neustadt"))
                .body("shortName", equalTo("Muster"))
                .body("links.href", contains("https://www.example.org/"))
                .body("labelPoint.lon.toDouble()", closeTo(6.05, 0.05));

        putSpace("planner", "99011031", tag, body.replace("https:", "javascript:"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/links/0/href"));
    }

    @Test
    void answersUnchangedSpacesWithoutABody() {
        String tag = get("spaces/99010001-91").extract().header("ETag");

        as(null).header("If-None-Match", tag).get("spaces/99010001-91").then().statusCode(304);
    }

    @Test
    void listsByLevelParentDayTextAndBox() {
        get("spaces?level=municipality&parent=99010").body("items.key", contains("99010001", "99010002"));
        get("spaces?level=space&q=nOrD").body("items.key", hasItem("99010001-91"));
        get("spaces?q=99010001-").body("items.key", hasItems("99010001-91", "99010001-92"));
        get("spaces?q={q}", "%").body("items.size()", equalTo(0));
        get("spaces?level=municipality&asOf=2019-12-31&parent=99010").body("items.size()", equalTo(0));
        get("spaces?level=municipality&bbox=6.25,50.05,6.3,50.06").body("items.key", contains("99010002"));
        get("spaces?level=municipality&bbox=5,40,5.5,41").body("items.size()", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource({
        "spaces?level=never-heard-of, level.unknown",
        "spaces?parent=never-heard-of, space.unknown",
        "spaces?level=municipality&parent=never-heard-of, space.unknown",
        "spaces/locate?lon=6.1&lat=50.15&level=never-heard-of, level.unknown"
    })
    void saysWhichFilterNamesNothing(String path, String code) {
        for (String type : new String[] {"application/json", "text/csv", "application/geo+json"}) {
            if (!path.contains("locate") || type.equals("application/json")) {
                as(null).accept(type).get(path).then().statusCode(404).body("code", equalTo(code));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"'1,2,3'", "'a,1,2,3'", "'7,50,6,51'", "'NaN,1,2,3'"})
    void refusesMalformedBoxes(String box) {
        get("spaces?bbox={box}", box).statusCode(400).body("code", equalTo("space.bbox-malformed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"crs=EPSG:25833", "recordedAt=2020-01-01", "foo=1"})
    void refusesParametersThatItDoesNotKnow(String parameter) {
        get("spaces?" + parameter)
                .statusCode(400)
                .body("code", equalTo("parameter.unknown"))
                .body("errors[0].pointer", equalTo(parameter.substring(0, parameter.indexOf('='))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spaces",
                "levels",
                "quality",
                "imports/4b1c4f0e-4a9f-4b5e-9a57-0d8a2d0c7d11/findings",
                "imports/4b1c4f0e-4a9f-4b5e-9a57-0d8a2d0c7d11/changes"
            })
    void refusesFormsThatListsDoNotHave(String list) {
        for (String form : List.of("text/html", "application/xml", "image/png")) {
            as(null).accept(form).get(list).then().statusCode(406);
        }
    }

    @Test
    void pagesWithLinks() {
        var first = get("spaces?level=municipality&parent=99010&limit=1")
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .body("items.key", contains("99010001"));

        get("spaces?level=municipality&parent=99010&limit=1&cursor="
                        + first.extract().path("next"))
                .body("items.key", contains("99010002"))
                .body("next", nullValue());
        as(null).accept("text/csv")
                .get("spaces?level=municipality&parent=99010&limit=1")
                .then()
                .header("Link", containsString("cursor="));
        get("spaces?limit=1001").statusCode(400).body("code", equalTo("page.limit-out-of-range"));
        get("spaces?cursor=x").statusCode(400).body("code", equalTo("page.cursor-malformed"));
    }

    @Test
    void writesTablesThatAreHarmless() {
        String table = as(null).accept("text/csv")
                .get("spaces?parent=99010001")
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .extract()
                .asString();

        assertThat(table.lines())
                .hasSize(3)
                .first()
                .isEqualTo(
                        "key;name;level;parent;validFrom;validTo;areaSquareMetres;lon;lat;attributes;shortName;ars;ags");
        assertThat(table.lines().skip(1))
                .anyMatch(line -> line.startsWith("99010001-91;'=Nord;space;99010001;2020-01-01;;159"))
                .anyMatch(line -> line.startsWith("99010001-92;Süd;space;99010001;2020-01-01;;;;;"));
    }

    @Test
    void writesGeoJson() {
        as(null).accept("application/geo+json")
                .get("spaces?parent=99010001")
                .then()
                .statusCode(200)
                .contentType(containsString("application/geo+json"))
                .body("type", equalTo("FeatureCollection"))
                .body("features.id", contains("99010001-91", "99010001-92"))
                .body("features[0].geometry.type", equalTo("Polygon"))
                .body("features[0].geometry.coordinates[0].size()", equalTo(5))
                .body("features[0].properties.name", equalTo("=Nord"))
                .body("features[1].geometry", nullValue());
        as(null).accept("application/geo+json")
                .get("spaces/99010002")
                .then()
                .statusCode(200)
                .body("type", equalTo("Feature"))
                .body("properties.key", equalTo("99010002"));
    }

    @Test
    void locatesPositions() {
        get("spaces/locate?lon=6.1&lat=50.15&level=space").statusCode(200).body("key", equalTo("99010001-91"));
        get("spaces/locate?lon=6.1&lat=50.15").statusCode(200).body("key", equalTo("99010001-91"));
        get("spaces/locate?lon=6.3&lat=50.15").statusCode(200).body("key", equalTo("99010002"));
        get("spaces/locate?lon=6.3&lat=50.15&level=district").statusCode(200).body("key", equalTo("99010"));
        get("spaces/locate?lon=6.1&lat=50.15&asOf=2019-12-31").statusCode(404).body("code", equalTo("space.none-here"));
        get("spaces/locate?lon=6.1").statusCode(400).body("errors[0].pointer", equalTo("lat"));
        get("spaces/locate?lon=200&lat=50").statusCode(400).body("code", equalTo("space.degrees-out-of-range"));
        get("spaces/locate?lon=x&lat=50").statusCode(400);
    }

    @Test
    void changesOneSpaceOnlyWithItsETag() {
        putSpace("planner", "99010009", null, municipality("Neun", "99014")).statusCode(201);
        String tag = get("spaces/99010009").extract().header("ETag");

        putSpace("planner", "99010009", null, municipality("Neun", "99014")).statusCode(200);
        putSpace("planner", "99010009", null, municipality("Neu", "99014"))
                .statusCode(428)
                .body("code", equalTo("precondition.required"));
        String changed = putSpace("planner", "99010009", tag, municipality("Neu", "99014"))
                .statusCode(200)
                .body("name", equalTo("Neu"))
                .extract()
                .header("ETag");
        putSpace("planner", "99010009", tag, municipality("Neuer", "99014")).statusCode(412);

        assertThat(changed).isNotEqualTo(tag);
        get("spaces/99010009").body("name", equalTo("Neu")).header("ETag", equalTo(changed));
        assertThat(events("99010009"))
                .extracting(TestEvents.Sent::type)
                .containsExactly(EventTypes.SPACE_CREATED, EventTypes.SPACE_CHANGED);
        as("auditor")
                .get("audit?subject=spaces/99010009")
                .then()
                .body("items.action", hasItems("space-created", "space-changed"));
    }

    @Test
    void takesTheTagOfTheSpaceThatWasRead() {
        putSpace("planner", "99010003", "\"1\"", municipality("Drei", "99014")).statusCode(412);
        String tag = putSpace("planner", "99010003", null, municipality("Drei", "99014"))
                .statusCode(201)
                .header("Location", containsString("/registry/v1/spaces/99010003"))
                .extract()
                .header("ETag");
        String earlier = "{\"name\":\"Früher\",\"level\":\"municipality\",\"validFrom\":\"2010-01-01\"}";

        putSpace("planner", "99010003", "\"1\"", municipality("Drei", "99014")).statusCode(412);
        putSpace("planner", "99010003", "\"1\"", earlier).statusCode(412);
        putSpace("planner", "99010003", tag, earlier).statusCode(201);

        get("spaces/99010003?asOf=2019-12-31").body("name", equalTo("Früher")).body("validTo", equalTo("2019-12-31"));
        get("spaces/99010003").header("ETag", equalTo(tag));
    }

    @Test
    void takesBackWhatItShowed() {
        putSpace("planner", "99010008", null, municipality("Acht", "99014")).statusCode(201);
        var shown = get("spaces/99010008");
        String body = shown.extract().asString().replace("Acht", "Achtundachtzig");

        putSpace("planner", "99010008", shown.extract().header("ETag"), body)
                .statusCode(200)
                .body("name", equalTo("Achtundachtzig"));
    }

    @Test
    void beginsANewSpanOfValidity() {
        putSpace("planner", "99010007", null, municipality("Alt", "99014")).statusCode(201);
        String tag = get("spaces/99010007").extract().header("ETag");

        putSpace("planner", "99010007", tag, "{\"name\":\"Jung\",\"parent\":\"99014\",\"validFrom\":\"2022-07-01\"}")
                .statusCode(200)
                .body("validFrom", equalTo("2022-07-01"));

        get("spaces/99010007?asOf=2022-06-30").body("name", equalTo("Alt")).body("validTo", equalTo("2022-06-30"));
        get("spaces/99010007").body("name", equalTo("Jung")).body("validTo", nullValue());
        assertThat(events("99010007"))
                .extracting(event -> event.type() + " "
                        + event.data().path("validFrom").asText() + " "
                        + event.data().path("validTo").asText())
                .containsExactly(
                        EventTypes.SPACE_CREATED + " 2020-01-01 null",
                        EventTypes.SPACE_CHANGED + " 2020-01-01 2022-06-30",
                        EventTypes.SPACE_CREATED + " 2022-07-01 null");
    }

    @Test
    void hangsDescendantsUnderTheNewParent() {
        putSpace("planner", "99013", null, "{\"name\":\"K\",\"level\":\"district\"," + FROM_2020 + "}");
        putSpace("planner", "99013001", null, municipality("M", "99013")).statusCode(201);
        putSpace(
                "planner",
                "99013001-01",
                null,
                "{\"name\":\"R\",\"level\":\"space\",\"parent\":\"99013001\"," + FROM_2020 + "}");
        String tag = get("spaces/99013001").extract().header("ETag");

        putSpace("planner", "99013001", tag, municipality("M", "99014")).statusCode(200);

        List<TestEvents.Sent> events = events("99013001-01");
        assertThat(events.get(events.size() - 1).data().path("path").toString())
                .isEqualTo("[\"99014\",\"99013001\",\"99013001-01\"]");
    }

    @Test
    void givesABoundaryThatEventsCarrySimplified() {
        putSpace(
                        "planner",
                        "99010006",
                        null,
                        "{\"name\":\"Sechs\",\"level\":\"municipality\",\"parent\":\"99014\"," + FROM_2020
                                + ",\"attributes\":{\"type\":\"Stadt\",\"size\":3},\"geometry\":"
                                + rectangle(6.4, 50, 6.5, 50.2) + "}")
                .statusCode(201)
                .body("attributes.size", equalTo(3));

        get("spaces/locate?lon=6.45&lat=50.1&level=municipality").body("key", equalTo("99010006"));
        TestEvents.Sent event = events("99010006").get(0);
        assertThat(event.data().at("/boundary/type").asText()).isEqualTo("Polygon");
        assertThat(event.data().at("/attributes/size").asText()).isEqualTo("3");
        assertThat(event.data().path("areaSquareMetres").isNumber()).isTrue();
    }

    @Test
    void endsSpacesThatHaveNoChildren() {
        String tag = get("spaces/99010001").extract().header("ETag");
        putSpace("planner", "99010001", tag, "{\"name\":\"Eins\",\"parent\":\"99010\",\"validTo\":\"2023-12-31\"}")
                .statusCode(409)
                .body("code", equalTo("space.has-children"));

        putSpace("planner", "99010005", null, municipality("Fünf", "99014")).statusCode(201);
        String own = get("spaces/99010005").extract().header("ETag");
        putSpace("planner", "99010005", own, "{\"name\":\"Fünf\",\"parent\":\"99014\",\"validTo\":\"2023-12-31\"}")
                .statusCode(200);
        get("spaces/99010005").statusCode(404);
        get("spaces/99010005?asOf=2023-12-31").statusCode(200);
    }

    @Test
    void municipalPlannersWriteInTheirOwnAreaOnly() {
        String from2006 = "\"validFrom\":\"2006-01-01\"}";
        importFile("planner", "key;name;parent\n99001;Kreis;\n", "{\"level\":\"district\"," + from2006);
        importFile(
                "planner",
                "key;name;parent\n99001001;Eins;99001\n99001002;Zwei;99001\n",
                "{\"level\":\"municipality\"," + from2006);
        String space = "{\"name\":\"Drei\",\"level\":\"space\",\"parent\":\"%s\"," + FROM_2020 + "}";

        putSpace("municipal-planner", "99001001-93", null, space.formatted("99001001"))
                .statusCode(201);
        putSpace("municipal-planner", "99001002-03", null, space.formatted("99001002"))
                .statusCode(403)
                .body("code", equalTo("area.forbidden"));
        putSpace("planner-elsewhere", "99001001-94", null, space.formatted("99001001"))
                .statusCode(403);
        String tag = get("spaces/99001002").extract().header("ETag");
        putSpace("municipal-planner", "99001002", tag, municipality("Geraubt", "99001"))
                .statusCode(403);
        get("spaces/99001002-03").statusCode(404);
        get("spaces/99001002").body("name", equalTo("Zwei"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"x\",\"level\":\"nope\"} | 422 | /level | level.unknown",
                "{\"name\":\"x\"} | 422 | /level | space.level-missing",
                "{\"name\":\"x\",\"level\":\"space\",\"parent\":\"nobody\"} | 422 | /parent | parent-unknown",
                "{\"name\":\"x\",\"level\":\"space\",\"parent\":\"bad\"} | 422 | /parent | parent-self",
                "{\"name\":\"x\",\"level\":\"space\",\"attributes\":{\"consistsOf\":\"nobody\"}} | 422"
                        + " | /attributes/consistsOf | consists-of-unknown",
                "{\"name\":\"x\",\"level\":\"space\",\"attributes\":{\"consistsOf\":\"bad\"}} | 422"
                        + " | /attributes/consistsOf | consists-of-circle",
                "{\"name\":\"x\",\"level\":\"district\",\"parent\":\"99010\"} | 422 | /parent | parent-not-larger",
                "{\"name\":\"x\",\"level\":\"space\",\"key\":\"other\"} | 422 | /key | space.key-differs",
                "{\"name\":\"x\",\"level\":\"space\",\"attributes\":[1]} | 422 | /attributes | space.attributes-no-object",
                "{\"name\":\"x\",\"level\":\"space\",\"validFrom\":\"2024-01-02\",\"validTo\":\"2024-01-01\"} | 422"
                        + " | /validTo | space.validity-reversed",
                "{\"name\":\"x\",\"level\":\"space\",\"geometry\":{\"type\":\"Point\"}} | 422 | /geometry | geometry-type",
                "{\"name\":\"x\",\"level\":\"space\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                        + "[[[-180,-90],[180,-90],[180,90],[-180,90],[-180,-90]]]}} | 422 | /geometry | geometry-too-wide",
                "{\"name\":\"x\",\"level\":\"space\",\"validFrom\":\"yesterday\"} | 400 | /validFrom | json.wrong-type",
                "{\"name\":\"x\",\"level\":\"space\",\"population\":7} | 400 | /population | json.unknown-field"
            })
    void namesWhatIsWrong(String body, int status, String pointer, String code) {
        putSpace("planner", "bad", null, body)
                .statusCode(status)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code))
                .body("errors[0].message", notNullValue());
        get("spaces/bad").statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"application/json, 3", "text/csv, 3", "application/geo+json, 4"})
    void listsWithTheSameStatementsWhateverTheLength(String type, int statements) {
        String list = "spaces?level=municipality&parent=99010&limit=";

        int one = StatementCounts.of(as(null).accept(type).get(list + 1));
        int many = StatementCounts.of(as(null).accept(type).get(list + 1000));

        assertThat(many).isEqualTo(one).isEqualTo(statements);
    }

    private static String municipality(String name, String parent) {
        return "{\"name\":\"" + name + "\",\"level\":\"municipality\",\"parent\":\"" + parent + "\"," + FROM_2020 + "}";
    }

    private static String options(String level, String more) {
        return "{\"level\":\"" + level + "\",\"keyProperty\":\"id\"," + FROM_2020 + more + "}";
    }

    /** Single events of a space, in their order. */
    private static List<TestEvents.Sent> events(String key) {
        List<TestEvents.Sent> created = TestEvents.received(Topics.SOCIAL_SPACE, EventTypes.SPACE_CREATED);
        List<TestEvents.Sent> changed = TestEvents.received(Topics.SOCIAL_SPACE, EventTypes.SPACE_CHANGED);
        return Stream.concat(created.stream(), changed.stream())
                .filter(event -> event.key().equals(key))
                .sorted(Comparator.comparing((TestEvents.Sent event) -> event.version())
                        .thenComparing(event -> event.data().path("validFrom").asText()))
                .toList();
    }
}
