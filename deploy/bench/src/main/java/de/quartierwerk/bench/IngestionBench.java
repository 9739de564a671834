package de.quartierwerk.bench;

import de.quartierwerk.local.LocalService;
import de.quartierwerk.local.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Checks and releases files of counts beside COPY of the same rows into a table with the same columns and indexes, with
 * 256 MiB of heap whatever the size of the file. Nobody consumes the events meanwhile.
 */
final class IngestionBench {
    private static final int HEAP_MEGABYTES = 256;
    private static final int PARALLEL = 4;
    /** So often short work is done. */
    private static final int TIMES = 3;
    /** Years of the file that is compared with COPY. */
    private static final int YEARS = 3;
    /** The made-up spaces are large; with these minimum counts one in twenty and one in fifty of them has too few. */
    private static final Map<String, Integer> MINIMUM_COUNTS =
            Map.of("population-under-3", 125, "population-80-plus", 180);

    private final BenchPlatform platform;
    private final int values;
    private final Path folder;
    private BenchRegion region;

    /**
     * A benchmark.
     *
     * @param values number of values of the file that is compared with COPY, about; a hundredth, a tenth and three
     *     times as many are tried beside it
     */
    IngestionBench(BenchPlatform platform, int values) throws IOException {
        this.platform = platform;
        this.values = values;
        this.folder = Files.createTempDirectory("bench");
    }

    void run() throws IOException, SQLException, StartFailure, InterruptedException {
        region = new BenchRegion(platform.client(), Math.max(30, spaces(values) / YEARS));
        region.importSpaces();
        platform.awaitCaughtUp(LocalService.INGESTION);
        platform.stop(LocalService.REGISTRY, LocalService.CLASSIFICATION, LocalService.FUNDING, LocalService.REPORTING);
        platform.restart(LocalService.INGESTION, HEAP_MEGABYTES);
        region.putIndicators(indicator -> indicator.count() != null, MINIMUM_COUNTS);

        warmUp(2000, spaces(values / 100));
        workbooks();
        proposal();
        Measured small = measure(2001, 2001, spaces(values / 100));
        measure(2002, 2002, spaces(values / 10));
        Measured main = measure(2003, 2002 + YEARS, region.spaces());
        measure(2003 + YEARS, 2002 + 4 * YEARS, region.spaces());
        growth("validate-growth", small.rows, main.rows, small.validate, main.validate, small.staged, main.staged);
        growth("release-growth", small.rows, main.rows, small.release, main.release, small.copied, main.copied);
        others();
        parallel();
        catchUp();
    }

    private static int spaces(int values) {
        return values / BenchRegion.countIndicators();
    }

    private static void growth(
            String name, int small, int large, double ours, double oursLarge, double reference, double referenceLarge) {
        Lines.growth(name, small, large, new double[] {ours, oursLarge}, new double[] {reference, referenceLarge});
    }

    /** Seconds of a file. */
    private record Measured(int rows, double validate, double staged, double release, double copied) {}

    /** A service that has just started would be slow with a small file only. */
    private void warmUp(int year, int spaces) throws IOException {
        Path file = region.counts(folder, year, year, spaces);
        region.release(region.validate(file));
        Files.delete(file);
    }

    /** Releases the counts of the first spaces for some years. */
    private Measured measure(int fromYear, int toYear, int spaces) throws IOException, SQLException {
        Path file = region.counts(folder, fromYear, toYear, spaces);
        String[] submission = new String[1];
        double validate = Lines.seconds(() -> submission[0] = region.validate(file));
        String id = submission[0].substring(submission[0].lastIndexOf('/') + 1);
        try (Connection connection = platform.database(LocalService.INGESTION)) {
            CopyReference copy = new CopyReference(connection);
            double staged = copy.seconds("staged_value", "submission = '" + id + "'");
            double release = Lines.seconds(() -> region.release(submission[0]));
            awaitCleaned(connection, id);
            String released = "release = (select number from release where submission = '" + id + "')";
            double copied = copy.seconds("value", released);
            int rows = count(connection, "select count(*) from value where " + released);
            int suppressed =
                    count(connection, "select count(*) from value where suppression is not null and " + released);
            Lines.note(
                    rows + " values released, " + suppressed + " of them suppressed, with -Xmx" + HEAP_MEGABYTES + "m");
            String size = rows >= 950_000 ? Math.round(rows / 1e6) + "m" : Math.round(rows / 1e3) + "k";
            Lines.comparison("validate-" + size, validate, staged);
            Lines.comparison("release-" + size, release, copied);
            return new Measured(rows, validate, staged, release, copied);
        } finally {
            Files.delete(file);
        }
    }

    /** An old workbook beside a new one with the same rows. */
    private void workbooks() throws IOException {
        SheetFiles files = new SheetFiles(region.keys());
        Path xls = files.xls(folder);
        Path xlsx = files.xlsx(folder);
        Sample old = Lines.sample(TIMES, () -> region.dryRun(xls));
        Lines.comparison("xls-60k", old, Lines.sample(TIMES, () -> region.dryRun(xlsx)));
        Files.delete(xls);
        Files.delete(xlsx);
    }

    /** A proposal for the largest file but one, beside a delivery that is read once and does not fit. */
    private void proposal() throws IOException {
        Path file = region.counts(folder, 2003, 2002 + YEARS, region.spaces());
        Sample proposed = Lines.sample(TIMES, () -> region.propose(file));
        Sample read = Lines.sample(TIMES, () -> region.refused(file));
        Lines.comparison("proposal-" + Math.round(values / 1e6) + "m", proposed, read);
        Files.delete(file);
    }

    /** How other systems write the same rows, beside COPY. */
    private void others() throws IOException, SQLException {
        try (Connection connection = platform.database(LocalService.INGESTION)) {
            UpsertTechniques techniques = new UpsertTechniques(connection);
            techniques.prepare(100_000);
            double copy = techniques.copy();
            Lines.comparison("other-upsert-500-rows-100k", techniques.multiValueUpsert(500), copy);
            Lines.comparison("other-upsert-per-row-100k", techniques.upsertPerRow(), copy);
            techniques.drop();
        }
    }

    /** Four files at once beside the four one after the other. */
    private void parallel() throws IOException {
        List<Path> files = new ArrayList<>();
        int firstYear = BenchRegion.LAST_YEAR + 1 - 2 * PARALLEL;
        for (int year = firstYear; year <= BenchRegion.LAST_YEAR; year++) {
            files.add(region.counts(folder, year, year, spaces(values / 10)));
        }
        List<Path> first = files.subList(0, PARALLEL);
        List<Path> second = files.subList(PARALLEL, 2 * PARALLEL);
        double oneByOne = Lines.seconds(() -> first.forEach(region::validate));
        double atOnce = Lines.seconds(() -> {
            List<String> submissions = new ArrayList<>();
            second.forEach(file -> submissions.add(region.submit(file)));
            submissions.forEach(submission -> region.awaitState(submission, "VALIDATED"));
        });
        Lines.comparison("validate-parallel-" + PARALLEL, atOnce, oneByOne);
        for (Path file : files) {
            Files.delete(file);
        }
    }

    private void catchUp() throws StartFailure {
        for (LocalService service : List.of(LocalService.CLASSIFICATION, LocalService.REPORTING)) {
            double seconds = Lines.seconds(() -> {
                platform.restart(service, HEAP_MEGABYTES);
                platform.awaitCaughtUp(service);
            });
            Lines.note(String.format(
                    java.util.Locale.ROOT, "%s catches up in %.1f s, start included", service.root(), seconds));
        }
    }

    /**
     * The checked values go after the release, while nobody waits; the reference must not share the machine with that.
     */
    private static void awaitCleaned(Connection connection, String submission) throws SQLException {
        String left = "select exists (select 1 from staged_value where submission = '" + submission + "')::integer";
        while (count(connection, left) > 0) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static int count(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }
}
