package de.quartierwerk.bench;

import de.quartierwerk.local.LocalService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what a service takes from its process, its JVM and its database. */
final class ServiceWatch {
    private static final Pattern GENERATION = Pattern.compile("total (?:reserved )?\\d+K.* used (\\d+)K");
    private static final Pattern METASPACE = Pattern.compile("Metaspace +used (\\d+)K");
    private static final double KILO = 1024;

    private final BenchPlatform platform;
    private final LocalService service;

    ServiceWatch(BenchPlatform platform, LocalService service) {
        this.platform = platform;
        this.service = service;
    }

    LocalService service() {
        return service;
    }

    /** Looks at the process, its JVM and the database. */
    Map<Measure, Double> look() throws IOException, InterruptedException, SQLException {
        Map<Measure, Double> found = process(platform.jvm(service).pid());
        try (Connection connection = platform.database(service)) {
            found.put(
                    Measure.CONNECTIONS,
                    number(
                            connection,
                            "select count(*) from pg_stat_activity where datname = ? and pid <> pg_backend_pid()",
                            service.root()));
            for (Measure measure : Measure.values()) {
                if (measure.isTable()) {
                    found.put(
                            measure,
                            number(connection, "select pg_total_relation_size(cast(? as regclass))", measure.label())
                                    / KILO
                                    / KILO);
                }
            }
        }
        return found;
    }

    /** Looks at a JVM, after two collections: what the first one finds unreachable, the second one takes away. */
    static Map<Measure, Double> process(long process) throws IOException, InterruptedException {
        Map<Measure, Double> found = new EnumMap<>(Measure.class);
        String heap = command(process, "GC.run\nGC.run\nGC.heap_info");
        found.put(Measure.HEAP, sum(GENERATION, heap) / KILO);
        found.put(Measure.METASPACE, sum(METASPACE, heap) / KILO);
        String status = Files.readString(proc(process, "status"));
        found.put(Measure.RESIDENT, sum(Pattern.compile("VmRSS:\\s+(\\d+) kB"), status) / KILO);
        found.put(Measure.THREADS, sum(Pattern.compile("Threads:\\s+(\\d+)"), status));
        try (Stream<Path> handles = Files.list(proc(process, "fd"))) {
            found.put(Measure.HANDLES, (double) handles.count());
        }
        return found;
    }

    /** What was found, in one line. */
    static String line(Map<Measure, Double> found) {
        StringBuilder line = new StringBuilder();
        found.forEach((measure, value) ->
                line.append(String.format(Locale.ROOT, " %s=%.1f%s", measure.label(), value, measure.unit())));
        return line.toString();
    }

    private static Path proc(long process, String name) {
        return Path.of("/proc", Long.toString(process), name);
    }

    private static String command(long process, String commands) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process running = new ProcessBuilder(jcmd.toString(), Long.toString(process), commands)
                .redirectErrorStream(true)
                .start();
        String answer = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (running.waitFor() != 0) {
            throw new IllegalStateException("jcmd answered " + answer);
        }
        return answer;
    }

    private static double sum(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        double sum = 0;
        boolean found = false;
        while (matcher.find()) {
            found = true;
            sum += Double.parseDouble(matcher.group(1));
        }
        if (!found) {
            throw new IllegalStateException("no " + pattern + " in " + text);
        }
        return sum;
    }

    private static double number(Connection connection, String sql, String argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getDouble(1);
            }
        }
    }
}
