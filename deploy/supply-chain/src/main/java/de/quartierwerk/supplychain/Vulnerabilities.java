package de.quartierwerk.supplychain;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.maven.artifact.versioning.ComparableVersion;

/**
 * Records of known vulnerabilities in the form of the Open Source Vulnerability schema, one per file, as
 * {@code osv.dev} publishes them for Maven.
 */
final class Vulnerabilities {
    private final List<JsonNode> records;

    Vulnerabilities(List<JsonNode> records) {
        this.records = List.copyOf(records);
    }

    /** The records of a folder and its subfolders. */
    static Vulnerabilities in(Path folder) throws IOException {
        List<JsonNode> records = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                records.add(Bill.read(file));
            }
        }
        return new Vulnerabilities(records);
    }

    /**
     * An exception: a vulnerability that does not concern us, or not yet.
     *
     * @param until last day on which it counts
     */
    record Accepted(String id, String part, String reason, LocalDate until) {
        static List<Accepted> of(JsonNode list) {
            return StreamSupport.stream(list.spliterator(), false)
                    .map(each -> new Accepted(
                            each.required("id").asText(),
                            each.required("part").asText(),
                            each.required("reason").asText(),
                            LocalDate.parse(each.required("until").asText())))
                    .toList();
        }
    }

    /** Which parts are vulnerable by which record, but for the exceptions of that day. */
    List<String> found(List<Part> parts, List<Accepted> accepted, LocalDate day) {
        List<String> found = new ArrayList<>();
        for (JsonNode entry : records) {
            String id = entry.path("id").asText();
            for (Part part : parts) {
                if (entry.path("withdrawn").isMissingNode()
                        && affects(entry, part)
                        && accepted.stream()
                                .noneMatch(each -> each.id().equals(id)
                                        && each.part().equals(part.name())
                                        && !each.until().isBefore(day))) {
                    found.add(part + " " + id + " " + entry.path("summary").asText());
                }
            }
        }
        return found;
    }

    private static boolean affects(JsonNode entry, Part part) {
        return StreamSupport.stream(entry.path("affected").spliterator(), false)
                .filter(affected -> affected.at("/package/ecosystem").asText().equals("Maven")
                        && affected.at("/package/name").asText().equals(part.name()))
                .anyMatch(affected -> names(affected.path("versions"), part.version())
                        || StreamSupport.stream(affected.path("ranges").spliterator(), false)
                                .anyMatch(range -> isWithin(range.path("events"), part.version())));
    }

    private static boolean names(JsonNode versions, String version) {
        return StreamSupport.stream(versions.spliterator(), false)
                .anyMatch(each -> each.asText().equals(version));
    }

    /** Events in the order of their versions: what was introduced last and not mended since. */
    private static boolean isWithin(JsonNode events, String text) {
        ComparableVersion version = new ComparableVersion(text);
        boolean within = false;
        for (JsonNode event : events) {
            if (event.has("introduced") && isAtLeast(version, event.get("introduced"))) {
                within = true;
            } else if (event.has("fixed") && isAtLeast(version, event.get("fixed"))) {
                within = false;
            } else if (event.has("last_affected")
                    && version.compareTo(new ComparableVersion(
                                    event.get("last_affected").asText()))
                            > 0) {
                within = false;
            }
        }
        return within;
    }

    private static boolean isAtLeast(ComparableVersion version, JsonNode bound) {
        return version.compareTo(new ComparableVersion(bound.asText())) >= 0;
    }
}
