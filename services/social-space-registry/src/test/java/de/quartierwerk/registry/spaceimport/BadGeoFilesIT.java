package de.quartierwerk.registry.spaceimport;

import static de.quartierwerk.registry.RegistryClient.as;
import static de.quartierwerk.registry.RegistryClient.get;
import static de.quartierwerk.registry.RegistryClient.importFile;
import static de.quartierwerk.registry.RegistryClient.putLevel;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Geo files that cannot be read are refused with what is wrong, and nothing of them is stored. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class BadGeoFilesIT {
    private static final String OPTIONS =
            "{\"level\":\"bad-geo\",\"keyProperty\":\"STATISTIK_GEBIET\"," + "\"nameProperty\":\"RAUMNAME\"%s}";
    private static final int STORED_FIRST = 8 << 20;

    @TempDir
    Path folder;

    /** Makes a file. */
    private interface Maker {
        Path make(GeoFileSpacesTest files, GeoPackageFaultsTest packages) throws IOException;
    }

    /**
     * A file.
     *
     * @param code code of what is wrong with it
     * @param more further options
     */
    record Bad(String code, String more, Maker maker) {
        Path make(Path folder) throws IOException {
            GeoFileSpacesTest files = new GeoFileSpacesTest();
            files.folder = folder;
            GeoPackageFaultsTest packages = new GeoPackageFaultsTest();
            packages.folder = folder;
            return maker.make(files, packages);
        }
    }

    private static Named<Bad> bad(String name, String code, String more, Maker maker) {
        return Named.of(name, new Bad(code, more, maker));
    }

    static Stream<Named<Bad>> files() {
        return Stream.of(
                bad(
                        "zip out of itself",
                        "import.zip-path",
                        "",
                        (files, packages) -> files.zip("../a.shp", new byte[10])),
                bad(
                        "zip in zip",
                        "import.zip-without-shapefile",
                        "",
                        (files, packages) -> files.zip("a.zip", new byte[10])),
                bad(
                        "zip cut off",
                        "import.zip-broken",
                        "",
                        (files, packages) -> files.write(new byte[] {'P', 'K', 3, 4, 0, 0})),
                bad(
                        "zip bomb",
                        "import.zip-too-large",
                        "",
                        (files, packages) -> files.rewritten(
                                "raeume.dbf", bytes -> Arrays.copyOf(bytes, 100_000_000), "raeume.cpg")),
                bad(
                        "gzip bomb",
                        "import.zip-too-large",
                        "",
                        (files, packages) -> files.write(GeoFileSpacesTest.gzip(new byte[30_000_000]))),
                bad(
                        "shapes cut off",
                        "import.shapefile-broken",
                        "",
                        (files, packages) ->
                                files.rewritten("raeume.shp", bytes -> Arrays.copyOf(bytes, bytes.length - 20))),
                bad(
                        "shapes without table",
                        "import.shapefile-table-missing",
                        "",
                        (files, packages) -> files.rewritten("raeume.dbf", null)),
                bad(
                        "shapes without system",
                        "import.crs-missing",
                        "",
                        (files, packages) -> GeoFileSpacesTest.fixture("shape-latin1.zip")),
                bad(
                        "database cut off",
                        "import.geopackage-broken",
                        "",
                        (files, packages) -> files.write(
                                Arrays.copyOf(Files.readAllBytes(GeoFileSpacesTest.fixture("two-layers.gpkg")), 50))),
                bad(
                        "two layers",
                        "import.layer-needed",
                        "",
                        (files, packages) -> GeoFileSpacesTest.fixture("two-layers.gpkg")),
                bad("no geopackage", "import.geopackage-none", "", (files, packages) -> {
                    Path file = files.folder.resolve("only.sqlite");
                    GeoPackageFaultsTest.database(file, "create table raeume (geom blob, name text)");
                    return file;
                }),
                bad(
                        "unknown system",
                        "import.crs-missing",
                        ",\"layer\":\"raeume\"",
                        (files, packages) -> packages.changed("update gpkg_geometry_columns set srs_id = -1")),
                bad(
                        "only a view",
                        "import.layer-unknown",
                        ",\"layer\":\"looks\"",
                        (files, packages) -> packages.changed(
                                "create view looks as select * from raeume",
                                "update gpkg_contents set table_name = 'looks' where table_name = 'bezirke'",
                                "update gpkg_geometry_columns set table_name = 'looks' where table_name = 'bezirke'")),
                bad(
                        "gml",
                        "import.file-xml",
                        "",
                        (files, packages) ->
                                files.write("<?xml version=\"1.0\"?><gml/>".getBytes(StandardCharsets.UTF_8))));
    }

    @BeforeEach
    void level() {
        putLevel("bad-geo", 40);
    }

    @ParameterizedTest
    @MethodSource("files")
    void refusesIt(Bad bad) throws IOException {
        byte[] file = Files.readAllBytes(bad.make(folder));

        importFile(as("planner"), "file", file, OPTIONS.formatted(bad.more))
                .statusCode(422)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo(bad.code))
                .body("detail", not(equalTo("")));

        get("spaces?level=bad-geo").body("items", empty());
    }

    @Test
    void failsWhereItWasStoredFirst() throws IOException {
        byte[] noise = new byte[STORED_FIRST];
        new Random(1).nextBytes(noise);
        Path cutOff = bad(
                        "cut off",
                        "",
                        "",
                        (files, packages) ->
                                files.rewritten("raeume.shp", bytes -> Arrays.copyOf(bytes, bytes.length - 20)))
                .getPayload()
                .make(folder);
        Path large = folder.resolve("large.zip");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(cutOff));
                OutputStream file = Files.newOutputStream(large);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(out);
            }
            out.putNextEntry(new ZipEntry("photo.jpg"));
            out.write(noise);
        }

        String path = "imports/"
                + importFile(as("planner"), "large.zip", Files.readAllBytes(large), OPTIONS.formatted(""))
                        .statusCode(202)
                        .extract()
                        .path("id");

        await().atMost(Duration.ofMinutes(1))
                .until(() -> !"RUNNING".equals(get(path).extract().path("state")));
        get(path)
                .body("state", equalTo("FAILED"))
                .body("failure.code", equalTo("import.shapefile-broken"))
                .body("failure.message", equalTo("Die Datei .shp ist bei Satz 4 beschädigt oder abgeschnitten."));
        get("spaces?level=bad-geo").body("items", empty());
    }
}
