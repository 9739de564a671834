package de.quartierwerk.registry.spaceimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.quartierwerk.registry.Ogr;
import de.quartierwerk.registry.boundary.Crs;
import de.quartierwerk.registry.level.LevelAttribute;
import de.quartierwerk.registry.level.LevelRules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that GDAL wrote: four made-up spaces in EPSG:25833, one with a hole and one of two parts. */
class GeoFileSpacesTest {
    private static final String COLUMNS =
            "'key':{'property':'STATISTIK_GEBIET','remove':'^STGM'},'nameProperty':'RAUMNAME',"
                    + "'parent':{'property':'OBERGEBIET','remove':'^STGM'}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shape-utf8.zip | ''",
                "shape-latin1.zip | ,'crs':'EPSG:25833'",
                "two-layers.gpkg | ,'layer':'raeume'"
            })
    void readsWhatGeographicProgramsWrite(String file, String more) throws Exception {
        SpaceRows rows = SpaceRows.read(fixture(file), TestOptions.of(COLUMNS + more));

        assertThat(rows.findings()).isEmpty();
        assertThat(rows.crs()).isEqualTo(Crs.EPSG_25833);
        assertThat(rows.rows())
                .extracting(row -> row.key() + " " + row.name() + " " + row.parent())
                .containsExactly(
                        "01001001 Übersee 01001000",
                        "01001002 Süd 01001000",
                        "01001003 Köln-Weiß 01001000",
                        "01001004 Nord 01001000");
        assertThat(rows.rows().get(0).attributes().toString())
                .contains("\"NUMMER\":1001")
                .contains("\"GF\":4");
        assertThat(areas(rows)).containsExactly(1_000_000L, 1_000_000L, 640_000L, 800_000L);
    }

    @Test
    void readsTheRowsThatTheOptionsChoose() throws Exception {
        String options = "'key':{'property':'NUMMER','padTo':8},'nameProperty':'RAUMNAME','attributes':['GF'],"
                + "'where':{'column':'GF','equals':'4'}";

        SpaceRows rows = SpaceRows.read(fixture("shape-utf8.zip"), TestOptions.of(options));

        assertThat(rows.received()).isEqualTo(3);
        assertThat(rows.rows()).extracting(SpaceRow::key).containsExactly("00001001", "00001002", "00001003");
        assertThat(rows.rows().get(0).attributes().toString()).isEqualTo("{\"GF\":4}");
    }

    /** A shapefile leaves {@code STATISTIK_} of the column's name. */
    @Test
    void readsAttributesWhoseNamesAShapefileHasCutOff() throws Exception {
        String options = "'key':{'property':'NUMMER','padTo':8},'nameProperty':'RAUMNAME'";
        LevelAttribute declared = new LevelAttribute("STATISTIK_GEBIET", LevelAttribute.Type.TEXT, null, null, true);

        SpaceRows chosen = SpaceRows.read(
                fixture("shape-utf8.zip"), TestOptions.of(options + ",'attributes':['STATISTIK_GEBIET']"));
        SpaceRows all = SpaceRows.read(
                fixture("shape-utf8.zip"), TestOptions.of(options).with(new LevelRules(null, List.of(declared))));

        assertThat(chosen.rows().get(0).attributes().toString()).isEqualTo("{\"STATISTIK_GEBIET\":\"STGM01001001\"}");
        assertThat(all.rows().get(0).attributes().toString())
                .contains("\"STATISTIK_GEBIET\":\"STGM01001001\"")
                .doesNotContain("\"STATISTIK_\"");
    }

    @Test
    void tellsTextsThatAreNotInTheCharsetOfTheFile() throws Exception {
        SpaceRows rows = SpaceRows.read(fixture("shape-lying-charset.zip"), TestOptions.of(COLUMNS));

        assertThat(rows.rows()).extracting(SpaceRow::name).containsExactly("Nord");
        assertThat(rows.findings())
                .extracting(finding -> finding.row() + " " + finding.code())
                .containsExactly("1 text-undecodable", "2 text-undecodable", "3 text-undecodable");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "two-layers.gpkg | '' | import.layer-needed | raeume (4, GEOMETRY, EPSG:25833); bezirke (2, POLYGON, EPSG:25833)",
                "two-layers.gpkg | ,'layer':'spy' | import.layer-unknown | spy",
                "shape-latin1.zip | '' | import.crs-missing | EPSG:4326",
                "shape-utf8.zip | ,'where':{'column':'nobody','equals':'1'} | import.column-missing | nobody"
            })
    void namesWhatTheOptionsLack(String file, String more, String code, String argument) {
        refuses(fixture(file), more, code, argument);
    }

    @Test
    void refusesShapefilesThatAreCutOff() throws IOException {
        refuses(
                rewritten("raeume.shp", bytes -> Arrays.copyOf(bytes, bytes.length - 20)),
                "",
                "import.shapefile-broken",
                "4");
        refuses(
                rewritten("raeume.dbf", bytes -> Arrays.copyOf(bytes, bytes.length - 700)),
                "",
                "import.shapefile-",
                "");
        refuses(rewritten("raeume.dbf", null), "", "import.shapefile-table-missing", "raeume.shp");
        refuses(rewritten("raeume.shp", null), "", "import.zip-without-shapefile", "raeume.dbf");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void refusesTablesWithMoreOrFewerRowsThanShapes(int more) throws IOException {
        refuses(
                rewritten("raeume.dbf", table -> withRows(table, more)),
                "",
                "import.shapefile-rows-differ",
                Integer.toString(4 + more));
    }

    /** The table with a row fewer, or with the last one twice. */
    private static byte[] withRows(byte[] table, int more) {
        ByteBuffer head = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
        int rows = head.getInt(4);
        int begin = head.getShort(8);
        int length = head.getShort(10);
        byte[] changed = Arrays.copyOf(table, begin + (rows + more) * length + 1);
        if (more > 0) {
            System.arraycopy(table, begin + (rows - 1) * length, changed, begin + rows * length, length);
        }
        changed[changed.length - 1] = 0x1A;
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(4, rows + more);
        return changed;
    }

    @Test
    void refusesZipsWithVeryManyFiles() throws IOException {
        Path target = folder.resolve("many.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
            for (int i = 0; i < 101; i++) {
                out.putNextEntry(new ZipEntry("f" + i + ".shp"));
            }
        }
        refuses(target, "", "import.zip-entries", "101");
    }

    @Test
    void refusesZipsThatUnpackBeyondAllMeasure() throws IOException {
        int points = 2_000_000;
        int bytes = 44 + 4 + 16 * points;

        refuses(
                rewritten("raeume.shp", shapes -> {
                    byte[] large = Arrays.copyOf(Arrays.copyOf(shapes, 100), 108 + bytes);
                    ByteBuffer.wrap(large)
                            .putInt(24, large.length / 2)
                            .putInt(100, 1)
                            .putInt(104, bytes / 2);
                    ByteBuffer.wrap(large)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putInt(108, 5)
                            .putInt(144, 1)
                            .putInt(148, points);
                    return large;
                }),
                "",
                "import.zip-too-large",
                "");
    }

    @Test
    void takesNoShapesThatAreMissingOrSurfacesInSpaceAndDropsMeasures() throws Exception {
        Ogr.needed();
        Path source = Files.writeString(folder.resolve("source.csv"), """
                key,name,WKT
                A,mit Höhe,"POLYGON Z ((11 51 7, 11 51.01 8, 11.01 51.01 9, 11 51 7))"
                B,ohne Grenze,
                """);
        String options = "'keyProperty':'key','nameProperty':'name','crs':'EPSG:4326'";
        for (String kind : List.of("POLYGONZ", "POLYGONM", "POLYGONZM")) {
            Path zip = Ogr.zippedShapefile(
                    source, folder.resolve(kind), "-oo", "GEOM_POSSIBLE_NAMES=WKT", "-lco", "SHPT=" + kind);

            SpaceRows rows = SpaceRows.read(zip, TestOptions.of(options));

            assertThat(rows.rows()).extracting(SpaceRow::key).containsExactly("A");
            assertThat(rows.findings())
                    .extracting(finding -> finding.row() + " " + finding.code())
                    .containsExactly("1 heights-dropped", "2 geometry-missing");
        }
        Path solid = Ogr.zippedShapefile(
                source, folder.resolve("solid"), "-oo", "GEOM_POSSIBLE_NAMES=WKT", "-lco", "SHPT=MULTIPATCH");
        assertThat(SpaceRows.read(solid, TestOptions.of(options)).findings())
                .extracting(finding -> finding.row() + " " + finding.code())
                .contains("1 geometry-type");
    }

    @Test
    void tellsOnceThatHeightsAreLeftOut() throws Exception {
        String ring = "[[11,51,7],[11.01,51,7],[11.01,51.01,8],[11,51,7]]";
        String feature = "{'type':'Feature','properties':{'key':'%s','name':'A'},"
                + "'geometry':{'type':'Polygon','coordinates':[" + ring + "]}}";
        Path json = Files.writeString(
                folder.resolve("heights.geojson"),
                "{'type':'FeatureCollection','features':[%s,%s]}"
                        .formatted(feature.formatted("A"), feature.formatted("B"))
                        .replace('\'', '"'));
        Path text = Files.writeString(folder.resolve("heights.csv"), """
                key;name;wkt
                A;A;POLYGON Z ((11 51 7, 11.01 51 7, 11.01 51.01 8, 11 51 7))
                B;B;POLYGON ((11 51, 11.01 51, 11.01 51.01, 11 51))
                """);

        for (Path file : List.of(json, text)) {
            SpaceRows rows = SpaceRows.read(file, TestOptions.of("'keyProperty':'key','nameProperty':'name'"));

            assertThat(rows.rows()).extracting(SpaceRow::key).containsExactly("A", "B");
            assertThat(rows.findings())
                    .extracting(finding -> finding.code() + " " + finding.severity())
                    .containsExactly("heights-dropped HINT");
        }
    }

    @Test
    void tellsPositionsThatAreNoNumbers() throws Exception {
        Path shapes = rewritten("raeume.shp", content -> {
            ByteBuffer shape = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
            return shape.putDouble(152 + 4 * shape.getInt(144) + 16, Double.NaN).array();
        });
        Path database = Files.copy(fixture("two-layers.gpkg"), folder.resolve("nan.gpkg"));
        ByteBuffer polygon = ByteBuffer.allocate(21 + 4 * 16).order(ByteOrder.LITTLE_ENDIAN);
        polygon.put(new byte[] {'G', 'P', 0, 1})
                .putInt(25833)
                .put((byte) 1)
                .putInt(3)
                .putInt(1)
                .putInt(4);
        polygon.putDouble(400_000).putDouble(5_800_000).putDouble(Double.NaN).putDouble(5_800_000);
        polygon.putDouble(401_000).putDouble(5_801_000).putDouble(400_000).putDouble(5_800_000);
        GeoPackageFaultsTest.database(database);
        Jdbi.create("jdbc:sqlite:" + database)
                .useHandle(
                        handle -> handle.execute("update raeume set geom = ? where fid = 1", (Object) polygon.array()));
        Path text = Files.writeString(
                folder.resolve("nan.csv"), "key;name;wkt\nA;A;POLYGON ((11 51, NaN 51, 11.01 51.01, 11 51))\n");

        assertThat(SpaceRows.read(shapes, TestOptions.of(COLUMNS)).findings())
                .extracting(finding -> finding.row() + " " + finding.code())
                .containsExactly("1 outside-world");
        assertThat(SpaceRows.read(database, TestOptions.of(COLUMNS + ",'layer':'raeume'"))
                        .findings())
                .extracting(finding -> finding.row() + " " + finding.code())
                .containsExactly("1 outside-world");
        assertThat(SpaceRows.read(text, TestOptions.of("")).findings())
                .extracting(finding -> finding.row() + " " + finding.code())
                .containsExactly("2 outside-world");
    }

    @Test
    void readsHolesOfRingsThatAllRunTheWrongWayRound() throws Exception {
        Path file = rewritten("raeume.shp", GeoFileSpacesTest::turnedRound);

        SpaceRows rows = SpaceRows.read(file, TestOptions.of(COLUMNS));

        assertThat(rows.findings()).isEmpty();
        assertThat(areas(rows)).containsExactly(1_000_000L, 1_000_000L, 640_000L, 800_000L);
    }

    /** The shapes with the positions of each ring in the other order. */
    private static byte[] turnedRound(byte[] shapes) {
        ByteBuffer in = ByteBuffer.wrap(shapes);
        byte[] turned = shapes.clone();
        for (int record = 100; record < shapes.length; record += 8 + 2 * in.getInt(record + 4)) {
            ByteBuffer content = ByteBuffer.wrap(shapes).order(ByteOrder.LITTLE_ENDIAN);
            int parts = content.getInt(record + 44);
            int points = content.getInt(record + 48);
            int base = record + 52 + 4 * parts;
            for (int i = 0; i < parts; i++) {
                int begin = content.getInt(record + 52 + 4 * i);
                int end = i + 1 < parts ? content.getInt(record + 56 + 4 * i) : points;
                for (int j = begin; j < end; j++) {
                    System.arraycopy(shapes, base + 16 * j, turned, base + 16 * (begin + end - 1 - j), 16);
                }
            }
        }
        return turned;
    }

    @Test
    void readsZipsWhoseNamesAreInTheCharsetOfTheCommandLine() throws Exception {
        Path target = folder.resolve("umlauts.zip");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(fixture("shape-utf8.zip")));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target), Charset.forName("IBM850"))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName().replaceFirst(".*/", "");
                out.putNextEntry(new ZipEntry("Straßen/" + name.replace("raeume", "Räume")));
                in.transferTo(out);
            }
        }

        assertThat(SpaceRows.read(target, TestOptions.of(COLUMNS + ",'layer':'Räume'"))
                        .rows())
                .hasSize(4);
    }

    @Test
    void tellsNumbersThatDidNotFit() throws Exception {
        Path file = rewritten("raeume.dbf", table -> {
            String text = new String(table, StandardCharsets.ISO_8859_1);
            return text.replaceFirst("(?<= )1002", "****").getBytes(StandardCharsets.ISO_8859_1);
        });

        SpaceRows rows = SpaceRows.read(
                file, TestOptions.of("'key':{'property':'OBERGEBIET'},'nameProperty':'RAUMNAME','sameKey':'union'"));

        assertThat(rows.findings())
                .extracting(finding -> finding.row() + " " + finding.code() + " " + finding.value())
                .containsExactly("2 number-unreadable NUMMER");
        assertThat(rows.rows()).hasSize(4);
        assertThat(rows.rows().get(1).attributes().has("NUMMER")).isFalse();
    }

    @Test
    void takesDaysOfZerosAsMissing() throws Exception {
        Ogr.needed();
        String feature = "{\"type\":\"Feature\",\"properties\":{\"key\":\"%s\",\"name\":\"x\",\"BEGINN\":%s},"
                + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[11,51],[11.1,51],[11.1,51.1],[11,51]]]}}";
        Path source = Files.writeString(
                folder.resolve("days.geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":[" + feature.formatted("A", "\"2020-01-31\"") + ","
                        + feature.formatted("B", "null") + "]}");
        Path zip = Ogr.zippedShapefile(source, folder.resolve("days"));

        SpaceRows rows = SpaceRows.read(zip, TestOptions.of("'validFromProperty':'BEGINN'"));

        assertThat(rows.findings()).isEmpty();
        assertThat(rows.rows().get(0).span().from()).isEqualTo("2020-01-31");
        assertThat(rows.rows().get(1).span().from()).isNull();
    }

    @Test
    void leavesOutWhatAMacAddsAndTellsLayersOfOneNameApart() throws Exception {
        Path target = folder.resolve("mac.zip");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(fixture("shape-utf8.zip")));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                String name = entry.getName().replaceFirst(".*/", "");
                for (String path : List.of("a/" + name, "b/" + name, "a/._" + name)) {
                    out.putNextEntry(new ZipEntry(path));
                    out.write(path.startsWith("a/._") ? new byte[10] : content);
                }
            }
        }

        refuses(target, "", "import.layer-needed", "a/raeume (4, Polygon, EPSG:25833); b/raeume (4, ");
        assertThat(SpaceRows.read(target, TestOptions.of(COLUMNS + ",'layer':'b/raeume'"))
                        .rows())
                .hasSize(4);
    }

    @Test
    void readsAttributesOfAGeoPackageAsThoseOfOtherFiles() throws Exception {
        Path file = write(Files.readAllBytes(fixture("two-layers.gpkg")));
        Jdbi.create("jdbc:sqlite:" + file)
                .useHandle(
                        database -> database.execute("alter table raeume add column OFFEN boolean not null default 1"));

        SpaceRows rows = SpaceRows.read(file, TestOptions.of(COLUMNS + ",'layer':'raeume'"));

        assertThat(rows.rows().get(0).attributes().toString())
                .contains("\"OFFEN\":true")
                .doesNotContain("fid");
    }

    @Test
    void refusesZipsThatAreNoneOrLeadOutOfThemselves() throws IOException {
        refuses(zip("../a.shp", new byte[10]), "", "import.zip-path", "../a.shp");
        refuses(zip("a.zip", new byte[10]), "", "import.zip-without-shapefile", "a.zip");
        refuses(write(new byte[] {'P', 'K', 3, 4, 0, 0}), "", "import.zip-broken", "");
        refuses(zip("a.shp", new byte[10]), "", "import.shapefile-", "");
    }

    @Test
    void refusesZipsThatUnpackBeyondMeasure() throws IOException {
        refuses(
                rewritten("raeume.dbf", bytes -> Arrays.copyOf(bytes, 100_000_000), "raeume.cpg"),
                "",
                "import.zip-too-large",
                "");
        refuses(write(gzip(new byte[30_000_000])), "", "import.zip-too-large", "");
    }

    /** Each file stays within the bound, all of them together do not. */
    @Test
    void refusesZipsWhoseFilesTogetherUnpackBeyondMeasure() throws IOException {
        refuses(
                rewritten(
                        "",
                        bytes -> {
                            byte[] padded = Arrays.copyOf(bytes, 600_000);
                            if (ByteBuffer.wrap(bytes).getInt(0) == 9994) {
                                ByteBuffer.wrap(padded).putInt(104, (padded.length - 108) / 2);
                            }
                            return padded;
                        },
                        "raeume.cpg",
                        "raeume.prj",
                        "raeume.shx"),
                ",'crs':'EPSG:25833'",
                "import.zip-too-large",
                "");
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 4_096, 30_000})
    void refusesDatabasesThatAreDamaged(int length) throws IOException {
        byte[] whole = Files.readAllBytes(fixture("two-layers.gpkg"));

        refuses(write(Arrays.copyOf(whole, length)), ",'layer':'raeume'", "import.geopackage-", "");
    }

    @Test
    void readsNothingThatAForeignDatabaseComputes() throws Exception {
        Path file = write(Files.readAllBytes(fixture("two-layers.gpkg")));
        Jdbi.create("jdbc:sqlite:" + file).useHandle(database -> {
            database.execute("""
                    create table remarked (
                      geom blob, -- the boundary, with a comma
                      "NAME" text, spy text generated always as (hex(zeroblob(1000))))""");
            database.execute("insert into remarked (geom, \"NAME\") select geom, RAUMNAME from raeume");
            database.execute("delete from gpkg_contents");
            database.execute("insert into gpkg_contents (table_name, data_type, identifier, srs_id)"
                    + " values ('remarked', 'features', 'r', 25833)");
            database.execute("insert into gpkg_geometry_columns values ('remarked', 'geom', 'POLYGON', 25833, 0, 0)");
        });

        SpaceRows rows = SpaceRows.read(file, TestOptions.of("'key':{'property':'NAME'},'nameProperty':'NAME'"));

        assertThat(rows.received()).isEqualTo(4);
        assertThat(rows.rows()).extracting(SpaceRow::name).contains("Nord");
        assertThat(rows.rows())
                .allSatisfy(row -> assertThat(row.attributes().toString()).doesNotContain("spy"));
    }

    @Test
    void readsTextsThatGzipPacked() throws Exception {
        byte[] packed = gzip("key;name\nA;Süd\n".getBytes(StandardCharsets.UTF_8));

        assertThat(SpaceRows.read(write(packed), TestOptions.of("")).rows())
                .extracting(SpaceRow::name)
                .containsExactly("Süd");
        refuses(write(Arrays.copyOf(packed, 15)), "", "import.zip-broken", "");
    }

    @Test
    void readsTablesInUtf16() throws Exception {
        Path file = write("\uFEFFkey\tname\nA\tSüd\n".getBytes(StandardCharsets.UTF_16LE));

        assertThat(SpaceRows.read(file, TestOptions.of("")).rows())
                .extracting(SpaceRow::name)
                .containsExactly("Süd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "%s\n%s\n", "\u001E%s\n\u001E%s\n"})
    void readsFeaturesWithoutACollection(String form) throws Exception {
        String feature =
                "{\"type\":\"Feature\",\"properties\":{\"key\":\"A\",\"name\":\"x\"},\"geometry\":{\"type\":\"Polygon\","
                        + "\"coordinates\":[[[13.40,52.50],[13.41,52.50],[13.41,52.51],[13.40,52.50]]]}}";

        SpaceRows rows = SpaceRows.read(
                write(form.formatted(feature, feature).getBytes(StandardCharsets.UTF_8)), TestOptions.of(""));

        assertThat(rows.findings()).isEmpty();
        assertThat(rows.rows()).hasSize(form.split("%s", -1).length - 1);
    }

    @Test
    void saysWhatToDoWithGml() throws IOException {
        refuses(write("<?xml version=\"1.0\"?><gml/>".getBytes(StandardCharsets.UTF_8)), "", "import.file-xml", "");
    }

    private void refuses(Path file, String more, String code, String argument) {
        assertThatExceptionOfType(FileFault.class)
                .isThrownBy(() -> SpaceRows.read(file, TestOptions.of(COLUMNS + more)))
                .satisfies(fault -> {
                    assertThat(fault.code()).startsWith(code);
                    assertThat(Arrays.toString(fault.arguments())).contains(argument);
                });
    }

    private static long[] areas(SpaceRows rows) {
        return rows.rows().stream()
                .mapToLong(row -> Math.round(Objects.requireNonNull(row.boundary())
                                        .areaSquareMetres()
                                        .doubleValue()
                                / 10_000)
                        * 10_000)
                .toArray();
    }

    /** Changes the content of a file. */
    interface Change {
        byte[] of(byte[] content);
    }

    /** The shapefile with one of its files changed, or left out for null, and without others. */
    Path rewritten(String name, @Nullable Change change, String... others) throws IOException {
        Path target = folder.resolve("rewritten.zip");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(fixture("shape-utf8.zip")));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                boolean meant = entry.getName().endsWith(name);
                boolean other = Arrays.stream(others).anyMatch(entry.getName()::endsWith);
                if (!other && (!meant || change != null)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    out.write(meant && change != null ? change.of(content) : content);
                }
            }
        }
        return target;
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    Path zip(String name, byte[] content) throws IOException {
        Path target = folder.resolve("made.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content);
        }
        return target;
    }

    Path write(byte[] content) throws IOException {
        return Files.write(folder.resolve("file"), content);
    }

    static Path fixture(String name) {
        return Path.of("src/test/resources/geofile", name);
    }
}
