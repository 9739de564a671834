package de.quartierwerk.bench;

import de.quartierwerk.local.StartFailure;
import de.quartierwerk.servers.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The entry of {@code deploy/bench/run}. */
public final class Bench {
    private static final String ALL = "all";
    private static final String SOAK = "soak";
    private static final String USAGE = """
            deploy/bench/run start [times=3]
            deploy/bench/run ingestion [values=1000000]
            deploy/bench/run classification [spaces=100000]
            deploy/bench/run funding [postings=1000000]
            deploy/bench/run registry [spaces=100000]
            deploy/bench/run lists
            deploy/bench/run load [requests=10000] [seed=1] [clients=4]
            deploy/bench/run soak [minutes=10] [seed=1] [rate=20] [every=60]
            deploy/bench/run all [the sizes of those above]""";

    private Bench() {}

    private interface Work {
        /** Whether nothing went wrong. */
        boolean of(BenchPlatform platform, Map<String, Integer> sizes)
                throws IOException, SQLException, StartFailure, InterruptedException;
    }

    /** Runs the benchmark that the first word names; the others are sizes as {@code name=number}. */
    public static void main(String[] words) throws IOException, SQLException, StartFailure, InterruptedException {
        Map<String, Work> benches = benches();
        if (words.length == 0 || !(benches.containsKey(words[0]) || words[0].equals(ALL))) {
            System.err.println(USAGE);
            System.exit(2);
        }
        Map<String, Integer> sizes = sizes(Arrays.asList(words).subList(1, words.length));
        boolean good = words[0].equals(ALL) ? all(benches, sizes) : one(benches.get(words[0]), sizes);
        if (!good) {
            System.exit(1);
        }
    }

    private static Map<String, Work> benches() {
        Map<String, Work> benches = new LinkedHashMap<>();
        benches.put("start", (platform, sizes) -> {
            new StartBench(platform, sizes.getOrDefault("times", 3)).run();
            return true;
        });
        benches.put("ingestion", (platform, sizes) -> {
            new IngestionBench(platform, sizes.getOrDefault("values", 1_000_000)).run();
            return true;
        });
        benches.put("classification", (platform, sizes) -> {
            new ClassificationBench(platform, sizes.getOrDefault("spaces", 100_000)).run();
            return true;
        });
        benches.put("funding", (platform, sizes) -> {
            new FundingBench(platform, sizes.getOrDefault("postings", 1_000_000)).run();
            return true;
        });
        benches.put("registry", (platform, sizes) -> {
            new RegistryBench(platform, sizes.getOrDefault("spaces", 100_000)).run();
            return true;
        });
        benches.put("lists", (platform, sizes) -> {
            new ListsBench(platform).run();
            return true;
        });
        benches.put(
                "load",
                (platform, sizes) -> new LoadBench(
                                platform,
                                sizes.getOrDefault("requests", 10_000),
                                sizes.getOrDefault("seed", 1),
                                sizes.getOrDefault("clients", 4))
                        .run());
        benches.put(
                SOAK,
                (platform, sizes) -> new SoakBench(
                                platform,
                                sizes.getOrDefault("minutes", 10),
                                sizes.getOrDefault("seed", 1),
                                sizes.getOrDefault("rate", 20),
                                sizes.getOrDefault("every", 60))
                        .run());
        return benches;
    }

    private static boolean one(Work work, Map<String, Integer> sizes)
            throws IOException, SQLException, StartFailure, InterruptedException {
        try (BenchPlatform platform = BenchPlatform.start()) {
            return work.of(platform, sizes);
        }
    }

    /** Runs each benchmark on a platform of its own and writes one table; one that fails does not keep the others. */
    private static boolean all(Map<String, Work> benches, Map<String, Integer> sizes)
            throws IOException, InterruptedException {
        Table table = new Table();
        Path file = Folders.checkout().resolve(".quartierwerk/bench.md");
        Lines.into(table);
        boolean good = true;
        for (Map.Entry<String, Work> bench : benches.entrySet()) {
            if (bench.getKey().equals(SOAK)) {
                continue;
            }
            Lines.note("--- " + bench.getKey());
            try {
                good &= one(bench.getValue(), sizes);
            } catch (RuntimeException | IOException | SQLException | StartFailure failure) {
                failure.printStackTrace();
                table.failed(bench.getKey(), failure.toString());
                good = false;
            }
            table.write(file);
        }
        Lines.note("the table stands in " + file);
        return good;
    }

    private static Map<String, Integer> sizes(List<String> words) {
        Map<String, Integer> sizes = new HashMap<>();
        for (String word : words) {
            String[] parts = word.split("=", 2);
            if (parts.length < 2 || !parts[1].matches("[1-9]\\d{0,7}")) {
                System.err.println(USAGE);
                System.exit(2);
            }
            sizes.put(parts[0], Integer.valueOf(parts[1]));
        }
        return sizes;
    }
}
