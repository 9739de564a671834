package de.quartierwerk.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.demonstration.DemonstrationRegion;
import de.quartierwerk.local.LocalService;
import de.quartierwerk.local.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A run over many spaces and 40 indicators, beside one SQL statement with window functions that computes the same index
 * and classes from rows in the same PostgreSQL.
 */
final class ClassificationBench {
    private static final int INDICATORS = 40;
    /** A service that has just started would be slow. */
    private static final int WARM_UPS = 2;

    /** As many as England has small areas. */
    private static final int AREAS = 32_844;

    private static final int GROUPS = 16;
    private static final int HEAP_MEGABYTES = 1024;
    private static final int YEAR = BenchRegion.LAST_YEAR;
    private static final String SCHEME = "bench";

    private final BenchPlatform platform;
    private final int spaces;
    private final ObjectMapper json = new ObjectMapper();
    private List<String> indicators;

    ClassificationBench(BenchPlatform platform, int spaces) {
        this.platform = platform;
        this.spaces = spaces;
    }

    void run() throws IOException, SQLException, StartFailure, InterruptedException {
        load();
        String size = Math.round(spaces / 1e3) + "k";
        Sample sql = sql();
        String[] run = new String[1];
        for (int i = 0; i < WARM_UPS; i++) {
            run[0] = computeAndPublish();
        }
        Lines.comparison("run-" + size, Lines.sample(3, () -> run[0] = computeAndPublish()), sql);
        Sample compute = new ComputeBench(spaces, INDICATORS).seconds();
        Lines.comparison("compute-" + size, compute, sql);
        Sample small = new ComputeBench(spaces / 100, INDICATORS).seconds();
        Lines.growth(
                "compute-growth", spaces / 100, spaces, new double[] {small.median(), compute.median()}, new double[] {
                    1, 100
                });
        ComputeBench robust = new ComputeBench(spaces / 10, INDICATORS / 2);
        Lines.comparison("monte-carlo-1000", robust.drawing(1000), robust.seconds());
        ComputeBench quintiles = new ComputeBench(spaces / 10, INDICATORS / 2, ComputeBench.QUINTILES);
        Lines.comparison("monte-carlo-1000-quintiles", quintiles.drawing(1000), quintiles.seconds());
        ComputeBench within = ComputeBench.within(AREAS, INDICATORS, GROUPS);
        ComputeBench together = ComputeBench.within(AREAS, INDICATORS, 0);
        for (int i = 0; i < WARM_UPS; i++) {
            within.seconds();
            together.seconds();
        }
        Lines.comparison("within", within.seconds(), together.seconds());
        page(run[0]);
    }

    /** Brings spaces and values in as offices do, and waits until classification has them. */
    private void load() throws IOException, SQLException, StartFailure, InterruptedException {
        BenchRegion region = new BenchRegion(platform.client(), spaces);
        Lines.note("importing " + spaces + " spaces");
        region.importSpaces();
        platform.awaitCaughtUp(LocalService.INGESTION);
        platform.awaitCaughtUp(LocalService.CLASSIFICATION);
        platform.stop(LocalService.REGISTRY, LocalService.FUNDING, LocalService.REPORTING);
        platform.restart(LocalService.INGESTION, HEAP_MEGABYTES);
        platform.restart(LocalService.CLASSIFICATION, HEAP_MEGABYTES);
        indicators = region.putIndicators(indicator -> !indicator.computed());
        indicators = indicators.subList(0, Math.min(INDICATORS, indicators.size()));
        Path folder = Files.createTempDirectory("bench");
        for (Path file :
                List.of(region.counts(folder, YEAR, YEAR, region.spaces()), region.ratios(folder, YEAR, YEAR))) {
            Lines.note("releasing " + file.getFileName());
            region.release(region.validate(file));
            Files.delete(file);
        }
        platform.awaitCaughtUp(LocalService.CLASSIFICATION);
        int version = platform.client()
                .put("/classification/v1/schemes/" + SCHEME, "planner", scheme())
                .orFail()
                .json()
                .get("version")
                .asInt();
        platform.client()
                .post(
                        "/classification/v1/schemes/" + SCHEME + "/versions/" + version + "/approval",
                        "steward",
                        json.createObjectNode())
                .orFail();
    }

    private ObjectNode scheme() {
        ObjectNode scheme = json.createObjectNode()
                .put("code", SCHEME)
                .put("title", "Summe standardisierter Werte")
                .put("level", DemonstrationRegion.LEVEL);
        ObjectNode index = scheme.putArray("indices").addObject().put("code", "status");
        ArrayNode components = index.putArray("components");
        indicators.forEach(indicator -> components
                .addObject()
                .put("indicator", indicator)
                .put("polarity", "burden")
                .put("standardise", "z-population"));
        index.put("combine", "sum").put("restandardise", "z-population");
        ObjectNode classes = index.putObject("classes").put("method", "breaks");
        classes.putArray("breaks").add(-1).add(1).add(1.5);
        classes.putArray("codes").add("1").add("2").add("3").add("4");
        return scheme;
    }

    private String computeAndPublish() {
        ObjectNode body = json.createObjectNode().put("scheme", SCHEME).put("period", Integer.toString(YEAR));
        String path = "/classification/v1/runs/"
                + platform.client()
                        .post("/classification/v1/runs", "planner", body)
                        .orFail()
                        .json()
                        .get("id")
                        .asText();
        BenchRegion.awaitState(platform.client(), path, "planner", "COMPLETED");
        ObjectNode note = json.createObjectNode().put("note", "Benchmark");
        note.putArray("consulted").add("99001001");
        platform.client().post(path + "/publication", "planner", note).orFail();
        return path;
    }

    /** Seconds of the statement that computes the same from rows. */
    private Sample sql() throws SQLException, IOException {
        Path rows = Files.createTempFile("values", ".copy");
        String codes = indicators.stream().map(code -> "'" + code + "'").collect(Collectors.joining(","));
        try (Connection ingestion = platform.database(LocalService.INGESTION);
                Connection classification = platform.database(LocalService.CLASSIFICATION);
                Statement statement = classification.createStatement()) {
            new CopyReference(ingestion)
                    .save(
                            "select space, indicator, value::double precision from value where value is not null"
                                    + " and indicator in (" + codes + ")",
                            rows);
            statement.execute("create table bench_value (space text, indicator text, value double precision)");
            statement.execute("create table bench_result (space text, raw double precision, value double precision,"
                    + " class text)");
            new CopyReference(classification).load(rows, "bench_value");
            statement.execute("analyze bench_value");
            Lines.note(count(statement) + " rows for the SQL statement");
            return Lines.sample(3, () -> statement.execute("""
                    insert into bench_result
                    with standardised as (
                        select space, (value - avg(value) over w) / nullif(stddev_pop(value) over w, 0) as z
                        from bench_value window w as (partition by indicator)),
                    summed as (select space, sum(z) as raw from standardised group by space),
                    again as (
                        select space, raw, (raw - avg(raw) over ()) / nullif(stddev_pop(raw) over (), 0) as value
                        from summed)
                    select space, raw, value,
                        case when value <= -1 then '1' when value <= 1 then '2' when value <= 1.5 then '3' else '4' end
                    from again order by space
                    """));
        } finally {
            Files.delete(rows);
        }
    }

    private static long count(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select count(*) from bench_value")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** A page of 1,000 results beside the same rows over a new connection, as one call of psql does it. */
    private void page(String run) throws IOException {
        String path = run + "/results?limit=1000";
        Lines.sample(20, () -> platform.client().get(path, "planner").orFail());
        Sample ours =
                Lines.sample(21, () -> platform.client().get(path, "planner").orFail());
        Path file = Files.createTempFile("page", ".copy");
        Sample reference = Lines.sample(21, () -> {
            try (Connection connection = platform.database(LocalService.CLASSIFICATION)) {
                new CopyReference(connection).save("select * from bench_result order by space limit 1000", file);
            }
        });
        Files.delete(file);
        Lines.comparison("result-page-1000", ours, reference);
    }
}
