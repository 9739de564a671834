package de.quartierwerk.registry.spaceimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A boundary that would fill the memory is left out by its row; all others of its file are taken. */
class LargeBoundariesTest {
    private static final String COLUMNS = "'keyProperty':'STATISTIK_GEBIET','nameProperty':'RAUMNAME'";
    private static final int MANY = 300_000;
    private static final int FAR_TOO_MANY = 20 * MANY;

    @TempDir
    Path folder;

    /** A form of files, and what it says of a boundary that is too large. */
    enum FileForm {
        GEOJSON("geometry-too-large"),
        CSV("row-too-long"),
        GEOPACKAGE("geometry-too-large"),
        SHAPEFILE("geometry-too-large");

        private final String code;

        FileForm(String code) {
            this.code = code;
        }
    }

    @ParameterizedTest
    @EnumSource(FileForm.class)
    void takesABoundaryOfVeryManyPositions(FileForm form) throws Exception {
        SpaceRows rows = read(form, MANY);

        assertThat(rows.findings()).isEmpty();
        assertThat(rows.rows()).hasSize(rows.received());
        assertThat(rows.rows().get(0).boundary().geometry().getNumPoints()).isEqualTo(MANY);
    }

    @ParameterizedTest
    @EnumSource(FileForm.class)
    void leavesOutABoundaryOfFarTooManyPositions(FileForm form) throws Exception {
        SpaceRows rows = read(form, FAR_TOO_MANY);

        assertThat(rows.findings()).extracting(Finding::code).containsExactly(form.code);
        assertThat(rows.rows()).hasSize(rows.received() - 1);
    }

    private SpaceRows read(FileForm form, int positions) throws Exception {
        return switch (form) {
            case GEOJSON -> SpaceRows.read(geoJson(positions), TestOptions.of(""));
            case CSV -> SpaceRows.read(csv(positions), TestOptions.of(""));
            case GEOPACKAGE -> SpaceRows.read(geoPackage(positions), TestOptions.of("'layer':'raeume'," + COLUMNS));
            case SHAPEFILE -> SpaceRows.read(shapefile(positions), TestOptions.of(COLUMNS));
        };
    }

    private Path geoJson(int positions) throws IOException {
        Path file = folder.resolve("large.geojson");
        try (PrintStream out = open(file)) {
            out.print("{\"type\":\"FeatureCollection\",\"features\":["
                    + "{\"type\":\"Feature\",\"properties\":{\"key\":\"A\",\"name\":\"A\"},"
                    + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[");
            print(out, positions, "[", ",", "]");
            out.print("]]}},{\"type\":\"Feature\",\"properties\":{\"key\":\"B\",\"name\":\"B\"},\"geometry\":"
                    + "{\"type\":\"Polygon\",\"coordinates\":[[[11,51],[11.1,51],[11.1,51.1],[11,51]]]}}]}");
        }
        return file;
    }

    private Path csv(int positions) throws IOException {
        Path file = folder.resolve("large.csv");
        try (PrintStream out = open(file)) {
            out.print("key,name,wkt\nA,A,\"POLYGON((");
            print(out, positions, "", " ", "");
            out.print("))\"\nB,B,\"POLYGON((11 51, 11.1 51, 11.1 51.1, 11 51))\"\n");
        }
        return file;
    }

    private Path geoPackage(int positions) throws IOException {
        Path file = Files.copy(Path.of("src/test/resources/geofile/two-layers.gpkg"), folder.resolve("large.gpkg"));
        ByteBuffer wkb = ByteBuffer.allocate(21 + 16 * positions).order(ByteOrder.LITTLE_ENDIAN);
        wkb.put(new byte[] {'G', 'P', 0, 1}).putInt(25833);
        wkb.put((byte) 1).putInt(3).putInt(1).putInt(positions);
        putPositions(wkb, positions);
        Jdbi.create("jdbc:sqlite:" + file).useHandle(database -> {
            // those of the package's index call functions that only GIS programs have
            database.select("select name from sqlite_schema where type = 'trigger'")
                    .mapTo(String.class)
                    .list()
                    .forEach(trigger -> database.execute("drop trigger \"" + trigger + "\""));
            database.execute("update raeume set geom = ? where fid = 1", (Object) wkb.array());
        });
        return file;
    }

    private Path shapefile(int positions) throws IOException {
        Path target = folder.resolve("large.zip");
        try (ZipInputStream in =
                        new ZipInputStream(Files.newInputStream(Path.of("src/test/resources/geofile/shape-utf8.zip")));
                ZipOutputStream out =
                        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(target), 1 << 16))) {
            out.setLevel(Deflater.BEST_SPEED);
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().endsWith(".shp")) {
                    int second = 108 + 2 * ByteBuffer.wrap(content).getInt(104);
                    out.write(content, 0, 100);
                    out.write(record(positions));
                    out.write(content, second, content.length - second);
                } else {
                    out.write(content);
                }
            }
        }
        return target;
    }

    private static byte[] record(int positions) {
        int bytes = 48 + 16 * positions;
        ByteBuffer shape = ByteBuffer.allocate(8 + bytes);
        shape.putInt(1).putInt(bytes / 2).order(ByteOrder.LITTLE_ENDIAN).putInt(5);
        shape.position(shape.position() + 32);
        shape.putInt(1).putInt(positions).putInt(0);
        putPositions(shape, positions);
        return shape.array();
    }

    /** A circle, clockwise, in EPSG:25833. */
    private static void putPositions(ByteBuffer into, int positions) {
        for (int i = 0; i < positions; i++) {
            double angle = angle(i, positions);
            into.putDouble(400_000 + 90_000 * Math.cos(angle)).putDouble(5_800_000 + 90_000 * Math.sin(angle));
        }
    }

    /** A circle, or one over and over again. */
    private static void print(PrintStream out, int positions, String before, String between, String after) {
        StringBuilder circle = new StringBuilder();
        for (int i = 0; i < MANY; i++) {
            double angle = angle(i, MANY);
            circle.append(i == 0 ? "" : ",")
                    .append(before)
                    .append(13 + Math.round(1e9 * Math.cos(angle)) / 1e9)
                    .append(between)
                    .append(52 + Math.round(1e9 * Math.sin(angle)) / 1e9)
                    .append(after);
        }
        for (int i = 0; i < positions / MANY; i++) {
            out.print(i == 0 ? "" : ",");
            out.print(circle);
        }
    }

    private static double angle(int i, int positions) {
        return i == positions - 1 ? 0 : -2 * Math.PI * i / (positions - 1);
    }

    private static PrintStream open(Path file) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        return new PrintStream(out, false, StandardCharsets.UTF_8);
    }
}
