package de.quartierwerk.registry.spaceimport;

import static de.quartierwerk.registry.RegistryClient.as;
import static de.quartierwerk.registry.RegistryClient.collection;
import static de.quartierwerk.registry.RegistryClient.counts;
import static de.quartierwerk.registry.RegistryClient.get;
import static de.quartierwerk.registry.RegistryClient.importFile;
import static de.quartierwerk.registry.RegistryClient.putLevel;
import static de.quartierwerk.registry.RegistryClient.rectangle;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import de.quartierwerk.registry.Ogr;
import de.quartierwerk.registry.RealData;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One set of boundaries in all forms and systems is one set of boundaries. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class FileFormsIT {
    private static final int AREAS = 58;

    @TempDir
    Path folder;

    @BeforeEach
    void gdal() {
        Ogr.needed();
    }

    @Test
    void knowsBoundariesAgainInEveryFormAndSystem() throws IOException, InterruptedException {
        putLevel("form-area", 41);
        String text = Files.readString(RealData.file("berlin-lor/forecast-areas-2021.geojson"));
        Path delivered = Files.writeString(
                folder.resolve("delivered.geojson"), text.replaceAll("\"PGR_ID\":\\s*\"", "\"PGR_ID\":\"form-"));
        load(delivered, "").body("counts", equalTo(counts(AREAS, AREAS, 0, 0, 0)));

        for (String crs : List.of("4326", "25832", "25833", "3857", "4258")) {
            String target = "EPSG:" + crs;
            unchanged(Ogr.convert(delivered, folder.resolve(crs + ".geojson"), "-f", "GeoJSON", "-t_srs", target));
            unchanged(Ogr.convert(delivered, folder.resolve(crs + ".gpkg"), "-f", "GPKG", "-t_srs", target));
            unchanged(Ogr.zippedShapefile(delivered, folder.resolve(crs), "-t_srs", target));
        }
        unchanged(Ogr.convert(
                delivered,
                folder.resolve("rounded.geojson"),
                "-f",
                "GeoJSON",
                "-t_srs",
                "EPSG:4326",
                "-lco",
                "RFC7946=YES",
                "-lco",
                "COORDINATE_PRECISION=7"));
        Path gaussKrueger = Ogr.convert(delivered, folder.resolve("gk.gpkg"), "-f", "GPKG", "-t_srs", "EPSG:31467");
        load(gaussKrueger, ",\"tolerance\":5")
                .body("counts", equalTo(counts(AREAS, 0, 0, AREAS, 0)))
                .body("findings.code", hasItem("crs-approximate"));
    }

    @Test
    void readsTheShapefileOfACityByOptionsAlone() throws IOException, InterruptedException {
        putLevel("city", 20);
        putLevel("city-area", 40);
        importFile("planner", "key;name\n01001000;Stadt\n", "{\"level\":\"city\",\"validFrom\":\"1990-01-01\"}")
                .statusCode(200);
        Path source = Files.writeString(
                folder.resolve("stadt.geojson"),
                collection(
                        area("0100100011", "Südstraße", "2001-01-01", rectangle(11, 51, 11.01, 51.01)),
                        area("0100100012", "Große Höfe", "2015-07-01", rectangle(11.01, 51, 11.02, 51.01))));
        for (String charset : List.of("UTF-8", "ISO-8859-1")) {
            Path zip = Ogr.zippedShapefile(
                    source, folder.resolve(charset), "-t_srs", "EPSG:25832", "-lco", "ENCODING=" + charset);

            importFile(as("planner"), "raeume.zip", Files.readAllBytes(zip), """
                            {"level":"city-area","validFrom":"2000-01-01","key":{"property":"PLANRAUM_SCHLUESSEL"},
                             "nameProperty":"BEZEICHNUNG","validFromProperty":"BEGINN_DER_GUELTIGKEIT",
                             "parent":{"property":"GEMEINDE_SCHLUESSEL","remove":"^STGM"}}""")
                    .statusCode(200)
                    .body("counts", equalTo(charset.equals("UTF-8") ? counts(2, 2, 0, 0, 0) : counts(2, 0, 0, 2, 0)));
        }
        get("spaces/0100100012?asOf=2020-01-01")
                .body("name", equalTo("Große Höfe"))
                .body("parent", equalTo("01001000"))
                .body("validFrom", equalTo("2015-07-01"));
    }

    private void unchanged(Path file) throws IOException {
        load(file, "").body("counts", equalTo(counts(AREAS, 0, 0, AREAS, 0)));
    }

    private static ValidatableResponse load(Path file, String more) throws IOException {
        return importFile(as("planner"), file.getFileName().toString(), Files.readAllBytes(file), """
                        {"level":"form-area","keyProperty":"PGR_ID","nameProperty":"PGR_NAME","validFrom":"2021-01-01",
                         "attributes":["PGR_NAME"]%s}""".formatted(more))
                .statusCode(200);
    }

    private static String area(String key, String name, String from, String geometry) {
        return """
                {"type":"Feature","properties":{"PLANRAUM_SCHLUESSEL":"%s","BEZEICHNUNG":"%s",
                 "GEMEINDE_SCHLUESSEL":"STGM01001000","BEGINN_DER_GUELTIGKEIT":"%s"},"geometry":%s}""".formatted(key, name, from, geometry);
    }
}
