package de.quartierwerk.demonstration.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.demonstration.DemonstrationRegion;
import de.quartierwerk.demonstration.RegionFiles;
import de.quartierwerk.demonstration.RegionSettings;
import de.quartierwerk.demonstration.indicator.DemonstrationIndicator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The catalogue, and the values in two files: submitted by one steward, approved by another. */
final class ValueSteps {

    private static final String SUBMITTER = "steward";
    private static final String APPROVER = "steward2";
    private static final Duration PATIENCE = Duration.ofMinutes(60);
    private static final Set<String> USABLE = Set.of("RECEIVED", "VALIDATING", "VALIDATED", "RELEASING", "RELEASED");

    private final PlatformClient client;
    private final DemonstrationRegion region;
    private final Consumer<String> progress;
    private final RegionFiles files;
    private final ObjectMapper json = new ObjectMapper();

    ValueSteps(PlatformClient client, DemonstrationRegion region, Consumer<String> progress) {
        this.client = client;
        this.region = region;
        this.progress = progress;
        this.files = new RegionFiles(region);
    }

    void run() {
        RegionSettings settings = region.settings();
        progress.accept("Putting " + region.indicators().size() + " indicators into the catalogue");
        for (DemonstrationIndicator indicator : region.indicators()) {
            client.put("/ingestion/v1/indicators/" + indicator.code(), SUBMITTER, indicator.definition(json))
                    .orFail();
        }
        String years = settings.firstYear() + "-" + settings.lastYear() + ".csv";
        release(
                "demonstration-bestand-" + years,
                files.countMapping(),
                out -> files.counts(settings.firstYear(), settings.lastYear(), out));
        release(
                "demonstration-kennzahlen-" + years,
                files.fractionMapping(),
                out -> files.fractions(settings.firstYear(), settings.lastYear(), out));
        client.put("/ingestion/v1/indicators/" + RegionFiles.FAMILIES_CODE, SUBMITTER, files.familyDefinition())
                .orFail();
        String families = release(
                "demonstration-notunterkuenfte-" + settings.lastYear() + ".csv",
                files.familyMapping(),
                files::families);
        progress.accept("What disclosure control suppresses of it and why: /ingestion/v1/releases/" + families
                + "/disclosure, as steward");
    }

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** Answers the id of the release. */
    private String release(String name, JsonNode mapping, Content content) {
        JsonNode submission = earlier(name).orElseGet(() -> submit(name, mapping, content));
        if (submission.get("state").asText().equals("RELEASED")) {
            progress.accept("Values of " + name + " are released");
            return submission.get("releaseId").asText();
        }
        String path = "/ingestion/v1/submissions/" + submission.get("id").asText();
        JsonNode checked =
                client.await(path, SUBMITTER, Set.of("VALIDATED", "REJECTED", "RELEASING", "RELEASED"), PATIENCE);
        if (checked.get("state").asText().equals("REJECTED")
                || checked.at("/counts/rejected").asInt() > 0) {
            throw new LoadFailure(name + ": " + checked
                    + client.get(path + "/findings?limit=20", SUBMITTER).text());
        }
        if (checked.get("state").asText().equals("VALIDATED")) {
            RelationAnswers.give(client, path, SUBMITTER, "Erfundene Zahlen; der Zusammenhang verrät niemanden.");
            progress.accept("Approving " + checked.at("/counts/values").asText() + " values of " + name);
            client.post(path + "/approval", APPROVER, json.createObjectNode()).orFail();
        }
        return client.await(path, SUBMITTER, Set.of("RELEASED"), PATIENCE)
                .get("releaseId")
                .asText();
    }

    private Optional<JsonNode> earlier(String name) {
        return client.items("/ingestion/v1/submissions", SUBMITTER).stream()
                .filter(each -> each.path("fileName").asText().equals(name)
                        && !each.path("dryRun").asBoolean()
                        && USABLE.contains(each.path("state").asText()))
                .findFirst();
    }

    private JsonNode submit(String name, JsonNode mapping, Content content) {
        progress.accept("Submitting " + name);
        try {
            Path folder = Files.createTempDirectory("demonstration");
            Path file = folder.resolve(name);
            try {
                try (OutputStream out = Files.newOutputStream(file)) {
                    content.write(out);
                }
                return client.upload("/ingestion/v1/submissions", SUBMITTER, file, "mapping", mapping)
                        .orFail()
                        .json();
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
