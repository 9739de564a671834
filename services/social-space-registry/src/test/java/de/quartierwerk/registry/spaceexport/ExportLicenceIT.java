package de.quartierwerk.registry.spaceexport;

import static de.quartierwerk.registry.RegistryClient.as;
import static de.quartierwerk.registry.RegistryClient.counts;
import static de.quartierwerk.registry.RegistryClient.feature;
import static de.quartierwerk.registry.RegistryClient.importFile;
import static de.quartierwerk.registry.RegistryClient.putLevel;
import static de.quartierwerk.registry.RegistryClient.rectangle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import de.quartierwerk.registry.Gdal;
import de.quartierwerk.registry.RegistryClient;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the installation names a licence, each file says it, and the day of its state. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
@TestProfile(ExportLicenceIT.WithLicence.class)
class ExportLicenceIT {
    private static final String LICENCE = "https://www.govdata.de/dl-de/by-2-0";
    private static final String STATE = "Social spaces (licence-area) as of 2020-06-30; source: Amt für Statistik;"
            + " licence: https://www.govdata.de/dl-de/by-2-0";

    @TempDir
    Path folder;

    /** An installation that names source and licence. */
    public static class WithLicence implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quartierwerk.registry.export.licence",
                    LICENCE,
                    "quartierwerk.registry.export.source",
                    "Amt für Statistik");
        }
    }

    @BeforeEach
    void putSpace() {
        putLevel("licence-area", 60);
        importFile(
                "planner",
                RegistryClient.collection(feature("licence-1", "Eins", rectangle(12, 53, 12.1, 53.1))),
                "{\"level\":\"licence-area\",\"keyProperty\":\"id\",\"validFrom\":\"2020-01-01\"}");
    }

    @Test
    void saysItInGeoJson() throws IOException {
        Response file = export("geojson");

        JsonPath json = file.jsonPath();
        assertThat(json.getString("licence")).isEqualTo(LICENCE);
        assertThat(json.getString("source")).isEqualTo("Amt für Statistik");
        assertThat(json.getString("asOf")).isEqualTo("2020-06-30");
        Gdal.assumeThere();
        assertThat(info(file, "spaces.geojson")).contains("Feature Count: 1").contains("validFrom (Date) = 2020/01/01");
    }

    @Test
    void saysItBesideATable() throws IOException {
        Response file = export("csv");

        assertThat(file.header("Content-Disposition")).contains("licence-area-2020-06-30.csv");
        Gdal.assumeThere();
        assertThat(info(file, "spaces.csv")).contains("Feature Count: 1").contains("name (String) = Eins");
        importFile(as("planner"), "again.csv", file.asByteArray(), "{\"level\":\"licence-area\"}")
                .body("counts", equalTo(counts(1, 0, 0, 1, 0)));
    }

    @Test
    void saysItInAGeoPackage() throws IOException {
        Gdal.assumeThere();

        assertThat(info(export("gpkg"), "spaces.gpkg")).contains(STATE);
    }

    @Test
    void saysItInAZippedShapefile() throws IOException {
        Path file = Files.write(folder.resolve("spaces.zip"), export("shp").asByteArray());

        try (var zip = new java.util.zip.ZipFile(file.toFile())) {
            assertThat(zip.getInputStream(zip.getEntry("licence-area.txt"))).hasContent(STATE);
        }
    }

    private Response export(String format) {
        Response response =
                as(null).accept("*/*").get("spaces/export?level=licence-area&asOf=2020-06-30&format=" + format);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("Link")).isEqualTo("<" + LICENCE + ">; rel=\"license\"");
        assertThat(response.header("Content-Description")).isEqualTo(STATE.replace("ü", "%C3%BC"));
        return response;
    }

    private String info(Response file, String name) throws IOException {
        Path path = Files.write(folder.resolve(name), file.asByteArray());
        return Gdal.run(Map.of(), "ogrinfo", "-ro", "-al", path.toString());
    }
}
