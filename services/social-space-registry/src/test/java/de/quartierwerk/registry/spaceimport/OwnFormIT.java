package de.quartierwerk.registry.spaceimport;

import static de.quartierwerk.registry.RegistryClient.as;
import static de.quartierwerk.registry.RegistryClient.collection;
import static de.quartierwerk.registry.RegistryClient.counts;
import static de.quartierwerk.registry.RegistryClient.feature;
import static de.quartierwerk.registry.RegistryClient.get;
import static de.quartierwerk.registry.RegistryClient.importFile;
import static de.quartierwerk.registry.RegistryClient.putLevel;
import static de.quartierwerk.registry.RegistryClient.rectangle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the registry lists or exports says itself when its spaces hold: sent back as it is, it changes nothing. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class OwnFormIT {
    private static final String LEVEL = "own-form";
    private static final String OPTIONS = "{\"level\":\"" + LEVEL + "\"}";
    private static boolean there;

    /** A space of another boundary since 2012, one that ended with 2018, and one that stays. */
    @BeforeEach
    void putSpacesOnce() {
        if (there) {
            return;
        }
        putLevel(LEVEL, 60);
        String since = "{\"level\":\"" + LEVEL + "\",\"keyProperty\":\"id\",\"validFrom\":\"%s\"}";
        importFile(
                        "planner",
                        collection(
                                feature("own-1", "Eins", rectangle(12, 50, 12.1, 50.1)),
                                feature("own-2", "Zwei", rectangle(12.1, 50, 12.2, 50.1)),
                                feature("own-3", "Drei", rectangle(12.3, 50, 12.4, 50.1))),
                        since.formatted("2006-01-01"))
                .body("counts", equalTo(counts(3, 3, 0, 0, 0)));
        importFile(
                        "planner",
                        collection(feature("own-1", "Eins", rectangle(12, 50, 12.1, 50.2))),
                        since.formatted("2012-01-01"))
                .body("counts", equalTo(counts(1, 0, 1, 0, 0)));
        importFile(
                        "planner",
                        "key;name;from;to\nown-3;Drei;2006-01-01;2018-12-31\n",
                        "{\"level\":\"" + LEVEL + "\",\"validFromProperty\":\"from\",\"validToProperty\":\"to\"}")
                .body("counts", equalTo(counts(1, 0, 1, 0, 0)));
        there = true;
    }

    @ParameterizedTest
    @CsvSource({
        "geojson, '', 2",
        "geojson, 2010-01-01, 3",
        "geojson, 2015-01-01, 3",
        "csv, '', 2",
        "csv, 2010-01-01, 3",
        "csv, 2015-01-01, 3",
        "gpkg, '', 2",
        "gpkg, 2010-01-01, 3",
        "gpkg, 2015-01-01, 3",
        "shp, '', 2",
        "shp, 2010-01-01, 3",
        "shp, 2015-01-01, 3"
    })
    void changesNothingWhenAnExportIsImportedAgain(String format, String asOf, int spaces) {
        Response export = as(null).accept("*/*")
                .queryParam("level", LEVEL)
                .queryParam("format", format)
                .queryParams(asOf.isEmpty() ? Map.of() : Map.of("asOf", asOf))
                .get("spaces/export");

        changesNothing(export, spaces);
    }

    @ParameterizedTest
    @CsvSource({
        "application/geo+json, 2010-01-01, 3",
        "application/geo+json, 2020-01-01, 2",
        "text/csv, 2010-01-01, 3",
        "text/csv, 2020-01-01, 2"
    })
    void changesNothingWhenAListIsImportedAgain(String form, String asOf, int spaces) {
        Response list = as(null).accept(form)
                .queryParam("level", LEVEL)
                .queryParam("asOf", asOf)
                .get("spaces");

        changesNothing(list, spaces);
    }

    private static void changesNothing(Response sent, int spaces) {
        assertThat(sent.statusCode()).isEqualTo(200);
        String before = state();

        importFile(as("planner"), "again", sent.asByteArray(), OPTIONS)
                .statusCode(200)
                .body("findings", empty())
                .body("counts", equalTo(counts(spaces, 0, 0, spaces, 0)));

        assertThat(state()).isEqualTo(before);
        get("spaces/own-3").statusCode(404);
    }

    /** All spans with their boundaries. */
    private static String state() {
        return as(null).accept("application/geo+json")
                .basePath("/registry/ogc")
                .get("collections/" + LEVEL + ".history/items?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .path("features")
                .toString();
    }
}
