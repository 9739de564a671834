package de.quartierwerk.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.demonstration.DemonstrationRegion;
import de.quartierwerk.demonstration.RegionFiles;
import de.quartierwerk.demonstration.RegionSettings;
import de.quartierwerk.demonstration.indicator.DemonstrationIndicator;
import de.quartierwerk.demonstration.load.PlatformClient;
import de.quartierwerk.demonstration.load.RelationAnswers;
import de.quartierwerk.demonstration.territory.Area;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A made-up region of any size in a platform, its spaces without boundaries. */
final class BenchRegion {
    static final int FIRST_YEAR = 2000;
    static final int LAST_YEAR = 2023;
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration EVERY_AT_FIRST = Duration.ofMillis(20);
    private static final Duration EVERY_LATER = Duration.ofMillis(100);

    private final PlatformClient client;
    private final DemonstrationRegion region;
    private final RegionFiles files;
    private final ObjectMapper json = new ObjectMapper();

    BenchRegion(PlatformClient client, int spaces) {
        this.client = client;
        this.region = DemonstrationRegion.generate(new RegionSettings(spaces, 2018, FIRST_YEAR, LAST_YEAR));
        this.files = new RegionFiles(region);
    }

    /** Number of indicators of a file of counts. */
    static int countIndicators() {
        return (int) DemonstrationIndicator.all().stream()
                .filter(indicator -> indicator.count() != null)
                .count();
    }

    /** Imports districts, municipalities and spaces. */
    void importSpaces() {
        client.put(
                        "/registry/v1/levels/" + DemonstrationRegion.LEVEL,
                        "planner",
                        json.createObjectNode().put("name", "Sozialraum").put("rank", 30))
                .orFail();
        importAreas("district", region.territory().districts());
        importAreas("municipality", region.territory().municipalities());
        importAreas(DemonstrationRegion.LEVEL, region.territory().spaces());
    }

    private void importAreas(String level, List<Area> areas) {
        StringBuilder csv = new StringBuilder("key;name;parent\n");
        areas.forEach(area -> csv.append(area.key())
                .append(';')
                .append(area.name())
                .append(';')
                .append(area.parent() == null ? "" : area.parent())
                .append('\n'));
        ObjectNode options = json.createObjectNode().put("level", level).put("validFrom", FIRST_YEAR + "-01-01");
        var answer = client.upload(
                        "/registry/v1/imports",
                        "planner",
                        level + ".csv",
                        BodyPublishers.ofString(csv.toString()),
                        "options",
                        options)
                .orFail();
        if (answer.status() == 202) {
            String path = URI.create(answer.header("Location").orElseThrow()).getPath();
            client.await(path, "planner", Set.of("COMPLETED"), PATIENCE);
        }
    }

    /** Puts the indicators of a kind into the catalogue. */
    List<String> putIndicators(Predicate<DemonstrationIndicator> kind) {
        return putIndicators(kind, Map.of());
    }

    /** The same, with minimum counts of their own for some of them. */
    List<String> putIndicators(Predicate<DemonstrationIndicator> kind, Map<String, Integer> minimumCounts) {
        List<DemonstrationIndicator> chosen =
                region.indicators().stream().filter(kind).toList();
        for (DemonstrationIndicator indicator : chosen) {
            ObjectNode definition = indicator.definition(json);
            Integer minimumCount = minimumCounts.get(indicator.code());
            if (minimumCount != null) {
                definition.put("minimumCount", minimumCount);
            }
            client.put("/ingestion/v1/indicators/" + indicator.code(), "steward", definition)
                    .orFail();
        }
        return chosen.stream().map(DemonstrationIndicator::code).toList();
    }

    /** Number of its spaces. */
    int spaces() {
        return region.territory().spaces().size();
    }

    /** Their keys. */
    List<String> keys() {
        return region.territory().spaces().stream().map(Area::key).toList();
    }

    /** Writes the counts of the first spaces for some years as a German spreadsheet export. */
    Path counts(Path folder, int fromYear, int toYear, int spaces) throws IOException {
        Path file = folder.resolve("bestand-" + fromYear + "-" + toYear + ".csv");
        try (OutputStream out = Files.newOutputStream(file)) {
            files.counts(fromYear, toYear, spaces, out);
        }
        return file;
    }

    /** Writes the ratios of some years, a row per value. */
    Path ratios(Path folder, int fromYear, int toYear) throws IOException {
        Path file = folder.resolve("kennzahlen-" + fromYear + "-" + toYear + ".csv");
        try (OutputStream out = Files.newOutputStream(file)) {
            files.fractions(fromYear, toYear, out);
        }
        return file;
    }

    /** Uploads a file and waits until it is checked; answers the submission's path. */
    String validate(Path file) {
        ObjectNode mapping =
                file.getFileName().toString().startsWith("bestand") ? files.countMapping() : files.fractionMapping();
        String path = submit(file, mapping);
        awaitState(path, "VALIDATED");
        RelationAnswers.give(client, path, "steward", "Erfundene Zahlen.");
        return path;
    }

    /** Uploads a file of counts. */
    String submit(Path file) {
        return submit(file, files.countMapping());
    }

    /** Has a mapping proposed for a file of counts; the answer shows values. */
    void propose(Path file) throws IOException {
        String boundary = "quartierwerk-bench";
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"level\"\r\n\r\n"
                + DemonstrationRegion.LEVEL + "\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file.getFileName() + "\"\r\n\r\n";
        JsonNode proposal = client.send(
                        "POST",
                        "/ingestion/v1/mappings/proposal",
                        "supplier",
                        Map.of("Content-Type", "multipart/form-data; boundary=" + boundary),
                        BodyPublishers.concat(
                                BodyPublishers.ofString(head),
                                BodyPublishers.ofFile(file),
                                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                .orFail()
                .json();
        if (proposal.at("/mapping/spaceColumn").isMissingNode()) {
            throw new IllegalStateException(proposal.toString());
        }
    }

    /** Delivers a file of counts with a mapping for another one: the service reads it once and refuses it. */
    void refused(Path file) {
        var answer = client.upload("/ingestion/v1/submissions", "steward", file, "mapping", SheetFiles.mapping(json));
        if (answer.status() != 422) {
            throw new IllegalStateException(answer.text());
        }
    }

    /** Checks a workbook of {@link SheetFiles} without storing its values. */
    void dryRun(Path file) {
        JsonNode submission = client.upload(
                        "/ingestion/v1/submissions?dryRun=true", "steward", file, "mapping", SheetFiles.mapping(json))
                .orFail()
                .json();
        awaitState("/ingestion/v1/submissions/" + submission.get("id").asText(), "VALIDATED");
    }

    private String submit(Path file, ObjectNode mapping) {
        JsonNode submission = client.upload("/ingestion/v1/submissions", "steward", file, "mapping", mapping)
                .orFail()
                .json();
        return "/ingestion/v1/submissions/" + submission.get("id").asText();
    }

    /** Approves a submission and waits until it is released. */
    void release(String submission) {
        client.post(submission + "/approval", "steward2", json.createObjectNode())
                .orFail();
        awaitState(submission, "RELEASED");
    }

    /** Reads a submission every 20 milliseconds, after the first second every 100, until it has this state. */
    void awaitState(String submission, String state) {
        awaitState(client, submission, "steward", state);
    }

    /** Reads a resource every 20 milliseconds, after the first second every 100, until it has this state. */
    static void awaitState(PlatformClient client, String path, String user, String wanted) {
        long begin = System.nanoTime();
        while (true) {
            JsonNode found = client.get(path, user).orFail().json();
            String state = found.path("state").asText();
            if (state.equals(wanted)) {
                return;
            }
            Duration waited = Duration.ofNanos(System.nanoTime() - begin);
            if (waited.compareTo(PATIENCE) > 0
                    || Set.of("REJECTED", "FAILED", "WITHDRAWN").contains(state)) {
                throw new IllegalStateException(found.toString());
            }
            try {
                Thread.sleep((waited.toSeconds() < 1 ? EVERY_AT_FIRST : EVERY_LATER).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
