package de.quartierwerk.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as GIS programs write them: by ogr2ogr of GDAL. */
public final class Ogr {
    private Ogr() {}

    /** Skips the test where GDAL is not installed, but not on the build server. */
    public static void needed() {
        boolean there = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "ogr2ogr")));
        assumeTrue(there || "true".equals(System.getenv("CI")), "ogr2ogr (gdal-bin) is missing");
    }

    /** Writes a file with these options. */
    public static Path convert(Path from, Path to, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ogr2ogr", "-q"));
        command.addAll(List.of(options));
        command.addAll(List.of(to.toString(), from.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return to;
    }

    /** Writes a shapefile and packs its files into a zip. */
    public static Path zippedShapefile(Path from, Path folder, String... options)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        List<String> all = new ArrayList<>(List.of("-f", "ESRI Shapefile"));
        all.addAll(List.of(options));
        convert(from, folder.resolve("raeume.shp"), all.toArray(String[]::new));
        Path zip = folder.resolveSibling(folder.getFileName() + ".zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip));
                Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                out.putNextEntry(new ZipEntry("daten/" + file.getFileName()));
                Files.copy(file, out);
            }
        }
        return zip;
    }
}
