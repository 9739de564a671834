package de.quartierwerk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** All comparisons of a run as Markdown. */
final class Table {
    private static final long GIGABYTE = 1 << 30;

    private final List<String> rows = new ArrayList<>();
    private final String machine = machine();

    /** Adds times. */
    void times(String name, Sample ours, Sample reference) {
        add(
                name,
                time(ours.median()),
                time(reference.median()),
                number(ours.median() / reference.median()),
                ours.size() > 1 ? number(ours.spread()) : "");
    }

    /** Adds numbers of a unit. */
    void numbers(String name, String unit, double ours, double reference) {
        add(name, number(ours) + " " + unit, number(reference) + " " + unit, number(ours / reference), "");
    }

    /** Adds a benchmark that ended before its time. */
    void failed(String name, String why) {
        add(name, "failed: " + why.lines().findFirst().orElse("").replace('|', '/'), "", "", "");
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(
                file,
                Stream.concat(
                                Stream.of(
                                        "| name | ours | reference | ratio | spread | machine |",
                                        "|---|---|---|---|---|---|"),
                                rows.stream())
                        .toList());
    }

    private void add(String name, String... cells) {
        rows.add("| `" + name + "` | " + String.join(" | ", cells) + " | " + machine + " |");
    }

    private static String time(double seconds) {
        return seconds < 1 ? number(seconds * 1_000) + " ms" : number(seconds) + " s";
    }

    /** Three digits that count, or all before the point. */
    private static String number(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size < 1 ? "%.3f" : size < 10 ? "%.2f" : size < 100 ? "%.1f" : "%.0f", value);
    }

    private static String machine() {
        return "%d processors (%s), %d GB, %s, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        entry("/proc/cpuinfo", "model name"),
                        Math.round(Double.parseDouble(
                                        entry("/proc/meminfo", "MemTotal").replaceAll("\\D", ""))
                                * 1024
                                / GIGABYTE),
                        System.getProperty("os.name"),
                        Runtime.version().feature());
    }

    private static String entry(String file, String name) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("0");
        } catch (IOException elsewhere) {
            return "0";
        }
    }
}
