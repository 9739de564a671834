package de.quartierwerk.registry.spaceexport;

import static de.quartierwerk.registry.RegistryClient.as;
import static de.quartierwerk.registry.RegistryClient.counts;
import static de.quartierwerk.registry.RegistryClient.importFile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import de.quartierwerk.registry.Gdal;
import de.quartierwerk.registry.RegistryClient;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ExportIT {
    private static final String LEVEL = "export-area";
    private static boolean there;

    @BeforeEach
    void putSpacesOnce() {
        if (there) {
            return;
        }
        as("planner")
                .contentType("application/json")
                .body("{\"name\":\"Bereich\",\"rank\":60,\"attributes\":[{\"name\":\"built\",\"type\":\"date\"},"
                        + "{\"name\":\"people\",\"type\":\"integer\"},{\"name\":\"level\",\"type\":\"text\"}]}")
                .put("levels/" + LEVEL)
                .then()
                .statusCode(201);
        String hole =
                "{\"type\":\"Polygon\",\"coordinates\":[[[13.4,52.4],[13.5,52.4],[13.5,52.5],[13.4,52.5],[13.4,52.4]],"
                        + "[[13.42,52.42],[13.42,52.44],[13.44,52.44],[13.44,52.42],[13.42,52.42]]]}";
        String parts =
                "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[13.6,52.4],[13.7,52.4],[13.7,52.5],[13.6,52.4]]],"
                        + "[[[13.8,52.4],[13.9,52.4],[13.9,52.5],[13.8,52.4]]]]}";
        String blanks = " ".repeat(3) + "ä ".repeat(200) + "ende";
        importFile(
                        as("planner"),
                        "spaces.geojson",
                        RegistryClient.collection(
                                        feature(
                                                "export-1",
                                                "Eins mit Loch",
                                                "\"people\":1200,\"rate\":1.50,\"open\":true",
                                                hole),
                                        feature(
                                                "export-2",
                                                "Größe „Zwei“",
                                                "\"people\":7,\"text\":\"" + blanks + "\"",
                                                parts),
                                        feature(
                                                "export-3",
                                                "Drei",
                                                "\"people\":null,\"key\":\"anders\",\"list\":[1,{\"a\":\"b\"}],\"aVeryLongNameOfIt\":\"x\"",
                                                RegistryClient.rectangle(13.1, 52.1, 13.2, 52.2)))
                                .getBytes(StandardCharsets.UTF_8),
                        "{\"level\":\"" + LEVEL + "\",\"keyProperty\":\"id\",\"nameProperty\":\"name\","
                                + "\"validFrom\":\"2020-01-01\"}")
                .statusCode(200)
                .body("counts", equalTo(counts(3, 3, 0, 0, 0)));
        RegistryClient.putSpace(
                        "planner",
                        "export-4",
                        null,
                        "{\"name\":\"Vier ohne Grenze\",\"shortName\":\"Vier\",\"level\":\"" + LEVEL
                                + "\",\"validFrom\":\"2020-01-01\",\"attributes\":{\"built\":\"1999-12-31\"}}")
                .statusCode(201);
        there = true;
    }

    @ParameterizedTest
    @CsvSource({
        "geojson,",
        "geojson,EPSG:25833",
        "geojson,EPSG:3857",
        "csv,",
        "gpkg,",
        "gpkg,EPSG:25832",
        "gpkg,EPSG:4258",
        "shp,",
        "shp,EPSG:25833",
        "shp,EPSG:3035"
    })
    void changesNothingWhenImportedAgain(String format, String crs) {
        byte[] file = export(format, crs).asByteArray();

        importFile(
                        as("planner"),
                        "again",
                        file,
                        "{\"level\":\"" + LEVEL + "\",\"keyProperty\":\"key\",\"nameProperty\":\"name\","
                                + "\"validFrom\":\"2021-01-01\"}")
                .statusCode(200)
                .body("findings", equalTo(List.of()))
                .body("counts", equalTo(counts(4, 0, 0, 4, 0)));
    }

    @ParameterizedTest
    @CsvSource({"geojson", "csv"})
    void isTheSameToTheByte(String format) {
        assertThat(export(format, null).asByteArray())
                .isEqualTo(export(format, null).asByteArray());
    }

    @Test
    void writesDeclaredAttributesAsColumnsOfTheirOwn() {
        assertThat(export("csv", null).asString().lines())
                .anyMatch(line -> line.startsWith("key;name;")
                        && line.endsWith(";attributes;shortName;labelLon;labelLat;built;people;level_2;wkt"))
                .anyMatch(line -> line.startsWith("export-4;") && line.endsWith(";Vier;;;1999-12-31;;;"));
    }

    @Test
    void namesFileTypeAndState() {
        as(null).accept("*/*")
                .get("spaces/export?level=" + LEVEL + "&format=gpkg&asOf=2020-06-30")
                .then()
                .statusCode(200)
                .header("Content-Type", "application/geopackage+sqlite3")
                .header("Content-Disposition", "attachment; filename=\"export-area-2020-06-30.gpkg\"");
        as(null).accept("application/geo+json")
                .get("spaces/export?level=" + LEVEL + "&asOf=2020-06-30")
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("application/geo+json"))
                .body("asOf", equalTo("2020-06-30"))
                .body("features.size()", equalTo(4))
                .body("features[0].properties.people", equalTo(1200))
                .body("features[0].properties.level_2", nullValue())
                .body("features[0].properties.labelLat", equalTo(52.47f))
                .body("features[3].geometry", nullValue())
                .body("features[3].properties.shortName", equalTo("Vier"))
                .body("features[3].properties.built", equalTo("1999-12-31"));
        as(null).accept("application/geo+json")
                .get("spaces/export?level=" + LEVEL + "&asOf=2019-12-31")
                .then()
                .body("features.size()", equalTo(0));
    }

    @Test
    void packsAShapefileWithAllItsParts() throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(export("shp", null).asByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }

        assertThat(names)
                .containsExactly(
                        LEVEL + ".shp", LEVEL + ".shx", LEVEL + ".dbf", LEVEL + ".prj", LEVEL + ".cpg", LEVEL + ".txt");
    }

    @ParameterizedTest
    @CsvSource({"gpkg,", "gpkg,EPSG:25833"})
    void writesAGeoPackageThatGdalsCheckAccepts(String format, String crs, @TempDir Path folder) throws IOException {
        Gdal.assumeThere();
        Path file =
                Files.write(folder.resolve("spaces.gpkg"), export(format, crs).asByteArray());

        Gdal.run(
                Map.of(),
                "/usr/bin/python3",
                "-m",
                "osgeo_utils.samples.validate_gpkg",
                "--warning-as-error",
                file.toString());
        String info = Gdal.run(Map.of(), "ogrinfo", "-ro", "-so", file.toString(), LEVEL);

        assertThat(info)
                .contains("Feature Count: 4")
                .contains("validFrom: Date")
                .contains("people: Integer")
                .contains("built: Date")
                .contains("shortName: String")
                .contains("labelLon: Real")
                .contains("rate: Real")
                .contains("open: Integer(Boolean)")
                .contains("as of " + LocalDate.now(ZoneId.of("Europe/Berlin")));
    }

    @ParameterizedTest
    @CsvSource({"shp,", "shp,EPSG:25833"})
    void writesAShapefileThatGdalReads(String format, String crs, @TempDir Path folder) throws IOException {
        Gdal.assumeThere();
        Path file =
                Files.write(folder.resolve("spaces.zip"), export(format, crs).asByteArray());

        String info = Gdal.run(Map.of(), "ogrinfo", "-ro", "-al", "/vsizip/" + file + "/" + LEVEL + ".shp");

        assertThat(info)
                .contains("Feature Count: 4")
                .contains("name (String) = Größe „Zwei“")
                .contains("people (Integer64) = 1200")
                .contains("built (Date) = 1999/12/31")
                .contains("shortName (String) = Vier")
                .contains("validFrom (Date) = 2020/01/01");
    }

    @Test
    void putsSeveralLevelsIntoAGeoPackage(@TempDir Path folder) throws IOException {
        Gdal.assumeThere();
        byte[] file = as(null).accept("*/*")
                .get("spaces/export?level=" + LEVEL + "&level=district&format=gpkg")
                .asByteArray();
        Path path = Files.write(folder.resolve("spaces.gpkg"), file);

        assertThat(Gdal.run(Map.of(), "ogrinfo", "-ro", path.toString()))
                .contains("1: " + LEVEL)
                .contains("2: district");
    }

    @Test
    void leavesNoFileBehind() {
        export("gpkg", null);
        export("shp", null);

        assertThat(new File(System.getProperty("java.io.tmpdir"))
                        .list((folder, name) -> name.startsWith("quartierwerk-export")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "format=csv, 400, parameter.missing",
        "level=none, 404, level.unknown",
        "level=a b, 400, key.malformed",
        "level=export-area&format=kml, 400, parameter.wrong-type",
        "level=export-area&crs=EPSG:31467, 400, export.crs-unknown",
        "level=export-area&crs=x, 400, export.crs-unknown",
        "level=export-area&level=district&format=shp, 400, export.one-level",
        "level=export-area&asOf=0001-01-01, 400, day.out-of-range",
        "level=export-area&unknown=1, 400, parameter.unknown"
    })
    void refusesWhatItCannotExport(String query, int status, String code) {
        as(null).accept("*/*")
                .get("spaces/export?" + query)
                .then()
                .statusCode(status)
                .body("code", equalTo(code));
    }

    private static Response export(String format, String crs) {
        Response response = as(null).accept("*/*")
                .queryParam("level", LEVEL)
                .queryParam("format", format)
                .queryParams(crs == null ? Map.of() : Map.of("crs", crs))
                .get("spaces/export");
        assertThat(response.statusCode()).isEqualTo(200);
        return response;
    }

    private static String feature(String key, String name, String attributes, String geometry) {
        return "{\"type\":\"Feature\",\"properties\":{\"id\":\"" + key + "\",\"name\":\"" + name + "\"," + attributes
                + "},\"geometry\":" + geometry + "}";
    }
}
