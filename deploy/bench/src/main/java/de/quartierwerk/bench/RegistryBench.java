package de.quartierwerk.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.local.LocalService;
import de.quartierwerk.local.StartFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * Imports of spaces with boundaries beside COPY of the same rows into the same tables, then reads. Nobody consumes the
 * events.
 */
final class RegistryBench {
    private static final int HEAP_MEGABYTES = 256;
    private static final String LEVEL = "bench-area";
    private static final String REPORT_LEVEL = "bench-report";
    private static final int QUIET_READS = 500;
    private static final int SPACES_OF_REPORT = 10_000;

    private final BenchPlatform platform;
    private final int spaces;
    private final Path folder;
    private final ObjectMapper json = new ObjectMapper();

    RegistryBench(BenchPlatform platform, int spaces) throws IOException {
        this.platform = platform;
        this.spaces = spaces;
        this.folder = Files.createTempDirectory("bench");
    }

    void run() throws IOException, SQLException, StartFailure {
        platform.stop(
                LocalService.INGESTION, LocalService.CLASSIFICATION, LocalService.FUNDING, LocalService.REPORTING);
        platform.restart(LocalService.REGISTRY, HEAP_MEGABYTES);
        putLevel(LEVEL, 40);
        warmUp();
        imports();
        importFile(new PolygonGrid("q", SPACES_OF_REPORT).write(folder), REPORT_LEVEL);
        new RegistryReads(platform, LEVEL, spaces, REPORT_LEVEL).run();
    }

    /** A service that has just started would be slow. */
    private void warmUp() throws IOException {
        for (int i = 0; i < 3; i++) {
            importFile(new PolygonGrid("w" + i, Math.max(100, spaces / 50)).write(folder), "warm-up-" + i);
        }
    }

    private void imports() throws IOException, SQLException {
        String size = Math.round(spaces / 1e3) + "k";
        Path small = new PolygonGrid("s", spaces / 100).write(folder);
        double[] ours = new double[2];
        ours[0] = Lines.seconds(() -> importFile(small, "bench-small"));
        Path large = new PolygonGrid("l", spaces).write(folder);
        Lines.note("importing " + Files.size(large) / 1_000_000 + " MB with -Xmx" + HEAP_MEGABYTES + "m");
        ours[1] = Lines.seconds(() -> importFile(large, LEVEL));
        try (Connection connection = platform.database(LocalService.REGISTRY)) {
            double[] copy = {copied(connection, "bench-small"), copied(connection, LEVEL)};
            Lines.comparison("import-" + size, ours[1], copy[1]);
            Lines.growth("import-growth", spaces / 100, spaces, ours, copy);
            Lines.comparison("import-again-" + size, Lines.seconds(() -> importFile(large, LEVEL)), copy[1]);
        }
        reads(large);
    }

    /** A space read again and again while a file is imported, beside the same on a quiet service. */
    private void reads(Path file) {
        String path = "/registry/v1/spaces/" + new PolygonGrid("l", spaces).key(0);
        reads(path, () -> false, QUIET_READS);
        double quiet = reads(path, () -> false, QUIET_READS);
        CompletableFuture<Void> importing = CompletableFuture.runAsync(() -> importFile(file, LEVEL));
        double busy = reads(path, () -> !importing.isDone(), 1);
        importing.join();
        Lines.comparison("read-during-import", busy, quiet);
    }

    /** The time below which 95 of 100 reads stay, of so many at least. */
    private double reads(String path, BooleanSupplier more, int least) {
        List<Double> seconds = new ArrayList<>();
        while (seconds.size() < least || more.getAsBoolean()) {
            seconds.add(
                    Lines.seconds(() -> platform.client().get(path, "planner").orFail()));
        }
        Collections.sort(seconds);
        return seconds.get(seconds.size() * 95 / 100);
    }

    /** Seconds of COPY of a level's spaces and their boundaries. */
    private static double copied(Connection connection, String level) throws SQLException, IOException {
        CopyReference copy = new CopyReference(connection);
        return copy.seconds("space", "level = '" + level + "'")
                + copy.seconds("space_boundary", "space_id in (select id from space where level = '" + level + "')");
    }

    private void putLevel(String code, int rank) {
        platform.client()
                .put(
                        "/registry/v1/levels/" + code,
                        "planner",
                        json.createObjectNode().put("name", code).put("rank", rank))
                .orFail();
    }

    /** Uploads a file and waits until its import is completed; a level of its own keeps it away from other files. */
    private void importFile(Path file, String level) {
        putLevel(level, 40);
        ObjectNode options = json.createObjectNode().put("level", level).put("validFrom", "2006-01-01");
        long begin = System.nanoTime();
        var answer = platform.client()
                .upload("/registry/v1/imports", "planner", file, "options", options)
                .orFail();
        Lines.note(file.getFileName() + " answered with " + answer.status() + " after "
                + Math.round((System.nanoTime() - begin) / 1e8) / 10.0 + " s");
        JsonNode imported = answer.json();
        if (answer.status() == 202) {
            String path = URI.create(answer.header("Location").orElseThrow()).getPath();
            BenchRegion.awaitState(platform.client(), path, "planner", "COMPLETED");
            imported = platform.client().get(path, "planner").orFail().json();
        }
        JsonNode counts = imported.path("counts");
        if (counts.path("received").asInt() == 0 || counts.path("rejected").asInt() > 0) {
            throw new IllegalStateException(imported.toString());
        }
    }
}
