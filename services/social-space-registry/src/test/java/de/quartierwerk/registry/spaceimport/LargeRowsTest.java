package de.quartierwerk.registry.spaceimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.quartierwerk.registry.boundary.Crs;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would fill the memory beside boundaries is left out by its row; all others of its file are taken. */
class LargeRowsTest {
    private static final String SQUARE =
            "{\"type\":\"Polygon\",\"coordinates\":[[[11,51],[11.1,51],[11.1,51.1],[11,51.1],[11,51]]]}";
    private static final String BOUNDARY_ELSEWHERE = "EPSG:25833";
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void leavesOutAFeatureWithPropertiesBeyondMeasure() throws Exception {
        Path file = collection("", out -> {
            out.print(feature("\"key\":\"A\",\"name\":\"A\"", SQUARE) + ",");
            out.print("{\"type\":\"Feature\",\"geometry\":" + SQUARE + ",\"properties\":{\"a\":[0");
            repeat(out, ",{}", 200 * MEGABYTE);
            out.print("],\"key\":\"B\",\"name\":\"B\"}},");
            out.print(feature("\"key\":\"C\",\"name\":\"C\"", SQUARE));
        });

        SpaceRows rows = SpaceRows.read(file, TestOptions.of(""));

        assertThat(rows.findings())
                .extracting(finding -> finding.row() + " " + finding.key() + " " + finding.code())
                .containsExactly("2 B row-too-large");
        assertThat(rows.findings().get(0).arguments()).containsExactly("1000000");
        assertThat(rows.rows()).extracting(SpaceRow::key).containsExactly("A", "C");
        assertThat(rows.received()).isEqualTo(3);
    }

    @Test
    void countsNoLargeFeatureThatTheOptionsLeaveOut() throws Exception {
        Path file = collection("", out -> {
            out.print("{\"type\":\"Feature\",\"geometry\":" + SQUARE + ",\"properties\":{\"GF\":2,\"a\":[0");
            repeat(out, ",0", 2 * MEGABYTE);
            out.print("],\"key\":\"A\",\"name\":\"A\"}},");
            out.print(feature("\"GF\":4,\"key\":\"B\",\"name\":\"B\"", SQUARE));
        });

        SpaceRows rows = SpaceRows.read(file, TestOptions.of("'where':{'column':'GF','equals':'4'}"));

        assertThat(rows.findings()).isEmpty();
        assertThat(rows.received()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ä", "\\n", "\\u00e4", "😀", "\\\\", "\\\""})
    void readsNoMoreOfATextThanTellsThatItIsTooLong(String part) throws Exception {
        Path file = collection("", out -> {
            out.print("{\"type\":\"Feature\",\"geometry\":" + SQUARE + ",\"properties\":{\"name\":\"A\",\"a\":\"");
            repeat(out, part, 25 * MEGABYTE);
            out.print("\",\"key\":\"A\"}},");
            out.print(feature("\"key\":\"B\",\"name\":\"B\"", SQUARE));
        });

        SpaceRows all = SpaceRows.read(file, TestOptions.of(""));
        SpaceRows chosen = SpaceRows.read(file, TestOptions.of("'attributes':[]"));

        assertThat(all.findings())
                .extracting(finding -> finding.row() + " " + finding.key() + " " + finding.code())
                .containsExactly("1 A attributes-too-large");
        assertThat(chosen.findings()).isEmpty();
        assertThat(chosen.rows()).extracting(SpaceRow::key).containsExactly("A", "B");
    }

    @Test
    void readsTheSystemBesideWhateverElseIsThere() throws Exception {
        Path file = collection(
                "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"" + BOUNDARY_ELSEWHERE + "\",\"a\":[0",
                out -> repeat(out, ",{}", 200 * MEGABYTE),
                "]}},\"features\":[",
                out -> out.print(feature("\"key\":\"A\",\"name\":\"A\"", "null")));

        assertThat(SpaceRows.read(file, TestOptions.of("")).crs()).isEqualTo(Crs.EPSG_25833);
    }

    @Test
    void holdsFewFeaturesWithManyPropertiesAtOnce() throws Exception {
        Path file = collection("", out -> {
            for (int i = 0; i < 32; i++) {
                out.print((i == 0 ? "" : ",") + "{\"type\":\"Feature\",\"geometry\":" + SQUARE
                        + ",\"properties\":{\"key\":\"K" + i + "\",\"name\":\"K\",\"a\":[0");
                repeat(out, ",{}", 900_000);
                out.print("]}}");
            }
        });

        SpaceRows rows = SpaceRows.read(file, TestOptions.of(""));

        assertThat(rows.findings())
                .hasSize(32)
                .allSatisfy(finding -> assertThat(finding.code()).isEqualTo("attributes-too-large"));
    }

    @Test
    void holdsFewFeaturesWithManyPartsThatAreNoPositionsAtOnce() throws Exception {
        Path file = collection("", out -> {
            for (int i = 0; i < 300; i++) {
                out.print((i == 0 ? "" : ",")
                        + "{\"type\":\"Feature\",\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[[]]");
                repeat(out, ",\"a\"", 390_000);
                out.print("]},\"properties\":{\"key\":\"K" + i + "\",\"name\":\"K\"}}");
            }
        });

        SpaceRows rows = SpaceRows.read(file, TestOptions.of(""));

        assertThat(rows.findings())
                .hasSize(300)
                .allSatisfy(finding -> assertThat(finding.code()).isEqualTo("geometry-type"));
    }

    @Test
    void leavesOutATableRowWithTextsBeyondMeasure() throws Exception {
        Path file = folder.resolve("large.csv");
        try (PrintStream out = open(file)) {
            out.print("key;name;wkt;" + columns(40) + "\nA;A;;" + "x".repeat(9_000) + ";".repeat(39) + "\nB;B;");
            for (int i = 0; i < 40; i++) {
                out.print(";\"");
                repeat(out, "\u0001", 350_000);
                out.print("\"");
            }
            out.print("\nC;C;;" + "x".repeat(2 * MEGABYTE) + ";".repeat(39) + "\nD;D;;" + ";".repeat(39) + "\n");
        }

        SpaceRows all = SpaceRows.read(file, TestOptions.of(""));
        SpaceRows chosen = SpaceRows.read(file, TestOptions.of("'attributes':['c1']"));

        assertThat(all.findings())
                .extracting(finding -> finding.row() + " " + finding.key() + " " + finding.code())
                .containsExactly("3 B row-too-large", "4 C attributes-too-large");
        assertThat(all.rows()).extracting(SpaceRow::key).containsExactly("A", "D");
        assertThat(chosen.rows()).extracting(SpaceRow::key).containsExactly("A", "C", "D");
    }

    @Test
    void leavesOutARowOfAGeoPackageWithTextsBeyondMeasure() throws Exception {
        Path file = Files.copy(Path.of("src/test/resources/geofile/two-layers.gpkg"), folder.resolve("large.gpkg"));
        GeoPackageFaultsTest.database(
                file,
                IntStream.range(0, 400)
                        .mapToObj(i -> "alter table raeume add column c" + i + " text")
                        .toArray(String[]::new));
        GeoPackageFaultsTest.database(
                file,
                "update raeume set "
                        + IntStream.range(0, 400)
                                .mapToObj(i -> "c" + i + " = hex(zeroblob(300000))")
                                .collect(Collectors.joining(", "))
                        + " where fid = 1",
                "update raeume set c0 = hex(zeroblob(30000000)) where fid = 2",
                "update raeume set c0 = hex(zeroblob(2000000)), c1 = zeroblob(40000000) where fid = 3");
        String options = "'layer':'raeume','key':{'property':'RAUMNAME','remove':'ü'},'nameProperty':'RAUMNAME'";

        SpaceRows all = SpaceRows.read(file, TestOptions.of(options));
        SpaceRows chosen = SpaceRows.read(file, TestOptions.of(options + ",'attributes':['NUMMER']"));

        assertThat(all.findings())
                .filteredOn(finding -> finding.code().endsWith("-too-large"))
                .extracting(finding -> finding.row() + " " + finding.code())
                .containsExactly("1 row-too-large", "2 row-too-large", "3 attributes-too-large");
        assertThat(all.findings().get(0).key()).isEqualTo("Übersee");
        assertThat(chosen.rows()).extracting(SpaceRow::row).contains(4).doesNotContain(1, 2);
        assertThat(chosen.findings())
                .filteredOn(finding -> finding.code().endsWith("-too-large"))
                .extracting(Finding::row)
                .containsExactly(1, 2);
    }

    @Test
    void refusesAGeoPackageWithLayersBeyondMeasure() throws Exception {
        Path file = Files.copy(Path.of("src/test/resources/geofile/two-layers.gpkg"), folder.resolve("large.gpkg"));
        GeoPackageFaultsTest.database(
                file,
                "insert into gpkg_contents (table_name, data_type, identifier, srs_id)"
                        + " with recursive n (i) as (select 1 union all select i + 1 from n where i < 1000)"
                        + " select 't' || i, 'features', i, 25833 from n");

        assertThatExceptionOfType(FileFault.class)
                .isThrownBy(() -> SpaceRows.read(file, TestOptions.of("'layer':'raeume'")))
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("import.geopackage-layers"));
    }

    @Test
    void refusesAZipWhoseListOfFilesIsBeyondMeasure() throws Exception {
        Path file = folder.resolve("large.zip");
        int bytes = 1_900_000_000;
        try (RandomAccessFile zip = new RandomAccessFile(file.toFile(), "rw")) {
            zip.write(new byte[] {'P', 'K', 3, 4});
            zip.seek(bytes);
            zip.write(ByteBuffer.allocate(22)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put(new byte[] {'P', 'K', 5, 6})
                    .putInt(0)
                    .putShort((short) 14_000)
                    .putShort((short) 14_000)
                    .putInt(bytes)
                    .array());
        }

        assertThatExceptionOfType(FileFault.class)
                .isThrownBy(() -> SpaceRows.read(file, TestOptions.of("")))
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("import.zip-entries");
                    assertThat(List.of(fault.arguments())).containsExactly("14000", "100");
                });
    }

    /** Writes a part of a file. */
    private interface Part {
        void to(PrintStream out);
    }

    private Path collection(String before, Part features) throws IOException {
        return collection(before, out -> {}, "\"features\":[", features);
    }

    private Path collection(String before, Part large, String between, Part features) throws IOException {
        Path file = folder.resolve("large.geojson");
        try (PrintStream out = open(file)) {
            out.print("{\"type\":\"FeatureCollection\"," + before);
            large.to(out);
            out.print(between);
            features.to(out);
            out.print("]}");
        }
        return file;
    }

    private static String feature(String properties, String geometry) {
        return "{\"type\":\"Feature\",\"properties\":{" + properties + "},\"geometry\":" + geometry + "}";
    }

    private static String columns(int count) {
        return IntStream.range(0, count).mapToObj(i -> "c" + i).collect(Collectors.joining(";"));
    }

    /** So many characters, about. */
    private static void repeat(PrintStream out, String part, int characters) {
        String portion = part.repeat(10_000);
        for (int i = 0; i < characters / portion.length(); i++) {
            out.print(portion);
        }
    }

    private static PrintStream open(Path file) throws IOException {
        return new PrintStream(
                new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), false, StandardCharsets.UTF_8);
    }
}
