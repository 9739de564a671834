package de.quartierwerk.registry.spaceimport;

import static de.quartierwerk.registry.RegistryClient.as;
import static de.quartierwerk.registry.RegistryClient.collection;
import static de.quartierwerk.registry.RegistryClient.counts;
import static de.quartierwerk.registry.RegistryClient.get;
import static de.quartierwerk.registry.RegistryClient.importFile;
import static de.quartierwerk.registry.RegistryClient.putLevel;
import static de.quartierwerk.registry.RegistryClient.rectangle;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What files of real offices need: parts of a space in rows of their own, numbers as keys, spans of validity. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ImportOptionsIT {
    /** Land and water of two states, as the federal office delivers them. */
    private static final String STATES = collection(
            state(1, "Schleswig-Holstein", 4, rectangle(9, 54, 10, 54.5)),
            state(1, "Schleswig-Holstein", 2, rectangle(10, 54, 10.5, 54.5)),
            state(2, "Hamburg", 4, rectangle(9.9, 53.4, 10.2, 53.6)),
            state(1, "Schleswig-Holstein (Bodensee)", 1, rectangle(8.5, 54.1, 8.6, 54.2)));

    private static final String KEY = "\"key\":{\"property\":\"SN\",\"padTo\":5},\"nameProperty\":\"GEN\"";

    @Test
    void takesNumbersAsKeysAndOnlyTheLand() {
        putLevel("state-where", 5);

        importFile("planner", STATES, options("state-where", KEY + ",\"where\":{\"column\":\"GF\",\"equals\":\"4\"}"))
                .statusCode(200)
                .body("counts", equalTo(counts(2, 2, 0, 0, 0)))
                .body("findings.code", contains("key-padded"))
                .body("findings.severity", contains("hint"))
                .body("findings[0].message", containsString("„00001“"));
    }

    @Test
    void makesOneSpaceOfAllRowsOfAKey() {
        putLevel("state-union", 5);
        String options = options(
                "state-union",
                "\"key\":{\"property\":\"SN\",\"padTo\":3},\"nameProperty\":\"GEN\",\"sameKey\":\"union\","
                        + "\"attributes\":[\"GEN\"]");

        importFile("planner", STATES, options)
                .statusCode(200)
                .body("counts", equalTo(counts(2, 2, 0, 0, 0)))
                .body("findings.code", contains("key-padded", "union-of-rows"))
                .body("findings[1].message", equalTo("Der Raum besteht aus den Zeilen 1, 2, 4."));
        get("spaces/001?asOf=2006-01-01")
                .body("name", equalTo("Schleswig-Holstein"))
                .body("areaSquareMetres.toDouble()", closeTo(5.53e9, 0.03e9));
        importFile("planner", STATES, options).body("counts", equalTo(counts(2, 0, 0, 2, 0)));
    }

    @Test
    void takesTheFirstOfVeryManyRowsOfAKey() {
        putLevel("many-rows", 40);
        String file = "key;name\n" + "MR1;Eins\n".repeat(2_500) + "MR2;Zwei\nMR2;Zwei\n";

        importFile("planner", file, options("many-rows", ""))
                .body("counts", equalTo(counts(2_502, 2, 0, 0, 2_500)))
                .body("findingsTotal", equalTo(2_500))
                .body("findings[0].row", equalTo(3))
                .body("findings[0].code", equalTo("duplicate-key"));
    }

    @Test
    void makesOneSpaceOfVeryManyRowsWithoutBoundaries() {
        putLevel("many-parts", 40);
        String file = "key;name\n" + "MP1;Eins\n".repeat(150) + "MP2;Zwei\nMP2;Zwei\n";

        importFile("planner", file, options("many-parts", "\"sameKey\":\"union\""))
                .body("counts", equalTo(counts(2, 2, 0, 0, 0)))
                .body("findings.code", contains("union-of-rows", "union-of-rows"))
                .body("findings[0].message", endsWith(" 100, 101, …."));
    }

    @Test
    void leavesASpaceOutOneOfWhosePartsIsFaulty() {
        putLevel("state-part", 5);
        String file = collection(
                state(7, "Land", 4, rectangle(9, 50, 9.1, 50.1)),
                state(
                        7,
                        "Wasser",
                        2,
                        "{\"type\":\"Polygon\",\"coordinates\":[[[9,50],[9.1,50],[9.1,50.1],[9,50.1]]]}"));

        importFile(
                        "planner",
                        file,
                        options(
                                "state-part",
                                "\"key\":{\"property\":\"SN\",\"padTo\":4},\"nameProperty\":\"GEN\",\"sameKey\":\"union\""))
                .body("counts", equalTo(counts(2, 0, 0, 0, 2)))
                .body("findings.row", contains(1, 1, 2))
                .body("findings.code", contains("key-padded", "union-incomplete", "geometry-ring-open"));
    }

    @Test
    void readsSpansOfValidityOfRows() {
        putLevel("span-area", 40);
        String options = options(
                "span-area", "\"validFromProperty\":\"beginnt\",\"validToProperty\":\"endet\",\"atomic\":false");
        String file = """
                key;name;beginnt;endet
                SV1;Erster;2010-05-01;
                SV2;Zweiter;01.06.2011;31.12.2020
                SV3;Dritter;;
                SV4;Vierter;gestern;
                SV5;Fünfter;0001-01-01;
                SV6;Sechster;2012-01-01;2011-01-01
                """;

        importFile("planner", file, options)
                .body("counts", equalTo(counts(6, 3, 0, 0, 3)))
                .body("findings.code", contains("day-malformed", "day-out-of-range", "validity-reversed"))
                .body("findings.row", contains(5, 6, 7));
        get("spaces/SV1?asOf=2015-01-01")
                .body("validFrom", equalTo("2010-05-01"))
                .body("validTo", nullValue());
        get("spaces/SV1?asOf=2009-01-01").statusCode(404);
        get("spaces/SV2?asOf=2015-01-01")
                .body("validFrom", equalTo("2011-06-01"))
                .body("validTo", equalTo("2020-12-31"))
                .body("attributes.size()", equalTo(0));
        get("spaces/SV3?asOf=2015-01-01").body("validFrom", equalTo("2006-01-01"));
        importFile("planner", file, options).body("counts", equalTo(counts(6, 0, 0, 3, 3)));
        importFile("planner", "key;name;beginnt;endet\nSV1;Erster;2010-05-01;2018-12-31\n", options)
                .body("counts", equalTo(counts(1, 0, 1, 0, 0)));
        get("spaces/SV1?asOf=2015-01-01").body("validTo", equalTo("2018-12-31"));
    }

    @Test
    void readsBoundariesInAColumnOfATable() {
        putLevel("wkt-area", 40);
        String file = """
                key,name,wkt,lon,lat
                WK1,Eins,"POLYGON ((11 51, 11.01 51, 11.01 51.01, 11 51.01, 11 51))",1,2
                WK2,Zwei,"SRID=4326;MultiPolygon Z (((11.01 51 7, 11.02 51 7, 11.02 51.01 7, 11.01 51 7)))",1,2
                WK3,Drei,POINT (1 2),1,2
                WK4,Vier,"POLYGON ((11 51, 11.01 x))",1,2
                WK5,Fünf,"POLYGON ((11 51, 11.01 51, 11.01 51.01, 11 51.01))",1,2
                """;

        importFile("planner", file, options("wkt-area", ""))
                .body("counts", equalTo(counts(5, 2, 0, 0, 3)))
                .body("findings.row", contains(null, 3, 4, 5, 6))
                .body(
                        "findings.code",
                        contains(
                                "columns-without-meaning",
                                "heights-dropped",
                                "geometry-type",
                                "geometry-text-malformed",
                                "geometry-ring-open"))
                .body("findings[0].message", containsString("lon, lat"))
                .body("findings[3].value", equalTo("x))"))
                .body("findings[4].place.lon", equalTo(11.0f));
        get("spaces/WK1?asOf=2006-01-01")
                .body("areaSquareMetres.toDouble()", closeTo(780_000, 5_000))
                .body("attributes.keySet()", containsInAnyOrder("lon", "lat"));
    }

    @Test
    void tellsWhatAnImportChanges() {
        putLevel("change-area", 40);
        String options = options("change-area", "");
        String before = collection(feature("CH1", "Alt", rectangle(12, 51, 12.1, 51.1)));
        String after = collection(feature("CH1", "Neu", rectangle(12, 51, 12.1, 51.2)));
        importFile("planner", before, options).body("counts", equalTo(counts(1, 1, 0, 0, 0)));

        String id = importFile("planner", after, options)
                .body("counts", equalTo(counts(1, 0, 1, 0, 0)))
                .extract()
                .path("id");

        String path = "imports/" + id + "/changes";
        String next = get(path + "?limit=1")
                .statusCode(200)
                .body("items.what", contains("boundary"))
                .body("items[0].distanceMetres", equalTo(11132.0f))
                .body("items[0].areaAfter.toDouble()", closeTo(2 * 77.7e6, 1e6))
                .extract()
                .path("next");
        get(path + "?cursor=" + next)
                .body("items.size()", equalTo(1))
                .body("items[0].what", equalTo("name"))
                .body("items[0].before", equalTo("Alt"))
                .body("items[0].after", equalTo("Neu"));
        as(null).accept("text/csv").get(path).then().body(containsString("1;CH1;name;Alt;Neu"));
        as(null).accept("application/geo+json")
                .get(path)
                .then()
                .statusCode(200)
                .body("features.properties.side", contains("before", "after", null))
                .body("features[1].geometry.coordinates[0].flatten().max()", equalTo(51.2f));
        String again = importFile("planner", after, options).extract().path("id");
        get("imports/" + again + "/changes").body("items", empty());
        get("imports/00000000-0000-0000-0000-000000000000/changes").statusCode(404);
    }

    @Test
    void tellsAChangedShortName() {
        putLevel("change-short", 40);
        String options = options("change-short", "\"shortNameProperty\":\"kurz\"");
        importFile("planner", "key;name;kurz\nCS1;Altstadt;Alt\n", options)
                .body("counts", equalTo(counts(1, 1, 0, 0, 0)));

        String id = importFile("planner", "key;name;kurz\nCS1;Altstadt;AS\n", options)
                .body("counts", equalTo(counts(1, 0, 1, 0, 0)))
                .extract()
                .path("id");

        get("imports/" + id + "/changes")
                .body("items.what", contains("shortName"))
                .body("items.before", contains("Alt"))
                .body("items.after", contains("AS"));
    }

    @Test
    void tellsThatColumnsWithDaysHaveNoMeaningOfTheirOwn() {
        putLevel("days-column", 40);

        importFile(
                        "planner",
                        "key;name;validFrom;validTo\nDC1;A;2010-01-01;2011-12-31\n",
                        options("days-column", "\"attributes\":[\"validFrom\"]"))
                .body("counts", equalTo(counts(1, 1, 0, 0, 0)))
                .body("findings.code", contains("columns-without-meaning"))
                .body("findings.value", contains("validFrom, validTo"));
        get("spaces/DC1")
                .body("validFrom", equalTo("2006-01-01"))
                .body("validTo", nullValue())
                .body("attributes.validFrom", equalTo("2010-01-01"));
    }

    private static String state(int number, String name, int kind, String geometry) {
        return "{\"type\":\"Feature\",\"properties\":{\"SN\":%d,\"GEN\":\"%s\",\"GF\":%d},\"geometry\":%s}"
                .formatted(number, name, kind, geometry);
    }

    private static String feature(String key, String name, String geometry) {
        return "{\"type\":\"Feature\",\"properties\":{\"key\":\"%s\",\"name\":\"%s\"},\"geometry\":%s}"
                .formatted(key, name, geometry);
    }

    private static String options(String level, String more) {
        return "{\"level\":\"" + level + "\",\"validFrom\":\"2006-01-01\"" + (more.isEmpty() ? "" : ",") + more + "}";
    }
}
