package de.quartierwerk.bench;

import de.quartierwerk.local.StartFailure;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The entry of {@code deploy/bench/run}. */
public final class Bench {
    private static final String USAGE = """
            deploy/bench/run ingestion [values=1000000]
            deploy/bench/run classification [spaces=100000]
            deploy/bench/run funding [postings=1000000]
            deploy/bench/run registry [spaces=100000]
            deploy/bench/run lists""";

    private Bench() {}

    /** Runs the benchmark that the first word names; the others are sizes as {@code name=number}. */
    public static void main(String[] words) throws IOException, SQLException, StartFailure, InterruptedException {
        List<String> known = List.of("ingestion", "classification", "funding", "registry", "lists");
        if (words.length == 0 || !known.contains(words[0])) {
            System.err.println(USAGE);
            System.exit(2);
        }
        Map<String, Integer> sizes = sizes(Arrays.asList(words).subList(1, words.length));
        try (BenchPlatform platform = BenchPlatform.start()) {
            switch (words[0]) {
                case "ingestion" -> new IngestionBench(platform, sizes.getOrDefault("values", 1_000_000)).run();
                case "classification" -> new ClassificationBench(platform, sizes.getOrDefault("spaces", 100_000)).run();
                case "funding" -> new FundingBench(platform, sizes.getOrDefault("postings", 1_000_000)).run();
                case "registry" -> new RegistryBench(platform, sizes.getOrDefault("spaces", 100_000)).run();
                default -> new ListsBench(platform).run();
            }
        }
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
