package de.quartierwerk.registry.spaceimport;

import static de.quartierwerk.registry.RegistryClient.collection;
import static de.quartierwerk.registry.RegistryClient.counts;
import static de.quartierwerk.registry.RegistryClient.get;
import static de.quartierwerk.registry.RegistryClient.importFile;
import static de.quartierwerk.registry.RegistryClient.putLevel;
import static de.quartierwerk.registry.RegistryClient.rectangle;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** Rows of one key that begin on different days are spans that follow one another. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class SpansOfOneFileIT {
    private static final String WEST = rectangle(9, 50, 9.1, 50.1);
    private static final String EAST = rectangle(9.1, 50, 9.2, 50.1);
    private static final String BOTH = rectangle(9, 50, 9.2, 50.1);

    @Test
    void takesEachRowAsASpanOfItsOwn() {
        String file = collection(
                row("SF1", "beide", "2015-01-01", null, BOTH),
                row("SF1", "West", "2006-01-01", "2014-12-31", WEST),
                row("SF2", "Ost", "2006-01-01", "2014-12-31", EAST));

        importSpans("spans-new", file)
                .body("counts", equalTo(counts(3, 3, 0, 0, 0)))
                .body("findings", empty());

        get("spaces/SF1?asOf=2014-12-31")
                .body("name", equalTo("West"))
                .body("validTo", equalTo("2014-12-31"))
                .body(
                        "areaSquareMetres",
                        equalTo(get("spaces/SF2?asOf=2010-01-01").extract().path("areaSquareMetres")));
        get("spaces/SF1?asOf=2015-01-01").body("name", equalTo("beide")).body("validTo", nullValue());
        importSpans("spans-new", file)
                .body("counts", equalTo(counts(3, 0, 0, 3, 0)))
                .body("findings", empty());
    }

    @Test
    void dividesASpanThatIsThere() {
        putLevel("spans-divided", 45);
        importFile(
                        "planner",
                        collection(row("SF3", "West", null, null, WEST)),
                        "{\"level\":\"spans-divided\",\"keyProperty\":\"id\",\"nameProperty\":\"name\","
                                + "\"attributes\":[],\"validFrom\":\"2006-01-01\"}")
                .body("counts", equalTo(counts(1, 1, 0, 0, 0)));
        String file = collection(
                row("SF3", "West", "2006-01-01", null, WEST),
                row("SF3", "beide", "2010-01-01", null, BOTH),
                row("SF3", "West", "2015-01-01", null, WEST));

        importSpans("spans-divided", file).body("counts", equalTo(counts(3, 0, 2, 1, 0)));

        get("spaces/SF3?asOf=2009-12-31").body("name", equalTo("West")).body("validTo", equalTo("2009-12-31"));
        get("spaces/SF3?asOf=2010-01-01").body("name", equalTo("beide")).body("validTo", equalTo("2014-12-31"));
        get("spaces/SF3?asOf=2020-01-01")
                .body("name", equalTo("West"))
                .body("validFrom", equalTo("2015-01-01"))
                .body("validTo", nullValue());
        importSpans("spans-divided", file).body("counts", equalTo(counts(3, 0, 0, 3, 0)));
    }

    @Test
    void correctsAndDividesAtOnce() {
        String before = collection(row("SF4", "alt", "2006-01-01", null, WEST));
        importSpans("spans-corrected", before).body("counts", equalTo(counts(1, 1, 0, 0, 0)));
        String file = collection(
                row("SF4", "berichtigt", "2006-01-01", null, WEST), row("SF4", "alt", "2012-01-01", null, WEST));

        importSpans("spans-corrected", file).body("counts", equalTo(counts(2, 0, 2, 0, 0)));

        get("spaces/SF4?asOf=2011-12-31").body("name", equalTo("berichtigt")).body("validTo", equalTo("2011-12-31"));
        get("spaces/SF4?asOf=2012-01-01").body("name", equalTo("alt")).body("validTo", nullValue());
    }

    @Test
    void endsASpanTheDayBeforeTheNextBegins() {
        String file = collection(
                row("SF5", "West", "2006-01-01", "2015-01-01", WEST), row("SF5", "beide", "2015-01-01", null, BOTH));

        importSpans("spans-touching", file)
                .body("counts", equalTo(counts(2, 2, 0, 0, 0)))
                .body("findings.row", contains(1))
                .body("findings.code", contains("validity-overlaps"))
                .body("findings.severity", contains("warning"))
                .body("findings[0].message", containsString("endet nun am 2014-12-31"));

        get("spaces/SF5?asOf=2006-01-01").body("validTo", equalTo("2014-12-31"));
    }

    @Test
    void refusesTwoRowsOfOneDay() {
        String file = collection(
                row("SF6", "West", "2006-01-01", null, WEST),
                row("SF6", "Ost", "2006-01-01", null, EAST),
                row("SF6", "beide", "2015-01-01", null, BOTH));

        importSpans("spans-doubled", file)
                .body("counts", equalTo(counts(3, 2, 0, 0, 1)))
                .body("findings.row", contains(2))
                .body("findings.code", contains("duplicate-key"));
    }

    @Test
    void unitesRowsOfOneDayOnly() {
        putLevel("spans-united", 45);
        String file = collection(
                row("SF7", "beide", "2006-01-01", null, WEST),
                row("SF7", "beide", "2006-01-01", null, EAST),
                row("SF7", "West", "2015-01-01", null, WEST));

        importFile(
                        "planner",
                        file,
                        "{\"level\":\"spans-united\",\"keyProperty\":\"id\",\"nameProperty\":\"name\","
                                + "\"validFromProperty\":\"from\",\"validToProperty\":\"to\",\"sameKey\":\"union\"}")
                .body("counts", equalTo(counts(2, 2, 0, 0, 0)))
                .body("findings.code", contains("union-of-rows"));
    }

    @Test
    void checksTheSpanThatBringsABoundaryBack() {
        importSpans("spans-back", collection(row("SF8", "West", "2006-01-01", null, WEST)))
                .body("counts", equalTo(counts(1, 1, 0, 0, 0)));
        String file = collection(
                row("SF8", "Ost", "2010-01-01", null, EAST),
                row("SF8", "West", "2015-01-01", null, WEST),
                row("SF9", "darauf", "2015-01-01", null, WEST));

        importSpans("spans-back", file)
                .body("counts", equalTo(counts(3, 0, 2, 0, 1)))
                .body("findings.row", contains(3))
                .body("findings.code", contains("equal-boundary"));

        get("spaces/SF8?asOf=2012-01-01").body("name", equalTo("Ost"));
        get("spaces/SF8?asOf=2020-01-01").body("name", equalTo("West"));
        importSpans("spans-back", file).body("counts", equalTo(counts(3, 0, 0, 2, 1)));
    }

    @Test
    void checksASpaceUntilALaterRowOfTheFileMovesIt() {
        importSpans("spans-until", collection(row("SFA", "West", "2006-01-01", null, WEST)))
                .body("counts", equalTo(counts(1, 1, 0, 0, 0)));
        String file = collection(
                row("SFA", "Ost", "2015-01-01", null, EAST),
                row("SFB", "zu früh", "2010-01-01", null, WEST),
                row("SFC", "danach", "2016-01-01", null, WEST));

        importSpans("spans-until", file)
                .body("counts", equalTo(counts(3, 1, 1, 0, 1)))
                .body("findings.row", contains(2))
                .body("findings.code", contains("equal-boundary"));
    }

    private static ValidatableResponse importSpans(String level, String file) {
        putLevel(level, 45);
        return importFile(
                        "planner",
                        file,
                        "{\"level\":\"" + level + "\",\"keyProperty\":\"id\",\"nameProperty\":\"name\","
                                + "\"validFromProperty\":\"from\",\"validToProperty\":\"to\"}")
                .statusCode(200);
    }

    private static String row(String key, String name, String from, String to, String boundary) {
        return "{\"type\":\"Feature\",\"properties\":{\"id\":\"" + key + "\",\"name\":\"" + name + "\",\"from\":"
                + text(from) + ",\"to\":" + text(to) + "},\"geometry\":" + boundary + "}";
    }

    private static String text(String value) {
        return value == null ? "null" : "\"" + value + "\"";
    }
}
